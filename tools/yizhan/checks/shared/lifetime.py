"""What checks share of places and bodies that are established and dissolved."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Problem
from yizhan.checks.shared.naming import named
from yizhan.model.body import Body
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Pointer
from yizhan.model.place import Place
from yizhan.model.record import Record
from yizhan.model.text import Text

_BODY_BEFORE = Text(
    "{name}在 {day} 才成立，这里的日期是 {date}。",
    "{name} was not established before {day}; this is dated {date}.",
)
_PLACE_BEFORE = Text(
    "{name}在 {day} 才设立，这里的日期是 {date}。",
    "{name} was not established before {day}; this is dated {date}.",
)
_AFTER = Text(
    "{name}在 {day} 已经撤销，这里的日期是 {date}。",
    "{name} was dissolved ({day}); this is dated {date}.",
)


def outside_lifetime(
    record: Record, pointer: Pointer, named_there: Place | Body | None, date: PartialDate
) -> Iterator[Problem]:
    """Yield a problem where a date lies surely before a place or body, or after it.

    Args:
        record: which names the place or body.
        pointer: where.
        named_there: the place or body; None where it is not there, which A004 says.
        date: when it was there, or acted.
    """
    if named_there is None:
        return
    values = {"name": named(named_there), "date": date}
    start, end = named_there.established, named_there.dissolved
    if start is not None and date.surely_before(start):
        before = _PLACE_BEFORE if isinstance(named_there, Place) else _BODY_BEFORE
        about = f"{named_there.id}/established"
        yield Problem(record, pointer, before.format(**values, day=start), about=about)
    elif end is not None and end.surely_before(date):
        about = f"{named_there.id}/dissolved"
        yield Problem(record, pointer, _AFTER.format(**values, day=end), about=about)
