"""Every number leads to exactly the matters it counts; claims stand beside the records' count."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from yizhan.facts.metric_definitions import DEFINITIONS, Reason
from yizhan.pages import metric_members, metrics
from yizhan.wording import figures

ROOT = Path(__file__).parents[2]
LINK = re.compile(r'<li><a href="[^"]*matters/([^/"]+)/"')
SECTION = re.compile(
    r'<section id="([a-z0-9-]+)">\n<h2>[^<]*<small>([\d,]+)</small></h2>(.*?)</section>', re.DOTALL
)


@pytest.fixture(scope="module")
def real(load_site):
    """The repository's own records."""
    return load_site(ROOT, date(2026, 11, 21))


@pytest.fixture(scope="module")
def pages(real):
    return {page.url: page for page in metrics.pages(real)}


def whole(pages, url):
    """The sections of a list over all of its pages: anchor → what the heading says, ids."""
    found = {}
    number = 1
    while url in pages:
        for key, total, html in SECTION.findall(pages[url].content):
            ids = [*found.get(key, (0, []))[1], *LINK.findall(html)]
            found[key] = (int(total.replace(",", "")), ids)
        number += 1
        url = re.sub(r"(page/\d+/)?$", f"page/{number}/", url, count=1)
    return found


@pytest.mark.parametrize("family", ["working", "claimed", "confirmed", "unsolved", "reopened"])
@pytest.mark.parametrize("data", ["real", "example"])
def test_days_are_listed_in_order_and_parted_at_both_percentiles(real, pages, data, family):
    book = real.books[data]
    median, p90 = book.figure(f"days_{family}_median"), book.figure(f"days_{family}_p90")
    url = f"{metrics.root_of(data)}days_{family}_median/"
    assert url.replace("median", "p90") not in pages
    found = {name: ids for name, (_, ids) in whole(pages, url).items()}
    parts = [found.pop(name, []) for name in ("numerator", "p90", "denominator")]
    assert sorted(parts[0]) == list(median.members.numerator)
    assert sorted(parts[0] + parts[1]) == list(p90.members.numerator)
    assert sorted(each for part in parts for each in part) == list(median.members.denominator)
    said = [int(n) for n in re.findall(r"<p>(\d+) 天 · ", pages[url].content)]
    assert said == sorted(said)
    assert len(said) == (median.denominator or 0)
    assert found == {
        reason.value.replace("_", "-"): list(ids)
        for reason, ids in median.exclusions.items()
        if reason not in (Reason.MERGED, Reason.SPLIT)
    }


@pytest.mark.parametrize("key", [each.key for each in DEFINITIONS if each.quantile is None])
@pytest.mark.parametrize("data", ["real", "example"])
def test_a_figures_list_is_its_members(real, pages, data, key):
    book = real.books[data]
    figure = book.figure(key)
    found = whole(pages, f"{metrics.root_of(data)}{key}/")
    expected = {"numerator": list(figure.members.numerator)}
    if key == "total" or figure.members.denominator != book.figure("total").members.denominator:
        upper = set(figure.members.numerator)
        expected["denominator"] = [m for m in figure.members.denominator if m not in upper]
    for reason, ids in figure.exclusions.items():
        if key == "total" or reason not in (Reason.MERGED, Reason.SPLIT):
            expected[reason.value.replace("_", "-")] = list(ids)
    assert {name: ids for name, (_, ids) in found.items()} == {
        name: ids for name, ids in expected.items() if ids
    }
    assert all(total == len(ids) for total, ids in found.values())


def test_long_lists_are_split_without_loss(real, pages, monkeypatch):
    monkeypatch.setattr(metric_members, "ROWS", 7)
    short = {page.url: page for page in metrics.pages(real)}
    assert len(short) > len(pages)
    for url in ("data/figures/satisfaction/", "data/figures/total/"):
        assert f"{url}page/2/" in short
        assert whole(short, url) == whole(pages, url)


@pytest.mark.parametrize("data", ["real", "example"])
def test_a_groups_page_lists_its_matters_and_marks_what_is_counted(real, pages, data):
    book = real.books[data]
    seen = 0
    for table in book.tables:
        for row in table.rows:
            html = pages[metrics.group_url(table, row.key, metrics.root_of(data))].content
            listed = html.split('<h2 id="matters">')[1]
            assert LINK.findall(listed) == list(row.ids)
            rows = dict(zip(row.ids, listed.split("<li>")[1:], strict=True))
            for figure in row.figures:
                if figure.definition.unit.value == "days" or figure.key == "total":
                    continue
                title = figures.title(figure.definition).zh
                marked = [
                    m
                    for m, said in rows.items()
                    if title in re.split("[：、 ]", said.split("<p>")[1])
                ]
                assert marked == ([] if figure.suppressed else list(figure.members.numerator))
                seen += 1
    assert seen > 50


def test_every_cell_leads_to_its_group(real, pages):
    for url in (
        f"data/figures/by/{each}/" for each in ("place", "category", "body", "month", "tier")
    ):
        cells = re.findall(r'<td><a href="(?:\.\./)*([^"#]+)#([a-z0-9-]+)">', pages[url].content)
        assert cells
        for target, anchor in cells:
            assert f'id="{anchor}"' in pages[target].content


def test_real_and_example_matters_are_never_in_one_list(real, pages):
    for url, page in pages.items():
        examples = {real.archive.find(each).example for each in LINK.findall(page.content)}
        assert examples <= {"/example/" in url}


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "自相矛盾：所称 81.9%，按其自身数字 1319/1631 为 80.9%。"),
        ("en", "Contradicts itself: "),
    ],
)
def test_a_claim_that_contradicts_itself_is_shown(real, lang, said):
    (slot,) = metrics.slots(real.in_(lang))
    rows = [row for row in slot.content.split("<tr") if "yz-wrong" in row]
    assert len(rows) == 1
    assert said in rows[0]
    assert "劳动力就业率" in rows[0]
    assert "80.9%" in rows[0]


def test_the_claims_that_can_be_counted_are_beside_the_count(real):
    (slot,) = metrics.slots(real)
    table = slot.content.split('class="yz-figures yz-claimed"')[1]
    assert "万州区楼栋工作日办理总数（2021年报道）" in table
    assert "133" in table
    assert "shili" not in table


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_overview_of_a_small_archive(site, expect, lang):
    (slot,) = metrics.slots(site.in_(lang))
    assert slot.url == ("data/figures/" if lang == "zh" else "en/data/figures/")
    expect(f"figures.{lang}.html", slot.content)


def test_a_list_of_a_small_archive(site, expect):
    pages = {page.url: page for page in metrics.pages(site)}
    expect("figure-open.zh.html", pages["data/figures/open/"].content)
