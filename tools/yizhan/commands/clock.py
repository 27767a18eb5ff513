"""Today: the only place where Yizhan looks at the clock, asked once by each entry point."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta, timezone

from yizhan.model.text import Text

AS_OF = "YIZHAN_AS_OF"
"""Environment variable: the day that is taken for today, as 2025-06-12; the clock's if not set."""

SHANGHAI = timezone(timedelta(hours=8))
"""China has one time zone without summer time since 1991; no time zone data is needed."""

_BAD_DAY = Text(
    "环境变量 {name} 写的是“{value}”，日期要写成 2025-06-12。",
    "The environment variable {name} is “{value}”; write a date as 2025-06-12.",
)


class BadDayError(Exception):
    """The environment names a day that is none; its argument is a ``Text``."""


def today() -> date:
    """Today's date in Asia/Shanghai, or the day that the environment says.

    Raises:
        BadDayError: what the environment says is no date.
    """
    asked = os.environ.get(AS_OF)
    if asked is None:
        return datetime.now(SHANGHAI).date()
    try:
        return date.fromisoformat(asked)
    except ValueError:
        raise BadDayError(_BAD_DAY.format(name=AS_OF, value=asked)) from None
