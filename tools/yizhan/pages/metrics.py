"""Figures with receipts: the overview, a page a figure with its members, a page a group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from yizhan.facts.metric_definitions import DEFINITIONS, RATES, Measured, Reason, Unit, positions
from yizhan.facts.metric_tables import OTHERS, THRESHOLD, Dimension, Row, Table
from yizhan.facts.metrics import Figure, percent
from yizhan.facts.succession import gone
from yizhan.model.body import Body
from yizhan.model.claims import Claims
from yizhan.model.place import Place
from yizhan.pages.claims import ClaimView, claim_view
from yizhan.pages.irregular import counts
from yizhan.pages.links import Link, link_to
from yizhan.pages.listing import Pager, page_url, rows_of, split
from yizhan.pages.marks import ROOT as IRREGULAR
from yizhan.pages.metric_members import ROWS, Listed, Members, Shown, cut, numbered
from yizhan.pages.metric_sections import Section, counted_alike
from yizhan.pages.metric_views import Cell, Counted, FigureView, Group, Left, Line, TableView
from yizhan.pages.page import Draft, Page, Slot
from yizhan.pages.rendering import render
from yizhan.pages.site import Site
from yizhan.wording import figures
from yizhan.wording.irregular import ACTS
from yizhan.wording.succession import name_of_one_gone

ROOT = "data/figures/"
FILE = "data/figures.json"
_MEDIAN, _P90 = "_median", "_p90"
COLUMNS = positions(
    "total",
    "open",
    "response",
    "resolution",
    "resolution_noted",
    "closed_not_solved",
    "satisfaction",
    "late_ever",
    "irregular",
    "reopened",
    "days_confirmed_median",
)
"""Positions of the figures that tables show; a group's own page has all."""


class ClaimLine(NamedTuple):
    """A claimed figure beside what the records count."""

    claims: Link
    view: ClaimView


def slots(site: Site) -> Iterator[Slot]:
    """The overview of real data, for ``docs/data/figures.md``."""
    url = site.url(ROOT)
    yield Slot(url, "figures", _overview(site, "real", url))


def pages(site: Site) -> Iterator[Draft]:
    """The overview of example data, and for both: a page a figure, a page a published group."""
    for data, book in site.derived.books.items():
        root = root_of(data)
        if data == "example":
            yield Draft(site.url(root), partial(_example, site))
        members = Members(site, book, site.url(root), example=data == "example")
        by_key = {figure.key: figure for figure in book.figures}
        for key, figure in by_key.items():
            if list_key(key) == key:
                p90 = by_key[key.replace(_MEDIAN, _P90)] if key.endswith(_MEDIAN) else None
                also = None if p90 is None else (view(site, p90, root), p90)
                yield from members.of_figure(view(site, figure, root), figure, also)
        for table in book.tables:
            if table.of is None:
                yield from _dimension_pages(site, table, root, example=data == "example")
            for row in table.rows:
                yield from _group_pages(site, members, table, row, root)


def _example(site: Site) -> Page:
    url = site.url(root_of("example"))
    title, content = site.words._("示例村的数字"), _overview(site, "example", url)
    return Page(url, "data", title, _lead(site), content, site.lang)


def list_key(key: str) -> str:
    """Under which figure's key the members are listed: both percentiles of one step share a list."""
    return key.removesuffix(_P90) + _MEDIAN if key.endswith(_P90) else key


def root_of(data: str) -> str:
    """Chinese address of the figures about real or example data."""
    return ROOT if data == "real" else f"{ROOT}example/"


def _lead(site: Site) -> str:
    return site.words._("每个数字都写明怎么数、哪些不计，点开就是那几件事。")


def _overview(site: Site, data: str, url: str) -> str:
    book, root = site.books[data], root_of(data)
    example = data == "example"
    return render(
        "metrics.html",
        url,
        site.lang,
        heading=example,
        example=example,
        lead=_lead(site),
        as_of=site.day(example=example),
        example_day=site.example_day,
        threshold=THRESHOLD,
        figures=[view(site, figure, root) for figure in book.figures],
        groups=[
            Link(site.url(dimension_url(dimension, root)), title_of(site, dimension))
            for dimension in book.dimensions
        ],
        acts=counts(site, example=example),
        acts_title=site.words.label(ACTS),
        acts_url=site.url(IRREGULAR),
        claims=_claims(site, example=example),
        file=FILE,
        other=None if example or "example" not in site.books else site.url(root_of("example")),
        up=site.url(ROOT),
    )


def view(site: Site, figure: Figure, root: str) -> FigureView:
    """A figure in words; its members are listed below ``root``."""
    definition = figure.definition
    url = site.url(f"{root}{list_key(figure.key)}/")
    return FigureView(
        figure.key,
        site.words.say(figures.title(definition)),
        site.words.say(figures.counts(definition)),
        said(site, figure),
        _of(site, figure),
        url,
        figure.suppressed,
        definition.unit is Unit.DAYS,
        tuple(
            Left(
                len(figure.exclusions[reason]),
                site.words.say(figures.REASONS[reason]),
                f"{url}#{reason.value.replace('_', '-')}",
            )
            for reason in _left_out(figure)
        ),
    )


def _links_by_value(
    site: Site, members: Members, figure: Figure, sections: Sequence[Section]
) -> dict[Measured, tuple[Link, ...]]:
    """Links to the sections that count alike in a figure; where all do, one to the whole list."""
    return {
        value: tuple(members.link(each, "") for each in found)
        if len(found) < len(sections)
        else (Link("#matters", site.words._("全部")),)
        for value, found in counted_alike(sections, DEFINITIONS.index(figure.definition))
    }


def _in_group(
    site: Site, members: Members, figure: Figure, root: str, sections: Sequence[Section]
) -> FigureView:
    """A figure of a group in words, with the sections of the group's list that it is made of.

    Args:
        site: the site in one language.
        members: links to sections.
        figure: the figure.
        root: address of the overview.
        sections: of the group's list.
    """
    shown = view(site, figure, root)._replace(url="#matters", here=True)
    if figure.suppressed:
        return shown._replace(left=())
    _ = site.words._
    days = figure.definition.unit is Unit.DAYS
    links = _links_by_value(site, members, figure, sections)
    titles = ((1, _("计入的") if days else _("算进去的")), (0, _("只在分母里的")))
    counted = [
        Counted(title, links[value])
        for value, title in titles
        if value in links and (value or figure.definition.unit in RATES)
    ]
    left = [
        each._replace(url=None, parts=links.get(reason, ()))
        for each, reason in zip(shown.left, _left_out(figure), strict=True)
    ]
    if not counted:
        shown = shown._replace(url="")
    elif len(links.get(1, ())) == 1:
        shown = shown._replace(url=links[1][0].url)
    if figure.key.endswith(_P90):
        return shown._replace(left=(), counted=tuple(counted))
    return shown._replace(left=tuple(left), counted=tuple(counted))


_ONCE = frozenset((Reason.MERGED, Reason.SPLIT, Reason.WITH_ANOTHER))
"""Reasons that leave a matter out of most figures, and are said once."""


def _left_out(figure: Figure) -> list[Reason]:
    """For which reasons matters are left out; those of all figures are said of the first."""
    return [reason for reason in figure.exclusions if figure.key == "total" or reason not in _ONCE]


def said(site: Site, figure: Figure) -> str:
    """A figure's value in words; empty where there is none."""
    if figure.value is None:
        return ""
    match figure.definition.unit:
        case Unit.SHARE | Unit.PEOPLE:
            return f"{percent(figure.value)}%"
        case Unit.DAYS:
            return site.words.say(figures.DAYS, n=int(figure.value))
        case Unit.COUNT:
            return site.words.say(figures.MATTERS, n=int(figure.value))


def _of(site: Site, figure: Figure) -> str:
    if figure.value is None or figure.denominator is None:
        return ""
    match figure.definition.unit:
        case Unit.SHARE:
            return f"{figure.numerator}/{figure.denominator}"
        case Unit.PEOPLE:
            return site.words.say(figures.OF_PEOPLE, n=figure.numerator, asked=figure.denominator)
        case Unit.DAYS:
            return site.words.say(figures.OF, n=figure.denominator)
        case Unit.COUNT:
            return ""


def table_view(site: Site, table: Table, root: str) -> TableView:
    """A table with links to its groups."""
    lines = tuple(_line(site, table, row, root) for row in table.rows)
    columns = tuple(site.words.say(figures.title(DEFINITIONS[each])) for each in COLUMNS)
    pooled = tuple(name_of(site, table.dimension, key) for key in table.pooled)
    return TableView(title_of(site, table.dimension), columns, lines, pooled)


def _line(site: Site, table: Table, row: Row, root: str) -> Line:
    url = site.url(group_url(table, row.key, root))
    name, own = name_of(site, table.dimension, row.key)
    return Line(
        Link(url, name),
        own,
        tuple(
            Cell(_short(site, figure), f"{url}#{figure.key.replace('_', '-')}")
            for figure in (row.figures[position] for position in COLUMNS)
        ),
    )


def _short(site: Site, figure: Figure) -> str:
    if figure.suppressed:
        return "＊"
    if figure.definition.unit is Unit.COUNT:
        return site.words.number(int(figure.value or 0))
    return said(site, figure) or "—"


def dimension_url(dimension: Dimension, root: str) -> str:
    """Chinese address of the table of a dimension."""
    return f"{root}by/{dimension}/"


def _dimension_pages(site: Site, table: Table, root: str, *, example: bool) -> Iterator[Draft]:
    """The table of a dimension, split into pages."""
    make = partial(_dimension_page, site, root, example)
    head = replace(table, rows=())
    for pager in split(len(table.rows), ROWS, site.url(dimension_url(table.dimension, root))):
        url, shown = page_url(pager.root, pager.number), rows_of(table.rows, pager)
        yield Draft(url, make, head, shown, pager)


def _dimension_page(
    site: Site, root: str, example: bool, head: Table, shown: Sequence[Row], pager: Pager
) -> Page:
    title = title_of(site, head.dimension)
    url = page_url(pager.root, pager.number)
    content = render(
        "metric_dimension.html",
        url,
        site.lang,
        title=title,
        table=table_view(site, replace(head, rows=tuple(shown)), root),
        note=_note(site, head.dimension),
        pager=pager,
        threshold=THRESHOLD,
        example_day=site.example_day,
        up=site.url(root),
        example=example,
    )
    return Page(url, "data", numbered(site, title, pager), title, content, site.lang)


def _note(site: Site, dimension: Dimension) -> str:
    """What is to be known of groups of a sort; empty where there is nothing."""
    note = figures.NOTES.get(dimension)
    return "" if note is None else site.words.say(note)


def group_url(table: Table, key: str, root: str) -> str:
    """Chinese address of a group's page."""
    inside = f"{table.of}/" if table.of is not None and key == OTHERS else ""
    return f"{dimension_url(table.dimension, root)}{inside}{key}/"


def title_of(site: Site, dimension: Dimension) -> str:
    """What a dimension is called."""
    return site.words.label(figures.BY[dimension])


def name_of(site: Site, dimension: Dimension, key: str) -> tuple[str, bool]:
    """What a group is called, and whether that is a record's own words."""
    name, own = figures.group_name(site.words, site.archive, dimension, key)
    record = site.archive.find(key)
    if isinstance(record, Body | Place) and gone(record, site.day_of(record)):
        name = name_of_one_gone(site.words, name)
    return name, own


def _group_pages(
    site: Site, members: Members, table: Table, row: Row, root: str
) -> Iterator[Draft]:
    """A group: all of its figures, its parts where it is a place, and its matters."""
    parts = next(
        (
            each
            for each in members.book.tables
            if each.dimension is Dimension.PLACE and each.of == row.key and each.rows
        ),
        None,
    )
    make = partial(_group_page, site, members, root)
    head = replace(table, rows=())
    sections, listed = members.sections(row)
    headings = members.headings(sections, listed)
    for pager in split(len(row.ids), ROWS, site.url(group_url(table, row.key, root))):
        shown = Shown(sections, tuple(cut(headings, pager)), pager)
        yield Draft(page_url(pager.root, pager.number), make, head, row, parts, shown)


def _group_page(
    site: Site,
    members: Members,
    root: str,
    head: Table,
    row: Row,
    parts: Table | None,
    shown: Shown,
) -> Page:
    name, own = name_of(site, head.dimension, row.key)
    url = shown.pager.root
    place = site.archive.get(Place, row.key) if head.dimension is Dimension.PLACE else None
    group = Group(
        url,
        title_of(site, head.dimension),
        name,
        own,
        tuple(_in_group(site, members, figure, root, shown.sections) for figure in row.figures),
        table_view(site, parts, root) if parts is not None else None,
        link_to(place, site.lang) if place is not None else None,
        THRESHOLD,
        _note(site, head.dimension),
    )
    one_place = place is not None and parts is None
    listed = Listed(place=not one_place, day=one_place)
    return members.of_group(group, shown, listed)


def _claims(site: Site, *, example: bool) -> tuple[ClaimLine, ...]:
    """Claims that the records can count beside, and those that contradict themselves."""
    found = []
    for claims in site.archive.of(Claims):
        if claims.example is not example:
            continue
        for claim in claims.claims:
            shown = claim_view(site, claims, claim)
            if claim.measure is not None or shown.wrong:
                found.append(ClaimLine(link_to(claims, site.lang), shown))
    return tuple(found)
