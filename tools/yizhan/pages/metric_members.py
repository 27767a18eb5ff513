"""The matters behind figures: a list a figure, a list a group; split into pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from yizhan.facts.metric_definitions import DEFINITIONS, Reason, Unit
from yizhan.facts.metrics import Book, Figure, Row
from yizhan.pages.links import base_of, url_of
from yizhan.pages.listing import Pager, page_url, rows_of, split
from yizhan.pages.metric_views import FigureView, Group
from yizhan.pages.page import Page
from yizhan.pages.rendering import render
from yizhan.pages.site import Site
from yizhan.wording import figures

ROWS = 200
"""Rows of a page: they are short, and there are many."""

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


class Heading(NamedTuple):
    """A part before it is split into pages."""

    key: str
    title: str
    ids: Sequence[str]


def numbered(site: Site, title: str, pager: Pager) -> str:
    """The title of a page of a list."""
    if pager.number == 1:
        return title
    return site.words._("{title}（第 {n} 页）", title=title, n=pager.number)


class Members:
    """Lists of the matters behind the figures of one book.

    Args:
        site: the site in one language.
        book: real or example figures.
        up: address of their overview.
        example: whether they are about example data.
    """

    def __init__(self, site: Site, book: Book, up: str, *, example: bool) -> None:
        self.book = book
        self._site = site
        self._up = up
        self._example = example
        self._kept: dict[str, tuple[str, str]] = {}
        self._words: dict[tuple[str, ...], str] = {}

    def of_figure(
        self, view: FigureView, figure: Figure, also: tuple[FigureView, Figure] | None = None
    ) -> Iterator[Page]:
        """Numerator, the rest of the denominator, and what is left out with the reason.

        Args:
            view: the figure in words; its address is the list's.
            figure: the figure.
            also: for a median: the higher percentile of the same days.
        """
        parts = self._parts(figure) if also is None else self._by_days(figure, also[1])
        said = self._days(figure)
        for pager in split(sum(len(part.ids) for part in parts), ROWS, view.url):
            url = page_url(pager.root, pager.number)
            content = render(
                "metric_members.html",
                url,
                self._site.lang,
                figure=view,
                also=None if also is None else also[0],
                parts=self._shown(parts, pager, url, said),
                pager=pager,
                example_day=self._site.example_day,
                up=self._up,
                whole=f"{self._up}total/" if self._of_all(figure) else None,
                example=self._example,
            )
            yield self._page(url, view.title, view.text, content, pager)

    def of_group(self, group: Group, row: Row) -> Iterator[Page]:
        """A group's figures, and its matters with what each of them is counted in."""
        shown = [not figure.suppressed for figure in row.figures]
        said = {each: self._counted_in(each, shown) for each in row.ids}
        title = self._site.words._("{group}：{name}", group=group.title, name=group.name)
        for pager in split(len(row.ids), ROWS, group.url):
            url = page_url(pager.root, pager.number)
            content = render(
                "metric_group.html",
                url,
                self._site.lang,
                group=group,
                first=pager.number == 1,
                rows=self._rows(rows_of(row.ids, pager), url, said),
                pager=pager,
                example_day=self._site.example_day,
                up=self._up,
                example=self._example,
            )
            yield self._page(url, title, title, content, pager)

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
        found = [Heading("numerator", _("算进去的"), figure.members.numerator)]
        if not self._of_all(figure):
            rest = [each for each in figure.members.denominator if each not in upper]
            found.append(Heading("denominator", _("只在分母里的"), rest))
        return [part for part in (*found, *self._left_out(figure)) if part.ids]

    def _by_days(self, median: Figure, p90: Figure) -> list[Heading]:
        """Matters by the days they took, parted at the two percentiles."""
        _ = self._site.words._
        column = DEFINITIONS.index(median.definition)
        days = {each: self.book.sheet.measured[each][column] for each in median.members.denominator}
        ordered = sorted(days, key=lambda each: (days[each], each))
        half, most = median.numerator or 0, p90.numerator or 0
        found = (
            Heading("numerator", _("不超过中位数"), ordered[:half]),
            Heading("p90", _("超过中位数，不超过九成分位数"), ordered[half:most]),
            Heading("denominator", _("超过九成分位数"), ordered[most:]),
        )
        return [part for part in (*found, *self._left_out(median)) if part.ids]

    def _left_out(self, figure: Figure) -> Iterator[Heading]:
        for reason, ids in figure.exclusions.items():
            if figure.key == "total" or reason not in (Reason.MERGED, Reason.SPLIT):
                text = self._site.words.say(figures.REASONS[reason])
                why = self._site.words._("不计：{why}", why=text)
                yield Heading(reason.value.replace("_", "-"), why, ids)

    def _shown(
        self, parts: Sequence[Heading], pager: Pager, url: str, said: Mapping[str, str]
    ) -> list[Part]:
        """The parts that have rows on a page."""
        found = []
        start = 0
        for part in parts:
            ids = part.ids[max(0, pager.first - 1 - start) : max(0, pager.last - start)]
            start += len(part.ids)
            if ids:
                rows = self._rows(ids, url, said)
                found.append(Part(part.key, part.title, len(part.ids), rows))
        return found

    def _days(self, figure: Figure) -> dict[str, str]:
        """How many days each matter took."""
        if figure.definition.unit is not Unit.DAYS:
            return {}
        column = DEFINITIONS.index(figure.definition)
        measured = self.book.sheet.measured
        days = {each: measured[each][column] for each in figure.members.denominator}
        n_ = self._site.words.n_
        return {each: n_("{n} 天", n) for each, n in days.items() if not isinstance(n, Reason)}

    def _counted_in(self, matter: str, shown: Sequence[bool]) -> str:
        """In which of the figures shown a matter counts, in words; days are left to their lists."""
        counted = tuple(
            self._site.words.say(figures.title(definition))
            for definition, value, visible in zip(
                DEFINITIONS, self.book.sheet.measured[matter], shown, strict=True
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
        """A matter as a row, in two halves with room between them."""
        found = self._kept.get(identifier)
        if found is None:
            site, matter = self._site, self.book.sheet.matters[identifier]
            zh = Markup("") if site.lang == "zh" else Markup(' lang="zh"')
            place = site.where(matter.place)
            before = Markup('<li><a href="{}{}"{}>{}</a><p>').format(
                _BASE, url_of(matter, site.lang), zh, matter.title
            )
            day = site.words.date(matter.raised.date)
            after = Markup("<span{}>{}</span> · {}</p></li>").format(zh, place, day)
            found = self._kept[identifier] = (str(before), str(after))
        return found
