"""What is due in every period: which period is asked, and of whom."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yizhan.facts.cadence import Period, last_over, missing, period_of
from yizhan.loading.presets import load_presets
from yizhan.model.dates import PartialDate
from yizhan.model.organic_law import Every

IN_TIME = load_presets().in_time


def absent(every, day, *dates):
    found = [PartialDate.parse(each) for each in dates]
    return missing(found, every, date.fromisoformat(day), IN_TIME)


@pytest.mark.parametrize(
    ("every", "day", "start", "end"),
    [
        (Every.YEAR, "2026-07-01", "2026-01-01", "2026-12-31"),
        (Every.HALF_YEAR, "2026-06-30", "2026-01-01", "2026-06-30"),
        (Every.HALF_YEAR, "2026-07-01", "2026-07-01", "2026-12-31"),
        (Every.QUARTER, "2026-03-31", "2026-01-01", "2026-03-31"),
        (Every.QUARTER, "2026-12-31", "2026-10-01", "2026-12-31"),
    ],
)
def test_a_day_is_in_its_period(every, day, start, end):
    period = period_of(date.fromisoformat(day), every)
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)


@given(day=st.dates(date(2000, 1, 1), date(2100, 1, 1)), every=st.sampled_from(Every))
def test_periods_follow_one_another(day, every):
    period = period_of(day, every)
    assert period.start <= day <= period.end
    assert period.next.start == period.end + timedelta(days=1)
    asked = last_over(day, every, IN_TIME.cadence)
    assert asked.end + timedelta(days=IN_TIME.cadence) <= day
    assert asked.next.end + timedelta(days=IN_TIME.cadence) >= day


def test_a_quarter_is_asked_a_month_after_its_end():
    before = "2025-11-20"
    assert absent(Every.QUARTER, "2026-04-29", before) is None
    assert absent(Every.QUARTER, "2026-05-01", before) == Period(Every.QUARTER, 2026, 1)


def test_a_meeting_in_the_quarter_or_after_it_is_enough():
    assert absent(Every.QUARTER, "2026-05-01", "2025-11-20", "2026-03-31") is None
    assert absent(Every.QUARTER, "2026-05-01", "2025-11-20", "2026-04-02") is None
    assert absent(Every.QUARTER, "2026-05-01", "2025-11-20", "2026") is None
    assert absent(Every.QUARTER, "2026-05-01", "2025-11-20", "2026-06-02") is not None


def test_only_who_has_recorded_one_in_the_two_periods_before_is_asked():
    assert absent(Every.QUARTER, "2026-05-01") is None
    assert absent(Every.QUARTER, "2026-05-01", "2025-07-01") is not None
    assert absent(Every.QUARTER, "2026-05-01", "2025-06-30") is None
    assert absent(Every.QUARTER, "2026-05-01", "2025") is None
    assert absent(Every.YEAR, "2027-02-01", "2025-05-10") == Period(Every.YEAR, 2026, 1)
    assert absent(Every.YEAR, "2027-02-01", "2024") is not None
    assert absent(Every.YEAR, "2027-02-01", "2023-12-31") is None
