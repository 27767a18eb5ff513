"""V004: number plates stay out of the records."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import WALK, WALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.checks.shared.personal import KEEP_OUT, found_in
from yizhan.loading.patterns import later
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "文字里有车牌号（{found}）。",
    "The text holds a number plate ({found}).",
)
_PLATE = later(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• ]?"
    r"(?=[A-HJ-NP-Z]*\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9])"
)
_SIGNS = tuple("ABCDEFGHJKLMNPQRSTUVWXYZ")


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, found in found_in(record, _PLATE, _SIGNS):
        yield Problem(record, pointer, _FOUND.format(found=found))


_ROUND = WALK + "summary: {summary}\n"

CHECK = Check(
    code="V004",
    title=Text("没有车牌号", "No number plates"),
    why=Text(
        "看到车牌，同小区的人就知道说的是谁；停车的事不必点名。",
        "Neighbours know whose plate it is; a matter about parking needs no name.",
    ),
    fix=KEEP_OUT,
    bad=Example({WALK_PATH: _ROUND.format(summary="渝A·12345 长期占道。")}),
    good=Example({WALK_PATH: _ROUND.format(summary="一辆小客车长期占道。")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
