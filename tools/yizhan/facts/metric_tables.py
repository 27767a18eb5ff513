"""Figures by group, and which of them are too small to be published.

Groups of fewer than ``THRESHOLD`` matters are not published: one matter more or less would turn such a
rate over, and it comes close to telling what a single household said. Two rules keep a table from being
undone by subtraction:

1. Groups below the threshold are pooled into one row, "others". The pool has at least two groups and
   at least ``THRESHOLD`` matters; where it would have less, the next smallest group joins it.
2. In each column, a cell that is of fewer matters than the threshold is withheld. The withheld cells of
   a column again are at least two and have at least ``THRESHOLD`` matters together; where they have
   less, the next smallest cell is withheld as well.

By body a matter can be in the base of several groups, since it was late in the time of one and is with
another now (``body_figures``). There the rules look at what only withheld groups have.

So whatever is found by subtracting from a total is a group large enough to be published. A place's
parts are a table of their own; a column withheld for the place is withheld for all of its parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from yizhan.facts.body_figures import NOBODY, OF_THEN, Measures, by_body, together
from yizhan.facts.metric_definitions import DEFINITIONS, Reason
from yizhan.facts.metrics import Figure, Members, Sheet, figures_of
from yizhan.facts.summary import Summary
from yizhan.model.archive import Archive
from yizhan.model.frozen import dataclass

THRESHOLD = 5
"""Fewer matters than this are not published."""

OTHERS = "others"
NONE = NOBODY
OWN = "own"


class Dimension(StrEnum):
    """By what matters are put into groups; each matter is counted in exactly one group."""

    PLACE = "place"  # the place and everything in it
    TIER = "tier"  # procedure/tier, as the matter now stands
    CATEGORY = "category"
    BODY = "body"  # who has it now, or had it when it was closed; see ``body_figures``
    MONTH = "month"  # of raising, as far as it is known


@dataclass(frozen=True, slots=True)
class Row:
    """A group of a table: its matters and figures.

    Attributes:
        ids: of a body also those that it once had.
        measured: by id what each is to this group; None where it is what it is to the whole.
    """

    key: str
    ids: tuple[str, ...]
    figures: tuple[Figure, ...]
    measured: Mapping[str, Measures] | None = None


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
    grouped = ((dimension, _grouped(archive, sheet, dimension)) for dimension in _ORDER)
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
    groups: Mapping[str, _Group],
    withheld: frozenset[str],
) -> Table:
    """The table of a partition.

    Args:
        sheet: everything measured.
        dimension: by what.
        of: the place whose parts the groups are.
        groups: ids of each group; of a body with what each matter is to it.
        withheld: keys of the figures that are withheld for the whole.
    """
    sizes = {key: _counted(sheet, group) for key, group in groups.items()}
    pooled = withheld_of(sizes)
    if pooled:
        none = (key for key, size in sizes.items() if size == 0)
        pooled |= {key for key in none if not _once_had(groups[key])}
    shown = {key: group for key, group in groups.items() if key not in pooled}
    if not any(sizes[key] for key in shown):
        return Table(dimension, of, (), tuple(sorted(groups)))
    if pooled:
        shown[OTHERS] = _pool([groups[key] for key in sorted(pooled)])
    rows = [_row(sheet, key, group) for key, group in shown.items()]
    return Table(dimension, of, tuple(_withheld_cells(rows, withheld)), tuple(sorted(pooled)))


_Group = Mapping[str, Measures] | tuple[str, ...]
"""The ids of a group's matters; of a body's with what each is to it."""


def _measured(sheet: Sheet, group: _Group) -> Mapping[str, Measures]:
    return sheet.measured if isinstance(group, tuple) else group


def _row(sheet: Sheet, key: str, group: _Group) -> Row:
    own = None if isinstance(group, tuple) else group
    seen = Sheet(sheet.matters, _measured(sheet, group))
    return Row(key, tuple(group), figures_of(seen, tuple(group)), own)


def _pool(groups: Sequence[_Group]) -> _Group:
    """Several groups as one."""
    own = [group for group in groups if not isinstance(group, tuple)]
    return together(own) if own else tuple(each for group in groups for each in group)


def _counted(sheet: Sheet, group: _Group) -> int:
    measured = _measured(sheet, group)
    return sum(not isinstance(measured[each][0], Reason) for each in group)


def _once_had(group: _Group) -> bool:
    """Whether a group is of a body that has none of its matters any more."""
    if isinstance(group, tuple):
        return False
    return all(each[0] is Reason.WITH_ANOTHER for each in group.values())


def _withheld_cells(rows: Sequence[Row], withheld: frozenset[str]) -> Iterator[Row]:
    hidden: set[tuple[str, str]] = set()
    for position, definition in enumerate(DEFINITIONS):
        sizes = {row.key: row.figures[position].matters for row in rows}
        keys: Collection[str] = sizes
        if definition.key not in withheld:
            keys = withheld_of(sizes)
        if definition.key in OF_THEN and rows[0].measured is not None:
            bases = {row.key: row.figures[position].members.denominator for row in rows}
            keys = _apart(keys, bases)
        hidden.update((key, definition.key) for key in keys)
    for row in rows:
        yield replace(
            row,
            figures=tuple(
                suppress(figure) if (row.key, figure.key) in hidden else figure
                for figure in row.figures
            ),
        )


def _apart(hidden: Collection[str], bases: Mapping[str, Collection[str]]) -> Collection[str]:
    """Withheld cells of groups that have matters in common, and as many more as it takes.

    What only withheld groups have is nothing, or enough to be published.
    """
    found = set(hidden)
    left = sorted((key for key in bases if key not in found), key=lambda key: len(bases[key]))
    while left and found:
        seen = {each for key in left for each in bases[key]}
        only = {each for key in found for each in bases[key]} - seen
        if not only or len(only) >= THRESHOLD:
            break
        found.add(left.pop(0))
    return found


_KeyOf = Callable[[Summary], str]


def _tier_of(matter: Summary) -> str:
    return NONE if matter.tier is None else f"{matter.procedure}/{matter.tier}"


def _category_of(matter: Summary) -> str:
    return matter.category.value


def _month_of(matter: Summary) -> str:
    return matter.raised.text[:7]


_KEYS: dict[Dimension, _KeyOf] = {
    Dimension.TIER: _tier_of,
    Dimension.CATEGORY: _category_of,
    Dimension.MONTH: _month_of,
}
_ORDER = (Dimension.TIER, Dimension.CATEGORY, Dimension.BODY, Dimension.MONTH)


def _grouped(archive: Archive, sheet: Sheet, dimension: Dimension) -> Mapping[str, _Group]:
    if dimension is not Dimension.BODY:
        return _groups(sheet, _KEYS[dimension])
    bodies = by_body(archive, sheet.matters, sheet.measured)
    # of few matters that others have now nothing is published, and subtraction finds none of them
    return {
        key: group
        for key, group in bodies.items()
        if len(group) >= THRESHOLD or not _once_had(group)
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
