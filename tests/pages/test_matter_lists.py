"""Lists hold every real matter, newest activity first, in pages; the example stays apart."""

from __future__ import annotations

import re

from yizhan.pages import matter_lists
from yizhan.pages.listing import Pager, split


def titles(html):
    return re.findall(r"<li><a href=(?:[^> ]*/)?(\d[^/>]+)/[ >]", html)


def by_url(site):
    return {page.url: page for page in matter_lists.pages(site)}


def test_every_list(site):
    assert sorted(by_url(site)) == sorted(
        [
            "matters/open/",
            "matters/late/",
            "matters/example/",
            "matters/year/2025/",
            "matters/year/2026/",
            "matters/place/street/",
            "matters/place/community/",
            "matters/place/garden/",
            "matters/place/shili-place/",
            "matters/tier/street-course/small/",
            *(f"matters/category/{each}/" for each in ("utilities", "drainage", "fire_safety")),
            *(f"matters/category/{each}/" for each in ("buildings", "parking")),
            *(f"matters/family/{each}/" for each in ("waiting", "working", "claimed")),
            *(f"matters/family/{each}/" for each in ("confirmed", "unsolved", "reopened")),
        ]
    )


def test_newest_activity_first_and_no_example(site):
    (slot,) = matter_lists.slots(site)
    assert (slot.url, slot.name) == ("matters/", "matters")
    assert titles(slot.content) == [
        "20260326-parking",
        "20260310-wall",
        "20260316-wires",
        "20260302-lamps",
        "20260316-drain",
        "202511-lift",
    ]


def test_a_place_has_the_matters_of_what_lies_in_it(site):
    pages = by_url(site)
    assert len(titles(pages["matters/place/street/"].content)) == 6
    assert titles(pages["matters/place/garden/"].content) == [
        "20260310-wall",
        "20260302-lamps",
        "20260316-drain",
        "202511-lift",
    ]
    assert titles(pages["matters/place/shili-place/"].content) == ["20260320-shili-well"]
    assert titles(pages["matters/example/"].content) == ["20260320-shili-well"]


def test_late_are_those_past_their_day(site):
    assert titles(by_url(site)["matters/late/"].content) == [
        "20260310-wall",
        "20260316-drain",
        "20260326-parking",
    ]


def test_an_empty_list_says_so_in_both_languages(site):
    url = "matters/family/reopened/"
    assert "现在没有这样的事项。" in by_url(site)[url].content
    assert "There are no such matters now." in by_url(site.in_("en"))[f"en/{url}"].content


def test_lists_are_split_and_paged(site_on, expect):
    short = site_on(per_page=4)
    pages = by_url(short)
    assert "matters/page/2/" in pages
    assert "matters/page/3/" not in pages
    assert titles(pages["matters/page/2/"].content) == ["20260316-drain", "202511-lift"]
    assert pages["matters/page/2/"].title == "全部事项（第 2 页）"
    assert by_url(short.in_("en"))["en/matters/page/2/"].title == "All matters (page 2)"
    expect("list-page-2.zh.html", pages["matters/page/2/"].content)


def test_pagers_cover_every_row_once():
    assert list(split(0, 50, "matters/")) == [
        Pager(1, 1, 0, 0, 0, None, None, "matters/", "matters/")
    ]
    pagers = list(split(101, 50, "matters/"))
    assert [(each.first, each.last) for each in pagers] == [(1, 50), (51, 100), (101, 101)]
    assert [each.previous for each in pagers] == [None, "matters/", "matters/page/2/"]
    assert [each.next for each in pagers] == ["matters/page/2/", "matters/page/3/", None]


def test_the_filter_in_hand_is_marked(site):
    content = by_url(site)["matters/family/claimed/"].content
    marked = re.findall(r'<a href="([^"]*)"[^>]* aria-current="true">', content)
    assert marked == ["../../../matters/family/claimed/"]


HANDED = """\
    by: shili-office
  - date: 2026-03-10
    step: handover
    by: shili-office
    to: shili-committee
"""


def test_a_row_says_until_when_what_was_handed_over_is_to_be_taken(village_with):
    """A body that does not answer is late, and its row says so like any other limit."""
    changes = {
        "matters/2026/20260308-shili-drain.yaml": {"    by: shili-office\n": HANDED},
        "procedures/shili-local.yaml": {"id: shili-local\n": "id: shili-local\nhandover_days: 3\n"},
    }
    site = village_with(changes)
    row = matter_lists.matter_row(site, "20260308-shili-drain")
    assert "<i data-due=2026-03-13>接收期限 2026年3月13日</i>" in row
    english = matter_lists.matter_row(site.in_("en"), "20260308-shili-drain")
    assert "<i data-due=2026-03-13>to be taken over by 13 March 2026</i>" in english
