"""G009: a villagers' or residents' committee has as many members as the law says."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.organic import laws_of_body
from yizhan.checks.shared.place_examples import NEXT_COMMITTEE, NEXT_COMMITTEE_PATH
from yizhan.facts.organic_law import is_committee
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.law import cited, in_chinese

_FOUND = Text(
    "写的是 {members} 人；{law}规定由主任、副主任和委员共 {least} 至 {most} 人组成。",
    "It has {members} {members:member|members}; under {law}, it has {least} to {most}, chair, deputies and members together.",
)


def _run(record: Body, archive: Archive, context: Context) -> Iterator[Problem]:
    organic = context.presets.organic
    if record.members is None or not is_committee(
        record, archive.place(record.place), archive.body(record.parent), organic
    ):
        return
    laws = laws_of_body(record, archive, context)
    for seats in organic.seats:
        size = seats.size
        if seats.body is not record.body_kind or seats.law not in laws or size is None:
            continue
        if not size.least <= record.members <= size.most:
            law = laws[seats.law]
            message = _FOUND.format(
                members=record.members,
                law=cited(law, size.article),
                least=size.least,
                most=size.most,
            )
            articles = (in_chinese(law, size.article),)
            yield Problem(record, ("members",), message, articles=articles)


_BODY = NEXT_COMMITTEE + "members: {members}\n"

CHECK = Check(
    code="G009",
    title=Text("委员会的人数合法", "A committee's size as the law says"),
    why=Text(
        "村民委员会由主任、副主任和委员共三至七人组成（村民委员会组织法2025年修正第八条第一款），居民委员会五至九人"
        "（城市居民委员会组织法2025年修订第八条第一款）。",
        "A villagers' committee has three to seven members (Organic Law of Villagers' Committees, 2025, article 8, paragraph 1), "
        "a residents' committee five to nine (Organic Law of Urban Residents' Committees, 2025, article 8, paragraph 1).",
    ),
    fix=Text(
        "核对 members（成员数），工作人员不算；下属委员会写上 parent（上级组织）。",
        "Check members, staff not counted; a sub-committee names the committee as its parent.",
    ),
    bad=Example({NEXT_COMMITTEE_PATH: _BODY.format(members=8)}),
    good=Example({NEXT_COMMITTEE_PATH: _BODY.format(members=7)}),
    kinds=(Kind.BODY,),
    run=_run,
    level=Level.IRREGULAR,
)
