"""Which record, or which item of one, somebody meant who wrote its title or mistyped its id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from yizhan.loading.typed_numerals import folded

_SHORT = {"村委会": "村民委员会", "居委会": "居民委员会", "镇政府": "镇人民政府", "乡政府": "乡人民政府",
          "街道办": "街道办事处", "监委会": "监督委员会", "党支部": "党组织"}  # fmt: skip
_LOOKALIKES = str.maketrans("o0l1", "0011")
_LIKE = 0.6


class Neighbour(NamedTuple):
    """A record that may be meant, or an item of one by its key.

    Attributes:
        title: empty where it has none, or none that can be read.
    """

    id: str
    title: str


def as_id(typed: str) -> str:
    """A value in the form of an id: without folder, ending, capitals, underscores or odd dashes."""
    text = folded(typed).replace("\\", "/").rpartition("/")[2].lower()
    text = re.sub(r"\.(?:ya?ml|txt)\b.*$", "", text)
    return re.sub(r"[^a-z0-9\u4e00-\u9fff]+", "-", text).strip("-")


def likely_id(typed: str, ids: Sequence[str]) -> str | None:
    """The id that a mistyped one means: written otherwise, or with a wrong letter; None if none is."""
    text = as_id(typed)
    if not re.search("[a-z0-9]", text) or re.search("[\u4e00-\u9fff]", text):
        return None
    if text in ids:
        return text
    same = [each for each in ids if each.translate(_LOOKALIKES) == text.translate(_LOOKALIKES)]
    from difflib import get_close_matches

    close = same or get_close_matches(text, ids, n=1, cutoff=0.8)
    return close[0] if close else None


def likeliest(typed: str, among: Iterable[Neighbour]) -> list[Neighbour]:
    """Those whose title is most like what was typed; all that are equally so, empty if none is."""
    text = folded(typed)
    scored = [(_likeness(text, each.title), each) for each in among if each.title]
    best = max((score for score, _ in scored), default=0.0)
    return [each for score, each in scored if score == best and best >= _LIKE]


def _likeness(typed: str, title: str) -> float:
    """From 0 to 4: the same, the same but for what is always shortened, a part, its letters in order."""
    if typed == title:
        return 4.0
    long_typed, long_title = _long(typed), _long(title)
    if long_typed == long_title:
        return 3.5
    if len(typed) > 1 and (long_typed in long_title or long_title in long_typed):
        return 3.0
    letters = iter(title)
    if len(typed) > 2 and all(letter in letters for letter in typed):
        return 2.0
    from difflib import SequenceMatcher

    return SequenceMatcher(None, typed, title).ratio()


def _long(text: str) -> str:
    for short, long in _SHORT.items():
        text = text.replace(short, long)
    return text
