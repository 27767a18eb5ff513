"""T015: floor areas add up: votes within those present, those present within those due."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.minutes import decisions
from yizhan.checks.shared.tallies import attendances
from yizhan.facts.presence import attendance_for
from yizhan.facts.tally import cast
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_PRESENT = Text(
    "参加的面积 {present:,} 平方米，超过了总面积 {due:,} 平方米。",
    "{present:,} square {present:metre|metres} took part, more than the {due:,} there are.",
)
_VOTES = Text(
    "表决的面积合计 {votes:,} 平方米，超过了参加的面积 {present:,} 平方米。",
    "The areas of the tally add up to {votes:,} square {votes:metre|metres}, more than the {present:,} that took part.",
)
_MISSING = Text(
    "记了表决的面积，却没有记参加的面积。",
    "There is a tally by area, but no area that took part.",
)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for where, attendance in attendances(record):
        area = attendance.area
        if area is not None and area.present > area.due:
            message = _PRESENT.format(present=area.present, due=area.due)
            yield Problem(record, (*where, "area", "present"), message)
    for pointer, decision in decisions(record):
        own = attendance_for(record, decision)
        area = own.area if own is not None else None
        tally = decision.vote.area if decision.vote is not None else None
        if tally is None:
            continue
        votes = cast(tally)
        if area is None:
            yield Problem(record, (*pointer, "vote", "area"), _MISSING)
        elif votes > area.present:
            message = _VOTES.format(votes=votes, present=area.present)
            yield Problem(record, (*pointer, "vote", "area"), message)


_PATH = "records/meetings/2026/20260218-shili-owners.yaml"
_MEETING = """\
id: 20260218-shili-owners
title: 业主大会
example: true
meeting_kind: owners_assembly
place: shili-cun
date: 2026-02-18
notice:
  date: 2026-01-20
  how: 单元门口张贴
attendance:
  basis: owners
  due: 90
  present: 80
  area:
    due: 9000
    present: 8000
agenda:
  - title: 物业服务
    decisions:
      - text: 续聘物业。
        result: adopted
        vote:
          for: 70
          against: 10
          area:
            for: {area}
            against: 900
"""

CHECK = Check(
    code="T015",
    title=Text("面积加得拢", "Floor areas add up"),
    why=Text(
        "业主大会按人数和专有部分面积两样计算（民法典第二百七十八条）；面积加不拢，表决就没有结果。",
        "Owners' assemblies count owners and floor area alike (Civil Code, article 278); "
        "unless the areas add up there is no result.",
    ),
    fix=Text(
        "对照业主名册核对面积，以整平方米计。",
        "Compare the areas with the register of owners, in whole square metres.",
    ),
    bad=Example({_PATH: _MEETING.format(area=7500)}),
    good=Example({_PATH: _MEETING.format(area=7000)}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
