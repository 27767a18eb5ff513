"""T011: a follow-up names a task of an earlier meeting."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import TALK, TALK_PATH
from yizhan.checks.shared.minutes import NOT_BEFORE
from yizhan.checks.shared.naming import date_in_doubt, named
from yizhan.facts.follow_up import tasks_of
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Kind

_UNKNOWN = Text(
    "{meeting}没有交办过“{task}”；它交办的是：{known}。",
    "{meeting} gave no task “{task}”; what it gave: {known}.",
)
_TWICE = Text(
    "这项任务在这次会议里报了两次，前面已经写过。",
    "This task is followed up twice at this meeting; it is further up already.",
)
_ONCE = Text(
    "留下对的那一条，删去另一条。",
    "Keep the one that is right and take the other out.",
)
_CHECK_MEETING = Text(
    "核对两次会议的日期；meeting 写错的，改成交办任务的那次会议。",
    "Check the days of both meetings; if meeting names the wrong one, name the one that gave the task.",
)
_LATER = Text(
    "办理的日期 {day} 在本次会议（{date}）之后，会上不会知道。",
    "It was done on {day}, after this meeting of {date}, which could not know of it.",
)
_EARLIER = Text(
    "办理的日期 {day} 早于交办任务的会议（{held}）。",
    "It was done on {day}, before the meeting of {held} that gave the task.",
)
_CHECK_DAY = Text(
    "核对 follow_ups 里这一条的 date（日期）：它是办好或者有进展的那天。",
    "Check the date of the follow-up: it is the day on which the task was done or went on.",
)
_NOTHING = Text("没有任务", "nothing")


def _run(record: Meeting, archive: Archive, _context: Context) -> Iterator[Problem]:
    said: set[tuple[str, str]] = set()
    for number, report in enumerate(record.follow_ups):
        if (report.meeting, report.task) in said:
            yield Problem(record, ("follow_ups", number), _TWICE, _ONCE)
            continue
        said.add((report.meeting, report.task))
        meeting = archive.get(Meeting, report.meeting)
        if meeting is None or meeting.id == record.id:
            continue
        known = [task.key for _, _, _, task in tasks_of(meeting)]
        later = record.date.surely_before(meeting.date) and not date_in_doubt(meeting)
        if report.task not in known and not later:
            message = _UNKNOWN.format(
                meeting=named(meeting), task=report.task, known=commas(known) if known else _NOTHING
            )
            yield Problem(record, ("follow_ups", number, "task"), message)
        if later:
            message = NOT_BEFORE.format(meeting=named(meeting), held=meeting.date, date=record.date)
            yield Problem(record, ("follow_ups", number, "meeting"), message, _CHECK_MEETING)
        elif report.date is not None and report.task in known:
            where = ("follow_ups", number, "date")
            last = record.end_date or record.date
            if last.surely_before(report.date):
                message = _LATER.format(day=report.date, date=last)
                yield Problem(record, where, message, _CHECK_DAY)
            elif report.date.surely_before(meeting.date) and not date_in_doubt(meeting):
                message = _EARLIER.format(day=report.date, held=meeting.date)
                yield Problem(record, where, message, _CHECK_DAY)


_MEETING = (
    TALK
    + """\
follow_ups:
  - meeting: 20260110-shili-deliberation
    task: {task}
    state: done
    date: 2026-01-20
"""
)

CHECK = Check(
    code="T011",
    title=Text("任务办理情况对得上", "Follow-ups fit their tasks"),
    why=Text(
        "上次会议交办的事，这次要说清办得怎样；对不上号，那件任务就一直挂着。",
        "What the last meeting asked for must be answered by name, or it stays open for ever.",
    ),
    fix=Text(
        "task 填那次会议交办任务的 key。",
        "Let task be the key of a task that the other meeting gave.",
    ),
    bad=Example({TALK_PATH: _MEETING.format(task="lamp")}),
    good=Example({TALK_PATH: _MEETING.format(task="lamps")}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
