"""The home page: what is open, late and solved; by family, place and tier; the example apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import NamedTuple

from markupsafe import Markup

from yizhan.facts.display import displays
from yizhan.facts.overview import Tally
from yizhan.model.meeting import Meeting
from yizhan.model.vocabulary import Family
from yizhan.pages.links import Link, link_to
from yizhan.pages.marks import badges
from yizhan.pages.matter_lists import RowCache, roots, tiers_of
from yizhan.pages.meeting import is_planned, state_word
from yizhan.pages.page import Slot
from yizhan.pages.reading_day import until
from yizhan.pages.rendering import render
from yizhan.pages.site import Site
from yizhan.pages.struck_lists import listed
from yizhan.wording.matter import MEANING

_SHOWN = 6
"""Rows of each block; the rest is a link away."""


class Tile(NamedTuple):
    """One family with its number."""

    family: Family
    url: str
    number: int
    meaning: str


class Line(NamedTuple):
    """A row of figures: all, still open, past their day, confirmed by residents."""

    link: Link
    total: int
    open: int
    late: int
    confirmed: int


class MeetingRow(NamedTuple):
    """A meeting in short.

    Attributes:
        word: that it is still to be held, was not held, or was broken off.
        until: attributes for the script: up to which day that holds.
        irregular: what is irregular of it, in a few words each.
        was: what it said before its record was corrected, by what leads to the root.
    """

    link: Link
    meeting: Meeting
    place: str
    word: str
    until: Markup
    was: Callable[[str], Markup]
    irregular: tuple[str, ...]


def slots(site: Site) -> tuple[Slot, ...]:
    """The whole home page, for ``docs/index.md``."""
    url = site.url("")
    seen = site.overview
    rows = RowCache(site)
    solved = list(islice(seen.by_family.get(Family.CONFIRMED, ()), _SHOWN))
    content = render(
        "home.html",
        url,
        site.lang,
        as_of=site.as_of,
        example_day=site.example_day,
        total=len(seen.real),
        tiles=_tiles(site),
        late=rows.html(seen.late[:_SHOWN], url),
        late_count=len(seen.late),
        open=rows.html(seen.open[:_SHOWN], url),
        open_count=len(seen.open),
        solved=rows.html(solved, url),
        links=_links(site),
        on_display=sum(not each.record.example for each in displays(site.archive, site.as_of).now),
        places=_places(site),
        tiers=_tiers(site),
        meetings=_meetings(site),
        example=rows.html(_telling(site, seen.example), url) if seen.example else Markup(""),
        example_count=len(seen.example),
    )
    return (Slot(url, "home", content),)


def _tiles(site: Site) -> tuple[Tile, ...]:
    return tuple(
        Tile(
            family,
            site.url(f"matters/family/{family}/"),
            len(site.overview.by_family.get(family, ())),
            site.words.say(MEANING[family]),
        )
        for family in Family
    )


def _links(site: Site) -> dict[str, str]:
    return {
        "late": site.url("matters/late/"),
        "open": site.url("matters/open/"),
        "solved": site.url(f"matters/family/{Family.CONFIRMED}/"),
        "claimed": site.url(f"matters/family/{Family.CLAIMED}/"),
        "example": site.url("matters/example/"),
        "meetings": site.url("meetings/"),
        "matters": site.url("matters/"),
        "search": site.url("search/"),
        "display": site.url("display/"),
        "words": site.url("guide/residents/"),
    }


def _line(link: Link, tally: Tally) -> Line:
    return Line(link, tally.total, tally.open, tally.late, tally.confirmed)


def _places(site: Site) -> tuple[Line, ...]:
    of_place = site.overview.of_place
    return tuple(
        _line(Link(site.url(f"matters/place/{root.id}/"), root.title), of_place[root.id])
        for root in roots(site)
        if root.id in of_place
    )


def _tiers(site: Site) -> tuple[Line, ...]:
    return tuple(
        _line(Link(site.url(f"matters/tier/{key}/"), title), site.overview.of_tier[key])
        for key, title, _found in tiers_of(site)
    )


def _meetings(site: Site) -> tuple[MeetingRow, ...]:
    held = [each for each in site.archive.meetings if not each.example]
    held.sort(key=lambda each: (each.date.latest, each.id), reverse=True)
    return tuple(
        MeetingRow(
            link_to(each, site.lang),
            each,
            site.where(each.place),
            state_word(site, each),
            until(site, each, each.date, "") if is_planned(site, each) else Markup(""),
            listed(site, each),
            badges(site, each),
        )
        for each in held[:_SHOWN]
    )


def _telling(site: Site, matters: Sequence[str]) -> list[str]:
    """Example matters that show most: one of each family, a late one where there is one."""
    found: dict[Family, str] = {}
    for matter in sorted(map(site.summary, matters), key=lambda each: -each.late_days):
        found.setdefault(matter.family, matter.id)
    return [found[family] for family in Family if family in found]
