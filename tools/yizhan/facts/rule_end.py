"""Until when a rule bound, for whatever reason it no longer does: repealed, annulled, never adopted.

What was not adopted binds nothing, and what was annulled binds nothing from then on: neither what it
asks of meetings, nor matters, schemes and amendments that rest on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple

from yizhan.facts.effects import ADOPTING
from yizhan.facts.irregular import State, binds, ratified_since, rule_rests_on, state_on
from yizhan.facts.settled import Unsettled
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.record import Irregularity
from yizhan.model.rule import Rule
from yizhan.model.vocabulary import ResolutionResult


class Ended(StrEnum):
    """Why a rule no longer binds."""

    REPEALED = "repealed"
    ANNULLED = "annulled"
    NEVER = "never"
    UNSETTLED = "unsettled"
    VOID = "void"
    """Annulled, expressly without effect from the beginning."""


NEVER_BOUND = frozenset({Ended.NEVER, Ended.UNSETTLED, Ended.VOID})
"""Why a rule bound at no time."""


class RuleEnd(NamedTuple):
    """The last day on which a rule bound, and why it was the last.

    Attributes:
        day: last day, as ``Rule.repealed`` is; before the rule's first day where it never bound.
    """

    why: Ended
    day: PartialDate


def end_of(rule: Rule, archive: Archive) -> RuleEnd | None:
    """Until when a rule bound; None while it binds.

    Args:
        rule: which is asked about.
        archive: where the meeting that adopted it is, and those who resolved what was irregular.
    """
    said = rule_rests_on(rule, archive)
    found = [
        RuleEnd(Ended.ANNULLED, _day_before(each.resolution.date))
        for each in said
        if each.resolution is not None and each.resolution.result is ResolutionResult.ANNULLED
        if not isinstance(each, Unsettled)
    ]
    if rule.repealed is not None:
        found.append(RuleEnd(Ended.REPEALED, rule.repealed))
    began, never = _first_day(rule), [why for each in said if (why := _never(each)) is not None]
    if began is not None and any(_from_beginning(each) for each in said):
        never = [*never, Ended.VOID]
    if began is not None and never:
        found.append(RuleEnd(min(never), _day_before(PartialDate.of(began.earliest))))
    return min(found, key=lambda each: each.day.latest, default=None)


def bound(rule: Rule, archive: Archive) -> Rule:
    """A rule with the days between which it bound: from a ratification on, until whatever ended it."""
    end = end_of(rule, archive)
    since = ratified_since(rule_rests_on(rule, archive))
    began = rule.effective
    if since is not None and (began is None or began.latest < since.latest):
        began = since
    last = end.day if end is not None else None
    if (began, last) == (rule.effective, rule.repealed):
        return rule
    return replace(rule, effective=began, repealed=last)


def _never(said: Irregularity) -> Ended | None:
    """Why what an acknowledgment is of never bound: not adopted, and made good by nobody who could."""
    if said.code not in ADOPTING:
        return None
    found = said.resolution
    known = found.date.latest if found is not None else said.date.latest
    kept = found is not None and found.result is not ResolutionResult.ANNULLED
    if kept and state_on(said, known) is State.UNSETTLED:
        return Ended.UNSETTLED
    return None if binds((said,), known) else Ended.NEVER


def _from_beginning(said: Irregularity) -> bool:
    found = said.resolution
    return found is not None and found.from_beginning and not isinstance(said, Unsettled)


def _first_day(rule: Rule) -> PartialDate | None:
    days = [rule.effective, rule.adopted.date if rule.adopted is not None else None]
    return min(
        (each for each in days if each is not None), key=lambda each: each.earliest, default=None
    )


def makers_of_rules(archive: Archive) -> Iterator[Rule]:
    """Each rule that sets quorums and majorities itself, as it bound; what never bound is left out."""
    for rule in archive.of(Rule):
        if rule.decision_rules:
            end = end_of(rule, archive)
            if end is None or end.why not in NEVER_BOUND:
                yield bound(rule, archive)


def _day_before(day: PartialDate) -> PartialDate:
    """The last day before one; a day known to the month or year stays as vague as it is."""
    return PartialDate.of(day.earliest - timedelta(days=1)) if day.day is not None else day
