"""What clerks type in a text editor, brought to one form, and Chinese numerals as numbers."""

from __future__ import annotations

import re
import unicodedata

QUOTES = "“”‘’「」『』《》【】〔〕'\"`´ \t\u3000\xa0"
"""What may be around a value and is no part of it."""

_DASHES = re.compile("[-\u2010-\u2015\u2212\uff0d\u30fc\u4e00~_\u301c\u2500\u2501\xad]+")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\xad]")
_DIGITS = {name: value for value, name in enumerate("零一二三四五六七八九")}
_DIGITS |= {name: value for value, name in enumerate("〇壹贰叁肆伍陆柒捌玖")}
_DIGITS |= {"两": 2, "貳": 2, "參": 3, "叄": 3, "陸": 6, "元": 1, "○": 0, "俩": 2, "仨": 3}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_SPECIAL = {"廿": "二十", "卅": "三十", "初": ""}
_LARGE = {"万": 10_000, "萬": 10_000, "亿": 100_000_000}


def folded(value: object) -> str:
    """Full-width letters and digits made ordinary, quotation marks and what cannot be seen gone."""
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", str(value)))
    return text.strip(QUOTES)


def one_dash(text: str) -> str:
    """Every sort of dash between digits, of which a keyboard and Word know a dozen, as ``-``.

    The numeral 一 is one of them only where digits stand on both sides: ``2026一01一08``.
    """
    return re.sub(rf"(?<=\d)[ ]*{_DASHES.pattern}[ ]*(?=\d)", "-", text)


def chinese_number(text: str) -> int | None:
    """Read 十九, 三百零五, 一千六百, 壹仟贰佰, 三万 or 二〇二六; None where it is no number."""
    for short, long in _SPECIAL.items():
        text = text.replace(short, long)
    if not text or any(
        each not in _DIGITS and each not in _TENS and each not in _LARGE for each in text
    ):
        return None
    if all(each in _DIGITS for each in text):
        return int("".join(str(_DIGITS[each]) for each in text))
    total, section, digit, unit = 0, 0, 0, 10
    for each in text:
        if each in _DIGITS:
            digit = _DIGITS[each]
            unit = 10 if digit == 0 else unit
        elif each in _TENS:
            unit = _TENS[each]
            section += (digit or (1 if unit == 10 else 0)) * unit
            digit = 0
        else:
            total = (total + section + digit) * _LARGE[each]
            section, digit, unit = 0, 0, _LARGE[each]
    # 一千六 is 1,600: what follows a unit directly counts the next lower one.
    return total + section + digit * (unit // 10 if unit > 10 and text[-2:-1] not in "零〇" else 1)
