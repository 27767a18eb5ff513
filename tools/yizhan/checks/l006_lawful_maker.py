"""L006: a rule is adopted by the kind of meeting that the law names."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_ASSEMBLY, BY_REPRESENTATIVES, VOTE_PATH, vote
from yizhan.checks.shared.rule_making import WRONG_MEETING, unlawful_maker
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "{meeting}是{kind}，按{law}，这类规约要由{allowed}通过。",
    "{meeting} is {kind}; under {law} such a rule is adopted by {allowed}.",
)


def _run(record: Rule, archive: Archive, context: Context) -> Iterator[Problem]:
    adopted = record.adopted
    meeting = archive.get(Meeting, adopted.meeting) if adopted is not None else None
    if adopted is None or meeting is None:
        return
    broken = unlawful_maker(record, adopted.date, meeting, archive, context)
    if broken is not None:
        message, cites = _FOUND.format(**broken), broken["cites"]
        yield Problem(record, ("adopted", "meeting"), message, articles=cites)


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
_TITLE = "表决自治章程"
_AGENDA = """\
agenda:
  - title: 自治章程
    rules: [shili-charter]
    decisions:
      - text: 通过自治章程。
        result: adopted
        method: ballot
        vote:
          for: {votes}
"""

CHECK = Check(
    code="L006",
    title=Text("规约由有权的会议通过", "The right meeting adopts the rule"),
    why=Text(
        "村民自治章程、村规民约由村民会议制定和修改，居民公约由居民会议（2026年起可以授权居民代表会议）"
        "制定和修改，管理规约由业主大会决定；换一个会议通过，有没有效力，法律没有说，可以争议。",
        "The villagers' assembly makes charters and village rules, the residents' assembly (from 2026 also its "
        "representatives, if empowered) residents' covenants, the owners' assembly owners' covenants; "
        "adopted by another meeting, a rule can be contested: the law does not say whether it has force.",
    ),
    fix=WRONG_MEETING,
    bad=Example(
        {_PATH: _RULE, VOTE_PATH: vote(_TITLE, BY_REPRESENTATIVES) + _AGENDA.format(votes=36)}
    ),
    good=Example({_PATH: _RULE, VOTE_PATH: vote(_TITLE, BY_ASSEMBLY) + _AGENDA.format(votes=520)}),
    kinds=(Kind.RULE,),
    run=_run,
    level=Level.IRREGULAR,
)
