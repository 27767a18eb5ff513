"""What is wrong with the arrangement of holidays that a village gives, place by place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Any, NamedTuple

from yizhan.loading import arrangement_messages as say
from yizhan.loading.holiday_law import holiday_law
from yizhan.loading.typed_dates import DateForm, read_date
from yizhan.loading.typed_numerals import folded
from yizhan.model.finding import Pointer
from yizhan.model.holidays import Arrangement
from yizhan.model.text import Text, commas

_SATURDAY = 5
_FIELDS = ("year", "source", "off", "worked")
_NAMES = {"年": "year", "年份": "year", "出处": "source", "来源": "source", "放假": "off", "休息": "off",
          "节假日": "off", "上班": "worked", "调休": "worked", "补班": "worked", "调休上班": "worked"}  # fmt: skip
_WEEKDAYS = (
    Text("星期一", "Monday"), Text("星期二", "Tuesday"), Text("星期三", "Wednesday"),
    Text("星期四", "Thursday"), Text("星期五", "Friday"),
)  # fmt: skip
_MOST = 31


class Fault(NamedTuple):
    """One thing that is wrong, before its line is known; ``at_key`` where the field is."""

    pointer: Pointer
    message: Text
    fix: Text
    at_key: bool = False


def faults(data: dict[str, Any], year: int) -> list[Fault]:
    """Everything that is wrong with what a file says of a year."""
    found = [*_fields(data, year), *_year(data, year), *_source(data, year)]
    days = [*_days(data, "off", year), *_days(data, "worked", year)]
    found += days
    return found if days or found else list(_together(arrangement(data, year)))


def arrangement(data: dict[str, Any], year: int) -> Arrangement:
    """What a file says, of which only days are asked.

    Raises:
        ValueError: it holds what is no date.
    """
    off, worked = (
        frozenset(date.fromisoformat(str(each)) for each in data.get(name) or ())
        for name in ("off", "worked")
    )
    return Arrangement(year, off, worked)


def _fields(data: dict[str, Any], _year: int) -> Iterator[Fault]:
    for key in data:
        if key in _FIELDS:
            continue
        message, fix = say.UNKNOWN
        near = _NAMES.get(folded(key)) or next(iter(get_close_matches(key.lower(), _FIELDS)), None)
        fix = fix if near is None or near in data else say.NEAR.format(near=near)
        yield Fault((key,), message.format(found=key), fix, at_key=True)


def _year(data: dict[str, Any], year: int) -> Iterator[Fault]:
    if "year" not in data:
        message, fix = say.NO_YEAR
        yield Fault((), message, fix.format(year=year), at_key=True)
    elif data["year"] != year:
        message, fix = say.YEAR
        yield Fault(("year",), message.format(found=data["year"], year=year), fix.format(year=year))


def _source(data: dict[str, Any], year: int) -> Iterator[Fault]:
    source = data.get("source")
    titled = isinstance(source, dict) and bool(str(source.get("title") or "").strip())
    if not titled and not ("source" not in data and _misnamed(data, "source")):
        message, fix = say.SOURCE
        title = source if isinstance(source, str) else say.NOTICE.format(year=year)
        yield Fault(("source",), message, fix.format(title=title), at_key=True)


def _misnamed(data: dict[str, Any], field: str) -> bool:
    return any(_NAMES.get(folded(key)) == field for key in data if key not in _FIELDS)


def _days(data: dict[str, Any], field: str, year: int) -> Iterator[Fault]:
    """What stands in a list of days and is none, or none of the year."""
    listed = data.get(field)
    if listed is None:
        return
    if not isinstance(listed, list):
        message, fix = say.LIST
        yield Fault((field,), message.format(field=field), fix.format(year=year), at_key=True)
        return
    for position, each in enumerate(listed):
        try:
            day = date.fromisoformat(str(each))
        except ValueError:
            fix = _as_day(each, year)
            yield Fault((field, position), say.NO_DAY.format(found=each), fix)
            continue
        if day.year != year and (day.year, day.month) != (year - 1, 12):
            message, fix = say.OUTSIDE
            yield Fault((field, position), message.format(day=day, year=year), fix)
        elif field == "worked" and day.weekday() < _SATURDAY:
            message, fix = say.NO_WEEKEND
            named = message.format(day=day, weekday=_WEEKDAYS[day.weekday()])
            yield Fault((field, position), named, fix)


def _as_day(typed: Any, year: int) -> Text:
    found = read_date(typed)
    if found.form is DateForm.SEVERAL:
        first, last = (date.fromisoformat(each) for each in (found.near, found.other))
        days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        return say.WRITE_DAYS.format(days=commas(f"“- {day}”" for day in days[:_MOST]))
    if found.form is DateForm.NO_YEAR:
        return say.WRITE.format(day=f"{year}-{found.near}")
    return say.WRITE.format(day=found.near) if found.near else say.WRITE_FORM.format(year=year)


def _together(made: Arrangement) -> Iterator[Fault]:
    """What the lists contradict: each other, or the law."""
    for day in sorted(made.off & made.worked):
        message, fix = say.BOTH
        yield Fault(("worked",), message.format(day=day), fix, at_key=True)
    missing = sorted(holiday_law().days_off(made.year) - made.off)
    if missing:
        message, fix = say.MISSING
        days = commas(str(day) for day in missing)
        yield Fault(("off",), message.format(days=days), fix, at_key=True)
