"""A record as it is to be read: with its corrections, and with what was recorded late in its place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from yizhan.loading.corrections import FIELD, correct
from yizhan.loading.late_entries import put_in_order
from yizhan.loading.parse import FORMERLY, parse
from yizhan.loading.validators import is_valid
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Pointer
from yizhan.model.frozen import dataclass
from yizhan.model.kinds import KINDS
from yizhan.model.matter import Matter
from yizhan.model.order import in_order
from yizhan.model.record import Correction, Record
from yizhan.model.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Effective:
    """A file's data as it is to be read.

    Attributes:
        data: with what became of each correction, and since when late entries are on record; where
            the schema refuses it, as the corrections left it.
        record: the same as a record; None where the schema refuses it.
        origin: where in the file each value of it is.
    """

    data: dict[str, Any]
    record: Record | None
    origin: Callable[[Pointer], Pointer]


def effective(kind: Kind, data: Mapping[str, Any], first: Record) -> Effective:
    """Apply corrections and put late entries in their place; say what was on record before each.

    Args:
        kind: the record's kind.
        data: as in the file, valid by the schema; not changed.
        first: the record made of it as it is written.
    """
    found = _effective(kind, data, first)
    if found.record is None or kind not in _REMEMBERED or not first.corrections:
        return found
    made = [_made(found.record, each) for each in found.record.corrections]
    told = {**found.data, FORMERLY: _formerly(kind, data, first, made)}
    return replace(found, data=told, record=parse(KINDS[kind].model, told, first.path))


_REMEMBERED = frozenset({Kind.MATTER, Kind.PROCEDURE})
"""Kinds of which it matters what was on record then: a correction makes nothing in time afterwards."""


class _Made(NamedTuple):
    """The first and the last day on which a correction can have been made."""

    first: date
    last: date


def _made(record: Record, correction: Correction) -> _Made:
    """When a correction was made: where its own date leaves that open, not before what it corrects.

    Args:
        record: with its corrections applied.
        correction: one of them.
    """
    day = correction.date
    if day.day is not None:
        return _Made(day.day, day.day)
    corrected = _day_of(record, correction)
    known = corrected is not None and not day.surely_before(corrected)
    first = max(day.earliest, corrected.earliest) if known and corrected else day.earliest
    return _Made(first, day.latest)


def _day_of(record: Record, correction: Correction) -> PartialDate | None:
    """The day, as first recorded, from which on there was something to correct."""
    if not isinstance(record, Matter):
        return None
    match correction.target, correction.was:
        case ("log", int()), {"date": str(was)}:
            return PartialDate.parse(was)
        case (("log", int(), "date"), str(was)) | (("raised", "date"), str(was)):
            return PartialDate.parse(was)
        case ("log", int(position), *_), _ if position < len(record.log):
            return record.log[position].date
        case _:
            return record.raised.date


def _formerly(
    kind: Kind, data: Mapping[str, Any], first: Record, made: Sequence[_Made]
) -> list[dict[str, Any]]:
    """The data before each correction, from the first on; of one day, what held until it comes first."""
    applied = in_order([each.date for each in first.corrections])
    order = sorted(applied, key=lambda position: made[position].first)
    found: list[dict[str, Any]] = []
    for number, position in enumerate(order):
        read_as = _without(kind, data, first, order[:number])
        if read_as.record is not None:  # that of the file is one, so that there is a first
            day = made[position].first
            last = max(each.last for each in made if each.first == day)
            known = {"until": day.isoformat(), "last": last.isoformat(), "data": read_as.data}
            found.append({**known, "then": []})
        found[-1]["then"].append(position)
    return found


def _without(
    kind: Kind, data: Mapping[str, Any], first: Record, known: Collection[int]
) -> Effective:
    """The record as it is to be read with some of its corrections only, by their positions."""
    former = {name: value for name, value in data.items() if name != FIELD}
    if known:
        former[FIELD] = [each for at, each in enumerate(data[FIELD]) if at in known]
    return _effective(kind, former, parse(KINDS[kind].model, former, first.path))


def _effective(kind: Kind, data: Mapping[str, Any], first: Record) -> Effective:
    model, path = KINDS[kind].model, first.path
    corrected = correct(kind, data, first)
    refused = Effective(corrected.data, None, corrected.origin)
    if not is_valid(kind, corrected.data):
        return refused
    told = corrected.told()
    try:
        record = parse(model, told, path)
    except ValueError:
        # The schema's pattern lets 29 February pass in every year; only a calendar knows.
        return refused
    ordered = put_in_order(told, record)
    after = {**ordered.data}
    if FIELD in after:
        after[FIELD] = [
            {**each, "target": list(ordered.now(tuple(each.get("target", ()))))}
            for each in after[FIELD]
        ]
    written, corrected_from = ordered.written, corrected.origin
    return Effective(
        after, parse(model, after, path), lambda pointer: corrected_from(written(pointer))
    )
