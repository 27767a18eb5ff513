"""Writers: exact output in both languages, and what must not get through."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from yizhan.model.finding import Finding, Level
from yizhan.model.text import Text
from yizhan.reporting.findings import github, gitlab, text
from yizhan.reporting.findings import json as json_writer
from yizhan.reporting.report import Report

ERROR = Finding(
    "records/matters/2026/x.yaml",
    12,
    8,
    "S005",
    Text("“日期”（date）写的是“2026/4/1”，日期的写法不对。", "“Date” (date) is “2026/4/1”."),
    Text("请写成 2026-04-01。", "Write 2026-04-01."),
)
WARNING = Finding(
    "records/a,b:100%.yaml",
    1,
    1,
    "Y024",
    Text("开头有标记\n（BOM）<b>|`。", "A mark\n(BOM) <b>|`."),
    Text("另存。", "Save it."),
    Level.WARNING,
)
IRREGULAR = Finding(
    "records/meetings/2026/x.yaml",
    9,
    3,
    "T006",
    Text("到会人数不够。", "Too few took part."),
    Text("重新开会。", "Meet again."),
    Level.IRREGULAR,
)
DUE = Finding(
    "records/matters/2026/a.yaml",
    1,
    1,
    "M026",
    Text("期限过了。", "Time ran out."),
    Text("记报结。", "Report it done."),
    Level.DUE,
)
BOTH = Report((WARNING, ERROR), 214, date(2026, 4, 10), {(ERROR.path, 12): "日期: 2026/4/1"})
CLEAN = Report((), 214, date(2026, 4, 10))


def test_text_in_chinese() -> None:
    assert text.write(BOTH, "zh") == (
        "错误[S005]：“日期”（date）写的是“2026/4/1”，日期的写法不对。\n"
        "  --> records/matters/2026/x.yaml:12:8\n"
        "   |\n"
        "12 | 日期: 2026/4/1\n"
        "   |          ^\n"
        "   = 怎么改：请写成 2026-04-01。\n"
        "\n"
        "提醒[Y024]：开头有标记\n（BOM）<b>|`。\n"
        " --> records/a,b:100%.yaml:1:1\n"
        "  = 怎么改：另存。\n"
        "\n"
        "检查了 214 份档案，发现 1 处错误和1 处提醒。输入 yizhan explain S005 看详细说明。\n"
    )


def test_the_gravest_comes_first_and_the_rest_as_it_is_in_the_files() -> None:
    """What a clerk just broke stands above what is only to be looked at in another file."""
    last, first = replace(ERROR, line=3, code="S001"), replace(WARNING, line=9)
    mixed = Report((WARNING, first, DUE, last, ERROR, IRREGULAR), 9, date(2026, 4, 10))
    expected = (last, ERROR, IRREGULAR, WARNING, first)
    assert mixed.wrong == expected
    shown = [each for each in text.write(mixed, "zh").splitlines() if "-->" in each]
    assert [each.split("records/")[1] for each in shown] == [
        f"{each.path}:{each.line}:{each.column}".removeprefix("records/")
        for each in (*expected, DUE)
    ]
    listed = [each["code"] for each in json.loads(json_writer.write(mixed, "zh"))["findings"]]
    assert listed == ["Y024", "Y024", "M026", "S001", "S005", "T006"], (
        "programs get it as it is sorted"
    )


def test_text_in_english() -> None:
    assert text.write(Report((ERROR,), 1, date(2026, 4, 10)), "en") == (
        "error[S005]: “Date” (date) is “2026/4/1”.\n"
        "  --> records/matters/2026/x.yaml:12:8\n"
        "   = fix: Write 2026-04-01.\n"
        "\n"
        "1 record checked, 1 error found. Type yizhan explain S005 for more.\n"
    )


ALL = Report((DUE, WARNING, IRREGULAR, ERROR), 214, date(2026, 4, 10))


def test_what_is_due_comes_last_and_is_counted_apart() -> None:
    written = text.write(ALL, "zh")
    assert re.findall(r"^\w+\[", written, re.MULTILINE) == ["错误[", "不合规[", "提醒[", "待办["]
    assert written.endswith(
        "检查了 214 份档案，发现 1 处错误、1 处不合规和1 处提醒。输入 yizhan explain S005 看详细说明。"
        "另有 1 件到期待办，不影响通过；输入 yizhan 看清单。\n"
    )
    assert text.summary(ALL).en == (
        "214 records checked, 1 error, 1 irregularity and 1 warning found. "
        "Type yizhan explain S005 for more. There is 1 thing due, which fails nothing; type yizhan for the list."
    )
    only = text.summary(Report((DUE, DUE), 214, date(2026, 4, 10)))
    assert only.zh == (
        "检查了 214 份档案，没有发现问题。有 2 件到期待办，不影响通过；输入 yizhan 看清单。"
    )
    assert only.en == (
        "214 records checked, nothing wrong. There are 2 things due, which fails nothing; type yizhan for the list."
    )


@pytest.mark.parametrize("finding", [ERROR, IRREGULAR, WARNING, DUE], ids=lambda each: each.level)
def test_errors_and_irregularities_fail(finding: Finding) -> None:
    fails = Report((finding,), 1, date(2026, 4, 10)).fails
    assert fails is (finding in (ERROR, IRREGULAR))


def test_every_kind_has_its_mark_on_each_forge() -> None:
    lines = github.write(ALL, "zh").splitlines()
    assert [line.split(" ")[0] for line in lines[:-1]] == [
        "::error",
        "::error",
        "::warning",
        "::notice",
    ]
    summary = github.write_summary(ALL, "zh")
    wrong, due = summary.split("### 到期待办（不影响通过）\n")
    assert "| 不合规 | T006 |" in wrong
    assert "| 待办 | M026 |" in due
    assert summary.count("| 种类 |") == 2
    only = github.write_summary(Report((DUE,), 1, date(2026, 4, 10)), "en")
    assert only.count("| Kind |") == 1
    severities = [issue["severity"] for issue in json.loads(gitlab.write(ALL, "zh"))]
    assert severities == ["info", "minor", "major", "critical"]


def test_text_when_all_is_well() -> None:
    assert text.write(CLEAN, "zh") == "检查了 214 份档案，没有发现问题。\n"
    assert text.write(CLEAN, "en") == "214 records checked, nothing found.\n"


def test_colours_are_for_terminals() -> None:
    assert "\x1b[1;31m错误[S005]\x1b[0m" in text.write(BOTH, "zh", colour=True)
    assert "\x1b" not in text.write(BOTH, "zh")


@pytest.mark.parametrize(
    ("line", "column", "shown", "caret"),
    [
        ("a" * 200, 1, "a" * 60 + "…", 0),
        ("a" * 100 + "b" + "c" * 100, 101, "…" + "a" * 39 + "b" + "c" * 20 + "…", 40),
        ("a" * 99 + "b", 100, "…" + "a" * 39 + "b", 40),
        ("", 1, "", 0),
    ],
)
def test_a_long_line_is_cut_around_the_caret(
    line: str, column: int, shown: str, caret: int
) -> None:
    finding = Finding("x", 1, column, "S001", Text("一", "a"), Text("二", "b"))
    written = text.write(Report((finding,), 1, date(2026, 1, 1), {("x", 1): line}), "zh")
    rows = written.split("\n")
    assert rows[3] == f"1 | {shown}".rstrip()
    assert rows[4] == "  | " + " " * caret + "^"


def test_json() -> None:
    value = json.loads(json_writer.write(BOTH, "zh"))
    assert value == {
        "version": 2,
        "as_of": "2026-04-10",
        "records": 214,
        "errors": 1,
        "irregular": 0,
        "acknowledged": 0,
        "warnings": 1,
        "in_doubt": [],
        "due": 0,
        "findings": [
            {
                "path": finding.path,
                "line": finding.line,
                "column": finding.column,
                "code": finding.code,
                "level": str(finding.level),
                "acknowledged": False,
                "remedy": None,
                "message": {"zh": finding.message.zh, "en": finding.message.en},
                "fix": {"zh": finding.fix.zh, "en": finding.fix.en},
            }
            for finding in BOTH.findings
        ],
    }


def test_github_annotations() -> None:
    assert github.write(BOTH, "en") == (
        "::error file=records/matters/2026/x.yaml,line=12,col=8,title=S005 error"
        "::“Date” (date) is “2026/4/1”.%0AFix: Write 2026-04-01.\n"
        "::warning file=records/a%2Cb%3A100%25.yaml,line=1,col=1,title=Y024 warning"
        "::A mark%0A(BOM) <b>|`.%0AFix: Save it.\n"
        "214 records checked, 1 error and 1 warning found. Type yizhan explain S005 for more.\n"
    )


def test_github_summary() -> None:
    assert github.write_summary(BOTH, "zh") == (
        "## 档案检查\n"
        "\n"
        "检查了 214 份档案，发现 1 处错误和1 处提醒。输入 yizhan explain S005 看详细说明。\n"
        "\n"
        "| 种类 | 代号 | 位置 | 问题 | 怎么改 |\n"
        "|---|---|---|---|---|\n"
        "| 错误 | S005 | records/matters/2026/x.yaml:12 "
        "| “日期”（date）写的是“2026/4/1”，日期的写法不对。 | 请写成 2026-04-01。 |\n"
        "| 提醒 | Y024 | records/a,b:100%.yaml:1 | 开头有标记 （BOM）&lt;b>\\|\\`。 | 另存。 |\n"
    )
    assert github.write_summary(CLEAN, "en") == (
        "## Check of the records\n\n214 records checked, nothing found.\n"
    )


def test_the_summary_stays_below_what_github_takes() -> None:
    many = Report((ERROR,) * (github.SUMMARY_ROWS + 7), 1, date(2026, 4, 10))
    summary = github.write_summary(many, "en")
    assert summary.count("| S005 |") == github.SUMMARY_ROWS
    assert summary.endswith("\n\n7 more are in the log of the run.\n")
    assert len(summary.encode()) < 1024 * 1024


def test_gitlab() -> None:
    moved = Finding(ERROR.path, 40, 1, ERROR.code, ERROR.message, ERROR.fix)
    issues = json.loads(gitlab.write(Report((WARNING, ERROR, moved), 2, date(2026, 4, 10)), "zh"))
    assert issues[1] == {
        "description": "“日期”（date）写的是“2026/4/1”，日期的写法不对。 请写成 2026-04-01。",
        "check_name": "S005",
        "fingerprint": issues[1]["fingerprint"],
        "severity": "critical",
        "location": {"path": "records/matters/2026/x.yaml", "lines": {"begin": 12}},
    }
    assert issues[0]["severity"] == "minor"
    assert len({issue["fingerprint"] for issue in issues}) == 3
    alone = json.loads(gitlab.write(Report((moved,), 1, date(2026, 4, 10)), "en"))
    assert alone[0]["fingerprint"] == issues[1]["fingerprint"], "lines may move"


def test_what_could_not_be_judged_in_full_is_told() -> None:
    place = "records/places/x.yaml"
    report = Report((ERROR,), 3, date(2026, 4, 10), in_doubt={place: 1, "records/a*.yaml": 12})
    assert text.write(report, "zh").splitlines()[-3:] == [
        "records/places/x.yaml 读不出来，另有 1 份档案因此没有查全。",
        "records/a*.yaml 读不出来，另有 12 份档案因此没有查全。",
        "检查了 3 份档案，发现 1 处错误。输入 yizhan explain S005 看详细说明。",
    ]
    assert github.write(report, "en").splitlines()[-3:-1] == [
        "records/places/x.yaml cannot be read; 1 other record could not be judged in full without it.",
        "records/a*.yaml cannot be read; 12 other records could not be judged in full without it.",
    ]
    assert "records/a\\*.yaml 读不出来" in github.write_summary(report, "zh")
    assert json.loads(json_writer.write(report, "zh"))["in_doubt"] == [
        {"path": place, "records": 1},
        {"path": "records/a*.yaml", "records": 12},
    ]
