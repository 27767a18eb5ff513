"""T004: a planned meeting has decided nothing yet."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import AgendaItem, Meeting
from yizhan.model.meeting_vocabulary import ItemOutcome, NotHeldKind
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.lists import every
from yizhan.wording.meeting import TASK
from yizhan.wording.terms import term

_HELD = Text(
    "会议写的是计划召开（planned），不能有{what}。",
    "The meeting is marked as planned and cannot have {what}.",
)
_ATTENDANCE = Text("到会人数", "an attendance")
_DECISIONS = Text("决定", "decisions")
_FOLLOW_UPS = Text("任务的办理情况", "follow-ups")
_ELECTIONS = Text("选举", "elections")
_PUBLICATION = Text("决定的公布", "the publication of decisions")
_PRESENCE = Text("议题的到会情况", "the attendance of items")
_DISCUSSION = Text("议题的讨论结果", "what came of items")
_SESSIONS = Text("各会场的人数和票数", "the numbers of sessions")
_ADJOURNMENT = Text("休会", "an adjournment")
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
    for number, session in enumerate(record.sessions):
        if session.ballots is not None or (session.attendance is not None and not came):
            yield ("sessions", number), _SESSIONS
    for number, item in enumerate(record.agenda):
        yield from _of_item(("agenda", number), item, came)
    if record.adjourned is not None:
        yield ("adjourned",), _ADJOURNMENT


def _of_item(at: Pointer, item: AgendaItem, came: bool) -> Iterator[tuple[Pointer, Text]]:
    """What an item cannot have before the meeting; ``came`` where people were there and may have talked."""
    if any(each.result is not None or each.vote is not None for each in item.decisions):
        yield (*at, "decisions"), _DECISIONS
    for position, decision in enumerate(item.decisions):
        if decision.tasks:
            yield (*at, "decisions", position, "tasks"), TASK
        if decision.published is not None or decision.result_published is not None:
            shown = "published" if decision.published is not None else "result_published"
            yield (*at, "decisions", position, shown), _PUBLICATION
    if item.elections:
        yield (*at, "elections"), _ELECTIONS
    if came:
        return
    for name in ("attendance", "movements", "recused"):
        if getattr(item, name):
            yield (*at, name), _PRESENCE
    if item.outcome in _TALKED_ABOUT:
        yield (*at, "outcome"), _DISCUSSION


_TALKED_ABOUT = frozenset({ItemOutcome.DISCUSSED, ItemOutcome.NOTED})
"""What can become of an item only where it was taken up; others may say that it was put off."""


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
        "开过的会，删去 planned（和 not_held）；没开的，删去到会人数、决定、选举、任务和它们的办理情况；开了一半休会的，写 adjourned。",
        "If it was held, delete planned (and not_held); if not, take out attendance, decisions, elections, tasks and follow-ups; if it was broken off, write adjourned.",
    ),
    bad=Example({_PATH: _MEETING + _PLANNED + _ATTENDED}),
    good=Example({_PATH: _MEETING + _ATTENDED}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
