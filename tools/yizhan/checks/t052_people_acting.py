"""T052: no more people move, second, count or nominate than those of their sort could."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ATTENDANCE, TALK, TALK_PATH
from yizhan.checks.shared.minutes import decisions
from yizhan.checks.shared.tallies import actors
from yizhan.facts.presence import attendance_at, represented
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Attendance, Meeting
from yizhan.model.meeting_vocabulary import PeopleGroup
from yizhan.model.text import Text
from yizhan.model.vocabulary import Basis, Kind

_THERE = Text(
    "写的是 {number} 人，在场的只有 {most} 人。",
    "{number} {number:is|are} named, and only {most} {most:was|were} there.",
)
_VOTERS = Text(
    "提名的有 {number} 人，有权投票的只有 {most} 人。",
    "{number} {number:has|have} nominated, and only {most} can vote.",
)
_COUNTED_AS: Mapping[Basis, frozenset[PeopleGroup]] = {
    Basis.REPRESENTATIVES: frozenset({PeopleGroup.MEMBERS, PeopleGroup.REPRESENTATIVES}),
    Basis.PERSONS: frozenset({PeopleGroup.MEMBERS, PeopleGroup.RESIDENTS}),
    Basis.VOTERS: frozenset({PeopleGroup.RESIDENTS}),
    Basis.HOUSEHOLDS: frozenset({PeopleGroup.HOUSEHOLDS}),
    Basis.OWNERS: frozenset({PeopleGroup.OWNERS}),
}
"""Who is counted one by one in an attendance; others who act are not among them."""
_BOTH = Text(
    "动议的和附议的一共 {number} 人，超过了在场的 {most} 人；附议的是别的人。",
    "{number} moved and seconded it together, more than the {most} who were there; those who second are others.",
)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, actor in actors(record):
        if pointer[0] != "agenda" or actor.number is None or actor.group is None:
            continue
        number = int(pointer[1])
        attendance = attendance_at(record, number)
        if attendance is None or actor.group not in _COUNTED_AS[attendance.basis]:
            continue
        before = "nominated_by" in pointer
        most = _eligible(record, pointer, attendance) if before else _there(attendance)
        if most is not None and actor.number > most:
            message = (_VOTERS if before else _THERE).format(number=actor.number, most=most)
            yield Problem(record, (*pointer, "number"), message)
    yield from _together(record)


def _together(record: Meeting) -> Iterator[Problem]:
    """Those who second a motion are others than those who move it, and all of them are there."""
    for pointer, decision in decisions(record):
        attendance = attendance_at(record, int(pointer[1]))
        most = None if attendance is None else _there(attendance)
        if attendance is None or most is None:
            continue
        numbers = [
            [each.number or 0 for each in acting if each.group in _COUNTED_AS[attendance.basis]]
            for acting in (decision.moved_by, decision.seconded_by)
        ]
        moved, seconded = map(sum, numbers)
        if moved <= most and seconded <= most < moved + seconded:
            message = _BOTH.format(number=moved + seconded, most=most)
            yield Problem(record, (*pointer, "seconded_by"), message)


def _eligible(record: Meeting, pointer: Pointer, attendance: Attendance) -> int | None:
    """How many could nominate: whoever can vote, there or not."""
    election = record.agenda[int(pointer[1])].elections[int(pointer[3])]
    return attendance.due if election.eligible is None else election.eligible


def _there(attendance: Attendance) -> int | None:
    """How many were there or had others act for them, whoever came or left."""
    if attendance.present is None:
        return attendance.due
    return max(attendance.present, 0) + represented(attendance)


_AGENDA = """\
agenda:
  - title: 广场使用
    decisions:
      - text: 晚上九点关音响。
        result: rejected
        seconded_by:
          - group: members
            number: {number}
"""

CHECK = Check(
    code="T052",
    title=Text("附议、计票、提名的人数不超过在场的", "No more act than are there"),
    why=Text(
        "提议、附议、计票的人都在会场里，提名的人都有权投票；人数更多，总有一个数写错。",
        "Those who move, second or count are in the room, and those who nominate can vote; where they are more, a number is wrong.",
    ),
    fix=Text(
        "对照会议记录核对 number（人数）和实到。",
        "Compare number and present with the minutes.",
    ),
    bad=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA.format(number=60)}),
    good=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA.format(number=2)}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
