"""What lists and the home page count: matters in order and in groups, worked out once.

Groups hold ids: a page makes the record of a matter when it shows it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import NamedTuple

from yizhan.facts.summary import Summary
from yizhan.model.archive import Archive
from yizhan.model.frozen import dataclass
from yizhan.model.vocabulary import Category, Family

Groups = dict[str, list[str]]


class Tally(NamedTuple):
    """What is counted of a group of matters.

    Attributes:
        families: by family; without what was merged or split.
        late: how many are past their day.
        confirmed: how many are closed as confirmed or because nobody answered in time.
        days: the last day of each that has one, sorted.
    """

    total: int = 0
    open: int = 0
    late: int = 0
    confirmed: int = 0
    families: tuple[tuple[Family, int], ...] = ()
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """Ids of real matters, newest activity first, whole and in groups; example matters apart.

    Only matters that have a state are here: those raised by the day asked, by a known procedure.

    Attributes:
        real: matters that are not examples.
        example: matters of the example village.
        open: real matters that are not closed.
        late: real matters past their day, latest first.
        irregular: those that acknowledge something irregular; examples too.
        by_family: by family; without what was merged or split.
        by_place: by place id, each matter under its place and every place above; examples too.
        by_tier: by ``procedure/tier``.
        by_procedure: by the procedure's id; examples too, after the real ones.
        of_place: what is counted of each group of ``by_place``.
        of_tier: what is counted of each group of ``by_tier``.
        of_procedure: what is counted of each group of ``by_procedure``.
    """

    real: list[str] = field(default_factory=list)
    example: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    irregular: list[str] = field(default_factory=list)
    by_family: dict[Family, list[str]] = field(default_factory=dict)
    by_category: dict[Category, list[str]] = field(default_factory=dict)
    by_place: Groups = field(default_factory=dict)
    by_year: Groups = field(default_factory=dict)
    by_tier: Groups = field(default_factory=dict)
    by_procedure: Groups = field(default_factory=dict)
    of_place: dict[str, Tally] = field(default_factory=dict)
    of_tier: dict[str, Tally] = field(default_factory=dict)
    of_procedure: dict[str, Tally] = field(default_factory=dict)


def overview(archive: Archive, summaries: Mapping[str, Summary]) -> Overview:
    """Sort and group every matter that has a state, in one pass.

    Args:
        archive: says what lies in what.
        summaries: of every matter that has a state, by id.
    """
    found = Overview()
    above: dict[str, tuple[str, ...]] = {}
    for matter in sorted(
        summaries.values(), key=lambda each: (each.activity.latest, each.id), reverse=True
    ):
        line = above.get(matter.place)
        if line is None:
            line = above[matter.place] = tuple(p.id for p in archive.lineage(matter.place))
        for place in line:
            found.by_place.setdefault(place, []).append(matter.id)
        if matter.irregular:
            found.irregular.append(matter.id)
        if matter.example:
            found.example.append(matter.id)
        else:
            _group(found, matter)
    for identifier in (*found.real, *found.example):
        found.by_procedure.setdefault(summaries[identifier].procedure, []).append(identifier)
    found.late.sort(key=lambda each: (-summaries[each].late_days, each))
    for groups, tallies in (
        (found.by_place, found.of_place),
        (found.by_tier, found.of_tier),
        (found.by_procedure, found.of_procedure),
    ):
        tallies.update((key, _tally(summaries, ids)) for key, ids in groups.items())
    return found


def _group(found: Overview, matter: Summary) -> None:
    identifier = matter.id
    found.real.append(identifier)
    found.by_category.setdefault(matter.category, []).append(identifier)
    found.by_year.setdefault(str(matter.raised.year), []).append(identifier)
    if not matter.gone:
        found.by_family.setdefault(matter.family, []).append(identifier)
    if matter.open:
        found.open.append(identifier)
    if matter.late_days > 0:
        found.late.append(identifier)
    if matter.tier is not None:
        found.by_tier.setdefault(f"{matter.procedure}/{matter.tier}", []).append(identifier)


def _tally(summaries: Mapping[str, Summary], ids: Sequence[str]) -> Tally:
    matters = [summaries[each] for each in ids]
    families = Counter(each.family for each in matters if not each.gone)
    return Tally(
        len(matters),
        sum(each.open for each in matters),
        sum(each.late_days > 0 for each in matters),
        sum(each.family is Family.CONFIRMED and not each.gone for each in matters),
        tuple((family, families[family]) for family in Family if families[family]),
        _sorted(each.due for each in matters),
    )


def _sorted(days: Iterable[date | None]) -> tuple[date, ...]:
    return tuple(sorted(day for day in days if day is not None))
