"""N015: an amendment takes effect once, and begins after its rule."""

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
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import DossierStage, Kind

_AGAIN = Text(
    "前面已经写了 {first} 施行，一个修正案只施行一次。",
    "It is in effect from {first} already; an amendment takes effect once.",
)
_EARLY = Text(
    "{date} 就在修改，规约本身 {adopted} 才通过。",
    "It is dated {date}, but the rule it amends was adopted only on {adopted}.",
)


def _run(record: Amendment, archive: Archive, _context: Context) -> Iterator[Problem]:
    effects = [
        (number, entry.date)
        for number, entry in enumerate(record.dossier)
        if entry.stage is DossierStage.EFFECT
    ]
    for number, _ in effects[1:]:
        message = _AGAIN.format(first=effects[0][1])
        yield Problem(record, ("dossier", number, "stage"), message)
    rule = archive.get(Rule, record.rule)
    adopted = rule.adopted.date if rule is not None and rule.adopted is not None else None
    for number, entry in enumerate(record.dossier):
        if adopted is not None and entry.date.surely_before(adopted):
            message = _EARLY.format(date=entry.date, adopted=adopted)
            yield Problem(record, ("dossier", number, "date"), message)
            return


_MEETING = vote("村民会议：养犬", BY_ASSEMBLY) + dogs_agenda()
_EFFECT = """\
  - stage: publication
    date: 2026-03-26
    where: 村务公开栏
  - stage: effect
    date: 2026-03-27
"""
_AGAIN_LATER = """\
  - stage: effect
    date: 2026-03-30
"""

CHECK = Check(
    code="N015",
    title=Text("修正案只施行一次", "Effect comes once, and after the rule"),
    why=Text(
        "规约哪一天是什么样，是按修正案施行的日期算出来的；日期有两个，或者早于规约本身，就算不出来。",
        "What a rule said on a day is computed from the day its amendments took effect; with two such days, or one before the rule, it cannot be.",
    ),
    fix=Text(
        "核对日期，只留一条 effect（施行）；分两批施行的，分成两个修正案。",
        "Check the dates and keep one effect; what comes into force in two parts is two amendments.",
    ),
    bad=Example({DOGS_PATH: DOGS_FILED + _EFFECT + _AGAIN_LATER, VOTE_PATH: _MEETING}),
    good=Example({DOGS_PATH: DOGS_FILED + _EFFECT, VOTE_PATH: _MEETING}),
    kinds=(Kind.AMENDMENT,),
    run=_run,
    level=Level.ERROR,
)
