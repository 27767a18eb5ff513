"""Files for programs beside the pages: figures as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from yizhan.facts.metric_tables import Book
from yizhan.reporting.figures import json

FIGURES = "data/figures.json"
"""Address of the figures, below the site's root."""


def data_files(books: Mapping[str, Book], as_of: date) -> Iterator[tuple[str, bytes]]:
    """Make the figures: the same as ``yizhan metrics --format json`` prints.

    Args:
        books: figures with their members, ``real`` and ``example`` apart.
        as_of: the day they hold for.

    Yields:
        Address and content of each file.
    """
    yield FIGURES, json.write(books, as_of).encode()
