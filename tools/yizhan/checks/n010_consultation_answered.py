"""N010: a consultation that is over is followed by something."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import DOGS_PATH, dogs
from yizhan.facts.rule_end import end_of
from yizhan.facts.succession import place_gone
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import DossierStage, Kind

_FOUND = Text(
    "征求意见到 {until} 已经期满，过了 {days} 天，还没有记下后来怎样。",
    "The consultation ended on {until}, {days} {days:day|days} ago, and nothing that followed is recorded.",
)


def _run(record: Amendment, archive: Archive, context: Context) -> Iterator[Problem]:
    last = record.dossier[-1] if record.dossier else None
    if last is None or last.stage is not DossierStage.CONSULTATION or last.until is None:
        return
    rule = archive.get(Rule, record.rule)
    end = end_of(rule, archive) if rule is not None else None
    if end is not None and end.day.latest < context.day_of(record):
        return  # nothing follows any more: the rule itself has ended, or never was
    if rule is not None and place_gone(archive, rule.place, context.day_of(record)):
        return  # P010 asks what became of the rule
    days = (context.day_of(record) - last.until.latest).days
    if days > 0:
        message = _FOUND.format(until=last.until, days=days)
        yield Problem(record, ("dossier", len(record.dossier) - 1, "until"), message)


_CONSULTATION = """\
  - stage: consultation
    date: 2026-03-05
    until: 2026-03-15
"""
_REVIEW = """\
  - stage: review
    date: 2026-03-18
    body: shili-committee
"""

CHECK = Check(
    code="N010",
    title=Text("征求意见期满写明后续", "What followed a consultation is recorded"),
    why=Text(
        "提了意见没有回音，居民下次就不提了。",
        "Residents whose opinions led nowhere keep them to themselves the next time.",
    ),
    fix=Text(
        "在 dossier 里记下一步：审查（review）、表决（vote），或者撤回（withdrawal）；opinions 写收到几条，taken_up 写采纳几条。",
        "Record the next station in the dossier: review, vote or withdrawal; say in opinions how many came in, in taken_up how many were used.",
    ),
    bad=Example({DOGS_PATH: dogs(_CONSULTATION, after=None)}),
    good=Example({DOGS_PATH: dogs(_CONSULTATION + _REVIEW, after=None)}),
    kinds=(Kind.AMENDMENT,),
    run=_run,
    level=Level.DUE,
)
