"""T043: a meeting, its sittings and items end after they begin, and lie within it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import TALK, TALK_PATH
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import AgendaItem, Meeting
from yizhan.model.meeting_vocabulary import SessionKind
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_ENDS = Text(
    "结束时间 {end} 早于开始时间 {start}。",
    "It ends at {end}, before it starts at {start}.",
)
_BEFORE = Text(
    "{time} 早于会议开始的 {start}。",
    "{time} is before the meeting starts at {start}.",
)
_AFTER = Text(
    "{time} 晚于会议结束的 {end}。",
    "{time} is after the meeting ends at {end}.",
)
_BEFORE_ITEM = Text(
    "{time} 早于这个议题开始的 {start}。",
    "{time} is before the item starts at {start}.",
)
_AFTER_ITEM = Text(
    "{time} 晚于这个议题结束的 {end}。",
    "{time} is after the item ends at {end}.",
)
_MOVED_AFTER = Text(
    "来去记在这个议题的表决以前，时间 {time} 却晚于表决的 {voted}。",
    "Comings and goings are those before the votes of the item; {time} is after the vote at {voted}.",
)
_OVERLAP = Text(
    "这个议题 {start} 开始，上一个议题 {end} 才结束。",
    "The item starts at {start}, while the one before ends only at {end}.",
)
_NEXT_ITEM = Text(
    "表决以后来去的，写在下一个议题；时间写错的，改正。",
    "Write those who came or left after the vote in the next item, or put the time right.",
)
_ORDER = Text(
    "这条修改意见 {time} 表决，排在它前面的 {before} 才表决。",
    "This amendment was voted on at {time}, the one before it only at {before}.",
)
_AS_VOTED = Text(
    "修改意见按表决的先后排；时间写错的，改正。",
    "Amendments stand in the order in which they were voted on; put the time right if that is wrong.",
)
_CHECK_ITEMS = Text(
    "核对两个议题的时间；在几个会场同时议的，写 sessions（会场和场次）。",
    "Check the times of both items; where they were dealt with in several rooms at once, write sessions.",
)
_DAY = Text(
    "场次的日期 {date} 不在会议的 {first} 到 {last} 之间。",
    "The session of {date} is not within the meeting, {first} to {last}.",
)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, session in enumerate(record.sessions):
        yield from _ordered(record, ("sessions", number), session.start_time, session.end_time)
        last = record.end_date or record.date
        day = session.date
        if day is not None and (day.surely_before(record.date) or last.surely_before(day)):
            message = _DAY.format(date=day, first=record.date, last=last)
            yield Problem(record, ("sessions", number, "date"), message)
    if record.end_date is not None and record.end_date.text != record.date.text:
        return  # a clock's time says nothing across days
    yield from _ordered(record, (), record.start_time, record.end_time)
    for number, item in enumerate(record.agenda):
        yield from _ordered(record, ("agenda", number), item.start_time, item.end_time)
    yield from _overlapping(record)
    for number, item in enumerate(record.agenda):
        yield from _moved_after(record, number, item)
        yield from _amended_in_order(record, number, item)
    start, end = _span(record)
    for pointer, time in _times(record):
        if start is not None and time < start:
            yield Problem(record, pointer, _BEFORE.format(time=time, start=start))
        elif end is not None and time > end:
            yield Problem(record, pointer, _AFTER.format(time=time, end=end))
        else:
            yield from _within_item(record, pointer, time)


def _overlapping(record: Meeting) -> Iterator[Problem]:
    """Two items of one sitting are not dealt with at the same time."""
    if record.sessions:
        return  # venues may have different items at one time
    for number, (first, then) in enumerate(pairwise(record.agenda), start=1):
        times = (first.start_time, first.end_time, then.start_time)
        start, end, begins = (each or "" for each in times)
        if all(times) and start <= begins < end and (then.end_time or "24") > begins:
            message = _OVERLAP.format(start=begins, end=end)
            yield Problem(record, ("agenda", number, "start_time"), message, _CHECK_ITEMS)


def _moved_after(record: Meeting, number: int, item: AgendaItem) -> Iterator[Problem]:
    """Whoever came or left did so before the item's votes, where all of them have a time."""
    voted = [each.time for each in item.decisions if each.vote is not None]
    known = [time for time in voted if time is not None]
    if not known or len(known) < len(voted):
        return
    for position, each in enumerate(item.movements):
        if each.time is not None and each.time > max(known):
            message = _MOVED_AFTER.format(time=each.time, voted=max(known))
            where = ("agenda", number, "movements", position, "time")
            yield Problem(record, where, message, _NEXT_ITEM)


def _amended_in_order(record: Meeting, number: int, item: AgendaItem) -> Iterator[Problem]:
    """Amendments of one motion stand in the order in which they were voted on."""
    last: dict[str, str] = {}
    for position, each in enumerate(item.decisions):
        if each.amends is None or each.time is None:
            continue
        before = last.setdefault(each.amends, each.time)
        if each.time < before:
            message = _ORDER.format(time=each.time, before=before)
            yield Problem(
                record, ("agenda", number, "decisions", position, "time"), message, _AS_VOTED
            )
        last[each.amends] = max(before, each.time)


def _span(record: Meeting) -> tuple[str | None, str | None]:
    """When the first of its venues began and the last ended; None where that is not known.

    A venue without times has the meeting's; a further sitting, a polling place or a ballot box
    without its own may have been open at any time.
    """
    starts, ends = [record.start_time], [record.end_time]
    for session in record.sessions:
        venue = session.session_kind is SessionKind.VENUE
        if not (venue and session.start_time is None):
            starts.append(session.start_time)
        if not (venue and session.end_time is None):
            ends.append(session.end_time)
    known_starts = [each for each in starts if each is not None]
    known_ends = [each for each in ends if each is not None]
    return (
        min(known_starts) if len(known_starts) == len(starts) else None,
        max(known_ends) if len(known_ends) == len(ends) else None,
    )


def _within_item(record: Meeting, pointer: Pointer, time: str) -> Iterator[Problem]:
    """A vote is within its item; whoever came or left may have done so before the item began."""
    if pointer[0] != "agenda":
        return
    item = record.agenda[int(pointer[1])]
    voted = pointer[2] == "decisions"
    if voted and item.start_time is not None and time < item.start_time:
        yield Problem(record, pointer, _BEFORE_ITEM.format(time=time, start=item.start_time))
    elif item.end_time is not None and time > item.end_time and pointer[2] != "start_time":
        yield Problem(record, pointer, _AFTER_ITEM.format(time=time, end=item.end_time))


def _ordered(
    record: Meeting, pointer: Pointer, start: str | None, end: str | None
) -> Iterator[Problem]:
    if start is not None and end is not None and end < start:
        yield Problem(record, (*pointer, "end_time"), _ENDS.format(end=end, start=start))


def _times(record: Meeting) -> Iterator[tuple[Pointer, str]]:
    """The times of what happened at the meeting."""
    for number, item in enumerate(record.agenda):
        pointer: Pointer = ("agenda", number)
        found = [
            ((*pointer, "start_time"), item.start_time),
            ((*pointer, "end_time"), item.end_time),
        ]
        found += [
            ((*pointer, "movements", position, "time"), each.time)
            for position, each in enumerate(item.movements)
        ]
        found += [
            ((*pointer, "decisions", position, "time"), each.time)
            for position, each in enumerate(item.decisions)
        ]
        yield from ((where, time) for where, time in found if time is not None)
    if record.adjourned is not None and record.adjourned.time is not None:
        yield ("adjourned", "time"), record.adjourned.time


_TIMES = """\
start_time: "19:30"
end_time: "{end}"
"""

CHECK = Check(
    code="T043",
    title=Text("时间先后对得上", "Times are in order"),
    why=Text(
        "结束早于开始，或者会还没开就表决了，总有一个时间写错。",
        "Where it ends before it starts, or votes before it began, a time is wrong.",
    ),
    fix=Text(
        "核对开始、结束和表决的时间；过了半夜的，在 end_date 写第二天。",
        "Check the times; where it went on after midnight, let end_date be the next day.",
    ),
    bad=Example({TALK_PATH: TALK + _TIMES.format(end="09:10")}),
    good=Example({TALK_PATH: TALK + _TIMES.format(end="21:10")}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
