"""Matters: what somebody raised, and the append-only log to the residents' verdict."""

from __future__ import annotations

from typing import Any, ClassVar

from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.record import Attachment, Irregularity, Record, Source
from yizhan.model.reference import (
    BodyId,
    MatterId,
    MeetingId,
    PlaceId,
    ProcedureId,
    RoundId,
    RuleId,
)
from yizhan.model.vocabulary import AskedHow, Category, Channel, Kind, RaisedBy, Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised:
    """How the matter came in.

    Attributes:
        by: the role that raised it.
        count: how many asked, where it is known.
    """

    date: PartialDate
    by: RaisedBy
    channel: Channel
    round: RoundId | None = None
    meeting: MeetingId | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whose a matter is that is not for this place to deal with.

    Attributes:
        body: one of the archive.
        name: what any other office is called; one of the two is given.
    """

    body: BodyId | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the office reports when it says the matter is done.

    Attributes:
        cost: yuan, where known.
        funding: where the money came from.
        reason: why not, for ``not_feasible``, ``withdrawn``, ``partly``.
        belongs_to: whose it is, for ``not_ours``.
    """

    result: Result
    text: str
    cost: int | None = None
    funding: str | None = None
    reason: str | None = None
    belongs_to: Owner | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the residents say of the outcome.

    Attributes:
        how: how they were asked.
        recorded_by: the body other than the handler that took down what they said.
        asked: how many were asked.
        satisfied: how many are satisfied.
        text: what was said, without names.
    """

    how: AskedHow | None = None
    recorded_by: BodyId | None = None
    asked: int | None = None
    satisfied: int | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One entry of the log; merged entries are never changed.

    Attributes:
        step: key of a step of the matter's procedure.
        key: where it was given; ``model/keys.py`` derives it otherwise.
        by: the body that acts; absent where residents act.
        to: the body that gets it (assign, handover).
        with_: the bodies that join; the acting one leads.
        until: the day up to which an extension or a pause runs, or a deadline set by hand.
        tier: the tier it has from now on.
        into: the matters it is split into.
        merged_into: the matter it is merged into.
        since: the day since which it is on record, where that is later than its date; not in the file.
    """

    date: PartialDate
    step: str
    key: str | None = None
    note: str | None = None
    by: BodyId | None = None
    to: BodyId | None = None
    with_: tuple[BodyId, ...] = ()
    meeting: MeetingId | None = None
    round: RoundId | None = None
    tier: str | None = None
    until: PartialDate | None = None
    reason: str | None = None
    outcome: Outcome | None = None
    verdict: Verdict | None = None
    into: tuple[MatterId, ...] = ()
    merged_into: MatterId | None = None
    sources: tuple[Source, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    irregular: tuple[Irregularity, ...] = ()
    since: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter(Record):
    """One matter; its status is derived from ``log``, never written.

    Attributes:
        handler: the body that has it first; later entries may move it.
        formerly: a ``Former`` for each day of corrections, from the first on; not in the file.
        later: entries of the log after the day to which is looked back; not in the file.
    """

    kind: ClassVar[Kind] = Kind.MATTER

    place: PlaceId
    procedure: ProcedureId
    category: Category
    raised: Raised
    tier: str | None = None
    handler: BodyId | None = None
    part_of: MatterId | None = None
    related: tuple[MatterId, ...] = ()
    rules: tuple[RuleId, ...] = ()
    log: tuple[LogEntry, ...] = ()
    formerly: Any = ()
    later: Any = ()
