"""Figures by group, and which of them are too small to be published.

Groups of fewer than ``THRESHOLD`` matters are not published: one matter more or less would turn such a
rate over, and it comes close to telling what a single household said. Two rules keep a table from being
undone by subtraction:

1. Groups below the threshold are pooled into one row, "others". The pool has at least two groups and
   at least ``THRESHOLD`` matters; where it would have less, the next smallest group joins it.
2. In each column, a cell that is of fewer matters than the threshold is withheld. The withheld cells of
   a column again are at least two and have at least ``THRESHOLD`` matters together; where they have
   less, the next smallest cell is withheld as well.

So whatever is found by subtracting from a total is a group large enough to be published. A place's
parts are a table of their own; a column withheld for the place is withheld for all of its parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from yizhan.facts.metric_definitions import DEFINITIONS, Reason
from yizhan.facts.metrics import Figure, Members, Sheet, figures_of
from yizhan.facts.summary import Summary
from yizhan.model.archive import Archive
from yizhan.model.frozen import dataclass

THRESHOLD = 5
"""Fewer matters than this are not published."""

OTHERS = "others"
NONE = "none"
OWN = "own"


class Dimension(StrEnum):
    """By what matters are put into groups; each matter is in exactly one group."""

    PLACE = "place"  # the place and everything in it
    TIER = "tier"  # procedure/tier, as the matter now stands
    CATEGORY = "category"
    BODY = "body"  # who has it now, or had it last
    MONTH = "month"  # of raising, as far as it is known


@dataclass(frozen=True, slots=True)
class Row:
    """A group of a table: its matters and figures."""

    key: str
    ids: tuple[str, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Figures by group.

    Attributes:
        of: the place whose parts these are; None for the whole.
        rows: empty where every group is too small to be published.
        pooled: keys of the groups in the row "others"; of all groups where there are no rows.
    """

    dimension: Dimension
    of: str | None
    rows: tuple[Row, ...]
    pooled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """All figures about some matters."""

    sheet: Sheet
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...]

    def figure(self, key: str) -> Figure:
        """The figure with this key, about all of the matters."""
        return next(figure for figure in self.figures if figure.key == key)

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """By what there are tables of the whole."""
        return tuple(table.dimension for table in self.tables if table.of is None)


def book(archive: Archive, sheet: Sheet) -> Book:
    """Work out all figures of a sheet, for the whole and by every dimension."""
    ids = tuple(sheet.matters)
    figures = tuple(_published(each) for each in figures_of(sheet, ids))
    withheld = frozenset(figure.key for figure in figures if figure.suppressed)
    places = _place_tables(archive, sheet, None, ids, withheld)
    grouped = ((dimension, _groups(sheet, key)) for dimension, key in _KEYS.items())
    tables = [
        _table(sheet, dimension, None, groups, withheld)
        for dimension, groups in grouped
        if len(groups) > 1
    ]
    return Book(sheet, figures, (*places, *tables))


def withheld_of(sizes: Mapping[str, int]) -> frozenset[str]:
    """Which groups of a partition must not be published, so that subtraction finds none of them.

    Args:
        sizes: how many matters each group has; an empty group tells nothing and is never withheld.
    """
    hidden = {key for key, size in sizes.items() if 0 < size < THRESHOLD}
    rest = sorted((size, key) for key, size in sizes.items() if size >= THRESHOLD)
    total = sum(sizes[key] for key in hidden)
    for size, key in rest:
        if not hidden or (len(hidden) > 1 and total >= THRESHOLD):
            break
        hidden.add(key)
        total += size
    return frozenset(hidden)


def suppress(figure: Figure) -> Figure:
    """The figure without its numbers and members."""
    return replace(
        figure,
        numerator=None,
        denominator=None,
        exclusions={},
        members=Members(),
        value=None,
        suppressed=True,
    )


def _published(figure: Figure) -> Figure:
    small = 0 < figure.matters < THRESHOLD
    return suppress(figure) if small else figure


def _table(
    sheet: Sheet,
    dimension: Dimension,
    of: str | None,
    groups: Mapping[str, tuple[str, ...]],
    withheld: frozenset[str],
) -> Table:
    """The table of a partition.

    Args:
        sheet: everything measured.
        dimension: by what.
        of: the place whose parts the groups are.
        groups: ids of each group.
        withheld: keys of the figures that are withheld for the whole.
    """
    sizes = {key: _counted(sheet, ids) for key, ids in groups.items()}
    pooled = withheld_of(sizes)
    if pooled:
        pooled |= {key for key, size in sizes.items() if size == 0}
    shown = {key: ids for key, ids in groups.items() if key not in pooled}
    if not shown:
        return Table(dimension, of, (), tuple(sorted(pooled)))
    if pooled:
        shown[OTHERS] = tuple(each for key in sorted(pooled) for each in groups[key])
    rows = [Row(key, ids, figures_of(sheet, ids)) for key, ids in shown.items()]
    return Table(dimension, of, tuple(_withheld_cells(rows, withheld)), tuple(sorted(pooled)))


def _counted(sheet: Sheet, ids: Iterable[str]) -> int:
    return sum(not isinstance(sheet.measured[each][0], Reason) for each in ids)


def _withheld_cells(rows: Sequence[Row], withheld: frozenset[str]) -> Iterator[Row]:
    hidden: set[tuple[str, str]] = set()
    for position, definition in enumerate(DEFINITIONS):
        sizes = {row.key: row.figures[position].matters for row in rows}
        keys = sizes if definition.key in withheld else withheld_of(sizes)
        hidden.update((key, definition.key) for key in keys)
    for row in rows:
        yield replace(
            row,
            figures=tuple(
                suppress(figure) if (row.key, figure.key) in hidden else figure
                for figure in row.figures
            ),
        )


_KeyOf = Callable[[Summary], str]


def _tier_of(matter: Summary) -> str:
    return NONE if matter.tier is None else f"{matter.procedure}/{matter.tier}"


def _category_of(matter: Summary) -> str:
    return matter.category.value


def _body_of(matter: Summary) -> str:
    return matter.handler or NONE


def _month_of(matter: Summary) -> str:
    return matter.raised.text[:7]


_KEYS: dict[Dimension, _KeyOf] = {
    Dimension.TIER: _tier_of,
    Dimension.CATEGORY: _category_of,
    Dimension.BODY: _body_of,
    Dimension.MONTH: _month_of,
}


def _groups(sheet: Sheet, key_of: _KeyOf) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for identifier, matter in sheet.matters.items():
        found[key_of(matter)].append(identifier)
    return {key: tuple(found[key]) for key in sorted(found)}


def _place_tables(
    archive: Archive,
    sheet: Sheet,
    of: str | None,
    ids: Sequence[str],
    withheld: frozenset[str],
) -> Iterator[Table]:
    """The table of a place's parts, and then of theirs, as far down as groups can be published."""
    parts = _parts(archive, sheet, of, ids)
    only = next(iter(parts), "")
    while len(parts) == 1 and archive.place(only) is not None:
        parts = _parts(archive, sheet, only, ids)
        only = next(iter(parts), "")
    if len(parts) < 2:
        return
    table = _table(sheet, Dimension.PLACE, of, parts, withheld)
    yield table
    for row in table.rows:
        if archive.place(row.key) is not None:
            hidden = frozenset(figure.key for figure in row.figures if figure.suppressed)
            yield from _place_tables(archive, sheet, row.key, row.ids, hidden)


def _parts(
    archive: Archive, sheet: Sheet, of: str | None, ids: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """Matters of a place by the place directly below it; ``id/own`` holds what names the place."""
    found: dict[str, list[str]] = defaultdict(list)
    below: dict[str, str] = {}
    for identifier in ids:
        place = sheet.matters[identifier].place
        if place not in below:
            line = [each.id for each in archive.lineage(place)] or [place]
            depth = 0 if of is None else line.index(of) + 1
            below[place] = line[depth] if depth < len(line) else f"{of}/{OWN}"
        found[below[place]].append(identifier)
    return {key: tuple(found[key]) for key in sorted(found)}
