"""A short text in the two languages Yizhan speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

Lang = Literal["zh", "en"]
"""Language of messages and of the site's own words; record content is never translated."""


class Text(NamedTuple):
    """The same sentence in Chinese and in English.

    Both halves may hold ``str.format`` fields; ``format`` and ``in_`` fill them. A field's value
    may itself be a ``Text``: each language then gets its own half. ``{n:day|days}`` writes the word
    that goes with a whole number: the first for one, the second for any other. ``{n:,}`` is a
    count with its thousands separated; ``{n}`` is what a file says or is to say, digit by digit.
    ``on {day}`` is "on" a day and "in" a month or year, whichever is written.
    """

    zh: str
    en: str

    def in_(self, lang: Lang, **values: object) -> str:
        """Return the half for ``lang``, its fields filled where values are given."""
        half = self.zh if lang == "zh" else self.en
        if not values:
            return half
        filled = {key: _value(value, lang) for key, value in values.items()}
        return fitting(half, filled).format(**filled)

    def format(self, **values: object) -> Text:
        """Fill the fields of both halves and return a new ``Text``."""
        return Text(self.in_("zh", **values), self.in_("en", **values))


def commas(words: Iterable[str | Text]) -> Text:
    """Join words after a colon: ``甲、乙、丙``; ``A, B, C``."""
    pairs = [word if isinstance(word, Text) else Text(word, word) for word in words]
    return Text("、".join(word.zh for word in pairs), ", ".join(word.en for word in pairs))


_WHEN = re.compile(r"\b([Oo]|[Ii])n \{(\w+)\}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d\d? [A-Z][a-z]+ \d{4}")
_MONTH_OR_YEAR = re.compile(r"\d{4}(-\d\d)?|[A-Z][a-z]+ \d{4}")


def fitting(half: str, values: Mapping[str, object]) -> str:
    """An English sentence with the preposition that goes with how well each date is known."""
    if not _may_say_when(half):
        return half

    def preposition(found: re.Match[str]) -> str:
        begins, value = found[1], str(values.get(found[2]))
        if _DAY.fullmatch(value):
            begins = "O" if begins.isupper() else "o"
        elif _MONTH_OR_YEAR.fullmatch(value):
            begins = "I" if begins.isupper() else "i"
        return f"{begins}n {{{found[2]}}}"

    return _WHEN.sub(preposition, half)


@lru_cache(maxsize=4096)
def _may_say_when(half: str) -> bool:
    return _WHEN.search(half) is not None


class _Count(int):
    """A whole number as the value of a field."""

    def __format__(self, spec: str) -> str:
        one, bar, other = spec.partition("|")
        if bar:
            return one if abs(self) == 1 else other
        return int.__format__(self, spec)


def _value(value: object, lang: Lang) -> object:
    if isinstance(value, Text):
        return value.in_(lang)
    return _Count(value) if type(value) is int else value
