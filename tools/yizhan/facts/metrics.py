"""Figures about matters, each with its receipts: definition, members, and what was left out.

Every figure has a numerator and a denominator, and both are sets of matters. What is worked out here
is whole; which figures are too small to be published, ``metric_tables`` decides.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import compress
from typing import cast

from yizhan.facts.metric_definitions import (
    DEFINITIONS,
    Definition,
    Measured,
    People,
    Reason,
    Unit,
)
from yizhan.facts.summary import Summary
from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Members:
    """The ids behind a figure."""

    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its receipts.

    Attributes:
        numerator: for days: how many took no longer than the value; for people: how many residents
            were satisfied.
        denominator: how many matters it is a figure of; for people: how many residents were asked.
        exclusions: why matters of the group are not in the denominator, and which; a few ids.
        value: exact; None where there is nothing to count, and where it is withheld.
        suppressed: withheld: then it has neither numbers nor members.
    """

    definition: Definition
    numerator: int | None
    denominator: int | None
    exclusions: Mapping[Reason, tuple[str, ...]]
    members: Members
    value: Fraction | None
    suppressed: bool = False

    @property
    def matters(self) -> int:
        """How many matters it is a figure of, whatever it counts."""
        return len(self.members.denominator)

    @property
    def key(self) -> str:
        """The definition's key."""
        return self.definition.key


@dataclass(frozen=True, slots=True)
class Sheet:
    """Matters, each measured once for every figure.

    Attributes:
        matters: everything that is looked at, by id.
        measured: by id: one measure for each of ``DEFINITIONS``.
        vague: ids left out because it cannot be told whether they were raised in the period.
    """

    matters: Mapping[str, Summary]
    measured: Mapping[str, tuple[Measured, ...]]
    vague: tuple[str, ...] = ()


def measure(
    matters: Iterable[Summary], first: date | None = None, last: date | None = None
) -> Sheet:
    """Put the measures of matters beside one another.

    Args:
        matters: in short, on the day asked.
        first: only what was raised on this day or later.
        last: only what was raised on this day or earlier.
    """
    found: dict[str, Summary] = {}
    vague: list[str] = []
    for matter in sorted(matters, key=lambda each: each.id):
        inside = _inside(matter.raised, first, last)
        if inside is None:
            vague.append(matter.id)
        elif inside:
            found[matter.id] = matter
    measured = {identifier: matter.measures for identifier, matter in found.items()}
    return Sheet(found, measured, tuple(vague))


def _inside(day: PartialDate, first: date | None, last: date | None) -> bool | None:
    """Whether a date lies in a period; None where it may or may not."""
    if (first is not None and day.latest < first) or (last is not None and day.earliest > last):
        return False
    cut = (first is not None and day.earliest < first) or (last is not None and day.latest > last)
    return None if cut else True


def figures_of(sheet: Sheet, ids: Sequence[str]) -> tuple[Figure, ...]:
    """Every figure about some of the matters; nothing is withheld yet."""
    columns = list(zip(*(sheet.measured[each] for each in ids), strict=True)) or [()] * len(
        DEFINITIONS
    )
    same: _Same = {}
    return tuple(
        _figure(definition, ids, column, same)
        for definition, column in zip(DEFINITIONS, columns, strict=True)
    )


_Same = dict[tuple[str, ...], tuple[str, ...]]
"""The same matters are left out of one figure after another: one tuple for all of them."""


def _figure(
    definition: Definition, ids: Sequence[str], measures: Sequence[Measured], same: _Same
) -> Figure:
    # a column is looked through once: a build after one edit works out 2,500 figures
    counted = [type(each) is not Reason for each in measures]
    if definition.unit is Unit.PEOPLE:
        return _people(definition, ids, measures)
    numbers = cast("list[int]", list(compress(measures, counted)))
    base = tuple(ids)
    exclusions: dict[Reason, list[str]] = defaultdict(list)
    if len(numbers) < len(base):
        base = tuple(compress(ids, counted))
        for identifier, reason in zip(ids, measures, strict=True):
            if isinstance(reason, Reason):
                exclusions[reason].append(identifier)
    value = _value(definition, numbers)
    if definition.unit is Unit.DAYS:
        most = -1 if value is None else int(value)
        upper = tuple(compress(base, (number <= most for number in numbers)))
    else:
        upper = tuple(compress(base, numbers))
    left = {reason: tuple(exclusions[reason]) for reason in Reason if reason in exclusions}
    base, upper = same.setdefault(base, base), same.setdefault(upper, upper)
    return Figure(
        definition,
        len(upper),
        len(base),
        {reason: same.setdefault(each, each) for reason, each in left.items()},
        Members(upper, base),
        value,
    )


def _people(definition: Definition, ids: Sequence[str], measures: Sequence[Measured]) -> Figure:
    """A figure of residents: those satisfied of those asked, over all matters that have numbers."""
    found = {each: said for each, said in zip(ids, measures, strict=True) if type(said) is People}
    exclusions: dict[Reason, list[str]] = defaultdict(list)
    for identifier, reason in zip(ids, measures, strict=True):
        if isinstance(reason, Reason):
            exclusions[reason].append(identifier)
    satisfied = sum(each.satisfied for each in found.values())
    asked = sum(each.asked for each in found.values())
    return Figure(
        definition,
        satisfied,
        asked,
        {each: tuple(exclusions[each]) for each in Reason if each in exclusions},
        Members(tuple(found), tuple(found)),
        Fraction(satisfied, asked) if asked else None,
    )


def _value(definition: Definition, numbers: list[int]) -> Fraction | None:
    if definition.unit is Unit.COUNT:
        return Fraction(sum(numbers))
    if not numbers:
        return None
    if definition.quantile is None:
        return Fraction(sum(numbers), len(numbers))
    return Fraction(nearest_rank(numbers, definition.quantile))


def nearest_rank(numbers: Iterable[int], quantile: Fraction) -> int:
    """The smallest number that at least this share of the numbers does not exceed."""
    ordered = sorted(numbers)
    return ordered[math.ceil(quantile * len(ordered)) - 1]


def percent(value: Fraction) -> Decimal:
    """A share as a percentage, rounded half up to one decimal."""
    return Decimal(math.floor(value * 1000 + Fraction(1, 2))).scaleb(-1)
