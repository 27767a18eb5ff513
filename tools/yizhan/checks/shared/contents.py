"""What checks look at in a record of any kind: its texts, references, dates and attachments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yizhan.checks.shared.last import OfLast
from yizhan.model.claims import Claims
from yizhan.model.dates import PartialDate
from yizhan.model.fields import Field, leaves
from yizhan.model.finding import Pointer
from yizhan.model.honour import Honour
from yizhan.model.kinds import RECORDS
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.points import Batch
from yizhan.model.record import Attachment, Record
from yizhan.model.reference import Reference
from yizhan.model.references import references as references_of
from yizhan.model.round import Round
from yizhan.model.rule import Rule

_NOT_TEXT = frozenset(
    {
        *("id", "path", "key", "account", "code", "url", "reverses", "start_time"),
        *("end_time", "time", "amends", "runoff_of", "session"),
        *("at", "target", "fault", "there"),
    }
)
"""Strings that are names for the machine, not something a clerk writes in words."""


def _texts(record: Record) -> tuple[tuple[Pointer, str], ...]:
    return tuple([(pointer, text) for pointer, text, _ in leaves(record, _is_text)])


def _wording(record: Record) -> str:
    return "\n".join([text for _, text in texts(record)])


def _references(record: Record) -> tuple[Reference, ...]:
    return tuple(references_of(record))


texts = OfLast(_texts)
"""Every text that a clerk wrote in words, with where it is."""

wording = OfLast(_wording)
"""All texts of a record as one, a line each: to see at one glance that there is nothing to find."""


def first_words(record: Record) -> Iterator[tuple[Pointer, str]]:
    """Yield every text that was corrected or annulled; the file holds it still."""
    for position, correction in enumerate(record.corrections):
        yield from _strings(correction.was, ("corrections", position, "was"))


def _strings(value: Any, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in _NOT_TEXT:
                yield from _strings(inner, (*pointer, name))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _strings(inner, (*pointer, position))


references = OfLast(_references)
"""Every reference of a record, with where it is."""


def dates(record: Record) -> Iterator[tuple[Pointer, PartialDate]]:
    """Yield every date of a record, with where it is."""
    for pointer, date, _ in leaves(record, _is_date):
        yield pointer, date


def attachments(record: Record) -> Iterator[tuple[Pointer, Attachment]]:
    """Yield every attachment of a record, those of a matter's log entries included."""
    for position, attachment in enumerate(record.attachments):
        yield ("attachments", position), attachment
    if isinstance(record, Matter):
        for number, entry in enumerate(record.log):
            for position, attachment in enumerate(entry.attachments):
                yield ("log", number, "attachments", position), attachment


def attachment_folder(record: Record) -> str:
    """Return the folder of a record's attachments, ending in ``/``."""
    if isinstance(record, Rule):
        return f"{RECORDS}/rules/{record.id}/files/"
    return record.path.removesuffix(".yaml") + "/"


def when(record: Record) -> tuple[Pointer, PartialDate] | None:
    """Return the date that a record of a dated kind is about; None for the other kinds."""
    match record:
        case Matter():
            return ("raised", "date"), record.raised.date
        case Meeting() | Round() | Batch() | Honour():
            return ("date",), record.date
        case Claims():
            return ("end",), record.end
        case _:
            return None


def _is_text(field: Field) -> bool:
    return field.type is str and field.ref is None and field.name not in _NOT_TEXT


def _is_date(field: Field) -> bool:
    return field.type is PartialDate and field.name != "since"  # which follows from other dates


def line_of(pointer: Pointer, text: str, at: int) -> Pointer:
    """Point at the line of a text of several lines in which something is, counted from 0."""
    return (*pointer, text.count("\n", 0, at)) if "\n" in text.rstrip("\n") else pointer
