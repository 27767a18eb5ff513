from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from yizhan.facts.deadlines import (
    Due,
    DueSource,
    add_working_days,
    days_late,
    exceptions,
    working_days_between,
)

DAYS = st.dates(date(2018, 1, 1), date(2028, 12, 31))


def test_the_day_of_the_event_is_not_counted(weekdays):
    monday = date(2026, 3, 2)
    assert add_working_days(monday, 1, weekdays) == Due(
        date(2026, 3, 3), provisional=False, source=DueSource.LIMIT
    )
    assert add_working_days(monday, 5, weekdays).day == date(2026, 3, 9)


def test_a_due_date_never_falls_on_a_day_off(weekdays):
    friday = date(2026, 3, 6)
    assert add_working_days(friday, 1, weekdays).day == date(2026, 3, 9)


def test_a_span_that_touches_an_unknown_year_is_provisional(weekdays):
    assert not add_working_days(date(2026, 12, 30), 1, weekdays).provisional
    assert add_working_days(date(2026, 12, 31), 1, weekdays).provisional


def test_due_on_friday_is_late_on_monday_and_not_on_sunday(weekdays):
    due = Due(date(2026, 3, 6), provisional=False, source=DueSource.LIMIT)
    assert days_late(due, date(2026, 3, 6), weekdays) == 0
    assert days_late(due, date(2026, 3, 8), weekdays) == 0
    assert days_late(due, date(2026, 3, 9), weekdays) == 1
    assert days_late(due, date(2026, 3, 16), weekdays) == 6
    assert days_late(None, date(2026, 3, 16), weekdays) == 0


@given(start=DAYS, days=st.integers(1, 60))
def test_counting_undoes_adding(weekdays, start, days):
    due = add_working_days(start, days, weekdays)
    assert working_days_between(start, due.day, weekdays) == days
    assert weekdays.is_working(due.day)
    assert days_late(due, due.day, weekdays) == 0


def test_the_exceptions_of_a_year_are_where_monday_to_friday_is_wrong(weekdays):
    class Calendar:
        """A holiday on a Monday, and the Saturday before worked instead."""

        def is_working(self, day: date) -> bool:
            if day in (date(2026, 5, 2), date(2026, 5, 4)):
                return day.weekday() == 5
            return weekdays.is_working(day)

        def known(self, day: date) -> bool:
            return day.year == 2026

    assert exceptions(2026, Calendar()) == (date(2026, 5, 2), date(2026, 5, 4))
    assert exceptions(2028, Calendar()) == ()
