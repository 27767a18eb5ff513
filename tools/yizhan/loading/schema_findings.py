"""What is wrong with a record that its schema does not allow, in a clerk's words.

The authority, ``jsonschema``, finds the errors; here each becomes a finding with a line, what was
found, what is allowed, and how to fix it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from yizhan.loading import schema_messages as say
from yizhan.loading.schema_hints import (
    DERIVED,
    home_of,
    label,
    likely_date,
    likely_field,
    likely_number,
    likely_step,
    likely_word,
    names_no_day,
)
from yizhan.loading.schemas import Schema, bundle, load_vocabulary, schema_at
from yizhan.loading.strict_yaml import decode, positions
from yizhan.loading.validators import authority
from yizhan.loading.yaml_messages import Trouble
from yizhan.loading.yaml_syntax import typo_in
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Finding, Pointer
from yizhan.model.frozen import dataclass
from yizhan.model.kinds import KINDS, RECORDS
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class _Wrong:
    """One thing wrong, before its line is known; ``at_key`` where the key is wrong."""

    code: str
    pointer: Pointer
    message: Text
    fix: Text
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class _Error:
    """One error of the authority.

    Attributes:
        keyword: the schema's word that refused, such as ``pattern``; empty for ``false``.
        wanted: what is beside that word.
        instance: the value that was refused.
        schema: the part of the schema the word is in.
    """

    keyword: str
    wanted: Any
    pointer: Pointer
    instance: Any
    schema: Schema


def explain(
    path: str,
    kind: Kind,
    data: dict[str, Any],
    raw: bytes,
    origin: Callable[[Pointer], Pointer] | None = None,
) -> list[Finding]:
    """Say what keeps a file from being a record.

    Args:
        path: the file, relative to the project's root.
        kind: what its folder says it is.
        data: what it holds, refused by the kind's schema or by the calendar.
        raw: its bytes, for the lines.
        origin: where in the file each value of the data is, where corrections were applied to it.
    """
    text, _ = decode(raw)
    assert text is not None, "data was read from it"
    wrongs = list(_wrongs(kind, data))
    if origin is not None:
        wrongs = [replace(wrong, pointer=origin(wrong.pointer)) for wrong in wrongs]
    typos = _typos(text, wrongs)
    kept = [wrong for wrong in wrongs if wrong.pointer not in typos]
    found = {typo.finding(path) for typo in typos.values()}
    for at_key in (True, False):
        group = [wrong for wrong in kept if wrong.at_key is at_key]
        places = positions(text, *(wrong.pointer for wrong in group), at_key=at_key)
        for wrong, (line, column) in zip(group, places, strict=True):
            found.add(Finding(path, line, column, wrong.code, wrong.message, wrong.fix))
    return sorted(found)


def _typos(text: str, wrongs: list[_Wrong]) -> dict[Pointer, Trouble]:
    """A missing field that is in the file after all, only without the space after its colon."""
    lines = text.split("\n")
    written = [
        replace(typo, line=number)
        for number, line in enumerate(lines, 1)
        if (typo := typo_in([line], [0])) is not None and "key" in typo.values
    ]
    found: dict[Pointer, Trouble] = {}
    for wrong in wrongs:
        for typo in written:
            missing = wrong.code == "S002" and typo.values["key"] == wrong.pointer[-1]
            if missing or (
                wrong.code == "S003" and positions(text, wrong.pointer)[0][0] == typo.line
            ):
                found[wrong.pointer] = typo
                break
    return found


def _wrongs(kind: Kind, data: dict[str, Any]) -> Iterator[_Wrong]:
    stray = _of_another_kind(kind, data)
    if stray is not None:
        yield stray
        return
    errors = list(_errors(kind, data))
    renamed = {field for error in errors for field in _renamed(error)}
    of_type = {error.pointer for error in errors if error.keyword == "type"}
    too_short = {error.pointer for error in errors if error.keyword == "minLength"}
    for error in errors:
        if error.pointer in of_type and error.keyword != "type":
            continue
        if error.pointer in too_short and error.keyword == "pattern":
            continue
        for wrong in _CASES.get(error.keyword, _other)(kind, error.pointer, error):
            if wrong.code != "S002" or wrong.pointer not in renamed:
                yield wrong
    yield from _impossible_days(kind, data, bundle(kind), ())


def _of_another_kind(kind: Kind, data: dict[str, Any]) -> _Wrong | None:
    """A record of another kind in this kind's folder; its fields fit there and do not fit here."""
    own = bundle(kind)
    if data.keys() <= own["properties"].keys() or data.keys() >= set(own["required"]):
        return None
    for other in Kind:
        schema = bundle(other)
        if data.keys() <= schema["properties"].keys() and data.keys() >= set(schema["required"]):
            title = load_vocabulary().kind
            message, fix = say.WRONG_FOLDER
            name = str(data["id"])
            home = f"{RECORDS}/{KINDS[other].folder}".format(id=name, year=name[:4], rule="…")
            filled = message.format(folder=title(kind), kind=title(other))
            return _Wrong("S010", (), filled, fix.format(home=home))
    return None


def _renamed(error: _Error) -> Iterator[Pointer]:
    """Fields that are missing only because they are there under a wrong name."""
    if error.keyword == "additionalProperties":
        allowed = error.schema["properties"]
        for key in set(error.instance) - set(allowed):
            near = likely_field(key, allowed)
            if near is not None:
                yield (*error.pointer, near)


def _errors(kind: Kind, data: dict[str, Any]) -> Iterator[_Error]:
    for error in authority(kind).iter_errors(data):
        schema: Any = error.schema
        yield _Error(
            keyword=error.validator if isinstance(error.validator, str) else "",
            wanted=error.validator_value,
            pointer=_pointer(data, error),
            instance=error.instance,
            schema=schema if isinstance(schema, dict) else {},
        )


def _pointer(data: dict[str, Any], error: Any) -> Pointer:
    """Where an error is; of a field under ``false`` the authority names its parent only."""
    pointer: Pointer = tuple(error.absolute_path)
    if error.validator is not None:
        return pointer
    parent: Any = data
    for part in pointer:
        parent = parent[part]
    return (*pointer, next(key for key, value in parent.items() if value is error.instance))


def _unknown(kind: Kind, pointer: Pointer, error: _Error) -> Iterator[_Wrong]:
    allowed = error.schema["properties"]
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
    return commas(
        Text(f"{name}（{title.zh}）", f"{name} ({title.en})") for name, title in titles.items()
    )


def _missing(kind: Kind, pointer: Pointer, error: _Error) -> Iterator[_Wrong]:
    for key in error.wanted:
        if key in error.instance:
            continue
        here = (*pointer, key)
        message = say.MISSING.format(where=label(kind, here))
        yield _Wrong("S002", here, message, _fix_missing(kind, here), at_key=True)


def _fix_missing(kind: Kind, pointer: Pointer) -> Text:
    schema = schema_at(kind, pointer) or {}
    example = next(iter(schema.get("examples", ())), "…")
    if schema.get("type") == "object":
        needed = {name: schema["properties"][name] for name in schema.get("required", ())}
        return say.MISSING_LINES.format(name=pointer[-1], fields=_fields(kind, pointer, needed))
    line = f"{pointer[-1]}: …" if isinstance(example, dict | list) else f"{pointer[-1]}: {example}"
    return say.MISSING_FIX.format(example=line)


def _missing_beside(kind: Kind, pointer: Pointer, error: _Error) -> Iterator[_Wrong]:
    for given, wanted in error.wanted.items():
        for key in wanted:
            if given in error.instance and key not in error.instance:
                here = (*pointer, key)
                where = label(kind, here)
                message = say.MISSING_BESIDE.format(given=given, where=where)
                yield _Wrong("S002", (*pointer, given), message, _fix_missing(kind, here), True)


def _wrong_type(kind: Kind, pointer: Pointer, error: _Error) -> Iterator[_Wrong]:
    where, value = label(kind, pointer), error.instance
    if value is None:
        message, fix = say.EMPTY
        yield _Wrong("S003", pointer, message.format(where=where), fix)
        return
    if _is_date(error.schema):
        yield from _wrong_date(kind, pointer, value)
        return
    wanted = error.wanted if isinstance(error.wanted, str) else "string"
    fix = say.TYPE_FIXES[wanted]
    if wanted == "string" and isinstance(value, int | float):
        fix = say.QUOTE.format(value=value)
    number = likely_number(value) if wanted == "integer" and isinstance(value, str) else None
    if number is not None:
        fix = say.NUMBER_NEAR.format(number=number)
    message = say.WRONG_TYPE.format(where=where, wanted=say.TYPES[wanted], found=say.shown(value))
    yield _Wrong("S003", pointer, message, fix)


def _not_a_word(kind: Kind, pointer: Pointer, error: _Error) -> Iterator[_Wrong]:
    choices = dict(load_vocabulary().choices(kind, pointer))
    found = say.shortened(error.instance)
    message = say.NOT_A_WORD.format(where=label(kind, pointer), found=found)
    near = likely_word(error.instance, choices)
    if near is not None:
        fix = say.WORD_NEAR.format(word=near, title=choices[near])
    else:
        fix = say.WORD_ALL.format(words=_listed(choices))
    yield _Wrong("S004", pointer, message, fix)


def _pattern(kind: Kind, pointer: Pointer, error: _Error) -> Iterator[_Wrong]:
    schema = error.schema
    if _is_date(schema):
        yield from _wrong_date(kind, pointer, error.instance)
        return
    found = say.shortened(error.instance)
    message = say.PATTERN.format(where=label(kind, pointer), found=found)
    yield _Wrong("S006", pointer, message, _fix_pattern(pointer, error))


def _fix_pattern(pointer: Pointer, error: _Error) -> Text:
    """How to fix a value that does not match its pattern, by what a clerk is likely to have written."""
    schema, text = error.schema, str(error.instance)
    example = schema.get("examples", ["…"])[0]
    if isinstance(pointer[-1], int) and re.search("[，、；]", text):
        return say.SEVERAL
    step = likely_step(text) if pointer[-1] == "step" else None
    if step is not None:
        return say.WORD_NEAR.format(word=step[0], title=step[1])
    if re.search("[\u4e00-\u9fff]", text) and "x-ref" in schema:
        title = load_vocabulary().kind(Kind(schema["x-ref"][0]))
        return say.IDENTIFIER.format(kind=title, example=example)
    if re.search("[\u4e00-\u9fff]", text) and "_" in schema["pattern"]:
        return say.KEY.format(example=example)
    english = schema.get("x-en", {}).get("patternErrorMessage")
    return Text(schema["patternErrorMessage"], english) if english else say.OTHER[1]


def _is_date(schema: Schema) -> bool:
    return schema.get("type") == ["string", "integer"]


def _wrong_date(kind: Kind, pointer: Pointer, value: object) -> Iterator[_Wrong]:
    where, found = label(kind, pointer), say.shortened(value)
    near = likely_date(value)
    if near is None and names_no_day(value):
        message, fix = say.NO_SUCH_DAY
        yield _Wrong("S005", pointer, message.format(where=where, found=found), fix)
        return
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


def _size(kind: Kind, pointer: Pointer, error: _Error) -> Iterator[_Wrong]:
    message, fix = {
        "maxLength": say.TOO_LONG,
        "minLength": say.TOO_SHORT,
        "minItems": say.TOO_FEW,
        "maxItems": say.TOO_MANY,
    }[error.keyword]
    size, limit = len(error.instance), error.wanted
    filled = message.format(where=label(kind, pointer), size=size, limit=limit)
    yield _Wrong("S007", pointer, filled, fix)


def _range(kind: Kind, pointer: Pointer, error: _Error) -> Iterator[_Wrong]:
    if _is_date(error.schema):
        yield from _wrong_date(kind, pointer, error.instance)
        return
    message, fix = say.TOO_SMALL if error.keyword == "minimum" else say.TOO_LARGE
    values = {"found": error.instance, "limit": error.wanted}
    yield _Wrong("S008", pointer, message.format(where=label(kind, pointer), **values), fix)


def _repeated(kind: Kind, pointer: Pointer, error: _Error) -> Iterator[_Wrong]:
    message, fix = say.REPEATED
    items = error.instance
    for position, item in enumerate(items):
        if item in items[:position]:
            where = label(kind, pointer)
            filled = message.format(where=where, found=say.shortened(item))
            yield _Wrong("S009", (*pointer, position), filled, fix)


def _other(kind: Kind, pointer: Pointer, error: _Error) -> Iterator[_Wrong]:
    message, fix = say.OTHER if error.keyword else say.NOT_HERE
    where = label(kind, pointer)
    yield _Wrong("S009", pointer, message.format(where=where), fix, at_key=not error.keyword)


_CASES: dict[str, Callable[[Kind, Pointer, _Error], Iterator[_Wrong]]] = {
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
