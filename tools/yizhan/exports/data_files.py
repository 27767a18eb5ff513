"""Files for programs that lie beside the pages: figures as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from yizhan.facts.metrics import Book
from yizhan.reporting.figures import json

FIGURES = "data/figures.json"
"""Address of the figures, below the site's root."""


def write_data_files(built: Path, books: Mapping[str, Book], as_of: date) -> None:
    """Write the figures: the same as ``yizhan metrics --format json`` prints.

    Args:
        built: the folder of the site.
        books: figures with their members, ``real`` and ``example`` apart.
        as_of: the day they hold for.
    """
    file = built / FIGURES
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.write(books, as_of), "utf-8", newline="\n")
