"""Lists of matters: all, open, late; by family, place, category, year and tier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Sized
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from yizhan.facts.metric_tables import Dimension
from yizhan.facts.overview import Tally
from yizhan.model.matter import Matter
from yizhan.model.place import Place
from yizhan.model.procedure import Procedure
from yizhan.model.vocabulary import Category, Family, Kind
from yizhan.pages.links import FOLDERS, localized, way_to
from yizhan.pages.listing import Pager, list_page, page_url, rows_of, split
from yizhan.pages.marks import badges
from yizhan.pages.notes import Remembered
from yizhan.pages.page import Draft, Page, Slot
from yizhan.pages.rendering import compiled, render
from yizhan.pages.site import Site
from yizhan.pages.status import status
from yizhan.pages.struck_lists import struck_in_lists
from yizhan.wording.figures import BY
from yizhan.wording.matter import MEANING
from yizhan.wording.month import GONE
from yizhan.wording.words import Words

_BASE = "\0"
"""Stands in cached rows for what leads to the folder of matters; YAML text cannot hold it."""


class Choice(NamedTuple):
    """A filter as a plain link.

    Attributes:
        number: how many it holds; None where that depends on the day.
        mark: the class that gives it a colour and an icon.
    """

    url: str
    title: str
    number: int | None
    mark: str = ""
    own: bool = False


class Filters(NamedTuple):
    """Filters of one sort under their heading; folded away where they are not the first need."""

    title: str
    choices: tuple[Choice, ...]
    folded: bool = False


class MatterList(NamedTuple):
    """One list.

    Attributes:
        root: Chinese address of its first page.
        title: heading and page title.
        intro: what is in it.
        matters: their ids.
        own: whether the title is a record's own words.
        daily: whether what is in it depends on the day, which its pages then name.
    """

    root: str
    title: str
    intro: str
    matters: Sequence[str]
    filters: tuple[Filters, ...] = ()
    own: bool = False
    daily: bool = False


def pages(site: Site) -> Iterator[Draft]:
    """Every page of every list but the very first, which is a slot."""
    make = partial(_page, site, RowCache(site))
    for found in _lists(site):
        head = found._replace(matters=())
        for pager in split(len(found.matters), site.config.per_page, site.url(found.root)):
            if found.root == "matters/" and pager.number == 1:
                continue
            url, shown = page_url(pager.root, pager.number), rows_of(found.matters, pager)
            yield Draft(url, make, head, shown, pager)


def slots(site: Site) -> Iterator[Slot]:
    """The first page of all matters, for ``docs/matters/index.md``."""
    found = next(_lists(site))
    url = site.url(found.root)
    pager = next(split(len(found.matters), site.config.per_page, url))
    shown = rows_of(found.matters, pager)
    yield Slot(url, "matters", _content(site, RowCache(site), found, shown, pager, heading=False))


class RowCache:
    """Rows rendered once and used in every list a matter stands in."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._rows: Remembered[str, bytes] = {} if site.rows is None else site.rows

    def html(self, matters: Sequence[str], url: str) -> Markup:
        """The rows of a list page at ``url``."""
        rows = b"\n".join([self._row(matter) for matter in matters]).decode()
        way = way_to(localized(FOLDERS[Kind.MATTER], self._site.lang), url)
        return Markup(rows.replace(_BASE, way))  # noqa: S704 - rows are rendered

    def _row(self, matter: str) -> bytes:
        """As UTF-8, which takes two thirds of the memory of a text with Chinese in it."""
        site = self._site
        return site.remember(self._rows, matter, lambda: matter_row(site, matter).encode())


def matter_row(site: Site, identifier: str) -> str:
    """A matter as a row of a list; a NUL stands for what leads to the folder of matters."""
    matter = site.archive.get(Matter, identifier)
    assert matter is not None, "groups hold what is there"
    values = {
        "matter": matter,
        "status": status(site, matter, site.states[matter.id]),
        "place": site.where(matter.place),
        "activity": site.summary(identifier).activity,
        "irregular": badges(site, matter)
        if site.summary(identifier).irregular or matter.rules
        else (),
        "was": struck_in_lists(site, matter, f"{matter.id}/", _BASE),
    }
    return compiled("matter_row.html", site.lang, _BASE)(values)


def _page(site: Site, rows: RowCache, head: MatterList, shown: Sequence[str], pager: Pager) -> Page:
    content = _content(site, rows, head, shown, pager, heading=True)
    return list_page(site, "matters", head.title, head.intro, pager, content)


def _content(
    site: Site,
    rows: RowCache,
    head: MatterList,
    shown: Sequence[str],
    pager: Pager,
    *,
    heading: bool,
) -> str:
    url = page_url(pager.root, pager.number)
    return render(
        "matter_list.html",
        url,
        site.lang,
        list=head,
        heading=heading,
        pager=pager,
        rows=rows.html(shown, url),
        as_of=site.as_of if head.daily else None,
        all=site.url("matters/"),
    )


def _lists(site: Site) -> Iterator[MatterList]:
    """Every list, that of all matters first."""
    _, seen = site.words._, site.overview
    filters = (
        _families(site),
        _categories(site),
        _places(site),
        by_years(site, "matters/", seen.by_year),
    )
    yield MatterList(
        "matters/",
        _("全部事项"),
        _("居民提出的每一件事：办到哪一步，谁在办，到什么时候，是不是真的解决了。"),
        seen.real,
        filters,
    )
    families = (filters[0],)
    yield MatterList(
        "matters/open/",
        _("没有了结的事项"),
        _("还有人要办、要答复或要评价的事。"),
        seen.open,
        families,
    )
    yield MatterList(
        "matters/late/",
        _("逾期的事项"),
        _("过了期限还没有办到下一步的事。"),
        seen.late,
        families,
        daily=True,
    )
    for family in Family:
        yield _family_list(site, family, families)
    yield from _grouped(site)


def _family_list(site: Site, family: Family, filters: tuple[Filters, ...]) -> MatterList:
    word = site.words.title(family)
    return MatterList(
        f"matters/family/{family}/",
        site.words._("{word}的事项", word=word),
        site.words.say(MEANING[family]),
        site.overview.by_family.get(family, []),
        filters,
    )


def _grouped(site: Site) -> Iterator[MatterList]:
    _, words, seen = site.words._, site.words, site.overview
    for category in Category:
        if found := seen.by_category.get(category):
            word = words.title(category)
            yield MatterList(
                f"matters/category/{category}/",
                _("{word}类事项", word=word),
                _("“{word}”一类的事项。", word=word),
                found,
                (_categories(site),),
            )
    for year, found in sorted(seen.by_year.items(), reverse=True):
        title = _("{year}年提出的事项", year=year)
        yield MatterList(
            f"matters/year/{year}/",
            title,
            title,
            found,
            (by_years(site, "matters/", seen.by_year),),
        )
    if seen.example:
        title = _("示例村的事项")
        intro = _("示例村是虚构的，用来演示各种情形，不计入任何统计。")
        yield MatterList("matters/example/", title, intro, seen.example)
    yield from _place_lists(site)
    yield from _tier_lists(site)


def _place_lists(site: Site) -> Iterator[MatterList]:
    _ = site.words._
    for place in site.archive.of(Place):
        found = site.overview.by_place.get(place.id)
        if not found:
            continue
        name = site.where(place.id)
        below = _place_choices(site, site.archive.children(place.id))
        filters = (Filters(_("往下分"), below),) if below else ()
        yield MatterList(
            f"matters/place/{place.id}/",
            _("{name}的事项", name=name),
            _("{name}和它下面各处的事项。", name=name),
            found,
            filters,
            own=True,
        )


def _tier_lists(site: Site) -> Iterator[MatterList]:
    for key, title, found in tiers_of(site):
        intro = site.words._("按规程归入这一类的事项。")
        yield MatterList(f"matters/tier/{key}/", title, intro, found, own=True)


def tiers_of(site: Site) -> Iterator[tuple[str, str, list[str]]]:
    """Each tier that has matters: ``procedure/tier``, its title, its matters."""
    for procedure in site.archive.of(Procedure):
        for tier in procedure.tiers:
            key = f"{procedure.id}/{tier.key}"
            if found := site.overview.by_tier.get(key):
                yield key, f"{procedure.title} · {tier.title}", found


def _families(site: Site) -> Filters:
    choices = [
        Choice(
            site.url(f"matters/family/{family}/"),
            site.words.title(family),
            len(site.overview.by_family.get(family, ())),
            f"yz-f-{family}",
        )
        for family in Family
    ]
    late = Choice(site.url("matters/late/"), site.words._("逾期"), None, "yz-f-late")
    return Filters(site.words._("按状态"), (*choices, late))


def family_choices(words: Words, tally: Tally) -> tuple[Choice, ...]:
    """How many matters of a group are in each family, or went on in others; nothing leads anywhere."""
    found = [
        Choice("", words.title(family), number, f"yz-f-{family}")
        for family, number in tally.families
    ]
    gone = tally.total - sum(number for _, number in tally.families)
    return (*found, *([Choice("", words.label(GONE), gone, "yz-f-merged")] if gone else ()))


def _categories(site: Site) -> Filters:
    counts = site.overview.by_category
    return Filters(
        site.words.label(BY[Dimension.CATEGORY]),
        tuple(
            Choice(site.url(f"matters/category/{each}/"), site.words.title(each), len(counts[each]))
            for each in Category
            if each in counts
        ),
        folded=True,
    )


def by_years(site: Site, root: str, years: Mapping[str, Sized]) -> Filters:
    """The years of a list, the latest first, each with a list of its own below ``root``."""
    return Filters(
        site.words._("按年份"),
        tuple(
            Choice(site.url(f"{root}year/{year}/"), year, len(years[year]))
            for year in sorted(years, reverse=True)
        ),
        folded=True,
    )


def _places(site: Site) -> Filters:
    return Filters(site.words._("按地方"), _place_choices(site, roots(site)), folded=True)


def roots(site: Site) -> tuple[Place, ...]:
    """Real places that lie in no other."""
    places = site.archive.of(Place)
    return tuple(place for place in places if place.parent is None and not place.example)


def _place_choices(site: Site, places: Sequence[Place]) -> tuple[Choice, ...]:
    counts = site.overview.by_place
    return tuple(
        Choice(site.url(f"matters/place/{place.id}/"), place.title, len(counts[place.id]), own=True)
        for place in places
        if place.id in counts
    )
