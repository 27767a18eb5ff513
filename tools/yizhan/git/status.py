"""What a working tree holds that Git could not give back."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def uncommitted(root: Path, folder: str) -> tuple[str, ...]:
    """Files below a folder that differ from the last commit, or that Git does not know.

    Args:
        root: a folder within the working tree.
        folder: relative to ``root``.

    Returns:
        Paths relative to the working tree's root, sorted; none where there is no repository or
        no git on the machine, since then nothing was ever committed.
    """
    command = ["git", "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all"]
    try:
        done = subprocess.run(
            [*command, "--", folder],
            cwd=root,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0"},
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        return ()
    if done.returncode != 0:
        return ()
    entries = done.stdout.decode("utf-8", "backslashreplace").split("\0")
    return tuple(sorted(entry[3:] for entry in entries if entry))
