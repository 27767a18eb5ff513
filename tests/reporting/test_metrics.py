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
from yizhan.facts.metric_tables import THRESHOLD
from yizhan.reporting.figures.json import _Positions

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


def spread(positions: list[int | list[int]]) -> list[int]:
    """Positions one by one: a pair is a stretch of three or more."""
    found: list[int] = []
    for each in positions:
        if isinstance(each, int):
            found.append(each)
        else:
            first, last = each
            assert last - first > 1
            found += range(first, last + 1)
    assert not any(b - a == c - b == 1 for a, b, c in numbers_beside(positions))
    return found


def numbers_beside(positions: list[int | list[int]]) -> list[tuple[int, int, int]]:
    """Three positions that stand beside each other as single numbers."""
    threes = zip(positions, positions[1:], positions[2:], strict=False)
    return [(a, b, c) for a, b, c in threes if all(isinstance(each, int) for each in (a, b, c))]


def test_stretches_of_positions_are_pairs() -> None:
    positions = _Positions({name: place for place, name in enumerate("abcdefgh")})
    assert positions.of("") == []
    assert positions.of("a") == [0]
    assert positions.of("ab") == [0, 1]
    assert positions.of("abc") == [[0, 2]]
    assert positions.of("acdefh") == [0, [2, 5], 7]
    assert positions.of("cba") == [2, 1, 0]
    assert positions.of("bhij") == [1, [7, 9]]
    assert positions["j"] == 9


def test_the_form_of_the_json() -> None:
    value = json.loads(metrics(SMALL, DAY).text("json", "zh"))
    assert list(value) == ["version", "as_of", "threshold", "marks", "books"]
    assert (value["version"], value["as_of"], value["threshold"]) == (3, "2026-04-03", THRESHOLD)
    assert [book["data"] for book in value["books"]] == ["real", "example"]
    for book in value["books"]:
        assert list(book) == ["data", "matters", "marks", "vague", "figures", "tables"]
        assert [figure["key"] for figure in book["figures"]] == [each.key for each in DEFINITIONS]
        for figure in book["figures"]:
            members = figure["members"]
            assert figure["suppressed"] or len(spread(members["numerator"])) == figure["numerator"]
            assert (
                figure["suppressed"] or len(spread(members["denominator"])) == figure["denominator"]
            )
        for table in book["tables"]:
            assert list(table) == ["dimension", "of", "note", "pooled", "rows"]
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


def test_positions_in_the_json_lead_to_the_members() -> None:
    found = metrics(SMALL, DAY)
    for value in json.loads(found.text("json", "zh"))["books"]:
        book, matters = found.books[value["data"]], value["matters"]
        assert len(set(matters)) == len(matters)

        def ids(positions: list[int | list[int]], matters: list[str] = matters) -> list[str]:
            return [matters[each] for each in spread(positions)]

        for written, figure in zip(value["figures"], book.figures, strict=True):
            assert ids(written["members"]["numerator"]) == list(figure.members.numerator)
            assert ids(written["members"]["denominator"]) == list(figure.members.denominator)
            assert {each["reason"]: ids(each["members"]) for each in written["exclusions"]} == {
                reason.value: list(left_out) for reason, left_out in figure.exclusions.items()
            }
        for written, table in zip(value["tables"], book.tables, strict=True):
            assert [ids(row["members"]) for row in written["rows"]] == [
                list(row.ids) for row in table.rows
            ]


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
