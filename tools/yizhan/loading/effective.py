"""A record as it is to be read: with its corrections, and with what was recorded late in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from yizhan.loading.corrections import FIELD, correct
from yizhan.loading.late_entries import put_in_order
from yizhan.loading.parse import FORMERLY, parse
from yizhan.loading.validators import is_valid
from yizhan.model.finding import Pointer
from yizhan.model.frozen import dataclass
from yizhan.model.kinds import KINDS
from yizhan.model.record import Record
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
    told = {**found.data, FORMERLY: list(_formerly(kind, data, first))}
    return replace(found, data=told, record=parse(KINDS[kind].model, told, first.path))


_REMEMBERED = frozenset({Kind.MATTER, Kind.PROCEDURE})
"""Kinds of which it matters what was on record then: a correction makes nothing in time afterwards."""


def _formerly(kind: Kind, data: Mapping[str, Any], first: Record) -> Iterator[dict[str, Any]]:
    """The data as it was on record until each day of corrections, from the first such day on."""
    given = data[FIELD]
    for day in sorted({each.date.earliest for each in first.corrections}):
        known = [
            item
            for item, each in zip(given, first.corrections, strict=True)
            if each.date.earliest < day
        ]
        former = {name: value for name, value in data.items() if name != FIELD}
        if known:
            former[FIELD] = known
        read_as = _effective(kind, former, parse(KINDS[kind].model, former, first.path))
        if read_as.record is not None:
            yield {"until": day.isoformat(), "data": read_as.data}


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
