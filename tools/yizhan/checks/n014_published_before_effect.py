"""N014: an amendment is published before it takes effect."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import (
    BY_ASSEMBLY,
    DOGS_FILED,
    DOGS_PATH,
    VOTE_PATH,
    dogs_agenda,
    vote,
)
from yizhan.facts.rule_text import set_effect
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import DossierStage, Kind

_NEVER = Text(
    "没有公布的记录就施行了。",
    "It took effect, and no publication is recorded.",
)
_LATER = Text(
    "{effect} 施行，{published} 才公布。",
    "It took effect on {effect} and was published only on {published}.",
)


def _run(record: Amendment, _archive: Archive, _context: Context) -> Iterator[Problem]:
    effect = set_effect(record)
    if effect is None:
        return
    stages = [entry.stage for entry in record.dossier]
    pointer = ("dossier", stages.index(DossierStage.EFFECT))
    if DossierStage.PUBLICATION not in stages:
        yield Problem(record, pointer, _NEVER)
        return
    published = record.dossier[stages.index(DossierStage.PUBLICATION)].date
    if effect.surely_before(published):
        message = _LATER.format(effect=effect, published=published)
        yield Problem(record, (*pointer, "date"), message)


_MEETING = vote("村民会议：养犬", BY_ASSEMBLY) + dogs_agenda()
_PUBLISHED = """\
  - stage: publication
    date: 2026-03-26
    where: 村务公开栏
"""
_EFFECT = """\
  - stage: effect
    date: 2026-03-27
"""

CHECK = Check(
    code="N014",
    title=Text("先公布后施行", "Published first, in effect later"),
    why=Text(
        "没有公布的规约，居民无从知道，也就无从遵守。",
        "Nobody can keep a rule that nobody was told of.",
    ),
    fix=Text(
        "在 dossier 里补上公布（publication）的日期和地方，核对施行的日期；确实没有公布的，如实写明不合规（irregular）。",
        "Add when and where it was published to the dossier, and check the day of effect; if it was not, acknowledge that under irregular.",
    ),
    bad=Example({DOGS_PATH: DOGS_FILED + _EFFECT, VOTE_PATH: _MEETING}),
    good=Example({DOGS_PATH: DOGS_FILED + _PUBLISHED + _EFFECT, VOTE_PATH: _MEETING}),
    kinds=(Kind.AMENDMENT,),
    run=_run,
    level=Level.IRREGULAR,
)
