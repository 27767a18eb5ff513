"""What the pages about figures hand to their templates."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from yizhan.pages.links import Link


class Part(NamedTuple):
    """Matters under one heading.

    Attributes:
        key: anchor of the heading.
        said: what they have in common; may be empty.
        total: how many there are on all pages.
        rows: ready HTML of those on this page.
    """

    key: str
    title: str
    said: str
    total: int
    rows: Markup


class Whole(NamedTuple):
    """Where the denominator is listed that is all matters: counted, and those gone on in others as well.

    Attributes:
        gone: whether those that were merged or split are in it.
    """

    url: str
    gone: bool


class Elsewhere(NamedTuple):
    """A part that fills more than a page: the list of all matters has it, in sections.

    Attributes:
        key: anchor.
        sections: where each begins, and how many matters it has.
    """

    key: str
    title: str
    total: int
    sections: tuple[tuple[Link, int], ...]


class Left(NamedTuple):
    """Matters left out of a figure, why, and where they are listed.

    Attributes:
        url: the list of them; None where they are sections of a group's list.
        parts: those sections, relative to the group's page.
    """

    number: int
    why: str
    url: str | None
    parts: tuple[Link, ...] = ()


class Counted(NamedTuple):
    """Sections of a group's list that a figure counts, or has in its base only; relative to the group's page."""

    title: str
    parts: tuple[Link, ...]


class FigureView(NamedTuple):
    """A figure as a page shows it.

    Attributes:
        value: in words: ``13.7%``, ``23 天``, ``73 件``; empty where there is nothing to count.
        of: ``10/73``, or for days how many it is of; empty for counts.
        url: the list of its members; of a group's figure empty where there are none.
        suppressed: withheld, so that there is no value.
        folded: whether the definition is long and stands behind a summary.
        counted: of a group's figure, the sections that it counts.
        here: whether it is on a group's page: ``url`` is relative to that, and the definition is on the overview.
    """

    key: str
    title: str
    text: str
    value: str
    of: str
    url: str
    suppressed: bool
    folded: bool
    left: tuple[Left, ...]
    counted: tuple[Counted, ...] = ()
    here: bool = False


class Cell(NamedTuple):
    """A figure in a table; ``url`` leads to the group's page."""

    value: str
    url: str


class Line(NamedTuple):
    """A group in a table."""

    name: Link
    own: bool
    cells: tuple[Cell, ...]


class TableView(NamedTuple):
    """A table.

    Attributes:
        pooled: the groups in its row "others": name, and whether in a record's own words.
    """

    title: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    pooled: tuple[tuple[str, bool], ...]


class Group(NamedTuple):
    """A group of a table on its own page.

    Attributes:
        url: its address.
        title: by what the groups are made.
        name: what the group is called; ``own`` if in a record's own words.
        parts: the table of a place's parts.
        record: the place itself.
        note: what is to be known of groups of this sort; may be empty.
    """

    url: str
    title: str
    name: str
    own: bool
    figures: tuple[FigureView, ...]
    parts: TableView | None
    record: Link | None
    threshold: int
    note: str
