"""What a run has to say about the records: one type for every source, one for every writer."""

from __future__ import annotations

from enum import StrEnum

from yizhan.model.frozen import dataclass
from yizhan.model.text import Text

Pointer = tuple[str | int, ...]
"""The way from a record's root to a value: keys and list positions (from 0)."""


class Level(StrEnum):
    """What kind of finding it is; the gravest first.

    Attributes:
        ERROR: it cannot be so: malformed, dangling, an impossible sum, private.
        IRREGULAR: an honest record can say it, but law, procedure or rule denies it effect or
            makes it contestable.
        WARNING: it may be so, and asks for a second look.
        DUE: what the calendar alone brings, such as a meeting not written up or a task late.
    """

    ERROR = "error"
    IRREGULAR = "irregular"
    WARNING = "warning"
    DUE = "due"

    @property
    def fails(self) -> bool:
        """Whether ``yizhan check`` exits with 1 and no site is built; a passing day never does it."""
        return self in (Level.ERROR, Level.IRREGULAR)


class Effect(StrEnum):
    """What a broken rule does to the act, as far as its own text says (ADR 0030).

    Attributes:
        CONDITION: without it there is no effect; the act is shown and does not count.
        DUTY: its breach has a consequence of its own, and leaves the effect standing.
        UNSAID: the text says nothing of effect; the act can be contested, and whether it has
            effect the records do not show.
    """

    CONDITION = "condition"
    DUTY = "duty"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing found, at one place.

    Sorting gives the order of every report: path, line, column, code.

    Attributes:
        path: file, relative to the project's root, with ``/``.
        line: from 1; 1 where the whole file is meant.
        column: from 1.
        code: stable name such as ``M003``; never used again for something else.
        message: one sentence: what was found, what is allowed.
        fix: one sentence: how to fix it.
        level: one of the four kinds.
    """

    path: str
    line: int
    column: int
    code: str
    message: Text
    fix: Text
    level: Level = Level.ERROR
