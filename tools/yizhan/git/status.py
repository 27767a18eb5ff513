"""What a working tree holds that Git could not give back."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from yizhan.model.text import Text

_NOT_TOLD = Text(
    "git 没有说出 {folder} 里哪些改动还没提交：{why}。请先处理好，或者自己核对过以后加上 --force。",
    "git did not say which changes in {folder} are not committed: {why}. Put that right first, or "
    "check for yourself and add --force.",
)
_NO_GIT = Text("没有安装 git", "git is not installed")


class GitError(Exception):
    """Git cannot say what is committed; its argument is a ``Text``."""


def uncommitted(root: Path, folder: str) -> tuple[str, ...]:
    """Files below a folder that differ from the last commit, or that Git does not know.

    Args:
        root: a folder within the working tree.
        folder: relative to ``root``.

    Returns:
        Paths relative to the working tree's root, sorted; none where there is no repository,
        since then nothing was ever committed.

    Raises:
        GitError: there is a repository, and git is missing or refuses to look at it.
    """
    if not _in_repository(root):
        return ()
    command = ["git", "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all"]
    try:
        done = subprocess.run(
            [*command, "--", folder],
            cwd=root,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0"},
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise GitError(_NOT_TOLD.format(folder=root / folder, why=_NO_GIT)) from error
    if done.returncode != 0:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        why = lines[0] if lines else str(done.returncode)
        raise GitError(_NOT_TOLD.format(folder=root / folder, why=why))
    entries = done.stdout.decode("utf-8", "backslashreplace").split("\0")
    return tuple(sorted(entry[3:] for entry in entries if entry))


def _in_repository(folder: Path) -> bool:
    """Whether Git was ever used here: in a linked working tree ``.git`` is a file."""
    if "GIT_DIR" in os.environ:
        return True
    return any((each / ".git").exists() for each in (folder.absolute(), *folder.absolute().parents))
