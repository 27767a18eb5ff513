"""V007: landline numbers are those of offices."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import WALK, WALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.checks.shared.number_kinds import NumberKind
from yizhan.checks.shared.personal import KEEP_OUT, numbers_in
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "文字里有固定电话号码（{found}），请确认是单位公开的电话。",
    "The text holds a landline number ({found}); make sure that it is an office's public one.",
)


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, found in numbers_in(record, NumberKind.LANDLINE):
        yield Problem(record, pointer, _FOUND.format(found=found))


_ROUND = WALK + "summary: {summary}\n"

CHECK = Check(
    code="V007",
    title=Text("固定电话只写单位的", "Landlines are those of offices"),
    why=Text(
        "家里的电话和手机号一样属于个人信息；单位的公开电话写在组织的记录里，不必写进事项。",
        "A number at home is as personal as a mobile one; an office's public number belongs on the office's page, not in a matter.",
    ),
    fix=KEEP_OUT,
    bad=Example({WALK_PATH: _ROUND.format(summary="请打 023-61234567 联系。")}),
    good=Example({WALK_PATH: _ROUND.format(summary="请到村民委员会办公室联系。")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.WARNING,
)
