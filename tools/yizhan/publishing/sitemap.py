"""The sitemap: the generator's own pages and every record's page, with nothing that differs by day."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from html import escape, unescape

LIMIT = 50_000
"""Addresses a file may hold (sitemaps.org, protocol 0.9)."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_NAME = re.compile(r"sitemap(-\d+)?\.xml(\.gz)?")
_LOC = re.compile(r"<loc>\s*(.*?)\s*</loc>", re.DOTALL)


def is_sitemap(path: str) -> bool:
    """Whether a file of the site is a sitemap or part of one."""
    return _NAME.fullmatch(path) is not None


def sitemap_files(
    own: str, site_url: str | None, urls: Iterable[str]
) -> Iterator[tuple[str, bytes]]:
    """Make ``sitemap.xml``, in parts with an index where there are more than 50,000 pages.

    Args:
        own: the generator's own sitemap; empty where there is none.
        site_url: where the site will be; a sitemap holds absolute addresses only, so that there
            is none without it.
        urls: site-relative addresses of record pages.

    Yields:
        Name and content of each file.
    """
    if not site_url:
        return
    narrative = (unescape(loc) for loc in _LOC.findall(own))
    found = {loc for loc in narrative if not loc.endswith("/shell/")}
    found.update(site_url + url for url in urls)
    ordered = sorted(found)
    parts = [ordered[start : start + LIMIT] for start in range(0, len(ordered), LIMIT)]
    if len(parts) <= 1:
        yield from _packed("sitemap.xml", _locations("urlset", "url", ordered))
        return
    names = []
    for number, part in enumerate(parts, 1):
        names.append(f"{site_url}sitemap-{number}.xml")
        yield from _packed(f"sitemap-{number}.xml", _locations("urlset", "url", part))
    yield from _packed("sitemap.xml", _locations("sitemapindex", "sitemap", names))


def _locations(root: str, item: str, locations: Iterable[str]) -> str:
    lines = "".join(f"<{item}><loc>{escape(loc)}</loc></{item}>\n" for loc in locations)
    return f"{_HEAD}<{root} {_SPACE}>\n{lines}</{root}>\n"


def _packed(name: str, text: str) -> Iterator[tuple[str, bytes]]:
    raw = text.encode()
    yield name, raw
    yield f"{name}.gz", gzip.compress(raw, mtime=0)
