"""T018: where an assembly's decision was made public is recorded."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.chains import chain_problems
from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ROADS, ROADS_PATH
from yizhan.checks.shared.minutes import postings, publication_due
from yizhan.facts.irregular import decision_effect
from yizhan.facts.meeting_chain import ChainFault
from yizhan.facts.ruling import Doubt
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import DecisionResult, Kind
from yizhan.wording.law import article, named_law

_FOUND = Text(
    "{date} 通过的这项决定还没有写明在哪里公布（{law}{article}）。",
    "For this decision of {date} no publication is recorded ({law}, {article}).",
)

_IN_CHAIN = {
    ChainFault.NOT_PUBLISHED: Text(
        "{date} 作出的决定还没有写明在哪里公开（{law}{article}）。",
        "For the decision of {date} no publication is recorded ({law}, {article}).",
    ),
}


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    if not publication_due(record, context):
        return
    if record.chain is not None:
        yield from chain_problems(record, archive, context, _IN_CHAIN, {})
        return
    for pointer, item, decision, judged in postings(record, archive, context):
        if item.rules or item.amendments:
            continue  # published with the rule's text, whose own record says where
        if decision.result is not DecisionResult.ADOPTED or decision.published is not None:
            continue
        if decision_effect(record, item, decision, context.day_of(record)) is False:
            continue  # annulled: there is nothing to be published any more
        if decision.amends is not None:
            continue  # published as part of the motion that it changed
        for doubt in judged.unjudged:
            if doubt.key is Doubt.NO_POSTING and doubt.rule.posting is not None:
                law, where = named_law(doubt.rule.law), article(doubt.rule.posting.article)
                message = _FOUND.format(date=record.date, law=law, article=where)
                yield Problem(record, pointer, message)
                break


_PUBLISHED = """\
        published:
          start: 2026-02-23
          end: 2026-03-10
          where: 村务公开栏
"""

CHECK = Check(
    code="T018",
    title=Text("决定写明在哪里公布", "It is recorded where a decision was published"),
    why=Text(
        "村民会议、居民会议和代表会议决定的事要及时公布（2026年起：村民委员会组织法第三十五条，城市居民委员会组织法"
        "第三十四条）；没有写公布，没到会的人就不知道定了什么，也不知道到哪里去看。",
        "What assemblies and representatives decide is made public in time (from 2026: Organic Law of Villagers' "
        "Committees, article 35; of Urban Residents' Committees, article 34); without it those absent never learn of it.",
    ),
    fix=Text(
        "在这项决定下面写 published（公布）：start（起）、end（止）、where（在哪里）；还没有公布的，先公布。",
        "Under the decision write published with start, end and where; if it was not made public yet, do that first.",
    ),
    bad=Example({ROADS_PATH: ROADS}),
    good=Example({ROADS_PATH: ROADS + _PUBLISHED}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.DUE,
)
