"""The smallest change that makes a refused file a valid record, found by trying.

The parser says where it stumbled, often a line or more after the mistake, and a schema blames every
line of a block that slid out of its place. What a clerk did is told more surely by what undoes it:
each likely change is made and the result is read and judged by the schema. So the line is right,
there is one finding, and the remedy is known to work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from yizhan.loading.conflicts import in_conflict, resolution
from yizhan.loading.decoding import decode
from yizhan.loading.left_out import left_out
from yizhan.loading.open_groups import in_texts, open_groups
from yizhan.loading.repair_candidate import Candidate, with_line
from yizhan.loading.repair_candidates import candidates
from yizhan.loading.repair_indents import indents
from yizhan.loading.repair_known import without
from yizhan.loading.repair_obvious import obvious
from yizhan.loading.repair_several import (
    BY_LAYOUT,
    GUESSED,
    Repaired,
    several,
    stumbled_at,
    untouched,
)
from yizhan.loading.schemas import Schema, bundle
from yizhan.loading.strict_yaml import Document, data_of, positions, read
from yizhan.loading.typed_words import COMMON_NAMES, names_of
from yizhan.loading.validators import authority, is_valid
from yizhan.loading.yaml_messages import Trouble
from yizhan.loading.yaml_syntax import typo_in
from yizhan.model.finding import Pointer
from yizhan.model.vocabulary import Kind

if TYPE_CHECKING:
    from jsonschema import ValidationError

_MAX_LENGTH = 30_000
"""Characters of a file that is tried at all; a clerk's record has some 2,000."""

_MAX_WORK = 2_000_000
"""Characters that are read again in all: a second at most, and only of a file that is refused."""

_TYPED = 2
"""Typing mistakes that are put right to see whether a line was left out besides."""

_BEGUN = re.compile(r" *(?:- +)?[a-z_]{3,20} *")
"""A line with the beginning of a field's name and no more."""

_SAYS_ITSELF = frozenset({"Y002", "Y004", "Y005", "Y006", "Y008"})
"""What the parser says with the right line and the right remedy."""

_SURE = frozenset({"wide", "hash"})
"""Forms of these that say the right line and a remedy that works."""


def repair(raw: bytes, kind: Kind, document: Document) -> Repaired | None:
    """What would make a valid record of a file, or None where none is known.

    Args:
        raw: the file, which was refused.
        kind: of record that it is to be.
        document: what was read of it.

    Returns:
        One change that makes it a record; else the changes after which only values are left that
        the schema does not allow.
    """
    text, _ = decode(raw)
    if text is None or len(text) > _MAX_LENGTH:
        return None
    lines = text.split("\n")
    grave = [trouble for trouble in document.troubles if not trouble.harmless]
    likely = (*obvious(lines), *_unfinished(lines, kind))
    sound = (each for each in likely if _is_record("\n".join(each.lines), kind))
    found = next(sound, None) or _alone(lines, kind, document, grave)
    if found is None or _is_guess(lines, found):
        found = left_out(lines, kind, document) or found
    if found is not None:
        return untouched(lines).changed(found.trouble, found.lines)
    return _typed_and_left_out(lines, kind) or several(
        lines,
        lambda held, data: _faults(kind, held, data),
        lambda held, trouble: _by_title(held, trouble, kind),
        [] if grave else _misplaced(text, kind, document),
    )


def _alone(
    lines: list[str], kind: Kind, document: Document, grave: list[Trouble]
) -> Candidate | None:
    """The one change that makes the file a record."""
    text = "\n".join(lines)
    if in_conflict(lines):
        way = resolution(lines, lambda found: _is_record("\n".join(found), kind))
        return None if way is None else Candidate(*way)
    if grave and grave[0].code == "Y013":
        return next(_moved_back(lines, kind, grave[0]), None)
    if grave and (len(grave) > 1 or grave[0].code not in BY_LAYOUT or grave[0].form in _SURE):
        return None
    suspects = [grave[0].line - 1] if grave else _misplaced(text, kind, document)
    if grave:
        suspects += [line for line in stumbled_at(text) if line not in suspects]
    work = _MAX_WORK
    for trouble, changed in candidates(lines, suspects) if suspects else ():
        candidate = "\n".join(changed)
        work -= len(candidate)
        if work < 0:
            return None
        if candidate != text and _is_record(candidate, kind):
            return Candidate(trouble, changed)
    return None


def _unfinished(lines: list[str], kind: Kind) -> Iterator[Candidate]:
    """With the name of a field that stops in its middle completed, and something there."""
    for number, line in enumerate(lines):
        word = line.strip(" -:")
        if _BEGUN.fullmatch(line) is None:
            continue
        free = dict(_group_of(lines, number, kind))
        names = [name for name in free if name.startswith(word) and name != word]
        if len(names) == 1:
            values = {"line": word, "name": names[0]}
            trouble = Trouble(number + 1, line.index(word) + 1, "Y012", "unfinished", values)
            head = line[: line.index(word)]
            words = [each["const"] for each in free[names[0]].get("oneOf", ()) if "const" in each]
            for value in ("1", "x", "2026-01-01", *words[:1]):
                changed = with_line(lines, number, f"{head}{names[0]}: {value}")
                yield Candidate(trouble, changed)
            yield Candidate(trouble, [*lines[:number], *lines[number + 1 :]])


def _typed_and_left_out(lines: list[str], kind: Kind) -> Repaired | None:
    """Without the typing mistakes that say themselves, and with the line that was left out as well."""
    state = untouched(lines)
    for _ in range(_TYPED):
        document = read("\n".join(state.lines).encode())
        typed = [trouble for trouble in document.troubles if trouble.code in _SAYS_ITSELF]
        typed += [] if document.data is not None else _typos(state.lines)
        if not typed:
            return None
        trouble = _by_title(state.lines, typed[0], kind)
        changed = next(without(state.lines, trouble), None)
        if changed is None or changed == state.lines:
            return None
        state = state.changed(trouble, changed)
        found = left_out(state.lines, kind, read("\n".join(state.lines).encode()))
        if found is not None:
            return state.changed(found.trouble, found.lines)
    return None


def _typos(lines: list[str]) -> Iterator[Trouble]:
    """The colons that are written wrong after the name of a field."""
    for number, line in enumerate(lines, 1):
        typo = typo_in([line], [0]) if line.strip() else None
        if typo is not None:
            yield replace(typo, line=number)


def _is_guess(lines: list[str], found: Candidate) -> bool:
    """Whether a change makes a text or a comment of lines that may be fields."""
    return found.trouble.form in GUESSED or len(in_texts(found.lines)) > len(in_texts(lines))


def _moved_back(lines: list[str], kind: Kind, trouble: Trouble) -> Iterator[Candidate]:
    """With the lines from a field that is there twice moved to the right, out of which they slid."""
    for candidate in indents(lines, [trouble.line - 1]):
        right = candidate.trouble.form.endswith("_more")
        at_it = candidate.trouble.line == trouble.line
        if right and at_it and _is_record("\n".join(candidate.lines), kind):
            yield candidate


def _faults(kind: Kind, text: str, data: Any) -> list[int]:
    """The lines of what the schema does not allow; each unknown field is one thing."""
    if is_valid(kind, data):
        return []
    found: list[Pointer] = []
    for error in authority(kind).iter_errors(data):
        schema: Any = error.schema
        instance: Any = error.instance
        at = tuple(error.absolute_path)
        unknown = error.validator == "additionalProperties"
        found += (
            [(*at, key) for key in instance if key not in schema["properties"]] if unknown else [at]
        )
    return [line for line, _ in positions(text, *found)]


def _is_record(text: str, kind: Kind) -> bool:
    data = data_of(text)
    return data is not None and is_valid(kind, data)


def _misplaced(text: str, kind: Kind, document: Document) -> list[int]:
    """The lines (from 0) of values that are empty or text where a list or a group of fields belongs.

    Of other refusals the schema itself says the right line.
    """
    if document.data is None:
        return []
    errors = list(authority(kind).iter_errors(document.data))
    found = [
        tuple(error.absolute_path)
        for error in errors
        if error.validator == "type"
        and error.validator_value in ("array", "object")
        and not isinstance(error.instance, list | dict)
    ]
    heads = [line for line, _ in positions(text, *found, at_key=True)]
    invisible = not text.replace("\n", "").replace("\u3000", "").isprintable()
    heads += _moved_in(text, kind, errors)
    return heads or ([0] if invisible or any(map(_by_the_line, errors)) else [])


def _moved_in(text: str, kind: Kind, errors: list[ValidationError]) -> list[int]:
    """The lines of fields that a group has not, and a group around it may have."""
    found = [error for error in errors if error.validator == "additionalProperties"]
    unknown: list[Pointer] = []
    for error in found:
        instance, schema = cast("dict[str, Any]", error.instance), cast("Schema", error.schema)
        here = tuple(error.absolute_path)
        unknown += [(*here, key) for key in instance if here and key not in schema["properties"]]
    lines = text.split("\n")
    groups = open_groups(lines, kind) if unknown else []
    return [
        line - 1
        for pointer, (line, column) in zip(
            unknown, positions(text, *unknown, at_key=True), strict=True
        )
        if any(
            group.column < column - 1 and pointer[-1] in group.free(lines, line - 1)
            for group in groups[line - 1]
        )
    ]


def _by_the_line(error: ValidationError) -> bool:
    """Whether an error is one of those that something at the edge of each line brings about."""
    if error.validator == "additionalProperties":
        return isinstance(error.instance, dict) and any(
            re.match(r"[\d+>|]", key) for key in error.instance
        )
    if error.validator == "required":
        return bool(error.absolute_path) and isinstance(error.absolute_path[-1], int)
    return isinstance(error.instance, str) and error.instance.rstrip().endswith(
        (",", "，", ";", "；")
    )


def _by_title(lines: list[str], trouble: Trouble, kind: Kind) -> Trouble:
    """The trouble with a field under its Chinese title, which has to become its name as well."""
    key = str(trouble.values.get("key", ""))
    if key.isascii():
        return trouble
    here = _group_of(lines, trouble.line - 1, kind)
    fields = tuple(_fields(bundle(kind)))
    names = _titled(key, here) or _titled(key, fields)
    if not names:
        names = set(COMMON_NAMES.get(key, "").split()) & {name for name, _ in here or fields}
    if len(names) != 1:
        return trouble
    values = {"key": key, "name": names.pop()}
    return Trouble(trouble.line, trouble.column, "Y006", "named", values)


def _titled(key: str, fields: Iterable[tuple[str, Schema]]) -> set[str]:
    return {name for name, schema in fields if key in names_of(schema["title"])}


def _group_of(lines: list[str], number: int, kind: Kind) -> list[tuple[str, Schema]]:
    """The fields that the group of a line may have and has not, told by how far it is indented."""
    column = len(lines[number]) - len(lines[number].lstrip(" -"))
    for group in open_groups(lines, kind)[number]:
        if group.column == column:
            allowed = group.schema.get("properties", {})
            return [(name, allowed[name]) for name in group.free(lines, number)]
    return []


def _fields(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """Every field of a schema and of what is in it, by name."""
    for name, inner in schema.get("properties", {}).items():
        if inner:
            yield name, inner
            yield from _fields(inner)
            yield from _fields(inner.get("items", {}))
