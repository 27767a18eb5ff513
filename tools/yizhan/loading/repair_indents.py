"""Lines that are indented too little or too much: which may have been moved together, and how far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from yizhan.loading.repair_candidate import Candidate, Lines, depth_of
from yizhan.loading.yaml_messages import Trouble

_POINTS = 8
"""Places where the indentation changes that are looked at before a suspect."""

_LENGTHS = 10
"""Lines that are tried to be moved together, one more at a time."""


def indents(lines: Lines, suspects: Sequence[int]) -> Iterator[Candidate]:
    """With some lines moved, so that they are in line with others: few lines before many."""
    moves = [
        (count, number, target)
        for number in _turns(lines, suspects)
        for target in _targets(lines, number, number in suspects)
        for count in _counts(lines, number)
    ]
    # what is indented too little is more common than too much, and lists are indented
    moves.sort(key=lambda move: move[0] + (1.5 if move[2] < depth_of(lines[move[1]]) else 0))
    for count, number, target in moves:
        by = target - depth_of(lines[number])
        moved = list(lines)
        for at in range(number, number + count):
            if moved[at].strip():
                moved[at] = " " * max(0, depth_of(moved[at]) + by) + moved[at].lstrip(" ")
        form = ("one" if count == 1 else "several") + ("_more" if by > 0 else "_less")
        values = {"by": abs(by), "first": number + 1, "last": number + count, "wanted": target}
        yield Candidate(Trouble(number + 1, 1, "Y007", form, values), moved)


def _turns(lines: Lines, suspects: Sequence[int]) -> list[int]:
    """The suspects, and the lines before and at them where the indentation changes."""
    found: dict[int, None] = {}
    for suspect in suspects:
        found |= dict.fromkeys([suspect] if suspect < len(lines) and lines[suspect].strip() else [])
        filled = [number for number in range(min(suspect + 1, len(lines))) if lines[number].strip()]
        turns = [
            following
            for earlier, following in pairwise(filled)
            if depth_of(lines[earlier]) != depth_of(lines[following])
            or lines[earlier].endswith(":")
        ]
        found |= dict.fromkeys(turns[::-1][:_POINTS])
    return list(found)[: 2 * _POINTS]


def _targets(lines: Lines, number: int, suspected: bool) -> list[int]:
    """Where a line may belong: in line with one near it, or a level deeper than the one before.

    Of one that is suspected, also at the margin of each group that it is in.
    """
    before = [depth_of(line) for line in lines[max(0, number - 8) : number] if line.strip()][::-1]
    dashed = [
        depth_of(line) + 2
        for line in lines[max(0, number - 8) : number]
        if line.lstrip().startswith("- ")
    ]
    after = [depth_of(line) for line in lines[number + 1 : number + 3] if line.strip()]
    wanted = dict.fromkeys(
        [*before[:1], *(depth + 2 for depth in before[:1]), *dashed[-1:], *before, *after]
    )
    wanted.pop(depth_of(lines[number]), None)
    around = _around(lines, number) if suspected else ()
    return list(dict.fromkeys([*list(wanted)[:5], *around]))


def _around(lines: Lines, number: int) -> Iterator[int]:
    """How deep the groups are in which a line is, the innermost first."""
    depth = depth_of(lines[number])
    for line in reversed(lines[:number]):
        if line.strip() and depth_of(line) < depth:
            depth = depth_of(line)
            yield depth


def _counts(lines: Lines, number: int) -> list[int]:
    """How many lines may have been moved together: one, it and what is in it, and so on."""
    depth = depth_of(lines[number])
    inside = number + 1
    while inside < len(lines) and (not lines[inside].strip() or depth_of(lines[inside]) > depth):
        inside += 1
    beside = inside
    while beside < len(lines) and (not lines[beside].strip() or depth_of(lines[beside]) >= depth):
        beside += 1
    most = min(len(lines) - number, _LENGTHS)
    return sorted({*range(1, most + 1), inside - number, beside - number})
