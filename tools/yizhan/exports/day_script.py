"""The one file of the site that knows the day of the build: ``assets/day.js``.

Pages carry dates. A script on every page reads this file and says on the day of reading what follows
from them (``docs/assets/javascripts/dates.js``). It is a script that calls a function, not JSON, so
that a site opened from a disk works as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
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

    Its argument has ``day``; ``years``: the known years that deadlines are counted through, each with
    the days (``MMDD``) that Monday to Friday would get wrong; and the sentences of each language.

    Args:
        day: the day that the site holds for.
        matters: all that have a state; their last days say how far back and ahead the years must reach.
        calendar: which days are working days.
        languages: of the site.
    """
    last_days = [day, *(last for matter in matters for last in matter.last_days)]
    first, last = min(last_days).year, max(*last_days, date(day.year + 1, 1, 1)).year
    years = [year for year in range(first, last + 1) if calendar.known(date(year, 1, 1))]
    argument: dict[str, Any] = {
        "day": day.isoformat(),
        "years": {
            str(year): " ".join(f"{each:%m%d}" for each in exceptions(year, calendar))
            for year in years
        },
        **{lang: for_script(words_in(lang), day) for lang in languages},
    }
    return f"yizhanDay({json.dumps(argument, ensure_ascii=False, separators=(',', ':'))});\n"
