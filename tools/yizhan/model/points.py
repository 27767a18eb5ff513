"""Points: schemes as dated data, and batches of entries on opaque accounts."""

from __future__ import annotations

from typing import ClassVar

from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.record import Display, Irregularity, Record, Validity
from yizhan.model.reference import BodyId, MatterId, MeetingId, PlaceId, RuleId, SchemeId
from yizhan.model.vocabulary import EntryKind, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeItem:
    """What earns (positive) or costs (negative) how many points.

    Attributes:
        limit: most points one account can get from it in a ``scheme period``.
    """

    key: str
    title: str
    points: int
    group: str | None = None
    limit: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods:
    """What points can be exchanged for."""

    key: str
    title: str
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme(Record):
    """A points scheme with its period of validity.

    Attributes:
        rule: the rule it rests on.
        valid: when it is in force.
        display_days: days an award is on display before it counts.
        exchange: when and where points are exchanged, in words.
    """

    kind: ClassVar[Kind] = Kind.SCHEME

    place: PlaceId
    rule: RuleId | None = None
    body: BodyId | None = None
    valid: Validity | None = None
    display_days: int | None = None
    exchange: str | None = None
    items: tuple[SchemeItem, ...] = ()
    goods: tuple[Goods, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry on one account.

    Attributes:
        account: opaque token (``a-`` and 8 of ``0-9a-z``); the key to it stays outside Git.
        item: key of a scheme item (award, deduction) or of goods (exchange).
        points: positive for award, negative for deduction and exchange; a reversal has the
            opposite sign of what it reverses.
        key: where it was given; ``model/keys.py`` derives it otherwise.
        reverses: ``<batch id>#<key>`` of the entry it takes back.
    """

    account: str
    kind: EntryKind
    item: str | None = None
    points: int
    key: str | None = None
    reverses: str | None = None
    note: str | None = None
    irregular: tuple[Irregularity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch(Record):
    """The entries of one event; merged entries are never changed.

    Attributes:
        evidence: what the entries rest on (a sign-in sheet, a photo), without names.
    """

    kind: ClassVar[Kind] = Kind.BATCH

    scheme: SchemeId
    date: PartialDate
    entries: tuple[Entry, ...]
    place: PlaceId | None = None
    matter: MatterId | None = None
    meeting: MeetingId | None = None
    evidence: str | None = None
    display: Display | None = None
