"""Lists of records of any kind but matters: all, by year, by place; split into pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from yizhan.facts.caseload import date_of
from yizhan.model.place import Place
from yizhan.model.record import Record
from yizhan.model.vocabulary import Kind
from yizhan.pages.links import FOLDERS, Link, link_to
from yizhan.pages.listing import Pager, list_page, page_url, rows_of, split
from yizhan.pages.marks import badges
from yizhan.pages.matter_lists import Choice, Filters, by_years, roots
from yizhan.pages.page import Draft, Page, Slot
from yizhan.pages.rendering import render
from yizhan.pages.site import Site
from yizhan.pages.struck_lists import listed, never

_ALWAYS = Markup("")


class Fact(NamedTuple):
    """A short piece of a row.

    Attributes:
        own: whether it is a record's own words.
        until: attributes for the script where it holds up to a day only.
    """

    text: str
    own: bool = False
    until: Markup = _ALWAYS


class Row(NamedTuple):
    """A record as a row of a list.

    Attributes:
        mark: class that gives the badge a colour and an icon; ``flag`` for a plain frame.
        word: what the badge says.
        until: attributes for the script where the word holds up to a day only.
        was: what it said before its record was corrected, by what leads to the root from the page.
    """

    link: Link
    facts: tuple[Fact, ...]
    mark: str = ""
    word: str = ""
    until: Markup = _ALWAYS
    was: Callable[[str], Markup] = never


RowOf = Callable[[Record], Row]


class Block(NamedTuple):
    """Rows under a heading of their own, above a list.

    Attributes:
        number: how many there are, the rows or more; None where that is another from day to day.
        lasting: attributes for the script where each row stands there up to a day only.
    """

    title: str
    rows: tuple[Row, ...]
    number: int | None
    note: str = ""
    lasting: Markup = _ALWAYS


@dataclass(frozen=True, slots=True)
class RecordList:
    """One list.

    Attributes:
        root: Chinese address of its first page.
        records: everything in it, in order.
        blocks: what its first page shows first.
        own: whether the title is in a record's own words.
        also: lists of the kinds that share its section of the menu.
        heading: over the rows where blocks stand before them.
        none: what is said where there is nothing.
    """

    root: str
    shell: str
    title: str
    intro: str
    records: Sequence[Record]
    none: str
    filters: tuple[Filters, ...] = ()
    blocks: tuple[Block, ...] = ()
    examples: tuple[Link, ...] = ()
    own: bool = False
    up: Link | None = None
    also: tuple[Link, ...] = ()
    heading: str = ""

    def below(self, up: Link) -> RecordList:
        """The same list with a page of its own, below another."""
        return replace(self, up=up)

    def sifted(self, filters: Filters) -> RecordList:
        """The same list with one more way to narrow it down."""
        return replace(self, filters=(filters, *self.filters))


def list_pages(site: Site, lists: Iterator[RecordList], row: RowOf) -> Iterator[Draft]:
    """Every page of the lists; a list without ``up`` is a slot's, and its first page is left out."""
    make = partial(_page, site, row)
    for found in lists:
        head = replace(found, records=())
        for pager in split(len(found.records), site.config.per_page, site.url(found.root)):
            if found.up is None and pager.number == 1:
                continue
            url, shown = page_url(pager.root, pager.number), rows_of(found.records, pager)
            yield Draft(url, make, head, shown, pager)


def list_slot(site: Site, found: RecordList, row: RowOf) -> Slot:
    """The first page of a list, for the section's ``index.md``."""
    url = site.url(found.root)
    pager = next(split(len(found.records), site.config.per_page, url))
    shown = rows_of(found.records, pager)
    return Slot(url, found.shell, _content(site, row, found, shown, pager, heading=False))


def _page(site: Site, row: RowOf, head: RecordList, shown: Sequence[Record], pager: Pager) -> Page:
    content = _content(site, row, head, shown, pager, heading=True)
    return list_page(site, head.shell, head.title, head.intro, pager, content)


def _content(
    site: Site,
    row: RowOf,
    head: RecordList,
    shown: Sequence[Record],
    pager: Pager,
    *,
    heading: bool,
) -> str:
    return render(
        "record_list.html",
        page_url(pager.root, pager.number),
        site.lang,
        list=head,
        heading=heading,
        pager=pager,
        first=pager.number == 1,
        rows=tuple(row(record) for record in shown),
    )


@dataclass(frozen=True, slots=True)
class Section:
    """What the lists of a kind share.

    Attributes:
        shell: the section whose shell and slot they use.
        intro: what the kind is, in a sentence.
        none: what is said where there is nothing.
        by_year: whether there are lists by year.
    """

    kind: Kind
    shell: str
    intro: str
    none: str
    by_year: bool = True

    @property
    def root(self) -> str:
        """Chinese address of the list of all."""
        return FOLDERS[self.kind]


def lists_of(site: Site, section: Section, blocks: tuple[Block, ...] = ()) -> Iterator[RecordList]:
    """The lists of a kind, that of all real records first."""
    everything = site.caseload.ordered[section.kind]
    real = [record for record in everything if not record.example]
    years = _by_year(real) if section.by_year else {}
    filters = tuple(
        each
        for each in (_places(site, section), by_years(site, section.root, years))
        if each.choices
    )
    title = site.words.kinds(section.kind)
    yield RecordList(
        section.root,
        section.shell,
        title,
        section.intro,
        real,
        section.none,
        filters,
        blocks,
        examples=_examples(site, section),
        also=also(site, section.kind),
        heading=site.words._("全部记录"),
    )
    up = Link(site.url(section.root), title)
    for year, found in sorted(years.items(), reverse=True):
        yield RecordList(
            f"{section.root}year/{year}/",
            section.shell,
            site.words._("{year}年：{kind}", year=year, kind=title),
            section.intro,
            found,
            section.none,
            (by_years(site, section.root, years),),
            up=up,
        )
    yield from _place_lists(site, section, up)


TOGETHER: tuple[tuple[Kind, ...], ...] = (
    (Kind.MATTER, Kind.MEETING, Kind.ROUND),
    (Kind.RULE, Kind.AMENDMENT, Kind.PROCEDURE),
    (Kind.BATCH, Kind.SCHEME, Kind.HONOUR),
    (Kind.PLACE, Kind.BODY),
    (Kind.CLAIMS,),
)
"""Every kind is in one of these groups: a test says so."""


def also(site: Site, kind: Kind) -> tuple[Link, ...]:
    """Links to the lists of the kinds that belong with a kind; the menu has one entry for them."""
    return tuple(
        Link(site.url(FOLDERS[other]), site.words.title(other))
        for group in TOGETHER
        if kind in group
        for other in group
        if other is not kind
    )


def _place_lists(site: Site, section: Section, up: Link) -> Iterator[RecordList]:
    groups = site.caseload.within[section.kind]
    for place in site.archive.of(Place):
        found = groups.get(place.id)
        if not found:
            continue
        name = site.where(place.id)
        below = _choices(site, section, site.archive.children(place.id))
        yield RecordList(
            f"{section.root}place/{place.id}/",
            section.shell,
            site.words._("{name}：{kind}", name=name, kind=up.title),
            section.intro,
            found,
            section.none,
            (Filters(site.words._("往下分"), below),) if below else (),
            own=True,
            up=up,
        )


def _by_year(records: Sequence[Record]) -> dict[str, list[Record]]:
    years: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        day = date_of(record)
        if day is not None:
            years[str(day.year)].append(record)
    return years


def _places(site: Site, section: Section) -> Filters:
    return Filters(site.words._("按地方"), _choices(site, section, roots(site)))


def _choices(site: Site, section: Section, places: Sequence[Place]) -> tuple[Choice, ...]:
    groups = site.caseload.within[section.kind]
    return tuple(
        Choice(
            site.url(f"{section.root}place/{place.id}/"),
            place.title,
            len(groups[place.id]),
            own=True,
        )
        for place in places
        if groups.get(place.id)
    )


def _examples(site: Site, section: Section) -> tuple[Link, ...]:
    """Links to the lists of example places, which are kept apart from real ones."""
    groups = site.caseload.within[section.kind]
    return tuple(
        Link(site.url(f"{section.root}place/{place.id}/"), place.title)
        for place in site.archive.of(Place)
        if place.example and place.parent is None and groups.get(place.id)
    )


def plain_row(
    site: Site,
    record: Record,
    *facts: Fact,
    mark: str = "",
    word: str = "",
    until: Markup = _ALWAYS,
) -> Row:
    """A row from a record and what is to be said of it; facts without text are left out.

    What is irregular of the record is said of each.
    """
    irregular = (Fact(each) for each in badges(site, record))
    said = (*(fact for fact in facts if fact.text), *irregular)
    return Row(link_to(record, site.lang), said, mark, word, until, listed(site, record))


def place_fact(site: Site, place: str | None) -> Fact:
    """A place in a row: its name and what it lies in."""
    return Fact(site.where(place) if place is not None else "", own=True)


def day_fact(site: Site, record: Record) -> Fact:
    """The date of a record in a row."""
    day = date_of(record)
    return Fact(site.words.date(day) if day is not None else "")
