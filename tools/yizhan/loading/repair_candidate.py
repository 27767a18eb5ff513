"""One change that may undo a mistake in the lines of a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from yizhan.loading.patterns import later
from yizhan.loading.yaml_messages import Trouble

Lines = Sequence[str]

FIELD = later(r" *(?:- +)*[A-Za-z_][A-Za-z0-9_]*:(?: |$)")
PLAIN_FIELD = later(
    r"(?P<head>(?P<indent> *(?:- +)*)[A-Za-z_][A-Za-z0-9_]*:) +(?P<value>[^|>\s].*)$"
)


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


def with_line(lines: Lines, number: int, line: str) -> list[str]:
    """The lines with one of them (from 0) written otherwise."""
    return [*lines[:number], line, *lines[number + 1 :]]
