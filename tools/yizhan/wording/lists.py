"""Lists within a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from yizhan.model.text import Text, commas

_AND = Text("{first}和{last}", "{first} and {last}")
_OR = Text("{first}或{last}", "{first} or {last}")


NONE = Text("（没有）", "none")
"""Where a list has nothing in it."""


def every(words: Iterable[str | Text]) -> Text:
    """All of them: ``甲、乙和丙``; ``A, B and C``."""
    return _joined(words, _AND)


def either(words: Iterable[str | Text]) -> Text:
    """One of them: ``甲、乙或丙``; ``A, B or C``."""
    return _joined(words, _OR)


def _joined(words: Iterable[str | Text], last_two: Text) -> Text:
    *others, last = words
    if not others:
        return commas([last])
    return last_two.format(first=commas(others), last=commas([last]))


def following(sentences: Iterable[Text]) -> Text:
    """Sentences one after another, with the blank that English puts between them."""
    all_of = tuple(sentences)
    return Text("".join(each.zh for each in all_of), " ".join(each.en for each in all_of))
