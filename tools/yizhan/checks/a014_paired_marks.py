"""A014: quotation marks and brackets come in pairs."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.contents import texts, wording
from yizhan.checks.shared.examples import WALK, WALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "文字里的符号 {mark} 没有成对。",
    "The mark {mark} in the text has no partner.",
)
_PAIRS = (("“", "”"), ("《", "》"), ("「", "」"), ("【", "】"), ("（", "）"))


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    present = [pair for pair in _PAIRS if any(mark in wording(record) for mark in pair)]
    if not present:
        return
    for pointer, text in texts(record):
        for opening, closing in present:
            surplus = text.count(opening) - text.count(closing)
            # 1） 2） are item numbers, not half a pair
            if surplus > 0 or (surplus < 0 and closing != "）"):
                mark = opening if surplus > 0 else closing
                yield Problem(record, pointer, _FOUND.format(mark=mark))


_ROUND = WALK + "summary: {summary}\n"

CHECK = Check(
    code="A014",
    title=Text("引号和括号成对", "Quotation marks and brackets come in pairs"),
    why=Text(
        "少了半边引号或括号，读的人分不清哪里是原话、哪里是补充。",
        "With half a pair missing, the reader cannot tell where a quotation or an aside ends.",
    ),
    fix=Text(
        "补上缺的半边，或者删去多的半边。",
        "Add the missing half, or delete the one too many.",
    ),
    bad=Example({WALK_PATH: _ROUND.format(summary="村民说“排水沟又堵了。")}),
    good=Example({WALK_PATH: _ROUND.format(summary="村民说“排水沟又堵了”。")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.WARNING,
)
