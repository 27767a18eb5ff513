"""L006: a rule is adopted by the kind of meeting that the law names."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.rule_making import making_of
from yizhan.checks.shared.words import named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.lists import either
from yizhan.wording.terms import one

_FOUND = Text(
    "{meeting}是{kind}，按{law}，这类规约要由{allowed}通过。",
    "{meeting} is {kind}; under {law} such a rule is adopted by {allowed}.",
)


def _run(record: Rule, archive: Archive, _context: Context) -> Iterator[Problem]:
    adopted = record.adopted
    meeting = archive.get(Meeting, adopted.meeting) if adopted is not None else None
    if adopted is None or meeting is None:
        return
    law = making_of(record, adopted.date, archive)
    if law is not None and meeting.meeting_kind not in law.meetings:
        message = _FOUND.format(
            meeting=named(meeting),
            kind=one(meeting.meeting_kind),
            law=law.making,
            allowed=either(one(kind) for kind in sorted(law.meetings)),
        )
        yield Problem(record, ("adopted", "meeting"), message)


_PATH = "records/rules/shili-charter/rule.yaml"
_RULE = """\
id: shili-charter
title: 示例村村民自治章程
example: true
rule_kind: charter
place: shili-cun
wording: unknown
adopted:
  date: 2026-03-22
  meeting: 20260322-shili-vote
"""
_MEETING_PATH = "records/meetings/2026/20260322-shili-vote.yaml"
_MEETING = """\
id: 20260322-shili-vote
title: 表决自治章程
example: true
meeting_kind: {kind}
place: shili-cun
date: 2026-03-22
notice:
  date: 2026-03-08
  how: 村务公开栏
attendance:
  basis: {basis}
  due: {due}
  present: {present}
agenda:
  - title: 自治章程
    rules: [shili-charter]
    decisions:
      - text: 通过自治章程。
        result: adopted
        method: ballot
        vote:
          for: {present}
"""

CHECK = Check(
    code="L006",
    title=Text("规约由有权的会议通过", "The right meeting adopts the rule"),
    why=Text(
        "村民自治章程、村规民约由村民会议制定和修改，居民公约由居民会议（2026年起可以授权居民代表会议）"
        "制定和修改，管理规约由业主大会决定；换一个会议通过，规约就没有效力。",
        "The villagers' assembly makes charters and village rules, the residents' assembly (from 2026 also its "
        "representatives, if empowered) residents' covenants, the owners' assembly owners' covenants; "
        "adopted by another meeting, a rule has no force.",
    ),
    fix=Text(
        "核对会议的种类；确实开错了会的，要重新召开有权的会议表决。",
        "Check the meeting's kind; if the wrong meeting voted, the right one must vote again.",
    ),
    bad=Example(
        {
            _PATH: _RULE,
            _MEETING_PATH: _MEETING.format(
                kind="villagers_representatives", basis="representatives", due=40, present=36
            ),
        }
    ),
    good=Example(
        {
            _PATH: _RULE,
            _MEETING_PATH: _MEETING.format(
                kind="villagers_assembly", basis="persons", due=900, present=520
            ),
        }
    ),
    kinds=(Kind.RULE,),
    run=_run,
    level=Level.IRREGULAR,
)
