"""What a sentence of a rule takes that a rule may not take, by patterns that are data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from yizhan.model.frozen import dataclass
from yizhan.model.organic_law import Forbidden

_SENTENCE = re.compile("[^。；;！!？?\n]+")


@dataclass(frozen=True, slots=True)
class Taking:
    """One sentence, and what it takes.

    Attributes:
        words: what gave it away, as the text has it.
    """

    forbidden: Forbidden
    words: str


def takings(text: str, forbidden: Sequence[Forbidden]) -> Iterator[Taking]:
    """Find what a rule may not take, each sort once a text.

    A sentence that says that an authority acts, or that forbids the thing itself, takes nothing:
    罚款由公安机关依法处理, 不得以罚款代替教育.

    Args:
        text: of an article.
        forbidden: what is looked for.
    """
    found: set[str] = set()
    for sentence in _SENTENCE.findall(text):
        here = {each.key: words for each in forbidden if (words := _words(sentence, each))}
        for each in forbidden:
            if each.key in here and each.key not in found and here.keys().isdisjoint(each.unless):
                found.add(each.key)
                yield Taking(each, here[each.key])


def _words(sentence: str, forbidden: Forbidden) -> str | None:
    always, patterns, harmless = (
        _joined(each) for each in (forbidden.always, forbidden.patterns, forbidden.harmless)
    )
    found = always.search(sentence)
    if found is None:
        found = patterns.search(sentence)
        if found is None or harmless.search(sentence):
            return None
    return found.group()


@cache
def _joined(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for several; one that finds nothing for none."""
    return re.compile("|".join(patterns) if patterns else r"(?!)")
