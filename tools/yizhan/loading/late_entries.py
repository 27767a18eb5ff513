"""What was recorded late: read in the order of its date, with the day since which it is on record.

A log, a dossier and a round of selection are only added to at the end, and each of their entries
takes effect by its date. So a record is read with these lists in order; an entry that is on record
only since a later day than its own says since when (``since``), and lateness is reckoned by that
day: a backdated report erases nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

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

    That is the latest of its own date and those that stood before it in the file. Where a correction
    moved its date, the later of the two counts, or the day of the correction where the first one was
    still ahead then. What is behind goes by the dates as they stood: that another entry is corrected,
    or annulled, does not make it be written on another day.

    Args:
        record: with its corrections applied, in the order of the file.
        name: of the list.
        dates: those of its entries.
    """
    found: list[PartialDate] = []
    latest: PartialDate | None = None
    for position, date in enumerate(dates):
        stood = _stood(record, name, position)
        for each in stood.annulled:
            latest = _later(latest, each)
        if _is_ahead(record, position):
            found.append(date)
            continue
        first = date if stood.first is None else stood.first
        found.append(_later(latest, max((date, first), key=_earliest)))
        latest = _later(latest, first)
    return found


class _Stood(NamedTuple):
    """What a place of a list once said of its date.

    Attributes:
        first: the date that its entry was first given; None where it was never corrected.
        annulled: those of entries that stood there, and are annulled.
    """

    first: PartialDate | None
    annulled: tuple[PartialDate, ...]


def _is_ahead(record: Record, position: int) -> bool:
    """Whether an entry says beforehand when something will be: an amendment's effect."""
    return isinstance(record, Amendment) and record.dossier[position].stage is DossierStage.EFFECT


def _stood(record: Record, name: str, position: int) -> _Stood:
    """What the entry at a place was first given as its date, and those annulled in front of it.

    A date that was still ahead when it was corrected was never that of a day on which something was
    recorded: that of the correction counts.
    """
    first: PartialDate | None = None
    annulled: list[PartialDate] = []
    for number in in_order([each.date for each in record.corrections]):
        correction = record.corrections[number]
        was = correction.was
        if correction.target == (name, position) and isinstance(was, dict):
            was = was.get("date")
        elif correction.target != (name, position, "date") or correction.annul:
            continue
        given = None if was is None else PartialDate.parse(str(was))
        if given is None:
            continue
        day = correction.date if correction.date.surely_before(given) else given
        if correction.annul:
            annulled.append(day)
        elif first is None:
            first = day
    return _Stood(first, tuple(annulled))


def _later(one: PartialDate | None, other: PartialDate) -> PartialDate:
    return other if one is None else max((one, other), key=_earliest)


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
