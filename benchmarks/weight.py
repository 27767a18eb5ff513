"""What a site weighs: its bytes a matter, in one language, and in which parts they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PARTS = {
    "pages of matters": re.compile(r"matters/\d{8}-"),
    "lists of matters": re.compile(r"matters/"),
    "pages and lists of meetings": re.compile(r"meetings/"),
    "figures and the matters behind them": re.compile(r"data/figures/"),
    "figures.json and monthly reports": re.compile(r"data/"),
    "search: pages' texts": re.compile(r"pagefind/.*fragment"),
    "search: words": re.compile(r"pagefind/"),
}
"""What a file belongs to: the first whose pattern its path begins with."""
THE_REST = "all else"


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes of a built site.

    Attributes:
        matters: how many it holds.
        parts: bytes by what they are for, the heaviest first.
    """

    matters: int
    parts: Mapping[str, int]

    @property
    def a_matter(self) -> float:
        """Bytes a matter."""
        return sum(self.parts.values()) / self.matters

    def said(self) -> str:
        """The parts in kB a matter, in one line."""
        return ", ".join(
            f"{part} {size / self.matters / 1000:.2f}" for part, size in self.parts.items()
        )


def weigh(site: Path, matters: int) -> Weight:
    """Add up the files of a built site.

    Args:
        site: the built site.
        matters: how many it holds.
    """
    found: Counter[str] = Counter()
    for file in site.rglob("*"):
        if file.is_file():
            path = file.relative_to(site).as_posix()
            part = next((name for name, way in PARTS.items() if way.match(path)), THE_REST)
            found[part] += file.stat().st_size
    return Weight(matters, dict(found.most_common()))
