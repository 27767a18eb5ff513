"""The sitemap: the generator's own pages and every record's page, with nothing that differs by day."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from html import escape, unescape
from pathlib import Path

LIMIT = 50_000
"""Addresses a file may hold (sitemaps.org, protocol 0.9)."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_LOC = re.compile(r"<loc>\s*(.*?)\s*</loc>", re.DOTALL)


def write_sitemap(site: Path, site_url: str | None, urls: Iterable[str]) -> None:
    """Write ``sitemap.xml``, in parts with an index where there are more than 50,000 pages.

    Args:
        site: the built site's root; its own ``sitemap.xml`` is read first.
        site_url: where the site will be; a sitemap holds absolute addresses only, so that there
            is none without it.
        urls: site-relative addresses of record pages.
    """
    own = site / "sitemap.xml"
    known = own.read_text("utf-8") if own.exists() else ""
    for file in (own, site / "sitemap.xml.gz"):
        file.unlink(missing_ok=True)
    if not site_url:
        return
    narrative = (unescape(loc) for loc in _LOC.findall(known))
    found = {loc for loc in narrative if not loc.endswith("/shell/")}
    found.update(site_url + url for url in urls)
    ordered = sorted(found)
    parts = [ordered[start : start + LIMIT] for start in range(0, len(ordered), LIMIT)]
    if len(parts) <= 1:
        _write(own, _locations("urlset", "url", ordered))
        return
    names = []
    for number, part in enumerate(parts, 1):
        names.append(f"{site_url}sitemap-{number}.xml")
        _write(site / f"sitemap-{number}.xml", _locations("urlset", "url", part))
    _write(own, _locations("sitemapindex", "sitemap", names))


def _locations(root: str, item: str, locations: Iterable[str]) -> str:
    lines = "".join(f"<{item}><loc>{escape(loc)}</loc></{item}>\n" for loc in locations)
    return f"{_HEAD}<{root} {_SPACE}>\n{lines}</{root}>\n"


def _write(file: Path, text: str) -> None:
    raw = text.encode()
    file.write_bytes(raw)
    file.with_name(file.name + ".gz").write_bytes(gzip.compress(raw, mtime=0))
