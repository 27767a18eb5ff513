"""Chinese numerals for the numbers of chapters and articles: 第十二条."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))


def chinese(number: int) -> str:
    """Write 1 to 9999 in Chinese: 12 → 十二, 105 → 一百零五."""
    text, rest, gap = "", number, False
    for unit, word in _UNITS:
        digit, rest = divmod(rest, unit)
        if digit:
            text += ("零" if gap else "") + _DIGITS[digit] + word
            gap = False
        elif text and rest:
            gap = True
    if rest:
        text += ("零" if gap else "") + _DIGITS[rest]
    return text.removeprefix("一") if text.startswith("一十") else text
