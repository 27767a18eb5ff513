"""One change that may undo a mistake in the lines of a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from yizhan.loading.yaml_messages import Trouble

Lines = Sequence[str]


class Candidate(NamedTuple):
    """One change, and what is to be said if it makes the file a record.

    Attributes:
        lines: of the file after it.
    """

    trouble: Trouble
    lines: list[str]


def depth_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))
