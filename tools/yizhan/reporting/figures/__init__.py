"""Forms of ``yizhan metrics --format``: figures with what they count and what they leave out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from yizhan.model.frozen import dataclass
from yizhan.reporting.formats import Format, formats_in

if TYPE_CHECKING:
    from yizhan.facts.metric_tables import Book, Dimension
    from yizhan.model.text import Lang


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures asked for, ready to be written.

    Attributes:
        books: by ``real`` and ``example``; the two are never mixed.
        as_of: the day they hold for.
        title_of: what a group is called, from its dimension and key.
        taken_over: titles of the places that are gone and whose matters are counted as well.
        parted: titles of those that became several, of which it has some matters as well.
    """

    books: Mapping[str, Book]
    as_of: date
    title_of: Callable[[Dimension, str, Lang], str]
    taken_over: tuple[str, ...] = ()
    parted: tuple[str, ...] = ()

    def text(self, form: str, lang: Lang) -> str:
        """The figures in one of the forms."""
        return formats()[form].write(self, lang)


def formats() -> Mapping[str, Format[Figures]]:
    """The forms, by name."""
    return formats_in(sys.modules[__name__])
