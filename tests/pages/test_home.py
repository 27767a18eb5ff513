"""The home page counts real matters only, and every figure leads to exactly those matters."""

from __future__ import annotations

import re
from datetime import date

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


REAL = {"example: true\n": "sources:\n  - title: 公开栏\n    publisher: 村委会\n"}


def test_how_many_things_are_on_display_names_its_day(village_with):
    site = village_with({"points/2026/20260220-shili-cleanup.yaml": REAL}, as_of=date(2026, 2, 24))
    (zh,), (en,) = home.slots(site), home.slots(site.in_("en"))
    assert ">截至 2026年2月24日，1 项正在公示，可以提意见或异议</a>" in zh.content
    assert ">As of 24 February 2026, 1 thing is on display: speak or object</a>" in en.content


def test_a_meeting_is_to_be_held_up_to_its_day_only(village_with):
    changes = {"meetings/2026/20260412-shili-deliberation.yaml": REAL}
    (before,) = home.slots(village_with(changes, as_of=date(2026, 4, 12)))
    assert 'data-until="2026-04-12" data-then="">将要召开</span>' in before.content
    (after,) = home.slots(village_with({}, as_of=date(2026, 4, 13)))
    assert "将要召开" not in after.content


def test_of_an_empty_archive_nothing_is_said_to_be_closed(village):
    (slot,) = home.slots(village)
    assert "还没有公开记录的事项。" in slot.content
    assert "记录在案的事项都已了结。" not in slot.content
