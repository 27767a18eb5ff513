"""One wrong value is one finding, at the value, and not one at each record that rests on it."""

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
        (BODY, "dissolved: 2026-01-01", "A020", "“撤销日期”（dissolved）写的是 2026-01-01"),
        (BODY, "established: 2026-03", "A020", "“成立日期”（established）写的是 2026-03"),
        (PLACE, "dissolved: 2026-01-05", "P007", "“撤销日期”（dissolved）写的是 2026-01-05"),
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


SCHEME = "records/points/schemes/shili-scheme.yaml"
PROCEDURE = "records/procedures/shili-local.yaml"
RULE = "records/rules/shili-rules/rule.yaml"
MEETING = "records/meetings/2026/20260125-shili-assembly.yaml"
MATTER = "records/matters/2026/20260108-shili-lamps.yaml"
ZHEN = "records/places/shili-zhen.yaml"


def several(root: Path, number: int = 6) -> None:
    """More matters and batches like those of the village, as many as a year brings."""
    drain = (root / "records/matters/2026/20260308-shili-drain.yaml").read_text("utf-8")
    batch = (root / "records/points/2026/20260220-shili-cleanup.yaml").read_text("utf-8")
    for each in range(number):
        matter, event = f"20260308-shili-more-{each}", f"20260220-shili-more-{each}"
        for name, text, own, folder in (
            (matter, drain, "20260308-shili-drain", "matters"),
            (event, batch, "20260220-shili-cleanup", "points"),
        ):
            path = root / f"records/{folder}/2026/{name}.yaml"
            told = text.replace(own, name).replace("3f9k2m7q", f"aaaaaaa{each}")
            path.write_text(told.replace("x81zt0pw", f"bbbbbbb{each}"), "utf-8")
    for each in (2, 3, 4):
        text = (root / PLACE).read_text("utf-8").replace("shili-cun", f"shili-cun-b{each}")
        text = text.replace('"990101100201"', f'"99010110020{each}"').replace(
            "示例村", f"示例{each}村"
        )
        (root / f"records/places/shili-cun-b{each}.yaml").write_text(text, "utf-8")


def mistyped(root: Path, path: str, was: str, typed: str) -> list[Finding]:
    """What fails where one thing in one file is mistyped."""
    text = (root / path).read_text("utf-8")
    assert was in text
    (root / path).write_text(text.replace(was, typed, 1), "utf-8")
    return [each for each in run(root, DAY, cached=False).findings if each.fails]


def test_the_village_with_more_of_it_is_right(root):
    several(root)
    assert mistyped(root, PROCEDURE, "id: shili-local", "id: shili-local") == []


CONTRADICTED = [
    (SCHEME, "from: 2026-02-01", "from: 2026-03-01", "J004"),
    (SCHEME, "to: 2026-12-31", "to: 2026-02-12", "J004"),
    (SCHEME, "place: shili-cun\n", "place: shili-cun-1\n", "J004"),
    (SCHEME, "key: cleanup", "key: cleanupp", "J001"),
    (SCHEME, "points: 10", "points: 1", "J002"),
    (SCHEME, "display_days: 5", "display_days: 50", "J008"),
    (PROCEDURE, "  from: 2025", "  from: 2026-03-28", "C002"),
    (PROCEDURE, "places: [shili-cun]", "places: [shili-cun-square]", "C002"),
    (PROCEDURE, "key: accept\n", "key: acept\n", "M001"),
    (PROCEDURE, "  - key: report_done\n", "  - key: report-done\n", None),
    (OTHER, "place: shili-zhen", "place: shili-cun", "C004"),
    (ZHEN, 'code: "990101100', 'code: "990101101', "P005"),
]


@pytest.mark.parametrize(("path", "was", "typed", "code"), CONTRADICTED)
def test_what_most_contradict_is_told_there(root, path, was, typed, code):
    """Six matters, seven batches and four villages are right, and none of them is blamed."""
    several(root)
    told = mistyped(root, path, was, typed)
    if code is None:  # one matter only had got so far: it may be the one that is wrong
        assert [(each.path, each.code) for each in told] == [(MATTER, "M001")]
        return
    line = (root / path).read_text("utf-8").split(typed)[0].count("\n") + 1
    assert [(each.path, each.code, each.level) for each in told if each.path == path] == [
        (path, code, Level.ERROR)
    ]
    assert told[0].line <= line
    left = {each.code for each in told if each.path != path}
    assert left <= {"L009"}, left  # two filings only: each may be what is wrong


FOLLOWS = [
    (
        SCHEME,
        "  from: 2026-02-01\n  to: 2026-12-31",
        "  from: 2026-12-31\n  to: 2026-02-01",
        "D002",
    ),
    (SCHEME, "points: 10", "points: 100", "J010"),
    (SCHEME, "limit: 40", "limit: 4", "J010"),
    (MEETING, "rules: [shili-rules]", "rules: [shili-rule]", "A004"),
    (MEETING, "result: adopted", "result: rejected", "T006"),
    (MEETING, "agenda:", "not_held: {how: postponed, date: 2026-01-24}\nagenda:", "T004"),
    (MATTER, "meeting: 20260110-shili-deliberation", "meeting: 20260110-shili-deliberate", "A004"),
    (MATTER, "round: 20260108-shili-walk", "round: 20260108-shili-wolk", "A004"),
    ("records/points/2026/20260220-shili-cleanup.yaml", "points: 10", "points: 1", "J002"),
    (RULE, "meeting: 20260125-shili-assembly", "meeting: 20260110-shili-deliberation", "L005"),
    (PROCEDURE, "start: reported", "start: report", "C001"),
    (PROCEDURE, "key: handling", "key: handeling", "C001"),
    (PROCEDURE, "key: small", "key: smal", "C001"),
    (PROCEDURE, "from: [claimed]\n    to: closed", "from: [closed]\n    to: closed", "C001"),
    (MATTER, "handler: shili-committee", "handler: shili-office", "C004"),
    (MATTER, "by: shili-committee", "by: shili-cun", "A005"),
]


@pytest.mark.parametrize(("path", "was", "typed", "code"), FOLLOWS)
def test_what_follows_from_a_finding_is_not_told_beside_it(root, path, was, typed, code):
    told = mistyped(root, path, was, typed)
    assert [(each.path, each.code) for each in told] == [(path, code)]


def test_what_is_honest_in_one_record_is_told_there(root):
    """One batch of seven under a key that no scheme has: the batch, not the scheme."""
    several(root)
    told = mistyped(
        root, "records/points/2026/20260220-shili-more-1.yaml", "item: cleanup", "item: help"
    )
    assert {each.path.rpartition("/")[2] for each in told} == {"20260220-shili-more-1.yaml"}
