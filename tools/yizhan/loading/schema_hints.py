"""Guessing what a clerk meant: a date in another form, a word in Chinese, a field in another place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from difflib import get_close_matches

from yizhan.loading.presets import load_presets
from yizhan.loading.schemas import Schema, load_vocabulary
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Pointer
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_DAY = re.compile(r"(\d{4})[-/.年\s]+(\d{1,2})[-/.月\s]+(\d{1,2})(?!\d)")
_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)")
_MONTH = re.compile(r"(\d{4})[-/.年\s]+(\d{1,2})(?!\d)")
_YEAR = re.compile(r"(\d{4})年?(?!\d)")
_BACKWARDS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_SHORT_YEAR = re.compile(r"(\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")
_SERIAL = re.compile(r"\d{5}")
_SERIAL_START = date(1899, 12, 30)
_NUMBER = re.compile(r"(?:约|大约)?(\d+(?:,\d{3})*(?:\.\d+)?)(万?)[^\d]{0,3}")
_CHINESE_YEAR = re.compile(
    r"([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})日?)?"
)
_CHINESE_DIGITS = "〇一二三四五六七八九"
_QUOTES = "“”‘’「」'\" \u3000"

DERIVED = frozenset(
    {"状态", "进度", "阶段", "办理状态", "是否办结", "办结", "status", "state", "stage"}
)
"""Fields that clerks know from their tables and that follow from a matter's log."""

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
"""What clerks call a field apart from its title in the schema."""

COMMON_WORDS: Mapping[str, str] = {
    "同意": "adopted",
    "否决": "rejected",
    "未获通过": "rejected",
    "办结": "solved",
    "已办结": "solved",
    "村民代表大会": "villagers_representatives",
    "村民大会": "villagers_assembly",
    "路灯": "utilities",
    "垃圾": "environment",
}
"""What clerks write instead of an allowed word's title."""


def likely_date(value: object) -> str | None:
    """What a date in another form would be, or None where nothing like a date can be read."""
    text = unicodedata.normalize("NFKC", str(value)).strip(_QUOTES)
    parts = _date_parts(text)
    return None if parts is None else _real_date(parts)


def names_no_day(value: object) -> bool:
    """Whether something has a date's form but names a day or month that no calendar has."""
    parts = _date_parts(unicodedata.normalize("NFKC", str(value)).strip(_QUOTES))
    return parts is not None and _real_date(parts) is None


def _real_date(parts: tuple[int, ...]) -> str | None:
    year, *rest = parts
    candidate = "-".join((f"{year:04d}", *(f"{part:02d}" for part in rest)))
    try:
        PartialDate.parse(candidate)
    except ValueError:
        return None
    return candidate


def _date_parts(text: str) -> tuple[int, ...] | None:
    """Year, and month and day where they are given, of a date in whatever form."""
    for pattern in (_DAY, _DIGITS, _MONTH, _YEAR):
        match = pattern.match(text)
        if match is not None:
            return tuple(int(part) for part in match.groups())
    match = _BACKWARDS.match(text)
    if match is not None and int(match[1]) > 12:  # else it may be the month as well as the day
        return tuple(int(part) for part in reversed(match.groups()))
    match = _SHORT_YEAR.match(text)
    if match is not None:
        year, month, day = (int(part) for part in match.groups())
        return 2000 + year, month, day
    if _SERIAL.fullmatch(text):
        # A spreadsheet's number of a day, as it is pasted from a cell without its format.
        cell = _SERIAL_START + timedelta(days=int(text))
        return (cell.year, cell.month, cell.day) if 2000 <= cell.year < 2100 else None
    match = _CHINESE_YEAR.match(text)
    return None if match is None else _chinese_parts(match)


def _chinese_parts(match: re.Match[str]) -> tuple[int, ...]:
    """Read 二〇二六年十一月十九日."""
    year, *rest = (part for part in match.groups() if part is not None)
    digits = [_CHINESE_DIGITS.index(digit.replace("零", "〇")) for digit in year]
    return (int("".join(map(str, digits))), *(_chinese_number(part) for part in rest))


def _chinese_number(text: str) -> int:
    """Read a number below a hundred, such as 十九 or 三十."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _CHINESE_DIGITS.index(text[:1])
    return 10 * (_CHINESE_DIGITS.index(tens) if tens else 1) + (
        _CHINESE_DIGITS.index(ones) if ones else 0
    )


def likely_number(value: object) -> int | None:
    """The whole number that a text such as 2,600元 or 0.26万元 means, or None."""
    text = unicodedata.normalize("NFKC", str(value)).strip(_QUOTES)
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    number = Decimal(match[1].replace(",", "")) * (10_000 if match[2] else 1)
    return int(number) if number == int(number) else None


def likely_step(value: object) -> tuple[str, str] | None:
    """The key and title of a step that a clerk wrote by its Chinese name, or None."""
    text = unicodedata.normalize("NFKC", str(value)).strip(_QUOTES)
    text = "报结" if text in ("办结", "已办结", "完成") else text
    presets = load_presets()
    found = {
        step.key: step.title
        for procedure in presets.procedures.values()
        for step in procedure.steps
        if text in (step.title, step.key)
    }
    found |= {step.key: step.title for step in presets.common_steps if text == step.title}
    return next(iter(found.items())) if len(found) == 1 else None


def likely_word(value: object, choices: Mapping[str, Text]) -> str | None:
    """The allowed word nearest to what was typed: by the word itself or by its title."""
    text = unicodedata.normalize("NFKC", str(value)).strip(_QUOTES)
    by_name = {name: word for word in choices for name in (word, *choices[word])}
    if text in by_name:
        return by_name[text]
    if COMMON_WORDS.get(text) in choices:
        return COMMON_WORDS[text]
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
