"""Days off by law: the table held to the moon and the sun; arrangements that a project gives."""

from __future__ import annotations

import math
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import chinese_calendar
import pytest

from yizhan.checking.engine import run
from yizhan.facts.deadlines import add_working_days
from yizhan.loading.holiday_law import holiday_law
from yizhan.loading.presets import preset_data
from yizhan.loading.working_days import official_calendar
from yizhan.model.holidays import REACH

LAW = holiday_law()
FESTIVALS = preset_data()["law/holidays.yaml"]["festivals"]
DAY = timedelta(days=1)


def new_moon(number: int) -> date:
    """The day in China of the new moon that is ``number`` lunations after that of 2000-01-06.

    Meeus, Astronomical Algorithms, chapter 49, with its largest periodic terms: good to a quarter of
    an hour.
    """
    t = number / 1236.85
    jde = 2451550.09766 + 29.530588861 * number + 0.00015437 * t**2
    sun = math.radians(2.5534 + 29.1053567 * number)
    moon = math.radians(201.5643 + 385.81693528 * number + 0.0107582 * t**2)
    latitude = math.radians(160.7108 + 390.67050284 * number - 0.0016118 * t**2)
    e = 1 - 0.002516 * t
    jde += -0.4072 * math.sin(moon) + 0.17241 * e * math.sin(sun) + 0.01608 * math.sin(2 * moon)
    jde += 0.01039 * math.sin(2 * latitude) + 0.00739 * e * math.sin(moon - sun)
    jde += -0.00514 * e * math.sin(moon + sun) + 0.00208 * e**2 * math.sin(2 * sun)
    jde += -0.00111 * math.sin(moon - 2 * latitude) - 0.00057 * math.sin(moon + 2 * latitude)
    days = (
        jde - 2451545.0 - 70 / 86400 + 8 / 24
    )  # from 2000-01-01 12:00 UT, as clocks in China show
    return (datetime(2000, 1, 1, 12, tzinfo=UTC) + timedelta(days=days)).date()


MOONS = [new_moon(number) for number in range(150, 460)]


def month_holding(day: date) -> date:
    """The first day of the lunar month in which a day is."""
    return max(moon for moon in MOONS if moon <= day)


def term(year: int, month: int) -> date:
    """The principal term 中气 of a month of the solar calendar."""
    found = chinese_calendar.get_solar_terms(date(year, month, 17), date(year, month, 25))
    return found[0][0]


def lunar_months(year: int) -> dict[int, date]:
    """The first days of a year's lunar months (GB/T 33661—2017, 5): the eleventh has the solstice.

    Of thirteen months between two such, the first without a principal term is intercalary.
    """
    first, last = month_holding(term(year - 1, 12)), month_holding(term(year, 12))
    months = [moon for moon in MOONS if first <= moon < last]
    terms = [term(year - 1, 12), *(term(year, month) for month in range(1, 13))]
    if len(months) == 13:
        ends = [*months[1:], last]
        leap = next(
            month
            for month, end in zip(months, ends, strict=True)
            if not any(month <= each < end for each in terms)
        )
        months.remove(leap)
    return {(number + 10) % 12 + 1: month for number, month in enumerate(months)}


def day_of(festivals, name: str) -> date:
    return date.fromisoformat(f"{festivals['year']}-{festivals[name]}")


@pytest.mark.parametrize("festivals", FESTIVALS, ids=lambda each: str(each["year"]))
def test_festivals_are_where_the_moon_and_the_sun_put_them(festivals):
    year = festivals["year"]
    months = lunar_months(year)
    assert day_of(festivals, "spring_festival") == months[1]
    assert day_of(festivals, "dragon_boat") == months[5] + 4 * DAY
    assert day_of(festivals, "mid_autumn") == months[8] + 14 * DAY
    found = chinese_calendar.get_solar_terms(date(year, 4, 2), date(year, 4, 7))
    assert day_of(festivals, "qingming") == found[0][0]


def test_the_table_goes_from_the_text_of_2013_to_2035():
    assert [each["year"] for each in FESTIVALS] == list(range(2014, 2036))


@pytest.mark.parametrize("year", range(2014, 2027))
def test_no_arrangement_so_far_made_a_day_off_by_law_a_working_day(year):
    assert not any(chinese_calendar.is_workday(day) for day in LAW.days_off(year))
    assert len(LAW.days_off(year)) in ((13, 12) if year >= 2025 else (11, 10))  # two may coincide


def test_the_text_of_2024_adds_the_eve_and_the_second_of_may():
    assert {date(2025, 1, 28), date(2025, 5, 2)} <= LAW.days_off(2025)
    assert not {date(2024, 2, 9), date(2024, 5, 2)} & LAW.days_off(2024)
    assert LAW.days_off(2013) == frozenset()
    assert LAW.days_off(2099) == {
        *(date(2099, 1, 1), date(2099, 5, 1), date(2099, 5, 2)),
        *(date(2099, 10, 1), date(2099, 10, 2), date(2099, 10, 3)),
    }


def test_arrangements_move_no_day_further_than_said():
    """But for 2015-09-03 and what the epidemic of 2020 took, both beyond any rule."""
    further = []
    day = date(2014, 1, 1)
    while day.year < 2027:
        moved = chinese_calendar.is_workday(day) != (day.weekday() < 5)
        if moved and day not in LAW.days_off(day.year) and not LAW.near(day):
            further.append(day)
        day += DAY
    assert all(day.year in (2015, 2020) for day in further)
    assert len(further) == 3


CALENDAR = official_calendar()


def test_days_off_by_law_are_off_and_known_before_the_arrangement_is():
    spring = date(2028, 1, 26)
    for day in (spring - DAY, spring, spring + DAY, date(2028, 10, 3)):
        assert (CALENDAR.is_working(day), CALENDAR.known(day)) == (False, True)
    movable = (spring - REACH, spring + 3 * DAY, date(2028, 10, 4))
    assert not any(CALENDAR.known(day) for day in movable)
    quiet = date(2028, 7, 20)
    assert (CALENDAR.is_working(quiet), CALENDAR.known(quiet)) == (True, True)
    assert not add_working_days(date(2028, 7, 17), 5, CALENDAR).provisional
    due = add_working_days(date(2028, 9, 29), 2, CALENDAR)
    assert (due.day, due.provisional) == (date(2028, 10, 5), True)


def test_beyond_the_table_everything_is_provisional():
    assert not CALENDAR.known(date(2060, 7, 20))
    assert not CALENDAR.is_working(date(2060, 10, 1))


VILLAGE = Path(__file__).parents[1] / "village"


def copied(folder: Path) -> Path:
    shutil.copytree(VILLAGE / "records", folder / "village/records")
    return folder / "village"


GIVEN = """\
year: 2027
source:
  title: 关于2027年部分节假日安排的通知（试写）
off: [{off}]
worked: [{worked}]
"""
OFF = ", ".join(str(day) for day in sorted(LAW.days_off(2027)))


def written(tmp_path, text: str, name: str = "2027.yaml"):
    folder = tmp_path / "records/holidays"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_project_gives_a_year_itself(tmp_path):
    text = GIVEN.format(off=f"2026-12-31, {OFF}, 2027-01-04", worked="2027-02-20")
    calendar = official_calendar(written(tmp_path, text))
    assert not calendar.is_working(date(2027, 1, 4))
    assert not calendar.is_working(date(2026, 12, 31))
    assert calendar.is_working(date(2027, 2, 20))  # a Saturday
    assert calendar.is_working(date(2027, 2, 22))
    assert not calendar.is_working(date(2027, 2, 21))
    assert all(calendar.known(date(2027, 1, 1) + n * DAY) for n in range(365))
    assert official_calendar(tmp_path) is calendar
    assert official_calendar(tmp_path / "elsewhere") is CALENDAR


ONE = GIVEN.format(off=OFF, worked="")


@pytest.mark.parametrize(
    ("text", "line", "zh", "fix"),
    [
        ("year: [", 1, "没有写完整", "一行一项"),
        ("- 2027-01-01\n", 1, "最外层是列表", "从"),
        (ONE.replace("2027\n", "2028\n", 1), 1, "“2028”，和文件名里的 2027", "year: 2027"),
        (ONE.replace("year: 2027\n", "", 1), 1, "缺少年份", "year: 2027"),
        (ONE.replace("  title", "  name"), 2, "没有写明出处", "关于2027年"),
        (ONE.replace("source:\n  title: ", "source: "), 2, "没有写明出处", "title: 关于2027年"),
        (ONE.replace("source:", "出处:"), 2, "“出处”", "“source:”"),
        (ONE.replace("worked:", "workd:"), 5, "“workd”", "“worked:”"),
        (ONE.replace("worked:", "说明:"), 5, "“说明”", "worked（调休上班）"),
        (ONE.replace(f"off: [{OFF}]", "off: 1"), 4, "一天一行的列表", "- 2027-01-01"),
        (GIVEN.format(off=f"{OFF}, 元旦", worked=""), 4, "“元旦”不是日期", "2027-01-01"),
        (GIVEN.format(off=f"{OFF}, 某天", worked=""), 4, "“某天”不是日期", "2027-01-01 这样"),
        (GIVEN.format(off=f"{OFF}, 2027/1/4", worked=""), 4, "2027/1/4", "写成 2027-01-04"),
        (
            GIVEN.format(off=f"{OFF}, 2027-01-04至2027-01-06", worked=""),
            4,
            "不是日期",
            "“- 2027-01-04”、“- 2027-01-05”、“- 2027-01-06”",
        ),
        (GIVEN.format(off=OFF, worked="二月"), 5, "“二月”不是日期", "2027-01-01"),
        (GIVEN.format(off=f"{OFF}, 2028-01-01", worked=""), 4, "2028-01-01 不在 2027 年", "核对"),
        (GIVEN.format(off=f"{OFF}, 2027-02-20", worked="2027-02-20"), 5, "又放假", "只留一处"),
        (GIVEN.format(off=OFF, worked="2027-02-22"), 5, "是星期一", "删去"),
        (GIVEN.format(off="2027-01-01", worked=""), 4, "法定的 2027-02-05、", "补在 off"),
    ],
)
def test_what_is_wrong_with_an_arrangement_is_a_finding(tmp_path, text, line, zh, fix):
    root = copied(tmp_path)
    written(root, text)
    [found] = [each for each in run(root, date(2026, 3, 31)).findings if "holidays" in each.path]
    assert (found.line, found.path) == (line, "records/holidays/2027.yaml")
    assert zh in found.message.zh
    assert fix in found.fix.zh
    assert official_calendar(root) is CALENDAR


def test_an_arrangement_that_cannot_be_opened_is_a_finding(tmp_path):
    root = written(copied(tmp_path), "x" * 2_000_000)
    [found] = run(root, date(2026, 3, 31)).findings
    assert (found.code, found.message.zh) == ("Y027", "这一年的放假安排读不出来，没有照它数。")


def test_a_check_notices_a_new_arrangement(tmp_path):
    root = copied(tmp_path)
    day = date(2027, 3, 1)
    before = run(root, day).findings
    assert run(root, day).findings == before
    written(root, GIVEN.format(off=OFF, worked=""))
    assert run(root, day).findings == before
    written(root, GIVEN.format(off="2027-01-01", worked=""))
    assert [each.code for each in run(root, day).findings if each not in before] == ["Y027"]


def test_another_file_there_is_out_of_place(tmp_path):
    root = copied(tmp_path)
    written(root, "a: 1\n", "next-year.yaml")
    assert [each.code for each in run(root, date(2026, 3, 31)).findings] == ["Y021"]
