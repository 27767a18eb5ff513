"""Every number leads to exactly the matters it counts; claims stand beside the records' count."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from yizhan.facts.metric_definitions import DEFINITIONS, Reason, Unit
from yizhan.pages import metric_members, metrics

ROOT = Path(__file__).parents[2]
LINK = re.compile(r"<li><a href=(?:[^> ]*/)?matters/([^/>]+)/[ >]")
SECTION = re.compile(
    r'<section id="([a-z0-9-]+)">\n<h[23]>[^<]*<small>([\d,]+)</small></h[23]>(.*?)</section>',
    re.DOTALL,
)

ELSEWHERE = re.compile(
    r'<p class="yz-note" id="([a-z0-9-]+)">[^<]* <small>([\d,]+)</small>：(<a href="[^"]*#part-.*?)</p>'
)
PART = re.compile(
    r'<a href="(?:\.\./)*([^"#]+?)(page/\d+/)?#(part-\d+)">部分 \d+</a> <small>([\d,]+)</small>'
)
CARD = re.compile(r'<section class="yz-figure" id="([a-z0-9-]+)">(.*?)</section>', re.DOTALL)


@pytest.fixture(scope="module")
def real(load_site):
    """The repository's own records."""
    return load_site(ROOT, date(2026, 11, 21))


@pytest.fixture(scope="module")
def pages(real):
    return {page.url: page for page in metrics.pages(real)}


def sections(pages, url):
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


def whole(pages, url):
    """What a list has under each heading; what the list of all matters has in sections is read there."""
    found = {}
    for key, total, links in ELSEWHERE.findall(pages[url].content):
        ids = []
        for other, page, anchor, size in PART.findall(links):
            assert other.endswith("total/")
            assert f'<section id="{anchor}">' in pages[f"{other}{page}"].content
            count, section = sections(pages, other)[anchor]
            assert count == len(section) == int(size.replace(",", ""))
            ids += section
        found[key] = (int(total.replace(",", "")), sorted(ids))
    assert not found.keys() & sections(pages, url).keys()
    return found | sections(pages, url)


def gone(book):
    """The matters that were merged or split."""
    return [each for ids in book.figure("total").exclusions.values() for each in ids]


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
    counted = list(book.figure("total").members.denominator)
    everything = sorted(figure.members.denominator) in (counted, sorted(counted + gone(book)))
    if key == "total" or not everything:
        upper = set(figure.members.numerator)
        expected["denominator"] = [m for m in figure.members.denominator if m not in upper]
    for reason, ids in figure.exclusions.items():
        if key == "total" or reason not in (Reason.MERGED, Reason.SPLIT):
            expected[reason.value.replace("_", "-")] = list(ids)
    assert {name: ids for name, (_, ids) in found.items()} == {
        name: ids for name, ids in expected.items() if ids
    }
    assert all(total == len(ids) for total, ids in found.values())


@pytest.fixture(scope="module")
def short(real):
    """The pages where seven rows fill one."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (metric_members, metrics):
            patch.setattr(module, "ROWS", 7)
        return {page.url: page for page in metrics.pages(real) if page.content}


def data_of(url):
    return "example" if "/example/" in url else "real"


def test_a_figure_that_remembers_lists_what_was_merged_or_split(real, pages):
    book = real.books["example"]
    went = gone(book)
    assert went
    late = book.figure("late_ever")
    assert set(went) & set(late.members.denominator)
    assert not late.exclusions.keys() & {Reason.MERGED, Reason.SPLIT}
    said = pages["data/figures/example/irregular/"].content
    assert "分母是全部计入的事项，加上后来并入别件、拆分的：" in said


def test_long_lists_are_split_without_loss(real, pages, short):
    """What fills more than a page is in sections of the list of all matters, whichever figure counts it."""
    assert len(short) > len(pages)
    assert not any(ELSEWHERE.search(page.content) for page in pages.values())
    linked = 0
    for url in pages:
        if "/by/" in url:
            continue
        found = {key: sorted(ids) for key, (_, ids) in whole(short, url).items()}
        expected = {key: sorted(ids) for key, (_, ids) in whole(pages, url).items()}
        if url.endswith("/total/"):
            parts = [each for key in list(found) if key[:5] == "part-" for each in found.pop(key)]
            assert sorted(parts) == sorted(
                expected.pop("numerator") + gone(real.books[data_of(url)])
            )
        assert found == expected
        for key, _total, _links in ELSEWHERE.findall(short[url].content):
            assert not ("/days_" in url and key in metric_members.COUNTED)
            assert len(found[key]) > 7 or url.endswith("/total/")
            linked += 1
    assert "data/figures/total/page/2/" in short
    assert linked > 5


@pytest.mark.parametrize("data", ["real", "example"])
@pytest.mark.parametrize("size", ["pages", "short"])
def test_a_groups_figures_are_made_of_sections_of_its_list(real, request, data, size):
    """Each matter once; numerator, rest of the denominator and what is left out are whole sections."""
    pages, book = request.getfixturevalue(size), real.books[data]
    seen = 0
    for table in book.tables:
        for row in table.rows:
            url = metrics.group_url(table, row.key, metrics.root_of(data))
            sections = {key: ids for key, (_, ids) in whole(pages, url).items()}
            assert sorted(each for ids in sections.values() for each in ids) == sorted(row.ids)
            cards = dict(CARD.findall(pages[url].content))
            assert len(cards) == len(row.figures)
            for figure in row.figures:
                card = cards[figure.key.replace("_", "-")]
                lines = re.findall(r'<p class="yz-small yz-parts">(.*?)</p>|<li>(.*?)</li>', card)
                if figure.suppressed:
                    assert lines == []
                    continue
                found = []
                for said, left in lines:
                    ids = []
                    for page, anchor in re.findall(
                        r'href="(page/\d+/)?#([a-z0-9-]+)"', said or left
                    ):
                        assert f'id="{anchor}"' in pages[f"{url}{page}"].content
                        ids += row.ids if anchor == "matters" else sections[anchor]
                    found.append(sorted(ids))
                behind = [ids for ids in in_parts(figure) if ids]
                if figure.key.endswith("_p90"):  # what is left out is said of the median
                    behind = [ids for ids in behind if ids == sorted(figure.members.denominator)]
                assert found == behind
                count = figure.definition.unit is Unit.COUNT
                some = figure.members.numerator if count else figure.members.denominator
                assert ("<a" in card.split("</p>")[0]) is bool(some)
                seen += 1
    assert seen > 50


ONCE = (Reason.MERGED, Reason.SPLIT, Reason.WITH_ANOTHER)


def in_parts(figure):
    """What a card of a group's page has a line for: the ids of each, sorted."""
    upper, base = set(figure.members.numerator), set(figure.members.denominator)
    days, count = figure.definition.unit.value == "days", figure.definition.unit.value == "count"
    yield sorted(base if days else upper)
    yield [] if days or (count and figure.key != "total") else sorted(base - upper)
    for reason, ids in figure.exclusions.items():
        if figure.key == "total" or reason not in ONCE:
            yield sorted(ids)


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


def test_what_the_records_do_not_count_alike_is_not_set_beside_them(real):
    """The reports' totals are of whole districts and years, the records hold a few cases."""
    (slot,) = metrics.slots(real)
    table = slot.content.split('class="yz-figures yz-claimed"')[1]
    assert table.count("<tr") == 2
    assert "没有可以对照的数" in table
    assert "shili" not in table
    assert "133" not in table


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_overview_of_a_small_archive(site, expect, lang):
    (slot,) = metrics.slots(site.in_(lang))
    assert slot.url == ("data/figures/" if lang == "zh" else "en/data/figures/")
    expect(f"figures.{lang}.html", slot.content)


def test_a_list_of_a_small_archive(site, expect):
    pages = {page.url: page for page in metrics.pages(site)}
    expect("figure-open.zh.html", pages["data/figures/open/"].content)


def test_a_table_by_body_says_by_whose_time_it_counts(pages):
    by_body = pages["data/figures/by/body/"]
    note = "期限届满那天由它承办的"
    assert note in by_body.content
    groups = [page for url, page in pages.items() if url.startswith("data/figures/by/body/")]
    assert all(note in page.content for page in groups if "/page/" not in page.url)
    assert not any(note in pages[url].content for url in pages if "/by/place/" in url)
