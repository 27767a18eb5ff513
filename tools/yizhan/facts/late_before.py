"""The state of a matter, with what was late by what was on record before a correction.

A correction of a date, a limit or a tier, in the matter or in its procedure, says what holds; it does
not make in time afterwards what the public saw being late. Figures count lateness by what was on
record then, as with entries that are dated back (``on_record``). Nor does the annulment of an entry,
which ends its effect on its own day: how late it had come stays so.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from typing import TypeVar

from yizhan.facts.deadlines import Due, WorkingDays
from yizhan.facts.derivation import derive
from yizhan.facts.ending import Ending
from yizhan.facts.irregular import annulled_on
from yizhan.facts.matter_state import FellBack, LateBefore, MatterState, Passage
from yizhan.facts.speakers import ANY, Bodies
from yizhan.model.dates import PartialDate
from yizhan.model.matter import Matter
from yizhan.model.procedure import Procedure, Step

R = TypeVar("R", Matter, Procedure)
L = TypeVar("L", Passage, LateBefore)


def derive_remembering(
    matter: Matter,
    procedure_of: Callable[[str], Procedure | None],
    common_steps: Iterable[Step],
    as_of: date,
    working_days: WorkingDays,
    bodies: Bodies = ANY,
) -> MatterState:
    """Derive the state of a matter on a day, late in whatever it once was late; as ``derive``.

    Args:
        matter: with its corrections applied.
        procedure_of: the procedure with an id: the matter may have named another one before.
        common_steps: as for ``derive``, with all that follow.
        as_of: the day asked.
        working_days: the calendar.
        bodies: what the archive says of those that act.

    Raises:
        ValueError: there is no procedure of the matter's.
    """
    steps = tuple(common_steps)
    procedure = procedure_of(matter.procedure)
    if procedure is None:
        raise ValueError(f"no procedure: {matter.procedure}")

    def on(day: date, then: date) -> MatterState | None:
        """The state on a day by what was on record until another, where there was one."""
        old = _until(matter, day)
        named = procedure_of(old.procedure)
        if named is None or old.raised.date.surely_after(then):
            return None
        return derive(old, _until(named, day), steps, then, working_days, bodies)

    state = derive(matter, procedure, steps, as_of, working_days, bodies)
    annulled = _annulments(matter)
    for day in sorted(each for each in annulled if each <= as_of):
        now = derive(matter, procedure, steps, day, working_days, bodies)
        state = _fallen_back(state, on(day, day - _DAY), now)
    return _named_then(_remembering(state, on, _days(matter, procedure_of), annulled), matter, on)


_DAY = timedelta(days=1)


def _remembering(
    state: MatterState,
    on: Callable[[date, date], MatterState | None],
    days: Mapping[date, date],
    annulments: Collection[date],
) -> MatterState:
    """A state with what was late on the day before each correction and annulment.

    Args:
        state: what holds now.
        on: the state on a day by what was on record until another.
        days: those of corrections and annulments, with the last day that each may have been.
        annulments: which of them are those of annulments.
    """
    as_of = state.as_of
    for day, last in sorted(days.items(), reverse=True):  # of those as late, the last undid it
        for late in _late(on(day, min(as_of, day - _DAY)), day):
            state = _keeping(state, replace(late, annulled=day in annulments))
        if last > day and not state.most_late:
            perhaps = any(_late(on(day, min(as_of, last - _DAY)), day))
            state = replace(state, late_unclear=state.late_unclear or perhaps)
    return state


def _named_then(
    state: MatterState, matter: Matter, on: Callable[[date, date], MatterState | None]
) -> MatterState:
    """A state in which lateness names who had the matter on the last day by what was on record then.

    A correction of who handled it, made afterwards, puts nothing to the account of another.
    """
    if not matter.formerly:
        return state

    def had(due: Due | None) -> str | None:
        if due is None or due.day >= matter.formerly[-1].until:
            return None
        then = on(due.day + _DAY, due.day)
        return None if then is None else then.holder_on(due.day)

    def named(late: L) -> L:
        by = had(late.due) if late.late_days else None
        return late if by is None else replace(late, late_with=by)

    return replace(
        state,
        history=tuple(named(each) for each in state.history),
        late_before=tuple(named(each) for each in state.late_before),
        late_now_with=had(state.due) if state.late else None,
    )


def _fallen_back(state: MatterState, former: MatterState | None, now: MatterState) -> MatterState:
    """A state with what stood until an annulment, and with what came of that.

    Args:
        state: of the day asked.
        former: of the day before the annulment; None where the matter was not there yet.
        now: of the day of the annulment.
    """
    if former is None:
        return state
    kept = {each.index for each in (*state.history, *state.stood)}
    stood = tuple(each for each in former.history if each.index not in kept)
    state = replace(state, stood=(*state.stood, *stood))
    if former.stage.key == now.stage.key and former.open == now.open:
        return state
    last = max((each.index for each in former.history), default=0)
    day = PartialDate.of(now.as_of)
    fell = FellBack(last, day, former.stage, now.stage, now.handler)
    same = (state.stage.key, state.entered) == (now.stage.key, now.entered)
    opened = not former.open and state.open and same and state.ending is Ending.OPEN
    ending = Ending.ANNULLED if opened else state.ending
    return replace(state, fell_back=(*state.fell_back, fell), ending=ending)


def _days(matter: Matter, procedure_of: Callable[[str], Procedure | None]) -> dict[date, date]:
    """Each day of corrections of a matter and of its procedures, with the last day that it may have been."""
    found = {day: day for day in _annulments(matter)}
    named = {matter.procedure, *(each.record.procedure for each in matter.formerly)}
    procedures = (procedure_of(each) for each in sorted(named))
    former = [matter.formerly, *(each.formerly for each in procedures if each is not None)]
    for each in chain.from_iterable(former):
        found[each.until] = max(each.last, found.get(each.until, each.last))
    return found


def _annulments(matter: Matter) -> frozenset[date]:
    """Each day on which an entry that had an effect until then was annulled."""
    found = (annulled_on(entry.irregular, date.max) for entry in matter.log if entry.irregular)
    return frozenset(day.latest for day in found if day is not None)


def _until(record: R, day: date) -> R:
    """A record as it was on record until a day of corrections, whether these are its own or not."""
    former = next((each for each in record.formerly if each.until >= day), None)
    found: R = record if former is None else former.record
    return found


def _late(former: MatterState | None, day: date) -> Iterator[LateBefore]:
    """Each stage or hand-over that was left late, and those that were being late."""
    if former is None:
        return
    for each in former.history:
        since = each.since or each.date
        if each.late_days:
            yield LateBefore(
                each.before,
                each.due,
                each.late_days,
                since,
                day,
                late_with=former.late_with(each),
            )
        if each.answered_late:
            answer = (each.answered, each.answered_late)
            yield LateBefore(each.before, None, 0, since, day, *answer, each.step)
    pending = former.pending
    if pending is not None and pending.late:
        answer = (pending.due, pending.late_days)
        yield LateBefore(former.stage, None, 0, PartialDate.of(day), day, *answer)
    if former.late and former.open:
        since = PartialDate.of(day)
        had = None if former.due is None else former.holder_on(former.due.day)
        yield LateBefore(former.stage, former.due, former.late_days, since, day, late_with=had)


def _keeping(state: MatterState, late: LateBefore) -> MatterState:
    """The state with a stage as late as it was before a correction, unless it still is."""
    if late.answered_late:
        pending = state.pending.late_days if state.pending is not None else 0
        most = max((pending, *(each.answered_late for each in state.left_late)))
        longer = late.answered_late > most
        return replace(state, late_before=(*state.late_before, late)) if longer else state
    stage = late.before.key
    own = [at for at, each in enumerate(state.history) if each.before.key == stage]
    # while it is late by another last day, what was late by the record then stays said beside it
    same = state.due is None or late.due is None or state.due.day == late.due.day
    now = state.late_days if state.stage.key == stage and same else 0
    known = [each for each in state.late_before if each.before.key == stage]
    most = max((now, *(state.history[at].late_days for at in own), *(e.late_days for e in known)))
    if most >= late.late_days:
        return state
    leaves = next((at for at in own if state.history[at].after.key != stage), None)
    if leaves is None:
        kept = (*(each for each in state.late_before if each not in known), late)
        return replace(state, late_before=kept)
    history = list(state.history)
    history[leaves] = replace(
        history[leaves],
        due=late.due,
        late_days=late.late_days,
        in_time=False,
        since=late.since,
        until=late.until,
        annulled=late.annulled,
        late_with=late.late_with,
    )
    return replace(state, history=tuple(history))
