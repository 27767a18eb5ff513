"""The numbers of chapters and articles as laws and rules write them, in Chinese: 第十二条."""

from __future__ import annotations

import re

_DIGITS = "零一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))


def article(number: int) -> str:
    """What the article with this number is called: 第十二条."""
    return f"第{chinese(number)}条"


def chapter(number: int) -> str:
    """What the chapter with this number is called: 第三章."""
    return f"第{chinese(number)}章"


_TYPED = re.compile(r"第\s*(\d{1,4})\s*([条款项])")


def written(reference: str) -> str:
    """A reference to an article with its numbers in Chinese, as laws write them: 第26条第2款 → 第二十六条第二款."""

    def one(found: re.Match[str]) -> str:
        number = int(found[1])
        return f"第{chinese(number)}{found[2]}" if number else found[0]

    return _TYPED.sub(one, reference)


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


def number(text: str) -> int:
    """Read what ``chinese`` writes: 四十六 → 46."""
    units = {word: unit for unit, word in _UNITS}
    whole, digit = 0, 0
    for sign in text:
        if sign in units:
            whole += (digit or 1) * units[sign]
            digit = 0
        else:
            digit = _DIGITS.index(sign)
    return whole + digit
