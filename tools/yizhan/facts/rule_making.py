"""Which law of making rules held for a rule on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from yizhan.facts.jurisdiction import nature_of
from yizhan.model.dates import PartialDate
from yizhan.model.decision_rule import in_force
from yizhan.model.place import Place
from yizhan.model.rule import Rule
from yizhan.model.rule_making import RuleMaking
from yizhan.model.vocabulary import PlaceLevel, RuleKind

_NO_OWNERS = frozenset(
    (PlaceLevel.DISTRICT, PlaceLevel.STREET, PlaceLevel.TOWN, PlaceLevel.VILLAGE, PlaceLevel.GROUP)
)
"""Levels of places that nobody owns in shares: 业主 are those of the units of a compound or building."""


def of_other_places(
    rule: Rule, date: PartialDate, line: Sequence[Place], laws: Iterable[RuleMaking]
) -> RuleMaking | None:
    """The law that gives a kind of rule to other places than the rule's.

    Args:
        rule: the rule.
        date: when it was adopted.
        line: the rule's place and what it lies in, from the root down; not empty.
        laws: every law of making rules.

    Returns:
        None where the place may have such a rule, where no law at hand knows the kind, and where it
        cannot be seen which law held, or whether the place is a village's.
    """
    where = nature_of(line)
    known = [
        law for law in laws if rule.rule_kind in law.rules and in_force(law.valid, date) is True
    ]
    if rule.rule_kind is RuleKind.OWNERS_COVENANT:
        return next(iter(known), None) if line[-1].level in _NO_OWNERS else None
    if rule.rule_kind is RuleKind.CHARTER:
        return None  # 自治章程 may be anybody's: a law that gives villages one takes none from a community
    if where is None or any(law.places in (None, where) for law in known):
        return None
    return next(iter(known), None)


def making_of(
    rule: Rule, date: PartialDate, line: Sequence[Place], laws: Iterable[RuleMaking]
) -> RuleMaking | None:
    """Return the law under which a rule is made or amended on a date.

    Args:
        rule: which is made or amended.
        date: when it is adopted or voted on.
        line: the rule's place and what it lies in, from the root down.
        laws: every law of making rules.

    Returns:
        None where the law names no meeting, and where it cannot be seen which law holds: of a
        date known to the year only, in the year of a change, or of a place outside the tree.
    """
    where = nature_of(line)
    return next(
        (
            law
            for law in laws
            if rule.rule_kind in law.rules
            and law.places in (None, where)
            and in_force(law.valid, date) is True
        ),
        None,
    )
