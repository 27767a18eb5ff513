"""``yizhan explain CODE``: why a check is there, how to fix, a bad and a good example."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from yizhan.checking.explanations import Explained, explanations, is_correctable, shown
from yizhan.checks.shared.check import Check
from yizhan.model.finding import Level
from yizhan.model.text import Lang, Text, commas
from yizhan.wording.findings import EFFECT, HOW_TO_FIX, MERGED, RIGHT, WHY, WRONG

_UNKNOWN = Text(
    "没有“{code}”这个代号；相近的有：{near}，另有 {n} 个。",
    "There is no code “{code}”; near it are: {near}, and {n} more.",
)
_ABOUT = Text(
    "这里写代号，不写“{code}”；说到它的有：{near}。",
    "A code belongs here, not “{code}”; of that there are: {near}.",
)
_NO_CODE = Text(
    "这里写代号，不写“{code}”；代号是 yizhan check 每处前面方括号里的，例如 S005。",
    "A code belongs here, not “{code}”: what yizhan check prints in brackets, such as S005.",
)
_NO_LETTER = Text(
    "没有“{code}”这个代号；代号是一个字母加三位数字，例如 S005，开头的字母有：{letters}。",
    "There is no code “{code}”; a code is a letter and three digits, such as S005, and the letters are: {letters}.",
)
_FEW = 9
_KIND = {
    Level.ERROR: Text("错误：不可能是这样，要改好。", "error: it cannot be so and must be fixed."),
    Level.IRREGULAR: Text(
        "不合规：可以如实这样记，但法律、规程或者办法不认，或者可以质疑。",
        "irregular: it may be honestly recorded, but law, procedure or rule denies it effect or makes it contestable.",
    ),
    Level.WARNING: Text(
        "提醒：核对一下，确实如此的可以保留。", "warning: look again; it may stand if it is so."
    ),
    Level.DUE: Text(
        "待办：日子到了该办的，从不影响通过。",
        "due: what the calendar brings; it never fails anything.",
    ),
}


class UnknownCodeError(Exception):
    """No check has this code; its argument is a ``Text``."""


def explain(code: str, lang: Lang) -> str:
    """Explain one code.

    Args:
        code: in capitals or not.
        lang: language of the explanation.

    Raises:
        UnknownCodeError: no check has it.
    """
    known = explanations()
    plain = re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", code)).upper()
    found = known.get(plain)
    if found is None and not plain.isascii():
        raise UnknownCodeError(_said_of(code, known))
    letters = sorted({each[0] for each in known})
    if found is None and plain[:1] not in letters:
        raise UnknownCodeError(_NO_LETTER.format(code=code, letters=commas(letters)))
    if found is None:
        near = _near(plain, list(known))
        raise UnknownCodeError(
            _UNKNOWN.format(code=code, near=commas(near), n=len(known) - len(near))
        )
    return "\n".join(_page(found, lang)) + "\n"


def _said_of(words: str, known: Mapping[str, Explained]) -> Text:
    """Which codes' titles hold some words, which are none."""
    about = [
        Text(f"{each.code}（{each.title.zh}）", f"{each.code} ({each.title.en})")
        for each in known.values()
        if words in each.title.zh
    ]
    if not about:
        return _NO_CODE.format(code=words)
    return _ABOUT.format(code=words, near=commas(about[:_FEW]))


def _near(code: str, known: list[str]) -> list[str]:
    """Three codes like this one, of its letter where the letter is known."""
    short = re.fullmatch(r"([A-Z])(\d{1,2})", code)
    if short is not None and (padded := f"{short[1]}{short[2]:0>3}") in known:
        return [padded]
    same = [each for each in known if each[:1] == code[:1]]
    return get_close_matches(code, same or known, n=3, cutoff=0)


def _page(found: Explained, lang: Lang) -> Iterator[str]:
    yield f"{found.code}  {found.title.in_(lang)}"
    yield f"{_KIND[found.level].in_(lang)}"
    if isinstance(found, Check) and found.effect is not None:
        yield EFFECT[found.effect].in_(lang)
    for heading, text in ((WHY, found.why), (HOW_TO_FIX, found.fix)):
        yield ""
        yield heading.in_(lang)
        yield f"  {text.in_(lang)}"
    if is_correctable(found.code):
        yield f"  {MERGED.in_(lang)}"
    for heading, example in ((WRONG, found.bad), (RIGHT, found.good)):
        for path, content in example.files.items():
            yield ""
            yield f"{heading.in_(lang)}  {path}"
            yield from (f"  {line}".rstrip() for line in shown(content))
