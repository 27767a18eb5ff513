"""In whose time something happened in a matter: who had it when a limit ran out, reported, was asked again.

A matter goes from hand to hand, and what one body let run late is not the lateness of the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from yizhan.facts.events import Had, Handed
from yizhan.facts.matter_state import MatterState
from yizhan.facts.metric_definitions import ENDS
from yizhan.model.matter import Matter
from yizhan.model.vocabulary import Action, Family


class Deed(StrEnum):
    """What is put to a body's account."""

    HAD = "had"  # it had the matter
    LATE = "late"  # a stage's limit ran out while it had it
    TAKEN_LATE = "taken_late"  # it took the matter over, or sent it back, after the limit for that
    NOT_TAKEN = "not_taken"  # that limit ran out, and it has done neither
    DONE = "done"  # it was reported done or closed while it had it
    REDONE = "redone"  # that was taken up again


class Account(NamedTuple):
    """Something put to a body's account.

    Attributes:
        body: its id; None where nobody had the matter.
        day: on which; of a lateness the last day in time.
    """

    deed: Deed
    body: str | None
    day: date


def accounts(
    matter: Matter, state: MatterState, had: Sequence[Had], handed: Sequence[Handed]
) -> tuple[Account, ...]:
    """What is put to whose account, where that is not all to that of the one body that ever had it.

    Args:
        matter: with its corrections applied.
        state: derived from it.
        had: who had it since when.
        handed: its hand-overs.
    """
    late = tuple(dict.fromkeys(_late(matter, state, handed)))
    bodies = {each.body for each in had if each.body is not None}
    alone = len(bodies) < 2 and bodies <= {state.handler}
    if alone and not late and not state.reopened:
        return ()
    known = [Account(Deed.HAD, each.body, each.since) for each in had if each.body is not None]
    return (*known, *late, *dict.fromkeys(_reported(matter, state)))


def _late(matter: Matter, state: MatterState, handed: Sequence[Handed]) -> Iterator[Account]:
    for each in state.left_late:
        if each.late_days and each.due is not None:
            yield Account(Deed.LATE, state.late_with(each), each.due.day)
        if each.answered_late and each.answered is not None:
            asked = _asked(matter, handed, each.answered.day)
            deed = Deed.NOT_TAKEN if each.step is None else Deed.TAKEN_LATE
            yield Account(deed, asked, each.answered.day)
    if state.late and state.due is not None:
        had = state.late_now_with or state.holder_on(state.due.day)
        yield Account(Deed.LATE, had, state.due.day)
    pending = state.pending
    if pending is not None and pending.late and pending.due is not None:
        yield Account(Deed.NOT_TAKEN, pending.to, pending.due.day)


def _asked(matter: Matter, handed: Sequence[Handed], day: date) -> str | None:
    """To whom it had last been handed over by a day; of a hand-over since annulled the log knows."""
    known = [each.to for each in handed if each.day.earliest <= day]
    if not known:
        overs = (each for each in matter.log if each.to is not None)
        known = [each.to for each in overs if each.date.earliest <= day]
    return known[-1] if known else None


_DONE = ENDS | {Family.CLAIMED}


def _reported(matter: Matter, state: MatterState) -> Iterator[Account]:
    """Who had it when it was reported done or closed, and when that was taken up again."""
    holder = reporter = matter.handler
    for each in state.history:
        before, after = each.before.family in _DONE, each.after.family in _DONE
        if after and (not before or each.step.action is Action.REPORT_DONE):
            reporter = holder if each.holders[1] is None else each.holders[1]
            yield Account(Deed.DONE, reporter, each.date.latest)
        elif before and not after:
            yield Account(Deed.REDONE, reporter, each.date.latest)
        holder = each.holders[1]
