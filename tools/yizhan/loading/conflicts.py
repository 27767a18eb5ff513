"""Marks of a Git conflict in a file, and how they are resolved without losing what somebody wrote.

Where two people each added an entry, Git leaves what both entries have in common outside its marks:
their last line below, or their first one above. To delete the marks alone would then cut one entry
off, so each way of resolving is tried and the first that gives a valid record is what is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from yizhan.loading.yaml_messages import Trouble

_OURS, _BASE, _MIDDLE, _THEIRS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
_MAY_BE = re.compile(r"[ \t]*[<>=|]{7}")
_SHARED = 8
"""Lines outside the marks that may belong to both entries."""


class _Block(NamedTuple):
    """One conflict: positions (from 0) of its marks; ``base`` is the middle where there is none."""

    start: int
    base: int
    middle: int
    end: int


def is_mark(line: str) -> bool:
    """Whether a line is one that Git wrote between two versions, wherever an editor moved it."""
    line = line.strip()
    return (
        line.strip() == _MIDDLE
        or line.startswith((f"{_OURS} ", f"{_THEIRS} ", f"{_BASE} "))
        or (line.rstrip() in (_OURS, _THEIRS, _BASE))
    )


def in_conflict(lines: list[str]) -> bool:
    """Whether a file holds a mark."""
    return any(_MAY_BE.match(line) and is_mark(line) for line in lines)


def first_mark(lines: list[str]) -> Trouble | None:
    """The trouble with the first mark of a file, whatever else there is; None where it has none."""
    for number, line in enumerate(lines, 1):
        if _MAY_BE.match(line) and is_mark(line):
            form = "conflict" if line.lstrip().startswith(_OURS) else "half_conflict"
            return Trouble(number, 1, "Y012", form)
    return None


def resolution(lines: list[str], is_record: Callable[[list[str]], bool]) -> Trouble | None:
    """How the conflicts of a file are resolved, or the first mark where no way is known.

    Args:
        lines: of the file.
        is_record: whether lines are a valid record.
    """
    found = first_mark(lines)
    blocks = list(_blocks(lines))
    if found is None or not blocks:
        return found
    first = blocks[0]
    for form, shared in _ways():
        if is_record(_resolved(lines, blocks, form, shared)):
            end, start = first.end, first.start
            values = {
                "count": shared,
                "first": end + 2 if form == "tail" else start - shared + 1,
                "last": end + 1 + shared if form == "tail" else start,
                "middle": first.middle + 1,
            }
            return Trouble(found.line, 1, "Y012", f"conflict_{form}", values)
    return found


def _ways() -> Iterator[tuple[str, int]]:
    """Both versions whole, then with lines that they share, then only one of them."""
    yield "both", 0
    for shared in range(1, _SHARED + 1):
        yield "tail", shared
        yield "head", shared
    yield "one", 0
    yield "other", 0


def _blocks(lines: list[str]) -> Iterator[_Block]:
    start = base = middle = None
    for number, line in enumerate(lines):
        if line.lstrip().startswith(_OURS):
            start, base, middle = number, None, None
        elif line.lstrip().startswith(_BASE) and start is not None:
            base = number
        elif line.strip() == _MIDDLE and start is not None:
            middle = number
        elif line.lstrip().startswith(_THEIRS) and start is not None and middle is not None:
            yield _Block(start, middle if base is None else base, middle, number)
            start = None


def _resolved(lines: list[str], blocks: list[_Block], form: str, shared: int) -> list[str]:
    found: list[str] = []
    at = 0
    for block in blocks:
        ours = lines[block.start + 1 : block.base]
        theirs = lines[block.middle + 1 : block.end]
        found += lines[at : block.start]
        if form == "tail":
            found += [*ours, *lines[block.end + 1 : block.end + 1 + shared], *theirs]
        elif form == "head":
            found += [*ours, *lines[max(0, block.start - shared) : block.start], *theirs]
        else:
            found += (ours if form != "other" else []) + (theirs if form != "one" else [])
        at = block.end + 1
    return found + lines[at:]
