"""L006: a rule is adopted by the kind of meeting that the law names."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_ASSEMBLY, BY_REPRESENTATIVES, VOTE_PATH, vote
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.rule_examples import CHARTER_PATH
from yizhan.checks.shared.rule_making import (
    maker_of_elsewhere,
    makers,
    wrong_maker,
)
from yizhan.facts.met_anew import OF_OWNERS, OF_SOME
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.rule import Adoption, Rule
from yizhan.model.rule_making import RuleMaking
from yizhan.model.text import Text
from yizhan.model.vocabulary import BodyKind, Kind, MeetingKind

_FOUND = Text(
    "{meeting}是{kind}，按{law}，这类规约要由{allowed}通过。",
    "{meeting} is {kind}; under {law} such a rule is adopted by {allowed}.",
)
_ELSEWHERE = Text(
    "{meeting}是“{other}”的会议，按{law}，这份规约要由“{own}”的{allowed}通过。",
    "{meeting} is of “{other}”; under {law} this rule is adopted by {allowed} of “{own}”.",
)
_BODY = Text(
    "通过写的是{body}，按{law}，这类规约要由{allowed}通过。",
    "It was adopted by {body}; under {law} such a rule is adopted by {allowed}.",
)
_OF_A_PART = Text(
    "通过写的是{body}，它只是一部分人的会议，按{law}，这类规约要由{allowed}通过。",
    "It was adopted by {body}, an assembly of a part only; under {law} such a rule is adopted by {allowed}.",
)
_ADOPT_ANEW = Text(
    "核对会议的种类；确实开错了会的，如实写进 irregular（不合规的说明），重新召开有权的会议表决，再运行 yizhan resolve 记下它的追认。",
    "Check the meeting's kind; if the wrong meeting voted, acknowledge it under irregular, let the right one vote, and record with yizhan resolve that it ratified.",
)
_RIGHT_BODY = Text(
    "核对是谁通过的：由会议通过的，在 adopted 里写 meeting；确实是它自己定的，要召开有权的会议表决。",
    "Check who adopted it: if a meeting did, name it in adopted; if that body did so itself, the right meeting must vote.",
)
_OF_ALL = (
    MeetingKind.VILLAGERS_ASSEMBLY,
    MeetingKind.RESIDENTS_ASSEMBLY,
    MeetingKind.OWNERS_ASSEMBLY,
)


def _run(record: Rule, archive: Archive, context: Context) -> Iterator[Problem]:
    adopted = record.adopted
    if adopted is None:
        return
    meeting = archive.get(Meeting, adopted.meeting)
    if meeting is not None:
        broken, wording = wrong_maker(record, adopted.date, meeting, archive, context), _FOUND
        if broken is None:
            broken = maker_of_elsewhere(record, adopted.date, meeting, archive, context)
            wording = _ELSEWHERE
        if broken is not None:
            message, cites = wording.format(**broken), broken["cites"]
            yield Problem(record, ("adopted", "meeting"), message, articles=cites)
            return
    yield from _by_body(record, adopted, archive, context)


def _by_body(
    record: Rule, adopted: Adoption, archive: Archive, context: Context
) -> Iterator[Problem]:
    """A body that is named as the maker and is no meeting that the law names."""
    body, found = archive.body(adopted.body), makers(record, adopted.date, archive, context)
    if body is None or found is None:
        return
    law, said = found
    message, fits = _BODY.format(body=named(body), **said), _can_make(body, law)
    if fits and not _is_of_a_part(body, record, archive):
        return
    if fits:
        message = _OF_A_PART.format(body=named(body), **said)
    yield Problem(record, ("adopted", "body"), message, _RIGHT_BODY, articles=said["cites"])


def _can_make(body: Body, law: RuleMaking) -> bool:
    """Whether a body is of the kind that the law names, by its title; wherever it is."""
    if body.body_kind is not BodyKind.ASSEMBLY:
        return False
    if OF_SOME in body.title:
        return any(kind not in _OF_ALL for kind in law.meetings)
    owners = MeetingKind.OWNERS_ASSEMBLY in law.meetings
    return (
        owners
        if OF_OWNERS in body.title
        else any(kind is not MeetingKind.OWNERS_ASSEMBLY for kind in law.meetings)
    )


def _is_of_a_part(body: Body, rule: Rule, archive: Archive) -> bool:
    """Whether a body is of a part of the rule's place only; of one that lies apart A021 speaks."""
    return body.place != rule.place and any(
        each.id == rule.place for each in archive.lineage(body.place)
    )


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
    fix=_ADOPT_ANEW,
    bad=Example(
        {
            CHARTER_PATH: _RULE,
            VOTE_PATH: vote(_TITLE, BY_REPRESENTATIVES) + _AGENDA.format(votes=36),
        }
    ),
    good=Example(
        {CHARTER_PATH: _RULE, VOTE_PATH: vote(_TITLE, BY_ASSEMBLY) + _AGENDA.format(votes=520)}
    ),
    kinds=(Kind.RULE,),
    run=_run,
    level=Level.IRREGULAR,
)
