"""What the pages layer hands to publishing: whole pages, and pieces of narrative pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from yizhan.model.text import Lang


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What search knows of a page.

    Attributes:
        text: the words to be found, title first, separated by line feeds.
        filters: filter name → the page's values, in the words of the site's first language
            (``kind``, ``family``, ``place``, ``category``, ``year``).
        meta: what a result shows (``title``, ``status``, ``place``, ``date``).
        sort: sort key → value that sorts as text (``date``: ``2020-06-12``).
    """

    text: str
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    meta: Mapping[str, str] = field(default_factory=dict)
    sort: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """A page that fills a shell.

    Attributes:
        url: site-relative, no leading slash, ending in ``/``: ``matters/20200612-x/``; English
            pages begin with ``en/``.
        shell: the section whose shell it fills: ``matters``, ``meetings``, ``rules``, ``places``,
            ``bodies``, ``rounds``, ``points``, ``honours``, ``claims``, ``procedures``, ``checks``.
        title: plain text, not escaped.
        description: plain text for ``<meta name="description">``, not escaped.
        content: HTML; links are relative to ``url``.
        source: path of the YAML file behind the page, where there is just one.
        search: None for pages that search leaves out (lists, the English mirror).
    """

    url: str
    shell: str
    title: str
    description: str
    content: str
    lang: Lang
    source: str | None = None
    search: SearchEntry | None = None


class Draft:
    """A page that is made when something other than its address is first asked of it.

    A build makes only those drafts that have to be made again: of a draft it knows the address, what
    it is made of (``inputs``), and from the last time what its maker asked the site for.

    Args:
        url: the page's address.
        make: makes the page of the inputs; whatever else it needs it asks of a site that notes it.
        inputs: records and plain values.

    Attributes:
        inputs: as given.
    """

    __slots__ = ("_made", "_make", "inputs", "url")

    def __init__(self, url: str, make: Callable[..., Page], *inputs: Any) -> None:
        self.url = url
        self.inputs = inputs
        self._make = make
        self._made: Page | None = None

    @property
    def page(self) -> Page:
        """The page, made once."""
        if self._made is None:
            self._made = self._make(*self.inputs)
        return self._made

    @property
    def title(self) -> str:
        """The page's title."""
        return self.page.title

    @property
    def content(self) -> str:
        """The page's HTML."""
        return self.page.content

    @property
    def description(self) -> str:
        """The page's description."""
        return self.page.description

    @property
    def source(self) -> str | None:
        """Path of the file behind the page, where there is just one."""
        return self.page.source

    @property
    def search(self) -> SearchEntry | None:
        """What search knows of the page."""
        return self.page.search


@dataclass(frozen=True, slots=True)
class Slot:
    """HTML for ``<div data-yizhan-slot="name">`` in a narrative page.

    Attributes:
        url: the narrative page: ``""`` for the home page, ``matters/``, ``en/matters/``.
        content: HTML; links are relative to ``url``.
    """

    url: str
    name: str
    content: str
