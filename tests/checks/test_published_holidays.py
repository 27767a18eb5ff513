"""Holidays that are published later turn nothing red: no commit was made (ADR 0020)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from yizhan.checking.runner import checks_by_kind
from yizhan.checks import discover
from yizhan.checks.shared.check import Context
from yizhan.facts.deadlines import SETTLED, SurelyWorking, add_working_days
from yizhan.loading import load
from yizhan.loading.parse import parse
from yizhan.loading.presets import load_presets
from yizhan.loading.working_days import official_calendar
from yizhan.model.archive import Archive
from yizhan.model.matter import Matter

VILLAGE = load(Path(__file__).resolve().parents[1] / "village").archive
PRESETS = load_presets()
CHECKS = [check for check in checks_by_kind(discover())[Matter.kind] if check.level.fails]
OFFICIAL = official_calendar()
LAST = SETTLED
"""The calendars of this test know the official arrangement up to this year."""
NEXT = LAST + 1
END = date(LAST, 12, 31)


@dataclass(frozen=True)
class Published:
    """The official arrangement to the last settled year, and after it what each year is given here.

    Fake: the arrangements of later years are not published yet, or will be other ones.

    Attributes:
        years: year → the days that Monday to Friday would get wrong; other years are not known.
    """

    years: tuple[tuple[int, frozenset[date]], ...] = ()

    def known(self, day: date) -> bool:
        return day.year <= LAST or day.year in dict(self.years)

    def is_working(self, day: date) -> bool:
        if day.year <= LAST:
            return OFFICIAL.is_working(day)
        return (day.weekday() < 5) != (day in dict(self.years).get(day.year, ()))


@st.composite
def arrangements(draw: st.DrawFn, year: int) -> tuple[int, frozenset[date]]:
    """Holidays of a year with some weekends worked for them, as thick as they come and thicker."""
    first = date(year, 1, 1)
    found: set[date] = set()
    for _ in range(draw(st.integers(0, 3))):
        start = first + timedelta(days=draw(st.integers(0, 60)))
        span = [start + timedelta(days=each) for each in range(draw(st.integers(1, 12)))]
        found |= {day for day in span if day.weekday() < 5 and day.year == year}
    weekends = [first + timedelta(days=each) for each in range(80)]
    weekends = [day for day in weekends if day.weekday() >= 5]
    found |= draw(st.sets(st.sampled_from(weekends), max_size=8))
    return year, frozenset(found)


LOGS = st.fixed_dictionaries(
    {
        "accept": st.integers(-60, 40),
        "extend": st.none() | st.tuples(st.integers(0, 25), st.integers(0, 40)),
        "report": st.none() | st.integers(0, 30),
        "lapse": st.none() | st.integers(0, 20),
    }
)


def matter(steps: Mapping) -> Matter:
    """A matter accepted around the end of the last known year, extended, reported, lapsed."""
    day = END + timedelta(days=steps["accept"])
    log = [{"date": str(day), "step": "accept", "by": "shili-committee"}]
    if steps["extend"] is not None:
        later, until = steps["extend"]
        day += timedelta(days=later)
        log.append(
            {"date": str(day), "step": "extend", "by": "shili-committee", "reason": "缺货。"}
        )
        log[-1]["until"] = str(day + timedelta(days=until))
    if steps["report"] is not None:
        day += timedelta(days=steps["report"])
        outcome = {"result": "solved", "text": "修好了。"}
        log.append({"date": str(day), "step": "report_done", "by": "shili-committee"})
        log[-1]["outcome"] = outcome
        if steps["lapse"] is not None:
            day += timedelta(days=steps["lapse"])
            log.append({"date": str(day), "step": "lapse", "by": "shili-committee"})
    whole = {
        "id": f"{log[0]['date'].replace('-', '')}-shili-bench",
        "title": "长椅",
        "example": True,
        "place": "shili-cun",
        "procedure": "shili-local",
        "category": "facilities",
        "tier": "small",
        "raised": {"date": log[0]["date"], "by": "residents", "channel": "counter"},
        "log": log,
    }
    return parse(Matter, whole, f"records/matters/{log[0]['date'][:4]}/{whole['id']}.yaml")


def failing(record: Matter, day: date, calendar: Published) -> set[tuple[str, tuple]]:
    """What does not pass: check, and place in the matter."""
    archive = Archive([*VILLAGE.records.values(), record])
    context = Context(day, PRESETS, calendar, frozenset())
    return {
        (check.code, problem.pointer)
        for check in CHECKS
        for problem in check.run(record, archive, context)
    }


HOLIDAYS = frozenset(
    day
    for first, days in ((date(NEXT, 1, 4), 12), (date(NEXT, 2, 5), 11))
    for day in (first + timedelta(days=each) for each in range(days))
    if day.weekday() < 5
)
LONG = (NEXT, HOLIDAYS)
"""Longer holidays than any that were published, and no weekend worked for them."""


@settings(max_examples=200, deadline=None)
@given(LOGS, arrangements(NEXT), arrangements(NEXT), arrangements(NEXT + 1))
@example({"accept": -3, "extend": (1, 9), "report": None, "lapse": None}, LONG, LONG, LONG)
@example({"accept": -40, "extend": (30, 14), "report": None, "lapse": None}, LONG, LONG, LONG)
@example({"accept": 10, "extend": None, "report": 19, "lapse": 12}, LONG, LONG, LONG)
def test_published_holidays_change_no_verdict(steps, following, other, one_more) -> None:
    """Neither later on nor in the year itself, where the installed calendar lags behind."""
    record = matter(steps)
    day = max(entry.date.latest for entry in record.log)
    verdict = failing(record, day, Published())
    for known in ((following,), (other,), (following, (NEXT + 1, one_more[1]))):
        assert failing(record, day + timedelta(days=1), Published(known)) == verdict


@pytest.mark.parametrize("days", [14, 20, 40])
def test_an_extension_past_what_was_known_then_stays_right(days) -> None:
    """Accepted on 12-30 and due in the middle of January, as far as anybody knew on 12-31."""
    record = matter({"accept": -1, "extend": (1, days), "report": None, "lapse": None})
    for calendar in (Published(), Published((LONG,))):
        assert failing(record, date(NEXT, 3, 1), calendar) == set()


def test_what_no_arrangement_can_change_is_still_said() -> None:
    """Five working days are five days at least, whatever is published."""
    steps = {"accept": 10, "extend": None, "report": 5, "lapse": 4}
    lapse = ("M013", ("log", 2, "date"))
    for calendar in (Published(), Published((LONG,))):
        assert lapse in failing(matter(steps), date(NEXT, 3, 1), calendar)


def test_in_settled_years_holidays_count() -> None:
    """The Spring Festival of 2026 is off from 02-15 to 02-23: answers are in time until 02-26."""
    accepted = (date(2026, 2, 2) - END).days
    for day, found in ((25, True), (26, True), (27, False)):
        steps = {"accept": accepted, "extend": None, "report": 10, "lapse": day - 12}
        record = matter(steps)
        assert [str(entry.date) for entry in record.log[1:]] == ["2026-02-12", f"2026-02-{day}"]
        said = failing(record, date(2026, 3, 1), Published())
        assert (("M013", ("log", 2, "date")) in said) is found


def test_the_installed_calendar_has_what_is_settled() -> None:
    assert OFFICIAL.known(date(SETTLED, 12, 31))


@given(st.integers(0, 80), st.integers(1, 30), arrangements(NEXT))
def test_no_arrangement_makes_a_day_come_earlier_than_what_is_sure(start, days, arrangement):
    day = END - timedelta(days=40) + timedelta(days=start)
    sure = add_working_days(day, days, SurelyWorking(Published(), LAST)).day
    assert sure <= add_working_days(day, days, Published((arrangement,))).day
    known = SurelyWorking(Published((arrangement,)), LAST)
    assert add_working_days(day, days, known).day == sure
