"""T001: no more are present than are due."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import TALK, TALK_PATH
from yizhan.checks.shared.tallies import attendances
from yizhan.facts.presence import represented
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "实到 {present} 人，超过了应到 {due} 人。",
    "{present} {present:was|were} present, more than the {due} who {due:was|were} due.",
)
_NOBODY = Text(
    "应到写的是 0：没有人应到，就没有会。",
    "Nobody was due, and without anybody there is no meeting.",
)
_LEAVE_OUT = Text(
    "按名册写应到多少；来源没有说的，不写 due（应到）。",
    "Write how many were due by the register; leave due out where the source does not say.",
)
_WITH_OTHERS = Text(
    "实到 {present}、请假 {excused}、委托 {represented}，合计超过了应到 {due}。",
    "{present} present, {excused} excused and {represented} represented are more than the {due} who {due:was|were} due.",
)

_SUM = Text(
    "对照签到表核对这几个数：excused（请假）、委托、present（实到）、due（应到）里有一个写错了；列席的人不算在内，写进 categories。",
    "Check these numbers against the sheet: one of excused, represented, present and due is wrong; guests are not among them, but under categories.",
)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, attendance in attendances(record):
        due, present = attendance.due, attendance.present
        if due is None:
            continue
        if due == 0:
            yield Problem(record, (*pointer, "due"), _NOBODY, _LEAVE_OUT)
            continue
        if present is not None and present > due:
            yield Problem(record, (*pointer, "present"), _FOUND.format(present=present, due=due))
            continue
        others = (attendance.excused or 0) + represented(attendance)
        if others and (present or 0) + others > due:
            message = _WITH_OTHERS.format(
                present=present or 0,
                excused=attendance.excused or 0,
                represented=represented(attendance),
                due=due,
            )
            yield Problem(record, (*pointer, "due"), message, _SUM)


_ATTENDANCE = """\
attendance:
  basis: persons
  due: 20
  present: {present}
"""

CHECK = Check(
    code="T001",
    title=Text("实到不超过应到", "Present of those due"),
    why=Text(
        "应到是分母：过没过半数、够不够三分之二，都按它算；分母错了，决定有没有效就说不清。",
        "Those due are the denominator of every quorum; with a wrong one nobody can tell whether a decision stands.",
    ),
    fix=Text(
        "核对 due（应到）和 present（实到）；列席的人不算在内，写进 categories。",
        "Check due and present; guests are not counted, list them under categories.",
    ),
    bad=Example({TALK_PATH: TALK + _ATTENDANCE.format(present=23)}),
    good=Example({TALK_PATH: TALK + _ATTENDANCE.format(present=18)}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
