"""The official calendar of Chinese working days, from the package ``chinesecalendar``.

Why this package: ``docs/decisions/0016-working-days.md``.
"""

from __future__ import annotations

from datetime import date
from functools import cache

_SATURDAY = 5


class OfficialCalendar:
    """Working days by the State Council's yearly arrangement, make-up days 调休 included.

    The arrangement of a year is published in the late autumn before it; until the package knows a
    year, Monday to Friday count as working days and ``known`` says no. The package is imported at
    the first question only.
    """

    def __init__(self) -> None:
        self._days: dict[date, bool] = {}
        self._years: dict[int, bool] = {}

    def is_working(self, day: date) -> bool:
        """Whether people work on ``day``."""
        working = self._days.get(day)
        if working is None:
            from chinese_calendar import is_workday

            working = is_workday(day) if self.known(day) else day.weekday() < _SATURDAY
            self._days[day] = working
        return working

    def known(self, day: date) -> bool:
        """Whether the package holds the arrangement of the day's year."""
        known = self._years.get(day.year)
        if known is None:
            known = self._years[day.year] = _holds(day.year)
        return known


def _holds(year: int) -> bool:
    from chinese_calendar import is_workday

    try:
        is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


@cache
def official_calendar() -> OfficialCalendar:
    """The calendar; the same object each time, so that its answers are kept."""
    return OfficialCalendar()
