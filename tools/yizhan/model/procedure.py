"""Procedures as data: stages, steps, tiers, limits, and what closing needs."""

from __future__ import annotations

from typing import Any, ClassVar

from yizhan.model.decision_rule import Share
from yizhan.model.frozen import dataclass
from yizhan.model.record import Record, Validity
from yizhan.model.reference import PlaceId
from yizhan.model.vocabulary import Action, Family, Kind, PlaceLevel, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """A class of matters and who handles it (四事四办: 私事, 小事, 大事, 难事).

    Attributes:
        key: what a matter's ``tier`` names.
        handled_by: who handles it, in words.
        levels: levels of place whose bodies may be the handler; empty for any.
    """

    key: str
    title: str
    handled_by: str
    levels: tuple[PlaceLevel, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A time limit in working days.

    Attributes:
        days: working days from the day the stage is entered.
        tier: only for matters of this tier; absent for every tier without a limit of its own.
        source: where the number comes from.
    """

    days: int
    tier: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stage a matter can be in.

    Attributes:
        family: one of the six families common to all procedures.
        limits: working days a matter may stay here; empty where the source gives no number.
    """

    key: str
    title: str
    family: Family
    limits: tuple[Limit, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step that a log entry can record.

    Attributes:
        action: what it does to a matter, the same word in every procedure.
        from_: keys of the stages it may start from; empty for any stage that is not closed.
        to: key of the stage it leads to; absent where the stage stays.
        side: who may take it.
        requires: fields that the log entry must have.
        tiers: only for these tiers; empty for all.
    """

    key: str
    title: str
    action: Action
    from_: tuple[str, ...] = ()
    to: str | None = None
    side: Side = Side.OFFICE
    requires: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanism:
    """A mechanism beside the stages that the place's rules name (上岗公示, 定期研判, …)."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure(Record):
    """How a matter runs from raising to verdict.

    Attributes:
        start: key of the stage in which a matter begins.
        places: where it is used; empty for a preset that any place may use.
        valid: when it is in force; absent for always.
        answer_days: working days residents have to answer after a report of completion; the
            matter is closed as lapsed by an entry of its own, never silently.
        confirm_share: how many of the residents asked must be satisfied for a confirmation; more
            than half where it is absent.
        handover_days: working days in which a hand-over is to be taken over or sent back.
        formerly: a ``Former`` for each day of corrections, from the first on; not in the file.
        without: actions of the common steps (``presets/common-steps.yaml``) it does not allow.
    """

    kind: ClassVar[Kind] = Kind.PROCEDURE

    start: str
    stages: tuple[Stage, ...]
    steps: tuple[Step, ...]
    tiers: tuple[Tier, ...] = ()
    places: tuple[PlaceId, ...] = ()
    valid: Validity | None = None
    answer_days: int | None = None
    confirm_share: Share | None = None
    handover_days: int | None = None
    without: tuple[Action, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    formerly: Any = ()
