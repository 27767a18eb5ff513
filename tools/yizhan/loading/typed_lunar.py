"""A day of the lunar calendar in the common one, where what was typed leaves no doubt which it is."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from yizhan.loading.typed_numerals import chinese_number

_YEARS = """
    1990 0127 5 0100100101111  1991 0215 0 010010010111  1992 0204 0 011001001011
    1993 0123 3 0110101001010  1994 0210 0 111010100101  1995 0131 8 0110101100101
    1996 0219 0 010110101100  1997 0207 0 101010110110  1998 0128 5 1001001101101
    1999 0216 0 100100101110  2000 0205 0 110010010110  2001 0124 4 1101010010101
    2002 0212 0 110101001010  2003 0201 0 110110100101  2004 0122 2 0101101010101
    2005 0209 0 010101101010  2006 0129 7 1010101011011  2007 0218 0 001001011101
    2008 0207 0 100100101101  2009 0126 5 1100100101011  2010 0214 0 101010010101
    2011 0203 0 101101001010  2012 0123 4 1011010101010  2013 0210 0 101011010101
    2014 0131 9 0101010110101  2015 0219 0 010010111010  2016 0208 0 101001011011
    2017 0128 6 0101001010111  2018 0216 0 010100101011  2019 0205 0 101010010011
    2020 0125 4 0111010010101  2021 0212 0 011010101010  2022 0201 0 101011010101
    2023 0122 2 0100110110101  2024 0210 0 010010110110  2025 0129 6 1010010101110
    2026 0217 0 101001001110  2027 0206 0 110100100110  2028 0126 5 1110100100110
    2029 0213 0 110101010011  2030 0203 0 010110101010  2031 0123 3 0110101101010
    2032 0211 0 100101101101  2033 0131 11 0100101011101  2034 0219 0 010010101101
    2035 0208 0 101001001101  2036 0128 6 1101001001011  2037 0215 0 110100100101
    2038 0204 0 110101010010  2039 0124 5 1101101010100  2040 0212 0 101101011010
    2041 0201 0 010101101101  2042 0122 2 0100101011011  2043 0210 0 010010011011
    2044 0130 7 1010010010111  2045 0217 0 101001001011  2046 0206 0 101010100101
    2047 0126 5 1011010100101  2048 0214 0 011011010010  2049 0202 0 101011011010
"""
"""Lunar years by GB/T 33661—2017 (农历的编算和颁行): the first day, the month that a leap month follows (0 for
none), and for each month whether it has 30 days (1) or 29. tests/loading/test_typed_lunar.py holds them
to the moon and the sun; sixty years, so that each pair of signs (乙巳) names one of them."""

_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_NUMERAL = "[〇零○一二三四五六七八九十]"
_YEAR = re.compile(rf"(\d{{4}}|{_NUMERAL}{{4}})\s*年")
_SIGNS = re.compile(f"([{_STEMS}])([{_BRANCHES}])年")
_DAY = re.compile(
    rf"(?P<leap>[闰閏])?(?P<month>[正冬腊臘]|{_NUMERAL}{{1,2}}|\d{{1,2}})月\s*"
    rf"(?P<day>初{_NUMERAL}|廿{_NUMERAL}?|卅|{_NUMERAL}{{1,3}}|\d{{1,2}})[日号]?"
)
_SAID = re.compile("[农農]历|[农農]曆|[阴陰][历曆]|[旧舊夏][历曆]")
_MONTHS = {"正": 1, "冬": 11, "腊": 12, "臘": 12}
_FEASTS = {
    "春节": (1, 1),
    "大年初一": (1, 1),
    "元宵": (1, 15),
    "端午": (5, 5),
    "中秋": (8, 15),
    "重阳": (9, 9),
}


def lunar_day(text: str, of_year: int | None = None) -> date | None:
    """The day of the common calendar that a lunar date means; None where that is in doubt.

    In doubt is a day without a year, one of a month that the year has twice, one that the year does
    not have, and one of the last two months where the year may be the common one.

    Args:
        text: what was typed.
        of_year: the lunar year to be taken where none is typed.
    """
    year, sure = _year(text)
    named = _month_and_day(text)
    year = of_year if year is None else year
    if named is None or year is None:
        return None
    month, day, leap = named
    found = _common(year, month, day, leap=leap)
    return found if found is None or sure or found.year == year else None


def _year(text: str) -> tuple[int | None, bool]:
    """The year that is typed, and whether it can only be the lunar one."""
    signs = _SIGNS.search(text)
    if signs is not None:
        stem, branch = _STEMS.index(signs[1]), _BRANCHES.index(signs[2])
        fitting = (y for y in _table() if (y - 4) % 10 == stem and (y - 4) % 12 == branch)
        return next(fitting, None), True
    match = _YEAR.search(text)
    if match is None:
        return None, False
    year = int(match[1]) if match[1].isdecimal() else chinese_number(match[1])
    return year, _SAID.search(text) is not None


def _month_and_day(text: str) -> tuple[int, int, bool] | None:
    for feast, (month, day) in _FEASTS.items():
        if feast in text:
            return month, day, False
    match = _DAY.search(_YEAR.sub("", text))
    if match is None:
        return None
    its_month = _MONTHS.get(match["month"]) or _number(match["month"])
    its_day = _number(match["day"])
    leap = match["leap"] is not None
    return (its_month, its_day, leap) if its_month and its_day else None


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else chinese_number(text)


def _common(year: int, month: int, day: int, *, leap: bool) -> date | None:
    found = _table().get(year)
    if found is None:
        return None
    first, leap_month, lengths = found
    if (leap and month != leap_month) or (not leap and month == leap_month) or month > 12:
        return None
    before = month - 1 + (1 if leap_month and (leap or month > leap_month) else 0)
    if not 1 <= day <= lengths[before]:
        return None
    return first + timedelta(days=sum(lengths[:before]) + day - 1)


@cache
def _table() -> dict[int, tuple[date, int, tuple[int, ...]]]:
    """By lunar year its first day, the month that a leap month follows, and the lengths of its months."""
    words = iter(_YEARS.split())
    found: dict[int, tuple[date, int, tuple[int, ...]]] = {}
    for year, first, leap, months in zip(words, words, words, words, strict=True):
        start = date(int(year), int(first[:2]), int(first[2:]))
        found[int(year)] = start, int(leap), tuple(29 + int(each) for each in months)
    return found
