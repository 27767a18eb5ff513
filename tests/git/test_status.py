"""What Git could not give back, asked of a real repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from yizhan.git.status import uncommitted


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit, in a folder of which the project lies."""
    project = tmp_path / "cun"
    (project / "records").mkdir(parents=True)
    for name in ("a.yaml", "b.yaml", "c.yaml"):
        (project / "records" / name).write_text("id: x\n", "utf-8")
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for words in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "as it was"]):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    return project


def test_nothing_where_all_is_committed(repository: Path) -> None:
    assert uncommitted(repository, "records") == ()


def test_changed_removed_renamed_and_unknown_files(repository: Path) -> None:
    records = repository / "records"
    (records / "a.yaml").write_text("id: y\n", "utf-8")
    (records / "b.yaml").unlink()
    (records / "c.yaml").rename(records / "新 名.yaml")
    (repository / "elsewhere.txt").write_text("x", "utf-8")
    assert uncommitted(repository, "records") == (
        "cun/records/a.yaml",
        "cun/records/b.yaml",
        "cun/records/c.yaml",
        "cun/records/新 名.yaml",
    )


def test_nothing_where_there_is_no_repository(tmp_path: Path) -> None:
    assert uncommitted(tmp_path, ".") == ()


def test_nothing_where_there_is_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "records/a.yaml").unlink()
    monkeypatch.setenv("PATH", str(repository))
    assert uncommitted(repository, "records") == ()
