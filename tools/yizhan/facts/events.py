"""What months tell of a matter, as small values that are kept packed between builds."""

from __future__ import annotations

import marshal
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from yizhan.facts.deadlines import Due, DueSource
from yizhan.model.dates import PartialDate
from yizhan.model.vocabulary import Action, Family


class How(StrEnum):
    """What a closing amounts to."""

    SOLVED = "solved"  # residents agree that it is solved
    PARTLY = "partly"  # residents accept that it is solved in part
    EXPLAINED = "explained"  # residents accept an explanation
    SOLVED_NOTED = "solved_noted"  # the same three, of which only the office says that they do
    PARTLY_NOTED = "partly_noted"
    EXPLAINED_NOTED = "explained_noted"
    SILENCE = "silence"  # nobody answered in time what the office reported as done
    WITHDRAWN = "withdrawn"  # by whoever raised it, whatever the office had reported
    STOPPED = "stopped"  # solved in part, and nothing further is done
    NOT_SOLVED = "not_solved"  # not feasible, not ours, declined, or no result recorded


class Move(NamedTuple):
    """An entry that took a matter to another stage.

    Attributes:
        position: of the entry in the log, from 0.
        family: of the stage after it.
        from_end: whether the matter was closed before.
        how: what it amounts to, where it closes the matter.
        late_days: working days after the last day of the stage that it left.
        since: the first day on which it can have been on record, where that is after its own.
        fell_back: whether no entry did it, but the annulment of what had led on.
    """

    position: int
    day: PartialDate
    family: Family
    from_end: bool
    how: How | None
    late_days: int = 0
    since: date | None = None
    fell_back: bool = False


class Handed(NamedTuple):
    """A hand-over.

    Attributes:
        position: of the entry in the log, from 0.
        to: id of the body that is to take it over.
        answered: the first day on which it may have been answered; None where it waits.
        late_days: working days after the last day to answer it: on which it was answered, or at the end
            of the month that tells of it.
        due: that last day, where the procedure gives one.
        how: what answered it; None where it waits.
        dated: whether the month in which it was answered is known.
    """

    position: int
    day: PartialDate
    to: str | None
    answered: date | None
    late_days: int = 0
    due: Due | None = None
    how: Action | None = None
    dated: bool = False


class Span(NamedTuple):
    """A due date, from the first day on which it surely stood to the day on which it was met.

    Attributes:
        met: None where it still stands.
        until: of what was so only by what was on record until a correction: the day of that.
        late_with: of the same: id of the body that had the matter on the last day.
    """

    due: Due
    start: date
    met: date | None
    until: date | None = None
    late_with: str | None = None


class Had(NamedTuple):
    """Who has a matter from a day on; None where nobody does."""

    since: date
    body: str | None


class Events(NamedTuple):
    """What months tell of a matter, each sort in the order of its log."""

    moves: tuple[Move, ...]
    handed: tuple[Handed, ...]
    spans: tuple[Span, ...]
    had: tuple[Had, ...]

    def handler_on(self, day: date) -> str | None:
        """Who had the matter on a day, as far as the log says."""
        known = (each.body for each in reversed(self.had) if each.since <= day)
        return next(known, None)


def packed(
    moves: Iterable[Move], handed: Iterable[Handed], spans: Iterable[Span], had: Iterable[Had]
) -> bytes:
    """Events as bytes: as objects they would take as much as all the rest of a summary."""
    plain = (
        [
            (i, day.text, fam.value, end, _word(how), late, number_of(since), fell)
            for i, day, fam, end, how, late, since, fell in moves
        ],
        [
            (i, day.text, to, number_of(answered), late, _plain_due(due), how and how.value, dated)
            for i, day, to, answered, late, due, how, dated in handed
        ],
        [
            (_plain_due(due), start.toordinal(), number_of(met), number_of(until), body)
            for due, start, met, until, body in spans
        ],
        [(since.toordinal(), body) for since, body in had],
    )
    return marshal.dumps(plain, 2)  # of the second version equal data are equal bytes


def unpacked(packed: bytes) -> Events:
    """The events of which ``packed`` gave this."""
    # Made in this process, or kept by loading.store, which reads nothing from another machine.
    moves, handed, spans, had = marshal.loads(packed)  # noqa: S302
    parse = PartialDate.parse
    return Events(
        tuple(
            [
                Move(i, parse(d), _FAMILIES[f], end, _HOWS[how], late, day_or_none(since), fell)
                for i, d, f, end, how, late, since, fell in moves
            ]
        ),
        tuple(
            [
                Handed(
                    i, parse(d), to, day_or_none(n), late, _due_or_none(due), _ACTIONS[how], dated
                )
                for i, d, to, n, late, due, how, dated in handed
            ]
        ),
        tuple(
            [
                Span(_due(*due), day_of(start), day_or_none(met), day_or_none(until), body)
                for due, start, met, until, body in spans
            ]
        ),
        tuple([Had(day_of(since), body) for since, body in had]),
    )


def _word(how: How | None) -> str | None:
    return None if how is None else how.value


_PlainDue = tuple[int, bool, str, int | None]


def _plain_due(due: Due | None) -> _PlainDue | None:
    if due is None:
        return None
    return (due.day.toordinal(), due.provisional, due.source.value, number_of(due.earliest))


def _due_or_none(plain: _PlainDue | None) -> Due | None:
    return None if plain is None else _due(*plain)


_ACTIONS: dict[str | None, Action | None] = {None: None, **{each.value: each for each in Action}}
_FAMILIES = {each.value: each for each in Family}
_HOWS: dict[str | None, How | None] = {None: None, **{each.value: each for each in How}}
_SOURCES = {each.value: each for each in DueSource}


@lru_cache(maxsize=65_536)
def _due(day: int, provisional: bool, source: str, first: int | None) -> Due:
    return Due(day_of(day), provisional, _SOURCES[source], day_or_none(first))


def day_or_none(number: int | None) -> date | None:
    """A day by its number, where there is one."""
    return None if number is None else day_of(number)


@lru_cache(maxsize=65_536)
def day_of(number: int) -> date:
    """A day by its number."""
    return date.fromordinal(number)


def number_of(day: date | None) -> int | None:
    """The number of a day, by which it is kept."""
    return None if day is None else day.toordinal()
