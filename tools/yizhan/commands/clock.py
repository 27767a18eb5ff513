"""Today: the only place where Yizhan looks at the clock, asked once by each entry point."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta, timezone

from yizhan.model.text import Text

AS_OF = "YIZHAN_AS_OF"
"""Environment variable: the day that is taken for today, as 2025-06-12; the clock's if not set."""

SHANGHAI = timezone(timedelta(hours=8))
"""China has one time zone without summer time since 1991; no time zone data is needed."""

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""The days for which may be asked: beyond them calendars end and a year is a mistake in typing."""

BAD_DATE = Text(
    "{name} 写的是“{value}”，日期要写成 2025-06-12。",
    "{name} is “{value}”; write a date as 2025-06-12.",
)
NEAR_DATE = Text(
    "{name} 写的是“{value}”，请写成 {day}。",
    "{name} is “{value}”; write {day}.",
)
NO_SUCH_DAY = Text(
    "{name}：没有“{value}”这一天，核对年月日。",
    "{name}: there is no day “{value}”; check year, month and day.",
)
WHICH_DAY = Text(
    "{name} 写的是“{value}”，看不出是哪一天；要写公历的年月日，例如 2025-06-12。",
    "{name} is “{value}”, which does not say which day; write year, month and day, as 2025-06-12.",
)
OUT_OF_RANGE = Text(
    "{name} 写的是“{value}”，要在 {first} 到 {last} 之间。",
    "{name} is “{value}”; it has to be between {first} and {last}.",
)
_VARIABLE = Text("环境变量 {name}", "The environment variable {name}")


class BadDayError(Exception):
    """What stands for a day is none; its argument is a ``Text``."""


def read_day(value: str, name: Text | str) -> date:
    """The day that somebody asks for.

    Args:
        value: as typed.
        name: of the option or variable, for the message.

    Raises:
        BadDayError: it is no date, or none of this or a near century.
    """
    try:
        day = date.fromisoformat(value)
    except ValueError:
        form, near = _meant(value)
        raise BadDayError(form.format(name=name, value=value, day=near)) from None
    if not FIRST <= day <= LAST:
        raise BadDayError(OUT_OF_RANGE.format(name=name, value=value, first=FIRST, last=LAST))
    return day


def _meant(value: str) -> tuple[Text, str]:
    """What is said of something that is no day, and what was most likely meant.

    Of words such as 昨天 nothing is suggested, since a day is never guessed.
    """
    from yizhan.loading.typed_dates import DateForm, read_date

    found = read_date(value)
    if found.form is DateForm.NO_SUCH_DAY:
        return NO_SUCH_DAY, found.near
    if found.form is DateForm.LUNAR or (found.near and len(found.near) < len("2025-06-12")):
        return WHICH_DAY, found.near
    if found.near and found.form is not DateForm.NO_YEAR:
        return NEAR_DATE, found.near
    return BAD_DATE, found.near


def today() -> date:
    """Today's date in Asia/Shanghai, or the day that the environment says.

    Raises:
        BadDayError: what the environment says is no day for which may be asked.
    """
    asked = os.environ.get(AS_OF)
    if asked is None:
        return datetime.now(SHANGHAI).date()
    return read_day(asked, _VARIABLE.format(name=AS_OF))
