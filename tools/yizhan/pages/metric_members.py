"""The matters behind figures: a list a figure, a list a group; split into pages.

A large list names each matter once, in sections of matters that count alike (``metric_sections``); figures
that count thousands of them lead to the sections.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from markupsafe import Markup

from yizhan.facts.metric_definitions import (
    DEFINITIONS,
    RATES,
    Measured,
    People,
    Reason,
    Unit,
)
from yizhan.facts.metric_tables import Book, Row
from yizhan.facts.metrics import Figure
from yizhan.model.vocabulary import Kind
from yizhan.pages.links import FOLDERS, Link, localized, way_to
from yizhan.pages.listing import Pager, page_url, split
from yizhan.pages.metric_sections import Profile, Profiles, Section, counted_alike
from yizhan.pages.metric_views import Elsewhere, FigureView, Group, Part, Whole
from yizhan.pages.notes import Remembered
from yizhan.pages.page import Draft, Page
from yizhan.pages.rendering import render, written
from yizhan.pages.site import Site
from yizhan.wording import figures

ROWS = 200
"""Rows of a page: they are short, and there are many."""

COUNTED = ("numerator", "p90", "denominator")
"""Keys of the parts that a figure counts; all others are left out of it."""


class Heading(NamedTuple):
    """A part before it is split into pages, or what one page shows of it.

    Attributes:
        total: how many there are on all pages.
        said: what they have in common; may be empty.
    """

    key: str
    title: str
    ids: Sequence[str]
    total: int
    said: str = ""


class Shown(NamedTuple):
    """What a page shows of a list in sections.

    Attributes:
        sections: of the whole list.
        headings: those of this page.
    """

    sections: tuple[Section, ...]
    headings: tuple[Heading, ...]
    pager: Pager


class Listed(NamedTuple):
    """What a row says of a matter beside its title."""

    place: bool = True
    day: bool = True


def numbered(site: Site, title: str, pager: Pager) -> str:
    """The title of a page of a list."""
    if pager.number == 1:
        return title
    return site.words._("{title}（第 {n} 页）", title=title, n=pager.number)


class Members:
    """Lists of the matters behind the figures of one book.

    Args:
        site: the site in one language.
        book: real or example figures; what follows from many matters is an input of a draft.
        up: address of their overview.
        example: whether they are about example data.
    """

    def __init__(self, site: Site, book: Book, up: str, *, example: bool) -> None:
        self.book = book
        self._site = site
        self._up = up
        self._example = example
        self._kept: Remembered[str, tuple[str, str, str]] = {}
        self._profiles = Profiles(book.sheet.measured)

    def of_figure(
        self, view: FigureView, figure: Figure, also: tuple[FigureView, Figure] | None = None
    ) -> Iterator[Draft]:
        """Numerator, the rest of the denominator, and what is left out with the reason.

        Args:
            view: the figure in words; its address is the list's.
            figure: the figure.
            also: for a median: the higher percentile of the same days.
        """
        parts, others = self._written_once(
            self._parts(figure) if also is None else self._by_days(figure, also[1]), figure
        )
        whole = self._whole(figure)
        numbered = figure.definition.unit in (Unit.DAYS, Unit.PEOPLE)
        column = DEFINITIONS.index(figure.definition) if numbered else None
        above = None if also is None else also[0]
        for pager in split(sum(len(part.ids) for part in parts), ROWS, view.url):
            shown = tuple(cut(parts, pager))
            url = page_url(pager.root, pager.number)
            yield Draft(url, self._figure_page, view, above, shown, others, whole, column, pager)

    def _figure_page(
        self,
        view: FigureView,
        also: FigureView | None,
        shown: tuple[Heading, ...],
        others: tuple[Elsewhere, ...],
        whole: Whole | None,
        column: int | None,
        pager: Pager,
    ) -> Page:
        url = page_url(pager.root, pager.number)
        said = {} if column is None else self._days(shown, column)
        listed = Listed(day=column is None)
        content = render(
            "metric_members.html",
            url,
            self._site.lang,
            figure=view,
            also=also,
            parts=[
                Part(*part[:2], part.said, part.total, self._rows(part.ids, url, said, listed))
                for part in shown
            ],
            others=others,
            pager=pager,
            example_day=self._site.example_day,
            up=self._up,
            whole=whole,
            example=self._example,
        )
        return self._page(url, view.title, view.text, content, pager)

    @cached_property
    def _all(self) -> tuple[tuple[Section, ...], tuple[str, ...]]:
        """The sections of the list of all matters; none where it fits on a page."""
        if len(self._counted) + len(self._gone) <= ROWS:
            return (), ()
        counted, first = self._profiles.sections(self._counted)
        gone, rest = self._profiles.sections(self._gone)
        moved = (
            each._replace(number=len(counted) + each.number, first=len(first) + each.first)
            for each in gone
        )
        return (*counted, *moved), (*first, *rest)

    @property
    def _counted(self) -> tuple[str, ...]:
        """All matters counted."""
        return self.book.figures[0].members.numerator

    @cached_property
    def _gone(self) -> tuple[str, ...]:
        """Those that were merged or split: they are counted where they go on, and remembered."""
        return tuple(chain.from_iterable(self.book.figures[0].exclusions.values()))

    def _written_once(
        self, parts: Sequence[Heading], figure: Figure
    ) -> tuple[list[Heading], tuple[Elsewhere, ...]]:
        """Separate what a figure's pages list from what the list of all matters has in sections.

        In a large archive the same thousands of matters are in one figure after another: they were three
        rows of four. What fills no more than a page is repeated, which spares a click; days stay with the
        matters that took them.
        """
        sections, listed = self._all
        if not sections:
            return list(parts), ()
        position = DEFINITIONS.index(figure.definition)
        alike = {_key_of(value): found for value, found in counted_alike(sections, position)}
        own, others = [], []
        if figure is self.book.figures[0]:
            others = [self._elsewhere(part, alike) for part in parts if part.key != "numerator"]
            return self.headings(sections, listed), tuple(others)
        for part in parts:
            numbered = figure.definition.unit in (Unit.DAYS, Unit.PEOPLE) and part.key in COUNTED
            if numbered or len(part.ids) <= ROWS:
                own.append(part)
                continue
            others.append(self._elsewhere(part, alike))
        return own, tuple(others)

    def _elsewhere(self, part: Heading, alike: Mapping[str, Sequence[Section]]) -> Elsewhere:
        """A part as sections of the list of all matters."""
        root = f"{self._up}total/"
        links = tuple((self.link(each, root), each.size) for each in alike[part.key])
        return Elsewhere(part.key, part.title, part.total, links)

    def sections(self, row: Row) -> tuple[tuple[Section, ...], tuple[str, ...]]:
        """The sections of a group's list, and its matters in their order."""
        own = self._profiles if row.measured is None else Profiles(row.measured)
        return own.sections(row.ids, [not each.suppressed for each in row.figures])

    def link(self, section: Section, root: str) -> Link:
        """A link to a section of the list at ``root``."""
        name = self._site.words._("部分 {n}", n=section.number)
        return Link(section.url(root, ROWS), name)

    def headings(self, sections: Sequence[Section], listed: Sequence[str]) -> list[Heading]:
        """Sections with their matters, which are ``listed`` in their order."""
        found = []
        for each in sections:
            ids = listed[each.first : each.first + each.size]
            title = self._site.words._("部分 {n}", n=each.number)
            found.append(Heading(each.key, title, ids, each.size, self._alike(each.profile)))
        return found

    def _alike(self, profile: Profile) -> str:
        """What the matters of a section count in, in words; days are left to their figures."""
        words = self._site.words
        _ = words._
        gone = profile[0] if isinstance(profile[0], Reason) else None
        titles: dict[str, list[str]] = {"in": [], "base": [], "out": []}
        for definition, value in zip(DEFINITIONS, profile, strict=True):
            if value is None or definition.unit is Unit.DAYS or definition.key == "total":
                continue
            if value is gone:
                continue  # the reason is said once, for all of these
            if isinstance(value, Reason):
                titles["out"].append(words.say(figures.title(definition)))
            elif value or definition.unit in RATES:
                titles["in" if value else "base"].append(words.say(figures.title(definition)))
        said = {key: _("、").join(each) for key, each in titles.items() if each}
        found = [] if gone is None else [_("不计：{why}", why=words.say(figures.REASONS[gone]))]
        found += [_("算进：{figures}", figures=said["in"])] if "in" in said else []
        found += [_("只在分母里：{figures}", figures=said["base"])] if "base" in said else []
        found += [_("不计入：{figures}", figures=said["out"])] if "out" in said else []
        return _("；").join(found)

    def of_group(self, group: Group, shown: Shown, listed: Listed) -> Page:
        """A page of a group: its figures, and matters in sections of those that count alike."""
        pager = shown.pager
        title = self._site.words._("{group}：{name}", group=group.title, name=group.name)
        url = page_url(pager.root, pager.number)
        content = render(
            "metric_group.html",
            url,
            self._site.lang,
            group=group,
            first=pager.number == 1,
            parts=[
                Part(*part[:2], part.said, part.total, self._rows(part.ids, url, {}, listed))
                for part in shown.headings
            ],
            pager=pager,
            script=pager.pages == 1,
            example_day=self._site.example_day,
            up=self._up,
            example=self._example,
        )
        return self._page(url, title, title, content, pager)

    def _page(self, url: str, title: str, about: str, content: str, pager: Pager) -> Page:
        name = numbered(self._site, title, pager)
        return Page(url, "data", name, about, content, self._site.lang)

    def _whole(self, figure: Figure) -> Whole | None:
        """Where its denominator is listed already: it is all matters counted, or all that were raised."""
        if figure is self.book.figures[0]:
            return None
        size = len(figure.members.denominator)
        if size == len(self._counted) + len(self._gone):
            return Whole(f"{self._up}total/", gone=bool(self._gone))
        everything = figure.members.denominator == self._counted
        return Whole(f"{self._up}total/", gone=False) if everything else None

    def _parts(self, figure: Figure) -> list[Heading]:
        _ = self._site.words._
        upper = set(figure.members.numerator)
        found = [_heading("numerator", _("算进去的"), figure.members.numerator)]
        if self._whole(figure) is None:
            rest = [each for each in figure.members.denominator if each not in upper]
            found.append(_heading("denominator", _("只在分母里的"), rest))
        return [part for part in (*found, *self._left_out(figure)) if part.ids]

    def _by_days(self, median: Figure, p90: Figure) -> list[Heading]:
        """Matters by the days they took, separated at the two percentiles."""
        _ = self._site.words._
        column = DEFINITIONS.index(median.definition)
        days = {each: self.book.sheet.measured[each][column] for each in median.members.denominator}
        ordered = sorted(days, key=lambda each: (days[each], each))
        half, most = median.numerator or 0, p90.numerator or 0
        found = (
            _heading("numerator", _("不超过中位数"), ordered[:half]),
            _heading("p90", _("超过中位数，不超过九成分位数"), ordered[half:most]),
            _heading("denominator", _("超过九成分位数"), ordered[most:]),
        )
        return [part for part in (*found, *self._left_out(median)) if part.ids]

    def _left_out(self, figure: Figure) -> Iterator[Heading]:
        for reason, ids in figure.exclusions.items():
            if figure.key == "total" or reason not in (Reason.MERGED, Reason.SPLIT):
                text = self._site.words.say(figures.REASONS[reason])
                why = self._site.words._("不计：{why}", why=text)
                yield _heading(reason.value.replace("_", "-"), why, ids)

    def _days(self, shown: Sequence[Heading], column: int) -> dict[str, str]:
        """How many days each matter took, or whom it asked, as far as it was counted."""
        found = {each: self._measured(each)[column] for part in shown for each in part.ids}
        said = {each: self._number(measured) for each, measured in found.items()}
        return {each: text for each, text in said.items() if text is not None}

    def _number(self, measured: Measured) -> str | None:
        if isinstance(measured, Reason):
            return None
        if isinstance(measured, People):
            return self._site.words.say(figures.PEOPLE, **measured._asdict())
        return self._site.words.n_("{n} 天", measured)

    def _measured(self, matter: str) -> tuple[Measured, ...]:
        """A matter's measures, which follow from its state alone."""
        if self._site.notes is not None:
            self._site.notes.one(matter)
        return self.book.sheet.measured[matter]

    def _rows(
        self, ids: Sequence[str], url: str, said: Mapping[str, str], listed: Listed
    ) -> Markup:
        way = way_to(localized(FOLDERS[Kind.MATTER], self._site.lang), url)
        rows = []
        for each in ids:
            before, place, day = self._row(each)
            facts = (said.get(each), place if listed.place else None, day if listed.day else None)
            text = " · ".join(fact for fact in facts if fact)
            rows.append(f"<li><a href={way}{before}<p>{text}")
        return Markup("\n".join(rows))  # noqa: S704 - pieces of rows are escaped

    def _row(self, identifier: str) -> tuple[str, str, str]:
        """Pieces of a matter's row, without end tags that may be left out: link, place, day."""
        site = self._site
        return site.remember(self._kept, identifier, lambda: _pieces(site, identifier))


def _pieces(site: Site, identifier: str) -> tuple[str, str, str]:
    matter = site.summary(identifier)
    zh = "" if site.lang == "zh" else ' lang="zh"'
    title, place = written(matter.title), written(site.where(matter.place))
    if zh:
        place = f"<span{zh}>{place}</span>"
    link = f"{identifier}/{zh}>{title}</a>"
    return link, place, str(written(site.words.date(matter.raised)))


def _key_of(value: Measured) -> str:
    """The anchor of the part that holds what has this value in a figure."""
    if isinstance(value, Reason):
        return value.value.replace("_", "-")
    return "numerator" if value else "denominator"


def _heading(key: str, title: str, ids: Sequence[str]) -> Heading:
    return Heading(key, title, ids, len(ids))


def cut(parts: Sequence[Heading], pager: Pager) -> Iterator[Heading]:
    """What a page shows of the parts that have rows on it."""
    start = 0
    for part in parts:
        ids = part.ids[max(0, pager.first - 1 - start) : max(0, pager.last - start)]
        start += len(part.ids)
        if ids:
            yield part._replace(ids=tuple(ids))
