"""Meetings: attendance, agenda, decisions with tallies, tasks given."""

from __future__ import annotations

from typing import ClassVar

from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.record import Display, Irregularity, Record
from yizhan.model.reference import (
    AmendmentId,
    BatchId,
    BodyId,
    HonourId,
    MatterId,
    MeetingId,
    PlaceId,
    RuleId,
    SchemeId,
)
from yizhan.model.vocabulary import (
    Basis,
    DecisionResult,
    Kind,
    MeetingKind,
    Subject,
    TaskState,
    VotingMethod,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """How and when the meeting was called.

    Attributes:
        reason: the special circumstances that made the notice shorter than the law asks
            (村民委员会组织法, 2025: 第二十五条; 城市居民委员会组织法, 2025: 第二十六条).
    """

    date: PartialDate
    how: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """How many demanded the meeting (村民委员会组织法, 2025: 第二十五条第二款, 第三十条第一款).

    Attributes:
        of: how many there are in all; None where it is not known.
    """

    date: PartialDate
    basis: Basis
    count: int
    of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceCategory:
    """A part of those present, counted on its own (妇女代表, 党员, 列席)."""

    title: str
    due: int | None = None
    present: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Floor area in square metres, for owners' assemblies (民法典第二百七十八条)."""

    due: int
    present: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Who was there, as totals.

    Attributes:
        due: 应到: the denominator; ``basis`` says what it counts.
        present: 实到.
        excluded: those left out of ``due`` as the local law allows; ``excluded_reason`` says why.
    """

    basis: Basis
    due: int | None = None
    present: int | None = None
    excluded: int | None = None
    excluded_reason: str | None = None
    area: Area | None = None
    categories: tuple[AttendanceCategory, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteArea:
    """Floor area behind a tally, square metres."""

    for_: int
    against: int = 0
    abstained: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A tally."""

    for_: int
    against: int = 0
    abstained: int = 0
    area: VoteArea | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task given by a decision; what became of it is in a later meeting's follow-ups.

    Attributes:
        key: unique within the meeting.
        due: the day by which it is to be done.
    """

    key: str
    text: str
    body: BodyId
    due: PartialDate | None = None
    matter: MatterId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided.

    Attributes:
        rule: key of a decision rule in ``presets/law/`` where not the meeting kind's own.
        published: when and where the decision was made public (决议公开).
        result_published: the same for what came of it (实施结果公开).
    """

    text: str
    result: DecisionResult
    key: str | None = None
    method: VotingMethod | None = None
    vote: Vote | None = None
    rule: str | None = None
    published: Display | None = None
    result_published: Display | None = None
    tasks: tuple[Task, ...] = ()
    irregular: tuple[Irregularity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item, tied to what it is about.

    Attributes:
        subject: what the law reserves to the assembly and this item decides on.
    """

    title: str
    key: str | None = None
    text: str | None = None
    subject: Subject | None = None
    matters: tuple[MatterId, ...] = ()
    rules: tuple[RuleId, ...] = ()
    amendments: tuple[AmendmentId, ...] = ()
    schemes: tuple[SchemeId, ...] = ()
    batches: tuple[BatchId, ...] = ()
    honours: tuple[HonourId, ...] = ()
    decisions: tuple[Decision, ...] = ()
    irregular: tuple[Irregularity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What became of a task that an earlier meeting gave."""

    meeting: MeetingId
    task: str
    state: TaskState
    date: PartialDate | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """One meeting.

    Attributes:
        meeting_kind: decides which quorum and majority the law asks.
        date: the day it was held, or is to be held when ``planned``.
        planned: called but not yet held; has no attendance and no decisions.
        chain: key of an ordered chain such as 四议两公开 and, in ``chain_step``, the station.
        earlier: the meeting before it in the chain.
        request: who demanded it; None where nobody did.
        mandate: for representatives: the assembly that empowered them.
    """

    kind: ClassVar[Kind] = Kind.MEETING

    meeting_kind: MeetingKind
    place: PlaceId
    date: PartialDate
    convener: BodyId | None = None
    bodies: tuple[BodyId, ...] = ()
    planned: bool = False
    start_time: str | None = None
    venue: str | None = None
    notice: Notice | None = None
    request: Request | None = None
    mandate: MeetingId | None = None
    attendance: Attendance | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    chain: str | None = None
    chain_step: str | None = None
    earlier: MeetingId | None = None
