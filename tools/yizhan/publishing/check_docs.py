"""The manual's section on checks: the table of all of them, and for each a document without content.

Generators are to know a page for every check, so that it can be linked to, is in the list of its section
and in the sitemap. What it says is put in by publishing (``pages/manual.py``): the generator took 4 ms for
such a page, and there are more than four hundred in two languages.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import blake2b
from itertools import groupby

from yizhan.checking.explanations import Explained, explanations
from yizhan.loading.schemas import load_vocabulary
from yizhan.model.text import Lang, Text
from yizhan.model.vocabulary import Kind
from yizhan.pages.manual import SECTION, check_title
from yizhan.wording.findings import LEVEL_TITLE
from yizhan.wording.terms import FIELDS

FOLDERS: dict[Lang, str] = {"zh": f"docs/{SECTION}", "en": f"docs/en/{SECTION}"}
SHELL = """---
title: "@@yizhan-title@@"
description: "@@yizhan-description@@"
shell: true
aside: true
---

<div class="yz-page">@@yizhan-content@@</div>
"""
_FILLED = """---
title: {title}
template: filled.html
says: {digest}
---
"""
"""``says`` changes with what the page says: who has laid another page over it is told of that."""

GROUPS: dict[str, Text | Kind] = {
    "Y": Text("读文件", "Reading files"),
    "S": FIELDS,
    "A": Text("所有记录", "All records"),
    "D": Text("日期", "Dates"),
    "P": Kind.PLACE,
    "B": Kind.BODY,
    "C": Kind.PROCEDURE,
    "M": Kind.MATTER,
    "T": Kind.MEETING,
    "G": Text("组织法", "Organic laws"),
    "L": Kind.RULE,
    "N": Kind.AMENDMENT,
    "J": Text("积分", "Points"),
    "H": Kind.HONOUR,
    "Q": Kind.CLAIMS,
    "V": Text("个人信息", "Personal data"),
    "R": Text("不合规的说明", "Acknowledgments"),
}
"""What the first letter of a code stands for, in the order of the table."""

_INDEX = Text("检查项目", "What is checked")
_INTRO = Text(
    "`yizhan check` 按下面各项核对全部记录。查出来的分四种：**错误**是不可能那样的，要改好才能合并；"
    "**不合规**是如实记了、但法律、规程或者办法不认或者可以质疑的，也要处理好才能合并；"
    "**提醒**要核对，确实如此的可以保留；**待办**是日子到了该办的，从不影响通过，输入 `yizhan` 就列出来。"
    "`yizhan explain 代号` 在终端里显示同样的说明。",
    "`yizhan check` holds all records against the following. There are four kinds of findings: an **error** cannot be so "
    "and must be fixed before a change is merged; what is **irregular** can be an honest record, but law, procedure or rule "
    "denies it effect or makes it contestable, and it too holds up a merge; a **warning** asks for a second look and may stand; "
    "what is **due** comes with the calendar alone, never fails anything, and is what plain `yizhan` lists. "
    "`yizhan explain CODE` shows the same in the terminal.",
)
_HEAD = Text("| 代号 | 检查什么 | 种类 |", "| Code | What is checked | Kind |")


def check_pages() -> Iterator[tuple[str, str]]:
    """Yield path and text of the index, of the shell and of every check's document, in both languages."""
    known = tuple(explanations().values())
    digests = {each.code: _digest(each) for each in known}
    for lang, folder in FOLDERS.items():
        yield f"{folder}/index.md", "\n".join(_index(known, lang))
        yield f"{folder}/shell.md", SHELL
        for each in known:
            title = json.dumps(check_title(each, lang), ensure_ascii=False)
            filled = _FILLED.format(title=title, digest=digests[each.code])
            yield f"{folder}/{each.code}.md", filled


def _digest(each: Explained) -> str:
    """The same for a check that says the same, on every machine."""
    said = (each.title, each.level, each.why, each.fix, each.bad.files, each.good.files)
    return blake2b(repr(said).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()


def _index(known: tuple[Explained, ...], lang: Lang) -> Iterator[str]:
    yield f"# {_INDEX.in_(lang)}"
    yield ""
    yield _INTRO.in_(lang)
    yield ""
    order = list(GROUPS)
    sorted_ = sorted(known, key=lambda each: (order.index(each.code[0]), each.code))
    for letter, group in groupby(sorted_, key=lambda each: each.code[0]):
        yield f"## {letter} {_group(letter).in_(lang)}"
        yield ""
        yield _HEAD.in_(lang)
        yield "|---|---|---|"
        for each in group:
            level = LEVEL_TITLE[each.level].in_(lang)
            yield f"| [{each.code}]({each.code}.md) | {each.title.in_(lang)} | {level} |"
        yield ""


def _group(letter: str) -> Text:
    group = GROUPS[letter]
    return load_vocabulary().plural(group) if isinstance(group, Kind) else group
