"""Every page and every slot of the site in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from yizhan.pages import (
    amendment,
    body,
    claims,
    display,
    home,
    honour,
    irregular,
    manual,
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
from yizhan.pages.page import Draft, Slot
from yizhan.pages.site import Site

_KINDS = (meeting, rounds, rule, place, body, points, honour, claims, procedure)
_FIGURES = (metrics, report)
_PAGES = (
    matter.pages,
    matter_lists.pages,
    amendment.pages,
    *(each.pages for each in (*_KINDS, *_FIGURES)),
)
_MODULES = (home, matter_lists, display, irregular, *_KINDS, *_FIGURES)

SLOTS: Mapping[str, Callable[[Site], Iterable[Slot]]] = {
    module.__name__.rpartition(".")[2]: module.slots for module in _MODULES
}
"""What makes the pieces of narrative pages, by the name of its module."""


def all_pages(site: Site) -> Iterator[Draft]:
    """Every page that fills a shell, none of them made yet."""
    for pages in _PAGES:
        yield from pages(site)


def manual_pages(site: Site) -> Iterator[Draft]:
    """Pages of the manual that fill a shell; a village may have others in their place."""
    yield from manual.pages(site.lang)


def all_slots(site: Site) -> Iterator[Slot]:
    """Every piece of a narrative page."""
    for slots in SLOTS.values():
        yield from slots(site)
