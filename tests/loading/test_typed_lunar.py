"""Days of the lunar calendar: the table held to the moon and the sun, and what is said of a typed one."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from yizhan.loading.load import read_record
from yizhan.loading.typed_lunar import _table, lunar_day
from yizhan.model.kinds import identify

from .test_holidays import new_moon, term

DRAIN = "records/matters/2026/20260308-shili-drain.yaml"
MATTER = """\
id: 20260308-shili-drain
title: 排水沟堵塞
example: true
place: shili-cun-1
procedure: shili-local
category: drainage
raised:
  date: {date}
  by: resident
  channel: counter
"""


def months() -> list[tuple[date, int, bool]]:
    """First day, number, and whether it is a leap month, of every month of the table."""
    found = []
    for first, leap, lengths in _table().values():
        numbers = [(number, False) for number in range(1, 13)]
        if leap:
            numbers.insert(leap, (leap, True))
        day = first
        for (number, is_leap), length in zip(numbers, lengths, strict=True):
            found.append((day, number, is_leap))
            day += timedelta(days=length)
    return found


def test_every_month_begins_with_a_new_moon_and_one_follows_the_other() -> None:
    begun = [day for day, _, _ in months()]
    moons = sorted(new_moon(number) for number in range(-130, 640))
    inside = [moon for moon in moons if begun[0] <= moon <= begun[-1]]
    assert begun == inside
    years = list(_table())
    assert years == list(range(1990, 2050))


def test_the_eleventh_month_has_the_solstice_and_a_leap_month_no_term() -> None:
    """GB/T 33661—2017, 5: of thirteen months from solstice to solstice the first without a term."""
    every = months()
    for year in range(1991, 2049):
        course = [
            (day, after, number, leap)
            for (day, number, leap), (after, _, _) in pairwise(every)
            if day > term(year - 1, 12) - timedelta(days=30) and day <= term(year, 12)
        ]
        while not course[0][0] <= term(year - 1, 12) < course[0][1]:
            course.pop(0)
        assert course[0][2:] == (11, False)
        assert course.pop()[2:] == (11, False), "which has the next solstice"
        terms = [term(year - 1, 12), *(term(year, month) for month in range(1, 12))]
        bare = [not any(day <= each < after for each in terms) for day, after, _, _ in course]
        leaps = [leap for *_, leap in course]
        assert len(course) == (13 if any(leaps) else 12), year
        if any(leaps):
            assert leaps.index(True) == bare.index(True), year


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("农历二〇二六年正月三十", "2026-03-18"),
        ("农历2026年四月初五", "2026-05-21"),
        ("2026年农历四月初五", "2026-05-21"),
        ("2026年正月初八", "2026-02-24"),
        ("丙午年正月廿", "2026-03-08"),
        ("乙巳年腊月初八", "2026-01-26"),
        ("农历2025年腊月初八", "2026-01-26"),
        ("2025年闰六月初三", "2025-07-27"),
        ("2025年七月初七", "2025-08-29"),
        ("2026年端午节", "2026-06-19"),
        ("2026年春节", "2026-02-17"),
        ("阴历2026年8月15日", "2026-09-25"),
        ("農曆2026年八月十五", "2026-09-25"),
        ("2025年六月初三", None),  # the year has two sixth months
        ("2026年闰六月初三", None),
        ("2026年腊月初八", None),  # of which of two winters
        ("2026年二月三十", None),
        ("农历2026年十三月初一", None),
        ("农历1980年正月初一", None),
        ("农历2026年正月", None),
        ("四月初五", None),
        ("除夕", None),
    ],
)
def test_a_day_is_named_where_it_is_certain(typed: str, day: str | None) -> None:
    found = lunar_day(typed)
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(
    ("typed", "fix"),
    [
        ("农历2026年正月二十", "换算成公历是 2026-03-08，请写成 2026-03-08"),
        ("丙午年正月二十", "换算成公历是 2026-03-08"),
        ("农历四月初五", "如果是 2026 年的，就写 2026-05-21；不是这一年的，查日历。"),
        ("正月初八", "如果是 2026 年的，就写 2026-02-24"),
        ("端午节", "如果是 2026 年的，就写 2026-06-19"),
        ("腊月初八", "请查日历换算成公历"),
        ("2026年腊月初八", "请查日历换算成公历"),
        ("除夕", "请查日历换算成公历"),
        ("清明节", "请查日历换算成公历"),
    ],
)
def test_the_remedy_names_the_day_or_says_what_to_look_up(typed: str, fix: str) -> None:
    identity = identify(DRAIN)
    assert identity is not None
    (found,) = read_record(DRAIN, identity, MATTER.format(date=typed).encode()).findings
    assert found.code == "S005"
    assert "像是农历或者节日，这里用公历" in found.message.zh
    assert fix in found.fix.zh
    assert "{" not in found.fix.zh + found.fix.en
