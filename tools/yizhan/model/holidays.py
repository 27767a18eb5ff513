"""Which days nobody works: by law in every year, and by a year's arrangement as far as it is known.

The law fixes the days (全国年节及纪念日放假办法, second article); the State Council's arrangement of a year,
published in the late autumn before it, only moves weekends beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from yizhan.model.frozen import dataclass

REACH = timedelta(days=10)
"""How far from a holiday an arrangement moves days: in 2014 to 2026 never further, but for the three
weekend days that the epidemic and the anniversary of 2015 took."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The arrangement of one year: days off, and weekend days worked in their place 调休."""

    year: int
    off: frozenset[date]
    worked: frozenset[date]


class HolidayLaw:
    """The days off by law.

    Args:
        versions: of the law's text, with ``from``, ``to``, ``fixed`` and ``spring_festival``.
        festivals: for each year where the festivals of the lunar calendar and Qingming fall.
    """

    def __init__(
        self, versions: Iterable[Mapping[str, Any]], festivals: Iterable[Mapping[str, Any]]
    ) -> None:
        self._versions = tuple(versions)
        self._festivals = {each["year"]: each for each in festivals}
        self._years: dict[int, frozenset[date]] = {}

    def knows(self, year: int) -> bool:
        """Whether all of a year's days off are known: where its festivals fall, and by which text."""
        return year in self._festivals and self._version(year) is not None

    def days_off(self, year: int) -> frozenset[date]:
        """The days off of a year; without a table of its festivals those of the solar calendar."""
        found = self._years.get(year)
        if found is None:
            found = self._years[year] = frozenset(self._days(year))
        return found

    def near(self, day: date) -> bool:
        """Whether an arrangement may still move a day: it is near a day off, and is none itself."""
        years = {(day - REACH).year, (day + REACH).year, day.year}
        if not all(self.knows(year) for year in years):
            return True
        days = frozenset().union(*(self.days_off(year) for year in years))
        return day not in days and any(abs(day - each) <= REACH for each in days)

    def _days(self, year: int) -> Iterator[date]:
        version = self._version(year)
        if version is None:
            return
        for each in version["fixed"]:
            yield date.fromisoformat(f"{year}-{each}")
        festivals = self._festivals.get(year)
        if festivals is None:
            return
        first = date.fromisoformat(f"{year}-{festivals['spring_festival']}")
        for offset in version["spring_festival"]:
            yield first + timedelta(days=offset)
        for name in ("qingming", "dragon_boat", "mid_autumn"):
            yield date.fromisoformat(f"{year}-{festivals[name]}")

    def _version(self, year: int) -> Mapping[str, Any] | None:
        day = f"{year}-01-01"
        found = (
            each for each in self._versions if each["from"] <= day <= each.get("to", "9999-12-31")
        )
        return next(found, None)
