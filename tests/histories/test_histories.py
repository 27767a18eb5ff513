"""Of 40 histories by chance, everything that is said agrees: pages, lists, search, figures, months, days past."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from yizhan.checking.engine import run
from yizhan.commands.past import archive_of
from yizhan.facts.metric_definitions import DEFINITIONS, Unit, positions
from yizhan.facts.metric_tables import Book
from yizhan.facts.monthly import Month, Months
from yizhan.facts.states import States
from yizhan.facts.summary import Summary
from yizhan.loading import load
from yizhan.loading.presets import load_presets
from yizhan.loading.working_days import official_calendar
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.keys import keys
from yizhan.model.matter import Matter
from yizhan.model.vocabulary import Family
from yizhan.pages.catalogue import all_pages, all_slots
from yizhan.pages.matter_lists import matter_row
from yizhan.pages.site import Site, SiteConfig

from . import chance, village

TODAY = date(2026, 11, 30)
SEEDS = (9, 13)
NUMBER = 30
PAST = (date(2026, 8, 31), date(2026, 9, 17), date(2026, 10, 31), date(2026, 11, 13))


def write(root: Path, files: dict[str, str]) -> None:
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")


class Built(NamedTuple):
    """An archive of histories that the checks let pass.

    Attributes:
        root: its folder.
        raw: the matters as data of their files, by id.
    """

    root: Path
    archive: Archive
    raw: dict[str, Any]


@pytest.fixture(scope="module", params=SEEDS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp(f"histories{request.param}")
    made = chance.files(request.param, NUMBER)
    write(root, {"records/format.yaml": "format: 3\n", **village.files()})
    write(root, {path: chance.text(data) for path, data in made.items()})
    while refused := _refused(root):
        for path in refused:
            (root / path).unlink()
            del made[path]
    return Built(root, load(root).archive, {data["id"]: data for data in made.values()})


def _refused(root: Path, day: date = TODAY) -> set[str]:
    found = run(root, day, cached=False, today=TODAY).findings
    stops = (Level.ERROR, Level.IRREGULAR)
    return {each.path for each in found if each.level in stops and not each.acknowledged}


def site_of(archive: Archive, day: date = TODAY) -> Site:
    presets, calendar = load_presets(), official_calendar()
    states = States(archive, presets, day, calendar)
    return Site(archive, states, day, "zh", presets, calendar, SiteConfig())


@pytest.fixture(scope="module")
def site(built: Built) -> Site:
    return site_of(built.archive)


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, str]:
    """Every page, and every list that stands in a page of prose, in both languages: address → HTML."""
    found: dict[str, str] = {}
    for each in (site, site.in_("en")):
        found |= {page.url: page.content for page in all_pages(each)}
        found |= {slot.url: found.get(slot.url, "") + slot.content for slot in all_slots(each)}
    return found


ROW = re.compile(r'<li><a href="?(?:[./]*)(?:en/)?(?:matters/)?([0-9]{6,8}-h[0-9]+)/')


def listed(html: str) -> list[str]:
    return ROW.findall(html)


def test_enough_histories_are_left_of_every_sort(built: Built, site: Site) -> None:
    assert len(built.raw) >= 20
    endings = {state.ending for state in (site.states[each] for each in built.raw)}
    assert len(endings) >= 5
    assert any(each.get("corrections") for each in built.raw.values())


def test_every_matter_is_in_the_lists_that_its_state_says(
    site: Site, pages: dict[str, str]
) -> None:
    for lang in ("", "en/"):
        every = set(listed(pages[f"{lang}matters/"]))
        assert every == set(site.states.summaries)
        shown = {
            family: set(listed(pages.get(f"{lang}matters/family/{family}/", "")))
            for family in Family
        }
        for identifier, summary in site.states.summaries.items():
            state = site.states[identifier]
            homes = {family for family, ids in shown.items() if identifier in ids}
            assert homes == (set() if state.goes_on else {state.family}), identifier
            assert (identifier in listed(pages[f"{lang}matters/open/"])) is state.open
            late = identifier in listed(pages[f"{lang}matters/late/"])
            assert late is (state.open and state.late_days > 0)
            assert summary.open is state.open


def test_row_page_and_search_say_one_word(site: Site) -> None:
    words: Counter[str] = Counter()
    for page in all_pages(site):
        identifier = page.url.removeprefix("matters/").rstrip("/")
        if identifier not in site.states.summaries or page.url.startswith("matters/page"):
            continue
        found = re.search(r"<b class=yz-f-(\w+)>([^<]+)</b>", matter_row(site, identifier))
        assert found is not None
        assert page.search is not None
        said = page.search.meta["status"].partition(" · ")[0]  # what is irregular stands behind it
        assert (found[1], found[2]) == (page.search.meta["family"], said)
        assert found[2] in page.content
        words[found[2]] += 1
    assert len(words) >= 4


def test_every_heading_with_a_number_has_so_many_lines(pages: dict[str, str]) -> None:
    section = re.compile(
        r"(?s)<h2[^>]*>[^<]*<small>([0-9,]+)</small></h2>(.*?)(?=<h2|</section>|$)"
    )
    seen = 0
    for url, html in pages.items():
        for number, body in section.findall(html):
            if "yz-counts" in body:
                parts = re.findall(r"yz-f-(?!late)\w+\"?>[^<0-9]*([0-9,]+)</li>", body)
                assert sum(int(each.replace(",", "")) for each in parts) == int(number), url
                continue
            if "yz-rows" not in body or "/figures/by/" in url or "yz-more" in body:
                continue  # a group's figures say it at each matter; a beginning leads to the whole
            rows = len(re.findall(r"<li>", body))
            left = re.search(r"另有 ([0-9]+)|([0-9]+) more", body)
            rows += 0 if left is None else int(left[1] or left[2])
            seen += 1
            assert rows == int(number.replace(",", "")), (url, number, rows)
    assert seen > 50


def test_figures_are_their_members(site: Site) -> None:
    book: Book = site.books["real"]
    own = {each for each, summary in site.states.summaries.items() if not summary.example}
    for figure, definition in zip(book.figures, DEFINITIONS, strict=True):
        measured = {each: definition.measure(site.states[each], TODAY) for each in own}
        if definition.unit in (Unit.COUNT, Unit.SHARE) and not figure.suppressed:
            remembered = {e for e in own if definition.remembered or not site.states[e].goes_on}
            ones = {e for e in remembered if measured[e] == 1}
            zeros = {e for e in remembered if measured[e] == 0}
            assert set(figure.members.numerator) == ones, definition.key
            if definition.unit is Unit.SHARE:
                assert set(figure.members.denominator) == ones | zeros, definition.key


def test_what_was_late_says_so_everywhere(site: Site, pages: dict[str, str]) -> None:
    (ever,) = (
        f
        for f, d in zip(site.books["real"].figures, DEFINITIONS, strict=True)
        if d.key == "late_ever"
    )
    assert any(site.states[each].was_late for each in site.states.summaries)
    for identifier in site.states.summaries:
        state = site.states[identifier]
        for lang, mark in (("", "曾逾期"), ("en/", "working day")):
            content = pages[f"{lang}matters/{identifier}/"]
            assert mark in content or not state.was_late, identifier
        assert ("曾逾期" in matter_row(site, identifier)) is bool(state.was_late)
        assert (identifier in ever.members.numerator) is bool(state.most_late)


def months_of(site: Site) -> Months:
    return Months(site.archive, site.states.summaries.values(), (), site.as_of, site.working_days)


def test_months_add_up(site: Site) -> None:
    """What was raised and not ended or gone is open; the last month ends as the lists say today."""
    months = months_of(site)
    found: list[Month] = list(months.active)
    assert sum(len(each.opened) for each in found) == len(site.states.summaries)
    last = months.of("2026-11")
    assert last.end == TODAY
    assert last.open_count == sum(each.open for each in site.states.summaries.values())
    assert {each.matter for each in last.late} == set(site.overview.late)
    for month in found:
        for name in ("opened", "late", "late_then"):
            ids = [getattr(each, "matter", each) for each in getattr(month, name)]
            assert len(ids) == len(set(ids)), (month.key, name)
        for moved in (month.reported, month.reopened, month.closed):
            assert len({each.matter for each in moved}) == len(moved)


def test_a_month_looked_back_on_says_of_its_end_what_was_said_then(built: Built) -> None:
    """Built on the last day of the month from what was on record by then, but for what came late."""
    months = months_of(site_of(built.archive))
    for day in (date(2026, 8, 31), date(2026, 9, 30), date(2026, 10, 31)):
        then = site_of(archive_of(built.archive, day, TODAY), day)
        now, past = months.of(f"{day:%Y-%m}"), months_of(then).of(f"{day:%Y-%m}")
        steady = {each for each, data in built.raw.items() if _is_steady(built.archive, each)}
        for name in ("late", "reported", "closed", "gone"):
            was, is_ = (
                {each.matter for each in getattr(month, name)} & steady for month in (past, now)
            )
            assert was == is_, (day, name)


@pytest.mark.parametrize("day", PAST)
def test_no_day_past_has_a_finding_that_only_hindsight_brings(built: Built, day: date) -> None:
    assert _refused(built.root, day) == set()


def _is_steady(archive: Archive, identifier: str) -> bool:
    """Whether a matter's log has exact days, written down in their order."""
    matter = archive.get(Matter, identifier)
    assert matter is not None
    exact = all(each.date.day is not None for each in (matter.raised, *matter.log))
    return exact and all(each.since is None for each in matter.log)


@pytest.mark.parametrize("day", PAST)
def test_a_day_past_is_the_archive_cut_there(built: Built, day: date, tmp_path: Path) -> None:
    shutil.copytree(built.root, tmp_path, dirs_exist_ok=True)
    for identifier, data in built.raw.items():
        path = tmp_path / "records/matters/2026" / f"{identifier}.yaml"
        left = cut(built.archive, identifier, data, day)
        path.write_text(chance.text(left), "utf-8") if left else path.unlink()
    loaded = load(tmp_path)
    assert not loaded.findings
    seen = site_of(archive_of(built.archive, day, TODAY), day).states.summaries
    alone = site_of(archive_of(loaded.archive, day, TODAY), day).states.summaries
    assert set(seen) == set(alone)
    for identifier, summary in seen.items():
        if _is_steady(built.archive, identifier):
            assert _unmarked(summary) == _unmarked(alone[identifier]), identifier


def _unmarked(summary: Summary) -> Summary:
    """A summary but for its marks: that something later was corrected is one, and no more is said of it."""
    marked = set(positions("irregular", "corrected", "entered_later"))
    kept = (each for at, each in enumerate(summary.measures) if at not in marked)
    return summary._replace(marks=(), measures=tuple(kept))


def cut(archive: Archive, identifier: str, data: Any, day: date) -> Any:
    """A matter's file without what was later; with every correction of what was not; None where nothing is left."""
    matter = archive.get(Matter, identifier)
    assert matter is not None
    if matter.raised.date.surely_after(day):
        return None
    effective = dict(zip(keys(matter.log), matter.log, strict=True))
    log, gone = [], []
    names = chance.names(data.get("log", []))
    for name, entry in zip(names, data.get("log", []), strict=True):
        now = effective.get(name)
        later = entry["date"] > str(day) and (now is None or now.date.surely_after(day))
        gone += [name] if later else []
        log += [] if later else [entry]
    kept = [
        each
        for each in data.get("corrections", [])
        if not any(f"{each['at']}/".startswith(f"log/{name}/") for name in gone)
    ]
    left = {name: value for name, value in data.items() if name not in ("log", "corrections")}
    return left | ({"log": log} if log else {}) | ({"corrections": kept} if kept else {})


def test_both_languages_say_the_same(pages: dict[str, str]) -> None:
    """The same marks, links and numbers, in the same order, on every page."""
    compared = 0
    for url, html in pages.items():
        if not url.startswith("en/"):
            assert list(_said(html)) == list(_said(pages[f"en/{url}"])), url
            compared += 1
    assert compared > 100


def _said(html: str) -> Iterator[str]:
    pattern = r"yz-f-\w+|href=\"?[^\" >]+|<small>[0-9,]+</small>|data-due=\"?[0-9-]+|<b>[0-9,]+</b>"
    for found in re.findall(pattern, html):
        yield re.sub(r"(?:\.\.?/)+|en/", "", found)


def test_the_same_seed_makes_the_same_histories() -> None:
    assert json.dumps(chance.files(7, 5)) == json.dumps(chance.files(7, 5))
