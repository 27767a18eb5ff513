"""What a check is made of: a pure function over one record, with its own documentation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from yizhan.facts.effects import EFFECTS
from yizhan.facts.example_day import day_of
from yizhan.model.finding import Effect, Level, Pointer
from yizhan.model.frozen import dataclass
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

if TYPE_CHECKING:
    from datetime import date

    from yizhan.facts.deadlines import WorkingDays
    from yizhan.model.archive import Archive
    from yizhan.model.kinds import Identity
    from yizhan.model.presets import Presets
    from yizhan.model.record import Record


@dataclass(frozen=True, slots=True)
class Hinge:
    """Which files, of which only the path is known, might hold what a statement says is not there.

    Attributes:
        ids: one of which such a record has; None where any will do.
        kind: of such a record; likewise.
        years: of its folder, from and until; likewise.
        rule: to which it belongs; likewise.
        file: the one path that it is, where it is no record.
    """

    ids: tuple[str, ...] | None = None
    kind: Kind | None = None
    years: tuple[int, int] | None = None
    rule: str | None = None
    file: str | None = None

    def is_met(self, path: str, identities: Iterable[Identity]) -> bool:
        """Whether it may be something that could not be opened, or be in it.

        Args:
            path: of that file or folder.
            identities: what its path says of the records that it is or holds.
        """
        if self.file is not None:
            return f"{self.file}/".startswith(f"{path}/")
        return any(self._fits(each) for each in identities)

    def _fits(self, identity: Identity) -> bool:
        """What an identity leaves open may be anything."""
        return (
            (self.ids is None or not identity.id or identity.id in self.ids)
            and (self.kind is None or identity.kind is self.kind)
            and (self.years is None or _within(identity.year, *self.years))
            and (self.rule is None or identity.rule in (None, self.rule))
        )


def _within(year: str | None, since: int, until: int) -> bool:
    return year is None or since <= int(year) <= until


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check yields; the engine makes it a finding with line and column.

    Attributes:
        record: the record in whose file the problem is.
        pointer: the value that is wrong; for what is missing, where it would be.
        fix: how to fix this one; None for the check's own ``fix``.
        hinges_on: for what is said because something is not there. A file that cannot be read
            counts as not there; while one that meets this cannot be read, or a folder that might
            hold one cannot be opened, the problem is not reported.
        articles: of an irregular one, in Chinese, what it breaks: law and article, or the title of
            the procedure, scheme or rule; empty where the check does not know.
        act: of an irregular one, what is irregular, where that is not what is wrong: an entry that
            the corrected date of another put out of order.
        about: what in other records may be wrong instead, parted by blanks, the likeliest first: the
            id and the way to the value with slashes between, ``shili-scheme/items/0/points``, or with
            ``#`` what is missing there, ``shili-local/steps#accept``. Where that value has a finding
            of its own, or most who rest on it contradict it, that is told in place of this.
    """

    record: Record
    pointer: Pointer
    message: Text
    fix: Text | None = None
    hinges_on: Hinge | None = None
    articles: tuple[str, ...] = ()
    act: Pointer | None = None
    about: str = ""


def one_of(*ids: str) -> Hinge:
    """What is said because records with these ids are not there."""
    return Hinge(ids=ids)


def in_years(kind: Kind, since: int = 1, until: int = 9999) -> Hinge:
    """What is said because no record of a kind, in the folders of some years, says otherwise."""
    return Hinge(kind=kind, years=(since, until))


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a check may know in addition to the archive; checks never read clock or disk.

    Attributes:
        as_of: the day for which is asked.
        files: path of every file under ``records/`` that is not YAML.
        example_day: the day on which examples are judged; None where it is ``as_of``.
        today: the day on which is asked, by which the future is judged; None where it is ``as_of``.
    """

    as_of: date
    presets: Presets
    working_days: WorkingDays
    files: frozenset[str]
    example_day: date | None = None
    today: date | None = None

    def day_of(self, record: Record) -> date:
        """The day on which a record is judged: for what the calendar brings, not ``as_of``."""
        return day_of(record, self.as_of, self.example_day)


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
        fix: how to fix it, in one sentence.
        bad: files in which it finds something.
        good: the same files, corrected.
        kinds: the kinds of record it runs on.
        run: pure function of (record, archive, context); it looks at the record and at what it
            reaches through the archive, which the engine tracks.
        level: which of the four kinds its findings are. One that a later day alone can bring must
            be ``due``: what passes today passes on every later day (ADR 0020).
    """

    code: str
    title: Text
    why: Text
    fix: Text
    bad: Example
    good: Example
    kinds: tuple[Kind, ...]
    run: Callable[[Any, Archive, Context], Iterator[Problem]]
    level: Level

    @property
    def effect(self) -> Effect | None:
        """What its rule does to the act: one line in ``facts/effects.py``; None of other levels."""
        return EFFECTS[self.code] if self.level is Level.IRREGULAR else None
