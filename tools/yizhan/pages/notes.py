"""What a page was made of, noted while it is made, so that the next build knows whether to make it again.

Whatever a page shows it asks the site for. The archive tells its listener every question; a value that
was worked out from many records (a group of matters, a figure) is handed over in a wrapper that notes
which part of it was looked at. A note is a short text, a *mark*: the archive's are those that checks use
(``checking.tracking``), a part of a derived value is written as the way to it. The next build compares
what the marks stand for, and makes a page again where one of them differs.
"""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Callable, Hashable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, TypeVar, cast

from yizhan.checking.tracking import Questions
from yizhan.facts.metric_definitions import Definition
from yizhan.facts.metric_tables import Book
from yizhan.facts.metrics import Figure
from yizhan.facts.monthly import Months
from yizhan.model.dates import PartialDate
from yizhan.model.procedure import Stage, Step
from yizhan.model.record import Record

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

Digest = bytes
Marks = tuple[str, ...]
"""A tuple, since there is one for each of 50,000 rows: a set takes five times the memory."""
Remembered = MutableMapping[K, tuple[T, Marks]]

_SIGN = "\x1f"
"""Begins every step of the way to a part; YAML text cannot hold it."""
_SIZE = 12


_GROUPS = (Mapping, list, tuple, Book, Months)
"""Values that hold others, of which a page may look at some."""


class Notes(Questions):
    """Notes questions to the archive, and looks at derived values."""

    def part(self, way: str) -> None:
        """Note that the part at the end of a way was looked at."""
        self.marks.add(way)

    def remember(self, kept: Remembered[K, T], key: K, make: Callable[[], T]) -> T:
        """Make a value once; whoever uses it again notes what it was made of."""
        found = kept.get(key)
        if found is None:
            outer, self.marks = self.marks, set()
            try:
                found = kept[key] = (make(), tuple(self.marks))
            finally:
                self.marks = outer
        self.marks.update(found[1])
        return found[0]


class Noted:
    """A derived value, or a group in it, that notes which of its parts are looked at.

    Single records and other small values are handed out as they are, their way noted. Of a sequence,
    a slice is one part; to go through it is to look at the whole.
    """

    __slots__ = ("_notes", "_value", "_way")

    def __init__(self, value: Any, way: str, notes: Notes) -> None:
        self._value = value
        self._way = way
        self._notes = notes

    def __getattr__(self, name: str) -> Any:
        return self._further(getattr(self._value, name), f"{self._way}{_SIGN}.{name}")

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, slice):
            assert key.step is None, "a part is a stretch"
            self._notes.part(f"{self._way}{_SIGN}:{_end(key.start)}:{_end(key.stop)}")
            return self._value[key]
        return self._further(self._value[key], f"{self._way}{_SIGN}[{key}")

    def get(self, key: Any, default: Any = None) -> Any:
        """As of a mapping; that there is nothing is a part as well."""
        if key not in self:
            return default
        return self[key]

    def items(self) -> Iterator[tuple[Any, Any]]:
        """As of a mapping."""
        for key in self:
            yield key, self[key]

    def __contains__(self, key: object) -> bool:
        self._notes.part(f"{self._way}{_SIGN}?{key}")
        return key in self._value

    def __iter__(self) -> Iterator[Any]:
        self._notes.part(f"{self._way}{_SIGN}*")
        return iter(self._value)

    def __len__(self) -> int:
        self._notes.part(f"{self._way}{_SIGN}#")
        return len(self._value)

    def _further(self, value: Any, way: str) -> Any:
        if isinstance(value, _GROUPS) and not hasattr(value, "_fields"):
            return Noted(value, way, self._notes)
        self._notes.part(way)
        return value


def _end(position: int | None) -> str:
    return "" if position is None else str(position)


def is_way(mark: str) -> bool:
    """Whether a mark is the way to a part of a derived value."""
    return mark.startswith(_SIGN)


def way_to(name: str) -> str:
    """The way to a derived value as a whole."""
    return f"{_SIGN}.{name}"


def follow(root: object, way: str) -> object:
    """What is at the end of a way; ``None`` where the way ends nowhere.

    A mapping on the way gives its keys, since what they lead to has ways of its own.
    """
    value: Any = root
    try:
        for step in way.split(_SIGN)[1:]:
            value = _step(value, step)
    except (AttributeError, KeyError, IndexError):
        return None
    return value


def _step(value: Any, step: str) -> object:
    sign, name = step[0], step[1:]
    match sign:
        case ".":
            return getattr(value, name)
        case "[":
            if isinstance(value, Mapping) and name not in value:
                raise KeyError(
                    name
                )  # one that makes what is missing must not: to look changes nothing
            return value[name if isinstance(value, Mapping) else int(name)]
        case "?":
            return name in value
        case "#":
            return len(value)
        case ":":
            start, stop = (int(each) if each else None for each in name.split(":"))
            return value[start:stop]
        case _:
            return tuple(value)


class Digester:
    """Digests of values in which records stand for what their files hold.

    Args:
        contents: digest of each record's data, by id.
    """

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        self._contents = contents
        self._known: dict[int, tuple[object, Digest]] = {}
        self._reducers = _Reducers(self._record)

    def of(self, value: object) -> Digest:
        """The digest of plain data, enums, dataclasses and records in any nesting.

        It is kept as long as the digester, since the same row stands in the tables of every
        language, and the same head over all pages of a list.
        """
        if type(value) is str:  # an id, most often: sooner made than found again
            return _digest(value.encode())
        if isinstance(value, Record):
            return self._record(value)
        if isinstance(value, (list, tuple)) and not hasattr(value, "_fields"):
            return self._several(value)
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = (value, self._plain(value))
        return known[1]

    def _several(self, values: Sequence[object]) -> Digest:
        """Lists of records and of ids are many and long, so that each has a short way."""
        kinds = set(map(type, values))
        if kinds == {str}:
            body = _SIGN.join(cast("Sequence[str]", values)).encode()
        elif all(issubclass(kind, Record) for kind in kinds):
            body = b"".join([self._record(each) for each in cast("Sequence[Record]", values)])
        else:
            body = b"".join([self.of(each) for each in values])
        return _digest(b"%d\n" % len(values) + body)

    def _plain(self, value: object) -> Digest:
        stream = io.BytesIO()
        pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
        pickler.fast = True  # nothing is written as "the same object as before"
        pickler.dispatch_table = self._reducers
        pickler.dump(value)
        return _digest(stream.getbuffer())

    def _record(self, record: Record) -> Digest:
        """What its file holds, its path being part of that; a preset's is the version's."""
        return self._contents.get(record.id) or _digest(record.id.encode())


def _digest(body: bytes | memoryview) -> Digest:
    return hashlib.blake2b(body, digest_size=_SIZE).digest()


_Reduced = tuple[Callable[..., Any], tuple[Any, ...]]


class _Reducers(dict[type, Callable[[Any], _Reduced]]):
    """What is written for an object that is no plain data, by its class.

    Args:
        of_record: the digest of a record.
    """

    def __init__(self, of_record: Callable[[Record], Digest]) -> None:
        super().__init__()
        self._of_record = of_record
        for model in (Definition, Stage, Step):
            self[model] = _by_key  # changed only by another procedure or version, and then all is
        self[PartialDate] = _by_text
        self[date] = _by_number
        self[Figure] = self._figure
        self._ids: dict[int, tuple[object, Digest]] = {}

    def __missing__(self, model: type) -> Callable[[Any], _Reduced]:
        if issubclass(model, Record):
            self[model] = self._by_content
        elif issubclass(model, Enum):
            self[model] = _by_value
        elif issubclass(model, tuple):
            self[model] = _by_items  # a named tuple: what the fields are called is the version's
        elif issubclass(model, str):
            self[model] = _as_text
        elif is_dataclass(model):
            names = tuple(each.name for each in fields(model))
            self[model] = lambda value: (tuple, ([getattr(value, name) for name in names],))
        else:
            raise KeyError(model)
        return self[model]

    def _by_content(self, record: Record) -> _Reduced:
        return bytes, (self._of_record(record),)

    def _figure(self, figure: Figure) -> _Reduced:
        """A figure with its members joined: pickled one by one, 430,000 ids took a seventh of a build after an edit."""
        left_out = [(reason.value, self._of_ids(ids)) for reason, ids in figure.exclusions.items()]
        numbers = (figure.key, figure.numerator, figure.denominator, figure.suppressed)
        value = figure.value
        exact = None if value is None else (value.numerator, value.denominator)
        members = figure.members
        ids = (self._of_ids(members.numerator), self._of_ids(members.denominator))
        return tuple, ((*numbers, exact, *ids, *left_out),)

    def _of_ids(self, ids: tuple[str, ...]) -> Digest:
        """Several figures of a group have the same tuple of ids as members."""
        known = self._ids.get(id(ids))
        if known is None:
            known = self._ids[id(ids)] = (ids, _digest(_SIGN.join(ids).encode()))
        return known[1]


def _by_key(value: Definition | Stage | Step) -> _Reduced:
    return str, (value.key,)


def _by_value(word: Enum) -> _Reduced:
    return str, (word.value,)


def _by_items(values: tuple[object, ...]) -> _Reduced:
    return tuple, (list(values),)


def _as_text(text: str) -> _Reduced:
    return str, (str(text),)


def _by_text(day: PartialDate) -> _Reduced:
    return str, (day.text,)


def _by_number(day: date) -> _Reduced:
    return int, (day.toordinal(),)
