"""T002: no more votes are cast than people are present."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "赞成、反对、弃权合计 {votes} 票，超过了实到 {present} 人。",
    "For, against and abstained add up to {votes}, more than the {present} present.",
)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    present = record.attendance.present if record.attendance is not None else None
    if present is None:
        return
    for number, item in enumerate(record.agenda):
        for position, decision in enumerate(item.decisions):
            vote = decision.vote
            if vote is None:
                continue
            votes = vote.for_ + vote.against + vote.abstained
            if votes > present:
                pointer = ("agenda", number, "decisions", position, "vote")
                yield Problem(record, pointer, _FOUND.format(votes=votes, present=present))


_PATH = "records/meetings/2026/20260218-shili-talk.yaml"
_MEETING = """\
id: 20260218-shili-talk
title: 二月村民议事会
example: true
meeting_kind: building_deliberation
place: shili-cun
date: 2026-02-18
attendance:
  basis: persons
  due: 20
  present: 18
agenda:
  - title: 广场使用
    decisions:
      - text: 晚上九点关音响。
        result: adopted
        vote:
          for: {votes}
          against: 2
          abstained: 1
"""

CHECK = Check(
    code="T002",
    title=Text("票数不超过实到人数", "Votes of those present"),
    why=Text(
        "票比人多，这次表决就没有人会信。",
        "With more votes than people nobody believes the tally.",
    ),
    fix=Text(
        "对照计票单核对票数和实到人数。",
        "Compare tally and attendance with the counting sheet.",
    ),
    bad=Example({_PATH: _MEETING.format(votes=17)}),
    good=Example({_PATH: _MEETING.format(votes=15)}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
