"""A day that is past: what is dated later is not seen, and hindsight finds nothing."""

from __future__ import annotations

import re
import shutil
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yizhan.checking.engine import inspect, run
from yizhan.checking.last_run import CACHE
from yizhan.checks import discover
from yizhan.loading.load import Loaded
from yizhan.model.finding import Finding, Level
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting

ROOT = Path(__file__).parents[2]
VILLAGE = ROOT / "tests/village"
TODAY = date(2026, 11, 30)
TODAY_THERE = date(2026, 3, 31)
DAY = re.compile(r"20[12]\d-\d\d-\d\d")
DRAIN = "20260308-shili-drain"


TRUE_THEN = {"M033"}
"""What was so on that day and was put right later, which is no hindsight: a warning, which stops nothing."""


def beyond_the_calendar(root: Path, day: date, today: date) -> set[tuple[str, str]]:
    found = run(root, day, cached=False, today=today).findings
    return {_what(each) for each in found if each.level is not Level.DUE}


def _what(finding: Finding) -> tuple[str, str]:
    return finding.path, finding.code


@pytest.mark.parametrize("year", range(2016, 2027))
def test_no_day_of_this_repositorys_records_has_a_finding_that_today_has_not(year) -> None:
    now = beyond_the_calendar(ROOT, TODAY, TODAY)
    for day in (date(year, 3, 8), date(year, 10, 20)):
        assert beyond_the_calendar(ROOT, day, TODAY) <= now, day


@given(st.dates(date(2018, 1, 1), TODAY))
@settings(max_examples=8, deadline=None)
def test_nor_has_any_day_that_comes_along(day) -> None:
    assert beyond_the_calendar(ROOT, day, TODAY) <= beyond_the_calendar(ROOT, TODAY, TODAY)


@pytest.mark.parametrize("month", range(1, 16))
def test_no_day_of_the_village_has_one(month) -> None:
    day = date(2025 + month // 12, month % 12 + 1, 10)
    assert beyond_the_calendar(VILLAGE, day, date(2026, 12, 31)) == set()


AHEAD = {"M045"}
"""Their bad examples name what was there later only: seen on a day before, the entry names nothing."""


@given(
    st.sampled_from([each for each in discover() if each.code not in AHEAD]),
    st.booleans(),
    st.data(),
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nor_has_any_day_of_what_checks_are_explained_with(tmp_path_factory, check, good, data):
    root = tmp_path_factory.mktemp("past")
    shutil.copytree(VILLAGE, root, dirs_exist_ok=True)
    files = (check.good if good else check.bad).files
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode("utf-8", "surrogateescape"))
    said = sorted({each for text in files.values() for each in DAY.findall(text)})
    text = data.draw(st.sampled_from([*said, "2026-03-01"]))
    try:
        day = date.fromisoformat(text) - timedelta(days=data.draw(st.integers(0, 1)))
    except ValueError:  # what the example is about
        day = TODAY_THERE
    day = min(day, TODAY_THERE)
    now = beyond_the_calendar(root, TODAY_THERE, TODAY_THERE)
    found = beyond_the_calendar(root, day, TODAY_THERE) - now
    assert {code for _, code in found} <= TRUE_THEN


def seen(day: date, today: date = TODAY_THERE, root: Path = VILLAGE) -> Loaded:
    return inspect(root, day, cached=False, today=today).loaded


def test_what_is_dated_later_is_not_there() -> None:
    archive = seen(date(2026, 1, 15)).archive
    assert archive.get(Matter, DRAIN) is None
    lamps = archive.get(Matter, "20260108-shili-lamps")
    assert lamps is not None
    assert [each.step for each in lamps.log] == ["accept", "progress"]
    assert all(each.date.earliest <= date(2026, 1, 15) for each in archive.of(Meeting))


def test_the_day_itself_is_seen_as_it_is() -> None:
    today = seen(TODAY_THERE).archive
    assert today.get(Matter, DRAIN) is not None
    later = seen(date(2027, 1, 1)).archive
    assert set(later.ids()) == set(today.ids())


def test_photos_of_what_is_not_there_yet_are_no_strays() -> None:
    before = seen(date(2026, 1, 7))
    assert before.archive.get(Matter, "20260108-shili-lamps") is None
    assert not any("20260108-shili-lamps" in path for path in before.files)


def test_the_future_is_judged_by_today(tmp_path) -> None:
    shutil.copytree(VILLAGE, tmp_path, dirs_exist_ok=True)
    then = date(2026, 2, 1)
    codes = {each.code for each in run(tmp_path, then, cached=False).findings}
    assert "D001" in codes, "asked on that day itself, the rest lies ahead"
    assert "D001" not in {each.code for each in run(tmp_path, then, today=TODAY_THERE).findings}
    ahead = run(tmp_path, date(2027, 2, 1), cached=False, today=then).findings
    assert "D001" in {each.code for each in ahead}, "asked about a day ahead, it still does"


def test_what_is_kept_is_of_today_and_stays_so(tmp_path) -> None:
    shutil.copytree(VILLAGE, tmp_path, dirs_exist_ok=True)
    first = run(tmp_path, TODAY_THERE, today=TODAY_THERE)
    kept = (tmp_path / CACHE).read_bytes()
    past = run(tmp_path, date(2026, 1, 15), today=TODAY_THERE)
    assert past.judged < first.judged
    assert (tmp_path / CACHE).read_bytes() == kept
    assert run(tmp_path, TODAY_THERE, today=TODAY_THERE).findings == first.findings


def test_what_is_seen_otherwise_has_another_digest() -> None:
    def contents(day: date) -> dict[str, bytes]:
        return dict(inspect(VILLAGE, day, cached=False, today=TODAY_THERE).contents)

    then, now = contents(date(2026, 1, 15)), contents(TODAY_THERE)
    assert then["20260108-shili-lamps"] != now["20260108-shili-lamps"]
    assert then["shili-cun"] == now["shili-cun"]
    assert DRAIN not in then


@pytest.mark.parametrize("root", [VILLAGE, ROOT], ids=["village", "records"])
def test_what_was_read_today_serves_for_a_day_that_is_past(root, tmp_path) -> None:
    shutil.copytree(root / "records", tmp_path / "records")
    time.sleep(0.1)  # what was written just now may change again unseen, and is read again
    files = run(tmp_path, TODAY, today=TODAY).records
    for day in (date(2019, 5, 1), date(2026, 1, 15), date(2026, 3, 10)):
        anew = inspect(tmp_path, day, cached=False, today=TODAY)
        kept = inspect(tmp_path, day, today=TODAY)
        assert (anew.result.read, kept.result.read) == (files, 0)
        assert kept.result.judged == anew.result.judged
        assert kept.result.findings == anew.result.findings
        assert kept.contents == anew.contents
        assert kept.loaded.files == anew.loaded.files
        before, now = anew.loaded.archive, kept.loaded.archive
        assert dict(now.records) == dict(before.records)
        for record in before.records.values():
            asked = (type(record), record.id)
            assert list(now.referrers_of(*asked)) == list(before.referrers_of(*asked)), asked


def test_a_file_that_changed_since_is_read_for_a_day_that_is_past(tmp_path) -> None:
    shutil.copytree(VILLAGE, tmp_path, dirs_exist_ok=True)
    time.sleep(0.1)
    run(tmp_path, TODAY_THERE, today=TODAY_THERE)
    file = tmp_path / "records/matters/2026/20260108-shili-lamps.yaml"
    file.write_text(file.read_text("utf-8").replace("\nplace: ", "\nplace: no-", 1), "utf-8")
    result = run(tmp_path, date(2026, 1, 15), today=TODAY_THERE)
    assert result.read == 1
    assert [(each.path, each.code) for each in result.findings if each.fails] == [
        ("records/matters/2026/20260108-shili-lamps.yaml", "A004")
    ]
    assert (
        result.findings
        == run(tmp_path, date(2026, 1, 15), today=TODAY_THERE, cached=False).findings
    )


def test_what_a_later_reopening_mends_is_no_finding_of_the_days_before_it(tmp_path) -> None:
    bad = next(each for each in discover() if each.code == "M032").bad
    shutil.copytree(VILLAGE, tmp_path, dirs_exist_ok=True)
    reopened = (
        "  - date: 2026-02-20\n    step: reopen\n    by: shili-committee\n    reason: 接着办。\n"
    )

    def codes(day: date, add: str = "") -> set[str]:
        for path, text in bad.files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text + (add if "noise" in path else ""), "utf-8")
        return {each.code for each in run(tmp_path, day, cached=False, today=TODAY_THERE).findings}

    between = date(2026, 2, 18)
    assert "M032" in codes(between)
    assert "M032" not in codes(between, reopened)
    assert "M032" not in codes(TODAY_THERE, reopened)
