"""Rings: records each of which names the next, and that end where they began."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from yizhan.model.record import Record

R = TypeVar("R", bound=Record)


def way_back(record: R, first: R | None, following: Callable[[R], R | None]) -> str | None:
    """Follow records from one to the next and write the way if it leads back to where it began.

    Args:
        record: where it begins.
        first: the record that it names.
        following: the record that another names.

    Returns:
        ``a → b → a``; None where the way ends, where it ends in a ring of others, which is reported
        of them, and where a record names itself, which A011 reports.
    """
    way = [record.id]
    while first is not None and first.id not in way:
        way.append(first.id)
        first = following(first)
    if first is None or first.id != record.id or len(way) == 1:
        return None
    return " → ".join([*way, record.id])
