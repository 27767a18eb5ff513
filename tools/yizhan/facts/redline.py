"""What changed between two wordings, marked by the character and grouped as a reader would.

Chinese has no spaces: characters are compared, numbers and Latin words stay whole, and islands of
one or two equal characters between changes are taken into the change, since they only confuse.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

_TOKEN = re.compile(r"[0-9A-Za-z]+|.", re.DOTALL)
_ISLAND = 2
"""Equal pieces of at most so many characters between two changes are taken into the change."""


class Piece(NamedTuple):
    """A run of text; ``changed`` in the old wording is struck out, in the new one added."""

    text: str
    changed: bool


def redline(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Mark what the old wording loses and the new one gains."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    spans: list[tuple[bool, int, int, int, int]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        spans.append((tag != "equal", i1, i2, j1, j2))
    _slide(spans, before, after)
    old_pieces: list[Piece] = []
    new_pieces: list[Piece] = []
    for number, (changed, i1, i2, j1, j2) in enumerate(spans):
        text = "".join(before[i1:i2])
        island = 0 < number < len(spans) - 1 and len(text) <= _ISLAND
        mark = changed or island
        _add(old_pieces, text, mark)
        _add(new_pieces, "".join(after[j1:j2]), mark)
    return tuple(old_pieces), tuple(new_pieces)


def _slide(
    spans: list[tuple[bool, int, int, int, int]], before: list[str], after: list[str]
) -> None:
    """Move lone additions and removals to the right while they read the same.

    Of 楼[道和消防通]道 and 楼道[和消防通道], which are equally short, the latter is how it was written.
    """
    for number in range(1, len(spans) - 1):
        while True:
            left, (_changed, i1, i2, j1, j2), right = spans[number - 1 : number + 2]
            text, start, end = (before, i1, i2) if j1 == j2 else (after, j1, j2)
            lone = (i1 == i2 or j1 == j2) and not left[0] and not right[0]
            if not lone or right[2] - right[1] <= 1 or text[start] != text[end]:
                break
            spans[number - 1] = (False, left[1], left[2] + 1, left[3], left[4] + 1)
            spans[number] = (True, i1 + 1, i2 + 1, j1 + 1, j2 + 1)
            spans[number + 1] = (False, right[1] + 1, right[2], right[3] + 1, right[4])


def _add(pieces: list[Piece], text: str, changed: bool) -> None:
    if not text:
        return
    if pieces and pieces[-1].changed == changed:
        pieces[-1] = Piece(pieces[-1].text + text, changed)
    else:
        pieces.append(Piece(text, changed))
