"""``yizhan explain CODE``: why a check is there, how to mend, a bad and a good example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Protocol

from yizhan.checks import discover
from yizhan.checks.shared.check import Example
from yizhan.checks.shared.reading import readings
from yizhan.model.finding import Level
from yizhan.model.text import Lang, Text, commas
from yizhan.wording.findings import HOW_TO_MEND, RIGHT, WHY, WRONG

_UNKNOWN = Text(
    "没有“{code}”这个代号；相近的有：{near}。", "There is no code “{code}”; near it are: {near}."
)
_KIND = {
    Level.ERROR: Text("错误：不可能是这样，要改好。", "error: it cannot be so and must be mended."),
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
_LINES = 40


class UnknownCodeError(Exception):
    """No check has this code; its argument is a ``Text``."""


class Explained(Protocol):
    """What can be explained: a check, or a finding of loading."""

    @property
    def code(self) -> str:
        """Its code."""

    @property
    def title(self) -> Text:
        """What it is about."""

    @property
    def why(self) -> Text:
        """Why it is there."""

    @property
    def fix(self) -> Text:
        """How to mend it."""

    @property
    def level(self) -> Level:
        """How grave it is."""

    @property
    def bad(self) -> Example:
        """Files in which it is found."""

    @property
    def good(self) -> Example:
        """The same files, mended."""


def explanations() -> Mapping[str, Explained]:
    """Everything that has a code, by code."""
    found: dict[str, Explained] = {check.code: check for check in discover()}
    return dict(sorted({**found, **readings()}.items()))


def explain(code: str, lang: Lang) -> str:
    """Explain one code.

    Args:
        code: in capitals or not.
        lang: language of the explanation.

    Raises:
        UnknownCodeError: no check has it.
    """
    known = explanations()
    found = known.get(code.upper())
    if found is None:
        near = _near(code.upper(), list(known))
        raise UnknownCodeError(_UNKNOWN.format(code=code, near=commas(near)))
    return "\n".join(_page(found, lang)) + "\n"


def _near(code: str, known: list[str]) -> list[str]:
    """Three codes like this one, of its letter where the letter is known."""
    same = [each for each in known if each[:1] == code[:1]]
    return get_close_matches(code, same or known, n=3, cutoff=0)


def _page(found: Explained, lang: Lang) -> Iterator[str]:
    yield f"{found.code}  {found.title.in_(lang)}"
    yield f"{_KIND[found.level].in_(lang)}"
    for heading, text in ((WHY, found.why), (HOW_TO_MEND, found.fix)):
        yield ""
        yield heading.in_(lang)
        yield f"  {text.in_(lang)}"
    for heading, example in ((WRONG, found.bad), (RIGHT, found.good)):
        for path, content in example.files.items():
            yield ""
            yield f"{heading.in_(lang)}  {path}"
            yield from (f"  {line}".rstrip() for line in shown(content))


def shown(content: str) -> Iterator[str]:
    """An example's lines, with what cannot be seen made visible, and cut where it is long."""
    lines = content.rstrip("\n").split("\n")
    for line in lines[:_LINES]:
        short = line if len(line) <= 100 else line[:99] + "…"
        yield "".join(letter if letter.isprintable() else _escaped(letter) for letter in short)
    if len(lines) > _LINES:
        yield "…"


def _escaped(letter: str) -> str:
    """What stands for a letter that cannot be seen; a surrogate stands for a byte (PEP 383)."""
    number = ord(letter)
    return f"\\x{number - 0xDC00:02x}" if 0xDC80 <= number <= 0xDCFF else f"\\u{number:04x}"
