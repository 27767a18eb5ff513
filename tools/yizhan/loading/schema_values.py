"""What is wrong with a value that the schema refuses, and what its writer most likely meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from yizhan.loading import schema_meant_messages as meant
from yizhan.loading import schema_messages as say
from yizhan.loading.schema_errors import Draft, SchemaError, Wrong, fields, listed
from yizhan.loading.schema_keys import BETWEEN, HAN, fix_key, numbered_key, shown_with_titles
from yizhan.loading.schema_labels import label
from yizhan.loading.schema_meant import (
    inside,
    of_lunar,
    of_moment,
    of_next_day,
    of_stretch,
    of_who,
)
from yizhan.loading.schema_numbers import fix_number, numbers_apart, unknown
from yizhan.loading.schemas import Schema, load_vocabulary, schema_at
from yizhan.loading.typed_dates import DateForm, read_date
from yizhan.loading.typed_numbers import likely_time
from yizhan.loading.typed_numerals import folded, one_dash
from yizhan.loading.typed_shares import read_share
from yizhan.loading.typed_words import likely_word, words_with
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Pointer
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Kind

_NOTHING = re.compile(
    r"不详|不知道?|不清楚?|未知|不明|待定|待查|待补|暂无|无|没有|空|略|[-/—–_?？*]+|n/?a|tbd|none|null|nil|x+",
    re.IGNORECASE,
)
_TRUE = frozenset({"是", "对", "有", "真", "yes", "y", "true", "1", "√", "✓", "on", "t"})
_FALSE = frozenset(
    {"否", "不是", "不", "没有", "无", "假", "no", "n", "false", "0", "×", "off", "f"}
)
_OPEN = "长期|永久|至今|无期|不限|换届|下届|下一届|为止|届满"
_FEW = 3
_QUOTES = "\"'\u201c\u201d\u2018\u2019\u300c\u300d\uff02\uff07"


def wrong_type(draft: Draft, error: SchemaError) -> Iterator[Wrong]:
    """A number where text belongs, text where a list belongs, nothing where anything does."""
    pointer, value = error.pointer, error.instance
    where = label(draft.kind, pointer)
    if value is None:
        yield Wrong("S003", pointer, say.EMPTY.format(where=where), _fill_in(draft, pointer))
        return
    if is_date(error.schema):
        yield from wrong_date(draft, error)
        return
    if "oneOf" in error.schema and isinstance(value, int | float):
        yield from not_a_word(draft, error)
        return
    wanted = error.wanted if isinstance(error.wanted, str) else "string"
    fix = _fix_type(draft, error, wanted)
    message = say.WRONG_TYPE.format(where=where, wanted=say.TYPES[wanted], found=say.shown(value))
    yield Wrong("S003", pointer, message, fix)


def _fill_in(draft: Draft, pointer: Pointer) -> Text:
    """How to fill a value in; a line that may be missing can be removed instead."""
    if draft.is_needed(pointer):
        return say.FILL_IN_NEEDED.format(
            example=f"{pointer[-1]}: {draft.example(pointer)}".rstrip("。.")
        )
    return say.FILL_IN


def _fix_type(draft: Draft, error: SchemaError, wanted: str) -> Text:
    value = error.instance
    if wanted in ("integer", "number"):
        return fix_number(draft, error, wanted)
    if wanted == "string":
        return _fix_named(draft, error) or _fix_text(error)
    if wanted == "boolean":
        text = folded(value).lower()
        word = "true" if text in _TRUE else "false" if text in _FALSE else None
        return say.TYPE_FIXES[wanted] if word is None else say.WORD.format(word=word)
    if wanted == "array":
        return _fix_list(draft, error)
    return _fix_object(draft, error)


def _fix_object(draft: Draft, error: SchemaError) -> Text:
    value = error.instance
    if isinstance(value, list):
        return say.NO_DASH if len(value) == 1 else say.ONLY_ONE
    form = meant.INSIDE if isinstance((*error.pointer, "")[-2], int) else meant.INSIDE_BELOW
    apart = numbers_apart(draft, error)
    if apart is not None:
        return apart
    written = inside(draft, error, error.schema, form) or of_who(error.schema)
    if written is not None:
        return written
    needed = error.schema.get("required") or list(error.schema.get("properties", ()))
    shown = {name: error.schema["properties"][name] for name in needed}
    return (
        say.LINES.format(
            how=say.TYPE_FIXES["object"], fields=fields(draft.kind, error.pointer, shown)
        )
        if shown
        else say.TYPE_FIXES["object"]
    )


def _fix_named(draft: Draft, error: SchemaError) -> Text | None:
    """A number where a record or a key is named: what there is; None where quotes would do."""
    value, schema = error.instance, error.schema
    if not isinstance(value, int | float):
        return None
    text = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
    if "x-ref" in schema:
        return _fix_reference(draft, error, text)
    pattern = schema.get("pattern", "")
    listed_there = numbered_key(draft, error.pointer, text) if "_" in pattern else None
    if listed_there is not None:
        return listed_there
    fits = re.search(pattern, text) is not None
    if fits or (isinstance(value, float) and ":" in pattern):
        return None
    return (
        fix_key(draft, error.pointer, "代号") if error.pointer[-1] == "key" else _of_pattern(schema)
    )


def _fix_text(error: SchemaError) -> Text:
    value = error.instance
    time = likely_time(f"{value:.2f}") if isinstance(value, float) else None
    if time is not None and ":" in error.schema.get("pattern", ""):
        return say.TIME_NEAR.format(time=time)
    if isinstance(value, bool | int | float):
        shown = (
            {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else value
        )
        return say.QUOTE.format(value=shown)
    if isinstance(value, list) and all(isinstance(each, str | int | float) for each in value):
        return say.NO_LIST.format(value=value[0]) if len(value) == 1 else say.ONLY_ONE
    if isinstance(value, dict) and len(value) == 1:
        (key, inner), *_ = value.items()
        if not isinstance(inner, dict | list):
            return say.QUOTE.format(value=f"{key}: {inner}".replace("'", "''"))
    return say.TYPE_FIXES["string"]


def _fix_list(draft: Draft, error: SchemaError) -> Text:
    value = error.instance
    if isinstance(value, dict):
        return say.ITEM_DASH
    items = error.schema.get("items", {})
    if isinstance(value, str) and _NOTHING.fullmatch(folded(value)):
        return unknown(draft, error.pointer)
    if (
        isinstance(value, str)
        and items.get("type") == "string"
        and ("pattern" in items or "oneOf" in items)
    ):
        parts = [part for part in BETWEEN.split(folded(value).strip("[]［］【】（）() ")) if part]
        if "oneOf" in items:
            choices = {each["const"]: Text(each["title"], each["title"]) for each in items["oneOf"]}
            parts = [likely_word(part, choices) or part for part in parts]
        if "x-ref" in items and any(HAN.search(part) for part in parts):
            parts = [_named(draft, items, part) or part for part in parts]
        return (
            say.ITEMS.format(items=commas(f"“- {part}”" for part in parts))
            if parts
            else say.TYPE_FIXES["array"]
        )
    written = inside(draft, error, items, meant.INSIDE_BELOW) if "properties" in items else None
    return written or of_who(items) or say.TYPE_FIXES["array"]


def _named(draft: Draft, schema: Schema, typed: str) -> str | None:
    if draft.neighbours is None:
        return None
    found = draft.neighbours.named([Kind(each) for each in schema["x-ref"]], typed)
    return found[0].id if len(found) == 1 else None


def not_a_word(draft: Draft, error: SchemaError) -> Iterator[Wrong]:
    """A word that the list of allowed ones does not have."""
    choices = dict(load_vocabulary().choices(draft.kind, error.pointer))
    found = say.shortened(error.instance)
    message = say.NOT_A_WORD.format(where=label(draft.kind, error.pointer), found=found)
    near = likely_word(error.instance, choices)
    several = _words_in_one(error, choices)
    if several:
        fix = meant.ITEMS_IN_BRACKETS.format(items=f"[{', '.join(several)}]")
    elif near is not None:
        fix = say.WORD_NEAR.format(word=near, title=choices[near])
    else:
        few = words_with(error.instance, choices)
        shown = {word: choices[word] for word in few} if few else choices
        fix = say.WORD_ALL.format(words=listed(shown))
    yield Wrong("S004", error.pointer, message, fix)


def _words_in_one(error: SchemaError, choices: Mapping[str, Text]) -> list[str]:
    """The words of a list that somebody wrote as one: town、district."""
    if not isinstance(error.pointer[-1], int) or str(error.instance) in choices:
        return []
    parts = [part for part in re.split(r"[\s，、；;,|/]+", str(error.instance)) if part]
    words = [likely_word(part, choices) for part in parts]
    return [] if len(parts) < 2 or None in words else [str(word) for word in words]


def wrong_pattern(draft: Draft, error: SchemaError) -> Iterator[Wrong]:
    """A text that has not the form it has to have."""
    if is_date(error.schema):
        yield from wrong_date(draft, error)
        return
    found = say.shortened(error.instance)
    message = say.PATTERN.format(where=label(draft.kind, error.pointer), found=found)
    yield Wrong("S006", error.pointer, message, _fix_pattern(draft, error))


def _fix_pattern(draft: Draft, error: SchemaError) -> Text:  # noqa: PLR0911  # one return a way of writing it reads best
    """How to fix a value that does not match its pattern, by what a clerk is likely to have written."""
    schema, text, pointer = error.schema, str(error.instance), error.pointer
    if "x-ref" in schema:
        return _fix_reference(draft, error, text)
    if pointer == ("id",):
        same = text == draft.identity.id  # then the file's name is no better
        return _of_pattern(schema) if same else say.OWN_ID.format(id=draft.identity.id)
    if _NOTHING.fullmatch(folded(text)):
        return unknown(draft, pointer)
    said = _as_it_is_said(draft, error, text)
    if said is not None:
        return said
    digits = re.sub(r"[\s_-]", "", folded(text))
    if digits.isdecimal() and re.search(schema["pattern"], digits):
        return say.TIME_NEAR.format(time=digits)
    if "_" in schema["pattern"]:
        known = fix_key(draft, pointer, text)
        if known is not None:
            return known
        plain = re.sub(r"<[^<>]*>", "", folded(text).lower())
        written = re.sub(r"(\d{4})-(\d\d)-(\d\d)", r"\1\2\3", one_dash(plain))
        written = re.sub(r"[^a-z0-9_]+", "-", written).strip("-_")
        if re.search(schema["pattern"], written):
            return say.WRITE.format(value=written)
    if schema["pattern"].startswith("^https?") and re.match(r"[\w.-]+\.[a-z]{2,}", text):
        return say.ADDRESS.format(address=f"https://{text}")
    return _of_pattern(schema)


def _as_it_is_said(draft: Draft, error: SchemaError, text: str) -> Text | None:
    """A share in words, a time of the day, or one after midnight."""
    pointer, pattern = error.pointer, error.schema["pattern"]
    share = read_share(text) if pointer[-1] in ("more_than", "at_least") else None
    time = likely_time(text) if ":" in pattern and "http" not in pattern else None
    if share is not None or time is not None:
        return say.TIME_NEAR.format(time=time if share is None else share[1])
    return of_next_day(draft, pointer, text)


def _of_pattern(schema: Schema) -> Text:
    """What the schema itself says of a form."""
    english = schema.get("x-en", {}).get("patternErrorMessage")
    return Text(schema["patternErrorMessage"], english) if english else say.OTHER[1]


def _fix_reference(draft: Draft, error: SchemaError, text: str) -> Text:  # noqa: PLR0911  # one return a way of writing it reads best
    kinds = [Kind(each) for each in error.schema["x-ref"]]
    title = load_vocabulary().kind(kinds[0])
    in_list = isinstance(error.pointer[-1], int)
    if _NOTHING.fullmatch(folded(text)):
        return say.UNKNOWN_ITEM if in_list else unknown(draft, error.pointer)
    found = [] if draft.neighbours is None else draft.neighbours.named(kinds, text)
    parts = [part for part in BETWEEN.split(text.strip("[]［］【】")) if part]
    if len(parts) > 1 and not (found and folded(text) == found[0].title):
        return say.SEVERAL if in_list else say.ONE_ID.format(kind=title)
    if len(found) == 1 and text.strip(_QUOTES) != text:
        return say.WORD.format(word=found[0].id)
    if len(found) == 1:
        return say.REFERENCE_NEAR.format(id=found[0].id, title=found[0].title or title)
    if found:
        return say.REFERENCE_EITHER.format(those=shown_with_titles(found[:_FEW]))
    some = say.NO_SUCH_ID if HAN.search(text) is None else say.NO_SUCH_TITLE
    if draft.neighbours is None:
        return say.IDENTIFIER.format(kind=title, example=error.schema.get("examples", ["…"])[0])
    few, more = draft.neighbours.some(kinds, _FEW)
    if not few:
        return say.NONE_YET.format(kind=title)
    return some.format(
        kind=title,
        those=shown_with_titles(few),
        rest=say.MORE.format(more=more) if more else Text("", ""),
    )


def is_date(schema: Schema) -> bool:
    """Whether a schema is that of dates."""
    return schema.get("type") == ["string", "integer"]


def wrong_date(draft: Draft, error: SchemaError) -> Iterator[Wrong]:
    """A date in another form, or none."""
    found = read_date(error.instance)
    yield Wrong(
        "S005", error.pointer, *_about_date(draft, error, found.form, found.near, found.other)
    )


def _about_date(
    draft: Draft, error: SchemaError, form: DateForm, near: str, other: str
) -> tuple[Text, Text]:
    where, shown = label(draft.kind, error.pointer), say.shortened(error.instance)
    message, fix = say.DATES[form]
    year = str(draft.data.get("id", ""))[:4]
    if form is DateForm.NO_YEAR:
        near = f"{year}-{near}" if year.isdecimal() and len(year) == 4 else f"2025-{near}"
    elif form is DateForm.LUNAR:
        fix, near = of_lunar(str(error.instance), near, year)
    elif form is DateForm.SEVERAL:
        fix = of_stretch(draft, error.pointer, near, other) or fix
    elif form is DateForm.UNKNOWN and draft.is_needed(error.pointer):
        fix = say.DATE_UNKNOWN_NEEDED
    elif form is DateForm.NO_SUCH_DAY and near:
        fix = say.DATE_TURNED
    elif form is DateForm.PLAIN and folded(error.instance) == near:
        fix = say.DATE_BARE
    elif form is DateForm.PLAIN:
        fix = of_moment(draft, error.pointer, near, shown) or fix
    elif form in (DateForm.UNKNOWN, DateForm.OTHER) and re.search(_OPEN, shown):
        fix = meant.OPEN_END
    elif form is DateForm.OTHER:
        schema = schema_at(draft.kind, error.pointer) or error.schema
        fix = Text(schema["patternErrorMessage"], schema["x-en"]["patternErrorMessage"])
    return message.format(where=where, found=shown), fix.format(date=near, other=other)


def impossible_days(draft: Draft, value: Any, schema: Schema, at: Pointer) -> Iterator[Wrong]:
    """Days such as 2025-02-29, which have a date's form."""
    if isinstance(value, dict):
        for key, inner in value.items():
            part = schema.get("properties", {}).get(key)
            if part:
                yield from impossible_days(draft, inner, part, (*at, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from impossible_days(draft, inner, schema.get("items", {}), (*at, position))
    elif isinstance(value, str) and value.endswith("-02-29") and is_date(schema):
        try:
            PartialDate.parse(value)
        except ValueError:
            message, fix = say.DATES[DateForm.NO_SUCH_DAY]
            yield Wrong("S005", at, message.format(where=label(draft.kind, at), found=value), fix)


def wrong_size(draft: Draft, error: SchemaError) -> Iterator[Wrong]:
    """Too long, too short, too many, too few."""
    where = label(draft.kind, error.pointer)
    if error.keyword == "minLength":
        yield Wrong(
            "S007", error.pointer, say.TOO_SHORT.format(where=where), _fill_in(draft, error.pointer)
        )
        return
    message, fix = {"maxLength": say.TOO_LONG, "minItems": say.TOO_FEW, "maxItems": say.TOO_MANY}[
        error.keyword
    ]
    size, limit = len(error.instance), error.wanted
    yield Wrong("S007", error.pointer, message.format(where=where, size=size, limit=limit), fix)


def out_of_range(draft: Draft, error: SchemaError) -> Iterator[Wrong]:
    """A number that is too small or too large."""
    if is_date(error.schema):
        yield from wrong_date(draft, error)
        return
    message, fix = say.TOO_SMALL if error.keyword == "minimum" else say.TOO_LARGE
    values = {"found": error.instance, "limit": error.wanted}
    where = label(draft.kind, error.pointer)
    yield Wrong("S008", error.pointer, message.format(where=where, **values), fix)


def repeated(draft: Draft, error: SchemaError) -> Iterator[Wrong]:
    """An item that a list has twice."""
    message, fix = say.REPEATED
    items = error.instance
    for position, item in enumerate(items):
        if item in items[:position]:
            where = label(draft.kind, error.pointer)
            filled = message.format(where=where, found=say.shortened(item))
            yield Wrong("S009", (*error.pointer, position), filled, fix)


def other(draft: Draft, error: SchemaError) -> Iterator[Wrong]:
    """Anything else; a field under ``false`` is one that has no place here."""
    message, fix = say.OTHER if error.keyword else say.NOT_HERE
    where = label(draft.kind, error.pointer)
    yield Wrong("S009", error.pointer, message.format(where=where), fix, at_key=not error.keyword)
