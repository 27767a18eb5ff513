"""A013: texts have no spaces at their ends and no invisible characters within."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.contents import texts, wording
from yizhan.checks.shared.examples import WALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text

_ENDS = Text(
    "文字开头或结尾多了空格。",
    "The text begins or ends with a space.",
)
_INVISIBLE = Text(
    "文字里有看不见的字符（{code}），多半是从网页或表格里复制来的。",
    "The text holds an invisible character ({code}), mostly copied from a web page or a sheet.",
)
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffd]"
)
_EDGES = ("\n ", " \n")


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    words = wording(record)
    if words.replace("\n", "").isprintable() and not any(edge in f"\n{words}\n" for edge in _EDGES):
        return  # nearly every record, at a fraction of the cost
    for pointer, text in texts(record):
        if text.rstrip("\n") != text.strip():
            yield Problem(record, pointer, _ENDS)
        hidden = _HIDDEN.search(text)
        if hidden is not None:
            yield Problem(record, pointer, _INVISIBLE.format(code=f"U+{ord(hidden.group()):04X}"))


_ROUND = """\
id: 20260210-shili-walk
title: {title}
example: true
date: 2026-02-10
place: shili-cun
by: shili-committee
"""

CHECK = Check(
    code="A013",
    title=Text("没有多余空格和看不见的字符", "No stray spaces, no invisible characters"),
    why=Text(
        "看不见的字符让检索找不到这条记录，方向控制符还能让人读到的与写下的不一样。",
        "Invisible characters hide a record from the search, "
        "and direction marks can make what is read differ from what is written.",
    ),
    fix=Text(
        "删去多余的空格；有看不见的字符时，把这段文字重新打一遍。",
        "Delete the spaces; where a character is invisible, type the passage afresh.",
    ),
    bad=Example({WALK_PATH: _ROUND.format(title="二月\u200b走访")}),
    good=Example({WALK_PATH: _ROUND.format(title="二月走访")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.WARNING,
)
