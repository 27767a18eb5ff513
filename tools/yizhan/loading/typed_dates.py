"""What somebody meant who typed a date in another form than ``2025-06-12``.

A date is written in dozens of ways in offices: with every sort of dash, as a spreadsheet or a
telephone exports it, by the Republic's years, by the moon. What can be read is said in the right
form; of what cannot, it is said what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum, auto
from typing import NamedTuple

from yizhan.loading.typed_lunar import lunar_day
from yizhan.loading.typed_numerals import chinese_number, folded, one_dash
from yizhan.model.dates import PartialDate

_SHANGHAI = timezone(timedelta(hours=8))
"""Beijing time, without summer time since 1991: the day of a time in UTC is the day there."""

_NUMERAL = "[〇零○一二三四五六七八九十廿卅元壹贰叁肆伍陆柒捌玖拾]"
_SEPARATOR = r"\s*[-/.,、。·:;'年\s]\s*"
_DAY_OF_MONTH = r"\s*[-/.,、。·:;'月\s]\s*"
_END = r"(?!\d)"
_DAY = re.compile(rf"(?<!\d)(\d{{4}}){_SEPARATOR}(\d{{1,2}}){_DAY_OF_MONTH}(\d{{1,2}}){_END}")
_COMPACT = re.compile(
    rf"(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?{_END}"
)
_MONTH = re.compile(rf"(?<!\d)(\d{{4}}){_SEPARATOR}(\d{{1,2}})(?:\s*月)?{_END}")
_COMPACT_MONTH = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])")
_YEAR = re.compile(rf"(?<!\d)(\d{{4}})\s*年?{_END}")
_SHORT_YEAR = re.compile(
    rf"(?<!\d)['’]?(\d\d){_SEPARATOR}(\d{{1,2}}){_DAY_OF_MONTH}(\d{{1,2}}){_END}(?!\s*[-/.年])"
)
_SHORT_COMPACT = re.compile(r"(\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4})(?!\d)")
_NO_YEAR = re.compile(r"(?<!\d)(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?!\d)")
_CHINESE_DAY = re.compile(
    rf"(\d{{4}}|{_NUMERAL}{{2,4}})\s*年\s*({_NUMERAL}{{1,3}})\s*月(?:份)?"
    rf"\s*(?:(\d{{1,2}}|{_NUMERAL}{{1,4}})\s*[日号]?)?"
)
_CHINESE_NO_YEAR = re.compile(rf"({_NUMERAL}{{1,3}})\s*月\s*({_NUMERAL}{{1,4}})\s*[日号]")
_CHINESE_YEAR = re.compile(rf"({_NUMERAL}{{4}})\s*年?")
_REPUBLIC = re.compile(
    rf"(?:中华|中華)?民[国國]\s*(元|\d{{1,3}}|{_NUMERAL}{{1,5}})\s*[年/.-]"
    rf"(?:\s*(\d{{1,2}}|{_NUMERAL}{{1,3}})\s*[月/.-](?:\s*(\d{{1,2}}|{_NUMERAL}{{1,4}}))?)?"
)
_REPUBLIC_SHORT = re.compile(r"(?<!\d)(1[0-4]\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_LUNAR = re.compile(
    "农历|農曆|阴历|陰曆|旧历|舊曆|夏历|初[一二三四五六七八九十]|[正冬腊臘闰閏]月|十[一二三四五六七八九]?月廿"
    "|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|除夕|春节|元宵|端午|中秋|重阳|清明|廿|卅"
)
_RELATIVE = re.compile(
    "^(?:今|昨|前|明|后|当|次|同)[天日年月]|^(?:上|下|本|这|当)个?(?:周|星期|月|年|旬)|刚才|现在|近日|日前|最近|目前"
)
_UNKNOWN = re.compile(
    r"(?:时间|日期)?(?:不详|不知道?|不清楚?|未知|不明|待定|待查|暂无|无|没有|空|略|[-/—–?？*xX]+|n/?a|tbd|none|nil"
    r"|长期(?:有效)?|永久|至今|无期限?|不限|同上)"
)
_MOMENT = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d|UTC|GMT)",
    re.IGNORECASE,
)
_STAMP = re.compile(r"1\d{9}(?:\d{3})?")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_SERIAL_START = date(1899, 12, 30)
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH_MONTH = rf"({'|'.join(_ENGLISH)})[a-z]*\.?"
_MONTH_FIRST = re.compile(
    rf"{_ENGLISH_MONTH}\s*(\d{{1,2}})(?:st|nd|rd|th)?,?\s*(\d{{4}})", re.IGNORECASE
)
_DAY_FIRST = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?[\s-]*{_ENGLISH_MONTH}[\s,-]*(\d{{4}})", re.IGNORECASE
)
_MONTH_OF_YEAR = re.compile(r"(?<![\d/.-])(\d{1,2})\s*[-/.月]\s*((?:19|20)\d\d)(?!\d)")
_YEARS = re.compile(r"((?:19|20)\d\d)\s*年?\s*(?:-|--|至|到|~)\s*((?:19|20)\d\d)\s*年?")
_PART_OF_YEAR = re.compile(
    r"((?:19|20)\d\d)\s*年?\s*[-/.]?\s*第?\s*([一二三四1-4]季度?|[Qq][1-4]|[上下]半年)"
)
_PARTS = {
    name: (3 * number + 1, 3 * number + 3)
    for number, names in enumerate((("一", "1"), ("二", "2"), ("三", "3"), ("四", "4")))
    for each in names
    for name in (f"{each}季度", f"{each}季", f"Q{each}", f"q{each}")
} | {"上半年": (1, 6), "下半年": (7, 12)}
"""Months with which a quarter or half of a year begins and ends."""

_ABOUT = re.compile("约|大概|左右|前后|上下|差不多|可能|估计|[?？]$")
"""Says that the day is not certain."""

_FEAST_DAYS = {
    "元旦": "1月1日",
    "五一": "5月1日",
    "劳动节": "5月1日",
    "国庆节": "10月1日",
    "国庆": "10月1日",
}
_WITH_LETTERS = re.compile(
    r"[\dOoQlI|]{2,4}[-/.年][\dOoQlI|]{1,2}(?:[-/.月][\dOoQlI|]{1,2}日?)?|[\dOoQlI|]{8}"
)
_LETTERS = str.maketrans("OoQlI|", "000111")


class DateForm(Enum):
    """What is odd about a date that somebody typed."""

    OTHER = auto()
    PLAIN = auto()
    WORLD_TIME = auto()
    REPUBLIC = auto()
    LUNAR = auto()
    NO_YEAR = auto()
    RELATIVE = auto()
    UNKNOWN = auto()
    SEVERAL = auto()
    EITHER = auto()
    NO_SUCH_DAY = auto()
    ABOUT = auto()


class TypedDate(NamedTuple):
    """What a typed date is taken for.

    Attributes:
        form: what is odd about it.
        near: in the right form where it can be read; of ``NO_YEAR`` month and day; of ``EITHER``
            and ``SEVERAL`` the first of the two that it may be; of ``LUNAR`` the day of the common
            calendar where it is certain; of ``ABOUT`` what is certain of it; else empty.
        other: the second of the two.
    """

    form: DateForm
    near: str = ""
    other: str = ""


def read_date(value: object) -> TypedDate:
    """Tell what somebody meant by a date that is not in the right form."""
    text = one_dash(_without_letters(folded(value)))
    for feast, day in _FEAST_DAYS.items():
        text = text.replace(feast, day)
    for reader in (
        _moment,
        _unknown,
        _republic,
        _lunar,
        _several,
        _about,
        _plain,
        _either,
        _no_year,
    ):
        found = reader(text)
        if found is not None:
            return found
    return TypedDate(DateForm.RELATIVE if _RELATIVE.search(text) else DateForm.OTHER)


def likely_date(value: object) -> str | None:
    """What a date in another form would be, or None where nothing like a date can be read."""
    found = read_date(value)
    certain = (DateForm.PLAIN, DateForm.WORLD_TIME, DateForm.REPUBLIC)
    return found.near if found.form in certain else None


def _without_letters(text: str) -> str:
    """``2O26-0l-08`` as it was meant: where all else are digits, letters that look like them."""
    if _WITH_LETTERS.fullmatch(text) and sum(letter.isdecimal() for letter in text) >= 4:
        return text.translate(_LETTERS)
    return text


def _real(parts: tuple[int, ...]) -> str | None:
    year, *rest = parts
    candidate = "-".join((f"{year:04d}", *(f"{part:02d}" for part in rest)))
    try:
        PartialDate.parse(candidate)
    except ValueError:
        return None
    return candidate


def _dated(parts: tuple[int, ...], form: DateForm = DateForm.PLAIN) -> TypedDate:
    while len(parts) > 1 and parts[-1] == 0:
        parts = parts[:-1]  # 2025-06-00 says that the day is not known
    near = _real(parts)
    if near is not None:
        return TypedDate(form, near)
    if len(parts) == 3 and parts[1] > 12 and (turned := _real((parts[0], parts[2], parts[1]))):
        return TypedDate(DateForm.NO_SUCH_DAY, turned)
    return TypedDate(DateForm.NO_SUCH_DAY)


def _moment(text: str) -> TypedDate | None:
    """A time of another zone, such as programs write it: the day is the one in Beijing."""
    if _STAMP.fullmatch(text):
        seconds = int(text[:10])
        day = datetime.fromtimestamp(seconds, UTC).astimezone(_SHANGHAI).date()
        return TypedDate(DateForm.WORLD_TIME, day.isoformat())
    match = _MOMENT.match(text)
    if match is None:
        return None
    *numbers, written = match.groups()
    sign = written.replace(":", "").upper()
    hours, minutes = (int(sign[:3]), int(sign[0] + sign[3:])) if sign[0] in "+-" else (0, 0)
    try:
        year, month, month_day, hour, minute = (int(number) for number in numbers[:5])
        zone = timezone(timedelta(hours=hours, minutes=minutes))
        there = datetime(year, month, month_day, hour, minute, tzinfo=zone)
        day = there.astimezone(_SHANGHAI).date()
    except (ValueError, OverflowError):
        return TypedDate(DateForm.NO_SUCH_DAY)
    return TypedDate(DateForm.WORLD_TIME, day.isoformat())


def _unknown(text: str) -> TypedDate | None:
    return TypedDate(DateForm.UNKNOWN) if _UNKNOWN.fullmatch(text.lower()) else None


def _republic(text: str) -> TypedDate | None:
    match = _REPUBLIC.search(text) or _REPUBLIC_SHORT.search(text)
    if match is None:
        return None
    parts = [_number(part) for part in match.groups() if part is not None]
    if None in parts or not all(part for part in parts):
        return None
    return _dated((1911 + (parts[0] or 0), *(part or 0 for part in parts[1:])), DateForm.REPUBLIC)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else chinese_number(text)


def _lunar(text: str) -> TypedDate | None:
    if _LUNAR.search(text) is None:
        return None
    day = lunar_day(text)
    return TypedDate(DateForm.LUNAR, "" if day is None else day.isoformat())


def _several(text: str) -> TypedDate | None:
    """A stretch of days, months or years where one day is wanted: its first and its last."""
    match = _PART_OF_YEAR.search(text)
    if match is not None:
        months = [f"{match[1]}-{month:02d}" for month in _PARTS[match[2]]]
        return TypedDate(DateForm.SEVERAL, *months)
    match = _YEARS.fullmatch(text)
    if match is not None and match[1] < match[2]:
        return TypedDate(DateForm.SEVERAL, match[1], match[2])
    days = [match.span() for match in _DAY.finditer(text)]
    if len(days) == 2 and days[0][1] <= days[1][0]:
        first, last = (_plain(text[start:end]) for start, end in days)
        if first and last and first.near and last.near and first.near != last.near:
            return TypedDate(DateForm.SEVERAL, first.near, last.near)
    match = re.search(
        rf"{_DAY.pattern}\s*[日号]?\s*(?:-|至|到|--)\s*(?:(\d{{1,2}})\s*[-/.月]\s*)?(\d{{1,2}})\s*[日号]?$",
        text,
    )
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups()[:3])
    first_day = _real((year, month, day))
    last_day = _real((year, int(match[4] or month), int(match[5])))
    if first_day is None or last_day is None or last_day <= first_day:
        return None
    return TypedDate(DateForm.SEVERAL, first_day, last_day)


def _about(text: str) -> TypedDate | None:
    """A day that whoever wrote it was not sure of: the month, or of a month the year, is certain."""
    if _ABOUT.search(text) is None:
        return None
    near = next((found.near for parts in _readings(text) if (found := _dated(parts)).near), "")
    return TypedDate(DateForm.ABOUT, near.rpartition("-")[0]) if "-" in near else None


def _plain(text: str) -> TypedDate | None:
    for parts in _readings(text):
        return _dated(parts)
    return None


def _readings(text: str) -> Iterator[tuple[int, ...]]:
    """Year, and month and day where they are given, by each form that fits; the surest first."""
    for pattern in (_DAY, _COMPACT):
        match = pattern.search(text)
        if match is not None:
            yield tuple(int(part) for part in match.groups()[:3])
    match = _CHINESE_DAY.search(text)
    if match is not None:
        numbers = [_number(part) for part in match.groups() if part is not None]
        if all(number is not None for number in numbers):
            year, *rest = (number or 0 for number in numbers)
            yield (year + 2000 if year < 100 else year, *rest)
    for pattern in (_MONTH_FIRST, _DAY_FIRST):
        match = pattern.search(text)
        if match is not None:
            day, name = sorted(match.groups()[:2])
            yield int(match[3]), _ENGLISH.index(name[:3].lower()) + 1, int(day)
    if _YEAR_LAST.search(text) is None:
        yield from _short_readings(text)


def _short_readings(text: str) -> Iterator[tuple[int, ...]]:
    """What is a date only where nothing longer is one."""
    match = _SHORT_YEAR.search(text) or _SHORT_COMPACT.fullmatch(text)
    if match is not None and _COMPACT_MONTH.fullmatch(text) is None:
        year, month, day = (int(part) for part in match.groups())
        yield 2000 + year, month, day
    match = _MONTH_OF_YEAR.search(text)
    if match is not None:
        yield int(match[2]), int(match[1])
    for pattern in (_MONTH, _COMPACT_MONTH):
        match = pattern.search(text) if pattern is _MONTH else pattern.fullmatch(text)
        if match is not None:
            yield tuple(int(part) for part in match.groups())
    match = _SERIAL.fullmatch(text)
    if match is not None:
        # A spreadsheet's number of a day, as it is pasted from a cell without its format.
        cell = _SERIAL_START + timedelta(days=int(match[1]))
        if 2000 <= cell.year < 2100:
            yield cell.year, cell.month, cell.day
    match = _YEAR.search(text)
    if match is not None:
        yield (int(match[1]),)
    match = _CHINESE_YEAR.search(text)
    if match is not None:
        yield (chinese_number(match[1]) or 0,)


def _either(text: str) -> TypedDate | None:
    """Day and month before the year: which is which only the numbers can tell."""
    match = _YEAR_LAST.search(text)
    if match is None:
        return None
    first, second, year = (int(part) for part in match.groups())
    readings = sorted(
        {_real((year, first, second)), _real((year, second, first))} - {None}, key=str
    )
    if not readings:
        return TypedDate(DateForm.NO_SUCH_DAY)
    if len(readings) == 1:
        return TypedDate(DateForm.PLAIN, str(readings[0]))
    return TypedDate(DateForm.EITHER, str(readings[0]), str(readings[1]))


def _no_year(text: str) -> TypedDate | None:
    match = _NO_YEAR.search(text)
    numbers = None if match is None else tuple(int(part) for part in match.groups())
    if numbers is None:
        match = _CHINESE_NO_YEAR.search(text)
        numbers = match and tuple(chinese_number(part) or 0 for part in match.groups())
    if not numbers or _real((2000, *numbers)) is None:
        return None
    return TypedDate(DateForm.NO_YEAR, f"{numbers[0]:02d}-{numbers[1]:02d}")
