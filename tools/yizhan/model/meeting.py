"""Meetings: attendance, agenda, decisions with tallies, tasks given."""

from __future__ import annotations

from typing import ClassVar

from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.meeting_vocabulary import (
    ItemOutcome,
    MeetingForm,
    NotHeldKind,
    PeopleGroup,
    SessionKind,
    Threshold,
)
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
from yizhan.model.voting import Actor, Ballots, Election, Vote


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
class Proxies:
    """Those who could not come and had others act for them (委托); limits are the law's.

    Attributes:
        number: how many were represented; they are not among those present.
        holders: how many acted for them.
        most: the most that one holder represented.
        written: whether all of them are in writing; None where no source says.
        listed: whether the list of both was made public; None where no source says.
    """

    number: int
    holders: int | None = None
    most: int | None = None
    written: bool | None = None
    listed: bool | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Who was there, as totals.

    Attributes:
        due: 应到: the denominator; ``basis`` says what it counts.
        present: 实到, when the meeting or item began.
        excused: 请假: those who sent apologies.
        online: those of the present who took part online.
        excluded: those left out of ``due`` as the local law allows; ``excluded_reason`` says why.
    """

    basis: Basis
    due: int | None = None
    present: int | None = None
    excluded: int | None = None
    excluded_reason: str | None = None
    area: Area | None = None
    categories: tuple[AttendanceCategory, ...] = ()
    excused: int | None = None
    online: int | None = None
    proxies: Proxies | None = None


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
    """A motion and what became of it; those of an item are in the order of voting.

    Attributes:
        result: None only in meetings that are still to be held.
        amends: key of the motion of the same item that this one would change.
        needs: what the meeting itself asked; the law's or more for than against where left out.
        counted_by: who called, counted and watched.
        until: the day to which it was put off.
        reason: why it was withdrawn, put off, referred or rejected.
        rule: key of a decision rule in ``presets/law/`` where not the meeting kind's own.
        published: when and where the decision was made public (决议公开).
        result_published: the same for what came of it (实施结果公开).
    """

    text: str
    result: DecisionResult | None = None
    reference: str | None = None
    key: str | None = None
    amends: str | None = None
    moved_by: tuple[Actor, ...] = ()
    seconded_by: tuple[Actor, ...] = ()
    time: str | None = None
    method: VotingMethod | None = None
    needs: Threshold | None = None
    vote: Vote | None = None
    rule: str | None = None
    counted_by: tuple[Actor, ...] = ()
    reason: str | None = None
    until: PartialDate | None = None
    referred_to: BodyId | None = None
    published: Display | None = None
    result_published: Display | None = None
    tasks: tuple[Task, ...] = ()
    irregular: tuple[Irregularity, ...] = ()

    @property
    def outcome(self) -> DecisionResult:
        """Its result; unknown where none is recorded."""
        return self.result or DecisionResult.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """People who came or left between the item before and the votes of this one."""

    arrived: int = 0
    left: int = 0
    time: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recusal:
    """Those who took no part in an item because of an interest in it.

    Attributes:
        stayed: they stayed in the room and only did not vote.
    """

    number: int
    group: PeopleGroup | None = None
    reason: str | None = None
    stayed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item, tied to what it is about.

    Attributes:
        subject: what the law reserves to the assembly and this item decides on.
        continues: the meeting whose unfinished or deferred item it goes on with.
        added: the notice did not have it.
        closed: the public was excluded.
        attendance: who was there for it, where it is not the meeting's.
        outcome: what became of it without a vote.
        until: the day to which it was put off.
    """

    title: str
    reference: str | None = None
    key: str | None = None
    continues: MeetingId | None = None
    added: bool = False
    closed: bool = False
    closed_reason: str | None = None
    text: str | None = None
    subject: Subject | None = None
    presented_by: tuple[Actor, ...] = ()
    start_time: str | None = None
    end_time: str | None = None
    matters: tuple[MatterId, ...] = ()
    rules: tuple[RuleId, ...] = ()
    amendments: tuple[AmendmentId, ...] = ()
    schemes: tuple[SchemeId, ...] = ()
    batches: tuple[BatchId, ...] = ()
    honours: tuple[HonourId, ...] = ()
    attendance: Attendance | None = None
    movements: tuple[Movement, ...] = ()
    recused: tuple[Recusal, ...] = ()
    decisions: tuple[Decision, ...] = ()
    elections: tuple[Election, ...] = ()
    outcome: ItemOutcome | None = None
    until: PartialDate | None = None
    referred_to: BodyId | None = None
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
class Session:
    """Another venue, another sitting, a polling place or a mobile ballot box of one meeting.

    Attributes:
        place: where it was, or that it was for.
        date: where it is not the meeting's.
    """

    key: str
    title: str
    session_kind: SessionKind
    place: PlaceId | None = None
    venue: str | None = None
    date: PartialDate | None = None
    start_time: str | None = None
    end_time: str | None = None
    attendance: Attendance | None = None
    ballots: Ballots | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotHeld:
    """Why an announced meeting did not take place, and what becomes of it.

    Attributes:
        date: the day on which it was announced.
        new_date: the new day, once it is fixed.
        meeting: the meeting that was held in its place.
    """

    how: NotHeldKind
    date: PartialDate | None = None
    by: BodyId | None = None
    reason: str | None = None
    new_date: PartialDate | None = None
    meeting: MeetingId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjourned:
    """Broken off before the agenda was done, to go on another day."""

    reason: str
    time: str | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """One meeting.

    Attributes:
        meeting_kind: decides which quorum and majority the law asks.
        date: the day it was held, or is to be held when ``planned``.
        places: the other places that hold it together with ``place``.
        end_date: the last day, where it took more than one.
        planned: announced before it was held; has no attendance and no decisions.
        not_held: it did not take place, whether ``planned`` is still there or not.
        sessions: venues, sittings and ballot boxes.
        resumes: the adjourned meeting that this one goes on with.
        chain: key of an ordered chain such as 四议两公开 and, in ``chain_step``, the station.
        earlier: the meeting before it in the chain.
        request: who demanded it; None where nobody did.
        mandate: for representatives: the assembly that empowered them.
    """

    kind: ClassVar[Kind] = Kind.MEETING

    meeting_kind: MeetingKind
    place: PlaceId
    places: tuple[PlaceId, ...] = ()
    date: PartialDate
    end_date: PartialDate | None = None
    convener: BodyId | None = None
    bodies: tuple[BodyId, ...] = ()
    planned: bool = False
    not_held: NotHeld | None = None
    form: MeetingForm | None = None
    start_time: str | None = None
    end_time: str | None = None
    venue: str | None = None
    chaired_by: tuple[Actor, ...] = ()
    recorded_by: tuple[Actor, ...] = ()
    notice: Notice | None = None
    request: Request | None = None
    mandate: MeetingId | None = None
    attendance: Attendance | None = None
    sessions: tuple[Session, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    adjourned: Adjourned | None = None
    resumes: MeetingId | None = None
    next_date: PartialDate | None = None
    chain: str | None = None
    chain_step: str | None = None
    earlier: MeetingId | None = None

    @property
    def held(self) -> bool:
        """Whether the record says that it took place."""
        return not self.planned and self.not_held is None
