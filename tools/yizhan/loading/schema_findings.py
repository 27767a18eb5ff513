"""What is wrong with a record that its schema does not allow, in a clerk's words.

The authority, ``jsonschema``, finds the errors; here each becomes a finding with a line, what was
found, what is allowed, and how to fix it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from yizhan.loading import schema_messages as say
from yizhan.loading import schema_values as values
from yizhan.loading.corrected_findings import in_file
from yizhan.loading.decoding import decode
from yizhan.loading.file_messages import TAKEN
from yizhan.loading.schema_errors import Draft, SchemaError, Wrong, fields
from yizhan.loading.schema_labels import label
from yizhan.loading.schema_meant_messages import ITEM_FIELDS, TWICE
from yizhan.loading.schema_swapped import swapped
from yizhan.loading.schemas import Schema, bundle, load_vocabulary, schema_at
from yizhan.loading.strict_yaml import positions
from yizhan.loading.typed_fields import field_by_meaning
from yizhan.loading.typed_words import DERIVED, home_of, likely_field, likely_word
from yizhan.loading.yaml_messages import Trouble
from yizhan.loading.yaml_syntax import typo_in
from yizhan.model.finding import Finding, Pointer
from yizhan.model.kinds import KINDS, RECORDS
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Kind


def explain(
    path: str,
    draft: Draft,
    raw: bytes,
    origin: Callable[[Pointer], Pointer] | None = None,
) -> list[Finding]:
    """Say what keeps a file from being a record.

    Args:
        path: the file, relative to the project's root.
        draft: what it holds, refused by the kind's schema or by the calendar.
        raw: its bytes, for the lines.
        origin: where in the file each value of the data is, where corrections were applied to it.
    """
    text, _ = decode(raw)
    assert text is not None, "data was read from it"
    wrongs = list(_wrongs(draft))
    if origin is not None:
        wrongs = [in_file(wrong, draft.data, origin) for wrong in wrongs]
    typos = _typos(text, wrongs)
    kept = [wrong for wrong in wrongs if wrong.pointer not in typos]
    found = {typo.finding(path) for typo in typos.values()}
    for at_key in (True, False):
        group = [wrong for wrong in kept if wrong.at_key is at_key]
        places = positions(text, *(wrong.pointer for wrong in group), at_key=at_key)
        for wrong, (line, column) in zip(group, places, strict=True):
            found.add(Finding(path, line, column, wrong.code, wrong.message, wrong.fix))
    return sorted(found)


def _typos(text: str, wrongs: list[Wrong]) -> dict[Pointer, Trouble]:
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


def _wrongs(draft: Draft) -> Iterator[Wrong]:
    stray = _of_another_kind(draft)
    if stray is not None:
        yield stray
        return
    errors = list(draft.errors())
    meant = _meant(errors)
    of_type = {error.pointer for error in errors if error.keyword == "type"}
    said_before = _said_before(errors, of_type, meant)
    elsewhere = set(_elsewhere(draft))
    exchanged = swapped(draft, errors)
    yield from (wrong for wrong in exchanged.values() if wrong is not None)
    for error in errors:
        if error.pointer in exchanged:
            continue
        if error.keyword == "additionalProperties":
            yield from _unknown(draft, error, meant)
        elif not said_before(error):
            for wrong in _CASES.get(error.keyword, values.other)(draft, error):
                if wrong.code != "S002" or not (
                    wrong.pointer in meant.values() or wrong.pointer in elsewhere
                ):
                    yield wrong
    yield from values.impossible_days(draft, draft.data, bundle(draft.kind), ())


def _elsewhere(draft: Draft) -> Iterator[Pointer]:
    """What is missing only because it is at the record's outermost level: it is said there."""
    schema = bundle(draft.kind)
    for key in draft.data.keys() - schema["properties"].keys():
        home = home_of(key, schema)
        if home is not None:
            yield (*home, key)
            yield home[:1]


def _said_before(
    errors: list[SchemaError], of_type: set[Pointer], meant: dict[Pointer, Pointer]
) -> Callable[[SchemaError], bool]:
    """Whether an error only follows from another one: one mistake is said once."""
    too_short = {error.pointer for error in errors if error.keyword == "minLength"}
    grouped = {error.pointer for error in errors if _is_group(error, meant)}

    def said(error: SchemaError) -> bool:
        if error.keyword == "dependentRequired":
            # what a number needs beside it can be said once it is one
            refused = any((*error.pointer, each) in of_type for each in error.wanted)
            return refused or error.pointer in grouped
        return (
            (error.keyword != "type" and error.pointer in of_type)
            or (error.keyword == "pattern" and error.pointer in too_short)
            or (error.keyword == "required" and error.pointer in grouped)
        )

    return said


def _of_another_kind(draft: Draft) -> Wrong | None:
    """A record of another kind in this kind's folder; its fields fit there and do not fit here."""
    kind, data, own = draft.kind, draft.data, bundle(draft.kind)
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
            near = draft.neighbours
            taken = near is not None and name in near.of((other,))
            fix = TAKEN.format(right=home) if taken else fix.format(home=home)
            return Wrong("S010", (), filled, fix)
    return None


def _meant(errors: list[SchemaError]) -> dict[Pointer, Pointer]:
    """Unknown fields → the fields that they most likely are under a wrong name."""
    missing = {
        (*error.pointer, key)
        for error in errors
        if error.keyword == "required"
        for key in error.wanted
        if key not in error.instance
    }
    found: dict[Pointer, Pointer] = {}
    for error in errors:
        if error.keyword != "additionalProperties":
            continue
        allowed = error.schema["properties"]
        free = {key: allowed[key] for key in allowed if key not in error.instance}
        unknown = [key for key in error.instance if key not in allowed]
        for key in unknown:
            alike = field_by_meaning(key, error.instance[key], free)
            home = None if error.pointer else home_of(key, error.schema)
            if home is not None and (home[0] in error.instance or alike is None):
                continue  # it is a field, only not here
            near = alike if home is not None else likely_field(key, free) or alike
            if near is not None:
                found[*error.pointer, key] = (*error.pointer, near)
        left = [key for key in unknown if (*error.pointer, key) not in found]
        lacking = [each for each in missing - set(found.values()) if each[:-1] == error.pointer]
        if len(left) == len(lacking) == 1 and _fits(
            allowed[lacking[0][-1]], error.instance[left[0]]
        ):
            found[*error.pointer, left[0]] = lacking[0]
    return found


def _fits(schema: Schema, value: Any) -> bool:
    """Whether a value, or a word for one, could be meant for a field: not for one that takes any text."""
    from jsonschema import Draft202012Validator

    tells = "oneOf" in schema or "x-ref" in schema or schema.get("type") != "string"
    choices = {
        each["const"]: Text(each["title"], each["x-en"]["title"])
        for each in schema.get("oneOf", ())
        if "const" in each
    }
    if choices and likely_word(value, choices) is not None:
        return True
    return tells and Draft202012Validator(dict(schema)).is_valid(value)


def _unknown(draft: Draft, error: SchemaError, meant: dict[Pointer, Pointer]) -> Iterator[Wrong]:
    allowed = error.schema["properties"]
    unknown = [key for key in error.instance if key not in allowed]
    home = _common_home(error, [key for key in unknown if (*error.pointer, key) not in meant])
    if home is not None:
        yield _group(draft, error, home, unknown)
        return
    if _is_foreign(error, meant):
        yield _own_words(draft, error, unknown)
        return
    for key in unknown:
        here = (*error.pointer, key)
        where = label(draft.kind, here)
        if draft.kind is Kind.MATTER and key in DERIVED and here not in meant:
            message, fix = say.DERIVED
            yield Wrong("S001", here, message.format(where=where), fix, at_key=True)
            continue
        name, _, rest = str(key).partition(" ")
        if error.instance[key] is None and name in allowed and rest:
            fix = say.WHOLE_LINE.format(name=name, rest=rest.strip())  # “? text 大家说”
        else:
            fix = _fix_unknown(draft.kind, here, allowed, meant.get(here))
        yield Wrong("S001", here, say.UNKNOWN.format(where=where), fix, at_key=True)


def _is_group(error: SchemaError, meant: dict[Pointer, Pointer]) -> bool:
    """Whether several fields of an object are out of place together; what it lacks is theirs."""
    if error.keyword != "additionalProperties":
        return False
    allowed = error.schema["properties"]
    unknown = [key for key in error.instance if key not in allowed]
    home = _common_home(error, [k for k in unknown if (*error.pointer, k) not in meant])
    return home is not None or _is_foreign(error, meant)


def _is_foreign(error: SchemaError, meant: dict[Pointer, Pointer]) -> bool:
    """Whether an item of a list has none of its fields, but words of the clerk's own."""
    return (
        bool(error.pointer)
        and isinstance(error.pointer[-1], int)
        and len(error.schema.get("required", ())) > 1
        and not any(
            key in error.schema["properties"] or (*error.pointer, key) in meant
            for key in error.instance
        )
    )


def _own_words(draft: Draft, error: SchemaError, unknown: list[str]) -> Wrong:
    message, fix = ITEM_FIELDS
    needed = {name: error.schema["properties"][name] for name in error.schema["required"]}
    filled = message.format(where=label(draft.kind, error.pointer), key=unknown[0])
    shown = fields(draft.kind, error.pointer, needed)
    return Wrong(
        "S001", (*error.pointer, unknown[0]), filled, fix.format(fields=shown), at_key=True
    )


def _common_home(error: SchemaError, keys: list[str]) -> str | None:
    """The field below which several that are out of place all belong; None where there is none."""
    homes = [
        name
        for name, inner in error.schema["properties"].items()
        if len(keys) > 1 and inner and set(keys) <= inner.get("properties", {}).keys()
    ]
    return homes[0] if len(homes) == 1 else None


def _group(draft: Draft, error: SchemaError, home: str, keys: list[str]) -> Wrong:
    message, add, move = say.UNKNOWN_GROUP
    title = load_vocabulary().field(draft.kind, (*error.pointer, home))
    filled = message.format(fields=commas(keys), home=title, name=home)
    fix = (move if isinstance(error.instance.get(home), dict) else add).format(name=home)
    return Wrong("S001", (*error.pointer, keys[0]), filled, fix, at_key=True)


def _fix_unknown(
    kind: Kind, here: Pointer, allowed: dict[str, Schema], meant: Pointer | None
) -> Text:
    vocabulary = load_vocabulary()
    if meant is not None:
        return say.UNKNOWN_NEAR.format(near=meant[-1], title=vocabulary.field(kind, meant))
    again = likely_field(str(here[-1]), allowed)
    if again is not None and _is_title(str(here[-1])):
        return TWICE.format(near=again, title=vocabulary.field(kind, (*here[:-1], again)))
    home = None if len(here) > 1 else home_of(str(here[-1]), bundle(kind))
    if home is not None and isinstance(home[-1], int):
        title = vocabulary.field(kind, home[:-1])
        return say.UNKNOWN_HOME_ITEM.format(home=title, name=home[-2])
    if home is not None:
        return say.UNKNOWN_HOME.format(home=vocabulary.field(kind, home), name=home[-1])
    return say.UNKNOWN_ALL.format(fields=fields(kind, here[:-1], allowed))


def _is_title(key: str) -> bool:
    """Whether a field is called by words of the schema's or the clerk's, in Chinese."""
    return not key.isascii()


def _missing(draft: Draft, error: SchemaError) -> Iterator[Wrong]:
    for key in error.wanted:
        if key in error.instance:
            continue
        here = (*error.pointer, key)
        message = say.MISSING.format(where=label(draft.kind, here))
        yield Wrong("S002", here, message, _fix_missing(draft, here), at_key=True)


def _fix_missing(draft: Draft, pointer: Pointer) -> Text:
    schema = schema_at(draft.kind, pointer) or {}
    if schema.get("type") == "object":
        names = schema.get("required") or schema["properties"]  # one of several will do
        needed = {name: schema["properties"][name] for name in names if schema["properties"][name]}
        shown = fields(draft.kind, pointer, needed)
        return say.MISSING_LINES.format(name=pointer[-1], fields=shown)
    example = draft.identity.id if pointer == ("id",) else draft.example(pointer)
    return say.MISSING_FIX.format(example=f"{pointer[-1]}: {example}")


def _missing_beside(draft: Draft, error: SchemaError) -> Iterator[Wrong]:
    for given, wanted in error.wanted.items():
        for key in wanted:
            if given in error.instance and key not in error.instance:
                here = (*error.pointer, key)
                where = label(draft.kind, here)
                message = say.MISSING_BESIDE.format(given=given, where=where)
                fix = _fix_missing(draft, here)
                yield Wrong("S002", (*error.pointer, given), message, fix, at_key=True)


_CASES: dict[str, Callable[[Draft, SchemaError], Iterator[Wrong]]] = {
    "required": _missing,
    "dependentRequired": _missing_beside,
    "type": values.wrong_type,
    "oneOf": values.not_a_word,
    "enum": values.not_a_word,
    "const": values.not_a_word,
    "pattern": values.wrong_pattern,
    "minLength": values.wrong_size,
    "maxLength": values.wrong_size,
    "minItems": values.wrong_size,
    "maxItems": values.wrong_size,
    "minimum": values.out_of_range,
    "maximum": values.out_of_range,
    "uniqueItems": values.repeated,
}
