"""Answers in words: long enough, short enough, and without personal data from the first moment."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from functools import cache

from yizhan.checks import discover
from yizhan.checks.shared.check import Check, Context
from yizhan.commands.interview.question import UnclearError
from yizhan.loading.presets import load_presets
from yizhan.loading.schemas import schema_at
from yizhan.loading.typed_numbers import likely_number
from yizhan.loading.working_days import official_calendar
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Pointer
from yizhan.model.round import Round
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffd]"
)
_DAY = date(2000, 1, 1)
_PERSONAL = Text(
    "{found}公开的档案里不能写，请换成“居民”“楼栋长”这样的身份，或者删掉。",
    "{found} Records are public: write a role such as “resident” instead, or leave it out.",
)
_DOUBT = Text(
    "{found}档案是公开的，请换成身份；确实不是，就原样再写一遍。",
    "{found} Records are public: write a role instead. If it is not so, type it again as it is.",
)
_LONG = Text(
    "太长了：最多 {most} 个字，现在有 {n} 个。",
    "Too long: {n} {n:character|characters}, {most} at most.",
)
_NUMBER = Text(
    "“{typed}”不是数目；只写阿拉伯数字，例如 12。", "“{typed}” is no number; write digits, as 12."
)
_NUMBER_NEAR = Text(
    "“{typed}”不是数目；只写阿拉伯数字，请写 {near}。",
    "“{typed}” is no number; write digits: {near}.",
)
_FEW = Text("数目要在 {least} 以上。", "It has to be {least} or more.")
_MUCH = Text("数目不能超过 {most}{why}。", "It cannot be more than {most}{why}.")


def reader(kind: Kind, pointer: Pointer) -> Callable[[str], str]:
    """What reads an answer as the text of a field: its schema and the V checks have a say."""
    schema = schema_at(kind, pointer)
    assert schema is not None, (kind, pointer)
    most = schema.get("maxLength")
    pattern = re.compile(schema.get("pattern", ""))

    def read(typed: str) -> str:
        text = _clean(typed)
        if most is not None and len(text) > most:
            raise UnclearError(_LONG.format(most=most, n=len(text)))
        if pattern.search(text) is None:
            word = "patternErrorMessage"
            raise UnclearError(Text(schema[word], schema["x-en"][word]))
        refuse_personal(text)
        return text

    return read


_MINUS = re.compile("^[\u2010-\u2015\u2212\uff0d]+ *(?=[0-9])")
"""Every sort of dash that a keyboard has in front of a number."""


def number_reader(
    least: int = 0, most: int | None = None, why: Text | None = None
) -> Callable[[str], int]:
    """What reads an answer as a number between two others.

    Args:
        least: the smallest allowed.
        most: the largest allowed; None for any.
        why: the reason for ``most``, as it ends a sentence.
    """

    def read(typed: str) -> int:
        text = _MINUS.sub("-", unicodedata.normalize("NFKC", typed).strip())
        if re.fullmatch("-?[0-9]{1,9}" if least < 0 else "[0-9]{1,9}", text) is None:
            near = likely_number(text)
            form = _NUMBER if near is None or near < least else _NUMBER_NEAR
            raise UnclearError(form.format(typed=typed, near=near))
        if int(text) < least:
            raise UnclearError(_FEW.format(least=least))
        if most is not None and int(text) > most:
            raise UnclearError(_MUCH.format(most=most, why=why or Text("", "")))
        return int(text)

    return read


def _clean(typed: str) -> str:
    """A text without invisible characters and without spaces at the ends of its lines."""
    text = _HIDDEN.sub("", typed.replace("\r\n", "\n").replace("\t", " "))
    return "\n".join(line.strip() for line in text.strip().split("\n"))


def refuse_personal(text: str) -> None:
    """Run the checks of personal data over one text.

    Raises:
        UnclearError: it holds such data, in the check's words; a doubt may be insisted on.
    """
    record = Round(id="answer", title=text, date=PartialDate.of(_DAY), place="answer", by="answer")
    for check in _privacy_checks():
        for problem in check.run(record, Archive(()), _context()):
            if check.level.fails:
                raise UnclearError(_PERSONAL.format(found=problem.message))
            raise UnclearError(_DOUBT.format(found=problem.message), insisted=text)


@cache
def _privacy_checks() -> tuple[Check, ...]:
    found = [check for check in discover() if check.code.startswith("V")]
    return tuple(sorted(found, key=lambda check: not check.level.fails))


@cache
def _context() -> Context:
    return Context(_DAY, load_presets(), official_calendar(), frozenset())
