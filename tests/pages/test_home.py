"""The home page counts real matters only, and every figure leads to exactly those matters."""

from __future__ import annotations

import re

import pytest

from yizhan.pages import home, matter_lists


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_whole_page(site, expect, lang):
    (slot,) = home.slots(site.in_(lang))
    assert (slot.url, slot.name) == ("" if lang == "zh" else "en/", "home")
    expect(f"home.{lang}.html", slot.content)


def test_every_figure_is_the_length_of_its_list(site):
    (slot,) = home.slots(site)
    tiles = re.findall(r'href="\./(matters/family/[a-z]+/)">.*?<b>(\d+)</b>', slot.content)
    lists = {page.url: page.content for page in matter_lists.pages(site)}
    assert len(tiles) == 6
    for url, number in tiles:
        assert lists[url].count("<li><a href=../../2") == int(number)


def test_done_and_closed_are_kept_apart(site):
    (zh,) = home.slots(site)
    (en,) = home.slots(site.in_("en"))
    assert "居民还没有评价，不算解决" in zh.content
    assert "that is not solved" in en.content
