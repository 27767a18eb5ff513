"""Light or dark: chosen with one button, remembered, and right before anything is drawn."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page

from .conftest import serving

ROOT = Path(__file__).resolve().parents[2]
HTML = """<!doctype html><html class=no-js><head><link rel=icon href=data:,>
<script src=theme.js></script>{again}</head><body>
<script>document.title = document.documentElement.dataset.theme + document.documentElement.className</script>
<button id=yz-theme hidden></button><details class=yz-menu></details></body></html>"""


@pytest.mark.parametrize("again", ["", "<script src=theme.js defer></script>"])
def test_the_button_turns_the_theme_and_the_next_page_knows(
    page: Page, tmp_path: Path, again: str
) -> None:
    """Also where an older ``mkdocs.yml`` lists the script a second time."""
    shutil.copy(ROOT / "docs/assets/javascripts/theme.js", tmp_path)
    (tmp_path / "index.html").write_text(HTML.format(again=again), "utf-8")
    with serving(tmp_path) as address:
        page.emulate_media(color_scheme="light")
        page.goto(address)
        assert page.title() == "autojs"
        for turned in ("dark", "light", "dark"):
            page.click("#yz-theme")
            assert page.get_attribute("html", "data-theme") == turned
        page.goto(address)
        assert page.title() == "darkjs"
