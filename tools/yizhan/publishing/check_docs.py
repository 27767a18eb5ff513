"""The manual's page for every check, and the table of all of them, from what the checks say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from yizhan.checking.explanations import Explained, explanations, is_correctable, shown
from yizhan.checks.shared.check import Check, Example
from yizhan.loading.schemas import load_vocabulary
from yizhan.model.text import Lang, Text, commas
from yizhan.model.vocabulary import Kind
from yizhan.wording.findings import EFFECT, HOW_TO_FIX, LEVEL_TITLE, MERGED, RIGHT, WHY, WRONG
from yizhan.wording.terms import FIELDS, term

FOLDERS: dict[Lang, str] = {"zh": "docs/checks", "en": "docs/en/checks"}

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
_ABOUT = Text("种类：{level}。检查：{kinds}。", "Kind: {level}. Checks: {kinds}.")
_ALL_FILES = Text("每个文件", "every file")
_ALL_RECORDS = Text("每一种记录", "every kind of record")
_ATTACHMENT = Text("（附件）", " (an attachment)")


def check_pages() -> Iterator[tuple[str, str]]:
    """Yield path and text of the index and of every check's page, in both languages."""
    known = tuple(explanations().values())
    for lang, folder in FOLDERS.items():
        yield f"{folder}/index.md", _page(_INDEX.in_(lang), _index(known, lang))
        for each in known:
            title = f"{each.code} {each.title.in_(lang)}"
            yield f"{folder}/{each.code}.md", _page(title, _body(each, lang))


def _page(title: str, lines: Iterator[str]) -> str:
    return "\n".join((f"# {title}", "", *lines)).rstrip("\n") + "\n"


def _index(known: tuple[Explained, ...], lang: Lang) -> Iterator[str]:
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


def _body(each: Explained, lang: Lang) -> Iterator[str]:
    yield _ABOUT.format(level=LEVEL_TITLE[each.level], kinds=_kinds(each)).in_(lang)
    yield ""
    if isinstance(each, Check) and each.effect is not None:
        yield EFFECT[each.effect].in_(lang)
        yield ""
    for heading, text in ((WHY, each.why), (HOW_TO_FIX, each.fix)):
        yield f"## {heading.in_(lang)}"
        yield ""
        yield text.in_(lang)
        yield ""
    if is_correctable(each.code):
        yield MERGED.in_(lang)
        yield ""
    for heading, example in ((WRONG, each.bad), (RIGHT, each.good)):
        yield f"## {heading.in_(lang)}"
        yield ""
        yield from _example(example, lang)


def _kinds(each: Explained) -> Text:
    if not isinstance(each, Check):
        return _ALL_FILES
    if len(each.kinds) == len(Kind):
        return _ALL_RECORDS
    return commas(term(kind) for kind in each.kinds)


def _example(example: Example, lang: Lang) -> Iterator[str]:
    for path, content in example.files.items():
        if not path.endswith(".yaml"):
            yield f"`{path}`{_ATTACHMENT.in_(lang)}"
            yield ""
            continue
        yield f"`{path}`"
        yield ""
        yield "```yaml"
        yield from shown(content)
        yield "```"
        yield ""
