"""What checks share of things that hold for a time and for places: procedures and points schemes."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from yizhan.checks.shared.check import Problem
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.places import whole_line
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Pointer
from yizhan.model.points import Scheme
from yizhan.model.procedure import Procedure
from yizhan.model.record import Record
from yizhan.model.text import Text
from yizhan.wording.dates import valid

_FOUND = Text(
    "{what}在 {date} 不在有效期内（{period}）。",
    "{what} is not in force on {date} ({period}).",
)


def out_of_force(
    record: Record, pointer: Pointer, date: PartialDate, thing: Procedure | Scheme, what: Text
) -> Iterator[Problem]:
    """Yield a problem where a thing surely does not hold on a date.

    Args:
        record: which names the thing.
        pointer: where it names it.
        date: when it is used.
        thing: a procedure or a scheme.
        what: what a message calls it, by its ``name``.
    """
    period = thing.valid
    if period is not None and not period.covers(date):
        called = what.format(name=named(thing))
        message = _FOUND.format(what=called, date=date, period=valid(period))
        early = period.from_ is not None and date.surely_before(period.from_)
        about = f"{thing.id}/valid/{'from' if early else 'to'} {thing.id}/valid"
        yield Problem(record, pointer, message, articles=(thing.title,), about=about)


def lies_elsewhere(archive: Archive, place: str, places: Collection[str]) -> bool:
    """Whether a place surely lies in none of some places."""
    line = whole_line(archive, place)
    return bool(line) and line.isdisjoint(places)
