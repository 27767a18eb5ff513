"""T045: the new day of a postponed meeting comes after the old one."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.meeting_examples import MARCH_PATH, OFF
from yizhan.checks.shared.naming import named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting, NotHeld
from yizhan.model.meeting_vocabulary import NotHeldKind
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.terms import term

_EARLIER = Text(
    "改到的日期 {new} 不晚于原定的 {date}。",
    "The new day {new} does not come after the old one, {date}.",
)
_NO_NEW = Text(
    "会议写的是{how}，却有改到的日期。",
    "The meeting is recorded as {how}, yet has a new day.",
)
_OTHER_DAY = Text(
    "改到的日期是 {new}，{meeting}却在 {held} 召开。",
    "The new day is {new}, but {meeting} was held on {held}.",
)
_MEETING_EARLIER = Text(
    "{meeting}在 {held} 召开，不晚于原定的 {date}。",
    "{meeting} was held on {held}, not after the day it was planned for, {date}.",
)
_NOT_EARLIER = Text(
    "会议写的是提前，改到的日期 {new} 却不早于原定的 {date}。",
    "The meeting is recorded as brought forward, yet the new day {new} does not come before the old one, {date}.",
)
_MEETING_LATER = Text(
    "会议写的是提前，{meeting}却在 {held} 召开，不早于原定的 {date}。",
    "The meeting is recorded as brought forward, yet {meeting} was held on {held}, not before the day it was planned for, {date}.",
)
_FINAL = frozenset({NotHeldKind.CANCELLED, NotHeldKind.WITHDRAWN})


def _run(record: Meeting, archive: Archive, _context: Context) -> Iterator[Problem]:
    off = record.not_held
    if off is None:
        return
    new = off.new_date
    if new is not None and off.how in _FINAL:
        yield Problem(record, ("not_held", "new_date"), _NO_NEW.format(how=term(off.how)))
    elif off.how is NotHeldKind.BROUGHT_FORWARD:
        yield from _forward(record, off, archive)
        return
    elif new is not None and new.latest <= record.date.earliest and not _announced_after(off):
        message = _EARLIER.format(new=new, date=record.date)
        yield Problem(record, ("not_held", "new_date"), message)
    other = archive.get(Meeting, off.meeting)
    if other is None or other.id == record.id:
        return
    said = {"meeting": named(other), "held": other.date, "new": new, "date": record.date}
    if other.date.latest <= record.date.earliest:
        yield Problem(record, ("not_held", "meeting"), _MEETING_EARLIER.format(**said))
    elif new is not None and (new.surely_before(other.date) or other.date.surely_before(new)):
        yield Problem(record, ("not_held", "new_date"), _OTHER_DAY.format(**said))


def _forward(record: Meeting, off: NotHeld, archive: Archive) -> Iterator[Problem]:
    """What does not fit a meeting that was brought forward."""
    new, other = off.new_date, archive.get(Meeting, off.meeting)
    if new is not None and new.earliest >= record.date.latest:
        message = _NOT_EARLIER.format(new=new, date=record.date)
        yield Problem(record, ("not_held", "new_date"), message)
    if other is None or other.id == record.id:
        return
    said = {"meeting": named(other), "held": other.date, "new": new, "date": record.date}
    if other.date.earliest >= record.date.latest:
        yield Problem(record, ("not_held", "meeting"), _MEETING_LATER.format(**said))
    elif new is not None and (new.surely_before(other.date) or other.date.surely_before(new)):
        yield Problem(record, ("not_held", "new_date"), _OTHER_DAY.format(**said))


def _announced_after(off: NotHeld) -> bool:
    """Whether the new day comes before the day on which it was announced: D002 says so."""
    return (
        off.date is not None and off.new_date is not None and off.new_date.surely_before(off.date)
    )


CHECK = Check(
    code="T045",
    title=Text("改期改到后面的日子", "A new day comes later"),
    why=Text(
        "改期的日期写错，居民就白跑一趟。",
        "With a wrong new day residents come for nothing.",
    ),
    fix=Text(
        "核对原定和改到的日期；取消、撤回的不写 new_date，改到以后的 how 写 postponed，提前的写 brought_forward。",
        "Check both days; a cancelled or withdrawn meeting has no new_date, and one that has is postponed, or brought_forward where it is earlier.",
    ),
    bad=Example(
        {
            MARCH_PATH: OFF.format(
                how="postponed", rest="  reason: 暴雨预警。\n  new_date: 2026-03-17\n"
            )
        }
    ),
    good=Example(
        {
            MARCH_PATH: OFF.format(
                how="postponed", rest="  reason: 暴雨预警。\n  new_date: 2026-04-08\n"
            )
        }
    ),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
