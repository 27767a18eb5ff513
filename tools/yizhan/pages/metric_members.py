"""The matters behind figures: a list a figure, a list a group; split into pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from yizhan.facts.metric_definitions import DEFINITIONS, Measured, Reason, Unit
from yizhan.facts.metrics import Book, Figure, Row
from yizhan.model.vocabulary import Kind
from yizhan.pages.links import base_of, page_of
from yizhan.pages.listing import Pager, page_url, rows_of, split
from yizhan.pages.metric_views import FigureView, Group
from yizhan.pages.notes import Remembered
from yizhan.pages.page import Draft, Page
from yizhan.pages.rendering import render, written
from yizhan.pages.site import Site
from yizhan.wording import figures

ROWS = 200
"""Rows of a page: they are short, and there are many."""

COUNTED = ("numerator", "p90", "denominator")
"""Keys of the parts that a figure counts; all others are left out of it."""

_BASE = "\0"
"""Stands in kept rows for what leads to the root; YAML text cannot hold it."""


class Part(NamedTuple):
    """Matters under one heading.

    Attributes:
        key: anchor of the heading.
        total: how many there are on all pages.
        rows: ready HTML of those on this page.
    """

    key: str
    title: str
    total: int
    rows: Markup


class Elsewhere(NamedTuple):
    """A part that another figure's pages list already: it is not written twice.

    Attributes:
        key: anchor.
        url: where the list begins.
    """

    key: str
    title: str
    total: int
    url: str


class Heading(NamedTuple):
    """A part before it is split into pages, or what one page shows of it.

    Attributes:
        total: how many there are on all pages.
    """

    key: str
    title: str
    ids: Sequence[str]
    total: int


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
        self._kept: Remembered[str, tuple[str, str]] = {}
        self._words: dict[tuple[str, ...], str] = {}
        self._listed: dict[tuple[str, ...], str] = {}

    def of_figure(
        self, view: FigureView, figure: Figure, also: tuple[FigureView, Figure] | None = None
    ) -> Iterator[Draft]:
        """Numerator, the rest of the denominator, and what is left out with the reason.

        Args:
            view: the figure in words; its address is the list's.
            figure: the figure.
            also: for a median: the higher percentile of the same days.
        """
        parts = self._parts(figure) if also is None else self._by_days(figure, also[1])
        parts, others = self._written_once(parts, view.url, days=also is not None)
        whole = f"{self._up}total/" if self._of_all(figure) else None
        column = (
            DEFINITIONS.index(figure.definition) if figure.definition.unit is Unit.DAYS else None
        )
        above = None if also is None else also[0]
        for pager in split(sum(len(part.ids) for part in parts), ROWS, view.url):
            shown = tuple(_cut(parts, pager))
            url = page_url(pager.root, pager.number)
            yield Draft(url, self._figure_page, view, above, shown, others, whole, column, pager)

    def _figure_page(
        self,
        view: FigureView,
        also: FigureView | None,
        shown: tuple[Heading, ...],
        others: tuple[Elsewhere, ...],
        whole: str | None,
        column: int | None,
        pager: Pager,
    ) -> Page:
        url = page_url(pager.root, pager.number)
        said = {} if column is None else self._days(shown, column)
        content = render(
            "metric_members.html",
            url,
            self._site.lang,
            figure=view,
            also=also,
            parts=[
                Part(part.key, part.title, part.total, self._rows(part.ids, url, said))
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

    def _written_once(
        self, parts: Sequence[Heading], root: str, *, days: bool
    ) -> tuple[list[Heading], tuple[Elsewhere, ...]]:
        """Part what a figure's pages list from what an earlier figure's list already.

        In a large archive the same thousands of matters are left out of one figure after another:
        two rows of five. What fills no more than a page is repeated, which spares a click.

        Args:
            parts: of the figure.
            root: address of its first page.
            days: the rows of matters that were counted say how many days they took, and stay.
        """
        own, others, start = [], [], 0
        for part in parts:
            ids = tuple(sorted(part.ids))
            known = self._listed.get(ids) if len(ids) > ROWS else None
            if known is not None and not (days and part.key in COUNTED):
                others.append(Elsewhere(part.key, part.title, part.total, known))
                continue
            address = f"{page_url(root, start // ROWS + 1)}#{part.key}"
            self._listed.setdefault(ids, address)
            own.append(part)
            start += len(ids)
        return own, tuple(others)

    def of_group(self, group: Group, row: Row, pager: Pager) -> Page:
        """A page of a group: its figures, and matters with what each of them is counted in."""
        counted = tuple(not figure.suppressed for figure in row.figures)
        shown = rows_of(row.ids, pager)
        said = {each: self._counted_in(each, counted) for each in shown}
        title = self._site.words._("{group}：{name}", group=group.title, name=group.name)
        url = page_url(pager.root, pager.number)
        content = render(
            "metric_group.html",
            url,
            self._site.lang,
            group=group,
            first=pager.number == 1,
            rows=self._rows(shown, url, said),
            pager=pager,
            example_day=self._site.example_day,
            up=self._up,
            example=self._example,
        )
        return self._page(url, title, title, content, pager)

    def _page(self, url: str, title: str, about: str, content: str, pager: Pager) -> Page:
        name = numbered(self._site, title, pager)
        return Page(url, "data", name, about, content, self._site.lang)

    def _of_all(self, figure: Figure) -> bool:
        """Whether the denominator is all matters counted, which have a list of their own."""
        everything = self.book.figures[0].members.denominator
        return figure is not self.book.figures[0] and figure.members.denominator == everything

    def _parts(self, figure: Figure) -> list[Heading]:
        _ = self._site.words._
        upper = set(figure.members.numerator)
        found = [_heading("numerator", _("算进去的"), figure.members.numerator)]
        if not self._of_all(figure):
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
        """How many days each matter took, as far as it was counted."""
        site = self._site
        days = {each: self._measured(each)[column] for part in shown for each in part.ids}
        return {each: site.words.n_("{n} 天", n) for each, n in days.items() if isinstance(n, int)}

    def _measured(self, matter: str) -> tuple[Measured, ...]:
        """A matter's measures, which follow from its state alone."""
        if self._site.notes is not None:
            self._site.notes.one(matter)
        return self.book.sheet.measured[matter]

    def _counted_in(self, matter: str, shown: tuple[bool, ...]) -> str:
        """In which of the figures shown a matter counts, in words; days are left to their lists."""
        counted = tuple(
            self._site.words.say(figures.title(definition))
            for definition, value, visible in zip(
                DEFINITIONS, self._measured(matter), shown, strict=True
            )
            if visible and value == 1 and definition.unit is not Unit.DAYS
            if definition.key != "total"
        )
        found = self._words.get(counted)
        if found is None:
            _ = self._site.words._
            text = _("算进：{figures}", figures=_("、").join(counted)) if counted else ""
            found = self._words[counted] = text
        return found

    def _rows(self, ids: Sequence[str], url: str, said: Mapping[str, str]) -> Markup:
        rows = []
        for each in ids:
            before, after = self._row(each)
            extra = said.get(each)
            rows.append(f"{before}{escape(extra)} · {after}" if extra else before + after)
        return Markup("\n".join(rows).replace(_BASE, base_of(url)))  # noqa: S704 - rows are escaped

    def _row(self, identifier: str) -> tuple[str, str]:
        """A matter as a row, in two halves with room between them, without end tags that may be left out."""
        site = self._site
        return site.remember(self._kept, identifier, lambda: _halves(site, identifier))


def _halves(site: Site, identifier: str) -> tuple[str, str]:
    matter = site.summary(identifier)
    zh = "" if site.lang == "zh" else ' lang="zh"'
    title, place = written(matter.title), written(site.where(matter.place))
    before = f"<li><a href={_BASE}{page_of(Kind.MATTER, identifier, site.lang)}{zh}>{title}</a><p>"
    day = written(site.words.date(matter.raised))
    if zh:
        place = f"<span{zh}>{place}</span>"
    return before, f"{place} · {day}"


def _heading(key: str, title: str, ids: Sequence[str]) -> Heading:
    return Heading(key, title, ids, len(ids))


def _cut(parts: Sequence[Heading], pager: Pager) -> Iterator[Heading]:
    """What a page shows of the parts that have rows on it."""
    start = 0
    for part in parts:
        ids = part.ids[max(0, pager.first - 1 - start) : max(0, pager.last - start)]
        start += len(part.ids)
        if ids:
            yield part._replace(ids=tuple(ids))
