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
_SAYS_WHAT = re.compile(r" *(?:- +)?(?:step|stage|kind|account|text):")
"""A field that tells what an entry is: two of them may be two entries, which begin alike."""


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


def resolution(
    lines: list[str], is_record: Callable[[list[str]], bool]
) -> tuple[Trouble, list[str]] | None:
    """How the conflicts of a file are resolved, and its lines after it; None where no way is known.

    Args:
        lines: of the file.
        is_record: whether lines are a valid record.
    """
    return next((way for way in _resolutions(lines) if is_record(way[1])), None)


def resolved(lines: list[str]) -> Iterator[tuple[Trouble, list[str]]]:
    """Ways to resolve the conflicts of a file in which something else may be wrong.

    Where no way is known the first versions stay, so that the rest can be read; that is not advised.
    """
    yield from _resolutions(lines)
    found, blocks = first_mark(lines), list(_blocks(lines))
    if found is not None and blocks:
        yield found, _resolved(lines, blocks, "one")


def _resolutions(lines: list[str]) -> Iterator[tuple[Trouble, list[str]]]:
    found = first_mark(lines)
    blocks = list(_blocks(lines))
    if found is None or not blocks:
        return
    first = blocks[0]
    for form in _ways(lines, first):
        values = {
            "first": first.end + 2,
            "last": first.end + 1 + _shared(lines, first),
            "middle": first.middle + 1,
        }
        trouble = Trouble(found.line, 1, "Y012", f"conflict_{form}", values)
        yield trouble, _resolved(lines, blocks, form)


def _ways(lines: list[str], block: _Block) -> Iterator[str]:
    """What may be right for a conflict: nothing that drops an entry which only one of two wrote."""
    ours, theirs = _versions(lines, block)
    if _holds(theirs, ours):
        yield "theirs"
    elif _holds(ours, theirs):
        yield "ours"
    elif _begins_item(ours) and _begins_item(theirs):
        yield "tail" if _shared(lines, block) else "both"
    elif not any(_SAYS_WHAT.match(line) for line in (*ours, *theirs)):
        yield "both"
        yield "one"
        yield "other"


def _versions(lines: list[str], block: _Block) -> tuple[list[str], list[str]]:
    return lines[block.start + 1 : block.base], lines[block.middle + 1 : block.end]


def _holds(longer: list[str], shorter: list[str]) -> bool:
    """Whether one version has all that the other has, in that order."""
    rest = iter(longer)
    return len(shorter) < len(longer) and all(line in rest for line in shorter)


def _begins_item(version: list[str]) -> bool:
    return bool(version) and version[0].lstrip().startswith("- ")


def _shared(lines: list[str], block: _Block) -> int:
    """How many lines below the marks still belong to the entry that stands above them."""
    theirs = _versions(lines, block)[1]
    items = [line for line in theirs if line.lstrip().startswith("- ")]
    if not items:
        return 0
    depth = min(len(line) - len(line.lstrip()) for line in items)
    count = 0
    for line in lines[block.end + 1 :]:
        if not line.strip() or len(line) - len(line.lstrip()) <= depth:
            break
        count += 1
    return count


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


def _resolved(lines: list[str], blocks: list[_Block], form: str) -> list[str]:
    found: list[str] = []
    at = 0
    for block in blocks:
        ours, theirs = _versions(lines, block)
        shared = lines[block.end + 1 : block.end + 1 + _shared(lines, block)]
        found += lines[at : block.start]
        found += ours if form not in ("other", "theirs") else []
        found += shared if form == "tail" else []
        found += theirs if form not in ("one", "ours") else []
        at = block.end + 1
    return found + lines[at:]
