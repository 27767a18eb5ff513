"""T004: a planned meeting has decided nothing yet."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.meeting_vocabulary import NotHeldKind
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.lists import every
from yizhan.wording.terms import term

_HELD = Text(
    "会议写的是计划召开（planned），不能有{what}。",
    "The meeting is marked as planned and cannot have {what}.",
)
_ATTENDANCE = Text("到会人数", "an attendance")
_DECISIONS = Text("决定", "decisions")
_FOLLOW_UPS = Text("任务的办理情况", "follow-ups")
_ELECTIONS = Text("选举", "elections")
_OFF = Text(
    "会议写的是没有召开（not_held：{how}），不能有{{what}}。",
    "The meeting is recorded as not held (not_held: {how}) and cannot have {{what}}.",
)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    if record.held:
        return
    said = _HELD if record.not_held is None else _OFF.format(how=term(record.not_held.how))
    what = list(_contents(record))
    if what:
        names = every(dict.fromkeys(name for _, name in what))
        yield Problem(record, what[0][0], said.format(what=names))


def _contents(record: Meeting) -> Iterator[tuple[Pointer, Text]]:
    """What only a meeting that was held can have: where it is, and what it is called."""
    came = record.not_held is not None and record.not_held.how is NotHeldKind.NO_QUORUM
    if record.attendance is not None and not came:
        yield ("attendance",), _ATTENDANCE
    if record.follow_ups:
        yield ("follow_ups",), _FOLLOW_UPS
    for number, item in enumerate(record.agenda):
        if any(each.result is not None or each.vote is not None for each in item.decisions):
            yield ("agenda", number, "decisions"), _DECISIONS
        if item.elections:
            yield ("agenda", number, "elections"), _ELECTIONS


_MEETING = """\
id: 20260318-shili-talk
title: 村民议事会
example: true
meeting_kind: building_deliberation
place: shili-cun
date: 2026-03-18
"""
_ID = "20260318-shili-talk"
_PATH = f"records/meetings/2026/{_ID}.yaml"
_PLANNED = "planned: true\n"
_ATTENDED = """\
attendance:
  basis: persons
  due: 20
  present: 18
"""

CHECK = Check(
    code="T004",
    title=Text("没开的会没有决定", "A planned meeting has decided nothing"),
    why=Text(
        "居民看到“将要召开”就会去参加；没开就有了到会人数和决定，不是会已经开过，就是事先写好的。",
        "Residents go to what is announced; with attendance or decisions, either it was held already or all was written beforehand.",
    ),
    fix=Text(
        "开过的会，删去 planned（和 not_held）；没开的，删去到会人数、决定、选举和任务的办理情况；开了一半休会的，写 adjourned。",
        "If it was held, delete planned (and not_held); if not, take out attendance, decisions, elections and follow-ups; if it was broken off, write adjourned.",
    ),
    bad=Example({_PATH: _MEETING + _PLANNED + _ATTENDED}),
    good=Example({_PATH: _MEETING + _ATTENDED}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
