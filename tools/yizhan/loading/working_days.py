"""The official calendar of Chinese working days: a village's own data, a package, and the law.

Why the package: ``docs/decisions/0016-working-days.md``; why the others: 0031.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from yizhan.loading.arrangements import read_arrangements
from yizhan.loading.holiday_law import holiday_law
from yizhan.model.holidays import Arrangement

_SATURDAY = 5


class OfficialCalendar:
    """Working days by the State Council's yearly arrangement, make-up days 调休 included.

    The arrangement of a year is published in the late autumn before it. Where a project gives it
    (``records/holidays/2027.yaml``) that holds, else what the package ``chinesecalendar`` has. Of a
    year of which neither is at hand the days off by law are known to be off; of the other days
    Monday to Friday count as working days, and ``known`` says no where an arrangement may still move
    the day. The package and the law are read at the first question only.

    Args:
        given: arrangements that the project itself gives, by year.
    """

    def __init__(self, given: Mapping[int, Arrangement] = MappingProxyType({})) -> None:
        self._given = given
        self._days: dict[date, bool] = {}
        self._years: dict[int, bool] = {}
        self._sure: dict[date, bool] = {}

    def is_working(self, day: date) -> bool:
        """Whether people work on ``day``."""
        working = self._days.get(day)
        if working is None:
            working = self._days[day] = self._is_working(day)
        return working

    def _is_working(self, day: date) -> bool:
        for year in (day.year, day.year + 1):  # the days before New Year may be of the next year's
            given = self._given.get(year)
            if given is not None and (day in given.off or day in given.worked):
                return day in given.worked
        if day.year in self._given:
            return day.weekday() < _SATURDAY
        if self._packaged(day.year):
            from chinese_calendar import is_workday

            return bool(is_workday(day))
        return day.weekday() < _SATURDAY and day not in holiday_law().days_off(day.year)

    def known(self, day: date) -> bool:
        """Whether nothing that is published later can change what is said of the day."""
        if day.year in self._given or self._packaged(day.year):
            return True
        sure = self._sure.get(day)
        if sure is None:
            sure = self._sure[day] = not holiday_law().near(day)
        return sure

    def _packaged(self, year: int) -> bool:
        """Whether the package holds the arrangement of a year."""
        known = self._years.get(year)
        if known is None:
            known = self._years[year] = _holds(year)
        return known


def _holds(year: int) -> bool:
    from chinese_calendar import is_workday

    try:
        is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


@cache
def _calendar(given: tuple[Arrangement, ...]) -> OfficialCalendar:
    return OfficialCalendar({each.year: each for each in given})


def official_calendar(root: Path | None = None) -> OfficialCalendar:
    """The calendar of a project; the same object each time, so that its answers are kept.

    Args:
        root: the folder that holds ``records/``; None for the calendar without a project's own data.

    Raises:
        FormatError: a project's arrangement cannot be read.
    """
    return _calendar(() if root is None else read_arrangements(root))
