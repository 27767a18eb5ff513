"""What the pages layer hands to publishing: whole pages, and pieces of narrative pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from yizhan.model.text import Lang


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What search knows of a page.

    Attributes:
        text: the words to be found, title first, parted by line feeds.
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
            ``bodies``, ``rounds``, ``points``, ``honours``, ``claims``, ``procedures``.
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
