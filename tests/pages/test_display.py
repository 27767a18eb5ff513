"""What is on display: real and example data apart, and a useful page where there is nothing."""

from __future__ import annotations

from datetime import date

import pytest

from yizhan.pages import display

VILLAGE_DAYS = {"now": date(2026, 3, 10), "quiet": date(2024, 1, 1)}
NOTHING = (
    "没有正在公示的事。人选、积分、评选、规约、决议要公示时，会自动列在这里；"
    "要改规约，先征求意见，也列在这里。"
)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_on_a_day(village_with, expect, lang):
    site = village_with({}, VILLAGE_DAYS["now"])
    (slot,) = display.slots(site.in_(lang))
    assert slot.name == "display"
    expect(f"display.{lang}.html", slot.content)


def test_nothing_on_display(village_with):
    (slot,) = display.slots(village_with({}, VILLAGE_DAYS["quiet"]))
    assert NOTHING in slot.content
    assert "最近 90 天没有公示期满的事。" in slot.content


def test_example_data_does_not_stand_among_real(village_with):
    (slot,) = display.slots(village_with({}, VILLAGE_DAYS["now"]))
    real, example = slot.content.split('<section class="yz-examples">')
    assert NOTHING in real
    assert "yz-display" not in real.replace("yz-displays", "")
    assert 'class="yz-display"' in example
