"""What was pasted or recorded twice is found (A022), and what happened twice is not."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from yizhan.checking.engine import run

VILLAGE = Path(__file__).parents[1] / "village"
LAMPS = "records/matters/2026/20260108-shili-lamps.yaml"
DRAIN = "records/matters/2026/20260308-shili-drain.yaml"
QUIET = "records/rules/shili-rules/amendments/shili-rules-quiet.yaml"
YARDS = "records/honours/2026/20260320-shili-yards.yaml"
TALK = "records/meetings/2026/20260110-shili-deliberation.yaml"
VISIT = "  - date: {date}\n    step: progress\n    by: shili-office\n    note: {note}\n"


def codes(root: Path, path: str, text: str) -> list[str]:
    (root / path).write_text(text, "utf-8")
    return [each.code for each in run(root, date(2026, 4, 1), cached=False).findings if each.fails]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(VILLAGE, tmp_path / "village")
    return tmp_path / "village"


def twice(root: Path, path: str, lead: str) -> str:
    """A file in which the item that begins with a line is there twice, one behind the other."""
    lines = (root / path).read_text("utf-8").split("\n")
    begin = next(number for number, line in enumerate(lines) if line.strip() == lead)
    indent = len(lines[begin]) - len(lines[begin].lstrip())
    end = begin + 1
    while end < len(lines) and lines[end].startswith(" " * (indent + 1)):
        end += 1
    return "\n".join([*lines[:end], *lines[begin:end], *lines[end:]])


@pytest.mark.parametrize(
    ("path", "lead"),
    [
        (LAMPS, "- date: 2026-01-09"),
        (LAMPS, "- date: 2026-01-10"),
        (QUIET, "- stage: vote"),
        (QUIET, "- stage: publication"),
        (TALK, "- text: 更换四盏路灯，费用从村集体收入支出。"),
    ],
)
def test_an_item_pasted_twice_is_one_finding(root, path, lead):
    text = (root / path).read_text("utf-8")
    if lead not in text:
        lead = next(line.strip() for line in text.split("\n") if line.strip().startswith("- text:"))
    assert codes(root, path, twice(root, path, lead))[:1] == ["A022"]


@pytest.mark.parametrize(
    "more",
    [
        VISIT.format(date="2026-03-20", note="去看过。")
        + VISIT.format(date="2026-03-21", note="去看过。"),
        VISIT.format(date="2026-03-20", note="去看过。")
        + VISIT.format(date="2026-03-20", note="又去看过。"),
        VISIT.format(date="2026-03", note="去看过。") * 2,
    ],
    ids=["another day", "another note", "a month of which no day is known"],
)
def test_what_happened_twice_may_be_said_twice(root, more):
    assert codes(root, DRAIN, (root / DRAIN).read_text("utf-8") + more) == []


def test_a_report_may_come_again_on_the_day_of_an_objection(root):
    report = (
        "  - date: 2026-03-20\n    step: report_done\n    by: shili-office\n"
        "    outcome:\n      result: solved\n      text: 清完了。\n"
    )
    objection = "  - date: 2026-03-20\n    step: object\n    reason: 还有一段没清。\n"
    text = (root / DRAIN).read_text("utf-8") + report + objection + report
    assert "A022" not in codes(root, DRAIN, text)
