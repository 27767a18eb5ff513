"""What was recorded late: read in the order of its date, with the day since which it is on record.

A log, a dossier and a round of selection are only added to at the end, and each of their entries
takes effect by its date. So a record is read with these lists in order; an entry that is on record
only since a later day than its own says since when (``since``), and lateness is reckoned by that
day: a backdated report erases nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from yizhan.model.amendment import Amendment, DossierEntry
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Pointer
from yizhan.model.frozen import dataclass
from yizhan.model.honour import Honour, Selection
from yizhan.model.matter import LogEntry, Matter
from yizhan.model.order import entered_later, in_order
from yizhan.model.record import Record
from yizhan.model.vocabulary import DossierStage

Dated = Sequence[LogEntry] | Sequence[DossierEntry] | Sequence[Selection]


@dataclass(frozen=True, slots=True)
class Ordered:
    """A record's data with its dated list in the order of effect.

    Attributes:
        data: each entry that was recorded late has ``since``.
        written: a pointer of the data → the same with positions as they were.
        now: the other way round.
    """

    data: dict[str, Any]
    written: Callable[[Pointer], Pointer]
    now: Callable[[Pointer], Pointer]


def dated_list(record: Record) -> tuple[str, Dated]:
    """The list of a record whose entries take effect by their dates; empty where it has none."""
    match record:
        case Matter():
            return "log", record.log
        case Amendment():
            return "dossier", record.dossier
        case Honour():
            return "stages", record.stages
        case _:
            return "", ()


def needs_order(record: Record) -> bool:
    """Whether something in a record was recorded late."""
    entries = dated_list(record)[1]
    return len(entries) > 1 and bool(entered_later([entry.date for entry in entries]))


def may_be_moved(record: Record) -> bool:
    """Whether entries of a record as it is read may stand elsewhere in its file.

    What was recorded late says so; an effect that was told beforehand does not, and is read among
    the other entries of a dossier by its date all the same.
    """
    entries = dated_list(record)[1]
    told = any(entry.since is not None for entry in entries)
    return told or (isinstance(record, Amendment) and len(entries) > 1)


def put_in_order(data: dict[str, Any], record: Record) -> Ordered:
    """Put a record's dated list in order and say of its entries since when they are on record.

    Args:
        data: the record's data with its corrections applied; not changed.
        record: made of it.
    """
    from yizhan.model.keys import keys  # whose hashes few runs need

    name, entries = dated_list(record)
    if not entries:
        return Ordered(data, _same, _same)
    dates = [entry.date for entry in entries]
    order = list(in_order(dates))
    place = {position: number for number, position in enumerate(order)}
    since = on_record_since(record, name, dates)
    moved = order != sorted(order)
    given = [
        {
            **data[name][position],
            **({"key": key} if moved else {}),
            **({"since": day.text} if dates[position].surely_before(day) else {}),
        }
        for position, key, day in zip(range(len(entries)), keys(entries), since, strict=True)
    ]
    after = {**data, name: [given[position] for position in order]}
    return Ordered(after, _moving(name, dict(enumerate(order))), _moving(name, place))


def on_record_since(record: Record, name: str, dates: Sequence[PartialDate]) -> list[PartialDate]:
    """Of each entry of a list the day since which it is on record, as far as the record shows.

    That is the latest of its own date and those before it in the file, as these were first recorded:
    that one of them was given a later day afterwards makes nothing late that stands behind it. Where a
    correction moved its own date, the later of the two counts, or the day of the correction where the
    first one was still ahead then.

    Args:
        record: with its corrections applied, in the order of the file.
        name: of the list.
        dates: those of its entries.
    """
    found: list[PartialDate] = []
    latest: PartialDate | None = None
    for position, date in enumerate(dates):
        if _is_ahead(record, position):
            found.append(date)
            continue
        first = _recorded_on(record, name, position, date)
        shown = [day for day in (latest, date, first) if day is not None]
        found.append(max(shown, key=_earliest))
        latest = first if latest is None else max((latest, first), key=_earliest)
    return found


def _is_ahead(record: Record, position: int) -> bool:
    """Whether an entry says beforehand when something will be: an amendment's effect."""
    return isinstance(record, Amendment) and record.dossier[position].stage is DossierStage.EFFECT


def _recorded_on(record: Record, name: str, position: int, date: PartialDate) -> PartialDate:
    """The date that an entry was first given, or that of its correction where the first was still ahead then."""
    for correction in record.corrections:
        was = correction.was
        if correction.target == (name, position) and isinstance(was, dict):
            was = was.get("date")
        elif correction.target != (name, position, "date"):
            continue
        if was is not None and not correction.annul:
            given = PartialDate.parse(str(was))
            return correction.date if correction.date.surely_before(given) else given
    return date


def _earliest(date: PartialDate) -> Any:
    return date.earliest


def _same(pointer: Pointer) -> Pointer:
    return pointer


def _moving(name: str, places: dict[int, int]) -> Callable[[Pointer], Pointer]:
    def moved(pointer: Pointer) -> Pointer:
        if len(pointer) > 1 and pointer[0] == name:
            here = pointer[1]
            there = places.get(here, here) if isinstance(here, int) else here
            return (name, there, *pointer[2:])
        return pointer

    return moved
