"""What Git could not give back, asked of a real repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from yizhan.git.status import GitError, uncommitted


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


def test_a_repository_without_git_to_ask_is_told(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(GitError) as caught:
        uncommitted(repository, "records")
    assert caught.value.args[0].en == (
        f"git did not say which changes in {repository / 'records'} are not committed: git is not "
        "installed. Put that right first, or check for yourself and add --force."
    )


def test_a_repository_that_git_does_not_trust_is_told(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where another user owns it: what is not committed would be gone for good."""
    (repository / "records/a.yaml").write_text("id: y\n", "utf-8")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("LC_ALL", "C")
    with pytest.raises(GitError) as caught:
        uncommitted(repository, "records")
    told = caught.value.args[0]
    assert told.zh.startswith(
        f"git 没有说出 {repository / 'records'} 里哪些改动还没提交：fatal: detected dubious ownership"
    )
    assert told.zh.endswith("请先处理好，或者自己核对过以后加上 --force。")
    assert "\n" not in told.zh


def test_a_broken_repository_is_told(repository: Path) -> None:
    (repository.parent / ".git/HEAD").write_text("nonsense")
    with pytest.raises(GitError):
        uncommitted(repository, "records")
