"""The law on days off, as it ships with the tool."""

from __future__ import annotations

from functools import cache

from yizhan.loading.presets import preset_data
from yizhan.model.holidays import HolidayLaw


@cache
def holiday_law() -> HolidayLaw:
    """The law on days off, as it ships with the tool."""
    data = preset_data()["law/holidays.yaml"]
    return HolidayLaw(data["public_holidays"], data["festivals"])
