"""Every page and every slot of the site in one language."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.pages import (
    amendment,
    body,
    claims,
    display,
    home,
    honour,
    matter,
    matter_lists,
    meeting,
    metrics,
    place,
    points,
    procedure,
    report,
    rule,
)
from yizhan.pages import (
    round as rounds,
)
from yizhan.pages.page import Page, Slot
from yizhan.pages.site import Site

_KINDS = (meeting, rounds, rule, place, body, points, honour, claims, procedure)
_FIGURES = (metrics, report)
_PAGES = (
    matter.pages,
    matter_lists.pages,
    amendment.pages,
    *(each.pages for each in (*_KINDS, *_FIGURES)),
)
_SLOTS = (
    home.slots,
    matter_lists.slots,
    display.slots,
    *(each.slots for each in (*_KINDS, *_FIGURES)),
)


def all_pages(site: Site) -> Iterator[Page]:
    """Every page that fills a shell."""
    for pages in _PAGES:
        yield from pages(site)


def all_slots(site: Site) -> Iterator[Slot]:
    """Every piece of a narrative page."""
    for slots in _SLOTS:
        yield from slots(site)
