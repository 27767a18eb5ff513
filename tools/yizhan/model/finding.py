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
class Remedy:
    """How to acknowledge an irregular finding, ready to be used.

    Attributes:
        at: the smallest thing that holds what was found and can acknowledge it.
        articles: what is broken, in Chinese; the acknowledgment names one of them.
        by: the body that acted, where the record says so.
        line: from 1, in which the smallest item begins that holds what was found, and to which the
            lines are added, or the last entry of the list that it has; 0 for the end of the file.
        lines: YAML, indented as they are to be; none where the file is written in brackets there.
        command: does the same.
    """

    at: Pointer
    articles: tuple[str, ...]
    by: str | None
    line: int
    lines: tuple[str, ...]
    command: str


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing found, at one place.

    Sorting gives the order in which programs get them: path, line, column, code. What people read has the
    gravest first (``Report.wrong``).

    Attributes:
        path: file, relative to the project's root, with ``/``.
        line: from 1; 1 where the whole file is meant.
        column: from 1.
        code: stable name such as ``M003``; never used again for something else.
        message: one sentence: what was found, what is allowed.
        fix: one sentence: how to fix it.
        level: one of the four kinds.
        acknowledged: irregular, and the record says so itself: it fails nothing any more.
        remedy: how to say so, of an irregular one that is not acknowledged.
        about: values of other records that may be what is wrong (``Problem.about``).
    """

    path: str
    line: int
    column: int
    code: str
    message: Text
    fix: Text
    level: Level = Level.ERROR
    acknowledged: bool = False
    remedy: Remedy | None = None
    about: str = ""

    @property
    def fails(self) -> bool:
        """Whether ``yizhan check`` exits with 1 and no site is built because of it."""
        return self.level.fails and not self.acknowledged
