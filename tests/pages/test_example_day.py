"""The example grows no older: its pages are the same years later, and say of which day they are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from yizhan.pages.catalogue import all_pages

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 25)
"""What ``example_day`` of the example's topmost place says."""
NOTE = 'class="yz-example"'


def _examples(site) -> dict[str, str]:
    return {page.url: page.content for page in all_pages(site) if NOTE in page.content}


@pytest.fixture(scope="module")
def now(load_site) -> dict[str, str]:
    """Every page of the example on its day."""
    return _examples(load_site(ROOT, DAY))


@pytest.mark.parametrize("later", [date(2027, 3, 1), date(2028, 11, 25), date(2040, 1, 1)], ids=str)
def test_pages_of_the_example_stay_the_same(load_site, now, later) -> None:
    assert len(now) > 100
    then = _examples(load_site(ROOT, later))
    assert then.keys() == now.keys()
    assert [url for url in now if now[url] != then[url]] == []


def test_they_say_of_which_day_they_are(now) -> None:
    for url, content in now.items():
        assert "按 2026年11月25日 的情况展示，不随日子变化。" in content, url


def test_before_its_day_the_example_is_seen_as_it_was(load_site) -> None:
    site = load_site(ROOT, date(2026, 11, 13))
    assert site.example_day == date(2026, 11, 13)
    pages = _examples(site)
    assert "matters/20261119-shili-ludeng/" not in pages
    assert "已逾期 3 个工作日" in pages["matters/20261012-shili-qiao-langan/"]


def test_an_example_without_a_day_ages_like_the_rest(village) -> None:
    assert village.example_day is None
    drain = village.archive.find("20260308-shili-drain")
    assert village.day_of(drain) == village.as_of


def test_until_when_a_handover_was_to_be_taken_over(now) -> None:
    assert (
        "至今没有接收或退回。 接收期限：2026年11月9日。" in now["matters/20261027-shili-jincun-lu/"]
    )
