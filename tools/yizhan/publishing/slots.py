"""Slots: places in the generator's own pages that records fill.

A document offers a slot by its name, and a page module gives content for it. The two are written by
different hands, so that either can be misspelt: what has no place, and a place that nothing fills,
are errors that name it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from yizhan.model.text import Text
from yizhan.pages.page import Slot
from yizhan.publishing.errors import PublishingError

_SLOT = re.compile(
    r"""(?P<open><(?P<tag>div|section)\b[^>]*\bdata-yizhan-slot\s*=\s*["']?(?P<name>[^"'\s>]+)["']?[^>]*>)"""
    r"""\s*</(?P=tag)>""",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"""<!--.*?-->|<(?P<tag>[a-z][\w-]*)(?:[^>"']|"[^"]*"|'[^']*')*?\sdata-yizhan-slot\b"""
    r"""(?:\s*=\s*["']?(?P<name>[^"'\s>]*))?""",
    re.IGNORECASE | re.DOTALL,
)
"""Any element that asks for content, whether or not it can take it."""
_ATTRIBUTE = "data-yizhan-slot"

WHOLE = "page"
"""Name of the slot of a document that has nothing else: its whole page is made by a page module."""

Names = Mapping[str, Collection[str]]
"""Names of slots by the site-relative address of their page; ``""`` is the home page."""


class SlotError(PublishingError):
    """A slot that nothing fills, or content that no document has a slot for."""


def has_slot(html: str) -> bool:
    """Whether a page of the generator offers a slot, be it one that cannot be filled."""
    if _ATTRIBUTE not in html.lower():  # looking for tags takes 0.6 s in 600 long pages
        return False
    return any(match["tag"] for match in _ASKED.finditer(html))


def is_whole(html: str) -> bool:
    """Whether a page of the generator is nothing but the slot for a whole page."""
    found = _SLOT.fullmatch(html.strip())
    return found is not None and found["name"] == WHOLE


def refuse_misplaced(url: str, html: str) -> None:
    """Refuse a page with a slot that cannot be filled: it is no empty div or section, or there twice.

    Raises:
        SlotError: it names the document, the element and the slot.
    """
    fit = {match.start() for match in _SLOT.finditer(html)}
    seen: set[str] = set()
    for match in _ASKED.finditer(html):
        if not match["tag"]:
            continue
        name = match["name"] or ""
        if match.start() not in fit:
            about = {"page": _document(url), "tag": match["tag"], "name": name}
            raise SlotError(NO_EMPTY_BLOCK.format(**about))
        if name in seen:
            raise SlotError(TWICE.format(page=_document(url), name=name))
        seen.add(name)


def offered_slots(pages: Mapping[str, str]) -> dict[str, set[str]]:
    """The names of the slots of narrative pages.

    Args:
        pages: HTML by site-relative address.
    """
    return {url: {match["name"] for match in _SLOT.finditer(html)} for url, html in pages.items()}


def fill_slots(pages: Mapping[str, str], slots: Iterable[Slot]) -> Iterator[tuple[str, str]]:
    """Fill the slots of narrative pages.

    Args:
        pages: HTML by site-relative address, as the generator wrote it.
        slots: content with the page and the name of its slot.

    Yields:
        The address and the HTML of each page that got content.

    Raises:
        SlotError: the site has no such page, or the page no slot of that name.
    """
    by_page: dict[str, dict[str, str]] = defaultdict(dict)
    for slot in slots:
        by_page[slot.url][slot.name] = slot.content
    for url, contents in by_page.items():
        html = pages.get(url, "")
        offered = {match["name"] for match in _SLOT.finditer(html)}
        for name in contents:
            if name not in offered:
                raise SlotError(NO_PLACE.format(name=name, page=_document(url)))
        yield url, fill(html, contents)


def names_of(slots: Iterable[Slot]) -> dict[str, set[str]]:
    """The names of slots by the address of their page."""
    found: dict[str, set[str]] = defaultdict(set)
    for slot in slots:
        found[slot.url].add(slot.name)
    return found


def fill(html: str, contents: Mapping[str, str]) -> str:
    """Put each content into the slot of its name; a slot without content stays empty."""

    def put(match: re.Match[str]) -> str:
        return f"{match['open']}{contents.get(match['name'], '')}</{match['tag']}>"

    return _SLOT.sub(put, html)


def refuse_unfilled(offered: Names, *filled: Names) -> None:
    """Refuse a site in which a document has a slot that nothing filled.

    Args:
        offered: what the documents offer, from ``offered_slots``.
        filled: what was filled.

    Raises:
        SlotError: it names the document, the slot, and what its page could fill.
    """
    for url, names in offered.items():
        known = {name for each in filled for name in each.get(url, ())}
        for name in sorted(set(names) - known):
            if not known:
                raise SlotError(NOTHING_FILLS.format(name=name, page=_document(url)))
            fits = ", ".join(sorted(known))
            raise SlotError(OTHER_NAME.format(name=name, page=_document(url), known=fits))


def _document(url: str) -> Text:
    """The document behind an address; the generator gives both forms of it the same one."""
    if not url:
        return Text("/（docs/index.md）", "/ (docs/index.md)")
    name = url.removesuffix("/")
    return Text(
        f"/{url}（docs/{name}.md 或 docs/{url}index.md）",
        f"/{url} (docs/{name}.md or docs/{url}index.md)",
    )


NO_PLACE = Text(
    '内容“{name}”没有地方可放：请在网页 {page}里补上 <div data-yizhan-slot="{name}"></div>。',
    'There is no place for “{name}”: add <div data-yizhan-slot="{name}"></div> to the page {page}.',
)
NOTHING_FILLS = Text(
    '网页 {page}里写了 data-yizhan-slot="{name}"，但没有内容可填：请删去这一处。',
    "The page {page} has the slot “{name}”, but there is nothing to fill it with: delete it.",
)
NO_EMPTY_BLOCK = Text(
    '网页 {page}里的 <{tag} data-yizhan-slot="{name}"> 填不进内容：'
    "要写成空的 div 或 section，起始标签后面紧跟结束标签。",
    'The page {page} has <{tag} data-yizhan-slot="{name}">, which cannot be filled: make it an empty '
    "div or section, the closing tag right after the opening one.",
)
TWICE = Text(
    '网页 {page}里的 data-yizhan-slot="{name}" 不止一处，同样的内容会出现两遍：请只留一处。',
    "The page {page} has the slot “{name}” more than once, so that its content would be there twice: "
    "keep one of them.",
)
OTHER_NAME = Text(
    '网页 {page}里写了 data-yizhan-slot="{name}"，没有这个名字的内容：这一页能填的是 {known}，请改正或删去。',
    "The page {page} has the slot “{name}”, which nothing fills: what fits here is {known}; correct or delete it.",
)
