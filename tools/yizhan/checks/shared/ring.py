"""Rings: records each of which names the next, and that end where they began."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from yizhan.model.record import Record

R = TypeVar("R", bound=Record)


def way_back(record: R, first: R | None, following: Callable[[R], R | None]) -> list[R] | None:
    """Follow records from one to the next and give the way if it leads back to where it began.

    Args:
        record: where it begins.
        first: the record that it names.
        following: the record that another names.

    Returns:
        The ring, beginning with the record, which has the first of its ids: a ring is said once. None
        for its others, where the way ends, where it ends in a ring of others, which is reported
        of them, and where a record names itself, which A011 reports.
    """
    way = [record]
    seen = {record.id}
    while first is not None and first.id not in seen:
        way.append(first)
        seen.add(first.id)
        first = following(first)
    if first is None or first.id != min(seen) or first is not record or len(way) == 1:
        return None
    return way


def written(ring: list[R]) -> str:
    """A ring as messages write it: ``a → b → a``."""
    return " → ".join(each.id for each in (*ring, ring[0]))
