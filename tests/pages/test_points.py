"""Points: what earns how much, entries on codes, totals that show nobody."""

from __future__ import annotations

import re
from datetime import date

import pytest

from yizhan.pages import points

CLEANUP = "points/2026/20260220-shili-cleanup.yaml"
SHOP = "points/2026/20260305-shili-shop.yaml"


def page_of(site, identifier):
    return next(page for page in points.pages(site) if page.url.endswith(f"/{identifier}/"))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("identifier", ["shili-scheme", "20260305-shili-shop"])
def test_the_whole_page(village, expect, identifier, lang):
    expect(f"{identifier}.{lang}.html", page_of(village.in_(lang), identifier).content)


def more_accounts(number: int) -> dict[str, str]:
    entry = "  - account: a-0000000{n}\n    kind: award\n    item: cleanup\n    points: 10\n"
    extra = "".join(entry.format(n=each) for each in range(number))
    return {"entries:\n": f"entries:\n{extra}"}


def test_totals_over_few_accounts_are_not_shown(village_with):
    few = page_of(village_with({CLEANUP: more_accounts(2)}), "shili-scheme").content
    assert "账户不足 5 个，不公布合计，以免看出是谁。" in few
    assert "现有结余" not in few


def test_totals_over_enough_accounts(village_with):
    content = page_of(village_with({CLEANUP: more_accounts(3)}), "shili-scheme").content
    found = dict(re.findall(r"<li><span>([^<]+)</span><b>([\d,]+)</b>", content))
    assert found == {
        "账户": "5",
        "加分合计": "50",
        "减分合计": "0",
        "已兑换": "8",
        "现有结余": "42",
    }
    assert "a-3f9k2m7q" not in content


def test_points_on_display_do_not_count_yet(village_with):
    site = village_with({CLEANUP: more_accounts(3)}, as_of=date(2026, 2, 24))
    content = page_of(site, "shili-scheme").content
    assert (
        '<li data-until="2026-02-25" data-then="">'
        "<span>2026年2月25日 公示期满才计入</span><b>50</b></li>"
    ) in content
    assert '<span>现有结余</span><b data-plus="2026-02-25*50">0</b>' in content


@pytest.mark.parametrize(("lang", "over"), [("zh", "公示期满"), ("en", "Display over")])
def test_a_build_and_the_script_say_alike_that_a_display_is_over(village_with, lang, over):
    name = "20260220-shili-cleanup"
    during = page_of(village_with({}, as_of=date(2026, 2, 25)).in_(lang), name).content
    assert f' data-until="2026-02-25" data-then="{over}">' in during
    after = page_of(village_with({}, as_of=date(2026, 2, 26)).in_(lang), name).content
    assert f"<strong>{over}</strong>" in after


def test_points_on_display_in_an_example_that_stands_still_are_not_counted_on(village_with):
    site = village_with({CLEANUP: more_accounts(3)}, as_of=date(2026, 2, 24))
    site.derived.example_day = date(2026, 2, 24)
    content = page_of(site, "shili-scheme").content
    assert "<li><span>2026年2月25日 公示期满才计入</span><b>50</b></li>" in content
    assert "<span>现有结余</span><b>0</b>" in content


REAL = {"example: true\n": "sources:\n  - title: 公开栏\n    publisher: 村委会\n"}


def test_what_is_on_display_says_until_when_and_counts_nothing_that_a_day_changes(village_with):
    site = village_with({CLEANUP: REAL}, as_of=date(2026, 2, 24))
    (slot,) = points.slots(site)
    assert '<section data-while="2026-02-25">\n<h2>正在公示</h2>' in slot.content
    flag = '<span class="yz-flag" data-until="2026-02-25" data-then="">正在公示</span>'
    assert slot.content.count(flag) == 2  # there, and in the list of all
    (after,) = points.slots(village_with({CLEANUP: REAL}, as_of=date(2026, 2, 26)))
    assert "正在公示" not in after.content


def test_a_reversal_is_shown_on_both_sides(village_with):
    reversal = {
        "  - account: a-3f9k2m7q\n    kind: exchange\n    item: soap\n    points: -8": (
            "  - account: a-3f9k2m7q\n    kind: reversal\n    points: -10\n"
            "    reverses: 20260220-shili-cleanup#a-3f9k2m7q-cleanup"
        )
    }
    site = village_with({SHOP: reversal, CLEANUP: more_accounts(0)})
    assert 'href="../../points/20260305-shili-shop/#entry-a-3f9k2m7q-reversal"' in (
        page_of(site, "20260220-shili-cleanup").content
    )
    assert 'href="../../points/20260220-shili-cleanup/#entry-a-3f9k2m7q-cleanup"' in (
        page_of(site, "20260305-shili-shop").content
    )


def test_a_reversal_goes_back_into_what_it_takes_back(village_with):
    reversal = {
        "  - account: a-3f9k2m7q\n    kind: exchange\n    item: soap\n    points: -8": (
            "  - account: a-3f9k2m7q\n    kind: reversal\n    points: -10\n"
            "    reverses: 20260220-shili-cleanup#a-3f9k2m7q-cleanup"
        )
    }
    site = village_with({SHOP: reversal, CLEANUP: more_accounts(3)})
    content = page_of(site, "shili-scheme").content
    assert "<span>加分合计</span><b>40</b>" in content
    assert "<span>已兑换</span><b>0</b>" in content
