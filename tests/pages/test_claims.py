"""Claims stand as claimed; what contradicts itself is said to; the records' count stands beside."""

from __future__ import annotations

from datetime import date

import pytest

from yizhan.model.claims import Claims, Share
from yizhan.pages import claims
from yizhan.pages.claims import contradicted, given, own_count, plain

FILE = "claims/2026/20260331-shili-quarter.yaml"


def page_of(site):
    return next(page for page in claims.pages(site) if page.url.endswith("-shili-quarter/"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_whole_page(village, expect, lang):
    expect(f"20260331-shili-quarter.{lang}.html", page_of(village.in_(lang)).content)


@pytest.mark.parametrize(
    ("share", "result", "wrong"),
    [
        (Share(percent=81.9, numerator=1319, denominator=1631), "80.9", True),
        (Share(percent=80.9, numerator=1319, denominator=1631), "80.9", False),
        (Share(percent=81, numerator=1319, denominator=1631), "80.9", False),
        (Share(percent=12.5, numerator=1, denominator=8), "12.5", False),
        (Share(percent=0.13, numerator=1, denominator=800), "0.13", False),  # 0.125: half up
        (Share(percent=0.12, numerator=1, denominator=800), "0.13", True),
        (Share(percent=66.67, numerator=2, denominator=3), "66.67", False),
    ],
)
def test_arithmetic_is_exact(share, result, wrong):
    assert f"{given(share):f}" == result
    assert contradicted(share) is wrong


def test_a_share_without_figures_contradicts_nothing():
    assert given(Share(percent=95)) is None
    assert not contradicted(Share(percent=95))
    assert not contradicted(Share(percent=95, numerator=1, denominator=0))
    assert not contradicted(None)


def test_a_contradiction_is_said_in_both_languages(village_with):
    share = {"percent: 50\n": "percent: 81.9\n", "numerator: 1\n": "numerator: 1319\n"}
    site = village_with({FILE: share | {"denominator: 2": "denominator: 1631"}})
    assert "所称 81.9%，按其自身数字 1319/1631 为 80.9%。" in page_of(site).content
    english = page_of(site.in_("en")).content
    assert "Claimed 81.9%; by its own figures, 1319/1631, it is 80.9%." in english
    (slot_free,) = [page for page in claims.pages(site) if page.url == "claims/place/shili-cun/"]
    assert "有数字自相矛盾" in slot_free.content


def test_a_count_is_compared(village_with):
    assert "一致" in page_of(village_with({})).content
    site = village_with({FILE: {"value: 2": "value: 30"}})
    assert "与所称不同" in page_of(site).content
    assert 'href="../../matters/place/shili-cun/">2</a>' in page_of(site).content


@pytest.mark.parametrize(
    ("measure", "count"),
    [("matters", 2), ("matters_confirmed", 1), ("meetings", 3), ("rounds", 1), ("honours", 12)],
)
def test_what_the_records_count(village, measure, count):
    record = village.archive.get(Claims, "20260331-shili-quarter")
    assert own_count(village, record, claims.Measure(measure)) == count


def test_only_the_period_counts(village_with):
    site = village_with({FILE: {"start: 2026-01-01": "start: 2026-02-01"}})
    record = site.archive.get(Claims, "20260331-shili-quarter")
    assert own_count(site, record, claims.Measure.MATTERS) == 1
    assert own_count(site, record, claims.Measure.MEETINGS) == 1


def test_a_vague_date_counts_where_it_may_lie_in_the_period(village_with):
    walk = "rounds/2026/20260108-shili-walk.yaml"
    site = village_with({walk: {"date: 2026-01-08": "date: 2026"}}, as_of=date(2026, 4, 3))
    record = site.archive.get(Claims, "20260331-shili-quarter")
    assert own_count(site, record, claims.Measure.ROUNDS) == 1


def test_figures_are_written_as_the_source_does():
    assert [plain(81.9), plain(50.0), plain(100), plain(9.30)] == ["81.9", "50", "100", "9.3"]
