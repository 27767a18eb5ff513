"""The site's own words in one language: catalogue, vocabulary titles, dates, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from yizhan.loading.schemas import Vocabulary, load_vocabulary
from yizhan.model.dates import PartialDate
from yizhan.model.text import Lang, Text, fitting
from yizhan.model.vocabulary import Kind
from yizhan.wording.dates import FROM_TO, SINCE, UNTIL

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


_PLURAL = re.compile(r"\{n:([^|}]*)\|([^}]*)\}")

Forms = tuple[str, str]
"""A sentence about one thing, and about several."""

ENGLISH: dict[str, Forms] = {}
"""The labels of the English catalogue, by the Chinese ones; filled when English is first asked for. A
build leaves them for the next one, since reading the catalogue takes a tenth of a second."""


class Words:
    """What is said in one language.

    ``_`` and ``n_`` are for the labels of pages, whose English is in the gettext catalogue: their ids
    are the Chinese words themselves. ``say`` and ``label`` are for what code says of a record.
    """

    def __init__(self, lang: Lang, vocabulary: Vocabulary, messages: Mapping[str, Forms]) -> None:
        self.lang: Lang = lang
        self._vocabulary = vocabulary
        self._titles: dict[tuple[type[StrEnum], StrEnum], str] = {}
        self._messages = messages

    def _(self, message: str, **values: object) -> str:
        """Translate a label of a page and fill its fields."""
        found = self._messages.get(message)
        text = message if found is None else found[0]
        return fitting(text, values).format(**values) if values else text

    def n_(self, message: str, n: int, **values: object) -> str:
        """Translate a label about ``n`` things; ``{n}`` is filled with the number."""
        found = self._messages.get(message)
        text = message if found is None else found[n != 1]
        return text.format(n=self.number(n), **values)

    def say(self, text: Text, **values: object) -> str:
        """Say a sentence that code has in both languages, with its fields filled."""
        return text.in_(self.lang, **values)

    def label(self, text: Text, **values: object) -> str:
        """Say a part of a sentence where it begins a line of its own: with a capital letter."""
        said = text.in_(self.lang, **values)
        return said[:1].upper() + said[1:]

    def forms(self, text: Text) -> Forms:
        """A sentence with a number ``{n}`` for a script to fill: about one thing, and about several."""
        half = text.in_(self.lang).replace("{n:,}", "{n}")
        return _PLURAL.sub(r"\1", half), _PLURAL.sub(r"\2", half)

    def joined(self, sentences: Iterable[str]) -> str:
        """Write sentences one after another, with the blank that English puts between them."""
        return ("" if self.lang == "zh" else " ").join(sentences)

    def title(self, value: StrEnum) -> str:
        """The vocabulary's word for a value of an enum."""
        key = (type(value), value)  # members of different enums may be equal strings
        found = self._titles.get(key)
        if found is None:
            found = self._titles[key] = self._vocabulary.title(value).in_(self.lang)
        return found

    def kinds(self, kind: Kind) -> str:
        """What several records of a kind are called: the heading of their list."""
        return self._vocabulary.plural(kind).in_(self.lang)

    def number(self, value: float) -> str:
        """Write a number with thousands separated."""
        return f"{value:,}"

    def date(self, value: PartialDate | date) -> str:
        """Write a date as far as it is known: ``2021年5月7日``, ``2021年5月``, ``2021年``."""
        text = value.text if isinstance(value, PartialDate) else value.isoformat()
        return _date(text, self.lang)

    def period(self, start: PartialDate | None, end: PartialDate | None) -> str:
        """Write a period; an absent end is open."""
        if start is None and end is None:
            return ""
        if start is None:
            return self.say(UNTIL, end=self.date(end)) if end is not None else ""
        if end is None:
            return self.say(SINCE, start=self.date(start))
        if start == end:
            return self.date(start)
        return self.say(FROM_TO, start=self.date(start), end=self.date(end))


def _first(forms: str | Sequence[str] | None) -> str:
    return forms if isinstance(forms, str) else (forms or ("",))[0]


def _last(forms: str | Sequence[str] | None) -> str:
    return forms if isinstance(forms, str) else (forms or ("",))[-1]


@cache
def _date(text: str, lang: Lang) -> str:
    parts = [int(part) for part in text.split("-")]
    if lang == "zh":
        return "".join(f"{part}{unit}" for part, unit in zip(parts, "年月日", strict=False))
    names = [str(parts[0])]
    if len(parts) > 1:
        names.append(_MONTHS[parts[1] - 1])
    if len(parts) > 2:
        names.append(str(parts[2]))
    return " ".join(reversed(names))


@cache
def words_in(lang: Lang) -> Words:
    """The words of a language; read once."""
    return Words(lang, load_vocabulary(), english() if lang == "en" else {})


def english() -> Mapping[str, Forms]:
    """The labels of the English catalogue."""
    if not ENGLISH:
        for message in load_catalog():
            ENGLISH[_first(message.id)] = (_first(message.string), _last(message.string))
    return ENGLISH


@cache
def load_catalog() -> Catalog:
    """Read the English catalogue that ships with the package."""
    from babel.messages.pofile import read_po

    path = Path(__file__).resolve().parents[1] / "locale/en/LC_MESSAGES/yizhan.po"
    with path.open("rb") as file:
        return read_po(file, locale="en")
