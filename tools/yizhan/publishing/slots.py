"""Slots: places in the generator's own pages that records fill."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from yizhan.pages.page import Slot

_SLOT = re.compile(
    r"""(?P<open><(?P<tag>div|section)\b[^>]*\bdata-yizhan-slot\s*=\s*["']?(?P<name>[a-z-]+)["']?[^>]*>)"""
    r"""\s*</(?P=tag)>"""
)


def fill_slots(site: Path, slots: Iterable[Slot]) -> None:
    """Fill the slots of narrative pages.

    A project may leave out a page or a slot that it does not want: what has no place is dropped.
    """
    by_page: dict[str, dict[str, str]] = defaultdict(dict)
    for slot in slots:
        by_page[slot.url][slot.name] = slot.content
    for url, contents in by_page.items():
        file = site / url / "index.html"
        if file.exists():
            file.write_text(fill(file.read_text("utf-8"), contents), "utf-8")


def fill(html: str, contents: dict[str, str]) -> str:
    """Put each content into the slot of its name; a slot without content stays empty."""

    def put(match: re.Match[str]) -> str:
        return f"{match['open']}{contents.get(match['name'], '')}</{match['tag']}>"

    return _SLOT.sub(put, html)
