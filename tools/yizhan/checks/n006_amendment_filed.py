"""N006: an amendment of a rule that the law wants filed is filed itself."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_ASSEMBLY, DOGS_PATH, dogs, dogs_agenda, vote
from yizhan.checks.shared.rule_making import filing_missed
from yizhan.facts.rule_text import effect_of
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import DossierStage, Kind

_FOUND = Text(
    "{date} 表决以后还没有备案的记录，{law}要求报备案。",
    "Voted on {date} and no filing is recorded; {law} asks for it.",
)


def _run(record: Amendment, archive: Archive, context: Context) -> Iterator[Problem]:
    stages = [entry.stage for entry in record.dossier]
    rule = archive.get(Rule, record.rule)
    if rule is None or DossierStage.VOTE not in stages or effect_of(rule, record) is None:
        return
    if DossierStage.FILING in stages:
        return
    number = stages.index(DossierStage.VOTE)
    missed = filing_missed(rule, record.dossier[number].date, archive, context)
    if missed is not None:
        yield Problem(record, ("dossier", number), _FOUND.format(**missed))


_IN_EFFECT = """\
  - stage: vote
    date: 2026-02-05
    meeting: 20260205-shili-vote
  - stage: publication
    date: 2026-02-10
  - stage: effect
    date: 2026-02-20
"""
_FILING = """\
  - stage: filing
    date: 2026-02-24
    body: shili-office
"""
_MEETING_PATH = "records/meetings/2026/20260205-shili-vote.yaml"
_MEETING = vote("村民会议：养犬", BY_ASSEMBLY, "2026-02-05", "2026-01-20") + dogs_agenda(votes=500)

CHECK = Check(
    code="N006",
    title=Text("修改已经备案", "The amendment is filed"),
    why=Text(
        "章程、村规民约和居民公约修改以后同样要报备案：村民委员会组织法（2025年修正）第三十一条，"
        "城市居民委员会组织法（2025年修订）第三十一条。",
        "Amended charters, village rules and covenants are to be filed like new ones: article 31 of the Organic Law "
        "of Villagers' Committees (2025), article 31 of that of Urban Residents' Committees (2025).",
    ),
    fix=Text(
        "报备案以后，在 dossier 里加一条 filing（备案）。",
        "File it, then add a filing entry to the dossier.",
    ),
    bad=Example({DOGS_PATH: dogs(_IN_EFFECT, after=None), _MEETING_PATH: _MEETING}),
    good=Example({DOGS_PATH: dogs(_IN_EFFECT + _FILING, after=None), _MEETING_PATH: _MEETING}),
    kinds=(Kind.AMENDMENT,),
    run=_run,
    level=Level.DUE,
)
