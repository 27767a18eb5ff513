"""Guessing what a clerk meant: a date in another form, a word in Chinese, a field elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from yizhan.loading.schemas import Schema, load_vocabulary
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Pointer
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_DAY = re.compile(r"(\d{4})[-/.年\s]+(\d{1,2})[-/.月\s]+(\d{1,2})(?!\d)")
_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)")
_MONTH = re.compile(r"(\d{4})[-/.年\s]+(\d{1,2})(?!\d)")
_YEAR = re.compile(r"(\d{4})年?")
_QUOTES = "“”‘’「」'\" \u3000"

DERIVED = frozenset(
    {"状态", "进度", "阶段", "办理状态", "是否办结", "办结", "status", "state", "stage"}
)
"""Fields that clerks know from their tables and that a matter's log tells by itself."""

COMMON_NAMES: Mapping[str, str] = {
    "时间": "date",
    "名称": "title",
    "主题": "title",
    "题目": "title",
    "内容": "summary",
    "描述": "summary",
    "备注": "note",
    "社区": "place",
    "小区": "place",
    "位置": "place",
    "分类": "category",
    "类型": "category",
    "记录": "log",
    "附件照片": "attachments",
    "照片": "attachments",
}
"""What clerks call a field besides its title in the schema."""


def likely_date(value: object) -> str | None:
    """What a date in another form would be, or None where nothing like a date can be read."""
    text = unicodedata.normalize("NFKC", str(value)).strip(_QUOTES)
    for pattern in (_DAY, _DIGITS, _MONTH, _YEAR):
        match = pattern.match(text)
        if match is None:
            continue
        year, *rest = match.groups()
        candidate = "-".join((year, *(f"{int(part):02d}" for part in rest)))
        try:
            PartialDate.parse(candidate)
        except ValueError:
            return None
        return candidate
    return None


def likely_word(value: object, choices: Mapping[str, Text]) -> str | None:
    """The allowed word nearest to what was typed: by the word itself or by its title."""
    text = unicodedata.normalize("NFKC", str(value)).strip(_QUOTES)
    by_name = {name: word for word in choices for name in (word, *choices[word])}
    if text in by_name:
        return by_name[text]
    folded = text.lower().replace("-", "_").replace(" ", "_")
    close = get_close_matches(folded, choices, n=1, cutoff=0.7)
    if close:
        return close[0]
    held = [word for word, title in choices.items() if len(text) > 1 and _shares(text, title.zh)]
    return held[0] if len(held) == 1 else None


def _shares(typed: str, title: str) -> bool:
    return typed in title or title in typed


def likely_field(key: str, properties: Mapping[str, Schema]) -> str | None:
    """The field of an object that a wrong key most likely means."""
    plain = unicodedata.normalize("NFKC", key).strip(_QUOTES + ":")
    by_title = {schema["title"]: name for name, schema in properties.items() if schema}
    for guess in (plain, by_title.get(plain), COMMON_NAMES.get(plain)):
        if guess in properties:
            return guess
    folded = plain.lower().replace("-", "_").replace(" ", "_")
    close = get_close_matches(folded, properties, n=1, cutoff=0.7)
    return close[0] if close else None


def home_of(key: str, schema: Schema, pointer: Pointer = ()) -> Pointer | None:
    """Where else in a record a field is kept, or None where nowhere or at more than one place."""
    homes = list(_homes(key, schema, pointer))
    return homes[0] if len(homes) == 1 else None


def _homes(key: str, schema: Schema, pointer: Pointer) -> Iterable[Pointer]:
    for name, inner in schema.get("properties", {}).items():
        if not inner:
            continue
        if inner.get("type") == "object":
            if key in inner.get("properties", {}):
                yield (*pointer, name)
            yield from _homes(key, inner, (*pointer, name))


def label(kind: Kind, pointer: Pointer) -> Text:
    """Name a value as a clerk would: 第 3 条“办理记录”里的“日期”（date）."""
    vocabulary = load_vocabulary()
    if not pointer:
        return Text("这份档案", "the record")
    *before, last = pointer
    if isinstance(last, int):
        return _item(vocabulary.field(kind, tuple(before)), last)
    title = vocabulary.field(kind, pointer)
    shown = Text(f"“{title.zh}”（{last}）", f"“{title.en}” ({last})")
    if title.zh == last:
        shown = Text(f"“{last}”", f"“{last}”")
    if not before:
        return shown
    place = before[-1]
    if isinstance(place, int):
        outer = _item(vocabulary.field(kind, tuple(before[:-1])), place)
    else:
        name = vocabulary.field(kind, tuple(before))
        outer = Text(f"“{name.zh}”", f"“{name.en}”")
    return Text(f"{outer.zh}里的{shown.zh}", f"{shown.en} in {outer.en}")


def _item(title: Text, position: int) -> Text:
    return Text(f"“{title.zh}”第 {position + 1} 项", f"item {position + 1} of “{title.en}”")
