"""T016: the record of a lawful assembly shows that it could decide."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ROAD, VOTE_PATH
from yizhan.checks.shared.minutes import unprovable
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.ruling import doubt, under


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    for pointer, each in unprovable(record, archive, context):
        yield Problem(record, pointer, under(each.rule, doubt(each.key)))


_MEETING = """\
id: 20260322-shili-vote
title: 村民会议：修路
example: true
meeting_kind: villagers_assembly
place: shili-cun
date: 2026-03-22
notice:
  date: 2026-03-08
  how: 村务公开栏
attendance:
  basis: persons
  due: 900
  present: 470
"""
_VOTE = """\
        vote:
          for: 460
          against: 10
"""

CHECK = Check(
    code="T016",
    title=Text("记录看得出决定有效", "The record shows that the decision stands"),
    why=Text(
        "村民会议、居民会议、业主大会的决定有没有效，要看人数和票数；没有记，日后有人质疑就说不清。",
        "Whether a decision of an assembly stands is told by attendance and tally; unrecorded, it can be contested any time.",
    ),
    fix=Text(
        "对照签到表和计票单补上；报道里没有的，不要编，这条提醒可以留着。",
        "Add them from the attendance and counting sheets; where a report does not say, invent nothing and let this warning stand.",
    ),
    bad=Example({VOTE_PATH: _MEETING + ROAD}),
    good=Example({VOTE_PATH: _MEETING + ROAD + _VOTE}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.WARNING,
)
