"""What each figure about matters counts, as a function of a matter's state.

A definition looks at one matter and says that it counts (1), that it is in the base only (0), after
how many days it got somewhere, or why it is left out. Everything else is adding up (``metrics``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from yizhan.facts.deadlines import Due
from yizhan.facts.ending import AGREED, Ending
from yizhan.facts.matter_marks import MatterMark
from yizhan.facts.matter_state import MatterState
from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.vocabulary import Action, Family, Result


class Unit(StrEnum):
    """How a figure's value is to be read."""

    COUNT = "count"  # a number of matters
    SHARE = "share"  # numerator over denominator
    DAYS = "days"  # calendar days
    PEOPLE = "people"  # residents satisfied over residents asked


RATES = frozenset((Unit.SHARE, Unit.PEOPLE))
"""Units whose value is a part of a whole."""


class Reason(StrEnum):
    """Why a matter is not in the base of a figure."""

    MERGED = "merged"
    SPLIT = "split"
    WITH_ANOTHER = "with_another"
    STILL_IN_TIME = "still_in_time"
    WITHDRAWN_UNANSWERED = "withdrawn_unanswered"
    NOT_REPORTED = "not_reported"
    AWAITING_ANSWER = "awaiting_answer"
    NOBODY_ANSWERED = "nobody_answered"
    REPORT_ANNULLED = "report_annulled"
    HANDLED_AGAIN = "handled_again"
    NO_LIMIT = "no_limit"
    CLOSED = "closed"
    STILL_OPEN = "still_open"
    NEVER_DONE = "never_done"
    NOT_REACHED = "not_reached"
    VAGUE_DATE = "vague_date"
    NO_NUMBERS = "no_numbers"
    NOTED_BY_OFFICE = "noted_by_office"
    NOTED_BY_OTHERS = "noted_by_others"


class People(NamedTuple):
    """How many residents a matter's last verdict asked, and how many of them were satisfied."""

    satisfied: int
    asked: int


Measured = int | People | Reason
"""1: counts; 0: in the base only; for days and people: how many; or why it is left out."""


@dataclass(frozen=True, slots=True)
class Definition:
    """One figure.

    Attributes:
        key: permanent; stands in addresses and in JSON.
        measure: looks at a matter on the day asked.
        reached: for days: up to which state they are counted.
        quantile: for days: the share of matters that took no longer than the value.
        remembered: whether it is about what happened in the matter itself, which going on in another
            does not undo: it looks at matters that were merged or split as well.
    """

    key: str
    unit: Unit
    measure: Callable[[MatterState, date], Measured]
    reached: Family | None = None
    quantile: Fraction | None = None
    remembered: bool = False


ANSWERS = frozenset((Action.CONFIRM, Action.OBJECT, Action.LAPSE))
ENDS = frozenset((Family.CONFIRMED, Family.UNSOLVED))
_DONE = ENDS | {Family.CLAIMED}
_ANSWERED = frozenset(Family) - {Family.WAITING}


def left_out(state: MatterState) -> Reason | None:
    """Why a matter is in no figure of what became of it: it goes on in others and is counted there."""
    return _GONE.get(state.ending)


_GONE = {Ending.MERGED: Reason.MERGED, Ending.SPLIT: Reason.SPLIT}


def agreed(state: MatterState) -> bool:
    """Whether residents agreed that it is solved: not partly, not by silence, not "not feasible"."""
    return state.ending in AGREED and state.result is Result.SOLVED


def _total(_state: MatterState, _as_of: date) -> Measured:
    return 1


def _open(state: MatterState, _as_of: date) -> Measured:
    return int(state.open)


def _response(state: MatterState, as_of: date) -> Measured:
    if _first(state, _ANSWERED) is None:
        in_time = state.due is not None and as_of <= state.due.day
        return Reason.STILL_IN_TIME if in_time else 0
    first = next(each for each in state.history if each.after.family is not Family.WAITING)
    return Reason.WITHDRAWN_UNANSWERED if first.step.action is Action.WITHDRAW else 1


def _resolution(state: MatterState, _as_of: date) -> Measured:
    return int(agreed(state) and not state.noted)


def _resolution_noted(state: MatterState, _as_of: date) -> Measured:
    return int(agreed(state) and state.noted)


def _closed_partly(state: MatterState, _as_of: date) -> Measured:
    return int(_accepted_partly(state) and not state.noted)


def _closed_partly_noted(state: MatterState, _as_of: date) -> Measured:
    return int(_accepted_partly(state) and state.noted)


def _accepted_partly(state: MatterState) -> bool:
    return state.ending in AGREED and state.result in _IN_PART


_IN_PART = frozenset((Result.PARTLY, Result.EXPLAINED))
_CALLED_DONE = _IN_PART | {Result.SOLVED}


def _closed_by_silence(state: MatterState, _as_of: date) -> Measured:
    return int(state.ending is Ending.LAPSED and state.result in _CALLED_DONE)


def _closed_not_solved(state: MatterState, _as_of: date) -> Measured:
    told = agreed(state) or _accepted_partly(state) or _closed_by_silence(state, _as_of)
    return int(not state.open and not told)


def _satisfaction(state: MatterState, _as_of: date) -> Measured:
    said = _last_answer(state)
    if isinstance(said, Reason):
        return said
    if state.noted:
        return Reason.NOTED_BY_OFFICE
    return _people(state)


def _satisfaction_noted(state: MatterState, _as_of: date) -> Measured:
    said = _last_answer(state)
    if isinstance(said, Reason):
        return said
    return _people(state) if state.noted else Reason.NOTED_BY_OTHERS


def _people(state: MatterState) -> Measured:
    verdict = state.verdict
    if verdict is None or verdict.satisfied is None or not verdict.asked:
        return Reason.NO_NUMBERS
    return People(verdict.satisfied, verdict.asked)


def _last_answer(state: MatterState) -> Action | Reason:
    """What residents said to the last report, or why it tells nothing of their satisfaction."""
    said: Action | None = None
    reported = False
    for passage in state.history:
        if passage.step.action is Action.REPORT_DONE:
            said, reported = None, True
        elif passage.step.action in ANSWERS:
            said = passage.step.action
    if said is None:
        if state.heard:  # too few agreed, and whoever was asked was asked
            return Action.CONFIRM
        waiting = reported and state.family is Family.CLAIMED
        if not waiting and any(each.step.action in ANSWERS for each in state.stood):
            return Reason.REPORT_ANNULLED
        return Reason.AWAITING_ANSWER if waiting else Reason.NOT_REPORTED
    if said is Action.CONFIRM and state.family is not Family.CONFIRMED:
        return Reason.HANDLED_AGAIN
    return Reason.NOBODY_ANSWERED if said is Action.LAPSE else said


def _late_now(state: MatterState, as_of: date) -> Measured:
    if not state.open:
        return Reason.CLOSED
    if state.due is None:
        return Reason.NO_LIMIT
    may_be = not state.late and _may_be_late(state.due, as_of)
    return Reason.VAGUE_DATE if may_be else int(state.late)


def _late_ever(state: MatterState, _as_of: date) -> Measured:
    if state.most_late:
        return 1
    if state.late_unclear or any(
        each.in_time is None for each in state.history if each.due is not None
    ):
        return Reason.VAGUE_DATE
    if state.due is not None and _may_be_late(state.due, state.as_of):
        return Reason.VAGUE_DATE
    limited = any(each.due is not None or each.answered for each in state.history)
    limited = limited or state.due is not None
    return 0 if limited else Reason.NO_LIMIT


def _may_be_late(due: Due, day: date) -> bool:
    """Whether one reading of a start known to the month only makes it late already."""
    return due.vague and day > due.first


def _closed_late(state: MatterState, as_of: date) -> Measured:
    return Reason.STILL_OPEN if state.open else _late_ever(state, as_of)


def _taken_late(state: MatterState, _as_of: date) -> Measured:
    return int(any(each.answered_late and each.step is not None for each in state.left_late))


def _marked(mark: MatterMark) -> Callable[[MatterState, date], Measured]:
    def measure(state: MatterState, _as_of: date) -> Measured:
        return int(mark in state.marks)

    return measure


def _reopened(state: MatterState, _as_of: date) -> Measured:
    if state.reopened:
        return 1
    return 0 if _first(state, _DONE) is not None else Reason.NEVER_DONE


def _handed_over(state: MatterState, _as_of: date) -> Measured:
    return int(state.pending is not None)


def _first(state: MatterState, families: frozenset[Family]) -> PartialDate | None:
    """When a matter first stood in a stage of one of the families."""
    found = (each.date for each in state.history if each.after.family in families)
    return next(found, None)


def _days_to(family: Family) -> Callable[[MatterState, date], Measured]:
    def measure(state: MatterState, _as_of: date) -> Measured:
        reached = _first(state, frozenset((family,)))
        if reached is None:
            return Reason.NOT_REACHED
        if reached.day is None or state.opened_on.day is None:
            return Reason.VAGUE_DATE
        return (reached.day - state.opened_on.day).days

    return measure


_SHARES = (
    Definition("total", Unit.COUNT, _total),
    Definition("open", Unit.COUNT, _open),
    Definition("response", Unit.SHARE, _response),
    Definition("resolution", Unit.SHARE, _resolution),
    Definition("resolution_noted", Unit.SHARE, _resolution_noted),
    Definition("closed_partly", Unit.SHARE, _closed_partly),
    Definition("closed_partly_noted", Unit.SHARE, _closed_partly_noted),
    Definition("closed_by_silence", Unit.SHARE, _closed_by_silence),
    Definition("closed_not_solved", Unit.SHARE, _closed_not_solved),
    Definition("satisfaction", Unit.PEOPLE, _satisfaction),
    Definition("satisfaction_noted", Unit.PEOPLE, _satisfaction_noted),
    Definition("late_now", Unit.SHARE, _late_now),
    Definition("late_ever", Unit.SHARE, _late_ever, remembered=True),
    Definition("closed_late", Unit.SHARE, _closed_late),
    Definition("reopened", Unit.SHARE, _reopened, remembered=True),
    Definition("handed_over", Unit.COUNT, _handed_over),
    Definition("taken_late", Unit.COUNT, _taken_late, remembered=True),
    Definition("irregular", Unit.COUNT, _marked(MatterMark.IRREGULAR), remembered=True),
    Definition("corrected", Unit.COUNT, _marked(MatterMark.CORRECTED), remembered=True),
    Definition("entered_later", Unit.COUNT, _marked(MatterMark.ENTERED_LATER), remembered=True),
)
_STEPS = (Family.WORKING, Family.CLAIMED, Family.CONFIRMED, Family.UNSOLVED, Family.REOPENED)
_QUANTILES = (("median", Fraction(1, 2)), ("p90", Fraction(9, 10)))


def _days() -> Iterator[Definition]:
    for family in _STEPS:
        days = _days_to(family)
        for name, quantile in _QUANTILES:
            key = f"days_{family}_{name}"
            yield Definition(key, Unit.DAYS, days, family, quantile)


DEFINITIONS: tuple[Definition, ...] = (*_SHARES, *_days())
"""Every figure, in the order in which it is shown."""


def positions(*keys: str) -> tuple[int, ...]:
    """Where figures stand among ``DEFINITIONS``, for tables that show some of them.

    Raises:
        ValueError: there is no figure of that key; a column would otherwise be missing unseen.
    """
    known = [definition.key for definition in DEFINITIONS]
    return tuple(known.index(key) for key in keys)
