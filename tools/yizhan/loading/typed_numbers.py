"""What somebody meant who typed a number or a time of day as it is said, not as digits alone."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from enum import Enum, auto
from typing import NamedTuple

from yizhan.loading.typed_numerals import chinese_number, folded, one_dash

_BEFORE = r"(?:约|大约|近|将近|共|共计|合计|总共|总计|计|约为|人民币|RMB|CNY|USD|第|[¥$+≈~])*\s*"
_MULTIPLE = {
    "百": 100,
    "千": 1_000,
    "万": 10_000,
    "萬": 10_000,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "亿": 100_000_000,
    "k": 1_000,
    "w": 10_000,
}
_DIGITS = r"-?\d+(?:[,，' ]\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?"
_ARABIC = re.compile(
    rf"{_BEFORE}({_DIGITS})\s*(百万|千万|[百千万萬亿]|[kKwW](?![A-Za-z]))?\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NUMERALS = "零〇○一二两三四五六七八九十百千万亿壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬廿卅"
_CHINESE = re.compile(
    rf"{_BEFORE}([{_NUMERALS}]+)\s*(?P<rest>[^\d{_NUMERALS}]{{0,8}})", re.IGNORECASE
)
_PERCENT = re.compile(rf"百分之\s*(?:({_DIGITS})|([{_NUMERALS}]+)(?:点([{_NUMERALS}]+))?)")
_UNIT = re.compile(r"[^\d\-至到/:~]{0,8}(?:/[^\d/]{1,4})?")
_REMARK = re.compile(r"[^\d(（#/;,]{0,6}\s*(?:[(（#;]|//|--).*", re.DOTALL)
_MONEY = re.compile(r"[元圆块角万萬¥$]|RMB|CNY", re.IGNORECASE)
_RANGE = re.compile(
    r"\d+\s*[^\d\s,.]{0,2}\s*(?:-|至|到|/|:)\s*\d+|[一二三四五六七八九]{2}[十百千]|[十百千万]?[一二三四五六七八九]{2}[个人户名位]"
)
_CHANGE = re.compile("扣除?|减少?|加|得|奖励?|增加")
_LESS = ("扣", "扣除", "减", "减少")
_ABOUT = re.compile("[约近多余几≈~]|左右|以上|以下|上下|不到")
_NOTHING = re.compile(r"无|没有|没|不存在|免费|[未没]收到|none", re.IGNORECASE)
_UNKNOWN = re.compile(
    r"不详|不知道?|不清楚?|未知|待定|待查|暂无|不明|若干|空|略|很?多|不限[制量数]?|无限制?|不?[无没]有?上限|不设上?限|不封顶|上不封顶|长期|永久|同上|[-/—–?？*xX]+|n/?a|tbd",
    re.IGNORECASE,
)
_LETTERS = str.maketrans("OoQlI|", "000111")
_TIME = re.compile(
    r"(?P<half>上午|早上|早晨|早|清晨|凌晨|中午|下午|午后|傍晚|晚上|晚|夜里|夜间|am|pm|a\.m\.|p\.m\.)?\s*"
    r"(?P<hour>\d{1,2}|[零一二两三四五六七八九十]{1,3})\s*(?:[:.时点點h;,-]|时整|点整|點鐘|点钟|点正)\s*"
    r"(?P<minute>半|[一三]刻|\d{1,2}|[零〇一二三四五六七八九十]{1,3})?\s*分?(?::\d\d)?\s*"
    r"(?P<after>am|pm|a\.m\.|p\.m\.)?(?:整|正)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"([01]?\d|2[0-3])([0-5]\d)")
_NIGHT = ("凌晨", "am", "a.m.")
_LATE = ("下午", "午后", "傍晚", "晚上", "晚", "夜里", "夜间", "pm", "p.m.")


class NumberForm(Enum):
    """What is odd about a number that somebody typed."""

    OTHER = auto()
    PLAIN = auto()
    MONEY = auto()
    ABOUT = auto()
    SEVERAL = auto()
    NOTHING = auto()
    UNKNOWN = auto()


class TypedNumber(NamedTuple):
    """What a typed number is taken for.

    Attributes:
        form: what is odd about it.
        number: where one can be read, an ``int`` if it is whole.
        unit: what stands behind it.
    """

    form: NumberForm
    number: int | float | None = None
    unit: str = ""


def read_number(value: object) -> TypedNumber:  # noqa: PLR0911  # one return a way of writing it reads best
    """Tell what somebody meant by a text where a number belongs: 1,200元, 百分之五十, 约25户."""
    text = one_dash(folded(value)).strip("。.,;，；、 ")
    text = re.sub(r"(?<=\d)[OoQlI|]+(?=[\d,.]|$)", lambda m: m[0].translate(_LETTERS), text)
    if _UNKNOWN.fullmatch(text):
        return TypedNumber(NumberForm.UNKNOWN)
    if _NOTHING.fullmatch(text):
        return TypedNumber(NumberForm.NOTHING)
    change = _CHANGE.match(text)
    if change is not None:
        found = read_number(text[change.end() :])
        sign = -1 if change.group() in _LESS else 1
        if found.number is None:
            return found
        return found._replace(number=sign * found.number)
    percent = _PERCENT.match(text)
    if percent is not None:
        digits, words, tenths = percent.groups()
        whole = Decimal(digits) if digits else Decimal(chinese_number(words) or 0)
        return _as_number(whole + (Decimal(f"0.{chinese_number(tenths)}") if tenths else 0), text)
    match = _ARABIC.fullmatch(text)
    if match is not None and (_UNIT.fullmatch(match["rest"]) or _REMARK.fullmatch(match["rest"])):
        factor = _MULTIPLE.get((match[2] or "").lower(), 1)
        try:
            number = Decimal(re.sub("[,，' ]", "", match[1])) * factor
            return _as_number(number, text, match["rest"])
        except InvalidOperation:
            return TypedNumber(NumberForm.OTHER)
    if _RANGE.search(text):
        return TypedNumber(NumberForm.SEVERAL)
    match = _CHINESE.fullmatch(text)
    counted = None if match is None else chinese_number(match[1])
    if match is None or counted is None:
        return TypedNumber(NumberForm.OTHER)
    return _as_number(Decimal(counted), text, match["rest"])


def _as_number(number: Decimal, text: str, unit: str = "") -> TypedNumber:
    form = NumberForm.MONEY if _MONEY.search(text) else NumberForm.PLAIN
    form = NumberForm.ABOUT if _ABOUT.search(text) else form
    shown = int(number) if number == int(number) else float(number)
    return TypedNumber(form, shown, unit.strip())


def likely_number(value: object) -> int | None:
    """The whole number that a text such as 2,600元 or 0.26万元 means, or None."""
    number = read_number(value).number
    return number if isinstance(number, int) else None


def likely_time(value: object) -> str | None:
    """What 下午3点半, 9：00 or 1930 is on a clock of 24 hours, or None."""
    text = one_dash(folded(value)).strip("。.,;，；、 ")
    match = _TIME.match(text)
    if match is None:
        compact = _CLOCK.fullmatch(text)
        return None if compact is None else f"{int(compact[1]):02d}:{compact[2]}"
    half = (match["half"] or match["after"] or "").lower()
    hour = _part(match["hour"])
    minute = {"半": 30, "一刻": 15, "三刻": 45, None: 0}.get(match["minute"])
    minute = _part(match["minute"]) if minute is None else minute
    if hour is None or minute is None:
        return None
    if half in _LATE and hour < 12:
        hour += 12
    if half in _NIGHT and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def _part(text: str) -> int | None:
    return int(text) if text.isdecimal() else chinese_number(text)
