"""T010: a task is due after the meeting that gives it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ADOPTED
from yizhan.checks.shared.meeting_examples import MARCH_PATH
from yizhan.facts.follow_up import tasks_of
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "任务的期限 {due} 早于会议的日期 {date}。",
    "The task is due on {due}, before the meeting on {date}.",
)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for item, decision, position, task in tasks_of(record):
        if task.due is not None and task.due.surely_before(record.date):
            pointer = ("agenda", item, "decisions", decision, "tasks", position, "due")
            yield Problem(record, pointer, _FOUND.format(due=task.due, date=record.date))


_TALK = """\
id: 20260318-shili-talk
title: 三月村民议事会
example: true
meeting_kind: building_deliberation
place: shili-cun
date: 2026-03-18
"""
_TASK = """\
        tasks:
          - key: sign
            text: 立牌子
            body: shili-committee
            due: {due}
"""

CHECK = Check(
    code="T010",
    title=Text("任务的期限在会后", "Tasks are due after the meeting"),
    why=Text(
        "期限比开会还早，任务一交下去就是逾期。",
        "A task due before the meeting is late the moment it is given.",
    ),
    fix=Text(
        "核对 due（期限）和会议的日期。",
        "Check due and the meeting's date.",
    ),
    bad=Example({MARCH_PATH: _TALK + ADOPTED + _TASK.format(due="2026-03-10")}),
    good=Example({MARCH_PATH: _TALK + ADOPTED + _TASK.format(due="2026-04-10")}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
