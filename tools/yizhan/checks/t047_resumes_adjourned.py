"""T047: a meeting that goes on with another goes on with one that was adjourned before it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import TALK, TALK_PATH
from yizhan.checks.shared.indexes import resumptions
from yizhan.checks.shared.meeting_examples import BROKEN_OFF, MARCH_PATH, SITTING
from yizhan.checks.shared.minutes import NOT_BEFORE
from yizhan.checks.shared.naming import named
from yizhan.facts.decision import DECIDED
from yizhan.facts.speakers import on_one_line
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.terms import one

_NOT_ADJOURNED = Text(
    "{meeting}没有写休会（adjourned），没有什么可续开的。",
    "{meeting} is not recorded as adjourned; there is nothing to go on with.",
)
_OTHER_KIND = Text(
    "{meeting}是{kind}，续开的要是同一种会议。",
    "{meeting} is {kind}; what goes on with it is of the same kind.",
)
_OTHER_PLACE = Text(
    "{meeting}不是这里的会议，没有什么可续开的。",
    "{meeting} is a meeting of another place; there is nothing of it to go on with here.",
)
_TWICE = Text(
    "{meeting}已经由{first}续开了。",
    "{first} already goes on with {meeting}.",
)
_DECIDED = Text(
    "{meeting}已经表决了这项议题，没有什么可接着议的。",
    "{meeting} already decided on this item; nothing was left of it.",
)
_NAME_IT = Text(
    "resumes 写休会的那次会议；续开以后又休会的，写后一次；这次不是续开的，删去 resumes。",
    "Let resumes be the meeting that was adjourned, the later one where it was adjourned twice; if this one goes on with none, leave it out.",
)
_NAME_OPEN = Text(
    "continues 写没有议完或者暂缓的那次会议；另提的议题，删去 continues。",
    "Let continues be the meeting that left the item open; if it was raised anew, leave it out.",
)
_BACK = Text(
    "休会到 {until}，早于会议的日期 {date}。",
    "It is adjourned to {until}, before the meeting itself on {date}.",
)
_PUT_BACK = Text(
    "暂缓到 {until}，早于会议的日期 {date}。",
    "It is put off to {until}, before the meeting itself on {date}.",
)


def _run(record: Meeting, archive: Archive, _context: Context) -> Iterator[Problem]:
    if record.adjourned is not None and _earlier(record.adjourned.until, record):
        message = _BACK.format(until=record.adjourned.until, date=record.date)
        yield Problem(record, ("adjourned", "until"), message)
    for pointer, until in _put_off(record):
        if _earlier(until, record):
            yield Problem(record, pointer, _PUT_BACK.format(until=until, date=record.date))
    named_ones: list[tuple[Pointer, str | None]] = [(("resumes",), record.resumes)]
    named_ones += [
        (("agenda", number, "continues"), item.continues)
        for number, item in enumerate(record.agenda)
    ]
    for pointer, identifier in named_ones:
        other = archive.get(Meeting, identifier)
        if other is None or other.id == record.id:
            continue
        if record.date.surely_before(other.date):
            message = NOT_BEFORE.format(meeting=named(other), held=other.date, date=record.date)
            yield Problem(record, pointer, message)
        elif pointer == ("resumes",):
            found = _not_resumed(record, other, archive)
            if found is not None:
                fix = None if other.adjourned is None else _NAME_IT
                yield Problem(record, pointer, found, fix)
        elif _was_decided(record.agenda[int(pointer[1])].title, other):
            yield Problem(record, pointer, _DECIDED.format(meeting=named(other)), _NAME_OPEN)


def _not_resumed(record: Meeting, other: Meeting, archive: Archive) -> Text | None:
    """Why a meeting cannot be the one that goes on with another; None where it can."""
    if other.adjourned is None:
        return _NOT_ADJOURNED.format(meeting=named(other))
    if other.meeting_kind is not record.meeting_kind:
        return _OTHER_KIND.format(meeting=named(other), kind=one(other.meeting_kind))
    mine, theirs = ((each.place, *each.places) for each in (record, other))
    if not any(on_one_line(archive, here, there) for here in mine for there in theirs):
        return _OTHER_PLACE.format(meeting=named(other))
    first = resumptions(archive.of(Meeting)).get(other.id)
    if first is not None and first.id != record.id:
        return _TWICE.format(meeting=named(other), first=named(first))
    return None


def _was_decided(title: str, other: Meeting) -> bool:
    """Whether the item of that title was decided at the other meeting, with nothing left open."""
    items = [each for each in other.agenda if each.title == title]
    results = [each.result for item in items for each in item.decisions if each.amends is None]
    return (
        bool(results)
        and all(each in DECIDED for each in results)
        and all(item.outcome is None for item in items)
    )


def _earlier(until: PartialDate | None, record: Meeting) -> bool:
    return until is not None and until.surely_before(record.date)


def _put_off(record: Meeting) -> Iterator[tuple[Pointer, PartialDate | None]]:
    """The days to which items and motions were put off."""
    for number, item in enumerate(record.agenda):
        yield ("agenda", number, "until"), item.until
        for position, decision in enumerate(item.decisions):
            yield ("agenda", number, "decisions", position, "until"), decision.until


CHECK = Check(
    code="T047",
    title=Text("续会接得上休会", "A sitting goes on with an adjourned one"),
    why=Text(
        "休会、暂缓和续开接得上，居民才找得到后来怎样。",
        "Only where what was broken off and what goes on name each other do residents find what came later.",
    ),
    fix=Text(
        "休会的会议写 adjourned，续开的写 resumes；核对日期的先后。",
        "Write adjourned in the one and resumes in the other, and check the order of the days.",
    ),
    bad=Example({TALK_PATH: TALK, MARCH_PATH: SITTING + "resumes: 20260218-shili-talk\n"}),
    good=Example(
        {TALK_PATH: TALK + BROKEN_OFF, MARCH_PATH: SITTING + "resumes: 20260218-shili-talk\n"}
    ),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
