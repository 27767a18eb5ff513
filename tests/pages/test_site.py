"""The site as a whole: links lead somewhere, nothing comes from another host, bytes repeat."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from yizhan.model.kinds import KINDS
from yizhan.pages.catalogue import all_pages, all_slots
from yizhan.pages.links import FOLDERS, base_of, url_of
from yizhan.pages.metrics import FILE

ROOT = Path(__file__).parents[2]
COLOURS = ("waiting", "working", "claimed", "confirmed", "unsolved", "reopened", "late")


def rooms(site) -> dict[str, str]:
    """HTML of every page and slot in both languages, by address."""
    found: dict[str, str] = {}
    for lang in ("zh", "en"):
        one = site.in_(lang)
        for each in (*all_pages(one), *all_slots(one)):
            found[each.url] = found.get(each.url, "") + each.content
    return found


def links(html: str) -> Iterator[str]:
    """Every address in HTML that is not of another host."""
    for link in re.findall(r'(?:href|src|action)="([^"]*)"', html):
        if not link.startswith(("https://example.org/", "#")):
            yield link


def narrative() -> set[str]:
    """Addresses of the generator's own pages."""
    docs = ROOT / "docs"
    files = (file.relative_to(docs).with_suffix("").as_posix() for file in docs.rglob("*.md"))
    return {"" if url == "index" else f"{url.removesuffix('index').rstrip('/')}/" for url in files}


def test_every_link_leads_to_a_page(site):
    pages = rooms(site)
    known = set(pages) | narrative() | {f"{FILE}/"}
    broken = set()
    for url, html in pages.items():
        for link in links(html):
            target = posixpath.normpath(posixpath.join("/", url, link.partition("#")[0]))
            if f"{target[1:]}/".removeprefix("/") not in known:
                broken.add((url, link))
    assert broken == set()


def test_every_kind_has_a_folder_of_its_own():
    assert set(FOLDERS) == set(KINDS)


def test_both_languages_have_the_same_pages(site):
    chinese = {page.url for page in all_pages(site)}
    english = {page.url for page in all_pages(site.in_("en"))}
    assert english == {f"en/{url}" for url in chinese}


def test_addresses(site):
    matter = site.archive.find("20260302-lamps")
    assert url_of(matter, "zh") == "matters/20260302-lamps/"
    assert url_of(matter, "en") == "en/matters/20260302-lamps/"
    assert (base_of(""), base_of("matters/"), base_of("en/matters/x/")) == (
        "./",
        "../",
        "../../../",
    )


def test_the_same_input_gives_the_same_bytes(site_on):
    assert rooms(site_on()) == rooms(site_on())


@pytest.mark.parametrize("folder", ["overrides", "docs/assets", "tools/yizhan/pages/templates"])
def test_nothing_is_fetched_from_another_host(folder):
    files = [file for file in (ROOT / folder).rglob("*") if file.suffix in {".html", ".css", ".js"}]
    assert files
    for file in files:
        text = file.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.findall(r"(?:https?:)?//[a-z0-9-]+\.[a-z]{2,}", text), file


def luminance(colour: str) -> float:
    """Relative luminance of ``#rgb`` or ``#rrggbb`` (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(each * 2 for each in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Contrast of two colours (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    "scheme", [r":root \{", r':root\[data-theme="dark"\] \{', r":not\(.*?\) \{"]
)
def test_text_stands_out_enough(scheme):
    css = (ROOT / "docs/assets/stylesheets/yizhan.css").read_text("utf-8")
    block = re.search(scheme + r"([^}]*)", css)[1]
    colour = dict(re.findall(r"--yz-([a-z-]+): (#[0-9a-f]{3,6});", block))
    for name in (*COLOURS, "ink", "soft", "link", "accent"):
        for ground in ("paper", "card"):
            assert contrast(colour[name], colour[ground]) >= 4.5, (name, ground)
    assert contrast(colour["on-deep"], colour["deep"]) >= 7


def test_dark_is_one_scheme_chosen_or_by_the_device():
    css = (ROOT / "docs/assets/stylesheets/yizhan.css").read_text("utf-8")
    chosen = re.search(r':root\[data-theme="dark"\] \{([^}]*)', css)[1].split()
    device = re.search(r':root:not\(\[data-theme="light"\]\) \{([^}]*)', css)[1].split()
    assert chosen == device


def test_what_was_not_raised_yet_is_neither_shown_nor_linked(site_on):
    pages = rooms(site_on(date(2026, 3, 14)))
    later = ("20260316-drain", "20260316-wires", "20260326-parking", "20260320-shili-well")
    assert "matters/20260310-wall/" in pages
    for url, html in pages.items():
        assert not any(each in url or f"matters/{each}" in html for each in later), url
