"""A wrong date of a body or place is one finding, at the date, and not one at each record that names it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from yizhan.checking.engine import run
from yizhan.model.finding import Finding, Level

VILLAGE = Path(__file__).parents[1] / "village"
DAY = date(2026, 4, 1)
BODY = "records/bodies/shili-committee.yaml"
OTHER = "records/bodies/shili-office.yaml"
PLACE = "records/places/shili-cun.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(VILLAGE, tmp_path / "village")
    return tmp_path / "village"


def found(root: Path, path: str, line: str, *, cached: bool = False) -> list[Finding]:
    """What fails with one more line at the end of a file, or that line in place of its like."""
    name = line.partition(":")[0]
    lines = (root / path).read_text("utf-8").splitlines()
    kept = [each for each in lines if not each.startswith(f"{name}:")]
    (root / path).write_text("\n".join([*kept, line, ""]), "utf-8")
    return [each for each in run(root, DAY, cached=cached).findings if each.fails]


@pytest.mark.parametrize("cached", [False, True])
@pytest.mark.parametrize(
    ("path", "line", "code", "said"),
    [
        (BODY, "dissolved: 2026-01-01", "A020", "“撤销日期”写的是 2026-01-01"),
        (BODY, "established: 2026-03", "A020", "“成立日期”写的是 2026-03"),
        (PLACE, "dissolved: 2026-01-05", "P007", "“撤销日期”写的是 2026-01-05"),
    ],
)
def test_most_who_name_it_contradict_it(root, path, line, code, said, cached):
    (one,) = found(root, path, line, cached=cached)
    again = [each for each in run(root, DAY, cached=cached).findings if each.fails]
    assert again == [one]
    text = (root / path).read_text("utf-8").splitlines()
    assert (one.path, text[one.line - 1], one.code, one.level) == (path, line, code, Level.ERROR)
    assert one.message.zh.startswith(said)
    assert ("写明不合规" in one.fix.zh) == (code == "A020")


def test_a_day_that_is_not_yet_is_told_alone(root):
    (one,) = found(root, BODY, "established: 2030")
    assert (one.path, one.code) == (BODY, "D001")


def test_a_correction_is_told_where_it_stands(root):
    line = "corrections: [{date: 2026-03-20, at: established, value: 2026-03, reason: 录错了。}]"
    (one,) = found(root, BODY, line)
    assert (root / BODY).read_text("utf-8").splitlines()[one.line - 1] == line


def test_a_few_may_each_be_wrong_or_honest(root):
    """Two matters name the town's office after that day: each is told, with the lines that acknowledge it."""
    several = found(root, OTHER, "dissolved: 2026-03-10")
    assert several
    assert OTHER not in {each.path for each in several}
    assert {each.code for each in several} <= {"A020", "M023"}


def test_where_most_agree_the_few_are_told(root):
    several = found(root, BODY, "dissolved: 2026-03-19")
    assert BODY not in {each.path for each in several}
    assert len({each.path for each in several}) < 5
