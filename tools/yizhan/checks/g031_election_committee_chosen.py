"""G031: the committee that presides over an election is chosen by a meeting that the law names."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_REPRESENTATIVES, VOTE_PATH, vote
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.organic import laws_for
from yizhan.checks.shared.tallies import elections
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind, MeetingKind
from yizhan.wording.law import cited, in_chinese
from yizhan.wording.lists import either
from yizhan.wording.terms import one

_FOUND = Text(
    "{body}是{kind}推选的；{law}规定由{allowed}推选产生。",
    "{body} was chosen by {kind}; under {law}, it is chosen by {allowed}.",
)
_NOT_KNOWN = frozenset((MeetingKind.ELECTION_MEETING, MeetingKind.OTHER))
"""Kinds that do not say who met."""


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    if not record.held or record.meeting_kind in _NOT_KNOWN:
        return
    organic = context.presets.organic
    for _, pointer, election in elections(record):
        body = archive.body(election.body)
        if body is None or all(word not in body.title for word in organic.election_committees):
            continue
        laws = laws_for(body.place, record.date, archive, context)
        for rule in organic.elections:
            if rule.law not in laws or record.meeting_kind in rule.chosen.meetings:
                continue
            law = laws[rule.law]
            message = _FOUND.format(
                body=named(body),
                kind=one(record.meeting_kind),
                law=cited(law, rule.chosen.article),
                allowed=either(one(kind) for kind in rule.chosen.meetings),
            )
            articles = (in_chinese(law, rule.chosen.article),)
            yield Problem(record, (*pointer, "body"), message, articles=articles)


_COMMITTEE = {
    "records/bodies/shili-election.yaml": """\
id: shili-election
title: 示例村村民选举委员会
example: true
body_kind: committee
place: shili-cun
"""
}
_AGENDA = """\
agenda:
  - title: 推选村民选举委员会
    elections:
      - title: 推选村民选举委员会
        body: shili-election
        seats: 1
        candidates:
          - key: a
            votes: 20
            elected: true
          - key: b
            votes: 10
        result: elected
"""
_TITLE = "推选村民选举委员会"

CHECK = Check(
    code="G031",
    title=Text("选举委员会由会议推选", "An election committee is chosen by an assembly"),
    why=Text(
        "村民选举委员会由村民会议、村民代表会议或者各村民小组会议推选产生（村民委员会组织法2025年修正第十五条第二款），居民选举委员会由居民会议或者"
        "居民代表会议推选产生（城市居民委员会组织法2025年修订第十五条第二款）；主持选举的人由别的会来定，居民可以质疑。",
        "A villagers' election committee is chosen by the villagers' assembly, their representatives or the groups (Organic Law of Villagers' Committees, "
        "2025, article 15, paragraph 2), a residents' one by the residents' assembly or their representatives (Organic Law of Urban Residents' Committees, 2025, "
        "article 15, paragraph 2); where others choose who presides, it can be contested.",
    ),
    fix=Text(
        "核对会议的种类（meeting_kind）和选举的 body；确实如此的，如实写进 irregular（不合规的说明）。",
        "Check the meeting's kind (meeting_kind) and the body elected; if it was really so, acknowledge it under irregular.",
    ),
    bad=Example(
        {
            VOTE_PATH: vote(_TITLE, BY_REPRESENTATIVES | {"kind": "council_meeting"}) + _AGENDA,
            **_COMMITTEE,
        }
    ),
    good=Example({VOTE_PATH: vote(_TITLE, BY_REPRESENTATIVES) + _AGENDA, **_COMMITTEE}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
