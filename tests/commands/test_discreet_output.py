"""No command repeats a number that leads to a person, wherever it was typed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from yizhan.cli import run

VILLAGE = Path(__file__).parents[1] / "village"
CLI = Path(__file__).parents[2] / "tools/yizhan/cli"
PHONE = "13812345678"
NAMED = f"records/matters/2026/20260308-{PHONE}.yaml"
MATTER = f"20260308-{PHONE}"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(VILLAGE, tmp_path / "village")
    drain = tmp_path / "village/records/matters/2026/20260308-shili-drain.yaml"
    content = drain.read_text("utf-8").replace("20260308-shili-drain", MATTER)
    drain.unlink()
    (tmp_path / "village" / NAMED).write_text(content, "utf-8")
    monkeypatch.chdir(tmp_path / "village")
    return tmp_path / "village"


@pytest.mark.parametrize(
    "line",
    [
        ["check"],
        ["check", NAMED],
        ["check", "--format", "github"],
        ["check", "--format", "json"],
        ["check", f"records/{PHONE}.yaml"],
        ["build"],
        ["--as-of", "2026-04-01"],
        ["report", PHONE],
        ["metrics", "--place", PHONE],
        ["explain", PHONE],
        ["advance", MATTER, "--step", "progress", "--note", "看了", "-y"],
        ["advance", MATTER, "--step", PHONE, "-y"],
        ["advance", "20260108-shili-lamps", "--step", "progress", "--by", PHONE, "-y"],
        ["correct", NAMED, "--at", "title", "--value", "排水沟", "-y"],
        ["correct", MATTER, "--at", PHONE, "--value", "排水沟", "-y"],
        ["acknowledge", f"{NAMED}:3", "M003", "--reason", "没有", "-y"],
        ["resolve", f"{NAMED}:3", "-y"],
        ["new", "matter", "--title", f"路灯{PHONE}", "-y"],
        ["new", "matter", "--title", "路灯", "--place", PHONE, "-y"],
        ["new", "matter", "--id", PHONE, "-y"],
        ["new", PHONE],
        [PHONE],
        [f"--{PHONE}"],
        ["check", "--as-of", PHONE],
        ["check", "--format", PHONE],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_command_repeats_it(
    root: Path, capsys: pytest.CaptureFixture[str], line: list[str], lang: str
) -> None:
    run(["--lang", lang, *line])
    out, err = capsys.readouterr()
    assert out + err
    assert PHONE not in out + err


def test_a_file_that_is_written_does_not_either(root: Path) -> None:
    run(["check", "--output", "found.txt"])
    assert "13*********" in (root / "found.txt").read_text("utf-8")
    assert PHONE not in (root / "found.txt").read_text("utf-8")


def test_every_command_speaks_through_one_place() -> None:
    """``explain`` prints invented examples, and the help nothing of any record."""
    aside = {"output.py", "explain.py", "group.py"}
    speakers = {
        path.name
        for path in CLI.glob("*.py")
        if path.name not in aside and re.search(r"click\.echo|\bprint\(", path.read_text("utf-8"))
    }
    assert speakers == set()
