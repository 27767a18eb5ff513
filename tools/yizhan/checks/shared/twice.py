"""Keys that are given twice: what five checks look for in five kinds of list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from yizhan.model.finding import Pointer

T = TypeVar("T")


def given_twice(rows: Iterable[tuple[Pointer, str, T]]) -> Iterator[tuple[Pointer, str, T]]:
    """Yield the rows whose key an earlier row has.

    Args:
        rows: where a row's key is, the key, and what a message says of the row.

    Yields:
        where the key is given again, the key, and what is said of the first row that has it.
    """
    first: dict[str, T] = {}
    for pointer, key, about in rows:
        if key in first:
            yield pointer, key, first[key]
        else:
            first[key] = about
