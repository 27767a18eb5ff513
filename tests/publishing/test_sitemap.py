from __future__ import annotations

import gzip

import pytest

from yizhan.publishing import sitemap
from yizhan.publishing.sitemap import is_sitemap, sitemap_files

OWN = (
    "<urlset><url><loc>https://v.example/a&amp;b/</loc><lastmod>2026-01-01</lastmod></url>"
    "<url><loc>https://v.example/matters/shell/</loc></url></urlset>"
)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def test_record_pages_join_the_generators_own_and_shells_leave() -> None:
    files = dict(sitemap_files(OWN, "https://v.example/", ["matters/x/"]))
    text = files["sitemap.xml"].decode()
    assert text == (
        f"{HEAD}<urlset {SPACE}>\n<url><loc>https://v.example/a&amp;b/</loc></url>\n"
        "<url><loc>https://v.example/matters/x/</loc></url>\n</urlset>\n"
    )
    packed = files["sitemap.xml.gz"]
    assert gzip.decompress(packed).decode() == text
    assert packed[4:8] == b"\0\0\0\0"  # no time of packing: same input, same bytes


def test_many_pages_are_split_with_an_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "LIMIT", 2)
    files = dict(sitemap_files("", "https://v.example/", ["a/", "b/", "c/"]))
    assert files["sitemap.xml"].decode() == (
        f"{HEAD}<sitemapindex {SPACE}>\n"
        "<sitemap><loc>https://v.example/sitemap-1.xml</loc></sitemap>\n"
        "<sitemap><loc>https://v.example/sitemap-2.xml</loc></sitemap>\n</sitemapindex>\n"
    )
    assert files["sitemap-1.xml"].count(b"<loc>") == 2
    assert files["sitemap-2.xml"].count(b"<loc>") == 1
    assert all(is_sitemap(name) for name in files)
    assert not is_sitemap("matters/sitemap.xml")


def test_without_an_address_there_is_no_sitemap() -> None:
    assert list(sitemap_files(OWN, None, ["a/"])) == []
