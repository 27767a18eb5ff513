"""Every page of the repository's own records: links lead somewhere, tags close, words are there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path

import pytest

from yizhan.loading import load
from yizhan.model.archive import Archive
from yizhan.model.procedure import Procedure
from yizhan.model.vocabulary import Kind
from yizhan.pages.catalogue import all_pages, all_slots, manual_pages
from yizhan.pages.links import localized
from yizhan.pages.record_lists import TOGETHER

from .conftest import site_from

pytestmark = pytest.mark.xdist_group("every_page")  # every page, made once


ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
DAY = date(2026, 11, 21)
VOID = {"br", "img", "input", "meta", "link", "path", "rect"}
CHINESE = re.compile("[\u4e00-\u9fff]")
LIMIT = 40_000
"""Bytes of a page before compression."""


@pytest.fixture(scope="module")
def real(load_site):
    """The repository's own records."""
    return load_site(ROOT, DAY)


@pytest.fixture(scope="module")
def contents(real) -> dict[str, str]:
    """Every page and every filled narrative page by its address."""
    found: dict[str, str] = {}
    for site in (real, real.in_("en")):
        for page in chain(all_pages(site), manual_pages(site)):
            assert page.url not in found, f"two pages at {page.url}"
            found[page.url] = page.content
        for slot in all_slots(site):
            found[slot.url] = found.get(slot.url, "") + slot.content
    return found


ENDS_PARAGRAPH = {"p", "li", "ul", "ol", "dl", "dt", "dd", "div", "section", "details", "footer"}


class Reader(HTMLParser):
    """Collects links and anchors, and text that stands outside every ``lang="zh"``."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.foreign: list[str] = []
        self.broken: list[str] = []

    def _close(self, *tags: str) -> None:
        """End what HTML ends by itself: pages leave such end tags out of what they say often."""
        while self.open and self.open[-1][0] in tags:
            self.open.pop()

    def handle_starttag(self, tag, attrs):
        if tag in ENDS_PARAGRAPH:
            self._close("p")
        if tag == "li":
            self._close("li")
        if tag in {"dt", "dd"}:
            self._close("dt", "dd")
        values = dict(attrs)
        self.links += [values[key] for key in ("href", "src") if values.get(key)]
        self.anchors |= {values["id"]} if values.get("id") else set()
        chinese = self.open[-1][1] if self.open else False
        if "lang" in values:
            chinese = values["lang"] == "zh"
        if tag not in VOID:
            self.open.append((tag, chinese))
        for key in ("aria-label", "placeholder", "data-label"):
            if not chinese and CHINESE.search(values.get(key) or ""):
                self.foreign.append(values[key])

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if tag in ENDS_PARAGRAPH - {"p"}:
            self._close(*({"p", "li", "dt", "dd"} - {tag}))
        if not self.open or self.open[-1][0] != tag:
            self.broken.append(tag)
        else:
            self.open.pop()

    def handle_data(self, data):
        chinese = self.open[-1][1] if self.open else False
        if not chinese and CHINESE.search(data):
            self.foreign.append(data.strip())


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


@pytest.fixture(scope="module")
def read_pages(contents) -> dict[str, Reader]:
    return {url: read(content) for url, content in contents.items()}


def narrative() -> Iterator[str]:
    """Addresses of the pages that are written by hand."""
    for lang, folder in (("zh", DOCS), ("en", DOCS / "en")):
        for file in folder.rglob("*.md"):
            path = file.relative_to(folder)
            if path.parts[0] == "en" or path.name == "shell.md":
                continue
            name = "" if path.name == "index.md" else f"{path.stem}/"
            parent = "" if str(path.parent) == "." else f"{path.parent.as_posix()}/"
            yield localized(parent + name, lang)


def test_every_link_leads_to_a_page_and_an_anchor(read_pages):
    known = set(read_pages) | set(narrative())
    lost = []
    for url, reader in read_pages.items():
        for link in reader.links:
            path, _mark, anchor = link.partition("#")
            if path.startswith(("http://", "https://")) or posixpath.splitext(path)[1]:
                continue  # other hosts, and files that publishing and exports put there
            target = posixpath.normpath(posixpath.join(url, path)) + "/" if path else url
            target = "" if target == "./" else target
            if target not in known:
                lost.append((url, link))
            if anchor and target in read_pages and anchor not in read_pages[target].anchors:
                lost.append((url, link))
    assert lost == []


def test_every_tag_is_closed(read_pages):
    assert {url: r.broken or r.open for url, r in read_pages.items() if r.broken or r.open} == {}


def test_english_pages_mark_every_chinese_word_as_chinese(real, read_pages):
    """Only a record's name may stand unmarked, within a sentence of the site's own."""
    titles = {record.title for record in real.archive.records.values()}
    titles |= {tier.title for each in real.archive.of(Procedure) for tier in each.tiers}
    titles = sorted(titles, key=len)
    names = re.compile("|".join(re.escape(title) for title in reversed(titles)))
    wrong = {
        (url, text)
        for url, reader in read_pages.items()
        if url.startswith("en/")
        for text in reader.foreign
        if CHINESE.search(names.sub("", text))
    }
    assert wrong == set()


def test_nothing_is_said_by_accident(contents):
    traces = re.compile(r"\bNone\b|\bTrue\b|\bFalse\b|Undefined|\{[a-z_]+\}|<h[1-4][^>]*>\s*</h")
    assert {
        url: traces.findall(html) for url, html in contents.items() if traces.search(html)
    } == {}


def test_no_page_of_a_record_or_list_is_heavy(contents):
    sizes = {url: len(html.encode()) for url, html in contents.items()}
    heavy = {url: size for url, size in sizes.items() if size > LIMIT}
    assert heavy == {}


def test_every_record_has_its_page_in_both_languages(real, contents):
    pages = [page for page in all_pages(real) if page.source is not None]
    sources = {page.source for page in pages}
    shown = {
        record.path
        for record in real.archive.records.values()
        if record.path.startswith("records/") and real.shows(record)
    }
    assert sources == shown
    assert all(f"en/{page.url}" in contents for page in pages)


def test_every_kind_has_its_place_among_the_lists():
    assert sorted(kind for group in TOGETHER for kind in group) == sorted(Kind)


def test_search_knows_every_record_once(real):
    known = [page.source for page in all_pages(real) if page.search is not None and page.source]
    assert len(known) == len(set(known))
    assert {page.source for page in all_pages(real) if page.source} == set(known)
    assert all(page.search is None for page in all_pages(real.in_("en")))


def test_what_a_clerk_types_is_never_html():
    """Every title of the village is made hostile; no page lets a tag through."""
    hostile = "<script>alert(1)</script>"
    read = load(ROOT / "tests" / "village").archive.records.values()
    typed = [
        replace(each, title=f"{hostile}{each.id}", summary=hostile)
        if each.path.startswith("records/")
        else each
        for each in read
    ]
    titles = 0
    for page in all_pages(site_from(Archive(typed), date(2026, 4, 3))):
        assert "<script" not in page.content, page.url
        titles += "&lt;script&gt;alert(1)&lt;/script&gt;" in page.content
    assert titles > len(typed) / 2  # they are on the pages


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("wanzhou", "万州区"),
        ("wanzhou-pipaping-guangchang", "钟鼓楼街道 枇杷坪广场"),
        ("shili-cun-zu4", "示例村四组"),
    ],
)
def test_a_place_in_short_says_no_name_twice(real, place, name):
    assert real.where(place) == name
