"""Yizhan's own folder, ``.yizhan/``: whatever opens it to write goes through here.

A repository may bring a link at any of these places. A link is taken away, never followed, so that
nothing outside is written, emptied or removed.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

_IGNORED = "*\n"


def ready(folder: Path) -> None:
    """Make a folder that is really there, and have Git leave it alone whatever the project's rules say.

    Args:
        folder: ``.yizhan`` or a folder in it; above it there has to be a folder of ours, or the
            project's.

    Raises:
        OSError: a file is in the way, or the disk refuses.
    """
    _real(folder)
    ignored = folder / ".gitignore"
    if ignored.is_symlink():
        ignored.unlink()
    if not ignored.is_file():
        ignored.write_text(_IGNORED, "ascii")


def ready_part(folder: Path) -> None:
    """Make a folder within ``.yizhan``, in the place of whatever else is there.

    Raises:
        OSError: the disk refuses.
    """
    ready(folder.parent)
    if folder.is_file() and not folder.is_symlink():
        folder.unlink()
    _real(folder)


def write(file: Path, raw: bytes) -> None:
    """Write a file of ours, in the place of a link.

    Raises:
        OSError: the disk refuses.
    """
    ready(file.parent)
    if file.is_symlink():
        file.unlink()
    file.write_bytes(raw)


def keep_only(folder: Path, names: Collection[str]) -> None:
    """Take away everything in a folder of ours but plain files of some names.

    Raises:
        OSError: the disk refuses.
    """
    if folder.is_symlink():
        folder.unlink()
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in list(entries):
            if entry.is_dir(follow_symlinks=False):
                import shutil  # not for every check that only writes its cache

                shutil.rmtree(entry.path)
            elif entry.name not in names or entry.is_symlink():
                Path(entry.path).unlink()


def _real(folder: Path) -> None:
    if folder.is_symlink():
        folder.unlink()
    if not folder.is_dir():
        folder.mkdir(parents=True)
