"""Dates, numbers and times of day as clerks type them, and what they are taken for."""

from __future__ import annotations

import pytest

from yizhan.loading.typed_dates import DateForm, read_date
from yizhan.loading.typed_numbers import NumberForm, likely_time, read_number
from yizhan.loading.typed_references import Neighbour, as_id, likeliest, likely_id
from yizhan.loading.typed_words import likely_step, names_of

PLAIN, REPUBLIC, WORLD = DateForm.PLAIN, DateForm.REPUBLIC, DateForm.WORLD_TIME


@pytest.mark.parametrize("dash", "-–—－―‐‑−ー一～~_.．/／,，、。")  # they are what is tested
def test_a_date_with_any_dash(dash: str) -> None:
    assert read_date(f"2026{dash}01{dash}08") == (PLAIN, "2026-01-08", "")


@pytest.mark.parametrize(
    ("typed", "form", "near", "other"),
    [
        ("2026年1月8日（星期四）", PLAIN, "2026-01-08", ""),
        ("2026年十月八日", PLAIN, "2026-10-08", ""),
        ("二零二六年元月八日", PLAIN, "2026-01-08", ""),
        ("贰零贰陆年零壹月贰拾捌日", PLAIN, "2026-01-28", ""),
        ("2O26-O1-O8", PLAIN, "2026-01-08", ""),
        ("Jan 8, 2026", PLAIN, "2026-01-08", ""),
        ("8-Jan-2026", PLAIN, "2026-01-08", ""),
        ("202601", PLAIN, "2026-01", ""),
        ("260108", PLAIN, "2026-01-08", ""),
        ("3/2026", PLAIN, "2026-03", ""),
        ("2026年元旦", PLAIN, "2026-01-01", ""),
        ("1998-09-00", PLAIN, "1998-09", ""),
        ("46030.5", PLAIN, "2026-01-08", ""),
        ("2026-01-07T16:00:00Z", WORLD, "2026-01-08", ""),
        ("2026-01-07T15:59:59.000Z", WORLD, "2026-01-07", ""),
        ("2026-01-08T00:30:00+08:00", WORLD, "2026-01-08", ""),
        ("2026-01-07T23:00:00-05:00", WORLD, "2026-01-08", ""),
        ("2026-13-07T16:00:00Z", DateForm.NO_SUCH_DAY, "", ""),
        ("1767830400000", WORLD, "2026-01-08", ""),
        ("民国115年1月8日", REPUBLIC, "2026-01-08", ""),
        ("民國一一五年一月八日", REPUBLIC, "2026-01-08", ""),
        ("中华民国元年", REPUBLIC, "1912", ""),
        ("115/1/8", REPUBLIC, "2026-01-08", ""),
        ("约2026-03-08", DateForm.ABOUT, "2026-03", ""),
        ("2026-03-08 左右", DateForm.ABOUT, "2026-03", ""),
        ("大概2026年3月", DateForm.ABOUT, "2026", ""),
        ("2026年3月8日？", DateForm.ABOUT, "2026-03", ""),
        ("五月初三", DateForm.LUNAR, "", ""),
        ("2025年腊月二十", DateForm.LUNAR, "", ""),
        ("农历2025年11月20日", DateForm.LUNAR, "2026-01-08", ""),
        ("乙巳年正月十五", DateForm.LUNAR, "2025-02-12", ""),
        ("1月8日", DateForm.NO_YEAR, "01-08", ""),
        ("一月八日", DateForm.NO_YEAR, "01-08", ""),
        ("昨天", DateForm.RELATIVE, "", ""),
        ("不详", DateForm.UNKNOWN, "", ""),
        ("2026-01-08至2026-01-10", DateForm.SEVERAL, "2026-01-08", "2026-01-10"),
        ("2026年1月8日-10日", DateForm.SEVERAL, "2026-01-08", "2026-01-10"),
        ("2026年1月8日至2月3日", DateForm.SEVERAL, "2026-01-08", "2026-02-03"),
        ("08-01-2026", DateForm.EITHER, "2026-01-08", "2026-08-01"),
        ("13/3/2026", PLAIN, "2026-03-13", ""),
        ("31/31/2026", DateForm.NO_SUCH_DAY, "", ""),
        ("2026-13-01", DateForm.NO_SUCH_DAY, "2026-01-13", ""),
        ("2026-02-30", DateForm.NO_SUCH_DAY, "", ""),
        ("四月初", DateForm.OTHER, "", ""),
    ],
)
def test_dates(typed: str, form: DateForm, near: str, other: str) -> None:
    assert read_date(typed) == (form, near, other)


@pytest.mark.parametrize(
    ("typed", "form", "number"),
    [
        ("50％", NumberForm.PLAIN, 50),
        ("百分之八十五点五", NumberForm.PLAIN, 85.5),
        ("12人", NumberForm.PLAIN, 12),
        ("￥1,600.00", NumberForm.MONEY, 1600),
        ("壹仟陆佰元整", NumberForm.MONEY, 1600),
        ("1.2万元", NumberForm.MONEY, 12000),
        ("九百", NumberForm.PLAIN, 900),
        ("两百零五", NumberForm.PLAIN, 205),
        ("一千六", NumberForm.PLAIN, 1600),
        ("约25户", NumberForm.ABOUT, 25),
        ("100多", NumberForm.ABOUT, 100),
        ("扣5分", NumberForm.PLAIN, -5),
        ("2O", NumberForm.PLAIN, 20),
        ("4（含网格员）", NumberForm.PLAIN, 4),
        ("3-5人", NumberForm.SEVERAL, None),
        ("三四十户", NumberForm.SEVERAL, None),
        ("无", NumberForm.NOTHING, None),
        ("——", NumberForm.UNKNOWN, None),
        ("许多许多", NumberForm.OTHER, None),
    ],
)
def test_numbers(typed: str, form: NumberForm, number: float | None) -> None:
    assert read_number(typed)[:2] == (form, number)


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("上午9点", "09:00"),
        ("9：00", "09:00"),
        ("下午3点半", "15:30"),
        ("晚七点三刻", "19:45"),
        ("凌晨12点", "00:00"),
        ("1930", "19:30"),
        ("25:00", None),
        ("吃过饭", None),
    ],
)
def test_times(typed: str, time: str | None) -> None:
    assert likely_time(typed) == time


def test_ids_written_otherwise() -> None:
    ids = ["shili-committee", "20260110-shili-talk"]
    assert as_id("records/bodies/Shili_Committee.yaml") == "shili-committee"
    assert likely_id("shili—committee", ids) == "shili-committee"
    assert likely_id("2026011O-shili-talk", ids) == "20260110-shili-talk"
    assert likely_id("shili-comittee", ids) == "shili-committee"
    assert likely_id("村委会", ids) is None
    assert likely_id("elsewhere", ids) is None


@pytest.mark.parametrize("typed", ["示例村村民委员会", "示例村村委会", "村民委员会", "示例村委会"])
def test_the_record_of_a_title(typed: str) -> None:
    among = [
        Neighbour("c", "示例村村民委员会"),
        Neighbour("o", "示例镇人民政府"),
        Neighbour("x", ""),
    ]
    assert [each.id for each in likeliest(typed, among)] == ["c"]


def test_steps_and_titles() -> None:
    assert likely_step("办结") == ("report_done", "报结")
    assert likely_step("acept", [("accept", "受理")]) == ("accept", "受理")
    assert likely_step("喝茶", [("accept", "受理")]) is None
    assert set(names_of("村（居）民小组")) >= {"村民小组", "居民小组"}
