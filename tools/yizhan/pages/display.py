"""Now on display 正在公示: what may be objected to, where, to whom and until when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from yizhan.facts.display import RECENT_DAYS, OnDisplay, displays
from yizhan.pages.links import Link, link_to
from yizhan.pages.page import Slot
from yizhan.pages.reading_day import until
from yizhan.pages.rendering import render
from yizhan.pages.site import Site
from yizhan.pages.struck_lists import part_listed
from yizhan.wording.display import MAY, OVER, WHAT, came, time

ROOT = "display/"


class Board(NamedTuple):
    """What is on display in real places, or in the example village."""

    now: tuple[Shown, ...]
    coming: tuple[Shown, ...]
    recent: tuple[Shown, ...]


class Shown(NamedTuple):
    """A publicity period as the page shows it.

    Attributes:
        what: what sort of thing is on display.
        may: what residents may do about it.
        left: until when, or in the example village how much time is left; empty once it is over.
        dates: attributes for the script, which says how much time is left.
        body: a link to the body that objections go to, where the record names one.
        came: what came in, where the record says it.
        was: what was said of it before its record was corrected, by what leads to the root.
    """

    each: OnDisplay
    link: Link
    what: str
    may: str
    left: str
    dates: Markup
    body: Link | None
    came: str
    was: Callable[[str], Markup]


def slots(site: Site) -> Iterator[Slot]:
    """The whole page, for ``docs/display.md``."""
    url = site.url(ROOT)
    found = displays(site.archive, site.as_of)
    content = render(
        "on_display.html",
        url,
        site.lang,
        as_of=site.as_of,
        example_day=site.example_day,
        days=RECENT_DAYS,
        boards=tuple(
            Board(
                *(
                    _shown(site, each, example=example)
                    for each in (found.now, found.coming, found.recent)
                )
            )
            for example in (False, True)
        ),
    )
    yield Slot(url, "display", content)


def _shown(site: Site, found: tuple[OnDisplay, ...], *, example: bool) -> tuple[Shown, ...]:
    return tuple(
        Shown(
            each,
            link_to(each.record, site.lang),
            site.words.say(WHAT[each.subject]),
            site.words.say(MAY[each.subject]),
            time(
                site.words,
                each,
                site.day_of(each.record),
                counted=site.stands_still(each.record),
            ),
            _dates(site, each),
            site.link(each.body),
            came(site.words, each),
            part_listed(site, each.record, each.part),
        )
        for each in found
        if each.record.example is example
    )


def _dates(site: Site, each: OnDisplay) -> Markup:
    given = until(site, each.record, each.end, site.words.say(OVER))
    if given and each.start.day is not None and each.end.day is not None:
        given += Markup(' data-from="{}"').format(each.start.day)
    return given
