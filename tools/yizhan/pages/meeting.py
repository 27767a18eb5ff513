"""Meetings: lists, and minutes with attendance, agenda, votes, tasks and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from yizhan.model.meeting import FollowUp, Meeting
from yizhan.model.record import Record
from yizhan.model.vocabulary import Kind, MeetingKind, TaskState
from yizhan.pages.details import (
    Detail,
    Piece,
    counted,
    details,
    field,
    linked,
    people,
    percent,
    proxies,
    said,
)
from yizhan.pages.frame import record_page
from yizhan.pages.lawfulness import judged, judged_notice, not_judged
from yizhan.pages.links import Link, url_of
from yizhan.pages.meeting_chain import chain_of
from yizhan.pages.minutes import item_view, session_view, times
from yizhan.pages.page import Draft, Page, SearchEntry, Slot
from yizhan.pages.reading_day import counted as counted_down
from yizhan.pages.reading_day import until
from yizhan.pages.record_lists import (
    Block,
    Fact,
    RecordList,
    Row,
    Section,
    day_fact,
    list_pages,
    list_slot,
    lists_of,
    place_fact,
    plain_row,
)
from yizhan.pages.related import related, search_entry
from yizhan.pages.site import Site
from yizhan.pages.struck_lists import part_listed
from yizhan.wording.meeting import ADJOURNED, BASIS, FROM_TO, NOT_HELD
from yizhan.wording.words import Words

_NOT_LOOKED_UP = frozenset(
    {MeetingKind.ELECTION_MEETING, MeetingKind.RESIDENTS_GROUP, MeetingKind.OTHER}
)
"""Kinds of which nobody can say that the law asks nothing: it does, or what they are is not known."""
_SHOWN = 10
"""Planned meetings shown above the list."""


class FollowUpView(NamedTuple):
    """What the meeting heard of an earlier meeting's task.

    Attributes:
        was: what was said of the task before that meeting was corrected, by what leads to the root.
    """

    meeting: Link
    anchor: str
    text: str
    body: Link | None
    report: FollowUp
    mark: str
    was: Callable[[str], Markup]


_REPORT_MARKS = {
    TaskState.DONE: "yz-f-confirmed",
    TaskState.ONGOING: "yz-f-working",
    TaskState.DROPPED: "yz-f-unsolved",
}


def pages(site: Site) -> Iterator[Draft]:
    """Lists by year and place, and one page a meeting."""
    yield from list_pages(site, _lists(site), lambda record: row(site, record))
    make = partial(page, site)
    for meeting in site.archive.meetings:
        yield Draft(url_of(meeting, site.lang), make, meeting)


def slots(site: Site) -> Iterator[Slot]:
    """The first page of all meetings, planned ones first."""
    yield list_slot(site, next(_lists(site)), lambda record: row(site, record))


def _lists(site: Site) -> Iterator[RecordList]:
    _ = site.words._
    section = Section(
        Kind.MEETING,
        "meetings",
        _("每次会议谁到了，议了什么，怎么表决，布置了什么任务，后来办得怎样。"),
        _("还没有会议记录。"),
    )
    planned = [
        record
        for record in site.caseload.ordered[Kind.MEETING]
        if isinstance(record, Meeting) and is_planned(site, record)
    ]
    planned.sort(key=lambda meeting: (meeting.date.earliest, meeting.id))
    rows = tuple(row(site, meeting) for meeting in planned[:_SHOWN])
    lasting = counted_down(site, ((each, each.date.latest) for each in planned))
    blocks = (Block(_("将要召开"), rows, len(planned), lasting=lasting),) if rows else ()
    return lists_of(site, section, blocks)


def is_planned(site: Site, meeting: Meeting) -> bool:
    """Whether a meeting is still to be held on the site's day."""
    if meeting.not_held is not None:
        return False
    return meeting.date.surely_after(site.day_of(meeting)) or (
        meeting.planned and meeting.date.latest >= site.day_of(meeting)
    )


def row(site: Site, record: Record) -> Row:
    """A meeting in a list."""
    assert isinstance(record, Meeting)
    _ = site.words._
    present = ""
    if record.attendance is not None and record.attendance.present is not None:
        present = site.words.n_("到会 {n}", record.attendance.present)
    return plain_row(
        site,
        record,
        day_fact(site, record),
        Fact(site.words.title(record.meeting_kind)),
        place_fact(site, record.place),
        Fact(present),
        Fact(_("示例") if record.example else ""),
        word=state_word(site, record),
        until=until(site, record, record.date, "") if is_planned(site, record) else Markup(""),
    )


def state_word(site: Site, meeting: Meeting) -> str:
    """What a list says of a meeting that is still to be held, was not held, or was broken off."""
    if meeting.not_held is not None:
        return site.words.title(meeting.not_held.how)
    if is_planned(site, meeting):
        return site.words._("将要召开")
    if meeting.adjourned is not None:
        return field(site.words, "adjourned")
    return ""


def page(site: Site, meeting: Meeting) -> Page:
    """The minutes of one meeting."""
    presence = judged(site, meeting)
    items = tuple(item_view(site, meeting, number) for number in range(len(meeting.agenda)))
    values: dict[str, Any] = {
        "meeting": meeting,
        "line": site.line(meeting.place),
        **_whether_held(site, meeting),
        "convener": site.link(meeting.convener),
        "bodies": site.links(each for each in meeting.bodies if each != meeting.convener),
        "rate": _rate(meeting),
        "basis": _basis(site.words, meeting),
        "quorum": presence.quorum,
        "asks": presence.rules,
        "notice": judged_notice(site, meeting),
        "facts": _facts(site, meeting),
        "when": _when(site, meeting),
        "mandates": details(proxies(site.words, meeting.attendance)),
        "elsewhere": not_judged(site, meeting),
        "silent_law": meeting.meeting_kind not in _NOT_LOOKED_UP,
        "sessions": tuple(session_view(site, meeting, each) for each in meeting.sessions),
        "items": items,
        "follow_ups": tuple(_follow_ups(site, meeting)),
        "chain": chain_of(site, meeting),
        "related": related(site, meeting),
    }
    return record_page(
        site,
        meeting,
        "meeting.html",
        "meetings",
        _description(site, meeting),
        values,
        _search(site, meeting),
    )


def _whether_held(site: Site, meeting: Meeting) -> dict[str, Any]:
    """Whether the meeting is still to come, was held, was not, or was broken off."""
    words, planned = site.words, is_planned(site, meeting)
    over = words._("预定的日子已过，还没有补上会议记录。")
    return {
        "planned": planned,
        "until": until(site, meeting, meeting.date, over, "yz-warn"),
        "unrecorded": meeting.planned and meeting.not_held is None and not planned,
        "off": words.say(NOT_HELD[meeting.not_held.how]) if meeting.not_held else "",
        "off_facts": _off(site, meeting),
        "adjourned": words.say(ADJOURNED) if meeting.adjourned is not None else "",
        "adjourned_facts": _adjourned(site, meeting),
    }


def _description(site: Site, meeting: Meeting) -> str:
    place = site.where(meeting.place)
    kind, day = site.words.title(meeting.meeting_kind), site.words.date(meeting.date)
    return site.words._(
        "{day}，{place}{kind}：{title}", day=day, place=place, kind=kind, title=meeting.title
    )


def _search(site: Site, meeting: Meeting) -> SearchEntry | None:
    """What search finds a meeting by; its kind is what a hit shows as the status."""
    lines, kind = _search_lines(site, meeting), site.words.title(meeting.meeting_kind)
    return search_entry(site, meeting, lines, meeting.place, meeting.date, kind)


def _search_lines(site: Site, meeting: Meeting) -> Iterator[str | None]:
    yield site.words.title(meeting.meeting_kind)
    yield meeting.venue
    if meeting.not_held is not None:
        yield site.words.title(meeting.not_held.how)
        yield meeting.not_held.reason
    for item in meeting.agenda:
        yield from (item.title, item.reference, item.text)
        for decision in item.decisions:
            yield from (decision.text, decision.reference, decision.reason)
            yield from (task.text for task in decision.tasks)
        for election in item.elections:
            yield from (election.title, election.post, election.note)
    yield from (report.note for report in meeting.follow_ups)


def _when(site: Site, meeting: Meeting) -> str:
    """The day or days, and the hours where all was on one day."""
    words = site.words
    start, end = meeting.start_time, meeting.end_time
    if meeting.end_date is None or meeting.end_date == meeting.date:
        return " ".join(filter(None, (words.date(meeting.date), times(words, start, end))))
    first = " ".join(filter(None, (words.date(meeting.date), start)))
    last = " ".join(filter(None, (words.date(meeting.end_date), end)))
    return words.say(FROM_TO, start=first, end=last)


def _facts(site: Site, meeting: Meeting) -> tuple[Detail, ...]:
    """What is said of the meeting as a whole."""
    words = site.words
    form = words.title(meeting.form) if meeting.form is not None else None
    following = words.date(meeting.next_date) if meeting.next_date is not None else None
    return details(
        said(field(words, "form"), form),
        linked(site, field(words, "places"), *meeting.places),
        people(site, field(words, "chaired_by"), meeting.chaired_by),
        people(site, field(words, "recorded_by"), meeting.recorded_by),
        _request(words, meeting),
        linked(site, field(words, "mandate"), meeting.mandate),
        linked(site, field(words, "resumes"), meeting.resumes),
        said(field(words, "next_date"), following),
    )


def _request(words: Words, meeting: Meeting) -> Detail | None:
    """Who demanded the meeting: how many of what, and when."""
    found = meeting.request
    if found is None:
        return None
    pieces = (
        Piece(words.date(found.date)),
        *counted(words, ("request",), found, "count", "of"),
        Piece(words.title(found.basis)),
    )
    return Detail(field(words, "request"), pieces)


def _off(site: Site, meeting: Meeting) -> tuple[Detail, ...]:
    """Why it was not held, who said so when, and what comes in its place."""
    words, off = site.words, meeting.not_held
    if off is None:
        return ()
    return details(
        said(field(words, "not_held", "reason"), off.reason, own=True),
        said(field(words, "not_held", "date"), words.date(off.date) if off.date else None),
        linked(site, field(words, "not_held", "by"), off.by),
        said(
            field(words, "not_held", "new_date"), words.date(off.new_date) if off.new_date else None
        ),
        linked(site, field(words, "not_held", "meeting"), off.meeting),
    )


def _adjourned(site: Site, meeting: Meeting) -> tuple[Detail, ...]:
    """Why it was broken off, and when it goes on."""
    words, found = site.words, meeting.adjourned
    if found is None:
        return ()
    return details(
        said(field(words, "adjourned", "time"), found.time),
        said(field(words, "adjourned", "reason"), found.reason, own=True),
        said(field(words, "adjourned", "until"), words.date(found.until) if found.until else None),
    )


def _rate(meeting: Meeting) -> str:
    attendance = meeting.attendance
    if attendance is None or not attendance.due or attendance.present is None:
        return ""
    return percent(attendance.present, attendance.due)


def _basis(words: Words, meeting: Meeting) -> str:
    return words.say(BASIS[meeting.attendance.basis]) if meeting.attendance is not None else ""


def _follow_ups(site: Site, meeting: Meeting) -> Iterator[FollowUpView]:
    for report in meeting.follow_ups:
        earlier = site.archive.get(Meeting, report.meeting)
        link = site.link(report.meeting)
        if earlier is None or link is None:
            continue
        given = {
            progress.task.key: progress.task for progress in site.caseload.progress[earlier.id]
        }
        task = given.get(report.task)
        yield FollowUpView(
            link,
            f"#task-{report.task}",
            task.text if task is not None else report.task,
            site.link(task.body) if task is not None else None,
            report,
            _REPORT_MARKS[report.state],
            part_listed(site, earlier, task),
        )
