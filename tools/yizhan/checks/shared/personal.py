"""Finding personal data in texts without repeating it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from yizhan.checks.shared.contents import first_words, line_of, texts, wording
from yizhan.checks.shared.last import OfLast
from yizhan.checks.shared.number_kinds import NumberKind
from yizhan.checks.shared.personal_numbers import PersonalNumber, mask, personal_numbers
from yizhan.model.finding import Pointer
from yizhan.model.record import Record
from yizhan.model.text import Text

KEEP_OUT = Text(
    "删掉它再提交，用“居民”“楼栋长”这样的身份代替。已经提交过的，光删这一行没有用，"
    "Git 的历史里还留着：先不要推送，马上告诉维护人员。",
    "Delete it before you commit, and write a role such as “resident” instead. If it was committed "
    "already, deleting the line is not enough, for Git remembers: do not push, tell the maintainer at once.",
)
"""How to fix every finding of personal data."""

_FULL_WIDTH = str.maketrans(
    "０１２３４５６７８９ＸｘＡＢＣＤＥＦＧＨ－＠．", "0123456789XxABCDEFGH-@."
)
_WIDE = re.compile(f"[{''.join(chr(letter) for letter in _FULL_WIDTH)}]")
_HAN_DIGITS = str.maketrans("〇零一二三四五六七八九幺", "001234567891")
_HAN_NUMBER = re.compile(r"[〇零一二三四五六七八九幺]{7,}")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_DASHES = str.maketrans("‐‑‒–—―−\u00a0\u2007\u202f\u3000", "-------    ")
_ODD = re.compile(f"[{''.join(chr(letter) for letter in _DASHES)}]|{_INVISIBLE.pattern}")


def _half_width(text: str) -> str:
    """Read full-width digits and letters as plain ones; most texts have none.

    So are seven Chinese digits and more in a row: a number read out, not one that is counted. What
    nobody sees is taken out, and every dash and blank is a plain one.
    """
    plain = text.translate(_FULL_WIDTH) if _WIDE.search(text) else text
    if _ODD.search(plain):
        plain = _INVISIBLE.sub("", plain).translate(_DASHES)
    return _HAN_NUMBER.sub(lambda found: found.group().translate(_HAN_DIGITS), plain)


def found_in(
    record: Record,
    pattern: re.Pattern[str],
    signs: tuple[str, ...],
    masked: Callable[[str], str] = mask,
) -> Iterator[tuple[Pointer, str]]:
    """Yield where a record's texts match, with the match masked; once for each text.

    Args:
        record: whose texts are looked at.
        pattern: what such data looks like; full-width digits are read as plain ones.
        signs: pieces of which every match holds one; most texts hold none and are passed by.
        masked: what is shown of a match.
    """
    words = _words(record)
    if any(sign in words for sign in signs) and pattern.search(words):
        yield from _search(record, pattern, masked)


def numbers_in(record: Record, *kinds: NumberKind) -> Iterator[tuple[Pointer, str]]:
    """Yield where a record's texts hold numbers of some kinds, masked; once for each text."""
    for pointer, text, numbers in _numbers(record):
        shown = next((each for each in numbers if each.kind in kinds), None)
        if shown is not None:
            yield line_of(pointer, text, shown.start), shown.shown


def _search(
    record: Record, pattern: re.Pattern[str], masked: Callable[[str], str]
) -> Iterator[tuple[Pointer, str]]:
    for pointer, text in (*texts(record), *first_words(record)):
        plain = _half_width(text)
        match = pattern.search(plain)
        if match is not None:
            yield line_of(pointer, plain, match.start()), masked(match.group())


def _plain_words(record: Record) -> str:
    return _half_width("\n".join((wording(record), *(text for _, text in first_words(record)))))


def _numbers_of(record: Record) -> tuple[tuple[Pointer, str, list[PersonalNumber]], ...]:
    said = (wording(record), *(text for _, text in first_words(record)))
    if not any(map(personal_numbers, said)):
        return ()
    every = (
        (at, text, personal_numbers(text)) for at, text in (*texts(record), *first_words(record))
    )
    return tuple([each for each in every if each[2]])


_words = OfLast(_plain_words)
_numbers = OfLast(_numbers_of)
