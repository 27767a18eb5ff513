"""T017: what an assembly decided is on display as long as the law asks."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ROADS, ROADS_PATH
from yizhan.checks.shared.minutes import postings
from yizhan.facts.ruling import Shortfall
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.law import article, named_law
from yizhan.wording.ruling import cited

_FOUND = Text(
    "决定公布了 {have} 天，{law}{article}要求至少 {need} 天。",
    "The decision was on display for {have} {have:day|days}; {law}, {article}, asks for {need} at least.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    for pointer, _, _, judged in postings(record, archive, context):
        for shortcoming in judged.shortcomings:
            # Fewer than one day: no posting, or one whose end comes before its start (D002).
            if shortcoming.key is Shortfall.SHORT_POSTING and shortcoming.have > 0:
                assert shortcoming.rule is not None, "a posting is short of what a rule asks"
                message = _FOUND.format(
                    have=shortcoming.have,
                    need=shortcoming.need,
                    law=named_law(shortcoming.rule.law),
                    article=article(shortcoming.article or ""),
                )
                cites = (cited(shortcoming.rule, shortcoming.article),)
                where = (*pointer, "published", "end")
                yield Problem(record, where, message, articles=cites)


_PUBLISHED = """\
        published:
          start: 2026-02-23
          end: {end}
          where: 村务公开栏
"""

CHECK = Check(
    code="T017",
    title=Text("决定公布够天数", "Decisions are on display long enough"),
    why=Text(
        "村民会议、居民会议和代表会议的决定要公布，2026年起公布的期限不得少于十五日"
        "（村民委员会组织法第三十五条，城市居民委员会组织法第三十四条），在外的人回来还能看到。",
        "Decisions of assemblies and representatives are made public, from 2026 for fifteen days at least (Organic Law of "
        "Villagers' Committees, article 35; of Urban Residents' Committees, article 34), so that those away still see them.",
    ),
    fix=Text(
        "核对公布的起止日期：写错的改对；公布得确实不够的，接着公布够天数，把截止日期改到那一天。已经合并的用更正来改。",
        "Check both days and put a wrong one right; where it was too short in truth, keep the decision on display for the days "
        "that are missing and set the end accordingly. In what is merged that is a correction.",
    ),
    bad=Example({ROADS_PATH: ROADS + _PUBLISHED.format(end="2026-03-02")}),
    good=Example({ROADS_PATH: ROADS + _PUBLISHED.format(end="2026-03-10")}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
