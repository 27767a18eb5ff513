"""Pages for eyes and hands that are not young: large letters, links that a thumb hits."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

PAGES = (
    "",
    "matters/",
    "matters/20260308-shili-drain/",
    "display/",
    "meetings/",
    "data/figures/",
    "guide/",
    "search/",
    "en/",
    "en/matters/20260308-shili-drain/",
)
SMALL = """() => [...document.querySelectorAll("main a")]
  .filter((link) => link.matches(".yz-rows li > a, .yz-where a, .yz-facts dd > a, .yz-display h3 a, .yz-tiles a"))
  .filter((link) => link.getClientRects().length && link.getBoundingClientRect().height < 40).map((link) => link.textContent.trim())"""


@pytest.mark.parametrize("path", PAGES)
def test_large_letters_take_more_lines_and_no_more_width(
    page: Page, address: str, path: str
) -> None:
    """A browser's letters at nearly twice their size, on a phone of 360 pixels."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{address}{path}")
    page.add_style_tag(content="html { font-size: 32px !important }")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("path", PAGES)
def test_links_of_the_main_paths_are_as_high_as_a_thumb(
    page: Page, address: str, path: str
) -> None:
    page.goto(f"{address}{path}")
    assert page.evaluate(SMALL) == []
