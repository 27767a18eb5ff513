"""What every record has in common."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, NamedTuple

from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.reference import AnyId, BodyId
from yizhan.model.vocabulary import Kind, ResolutionResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a statement comes from: a report, an act, a file of the office."""

    title: str
    publisher: str | None = None
    date: PartialDate | None = None
    url: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was recorded wrongly in a record, and what holds now; appended, never changed.

    A record is read with its corrections applied (``loading/corrections.py``); the last four say
    what became of this one and are not written in the file.

    Attributes:
        at: names of fields and keys of items, with slashes between.
        by: the body that corrects; it does not become the one that acted.
        value: what holds now, as plain data.
        annul: the thing has no effect and is not in the record any more.
        was: what held before, as plain data; None where nothing did.
        restored: it brings back what was annulled: what was there did not hold any more.
        target: where the thing is in the record as it is read, or where an annulled item would be;
            empty where it is in something annulled, and where nothing was corrected.
        fault: why it could not be applied, as a word of ``CorrectionFault``.
        there: with a fault, the names and keys that would lead somewhere.
    """

    date: PartialDate
    at: str
    reason: str
    key: str | None = None
    by: BodyId | None = None
    value: Any = None
    annul: bool = False
    sources: tuple[Source, ...] = ()
    was: Any = None
    restored: bool = False
    target: tuple[str | int, ...] = ()
    fault: str | None = None
    there: tuple[str, ...] = ()


class Former(NamedTuple):
    """A record as it was on record until a day on which it was corrected.

    Attributes:
        until: the first day on which that can have been so no longer.
        record: with the corrections of days before.
        last: the last such day; later where a correction is dated by its month or year only.
        then: positions in the file of the corrections that were made next; of one day, each has a
            ``Former`` of its own.
    """

    until: date
    record: Any
    last: date
    then: tuple[int, ...] = ()


class CorrectionFault(StrEnum):
    """Why a correction cannot be applied."""

    NOTHING_THERE = "nothing_there"
    """Its place leads nowhere."""

    PROTECTED = "protected"
    """It would change what the record is: its id, a key, whether it is an example, corrections."""

    WHOLE_LIST = "whole_list"
    """It would replace or annul a list; each item is corrected by itself, a missing one appended."""

    WHOLE_FROZEN_LIST = "whole_frozen_list"
    """The same of a list that is not added to in the file: a missing item is added by a correction."""

    ITEM_TO_APPEND = "item_to_append"
    """It would add an item to a list that is added to in the file."""

    ITEM_TO_ADD = "item_to_add"
    """It would add an item under a name that is not the item's own."""

    ANNULLED = "annulled"
    """It is inside something that was annulled."""

    NO_CHANGE = "no_change"
    """What it says held already."""

    SAYS_NOTHING = "says_nothing"
    """It has neither a value nor ``annul``."""

    SAYS_BOTH = "says_both"
    """It has a value and ``annul``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file in the folder beside the record that is named after its id."""

    file: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Display:
    """A publicity period 公示: from when until when, where, and to whom objections go."""

    start: PartialDate
    end: PartialDate
    where: str | None = None
    objections_to: str | None = None
    objections: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """A period in force; an absent end is open."""

    from_: PartialDate | None = None
    to: PartialDate | None = None

    def covers(self, date: PartialDate) -> bool:
        """Whether some reading of ``date`` is within the period."""
        return not (
            (self.from_ is not None and date.surely_before(self.from_))
            or (self.to is not None and self.to.surely_before(date))
        )

    def within(self, first: PartialDate | None, last: PartialDate | None) -> Validity:
        """The part of this period that lies from a first day to a last one, both open if None."""
        starts = [each for each in (self.from_, first) if each is not None]
        ends = [each for each in (self.to, last) if each is not None]
        return Validity(
            from_=max(starts, key=lambda day: day.earliest, default=None),
            to=min(ends, key=lambda day: day.latest, default=None),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What the meeting or authority in charge made of an irregular act later.

    Attributes:
        from_beginning: the annulment says that there was no effect from the beginning; otherwise
            the effect ends on ``date``.
    """

    result: ResolutionResult
    by: BodyId
    date: PartialDate
    from_beginning: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Irregularity:
    """An acknowledgment: something here is irregular, and it happened.

    Attributes:
        code: of the check that finds it.
        article: law and article, or what the procedure, scheme or rule is called.
        by: who acknowledges it.
    """

    code: str
    article: str | None = None
    reason: str
    by: BodyId
    date: PartialDate
    resolution: Resolution | None = None


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Record:
    """Common to all kinds.

    What reads records may hold them weakly, so that those are let go that nobody needs any more.

    A field whose word Python keeps for itself ends in ``_`` (``for_``, ``from_``, ``with_``); in
    YAML it does not.

    Attributes:
        targets: the ids it refers to, where a source knows them before its record is made.
        id: the file's name without ``.yaml`` (for a rule: its folder's name).
        title: what the record is called on the site.
        path: file, relative to the project's root, with ``/``; not written in the file.
        summary: plain text, paragraphs separated by blank lines.
        example: fictitious; never mixed with real records.
        corrects: the record that this one sets right.
        corrections: what was recorded wrongly in it; everything else is read with them applied.
        irregular: what is acknowledged as irregular of the record itself; its items have their own.
    """

    kind: ClassVar[Kind]
    targets: ClassVar[Collection[str] | None] = None

    id: str
    title: str
    path: str = ""
    summary: str | None = None
    example: bool = False
    corrects: AnyId | None = None
    corrections: tuple[Correction, ...] = ()
    irregular: tuple[Irregularity, ...] = ()
    sources: tuple[Source, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    def record(self) -> Record:
        """Itself: an archive takes records, and what makes them, as one."""
        return self
