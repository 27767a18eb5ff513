"""What a check is made of: a pure function over one record, with its own documentation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yizhan.model.finding import Level, Pointer
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

if TYPE_CHECKING:
    from datetime import date

    from yizhan.facts.deadlines import WorkingDays
    from yizhan.model.archive import Archive
    from yizhan.model.presets import Presets
    from yizhan.model.record import Record


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check yields; the engine makes it a finding with line and column.

    Attributes:
        record: the record in whose file the problem stands.
        pointer: the value that is wrong; for what is missing, where it would stand.
        fix: how to mend this one; None for the check's own ``fix``.
    """

    record: Record
    pointer: Pointer
    message: Text
    fix: Text | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a check may know besides the archive; checks never read clock or disk.

    Attributes:
        as_of: the day for which is asked.
        files: path of every file under ``records/`` that is not YAML.
    """

    as_of: date
    presets: Presets
    working_days: WorkingDays
    files: frozenset[str]


@dataclass(frozen=True, slots=True)
class Example:
    """Files that are laid over the tests' base village.

    Attributes:
        files: path → YAML text.
    """

    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Check:
    """One check; its code is never used again for something else.

    Attributes:
        title: what is checked, in a few words.
        why: why it matters, with the source of the rule where there is one.
        fix: how to mend it, in one sentence.
        bad: files in which it finds something.
        good: the same files, mended.
        kinds: the kinds of record it runs on.
        needs_all: the kind whose every record it must know: it says that something is missing or
            does not add up, so while a file of that kind cannot be read it is not asked.
        run: pure function of (record, archive, context); it looks at the record and at what it
            reaches through the archive, which the engine tracks.
    """

    code: str
    title: Text
    why: Text
    fix: Text
    bad: Example
    good: Example
    kinds: tuple[Kind, ...]
    run: Callable[[Any, Archive, Context], Iterator[Problem]]
    level: Level = Level.ERROR
    needs_all: Kind | None = None
