"""Walks over a record by the types of its fields: its texts, references, dates and attachments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from yizhan.model.claims import Claims
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Pointer
from yizhan.model.honour import Honour
from yizhan.model.kinds import RECORDS
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.points import Batch
from yizhan.model.record import Attachment, Record
from yizhan.model.references import references as references_of
from yizhan.model.round import Round
from yizhan.model.rule import Rule

_NOT_TEXT = frozenset({"id", "path", "key", "account", "code", "url", "reverses", "start_time"})
"""Strings that are names for the machine, not something a clerk writes in words."""

_Walk = Callable[[Any, Pointer], Iterator[tuple[Pointer, Any]]]
_V = TypeVar("_V")


class Last(Generic[_V]):
    """A function of a record that remembers its last answer.

    All checks of one record run one after another and walk the same texts and references; with the
    last answer at hand each record is walked once, not once a check.
    """

    def __init__(self, compute: Callable[[Record], _V]) -> None:
        self._compute = compute
        self._last: tuple[Record, _V] | None = None

    def __call__(self, record: Record) -> _V:
        """Return what the function says of the record."""
        last = self._last
        if last is None or last[0] is not record:
            last = (record, self._compute(record))
            self._last = last
        return last[1]


def _texts(record: Record) -> tuple[tuple[Pointer, str], ...]:
    return tuple(_walk(_class(record), str)(record, ()))


def _wording(record: Record) -> str:
    return "\n".join([text for _, text in texts(record)])


texts = Last(_texts)
"""Every text that a clerk wrote in words, with where it stands."""

wording = Last(_wording)
"""All texts of a record as one, a line each: to see at one glance that there is nothing to find."""

references = Last(lambda record: tuple(references_of(record)))
"""Every reference of a record, with where it stands."""


def dates(record: Record) -> Iterator[tuple[Pointer, PartialDate]]:
    """Yield every date of a record, with where it stands."""
    yield from _walk(_class(record), PartialDate)(record, ())


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


def _class(record: Record) -> type:
    return type(record)


@cache
def _walk(model: type, leaf: type) -> _Walk:
    """Build, once, the walk over one dataclass that yields its values of type ``leaf``."""
    hints = get_type_hints(model, include_extras=True)
    steps = [
        (field.name, field.name.rstrip("_"), step)
        for field in fields(model)
        if field.name not in _NOT_TEXT and (step := _step(hints[field.name], leaf)) is not None
    ]

    def walk(value: Any, pointer: Pointer) -> Iterator[tuple[Pointer, Any]]:
        for name, key, step in steps:
            inner = getattr(value, name)
            if inner is not None and inner != ():
                yield from step(inner, (*pointer, key))

    return walk


def _step(hint: Any, leaf: type) -> _Walk | None:
    origin = get_origin(hint)
    if origin is Annotated:
        return None
    if origin in (Union, UnionType):
        return _step(next(part for part in get_args(hint) if part is not NoneType), leaf)
    if origin is tuple:
        each = _step(get_args(hint)[0], leaf)
        return None if each is None else _items(each)
    if hint is leaf:
        return _leaf
    if is_dataclass(hint) and isinstance(hint, type) and hint is not PartialDate:
        return _walk(hint, leaf)
    return None


def _leaf(value: Any, pointer: Pointer) -> Iterator[tuple[Pointer, Any]]:
    yield pointer, value


def _items(each: _Walk) -> _Walk:
    def walk(values: Any, pointer: Pointer) -> Iterator[tuple[Pointer, Any]]:
        for position, value in enumerate(values):
            yield from each(value, (*pointer, position))

    return walk
