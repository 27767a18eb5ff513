import json
import re
from datetime import date
from pathlib import Path

from yizhan.exports.day_script import day_script
from yizhan.facts.states import States
from yizhan.loading import load
from yizhan.loading.presets import load_presets
from yizhan.loading.working_days import official_calendar

VILLAGE = Path(__file__).parents[1] / "village"


def told(day: date, *languages: str) -> dict[str, object]:
    """What the file tells a page, for the matters of the village on a day."""
    calendar = official_calendar()
    archive = load(VILLAGE).archive
    states = States(archive, load_presets(), date(2026, 3, 31), calendar)
    script = day_script(day, states.summaries.values(), calendar, languages or ("zh", "en"))
    found = re.fullmatch(r"yizhanDay\((.*)\);\n", script)
    assert found is not None
    return json.loads(found[1])


def test_it_names_the_day_and_speaks_the_languages_of_the_site():
    both = told(date(2026, 3, 31))
    assert both["day"] == "2026-03-31"
    assert both["zh"]["stale"] == "本页数据截至 2026年3月31日，可能已不是最新。"
    assert both["en"]["late"] == ["{n} working day late", "{n} working days late"]
    assert set(told(date(2026, 3, 31), "zh")) == {"day", "years", "unsure", "zh"}


def test_holidays_reach_from_the_first_open_deadline_to_the_year_after_the_build():
    found = told(date(2026, 3, 31))
    assert list(found["years"]) == ["2026", "2027"]
    assert "0504 0505 0509" in found["years"]["2026"]  # the fifth of May off, the ninth worked
    assert list(told(date(2024, 7, 1))["years"]) == ["2024", "2025", "2026"]
    assert told(date(2024, 7, 1))["unsure"] == {}


def test_of_a_year_that_is_not_arranged_the_days_off_by_law_are_told():
    """The arrangement of 2027 is not published: the law is, and what may still be moved."""
    found = told(date(2026, 3, 31))
    off = (
        "0101 0205 0208 0405 0609 0915 1001"  # those that are no weekend: the eve, the third day …
    )
    assert found["years"]["2027"] == off
    assert list(found["unsure"]) == ["2027"]
    unsure = found["unsure"]["2027"].split()
    assert {"0102", "0201", "0209", "1004"} <= set(unsure)
    assert not {"0101", "0205", "0206", "0720"} & set(unsure)


def test_a_year_beyond_the_table_of_festivals_is_left_out():
    assert "2060" not in told(date(2060, 1, 2))["years"]
