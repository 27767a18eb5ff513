"""T044: a meeting that was not held says why, and a postponed one to when."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.meeting_examples import MARCH_PATH, OFF
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.meeting_vocabulary import NotHeldKind
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.terms import term

_NO_DAY = Text(
    "会议延期了，没有写改到哪一天。",
    "The meeting was postponed; the new day is not recorded.",
)
_NO_REASON = Text(
    "会议没有开成（{how}），没有写原因。",
    "The meeting was not held ({how}); the reason is not recorded.",
)
_ADD_DAY = Text(
    "定了新的日期，写 new_date（改期到）；补开了的，写 meeting（改期后的会议）。",
    "Once the new day is fixed, write new_date; once it was held, name it in meeting.",
)


_MOVED = (NotHeldKind.POSTPONED, NotHeldKind.BROUGHT_FORWARD)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    off = record.not_held
    if off is None:
        return
    if off.how in _MOVED and off.new_date is None and off.meeting is None:
        yield Problem(record, ("not_held",), _NO_DAY, _ADD_DAY)
    elif off.how is not NotHeldKind.NO_QUORUM and off.reason is None:
        yield Problem(record, ("not_held",), _NO_REASON.format(how=term(off.how)))


CHECK = Check(
    code="T044",
    title=Text("没有开成的会说明白", "Meetings not held are explained"),
    why=Text(
        "通知了又不开，居民要知道为什么、改到哪一天。",
        "Whoever was called has to learn why it was not held, and when it will be.",
    ),
    fix=Text(
        "在 not_held 里写 reason（原因）；来源没有说的，这条提醒可以留着。",
        "Give the reason in not_held; where the source does not say, this may stay.",
    ),
    bad=Example({MARCH_PATH: OFF.format(how="postponed", rest="  reason: 暴雨预警。\n")}),
    good=Example(
        {
            MARCH_PATH: OFF.format(
                how="postponed", rest="  reason: 暴雨预警。\n  new_date: 2026-04-08\n"
            )
        }
    ),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.WARNING,
)
