"""What a run has to say about the records: one type for every source, one for every writer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from yizhan.model.text import Text

Pointer = tuple[str | int, ...]
"""The way from a record's root to a value: keys and list positions (from 0)."""


class Level(StrEnum):
    """How grave a finding is; only errors make ``yizhan check`` exit with 1."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing found, at one place.

    Sorting gives the order of every report: path, line, column, code.

    Attributes:
        path: file, relative to the project's root, with ``/``.
        line: from 1; 1 where the whole file is meant.
        column: from 1.
        code: stable name such as ``M003``; never used again for something else.
        message: one sentence: what was found, what is allowed.
        fix: one sentence: how to mend it.
        level: error or warning.
    """

    path: str
    line: int
    column: int
    code: str
    message: Text
    fix: Text
    level: Level = Level.ERROR
