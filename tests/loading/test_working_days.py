"""The official calendar, held to the State Council's notices and to a second package."""

import subprocess
import sys
from datetime import date, timedelta

import pytest

from yizhan.facts.deadlines import add_working_days
from yizhan.loading.working_days import official_calendar

CALENDAR = official_calendar()

# Working days and weekend days worked in their place, counted from docs/decisions/0016.
YEARS = {
    2018: (250, 7), 2019: (250, 6), 2020: (249, 6), 2021: (250, 7), 2022: (249, 7),
    2023: (249, 7), 2024: (251, 8), 2025: (248, 5), 2026: (248, 6),
}  # fmt: skip


@pytest.mark.parametrize(("year", "expected"), YEARS.items())
def test_working_days_of_a_year(year, expected):
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]
    working = [day for day in days if day.year == year and CALENDAR.is_working(day)]
    assert (len(working), sum(day.weekday() > 4 for day in working)) == expected
    assert CALENDAR.known(date(year, 7, 1))


def test_make_up_days_of_the_national_holiday_of_2025():
    assert CALENDAR.is_working(date(2025, 9, 28))  # a Sunday
    assert CALENDAR.is_working(date(2025, 10, 11))  # a Saturday
    assert not any(CALENDAR.is_working(date(2025, 10, day)) for day in range(1, 9))
    assert add_working_days(date(2025, 9, 26), 5, CALENDAR).day == date(2025, 10, 10)


def test_a_year_that_is_not_published_counts_weekdays_and_says_so():
    far = date(2099, 10, 8)  # a Thursday, and off in many years so far
    assert not CALENDAR.known(far)
    assert CALENDAR.is_working(far)
    assert not CALENDAR.is_working(date(2099, 10, 1))  # by law
    assert add_working_days(date(2098, 12, 30), 3, CALENDAR).provisional


def test_the_same_calendar_each_time():
    assert official_calendar() is CALENDAR


def test_the_package_is_imported_at_the_first_question_only():
    code = (
        "import sys; from yizhan.loading.working_days import official_calendar as c; c();"
        "assert 'chinese_calendar' not in sys.modules;"
        "import datetime; c().known(datetime.date(2025, 1, 1));"
        "assert 'chinese_calendar' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
