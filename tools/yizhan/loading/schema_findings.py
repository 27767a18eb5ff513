"""What is wrong with a record that its schema does not allow, in a clerk's words.

The authority, ``jsonschema``, finds the errors; here each becomes a finding with a line, what was
found, what is allowed, and how to mend it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yizhan.loading import schema_messages as say
from yizhan.loading.schema_hints import (
    DERIVED,
    home_of,
    label,
    likely_date,
    likely_field,
    likely_word,
)
from yizhan.loading.schemas import Schema, bundle, load_vocabulary, schema_at
from yizhan.loading.strict_yaml import decode, positions
from yizhan.loading.validators import authority
from yizhan.loading.yaml_syntax import slip_of_the_pen
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Finding, Pointer
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

if TYPE_CHECKING:
    from jsonschema import ValidationError


@dataclass(frozen=True, slots=True)
class _Wrong:
    """One thing wrong, before its line is known; ``at_key`` where the key is wrong."""

    code: str
    pointer: Pointer
    message: Text
    fix: Text
    at_key: bool = False


def explain(path: str, kind: Kind, data: dict[str, Any], raw: bytes) -> list[Finding]:
    """Say what keeps a file from being a record.

    Args:
        path: the file, relative to the project's root.
        kind: what its folder says it is.
        data: what it holds, refused by the kind's schema or by the calendar.
        raw: its bytes, for the lines.
    """
    text, _ = decode(raw)
    assert text is not None, "data was read from it"
    wrongs = list(_wrongs(kind, data))
    slips = _slips(text, wrongs)
    findings = list(slips.values())
    kept = [wrong for wrong in wrongs if wrong.pointer not in slips]
    at_key = positions(text, *(wrong.pointer for wrong in kept), at_key=True)
    at_value = positions(text, *(wrong.pointer for wrong in kept))
    located = [key if w.at_key else value for w, key, value in zip(kept, at_key, at_value)]  # noqa: B905
    return sorted(
        {
            *(trouble.finding(path) for trouble in findings),
            *(
                Finding(path, line, column, wrong.code, wrong.message, wrong.fix)
                for wrong, (line, column) in zip(kept, located, strict=True)
            ),
        }
    )


def _slips(text: str, wrongs: list[_Wrong]) -> dict[Pointer, Any]:
    """A missing field that stands in the file after all, only without the space after its colon."""
    lines = text.split("\n")
    found: dict[Pointer, Any] = {}
    for wrong in wrongs:
        if wrong.code not in ("S002", "S003"):
            continue
        for number, line in enumerate(lines):
            slip = slip_of_the_pen([line], [0])
            if slip is not None and slip.code in ("Y005", "Y006"):
                named = slip.values.get("key") == wrong.pointer[-1]
                if named or (wrong.code == "S003" and _stands_at(text, wrong.pointer, number)):
                    found[wrong.pointer] = _moved(slip, number)
                    break
    return found


def _stands_at(text: str, pointer: Pointer, number: int) -> bool:
    return positions(text, pointer)[0][0] == number + 1


def _moved(slip: Any, number: int) -> Any:
    return type(slip)(number + 1, slip.column, slip.code, slip.form, slip.values)


def _wrongs(kind: Kind, data: dict[str, Any]) -> Iterator[_Wrong]:
    errors = list(authority(kind).iter_errors(data))
    of_type = {tuple(error.absolute_path) for error in errors if error.validator == "type"}
    too_short = {tuple(error.absolute_path) for error in errors if error.validator == "minLength"}
    for error in errors:
        pointer = tuple(error.absolute_path)
        if pointer in of_type and error.validator != "type":
            continue
        if pointer in too_short and error.validator == "pattern":
            continue
        yield from _CASES.get(str(error.validator), _other)(kind, pointer, error)
    yield from _impossible_days(kind, data, bundle(kind), ())


def _unknown(kind: Kind, pointer: Pointer, error: ValidationError) -> Iterator[_Wrong]:
    allowed = _schema(error)["properties"]
    for key in error.instance:
        if key in allowed:
            continue
        here = (*pointer, key)
        where = label(kind, here)
        if kind is Kind.MATTER and key in DERIVED:
            message, fix = say.DERIVED
            yield _Wrong("S001", here, message.format(where=where), fix, at_key=True)
            continue
        fix = _fix_unknown(kind, key, pointer, allowed)
        yield _Wrong("S001", here, say.UNKNOWN.format(where=where), fix, at_key=True)


def _fix_unknown(kind: Kind, key: str, pointer: Pointer, allowed: dict[str, Schema]) -> Text:
    vocabulary = load_vocabulary()
    near = likely_field(key, allowed)
    if near is not None:
        title = vocabulary.field(kind, (*pointer, near))
        return say.UNKNOWN_NEAR.format(near=near, title=title)
    home = None if pointer else home_of(key, bundle(kind))
    if home is not None:
        return say.UNKNOWN_HOME.format(home=vocabulary.field(kind, home), name=home[-1])
    return say.UNKNOWN_ALL.format(fields=_fields(kind, pointer, allowed))


def _fields(kind: Kind, pointer: Pointer, allowed: dict[str, Schema]) -> Text:
    titles = {name: load_vocabulary().field(kind, (*pointer, name)) for name in allowed}
    return _listed(titles)


def _listed(titles: dict[str, Text]) -> Text:
    return Text(
        "、".join(f"{name}（{title.zh}）" for name, title in titles.items()),
        ", ".join(f"{name} ({title.en})" for name, title in titles.items()),
    )


def _missing(kind: Kind, pointer: Pointer, error: ValidationError) -> Iterator[_Wrong]:
    for key in error.validator_value:
        if key in error.instance:
            continue
        here = (*pointer, key)
        message = say.MISSING.format(where=label(kind, here))
        yield _Wrong("S002", here, message, _fix_missing(kind, here), at_key=True)


def _fix_missing(kind: Kind, pointer: Pointer) -> Text:
    schema = schema_at(kind, pointer) or {}
    example = next(iter(schema.get("examples", ())), "…")
    line = f"{pointer[-1]}: …" if isinstance(example, dict | list) else f"{pointer[-1]}: {example}"
    return say.MISSING_FIX.format(example=line)


def _missing_beside(kind: Kind, pointer: Pointer, error: ValidationError) -> Iterator[_Wrong]:
    for given, wanted in error.validator_value.items():
        for key in wanted:
            if given in error.instance and key not in error.instance:
                here = (*pointer, key)
                where = label(kind, here)
                message = say.MISSING_BESIDE.format(given=given, where=where)
                yield _Wrong("S002", (*pointer, given), message, _fix_missing(kind, here), True)


def _wrong_type(kind: Kind, pointer: Pointer, error: ValidationError) -> Iterator[_Wrong]:
    where, value = label(kind, pointer), error.instance
    if value is None:
        message, fix = say.EMPTY
        yield _Wrong("S003", pointer, message.format(where=where), fix)
        return
    if _is_date(_schema(error)):
        yield from _wrong_date(kind, pointer, value)
        return
    wanted = error.validator_value if isinstance(error.validator_value, str) else "string"
    fix = say.TYPE_FIXES[wanted]
    if wanted == "string" and isinstance(value, int | float):
        fix = say.QUOTE.format(value=value)
    message = say.WRONG_TYPE.format(where=where, wanted=say.TYPES[wanted], found=say.shown(value))
    yield _Wrong("S003", pointer, message, fix)


def _not_a_word(kind: Kind, pointer: Pointer, error: ValidationError) -> Iterator[_Wrong]:
    choices = dict(load_vocabulary().choices(kind, pointer))
    found = say.shortened(error.instance)
    message = say.NOT_A_WORD.format(where=label(kind, pointer), found=found)
    near = likely_word(error.instance, choices)
    if near is not None:
        fix = say.WORD_NEAR.format(word=near, title=choices[near])
    else:
        fix = say.WORD_ALL.format(words=_listed(choices))
    yield _Wrong("S004", pointer, message, fix)


def _pattern(kind: Kind, pointer: Pointer, error: ValidationError) -> Iterator[_Wrong]:
    schema = _schema(error)
    if _is_date(schema):
        yield from _wrong_date(kind, pointer, error.instance)
        return
    found = say.shortened(error.instance)
    message = say.PATTERN.format(where=label(kind, pointer), found=found)
    english = schema.get("x-en", {}).get("patternErrorMessage")
    fix = Text(schema["patternErrorMessage"], english) if english else say.OTHER[1]
    yield _Wrong("S006", pointer, message, fix)


def _is_date(schema: Schema) -> bool:
    return schema.get("type") == ["string", "integer"]


def _wrong_date(kind: Kind, pointer: Pointer, value: object) -> Iterator[_Wrong]:
    where, found = label(kind, pointer), say.shortened(value)
    near = likely_date(value)
    if near is None:
        schema = schema_at(kind, pointer) or {}
        fix = Text(schema["patternErrorMessage"], schema["x-en"]["patternErrorMessage"])
    else:
        fix = say.DATE_NEAR.format(date=near)
    yield _Wrong("S005", pointer, say.DATE.format(where=where, found=found), fix)


def _impossible_days(kind: Kind, value: Any, schema: Schema, at: Pointer) -> Iterator[_Wrong]:
    """Days such as 2025-02-29, which have a date's form."""
    if isinstance(value, dict):
        for key, inner in value.items():
            part = schema.get("properties", {}).get(key)
            if part:
                yield from _impossible_days(kind, inner, part, (*at, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _impossible_days(kind, inner, schema.get("items", {}), (*at, position))
    elif isinstance(value, str) and value.endswith("-02-29") and _is_date(schema):
        try:
            PartialDate.parse(value)
        except ValueError:
            message, fix = say.NO_SUCH_DAY
            yield _Wrong("S005", at, message.format(where=label(kind, at), found=value), fix)


def _size(kind: Kind, pointer: Pointer, error: ValidationError) -> Iterator[_Wrong]:
    message, fix = {
        "maxLength": say.TOO_LONG,
        "minLength": say.TOO_SHORT,
        "minItems": say.TOO_FEW,
        "maxItems": say.TOO_MANY,
    }[str(error.validator)]
    size, limit = len(error.instance), error.validator_value
    filled = message.format(where=label(kind, pointer), size=size, limit=limit)
    yield _Wrong("S007", pointer, filled, fix)


def _range(kind: Kind, pointer: Pointer, error: ValidationError) -> Iterator[_Wrong]:
    if _is_date(_schema(error)):
        yield from _wrong_date(kind, pointer, error.instance)
        return
    message, fix = say.TOO_SMALL if error.validator == "minimum" else say.TOO_LARGE
    values = {"found": error.instance, "limit": error.validator_value}
    yield _Wrong("S008", pointer, message.format(where=label(kind, pointer), **values), fix)


def _repeated(kind: Kind, pointer: Pointer, error: ValidationError) -> Iterator[_Wrong]:
    message, fix = say.REPEATED
    items = error.instance
    for position, item in enumerate(items):
        if item in items[:position]:
            where = label(kind, pointer)
            filled = message.format(where=where, found=say.shortened(item))
            yield _Wrong("S009", (*pointer, position), filled, fix)


def _other(kind: Kind, pointer: Pointer, error: ValidationError) -> Iterator[_Wrong]:
    message, fix = say.NOT_HERE if error.schema is False else say.OTHER
    at_key = error.schema is False
    yield _Wrong("S009", pointer, message.format(where=label(kind, pointer)), fix, at_key)


def _schema(error: ValidationError) -> Schema:
    """The part of the schema that refused; ``false`` has nothing to say."""
    return error.schema if isinstance(error.schema, dict) else {}


_CASES: dict[str, Callable[[Kind, Pointer, ValidationError], Iterator[_Wrong]]] = {
    "additionalProperties": _unknown,
    "required": _missing,
    "dependentRequired": _missing_beside,
    "type": _wrong_type,
    "oneOf": _not_a_word,
    "enum": _not_a_word,
    "const": _not_a_word,
    "pattern": _pattern,
    "minLength": _size,
    "maxLength": _size,
    "minItems": _size,
    "maxItems": _size,
    "minimum": _range,
    "maximum": _range,
    "uniqueItems": _repeated,
}
