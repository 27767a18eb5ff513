"""What one mutation is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mutations.village import Draft


@dataclass(frozen=True)
class Mutation:
    """One change of the valid archive.

    Attributes:
        name: unlike every other's.
        kind: of the record that it changes.
        family: which class of faults it belongs to.
        harmful: whether a check has to find it; what is harmless must not be found.
        why: the reason of that label.
        change: does it.
    """

    name: str
    kind: str
    family: str
    harmful: bool
    why: str
    change: Callable[[Draft], None]

    def draft(self) -> Draft:
        """The archive after it."""
        draft = Draft()
        self.change(draft)
        return draft
