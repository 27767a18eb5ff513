"""A group's figures: following a number shows exactly the matters behind it."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

from yizhan.pages import metrics

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from pages.conftest import site_of

from .conftest import serving

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = "assets/javascripts/parts.js"

FOLLOW_EACH = """async () => {
  const found = [];
  const list = document.getElementById("matters");
  for (const link of document.querySelectorAll(".yz-figure .yz-value a")) {
    const followed = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
    link.click();
    await followed;
    const rows = [...document.querySelectorAll(".yz-rows li")].filter((row) => row.getClientRects().length);
    const card = link.closest(".yz-figure");
    found.push([card.querySelector("h3").textContent, link.parentElement.innerText, rows.length,
      list.querySelector("small").textContent, list.nextElementSibling.textContent]);
  }
  return found;
}"""
"""Each number of a group's page: what it is called and says, the rows then shown, the count and note above."""


@pytest.fixture(scope="module")
def groups(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """Addresses of the pages of all groups of this repository's records; a number is on a third of them."""
    folder = tmp_path_factory.mktemp("groups")
    (folder / SCRIPT).parent.mkdir(parents=True)
    shutil.copy(ROOT / "docs" / SCRIPT, folder / SCRIPT)
    urls = []
    for page in metrics.pages(site_of(ROOT, date(2026, 11, 21))):
        if "/by/" in page.url and "yz-figure" in page.content:
            file = folder / page.url / "index.html"
            file.parent.mkdir(parents=True)
            head = "<!doctype html><meta charset=utf-8><link rel=icon href=data:,>"
            file.write_text(f"{head}{page.content}", "utf-8")
            urls.append(page.url)
    with serving(folder) as address:
        yield [f"{address}{url}" for url in urls]


def test_a_number_leads_to_as_many_matters_as_it_says(page: Page, groups: list[str]) -> None:
    followed = 0
    for group in groups:
        page.goto(group)
        everything = page.locator(".yz-rows li:visible").count()
        for figure, said, rows, number, note in page.evaluate(FOLLOW_EACH):
            counted = int(re.findall(r"\d+", said)[-1])  # 10/73, 7 件, 其中 12 件
            of_people = said.endswith("人")  # 391/442 人: those asked, in fewer matters
            assert rows == int(number), (group, figure, said)
            assert counted >= rows if of_people else counted == rows, (group, figure, said)
            assert note.startswith(figure)
            followed += counted < everything
    assert followed > 20


def test_the_whole_list_comes_back(page: Page, groups: list[str]) -> None:
    page.goto(next(group for group in groups if group.endswith("dianjiang-guixi/")))
    note = page.locator("#matters + p").inner_text()
    everything = page.locator(".yz-rows li:visible").count()
    page.locator("#total .yz-value a").click()
    assert "#only-total" in page.url
    page.reload()
    assert page.locator("#matters + p").inner_text() != note, "a link to it can be sent on"
    assert page.locator(".yz-rows li:visible").count() < everything
    page.locator("#matters + p a").click()
    assert page.locator(".yz-rows li:visible").count() == everything
    assert page.locator("#matters + p").inner_text() == note


def test_a_number_followed_twice_and_a_part_that_was_hidden(page: Page, groups: list[str]) -> None:
    page.goto(next(group for group in groups if group.endswith("dianjiang-guixi/")))
    shown = page.locator("#matters")
    for _ in range(2):
        page.locator("#reopened .yz-value a").click()
        page.wait_for_function(
            "document.getElementById('matters').getBoundingClientRect().top < 400"
        )
        page.evaluate("scrollTo(0, 0)")
    assert shown.is_visible()
    page.locator("#open .yz-parts a", has_text="部分 2").first.click()
    page.wait_for_function(
        "Math.abs(document.getElementById('part-2').getBoundingClientRect().top) < 400"
    )
