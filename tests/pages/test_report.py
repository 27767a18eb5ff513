"""A month's page, and the list of months."""

from __future__ import annotations

import pytest

from yizhan.pages import report


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_list_of_months_newest_first(site, expect, lang):
    (slot,) = report.slots(site.in_(lang))
    assert slot.name == "reports"
    expect(f"reports.{lang}.html", slot.content)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_month(site, expect, lang):
    pages = {page.url: page for page in report.pages(site.in_(lang))}
    prefix = "" if lang == "zh" else "en/"
    page = pages[f"{prefix}data/reports/2026-03/"]
    assert page.title == ("2026年3月办理情况" if lang == "zh" else "Matters in March 2026")
    expect(f"report.{lang}.html", page.content)


def test_every_month_with_activity_real_and_example_apart(site, village):
    assert sorted(page.url for page in report.pages(site)) == [
        "data/reports/2025-11/",
        "data/reports/2025-12/",
        "data/reports/2026-03/",
        "data/reports/example/2026-03/",
    ]
    urls = [page.url for page in report.pages(village)]
    assert urls
    assert all(url.startswith("data/reports/example/") for url in urls)


def test_a_village_month_with_decisions_and_tasks(village, expect):
    pages = {page.url: page for page in report.pages(village)}
    expect("report-village.zh.html", pages["data/reports/example/2026-01/"].content)


def test_an_archive_without_months(village_with):
    site = village_with({})
    site.__dict__["months"] = dict.fromkeys(("real", "example"), site.months["real"])
    (slot,) = report.slots(site)
    assert "还没有哪一个月有记录。" in slot.content
