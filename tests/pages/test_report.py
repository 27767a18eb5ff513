"""A month's page, and the list of months."""

from __future__ import annotations

from datetime import date

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


def test_what_was_merged_late_is_told_in_both_months(village_with):
    """Accepted on 9 March with 30 working days, so that it was due on 21 April."""
    merged = (
        "step: accept\n    by: shili-office\n"
        "  - date: 2026-05-06\n    step: merge\n    by: shili-office\n    merged_into: 20260108-shili-lamps\n"
    )
    drain = {"step: accept\n    by: shili-office\n": merged}
    site = village_with({"matters/2026/20260308-shili-drain.yaml": drain}, date(2026, 5, 31))
    pages = {page.url: page.content for page in report.pages(site)}
    april, may = (pages[f"data/reports/example/2026-{month}/"] for month in ("04", "05"))
    late = april.split("<h2>逾期 <small>1</small></h2>")[1].split("</section>")[0]
    assert "20260308-shili-drain" in late
    assert "<h2>逾期 <small>0</small></h2>" in may
    assert "另有 1 件并入别的事项或者拆分，以后在那些事项里办。其中 1 件此前已经过了期限。" in may
    went = may.split("<h2>并案、拆分 <small>1</small></h2>")[1].split("</section>")[0]
    assert "20260308-shili-drain" in went
    assert "已并案" in went
    assert "曾逾期" in went
