"""T021: a decision rule that a decision names is there and applies."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.minutes import decision_rules, decisions
from yizhan.facts.decision import Shortfall, judge
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.ruling import fault, under

_ABOUT_THE_RULE = frozenset({Shortfall.UNKNOWN_RULE, Shortfall.RULE_NOT_IN_FORCE})


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    rules, regions = decision_rules(record, archive, context)
    for pointer, decision in decisions(record):
        for shortcoming in judge(record, decision, rules, regions).shortcomings:
            if shortcoming.key in _ABOUT_THE_RULE:
                message = under(shortcoming.rule, fault(shortcoming))
                yield Problem(record, (*pointer, "rule"), message)


_PATH = "records/meetings/2026/20260322-shili-vote.yaml"
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
agenda:
  - title: 修路
    decisions:
      - text: 硬化第一村民小组的路。
        result: adopted
        vote:
          for: 400
          against: 10
"""

CHECK = Check(
    code="T021",
    title=Text("写明的表决规则存在且适用", "A named decision rule is there and applies"),
    why=Text(
        "票数够不够按表决规则算；写了没有的、当时当地不适用的规则，就看不出决定有没有效。",
        "Whether the votes were enough is told by a decision rule; with one that is not there or did not apply, nobody can tell.",
    ),
    fix=Text(
        "删去 rule 这一行，按会议类别自动适用的规则来算；要写的，核对代号和施行日期。",
        "Delete the line rule, and the rules of the meeting's kind apply; or check its key and days.",
    ),
    bad=Example({_PATH: _MEETING + "        rule: shili-unheard-of\n"}),
    good=Example({_PATH: _MEETING}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
