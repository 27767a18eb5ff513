"""Writing files so that they are either as they were or as they are to be."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True)
class Change:
    """A change that is taken back unless it is kept."""

    kept: bool = False

    def keep(self) -> None:
        """Let the change stand."""
        self.kept = True


@contextmanager
def replaced(file: Path, before: bytes, after: bytes) -> Iterator[Change]:
    """Give a file new content, and the old one back unless the change is kept.

    Whatever stops the work in between, Ctrl-C included, gives the old content back.
    """
    change = Change()
    try:
        put(file, after)
        yield change
    finally:
        if not change.kept:
            put(file, before)


def put(file: Path, content: bytes) -> None:
    """Replace a file's content at one stroke; its rights stay."""
    beside = file.with_name(f".{file.name}.new")
    beside.unlink(missing_ok=True)  # a link that a repository brought would be written through
    try:
        beside.write_bytes(content)
        shutil.copymode(file, beside)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
