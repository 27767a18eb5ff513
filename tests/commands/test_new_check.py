"""The start of a new check: formatted, importable, and red until it says something."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from yizhan.checks import discover
from yizhan.checks.shared.check import Check
from yizhan.commands.new_check import EXPECTED, NewCheckError, main, new_check, next_code
from yizhan.model.vocabulary import Kind

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests/village", tmp_path / "tests/village")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "tools/yizhan/checks").mkdir(parents=True)
    (tmp_path / EXPECTED).mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.ROUND])
def test_it_is_whole_but_for_its_words(copy: Path, kind: Kind) -> None:
    path, golden = new_check(copy, "M", "handler_named", kind)
    assert (copy / golden).read_text() == ""
    for command in (["check"], ["format", "--check"]):
        done = subprocess.run([sys.executable, "-m", "ruff", *command, path], cwd=copy, check=False)
        assert done.returncode == 0
    spec = importlib.util.spec_from_file_location("scaffolded", copy / path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    check = module.CHECK
    assert isinstance(check, Check)
    assert path == f"tools/yizhan/checks/{check.code.lower()}_handler_named.py"
    assert module.__doc__ == f"{check.code}: handler named."
    assert check.kinds == (kind,)
    assert check.title.zh == check.why.zh == check.fix.en == ""
    ((file, text),) = check.bad.files.items()
    assert (ROOT / "tests/village" / file).read_text("utf-8") == text


def test_a_code_is_never_given_again(monkeypatch: pytest.MonkeyPatch) -> None:
    last = max(check.code for check in discover() if check.code.startswith("B"))
    assert next_code("B") == f"B{int(last[1:]) + 1:03}"
    monkeypatch.setattr("yizhan.commands.new_check.RETIRED", frozenset({"B042"}))
    assert next_code("B") == "B043"


def test_a_kind_without_an_example_is_named(tmp_path: Path) -> None:
    with pytest.raises(NewCheckError, match="the tests' village has no matter"):
        new_check(tmp_path, "M", "handler_named", Kind.MATTER)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ([], "usage: make new-check LETTER=M NAME=handler_named KIND=matter"),
        (["M", "x", "house"], "usage: make new-check LETTER=M NAME=handler_named KIND=matter"),
        (["M", "Handler", "matter"], "Handler is not a name such as handler_named"),
        (["X", "x", "matter"], "no code begins with X: add it to GROUPS in check_docs.py first"),
    ],
)
def test_a_wrong_call_says_how(
    arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err == f"{line}\n"


def test_both_paths_are_told(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(copy)
    assert main(["B", "no_such", "body"]) == 0
    check, golden = (line.partition(":")[0] for line in capsys.readouterr().out.splitlines())
    assert (copy / check).is_file()
    assert (copy / golden).is_file()
