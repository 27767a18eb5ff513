"""Meetings: lists, and minutes with attendance, agenda, votes, tasks and what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from yizhan.facts.follow_up import TaskProgress, TaskStatus
from yizhan.model.meeting import AgendaItem, Decision, FollowUp, Meeting, Task
from yizhan.model.record import Record
from yizhan.model.vocabulary import DecisionResult, Kind, TaskState
from yizhan.pages.frame import record_page
from yizhan.pages.lawfulness import judged, judged_notice
from yizhan.pages.links import Link, url_of
from yizhan.pages.meeting_chain import chain_of
from yizhan.pages.page import Draft, Page, SearchEntry, Slot
from yizhan.pages.reading_day import counted, until
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
from yizhan.wording.lawfulness import Line
from yizhan.wording.meeting import ABSTAINED, AGAINST, BASIS, FOR, SILENT, task_status
from yizhan.wording.words import Words

_SHOWN = 10
"""Planned meetings shown above the list."""


class TaskView(NamedTuple):
    """A task and what became of it.

    Attributes:
        mark: class of its badge's colour and icon.
        until: attributes for the script, while it is not done and not due.
        reported: the later meeting that spoke of it, its date or that of its report, its note.
    """

    task: Task
    body: Link | None
    matter: Link | None
    status: TaskStatus
    mark: str
    word: str
    until: Markup
    reported_by: Link | None
    reported: FollowUp | None
    done_late: bool
    meeting: Link


class VotePart(NamedTuple):
    """For, against, abstained, not voting."""

    key: str
    word: str
    number: int
    share: str


class DecisionView(NamedTuple):
    """One decision as the minutes show it."""

    decision: Decision
    mark: str
    parts: tuple[VotePart, ...]
    lines: tuple[Line, ...]
    tasks: tuple[TaskView, ...]


class ItemView(NamedTuple):
    """One item of the agenda."""

    item: AgendaItem
    about: tuple[Link, ...]
    decisions: tuple[DecisionView, ...]


class FollowUpView(NamedTuple):
    """What the meeting heard of an earlier meeting's task."""

    meeting: Link
    anchor: str
    text: str
    body: Link | None
    report: FollowUp
    mark: str


_MARKS = {
    TaskStatus.DONE: "yz-f-confirmed",
    TaskStatus.ONGOING: "yz-f-working",
    TaskStatus.LATE: "yz-f-late",
    TaskStatus.DROPPED: "yz-f-unsolved",
}
_REPORT_MARKS = {
    TaskState.DONE: "yz-f-confirmed",
    TaskState.ONGOING: "yz-f-working",
    TaskState.DROPPED: "yz-f-unsolved",
}
_RESULT_MARKS = {
    DecisionResult.ADOPTED: "yz-f-confirmed",
    DecisionResult.REJECTED: "yz-f-unsolved",
    DecisionResult.DEFERRED: "yz-f-waiting",
    DecisionResult.WITHDRAWN: "yz-f-unsolved",
    DecisionResult.LAPSED: "yz-f-unsolved",
    DecisionResult.REFERRED: "yz-f-waiting",
    DecisionResult.NO_DECISION: "yz-f-waiting",
    DecisionResult.UNKNOWN: "yz-f-waiting",
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
    lasting = counted(site, ((each, each.date.latest) for each in planned))
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
        word=_("将要召开") if is_planned(site, record) else "",
        until=until(site, record, record.date, ""),
    )


def page(site: Site, meeting: Meeting) -> Page:
    """The minutes of one meeting."""
    presence = judged(site, meeting)
    items = tuple(_item(site, meeting, number) for number in range(len(meeting.agenda)))
    values: dict[str, Any] = {
        "meeting": meeting,
        "line": site.line(meeting.place),
        "planned": is_planned(site, meeting),
        "until": until(
            site,
            meeting,
            meeting.date,
            site.words._("预定的日子已过，还没有补上会议记录。"),
            "yz-warn",
        ),
        "unrecorded": meeting.planned
        and meeting.not_held is None
        and not is_planned(site, meeting),
        "convener": site.link(meeting.convener),
        "bodies": site.links(each for each in meeting.bodies if each != meeting.convener),
        "rate": _rate(meeting),
        "basis": _basis(site.words, meeting),
        "quorum": presence.quorum,
        "asks": presence.rules,
        "notice": judged_notice(site, meeting),
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
    for item in meeting.agenda:
        yield from (item.title, item.text)
        for decision in item.decisions:
            yield decision.text
            yield from (task.text for task in decision.tasks)
    yield from (report.note for report in meeting.follow_ups)


def _rate(meeting: Meeting) -> str:
    attendance = meeting.attendance
    if attendance is None or not attendance.due or attendance.present is None:
        return ""
    return percent(attendance.present, attendance.due)


def percent(part: int, whole: int) -> str:
    """A share of a hundred with one place, half rounded up; exact."""
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}%"


def _basis(words: Words, meeting: Meeting) -> str:
    return words.say(BASIS[meeting.attendance.basis]) if meeting.attendance is not None else ""


def _item(site: Site, meeting: Meeting, number: int) -> ItemView:
    item = meeting.agenda[number]
    about = site.links(
        (
            *item.matters,
            *item.rules,
            *item.amendments,
            *item.schemes,
            *item.batches,
            *item.honours,
        )
    )
    presence = judged(site, meeting).quorum
    decisions = []
    for index, decision in enumerate(item.decisions):
        ruling = judged(site, meeting, decision)
        own = tuple(line for line in ruling.quorum if line not in presence)
        decisions.append(
            DecisionView(
                decision,
                _RESULT_MARKS[decision.outcome],
                vote_parts(site.words, meeting, decision),
                (*own, *ruling.majority),
                tuple(
                    task_view(site, progress)
                    for progress in site.caseload.progress[meeting.id]
                    if (progress.item, progress.decision) == (number, index)
                ),
            )
        )
    return ItemView(item, about, tuple(decisions))


def vote_parts(words: Words, meeting: Meeting, decision: Decision) -> tuple[VotePart, ...]:
    """The parts of a tally, with those present who did not vote where that is known."""
    vote = decision.vote
    if vote is None:
        return ()
    cast = vote.for_ + vote.against + vote.abstained
    present = meeting.attendance.present if meeting.attendance is not None else None
    whole = max(cast, present or 0)
    parts = [
        ("for", words.label(FOR), vote.for_),
        ("against", words.label(AGAINST), vote.against),
        ("abstained", words.label(ABSTAINED), vote.abstained),
    ]
    if whole > cast:
        parts.append(("silent", words.label(SILENT), whole - cast))
    return tuple(
        VotePart(key, word, number, percent(number, whole) if whole else "")
        for key, word, number in parts
    )


def task_view(site: Site, progress: TaskProgress) -> TaskView:
    """A task with its progress, for minutes and for the page of the body that has it."""
    meeting = site.link(progress.meeting.id)
    assert meeting is not None
    status, late = progress.status, TaskStatus.LATE
    if status is late and not site.stands_still(progress.meeting):
        status = TaskStatus.ONGOING  # whether it is late by now, the script says
    due = progress.task.due if status is TaskStatus.ONGOING else None
    return TaskView(
        task=progress.task,
        body=site.link(progress.task.body),
        matter=site.link(progress.task.matter),
        status=status,
        mark=_MARKS[status],
        word=site.words.label(task_status(status)),
        until=until(site, progress.meeting, due, site.words.label(task_status(late)), _MARKS[late]),
        reported_by=site.link(progress.reported_by.id) if progress.reported_by else None,
        reported=progress.reported,
        done_late=progress.done_late,
        meeting=Link(f"{meeting.url}#task-{progress.task.key}", meeting.title),
    )


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
        )
