"""The house, built by the real generator: small, in the page's language, with search and menu."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

from yizhan.facts.states import States
from yizhan.loading import load
from yizhan.loading.presets import load_presets
from yizhan.loading.working_days import official_calendar
from yizhan.pages import matter
from yizhan.pages.site import Site, SiteConfig
from yizhan.publishing.shells import read_shells, shell_for

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """The generator's own pages, without the plugin that fills them."""
    folder = tmp_path_factory.mktemp("house")
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    config["plugins"] = []
    config["docs_dir"] = str(ROOT / "docs")
    config["theme"]["custom_dir"] = str(ROOT / "overrides")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]
    subprocess.run([*command, "-d", str(folder / "site")], check=True)
    return folder / "site"


def test_every_matter_on_record_fits_in_15_kb(built):
    loaded, presets, calendar = load(ROOT), load_presets(), official_calendar()
    day = date(2026, 11, 21)
    states = States(loaded.archive, presets, day, calendar)
    config = SiteConfig(
        "https://example.org/o/r/edit/main/", "https://example.org/o/r/commits/main/"
    )
    site = Site(loaded.archive, states, day, "zh", presets, calendar, config)
    shells = read_shells(
        {
            f"{file.parent.relative_to(built)}/": file.read_text("utf-8")
            for file in built.glob("**/shell/index.html")
        }
    )
    sizes = {
        page.url: len(shell_for(shells, page.page).fill(page.page).encode())
        for lang in ("zh", "en")
        for page in matter.pages(site.in_(lang))
    }
    assert len(sizes) >= 2 * 45
    assert max(sizes.values()) <= 15_000, max(sizes, key=sizes.__getitem__)


@pytest.mark.parametrize(
    ("url", "lang", "search", "mirror"),
    [
        ("matters/shell/", "zh-CN", "../../search/", "@@yizhan-mirror@@"),
        ("en/matters/shell/", "en", "../../search/", "@@yizhan-mirror@@"),
        ("matters/", "zh-CN", "../search/", "../en/matters/"),
        ("en/matters/", "en", "../search/", "../../matters/"),
        ("decisions/0006-shells/", "zh-CN", "../../search/", "../../en/guide/"),
    ],
)
def test_language_search_and_mirror(built, url, lang, search, mirror):
    html = (built / url / "index.html").read_text("utf-8")
    assert re.search(r'<html lang="([^"]*)"', html)[1] == lang
    assert re.search(r'<form class="yz-search"[^>]* action="([^"]*)"', html)[1] == search
    assert re.findall(r'<a class="yz-tool" href="([^"]*)"', html) == [mirror]


@pytest.mark.parametrize(
    ("url", "current"),
    [
        ("", "首页"),
        ("matters/shell/", "事项"),
        ("rounds/", "事项"),
        ("procedures/", "规约"),
        ("honours/", "积分荣誉"),
        ("bodies/", "地点组织"),
        ("claims/", "数据"),
        ("guide/", "帮助"),
        ("en/", "Home"),
        ("en/meetings/", "Meetings"),
    ],
)
def test_the_section_in_hand_is_marked(built, url, current):
    html = (built / url / "index.html").read_text("utf-8")
    assert re.findall(r'aria-current="true">([^<]*)</a>', html) == [current]


@pytest.mark.parametrize("url", ["", "en/", "search/", "en/search/"])
def test_a_page_with_a_search_of_its_own_has_none_in_the_header(built, url):
    assert 'class="yz-search"' not in (built / url / "index.html").read_text("utf-8")


def test_one_heading_a_page(built):
    for file in built.rglob("index.html"):
        html = file.read_text("utf-8")
        empty = 'data-yizhan-slot="home"' in html or "@@yizhan-content@@" in html
        assert len(re.findall(r"<h1\b", html)) == (0 if empty else 1), file.relative_to(built)


def test_nothing_comes_from_another_host(built):
    loads = re.compile(
        r'<(?:script|img|source|iframe)\b[^>]*src="(https?:)?//|<link\b[^>]*(?:stylesheet|icon)[^>]*"(https?:)?//'
    )
    for file in built.rglob("*.html"):
        assert not loads.search(file.read_text("utf-8")), file.relative_to(built)


def test_what_is_not_there_is_said_in_both_languages(built):
    html = (built / "404.html").read_text("utf-8")
    assert "没有这个页面" in html
    assert "There is no such page." in html
