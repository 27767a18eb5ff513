"""This repository's own pages say the same on two days between which nothing happens."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from yizhan.pages.catalogue import all_pages, all_slots

ROOT = Path(__file__).parents[2]
STATEMENTS_ON_A_DAY = {"", "display/", "data/figures/", "matters/late/"}


def test_only_statements_on_a_day_change(load_site) -> None:
    def said(day: date) -> dict[str, str]:
        site = load_site(ROOT, day)
        return {each.url: each.content for each in (*all_pages(site), *all_slots(site))}

    one, other = said(date(2027, 3, 2)), said(date(2027, 3, 3))
    assert len(one) > 900
    changed = {url for url in one | other if one.get(url) != other.get(url)}
    assert changed <= STATEMENTS_ON_A_DAY
