"""Everything that has a code, with what is said of it: for ``yizhan explain`` and the manual."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from yizhan.checks import discover
from yizhan.checks.shared.check import Example
from yizhan.checks.shared.reading import readings
from yizhan.model.finding import Level
from yizhan.model.text import Text

_LINES = 40


class Explained(Protocol):
    """What can be explained: a check, or a finding of loading."""

    @property
    def code(self) -> str:
        """Its code."""

    @property
    def title(self) -> Text:
        """What it is about."""

    @property
    def why(self) -> Text:
        """Why it is there."""

    @property
    def fix(self) -> Text:
        """How to fix it."""

    @property
    def level(self) -> Level:
        """How grave it is."""

    @property
    def bad(self) -> Example:
        """Files in which it is found."""

    @property
    def good(self) -> Example:
        """The same files, corrected."""


def explanations() -> Mapping[str, Explained]:
    """Everything that has a code, by code."""
    found: dict[str, Explained] = {check.code: check for check in discover()}
    return dict(sorted({**found, **readings()}.items()))


_NEVER_MERGED = ("A001", "A002", "A003", "A006", "A016", "A017", "A018", "D003", "N007")
"""What is wrong with ids, paths and corrections is an error that nothing passes with: no correction
would put it right."""


def is_correctable(code: str) -> bool:
    """Whether a correction puts right what a check finds in a record that others rely on.

    Personal data is in the file still after a correction, and what cannot be read has none.
    """
    return code[0] not in "SVYG" and code not in _NEVER_MERGED


def shown(content: str) -> Iterator[str]:
    """An example's lines, with what cannot be seen made visible, and cut where it is long."""
    lines = content.rstrip("\n").split("\n")
    for line in lines[:_LINES]:
        short = line if len(line) <= 100 else line[:99] + "…"
        yield "".join(letter if letter.isprintable() else _escaped(letter) for letter in short)
    if len(lines) > _LINES:
        yield "…"


def _escaped(letter: str) -> str:
    """What stands for a letter that cannot be seen; a surrogate stands for a byte (PEP 383)."""
    number = ord(letter)
    return f"\\x{number - 0xDC00:02x}" if 0xDC80 <= number <= 0xDCFF else f"\\u{number:04x}"
