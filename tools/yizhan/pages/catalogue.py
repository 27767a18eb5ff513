"""Every page and every slot of the site in one language."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.pages import home, matter, matter_lists
from yizhan.pages.page import Page, Slot
from yizhan.pages.site import Site

_PAGES = (matter.pages, matter_lists.pages)
_SLOTS = (home.slots, matter_lists.slots)


def all_pages(site: Site) -> Iterator[Page]:
    """Every page that fills a shell."""
    for pages in _PAGES:
        yield from pages(site)


def all_slots(site: Site) -> Iterator[Slot]:
    """Every piece of a narrative page."""
    for slots in _SLOTS:
        yield from slots(site)
