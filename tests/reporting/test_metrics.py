"""Figures as text and as JSON: exact output of a small archive."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from yizhan.commands.metrics import metrics
from yizhan.commands.report import report
from yizhan.facts.metric_definitions import DEFINITIONS
from yizhan.facts.metrics import THRESHOLD

TESTS = Path(__file__).parents[1]
SMALL = TESTS / "pages" / "archive"
EXPECTED = Path(__file__).parent / "expected"
DAY = date(2026, 4, 3)


def expect(name: str, found: str) -> None:
    file = EXPECTED / name
    if os.environ.get("YIZHAN_ACCEPT") == "1":
        file.write_text(found, "utf-8")
    assert found == file.read_text("utf-8")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_text(lang) -> None:
    expect(f"metrics.{lang}.txt", metrics(SMALL, DAY).text("text", lang))


def test_json_is_one_line_for_programs_and_the_same_in_both_languages() -> None:
    found = metrics(SMALL, DAY)
    text = found.text("json", "zh")
    assert text == found.text("json", "en")
    assert text.count("\n") == 1
    pretty = json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"
    expect("metrics.json", pretty)


def test_the_form_of_the_json() -> None:
    value = json.loads(metrics(SMALL, DAY).text("json", "zh"))
    assert list(value) == ["version", "as_of", "threshold", "books"]
    assert (value["version"], value["as_of"], value["threshold"]) == (1, "2026-04-03", THRESHOLD)
    assert [book["data"] for book in value["books"]] == ["real", "example"]
    for book in value["books"]:
        assert list(book) == ["data", "vague", "figures", "tables"]
        assert [figure["key"] for figure in book["figures"]] == [each.key for each in DEFINITIONS]
        for figure in book["figures"]:
            members = figure["members"]
            assert figure["suppressed"] or len(members["numerator"]) == figure["numerator"]
            assert figure["suppressed"] or len(members["denominator"]) == figure["denominator"]
        for table in book["tables"]:
            assert list(table) == ["dimension", "of", "pooled", "rows"]
    real, example = value["books"]
    assert real["figures"][0]["value"] == 6
    assert example["figures"][0] | {"title": 0, "definition": 0} == {
        "key": "total",
        "unit": "count",
        "title": 0,
        "definition": 0,
        "suppressed": True,
        "numerator": None,
        "denominator": None,
        "value": None,
        "members": {"numerator": [], "denominator": []},
        "exclusions": [],
    }


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "另有 1 件提出日期不够确切，看不出在不在这段时间里，没有计入。"),
        ("en", "1 more was raised on dates too vague to tell whether it belongs to the period."),
    ],
)
def test_a_period_says_what_is_too_vague(lang, said) -> None:
    found = metrics(SMALL, DAY, first=date(2025, 11, 15))
    assert said in found.text("text", lang).splitlines()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_months_markdown(lang) -> None:
    expect(f"report.{lang}.md", report(SMALL, "2026-03", DAY, lang))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_months_markdown_of_an_example_village(lang) -> None:
    found = report(TESTS / "village", "2026-01", date(2026, 4, 3), lang, "shili-cun")
    expect(f"report-village.{lang}.md", found)
