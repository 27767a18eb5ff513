from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from yizhan.publishing import sitemap
from yizhan.publishing.sitemap import write_sitemap

OWN = (
    "<urlset><url><loc>https://v.example/a&amp;b/</loc><lastmod>2026-01-01</lastmod></url>"
    "<url><loc>https://v.example/matters/shell/</loc></url></urlset>"
)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def test_record_pages_join_the_generators_own_and_shells_leave(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text(OWN)
    (tmp_path / "sitemap.xml.gz").write_bytes(b"old")
    write_sitemap(tmp_path, "https://v.example/", ["matters/x/"])
    text = (tmp_path / "sitemap.xml").read_text()
    assert text == (
        f"{HEAD}<urlset {SPACE}>\n<url><loc>https://v.example/a&amp;b/</loc></url>\n"
        "<url><loc>https://v.example/matters/x/</loc></url>\n</urlset>\n"
    )
    packed = (tmp_path / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed).decode() == text
    assert packed[4:8] == b"\0\0\0\0"  # no time of packing: same input, same bytes


def test_many_pages_are_split_with_an_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "LIMIT", 2)
    write_sitemap(tmp_path, "https://v.example/", ["a/", "b/", "c/"])
    assert (tmp_path / "sitemap.xml").read_text() == (
        f"{HEAD}<sitemapindex {SPACE}>\n"
        "<sitemap><loc>https://v.example/sitemap-1.xml</loc></sitemap>\n"
        "<sitemap><loc>https://v.example/sitemap-2.xml</loc></sitemap>\n</sitemapindex>\n"
    )
    assert (tmp_path / "sitemap-1.xml").read_text().count("<loc>") == 2
    assert (tmp_path / "sitemap-2.xml").read_text().count("<loc>") == 1


def test_without_an_address_there_is_no_sitemap(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text(OWN)
    write_sitemap(tmp_path, None, ["a/"])
    assert list(tmp_path.iterdir()) == []
