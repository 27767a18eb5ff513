"""T004: a planned meeting lies ahead and has decided nothing yet."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_PAST = Text(
    "会议写的是计划召开（planned），日期 {date} 却已经过了。",
    "The meeting is marked as planned, but its day, {date}, is over.",
)
_HELD = Text(
    "会议还没有召开，不能有{what}。",
    "The meeting was not held yet and cannot have {what}.",
)
_ATTENDANCE = Text("到会人数", "an attendance")
_DECISIONS = Text("决定", "decisions")
_FOLLOW_UPS = Text("任务的办理情况", "follow-ups")


def _run(record: Meeting, _archive: Archive, context: Context) -> Iterator[Problem]:
    if not record.planned:
        return
    if record.date.latest < context.as_of:
        yield Problem(record, ("date",), _PAST.format(date=record.date))
        return  # held after all: what it holds is right, and only planned is not
    if record.attendance is not None:
        yield Problem(record, ("attendance",), _HELD.format(what=_ATTENDANCE))
    if record.follow_ups:
        yield Problem(record, ("follow_ups",), _HELD.format(what=_FOLLOW_UPS))
    for number, item in enumerate(record.agenda):
        if item.decisions:
            pointer = ("agenda", number, "decisions")
            yield Problem(record, pointer, _HELD.format(what=_DECISIONS))


_MEETING = """\
id: {id}
title: 村民议事会
example: true
meeting_kind: building_deliberation
place: shili-cun
date: {date}
planned: true
"""
_PAST_ID = "20260318-shili-talk"
_AHEAD_ID = "20260418-shili-talk"
_FOLDER = "records/meetings/2026/"

CHECK = Check(
    code="T004",
    title=Text("计划的会议在前面", "Planned meetings lie ahead"),
    why=Text(
        "居民看到“将要召开”就会去参加；会已经开过还挂着，或者没开就有了决定，都是误导。",
        "Residents go to what is announced; a meeting long over, or one that has decided before it was held, misleads them.",
    ),
    fix=Text(
        "开过的会，删去 planned，补记到会人数和决定；改期的，改日期；没开的，删去到会人数和决定。",
        "If it was held, delete planned and record attendance and decisions; if it was put off, mend the date.",
    ),
    bad=Example({f"{_FOLDER}{_PAST_ID}.yaml": _MEETING.format(id=_PAST_ID, date="2026-03-18")}),
    good=Example({f"{_FOLDER}{_AHEAD_ID}.yaml": _MEETING.format(id=_AHEAD_ID, date="2026-04-18")}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
