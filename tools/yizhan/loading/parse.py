"""Data of a schema-valid file → the frozen dataclasses of the model, driven by their type hints."""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable, Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast

from yizhan.model.dates import PartialDate
from yizhan.model.fields import MISSING, fields_of, is_model
from yizhan.model.record import Former, Record
from yizhan.model.text import Text

R = TypeVar("R", bound=Record)
T = TypeVar("T")

_Convert = Callable[[Any], Any]

_SHARED = frozenset(("step", "tier"))
"""Fields that hold one of few words, apart from ids of other records."""


FORMERLY = "formerly"
"""Where a record's data says what was on record before its corrections (``loading/effective.py``)."""


def parse(model: type[R], data: Mapping[str, Any], path: str) -> R:
    """Make a record of a file's data.

    Args:
        model: the class of the record's kind.
        data: valid by the kind's schema; keys are the field names without a trailing ``_``.
        path: the file, relative to the project's root.

    Raises:
        ValueError: a date that no calendar has, which a schema's pattern cannot tell.
        KeyError: a required field is missing, or a word no enum has: the schema was not asked.
    """
    values = {**data, "path": path}
    if FORMERLY in data:
        values[FORMERLY] = tuple(
            Former(
                date.fromisoformat(each["until"]),
                parse(model, each["data"], path),
                date.fromisoformat(each["last"]),
                tuple(each["then"]),
            )
            for each in data[FORMERLY]
        )
    record: R = _builder(cast("Hashable", model))(values)
    return record


def build(model: type[T], data: Mapping[str, Any]) -> T:
    """Make any dataclass of the model, such as a preset's step; as ``parse``, without a path."""
    made: T = _builder(cast("Hashable", model))(data)
    return made


@cache
def _builder(model: Any) -> _Convert:
    """Write and compile the function that builds one class.

    A loop over the fields would take three times as long, and the ``__init__`` of a frozen
    dataclass twice as long again, since it sets each field through ``object.__setattr__``. The
    slots' own descriptors write the same values.
    """
    names: dict[str, Any] = {"new": model.__new__, "model": model}
    lines = ["def build(data):", "    self = new(model)", "    get = data.get"]
    for number, field in enumerate(fields_of(model)):
        convert = _converter(field.type)
        if field.ref is not None or field.name in _SHARED:
            # one string for all records that name a body, instead of one for each
            convert = sys.intern
        if field.many:
            convert = _tuple_of(convert)
        names[f"set{number}"] = getattr(model, field.name).__set__
        names[f"convert{number}"] = convert
        value = "value" if convert is None else f"convert{number}(value)"
        if field.default is MISSING:
            found = f"data[{field.key!r}]"
            value = found if convert is None else f"convert{number}({found})"
            lines.append(f"    set{number}(self, {value})")
            continue
        names[f"default{number}"] = field.default
        lines.append(f"    value = get({field.key!r})")
        lines.append(f"    set{number}(self, default{number} if value is None else {value})")
    lines.append("    return self")
    exec("\n".join(lines), names)  # noqa: S102  # made of the model's own field names, of no input
    build: _Convert = names["build"]
    return build


def _converter(kind: Any) -> _Convert | None:
    """The conversion of one type; None where the value stays as it is."""
    if kind is PartialDate:
        return _date
    if kind is float:
        return float
    if kind is Text:
        return _text
    if isinstance(kind, type) and issubclass(kind, Enum):
        members: dict[Any, Any] = {member.value: member for member in kind}
        return members.__getitem__
    if is_model(kind):
        return _builder(kind)
    return None


def _date(value: Any) -> PartialDate:
    return PartialDate.parse(value if type(value) is str else str(value))


def _text(value: Any) -> Text:
    return Text(**value)


def _tuple_of(each: _Convert | None) -> _Convert:
    if each is None:
        return tuple
    convert = each

    def convert_all(values: list[Any]) -> tuple[Any, ...]:
        return tuple([convert(value) for value in values])

    return convert_all
