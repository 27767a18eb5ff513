"""How many records an index holds, and what the search page must know of each."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

ROUGHLY_EIGHT = 8
SMALLEST_SHARD = 500
LARGEST_SHARD = 12_500
LARGEST_STRETCH = 6_000
"""Places in a stretch of words; a first search loads one or two stretches a word and shard."""

SMALLEST_STRETCH = 2_000


@dataclass(slots=True)
class Shard:
    """One index.

    Attributes:
        name: its folder under ``pagefind/``, after its first page.
        count: how many records it holds.
        first: earliest year among them, as text; empty where none has one.
        last: latest year among them.
        undated: whether some record has no year.
    """

    name: str
    count: int = 0
    first: str = ""
    last: str = ""
    undated: bool = False

    def note(self, years: Sequence[str]) -> None:
        """Count a record of these years."""
        self.count += 1
        self.undated |= not years
        for year in years:
            self.first = min(self.first or year, year)
            self.last = max(self.last, year)

    @property
    def age(self) -> tuple[bool, str]:
        """Greater for what a reader should see sooner: rules and places first, then by year."""
        return self.undated, self.last


def shard_size(records: int) -> int:
    """How many records an index gets: eight indexes or so, none too small and none too large.

    Two digits of it count, so that a record more does not move the borders between all shards.
    """
    size = min(max(math.ceil(records / ROUGHLY_EIGHT), SMALLEST_SHARD), LARGEST_SHARD)
    step = int(10 ** max(0, len(str(size)) - 2))
    return min(math.ceil(size / step) * step, LARGEST_SHARD)


def stretch_size(size: int) -> int:
    """How many places a stretch of words gets in indexes of a size: fewer where more are loaded."""
    return min(max(round(LARGEST_STRETCH * size / 2_500), SMALLEST_STRETCH), LARGEST_STRETCH)


def shard_list(shards: Sequence[Shard]) -> list[dict[str, object]]:
    """What the search page must know of the shards."""
    return [
        {
            "name": shard.name,
            "count": shard.count,
            "first": shard.first,
            "last": shard.last,
        }
        for shard in shards
        if shard.count
    ]
