"""What share somebody meant who wrote it as it is said: 过半, 60%, 三分之二以上."""

from __future__ import annotations

import re
from fractions import Fraction

from yizhan.loading.typed_numerals import chinese_number, folded

_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)%")
_OF = re.compile(r"([零一二两三四五六七八九十百\d]+)分之([零一二两三四五六七八九十百\d]+)")
_SLASH = re.compile(r"(\d+)/(\d+)")
_TENTHS = re.compile(r"([一二三四五六七八九\d])成")
_HALF = re.compile("过半|超过?半数|半数以上|多数|一半以上")
_MORE = re.compile("超过|过半|多于|大于|>")


def read_share(typed: object) -> tuple[str, str] | None:
    """The field of a share and the fraction that it is to have: ``at_least`` and ``2/3``; or None."""
    text = folded(typed)
    if _HALF.search(text):
        return "more_than", "1/2"
    share = _fraction(text)
    if share is None or not 0 < share <= 1:
        return None
    field = "more_than" if _MORE.search(text) else "at_least"
    return field, f"{share.numerator}/{share.denominator}"


def _fraction(text: str) -> Fraction | None:
    percent, parts = _PERCENT.search(text), _OF.search(text)
    slash, tenths = _SLASH.search(text), _TENTHS.search(text)
    if percent is not None:
        return Fraction(percent[1]) / 100
    if parts is not None:
        whole, part = _number(parts[1]), _number(parts[2])
        return Fraction(part, whole) if whole and part else None
    if slash is not None:
        return Fraction(int(slash[1]), int(slash[2])) if int(slash[2]) else None
    number = None if tenths is None else _number(tenths[1])
    return None if number is None else Fraction(number, 10)


def _number(text: str) -> int | None:
    if text == "百":
        return 100
    return int(text) if text.isdecimal() else chinese_number(text)
