"""Values that a property can never have, by what its schema says of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mutations.shapes import Schema, words

WRONG_DATES = {
    "slashes": "2026/01/08",
    "dots": "2026.1.8",
    "one digit": "2026-1-8",
    "no separators": 20260108,
    "Chinese form": "2026年1月8日",
    "Chinese digits": "二〇二六年一月八日",
    "year last": "08-01-2026",
    "30 February": "2026-02-30",
    "29 February of a common year": "2026-02-29",
    "31 April": "2026-04-31",
    "thirteenth month": "2026-13-01",
    "month nought": "2026-00-10",
    "day nought": "2026-01-00",
    "time stamp": "2026-01-08T09:00:00Z",
    "two-digit year": "26-01-08",
    "word": "今天",
    "full-width digits": "２０２６-０１-０８",
    "full-width dash": "2026－01－08",
    "open range": "2026-01-08/",
    "year of the Republic": "民国115年1月8日",
}

DATES_EACH = 5

WRONG_FORMS: dict[str, dict[str, Any]] = {
    "编号": {
        "capitals": "He-Cun",
        "a blank": "he cun",
        "Chinese": "河村",
        "ends in a dash": "he-cun-",
    },
    "代号": {
        "capitals": "Key-One",
        "a blank": "key one",
        "Chinese": "代号一",
        "two dashes": "a--b",
    },
    "时间": {
        "hour 24": "24:00",
        "one digit": "9:30",
        "minute 60": "09:60",
        "Chinese": "上午九点",
        "full-width colon": "09：30",
        "seconds": "09:30:00",
    },
    "网址": {
        "no scheme": "www.example.org",
        "another scheme": "ftp://example.org/a",
        "a blank": "https://a b",
    },
    "区划代码": {
        "11 digits": "50099910020",
        "13 digits": "5009991002011",
        "a number": 500999100201,
    },
    "文件名": {
        "a folder": "../photo.jpg",
        "capitals": "Photo.JPG",
        "another form": "virus.exe",
        "Chinese": "照片.jpg",
        "no ending": "photo",
    },
    "账户": {
        "a name": "户主甲",
        "too short": "a-123",
        "capitals": "a-1AAAAAAA",
        "no a": "1aaaaaaa",
    },
    "分数": {"decimal": "0.5", "percent": "50%", "words": "三分之二", "nought below": "1/0"},
    "冲回": {"no batch": "luandao", "a position": "20260310-he-saodi:3", "Chinese": "三月那条"},
    "检查代号": {"small": "t006", "two digits": "T06", "words": "到会不足"},
    "一处": {"a slash at the end": "log/a/", "a blank in front": " log"},
    "候选人": {"a name": "王候选", "two letters": "ab", "capital": "A", "nought": "0"},
}
"""By what is meant: why it is wrong → the value."""

_BY_PATTERN = (
    ("^[0-9]{12}$", "区划代码"),
    ("^https?", "网址"),
    ("(?:jpg|", "文件名"),
    ("^a-[0-9a-z]{8}", "账户"),
    ("[1-9][0-9]?/[1-9]", "分数"),
    ("*#[a-z0-9]", "冲回"),
    ("^[A-Z][0-9]{3}", "检查代号"),
    ("(?:[01][0-9]|2[0-3]):", "时间"),
    ("^(?:[a-z]|[1-9][0-9]?)$", "候选人"),
    ("(?:[-_][a-z0-9]+)*$", "代号"),
    ("^[a-z0-9]+(?:-[a-z0-9]+)*$", "编号"),
    ("0020/](?:", "一处"),
)


def is_date(schema: Schema) -> bool:
    """Whether a date, known to the year, month or day, belongs there."""
    return schema.get("type") == ["string", "integer"]


def wrong_types(schema: Schema) -> Iterator[tuple[str, Any]]:
    """Values of another type: what was done → the value."""
    kind = schema.get("type")
    if kind is None:
        return
    yield "nothing behind the key", None
    if is_date(schema):
        yield "a list for a date", ["2026-01-08"]
        yield "yes for a date", True
    elif kind == "string":
        yield "a list for a text", ["甲", "乙"]
        yield "a mapping for a text", {"text": "甲"}
        yield "yes for a text", True
    elif kind in ("integer", "number"):
        yield "a number in words", "十二"
        yield "a number with its unit", "12个"
        yield "a list for a number", [12]
        if kind == "integer":
            yield "a fraction for a whole number", 1.5
    elif kind == "boolean":
        yield "a Chinese yes", "是"
        yield "one for true", 1
    elif kind == "array":
        yield "a text for a list", "甲"
        yield "a mapping for a list", {"a": "甲"}
    elif kind == "object":
        yield "a text for a mapping", "甲"
        yield "a list for a mapping", ["甲"]


def wrong_words(schema: Schema) -> Iterator[tuple[str, Any]]:
    """Words that a closed list does not have."""
    known = words(schema)
    for word, title in list(known.items())[:1]:
        yield "misspelt word", word[:-1] + ("x" if word[-1] != "x" else "y")
        yield "Chinese word for it", title
        yield "word in capitals", word.upper()
    if known:
        yield "word of no list", "whatever"


def wrong_sizes(schema: Schema) -> Iterator[tuple[str, Any]]:
    """Too small, too large, too long, empty."""
    if is_date(schema):
        yield "empty text", ""
        return
    kind = schema.get("type")
    if kind in ("integer", "number"):
        if "minimum" in schema:
            yield "less than the least", schema["minimum"] - 1
        if "maximum" in schema:
            yield "more than the most", schema["maximum"] + 1
    if kind == "string":
        yield "empty text", ""
        if "maxLength" in schema and "pattern" in schema and not _form(schema):
            yield "too long", "好" * (schema["maxLength"] + 1)
            yield "blank text", "　"
    if kind == "array" and schema.get("minItems", 0) > 0:
        yield "empty list", []
    if kind == "object" and (schema.get("required") or schema.get("minProperties")):
        yield "empty mapping", {}


def wrong_forms(schema: Schema, turn: int = 0) -> Iterator[tuple[str, Any]]:
    """Texts of another form than the pattern's.

    Args:
        schema: of the property.
        turn: every property gets its share of the many wrong dates, and all of them come in turn.
    """
    if is_date(schema):
        forms = list(WRONG_DATES.items())
        yield from (forms[(turn * DATES_EACH + step) % len(forms)] for step in range(DATES_EACH))
    form = _form(schema)
    if form:
        yield from WRONG_FORMS[form].items()


def _form(schema: Schema) -> str | None:
    pattern = schema.get("pattern", "")
    if not pattern or is_date(schema):
        return None
    return next((form for part, form in _BY_PATTERN if part in pattern), None)
