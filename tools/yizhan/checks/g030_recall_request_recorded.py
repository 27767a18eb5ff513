"""G030: the record of a recall shows how many demanded it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_ASSEMBLY, VOTE_PATH, vote
from yizhan.checks.shared.minutes import decisions
from yizhan.checks.shared.organic import laws_for
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.organic_law import Asking
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.law import cited
from yizhan.wording.lists import either
from yizhan.wording.ruling import share_of
from yizhan.wording.terms import term

_NO_REQUEST = Text(
    "罢免要由{shares}联名提出（{law}），记录没有写是多少人要求的，看不出够不够。",
    "A recall is demanded by {shares} ({law}); the record does not say how many demanded it, so that this cannot be seen.",
)
_NO_WHOLE = Text(
    "罢免要由{shares}联名提出（{law}），记录没有写一共有多少，看不出够不够。",
    "A recall is demanded by {shares} ({law}); the record does not say of how many, so that this cannot be seen.",
)
_OTHER_BASIS = Text(
    "罢免要由{shares}联名提出（{law}），request 的口径（basis）是“{basis}”，看不出够不够。",
    "A recall is demanded by {shares} ({law}); request counts in “{basis}”, so that this cannot be seen.",
)
_SHARE = Text("{share}（{basis}）", "{share} ({basis})")


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    named = {decision.rule: at for at, decision in decisions(record) if decision.rule is not None}
    if not record.held or not named:
        return
    laws = laws_for(record.place, record.date, archive, context)
    for rule in context.presets.organic.elections:
        recall = rule.recall
        if rule.law not in laws or recall.rule not in named:
            continue
        said = {
            "law": cited(laws[rule.law], recall.article),
            "shares": either(
                _SHARE.format(share=share_of(each.share), basis=term(each.basis))
                for each in recall.asking
            ),
        }
        yield from _missing(record, (*named[recall.rule], "rule"), recall.asking, said)


def _missing(
    record: Meeting, pointer: Pointer, asking: tuple[Asking, ...], said: dict[str, Text]
) -> Iterator[Problem]:
    """What the record does not show; ``pointer`` is where it says that it was a recall."""
    request = record.request
    if request is None:
        yield Problem(record, pointer, _NO_REQUEST.format(**said))
    elif all(each.basis is not request.basis for each in asking):
        message = _OTHER_BASIS.format(**said, basis=term(request.basis))
        yield Problem(record, ("request", "basis"), message)
    elif request.of is None:
        yield Problem(record, ("request",), _NO_WHOLE.format(**said))


_MEETING = vote("罢免的会议", BY_ASSEMBLY)
_REQUEST = """\
request:
  date: 2026-03-01
  basis: voters
  count: 200
  of: 900
"""
_RECALL = """\
agenda:
  - title: 罢免一名委员
    decisions:
      - text: 罢免一名委员。
        result: adopted
        rule: villagers-recall
        method: ballot
        vote:
          for: 480
          against: 20
"""

CHECK = Check(
    code="G030",
    title=Text("写明多少人要求罢免", "The record says how many demanded a recall"),
    why=Text(
        "本村五分之一以上有选举权的村民或者三分之一以上的村民代表联名，可以提出罢免（村民委员会组织法2025年修正第十九条第一款）；"
        "社区是十分之一以上有选举权的居民、户的代表，或者三分之一以上的居民代表（城市居民委员会组织法2025年修订第二十条第一款）。"
        "没有写，不等于没有人联名，所以只是提醒。",
        "One fifth of those who may vote, or one third of the representatives, can demand a recall (Organic Law of Villagers' Committees, 2025, article 19, "
        "paragraph 1); in a community one tenth of those who may vote or of the households, or one third of the representatives (Organic Law of Urban "
        "Residents' Committees, 2025, article 20, paragraph 1). A silent record does not mean that nobody did, so this is a warning only.",
    ),
    fix=Text(
        "写 request（提议召开）的 date（日期）、basis（按什么计）、count（提出的）和 of（总数）；来源没有说的，不要编，这条提醒可以留着。",
        "Write request with date, basis, count and of; where no source says it, invent nothing and let this warning stand.",
    ),
    bad=Example({VOTE_PATH: _MEETING + _RECALL}),
    good=Example({VOTE_PATH: _MEETING + _REQUEST + _RECALL}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.WARNING,
)
