"""The one file of the site that knows the day of the build: ``assets/day.js``.

Pages carry dates. A script on every page reads this file and says on the day of reading what follows
from them (``docs/assets/javascripts/dates.js``). It is a script that calls a function, not JSON, so
that a site opened from a disk works as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from yizhan.facts.deadlines import WorkingDays, exceptions
from yizhan.facts.summary import Summary
from yizhan.model.text import Lang
from yizhan.wording.deadline import for_script
from yizhan.wording.words import words_in

DAY_SCRIPT = "assets/day.js"
"""Address of the file, below the site's root."""


def day_script(
    day: date, matters: Iterable[Summary], calendar: WorkingDays, languages: Iterable[Lang]
) -> str:
    """Write the call that tells a page the day of the build.

    Its argument has ``day``; ``years``: the years that deadlines are counted through, each with the
    days (``MMDD``) that Monday to Friday would get wrong; ``unsure``: of the years whose arrangement is
    not published the days that it may still move; and the sentences of each language.

    Args:
        day: the day that the site holds for.
        matters: all that have a state; their last days say how far back and ahead the years must reach.
        calendar: which days are working days.
        languages: of the site.
    """
    last_days = [day, *(last for matter in matters for last in matter.last_days)]
    first, last = min(last_days).year, max(*last_days, date(day.year + 1, 1, 1)).year
    unsure = {year: _unsure(year, calendar) for year in range(first, last + 1)}
    years = [year for year, days in unsure.items() if len(days) < _A_YEAR]
    argument: dict[str, Any] = {
        "day": day.isoformat(),
        "years": {str(year): _written(exceptions(year, calendar)) for year in years},
        "unsure": {str(year): _written(unsure[year]) for year in years if unsure[year]},
        **{lang: for_script(words_in(lang), day) for lang in languages},
    }
    return f"yizhanDay({json.dumps(argument, ensure_ascii=False, separators=(',', ':'))});\n"


_A_YEAR = 365
"""Of a year of which no day is known, nothing is told: not even where its festivals fall is known."""


def _unsure(year: int, calendar: WorkingDays) -> tuple[date, ...]:
    """The days of a year that what is published later may still change."""
    first, number = date(year, 1, 1), (date(year + 1, 1, 1) - date(year, 1, 1)).days
    days = (first + timedelta(days=each) for each in range(number))
    return tuple(day for day in days if not calendar.known(day))


def _written(days: Iterable[date]) -> str:
    return " ".join(f"{each:%m%d}" for each in days)
