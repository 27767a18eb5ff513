"""What somebody meant by a value that has to become something else: a group of fields, two dates, a key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from yizhan.loading import schema_meant_messages as say
from yizhan.loading.schema_errors import Draft, SchemaError, fields
from yizhan.loading.schemas import Schema, bundle, schema_at
from yizhan.loading.typed_dates import likely_date
from yizhan.loading.typed_lunar import lunar_day
from yizhan.loading.typed_numbers import likely_time
from yizhan.loading.typed_numerals import chinese_number, folded
from yizhan.loading.typed_references import Neighbour
from yizhan.loading.typed_shares import read_share
from yizhan.model.finding import Pointer
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_ENDS: Mapping[str, tuple[str, ...]] = {
    "date": ("end_date", "until", "end"),
    "start": ("end",),
    "from": ("to",),
}
"""Fields for the day on which something began → those for the day on which it ended."""

_LAST = frozenset({"end", "to", "until", "end_date"})
_ARTICLE = re.compile("第?([0-9]{1,3}|[〇零一二三四五六七八九十百]{1,6})条")
_LISTS = {"step": ("steps",), "tier": ("tiers",), "item": ("items", "goods"), "stage": ("stages",)}
"""In which lists of a procedure or scheme the key of a field is defined."""

_OWN_LISTS = {
    "from": "stages",
    "to": "stages",
    "start": "stages",
    "tier": "tiers",
    "tiers": "tiers",
}

_ROW = re.compile(r"[^\s,，;；]+(?:[,，;；] ?[^\s,，;；]+){2,}")
"""A row of a table: three cells or more, none of which has a blank."""


def inside(draft: Draft, error: SchemaError, schema: Schema, form: Text) -> Text | None:
    """How a single value is written as the field of a group that it is meant for; None if none is.

    Args:
        draft: what the file holds.
        error: that a value is none of the group's lines.
        schema: of the group.
        form: how it is to be written.
    """
    item = bool(error.pointer) and isinstance(error.pointer[-1], int)
    if item and isinstance(error.instance, str) and _ROW.fullmatch(error.instance):
        needed = {each: schema["properties"][each] for each in schema.get("required", ())}
        return say.ROW.format(fields=fields(draft.kind, error.pointer, needed))
    found = _field_for(draft, schema, error.instance)
    if found is None:
        return None
    name, value = found
    others = {
        each: schema["properties"][each] for each in schema.get("required", ()) if each != name
    }
    at = (*error.pointer, 0) if error.schema is not schema else error.pointer
    rest = say.REST.format(fields=fields(draft.kind, at, others)) if others else Text("", "")
    dash = "- " if error.schema is not schema else ""
    return form.format(name=name, value=value, rest=rest, dash=dash)


def _field_for(draft: Draft, schema: Schema, value: Any) -> tuple[str, str] | None:
    """The field of a group that a single value is meant for, and the value there."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    known = {name: each for name, each in schema.get("properties", {}).items() if each}
    numbers = [name for name, each in known.items() if each.get("type") == "integer"]
    if isinstance(value, int) and len(numbers) == 1:
        return numbers[0], str(value)
    share = read_share(value) if {"more_than", "at_least"} <= known.keys() else None
    if share is not None:
        return share[0], f'"{share[1]}"'
    text = str(value).strip()
    day = text if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", text) else likely_date(text)
    dates = [name for name, each in known.items() if each.get("type") == ["string", "integer"]]
    if day is not None and dates:
        return dates[0], day
    for name, each in known.items():
        if "x-ref" in each and draft.neighbours is not None:
            found = draft.neighbours.named([Kind(kind) for kind in each["x-ref"]], text)
            if len(found) == 1:
                return name, found[0].id
    needed = [name for name in schema.get("required", ()) if _takes_any_text(known[name])]
    return (needed[0], text) if len(needed) == 1 else None


def _takes_any_text(schema: Schema) -> bool:
    return schema.get("type") == "string" and "oneOf" not in schema and "x-ref" not in schema


def of_who(schema: Schema) -> Text | None:
    """How it is said who acted, where a name or a post was written in its place."""
    return say.WHO if {"body", "post", "group"} <= schema.get("properties", {}).keys() else None


def of_next_day(draft: Draft, pointer: Pointer, typed: str) -> Text | None:
    """How a time after midnight is written, where a day has a field for it."""
    text = folded(typed)
    match = re.match(r"(?:次日|第二天|翌日|转天|24(?=[:：.点时]))", text)
    if match is None or pointer[-1] != "end_time" or "end_date" not in _siblings(draft, pointer):
        return None
    rest = text[match.end() :]
    time = likely_time(f"0{rest}" if match[0] == "24" else rest)
    return None if time is None else say.NEXT_DAY.format(time=time)


def of_stretch(draft: Draft, pointer: Pointer, first: str, last: str) -> Text | None:
    """How a stretch of days is written where one is wanted, if there is a field for its end."""
    name = str(pointer[-1])
    if name in _LAST:
        return say.WRITE_DATE.format(date=last)
    siblings = _siblings(draft, pointer)
    beside = _beside(draft, pointer)
    for end in _ENDS.get(name, ()):
        if end in beside:
            return say.WRITE_DATE.format(date=first)
        if end in siblings:
            return say.STRETCH.format(date=first, name=end, other=last)
    return None


def of_lunar(typed: str, near: str, year: str) -> tuple[Text, str]:
    """What to do about a lunar date, and the day that it is, or is in the year of the record's id."""
    if near:
        return say.LUNAR_DAY, near
    known = int(year) if re.fullmatch(r"\d{4}", year) else None
    if known is None or re.search("年", typed):
        return say.LUNAR, ""
    day = lunar_day(folded(typed), known)
    if day is None or day.year != known:
        return say.LUNAR, ""
    return say.LUNAR_IF.format(year=year), day.isoformat()


def of_moment(draft: Draft, pointer: Pointer, day: str, typed: str) -> Text | None:
    """How a day with a time is written, if there is a field for the time."""
    if "start_time" not in _siblings(draft, pointer) or pointer[-1] != "date":
        return None
    rest = re.sub(r"^\D*\d{2,4}\D+\d{1,2}\D+\d{1,2}\s*[日号]?\s*", "", folded(typed))
    time = likely_time(rest)
    return None if time is None else say.WITH_TIME.format(date=day, name="start_time", time=time)


def _siblings(draft: Draft, pointer: Pointer) -> Mapping[str, Schema]:
    parent = bundle(draft.kind) if len(pointer) == 1 else schema_at(draft.kind, pointer[:-1])
    found: Mapping[str, Schema] = (parent or {}).get("properties", {})
    return found


def _beside(draft: Draft, pointer: Pointer) -> Mapping[str, Any]:
    """What the group of fields holds that a value is in."""
    found: Any = draft.data
    for part in pointer[:-1]:
        found = found[part]
    return found if isinstance(found, dict) else {}


def keyed(draft: Draft, pointer: Pointer) -> Iterator[Neighbour]:
    """What the record's procedure, scheme, rule or meeting offers for a field, or it does itself."""
    field = next((str(part) for part in reversed(pointer) if isinstance(part, str)), "")
    if draft.neighbours is None:
        return
    for name in ("procedure", "scheme"):
        other = draft.data.get(name)
        lists = draft.neighbours.items((Kind.PROCEDURE, Kind.SCHEME), str(other)) if other else {}
        for each in _LISTS.get(field, ()):
            yield from lists.get(each, ())
    if draft.kind is Kind.PROCEDURE:
        yield from _named(draft.data.get(_OWN_LISTS.get(field, ""), ()), "title")
    elif draft.kind is Kind.AMENDMENT and field in ("article", "after"):
        yield from _articles(draft)
    elif field == "task":
        meeting = draft.neighbours.data(
            (Kind.MEETING,), str(_beside(draft, pointer).get("meeting"))
        )
        for decision in _below(_below([meeting], "agenda"), "decisions"):
            yield from _named(decision.get("tasks", ()), "text")


def _articles(draft: Draft) -> Iterator[Neighbour]:
    assert draft.neighbours is not None, "asked before"
    rule = draft.neighbours.data((Kind.RULE,), str(draft.data.get("rule")))
    for chapter in _below([rule], "chapters"):
        yield from _named(chapter.get("articles", ()), "text")


def _below(items: Any, name: str) -> list[dict[str, Any]]:
    """The groups of fields in a list of each of some groups, as far as a file holds such."""
    return [
        each
        for item in items
        if isinstance(item, dict) and isinstance(item.get(name), list)
        for each in item[name]
        if isinstance(each, dict)
    ]


def _named(items: Any, title: str) -> Iterator[Neighbour]:
    for each in items if isinstance(items, list) else ():
        if isinstance(each, dict) and "key" in each:
            said = str(each.get("title") or each.get(title) or "")
            yield Neighbour(str(each["key"]), said if len(said) <= 20 else said[:19] + "…")


def counted(typed: str, items: list[Neighbour]) -> Neighbour | None:
    """The article that 第二条 means, where there are as many; None for what is no such number."""
    match = _ARTICLE.fullmatch(folded(typed))
    number = (
        None
        if match is None
        else (int(match[1]) if match[1].isdecimal() else chinese_number(match[1]))
    )
    return items[number - 1] if number is not None and 0 < number <= len(items) else None
