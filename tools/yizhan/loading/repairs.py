"""The smallest change that makes a refused file a valid record, found by trying.

The parser says where it stumbled, often a line or more after the mistake, and a schema blames every
line of a block that slid out of its place. What a clerk did is told more surely by what undoes it:
each likely change is made and the result is read and judged by the schema. So the line is right,
there is one finding, and the remedy is known to work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import yaml

from yizhan.loading.conflicts import in_conflict, resolution
from yizhan.loading.repair_candidates import candidates
from yizhan.loading.schemas import Schema, bundle
from yizhan.loading.strict_yaml import PARSER, Document, data_of, decode, positions
from yizhan.loading.typed_words import names_of
from yizhan.loading.validators import authority, is_valid
from yizhan.loading.yaml_messages import Trouble
from yizhan.model.vocabulary import Kind

if TYPE_CHECKING:
    from jsonschema import ValidationError

_MAX_LENGTH = 30_000
"""Characters of a file that is tried at all; a clerk's record has some 2,000."""

_MAX_WORK = 2_000_000
"""Characters that are read again in all: a second at most, and only of a file that is refused."""

_BY_LAYOUT = frozenset({"Y007", "Y009", "Y011", "Y012", "Y016", "Y019"})
"""What the parser says where its line, or its reason, may be another one than the clerk's."""

_SURE = frozenset({"wide", "hash"})
"""Forms of these that say the right line and a remedy that works."""


def repair(  # noqa: PLR0911  # one return a way out reads best
    raw: bytes, kind: Kind, document: Document
) -> Trouble | None:
    """What one change would make a valid record of a file, or None where none is known.

    Args:
        raw: the file, which was refused.
        kind: of record that it is to be.
        document: what was read of it.
    """
    text, _ = decode(raw)
    if text is None or len(text) > _MAX_LENGTH:
        return None
    lines = text.split("\n")
    grave = [trouble for trouble in document.troubles if not trouble.harmless]
    if in_conflict(lines):
        return resolution(lines, lambda found: _is_record("\n".join(found), kind))
    if grave and grave[0].code in ("Y005", "Y006"):
        return _by_title(grave[0], kind)
    if grave and (len(grave) > 1 or grave[0].code not in _BY_LAYOUT or grave[0].form in _SURE):
        return None
    suspects = [grave[0].line - 1] if grave else _misplaced(text, kind, document)
    if grave:
        suspects += [line for line in _stumbled(text) if line not in suspects]
    work = _MAX_WORK
    for trouble, changed in candidates(lines, suspects) if suspects else ():
        candidate = "\n".join(changed)
        work -= len(candidate)
        if work < 0:
            return None
        if candidate != text and _is_record(candidate, kind):
            return trouble
    return None


def _is_record(text: str, kind: Kind) -> bool:
    data = data_of(text)
    return data is not None and is_valid(kind, data)


def _stumbled(text: str) -> list[int]:
    """The lines (from 0) that the parser names: where it stumbled, and where what it read began."""
    try:
        PARSER(text).get_single_node()
    except yaml.YAMLError as error:
        marks = (getattr(error, name, None) for name in ("problem_mark", "context_mark"))
        return [mark.line for mark in marks if mark is not None and mark.line <= text.count("\n")]
    return []


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
    return heads or ([0] if invisible or any(map(_by_the_line, errors)) else [])


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


def _by_title(trouble: Trouble, kind: Kind) -> Trouble:
    """The trouble with a field under its Chinese title, which has to become its name as well."""
    key = str(trouble.values.get("key", ""))
    if key.isascii():
        return trouble
    names = {name for name, schema in _fields(bundle(kind)) if key in names_of(schema["title"])}
    if len(names) != 1:
        return trouble
    values = {"key": key, "name": names.pop()}
    return Trouble(trouble.line, trouble.column, "Y006", "named", values)


def _fields(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """Every field of a schema and of what is in it, by name."""
    for name, inner in schema.get("properties", {}).items():
        if inner:
            yield name, inner
            yield from _fields(inner)
            yield from _fields(inner.get("items", {}))
