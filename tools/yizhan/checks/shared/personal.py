"""Finding personal data in texts without repeating it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from yizhan.checks.shared.contents import first_words, line_of, texts, wording
from yizhan.checks.shared.last import OfLast
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
_LONG = re.compile(r"\d[\d .-]{5,}\d")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_PROVINCES = frozenset(
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
        "83",
    ]  # the table of GB/T 2260 reads better so
)
"""Codes of provinces with which an identity number begins (GB/T 2260)."""

_CHECK_DIGITS = "10X98765432"


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
    record: Record, pattern: re.Pattern[str], signs: tuple[str, ...]
) -> Iterator[tuple[Pointer, str]]:
    """Yield where a record's texts match, with the match masked; once for each text.

    Args:
        record: whose texts are looked at.
        pattern: what such data looks like; full-width digits are read as plain ones.
        signs: pieces of which every match holds one; most texts hold none and are passed by.
    """
    words = _words(record)
    if any(sign in words for sign in signs) and pattern.search(words):
        yield from _search(record, pattern, lambda _: True)


def numbers_in(
    record: Record, pattern: re.Pattern[str], accept: Callable[[str], bool] = lambda _: True
) -> Iterator[tuple[Pointer, str]]:
    """Do the same for numbers of seven digits and more.

    Args:
        record: whose texts are looked at.
        pattern: what such a number looks like.
        accept: distinguishes real hits from look-alikes, given the match without spaces, dots and hyphens.
    """
    if _has_long_number(record):
        yield from _search(record, pattern, accept)


def _search(
    record: Record, pattern: re.Pattern[str], accept: Callable[[str], bool]
) -> Iterator[tuple[Pointer, str]]:
    for pointer, text in (*texts(record), *first_words(record)):
        plain = _half_width(text)
        for match in pattern.finditer(plain):
            if accept(re.sub(r"[\s.-]", "", match.group())):
                yield line_of(pointer, plain, match.start()), mask(match.group())
                break


def _plain_words(record: Record) -> str:
    return _half_width("\n".join((wording(record), *(text for _, text in first_words(record)))))


def _holds_long_number(record: Record) -> bool:
    return _LONG.search(_words(record)) is not None


_words = OfLast(_plain_words)
_has_long_number = OfLast(_holds_long_number)


def mask(value: str) -> str:
    """Hide all but the first two characters: a finding must not publish what it warns of."""
    return value[:2] + "*" * (len(value) - 2)


def identity_number(value: str) -> bool:
    """Tell whether digits form a resident identity number.

    18 digits: date of birth and check digit after GB 11643-1999; 15 digits: the former form, which
    has no check digit, with the date of birth.
    """
    if len(value) == 15:
        return _is_day("19" + value[6:12])
    if len(value) != 18 or not _is_day(value[6:14]):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(value[:17], _WEIGHTS, strict=True))
    return _CHECK_DIGITS[total % 11] == value[17].upper()


def near_identity_number(value: str) -> bool:
    """Tell whether digits are nearly a resident identity number: one of them wrong, or missing.

    A number of a province and a date of birth in their places are enough to tell whose it is; that the
    check digit is wrong protects nobody. What passes as a bank card is one.
    """
    if len(value) not in (17, 18) or value[:2] not in _PROVINCES or bank_card(value):
        return False
    return _is_day(value[6:14]) and not identity_number(value)


def bank_card(value: str) -> bool:
    """Tell whether digits pass the check of ISO/IEC 7812-1 (Luhn) and are no identity number."""
    if identity_number(value) or not value.isdecimal():
        return False
    total = 0
    for position, digit in enumerate(reversed(value)):
        number = int(digit) * (2 if position % 2 else 1)
        total += number - 9 if number > 9 else number
    return total % 10 == 0


def _is_day(digits: str) -> bool:
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return 1880 <= day.year <= 2100
