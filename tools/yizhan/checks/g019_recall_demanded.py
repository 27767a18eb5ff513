"""G019: a recall was demanded by as many as the law asks."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_ASSEMBLY, VOTE_PATH, vote
from yizhan.checks.shared.minutes import decisions
from yizhan.checks.shared.organic import laws_for
from yizhan.facts.organic_law import demanded
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.law import cited, in_chinese
from yizhan.wording.ruling import share_of

_FOUND = Text(
    "要求罢免的有 {count:,}/{whole:,}，{law}要求{share}。",
    "{count:,} of {whole:,} demanded the recall; {law} asks for {share}.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    request = record.request
    named = {decision.rule for _, decision in decisions(record)}
    if request is None or request.of is None or named == {None}:
        return
    laws = laws_for(record.place, record.date, archive, context)
    for rule in context.presets.organic.elections:
        recall = rule.recall
        if rule.law not in laws or recall.rule not in named:
            continue
        if demanded(request, recall.asking) is False:
            law = laws[rule.law]
            shares = (each.share for each in recall.asking if each.basis is request.basis)
            message = _FOUND.format(
                count=request.count,
                whole=request.of,
                law=cited(law, recall.article),
                share=share_of(next(shares)),
            )
            articles = (in_chinese(law, recall.article),)
            yield Problem(record, ("request", "count"), message, articles=articles)


_MEETING = vote("罢免的会议", BY_ASSEMBLY)
_RECALL = """\
request:
  date: 2026-03-01
  basis: voters
  count: {count}
  of: 900
agenda:
  - title: 罢免一名委员
    decisions:
      - text: 罢免一名委员。
        result: adopted
        method: ballot
        rule: villagers-recall
        vote:
          for: 300
          against: 220
"""

CHECK = Check(
    code="G019",
    title=Text("要求罢免的人数合法", "A recall demanded by enough"),
    why=Text(
        "五分之一以上有选举权的村民或者三分之一以上的村民代表联名，可以要求罢免村民委员会成员（村民委员会组织法2025年修正第十九条第一款）；居民委员会是"
        "十分之一以上的居民或者户的代表、三分之一以上的居民代表（城市居民委员会组织法2025年修订第二十条第一款）。",
        "One fifth of the voters or one third of the representatives may demand that a member of the villagers' committee be recalled (Organic Law of "
        "Villagers' Committees, 2025, article 19, paragraph 1); for residents' committees one tenth of the residents or households, or one third of "
        "the representatives (2025, article 20, paragraph 1).",
    ),
    fix=Text(
        "对照联名书核对 request（提议召开）的人数；确实不够的，如实写进 irregular（不合规的说明）。",
        "Compare request with the signed demand; if there really were too few, acknowledge it under irregular.",
    ),
    bad=Example({VOTE_PATH: _MEETING + _RECALL.format(count=179)}),
    good=Example({VOTE_PATH: _MEETING + _RECALL.format(count=180)}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
