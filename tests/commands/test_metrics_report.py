"""``yizhan metrics`` and ``yizhan report`` as they are typed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from .program import yizhan

SMALL = Path(__file__).parents[1] / "pages" / "archive"
DAY = ["--as-of", "2026-04-03"]


@pytest.fixture(autouse=True)
def _small(tmp_path, monkeypatch):
    shutil.copytree(SMALL / "records", tmp_path / "records")
    monkeypatch.chdir(tmp_path)


def totals(text):
    return {book["data"]: book["figures"][0]["value"] for book in json.loads(text)["books"]}


def test_metrics_of_everything_and_of_a_place(capsys):
    code, out, err = yizhan(capsys, "metrics", *DAY, "--format", "json")
    assert (code, err) == (0, "")
    assert totals(out) == {"real": 6, "example": None}
    _, out, _ = yizhan(capsys, "metrics", *DAY, "--place", "community", "--format", "json")
    assert list(totals(out)) == ["real"]
    _, out, _ = yizhan(capsys, "metrics", *DAY, "--place", "shili-place")
    assert out.startswith("示例数据（虚构），截至 2026-04-03\n\n计入的事项")
    _, out, _ = yizhan(capsys, "--lang", "en", "metrics", *DAY)
    assert out.startswith("Real data, as of 2026-04-03\n\nMatters counted")


def test_metrics_of_a_period(capsys):
    arguments = ["metrics", *DAY, "--from", "2026-03-01", "--to", "2026-03-31"]
    _, out, _ = yizhan(capsys, *arguments, "--format", "json")
    assert totals(out) == {"real": 5, "example": None}


@pytest.mark.parametrize("command", [("metrics",), ("report", "2026-03")])
def test_a_place_that_is_not_there(capsys, command):
    code, out, err = yizhan(capsys, *command, *DAY, "--place", "nowhere")
    assert (code, out) == (2, "")
    assert err == (
        "没有“nowhere”这个地方；要写 records/places/ 里的编号。有的是：community（东社区）、garden（花园小区）、"
        "shili-place（示例村）、street（试验街道）。\n"
    )
    _, _, err = yizhan(capsys, "--lang", "en", *command, *DAY, "--place", "nowhere")
    assert err == (
        "There is no place “nowhere”; name an id of records/places/. There are: community (东社区), "
        "garden (花园小区), shili-place (示例村), street (试验街道).\n"
    )


def test_a_report_on_the_screen_and_into_a_file(capsys, tmp_path):
    code, out, err = yizhan(capsys, "report", "2026-03", *DAY)
    assert (code, err) == (0, "")
    assert out.startswith("# 全部地方2026年3月办理情况\n")
    code, shown, _ = yizhan(capsys, "report", "2026-03", *DAY, "-o", "report.md")
    assert (code, shown) == (0, "")
    assert (tmp_path / "report.md").read_text("utf-8") == out
    _, out, _ = yizhan(capsys, "report", "2026-03", *DAY, "--place", "shili-place")
    assert "**示例数据：虚构，不是真的。**" in out
    assert "20260320-shili-well" in out


def test_a_report_lists_what_was_merged_or_split_and_how_late_it_was(capsys, tmp_path):
    well = next((tmp_path / "records").glob("matters/2026/20260310-wall.yaml"))
    text = well.read_text("utf-8").split("log:\n")[0]
    merged = "  - {date: 2026-03-27, step: merge, by: committee, merged_into: 20260302-lamps}\n"
    well.write_text(f"{text}log:\n{merged}", "utf-8")
    _, out, _ = yizhan(capsys, "report", "2026-03", *DAY)
    late = "另有 1 件并入别的事项或者拆分，以后在那些事项里办。其中 1 件此前已经过了期限。"
    assert late in out
    section = out.split("## 并案、拆分\n\n")[1].split("\n\n")[0]
    assert section.endswith("；已并案；曾逾期 10 个工作日）`20260310-wall`")
    well.write_text(f"{text}log:\n{merged.replace('27', '12')}", "utf-8")
    _, out, _ = yizhan(capsys, "report", "2026-03", *DAY)
    assert "以后在那些事项里办。\n" in out
    assert "；已并案）`20260310-wall`" in out


@pytest.mark.parametrize(
    ("month", "zh", "en"),
    [
        ("2026-4", "“2026-4”不是月份；请写成 2026-04。", "“2026-4” is no month; write 2026-04."),
        ("2026-13", "“2026-13”不是月份；要写成 2026-10。", "“2026-13” is no month; write 2026-10."),
        ("2026", "“2026”不是月份；要写成 2026-10。", "“2026” is no month; write 2026-10."),
        (
            "2026-05",
            "2026-05 还没有到，没有情况可写。",
            "2026-05 has not begun; there is nothing to tell.",
        ),
    ],
)
def test_a_month_that_cannot_be_told(capsys, month, zh, en):
    assert yizhan(capsys, "report", month, *DAY) == (2, "", f"{zh}\n")
    assert yizhan(capsys, "--lang", "en", "report", month, *DAY) == (2, "", f"{en}\n")


def test_a_month_without_anything_says_which_months_have_something(capsys):
    _, out, _ = yizhan(capsys, "report", "2025-06", *DAY)
    assert "这个月没有记录；有记录的月份：2026年3月、2025年12月、2025年11月" in out
    _, out, _ = yizhan(capsys, "--lang", "en", "report", "2025-06", *DAY)
    assert "Nothing is recorded in this month; there are records of: March 2026, " in out
    _, out, _ = yizhan(capsys, "report", "2026-03", *DAY)
    assert "有记录的月份" not in out


def without_real_data(root):
    for path in sorted((root / "records").rglob("*.yaml")):
        dated = path.parts[-2].isdecimal()
        if dated and "example: true" not in path.read_text("utf-8"):
            path.unlink()


def test_where_only_examples_are_kept_it_says_how_to_see_them(capsys, tmp_path):
    without_real_data(tmp_path)
    _, out, _ = yizhan(capsys, "report", "2026-03", *DAY)
    assert "没有真实数据，只有示例数据；看示例的月报，加上 --place shili-place（示例村）。" in out
    _, out, _ = yizhan(capsys, "--lang", "en", "report", "2026-03", *DAY)
    assert "for their report add --place shili-place (示例村)." in out


def test_where_nothing_is_kept_it_says_so(capsys, tmp_path):
    without_real_data(tmp_path)
    _, out, _ = yizhan(capsys, "report", "2026-03", *DAY, "--place", "garden")
    assert "一件事项、一次会议也还没有记录。" in out
