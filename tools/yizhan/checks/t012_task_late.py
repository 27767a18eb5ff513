"""T012: tasks come back: none is late without an answer."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem, in_years
from yizhan.checks.shared.examples import ADOPTED, TALK, TALK_PATH
from yizhan.checks.shared.indexes import followers
from yizhan.checks.shared.meeting_examples import MARCH_PATH
from yizhan.checks.shared.naming import named
from yizhan.facts.follow_up import TaskStatus, follow_up, tasks_of
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_SILENT = Text(
    "任务“{text}”到 {due} 应当完成，已经过了 {days} 天，后来的会议都没有说办得怎样。",
    "The task “{text}” was due on {due}, {days} {days:day|days} ago, and no later meeting says what became of it.",
)
_ONGOING = Text(
    "任务“{text}”到 {due} 应当完成，已经过了 {days} 天，{meeting}说还在办。",
    "The task “{text}” was due on {due}, {days} {days:day|days} ago; {meeting} says that it goes on.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    if not any(task.due is not None for _, _, _, task in tasks_of(record)):
        return
    day = context.day_of(record)
    later = followers(archive.of(Meeting)).get(record.id, {}).values()
    for progress in follow_up(record, later, day):
        due = progress.task.due
        if progress.status is not TaskStatus.LATE or due is None:
            continue
        if due.surely_before(record.date):
            continue  # a typo, which T010 reports
        days = (day - due.latest).days
        if progress.reported_by is None:
            message = _SILENT.format(text=progress.task.text, due=due, days=days)
        else:
            meeting = named(progress.reported_by)
            message = _ONGOING.format(text=progress.task.text, due=due, days=days, meeting=meeting)
        pointer = ("agenda", progress.item, "decisions", progress.decision, "tasks")
        report = in_years(Kind.MEETING, since=record.date.earliest.year)
        yield Problem(record, (*pointer, progress.position, "due"), message, hinges_on=report)


_TASK = """\
        tasks:
          - key: sign
            text: 立牌子
            body: shili-committee
            due: 2026-03-10
"""
_MEETING = TALK + ADOPTED + _TASK
_LATER = """\
id: 20260318-shili-talk
title: 三月村民议事会
example: true
meeting_kind: building_deliberation
place: shili-cun
date: 2026-03-18
follow_ups:
  - meeting: 20260218-shili-talk
    task: sign
    state: done
    date: 2026-03-09
"""

CHECK = Check(
    code="T012",
    title=Text("交办的任务有回音", "Tasks come back"),
    why=Text(
        "会上定了却没有下文，居民下次就不来了；到期的任务要在下一次会议上说明。",
        "A decision without sequel keeps residents away next time; what was due is answered at the next meeting.",
    ),
    fix=Text(
        "在后来的会议里用 follow_ups 写明：完成（done）或者不办了（dropped）；还在办的写 ongoing，提醒留到办完为止。",
        "Say in a later meeting's follow_ups that it is done or dropped; if it is ongoing, say so, and this reminder stays until it is done.",
    ),
    bad=Example({TALK_PATH: _MEETING}),
    good=Example({TALK_PATH: _MEETING, MARCH_PATH: _LATER}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.DUE,
)
