"""Figures for programs: JSON whose form is kept.

The object has ``version`` (3; a field taken away or changed raises it, a new one does not),
``as_of``, ``threshold``, ``books`` and ``marks``: what each word of a book's ``marks`` says. A book
has ``data`` (``real`` or ``example``; figures never mix the two), ``matters`` (ids), ``marks`` (by
word, the matters of which it is to be known beside any figure: ``corrected``, ``entered_later``,
``irregular``, ``noted_by_office``), ``figures``, ``tables`` and ``vague`` (ids left out of a period
because their date is too vague to tell). Everywhere else a matter is its position in ``matters``,
from 0, since each of them is named some fifty times; a pair ``[first, last]`` in the place of a
position is a stretch of three or more, from one up to and with the other. A figure has ``key``, ``unit`` (``count``, ``share``, ``days``), ``title``,
``definition``, ``suppressed``, ``numerator``, ``denominator``, ``value`` (count and days: an
integer; share: a percentage as text with one decimal, rounded half up; null where there is nothing
to count or it is withheld), ``members`` (of ``numerator`` and ``denominator``) and ``exclusions``
(``reason``, ``text``, ``members``). A table has ``dimension``, ``of`` (the place whose
parts these are, or null), ``pooled`` (keys of the groups in the row ``others``) and ``rows``, by body
also ``note`` (that a matter is with the body that has it now or had it last); a row
has ``key``, ``members`` and, by figure, ``cells`` with ``suppressed``, ``numerator``, ``denominator``
and ``value``: its members are those of the figure that are among the row's. A figure that goes by who
had a matter then (``facts.body_figures``) has its own ``members`` in the cells of a body, which may
be of matters that others have now; ``note`` of a table says so, and is null elsewhere. Every sentence
is ``{"zh": …, "en": …}``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from yizhan.facts.body_figures import OF_THEN
from yizhan.facts.matter_marks import MatterMark
from yizhan.facts.metric_definitions import RATES, Reason
from yizhan.facts.metric_tables import THRESHOLD, Book, Row, Table
from yizhan.facts.metrics import Figure, percent
from yizhan.reporting.figures import Figures
from yizhan.reporting.formats import FOR_PROGRAMS, Format
from yizhan.wording import figures as say
from yizhan.wording.matter_marks import MARKS

VERSION = 3


def write(books: Mapping[str, Book], as_of: date) -> str:
    """Write books of figures as one JSON object.

    Args:
        books: ``real``, ``example`` or both.
        as_of: the day the figures hold for.
    """
    value = {
        "version": VERSION,
        "as_of": as_of.isoformat(),
        "threshold": THRESHOLD,
        "marks": {mark.value: text._asdict() for mark, text in MARKS.items()},
        "books": [_book(data, book) for data, book in books.items()],
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


class _Positions(dict[str, int]):
    """Where each matter is in the list of a book; one that is asked for first is put at its end."""

    def __missing__(self, identifier: str) -> int:
        position = self[identifier] = len(self)
        return position

    def of(self, ids: Iterable[str]) -> list[int | list[int]]:
        """Positions; three or more that follow one another are one pair."""
        found: list[int | list[int]] = []
        first = last = -2
        for each in ids:
            position = self[each]
            if position != last + 1:
                _close(found, first, last)
                first = position
            last = position
        _close(found, first, last)
        return found


def _close(found: list[int | list[int]], first: int, last: int) -> None:
    """Add a stretch of positions; none where it has not begun."""
    if last - first > 1:
        found.append([first, last])
    elif first >= 0:
        found += range(first, last + 1)


def _book(data: str, book: Book) -> dict[str, Any]:
    positions = _Positions()
    figures = [_figure(figure, positions) for figure in book.figures]
    tables = [_table(table, positions) for table in book.tables]
    return {
        "data": data,
        "matters": list(positions),
        "marks": {mark.value: _marked(book, mark, positions) for mark in MatterMark},
        "vague": book.sheet.vague,
        "figures": figures,
        "tables": tables,
    }


def _marked(book: Book, mark: MatterMark, positions: _Positions) -> list[int | list[int]]:
    """The matters that carry a mark, of those that the figures name."""
    matters = book.sheet.matters
    return positions.of(each for each in positions if mark in matters[each].marks)


def _figure(figure: Figure, positions: _Positions) -> dict[str, Any]:
    definition = figure.definition
    return {
        "key": definition.key,
        "unit": definition.unit.value,
        "title": say.title(definition)._asdict(),
        "definition": say.counts(definition)._asdict(),
        **_cell(figure),
        "members": _members(figure, positions),
        "exclusions": [
            {
                "reason": reason.value,
                "text": say.REASONS[reason]._asdict(),
                "members": positions.of(ids),
            }
            for reason, ids in figure.exclusions.items()
        ],
    }


def _cell(figure: Figure) -> dict[str, Any]:
    return {
        "suppressed": figure.suppressed,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": _value(figure),
    }


def _value(figure: Figure) -> int | str | None:
    if figure.value is None:
        return None
    if figure.definition.unit in RATES:
        return str(percent(figure.value))
    return int(figure.value)


def _table(table: Table, positions: _Positions) -> dict[str, Any]:
    note = say.NOTES.get(table.dimension)
    return {
        "dimension": table.dimension.value,
        "of": table.of,
        "note": None if note is None else note._asdict(),
        "pooled": table.pooled,
        "rows": [_row(row, positions) for row in table.rows],
    }


def _row(row: Row, positions: _Positions) -> dict[str, Any]:
    return {
        "key": row.key,
        "members": positions.of(_counted(row)),
        "cells": {
            figure.key: _cell(figure) | _own_members(row, figure, positions)
            for figure in row.figures
        },
    }


def _counted(row: Row) -> Iterable[str]:
    """The matters of a row, less those that a body once had and others have now."""
    if row.measured is None:
        return row.ids
    return (each for each in row.ids if row.measured[each][0] is not Reason.WITH_ANOTHER)


def _own_members(row: Row, figure: Figure, positions: _Positions) -> dict[str, Any]:
    """The members of a cell that are not simply those of the figure among the row's."""
    if row.measured is None or figure.key not in OF_THEN:
        return {}
    return {"members": _members(figure, positions)}


def _members(figure: Figure, positions: _Positions) -> dict[str, list[int | list[int]]]:
    return {
        "numerator": positions.of(figure.members.numerator),
        "denominator": positions.of(figure.members.denominator),
    }


FORMAT: Format[Figures] = Format(
    FOR_PROGRAMS, lambda figures, _lang: write(figures.books, figures.as_of)
)
