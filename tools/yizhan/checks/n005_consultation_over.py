"""N005: a consultation has a last day, and the vote comes after it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import DOGS_PATH, dogs
from yizhan.checks.shared.waiting import too_early
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import DossierStage, Kind

_OPEN = Text(
    "征求意见没有写到哪一天为止。",
    "The consultation has no last day.",
)
_EARLY = Text(
    "征求意见到 {until} 才结束，{date} 就已经表决。",
    "The consultation ends only on {until}, but the vote was on {date}.",
)


def _run(record: Amendment, _archive: Archive, _context: Context) -> Iterator[Problem]:
    yield from too_early(record, DossierStage.CONSULTATION, DossierStage.VOTE, _OPEN, _EARLY)


_CONSULTATION = """\
  - stage: consultation
    date: 2026-03-25
"""

CHECK = Check(
    code="N005",
    title=Text("征求意见有期限", "Consultations have a last day"),
    why=Text(
        "居民要知道意见提到哪一天为止；期限没过就表决，后来的意见等于白提。",
        "Residents must know until when they can speak up; a vote before that day makes late opinions void.",
    ),
    fix=Text(
        "写上 until（截止日），并核对表决的日期。",
        "Give the last day in until, and check the day of the vote.",
    ),
    bad=Example({DOGS_PATH: dogs(_CONSULTATION)}),
    good=Example({DOGS_PATH: dogs(_CONSULTATION + "    until: 2026-04-10\n")}),
    kinds=(Kind.AMENDMENT,),
    run=_run,
    level=Level.IRREGULAR,
)
