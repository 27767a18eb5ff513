"""Finding what a clerk means: by code, by title, by part of a title, by the nearest spelling."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Callable, Iterable

from yizhan.commands.interview.question import Choice, UnclearError
from yizhan.model.text import Text

SHOWN = 9
"""So many choices fit on a screen beside what was asked."""

_SEVERAL = Text("有 {n} 个都对得上“{typed}”。", "{n} fit “{typed}”.")
_MANY = Text(
    "有 {n} 个都对得上“{typed}”，先列 {shown} 个；多写几个字就能少几个。",
    "{n} fit “{typed}”; the first {shown} are listed. A few more letters narrow it down.",
)
_NEAREST = Text("没有“{typed}”。", "There is no “{typed}”.")
_NONE = Text(
    "没有“{typed}”；写名称里的几个字，或者写编号。",
    "There is no “{typed}”; write part of a title, or an id.",
)
_NOT_LISTED = Text(
    "没有“{typed}”；写上面的序号，或者名称里的几个字。",
    "There is no “{typed}”; write one of the numbers above, or part of a title.",
)


def reader(choices: Iterable[Choice], *, listed: bool = False) -> Callable[[str], str]:
    """What reads an answer as one of the choices and returns its code."""
    known = tuple(choices)
    return lambda typed: find(typed, known, listed=listed).code


def find(typed: str, choices: tuple[Choice, ...], *, listed: bool = False) -> Choice:
    """The choice that is meant.

    Args:
        typed: a code, a title, some letters of a title.
        choices: what there is.
        listed: all of them are on the person's screen.

    Raises:
        UnclearError: none fits, or several do; offers what may be meant.
    """
    wanted = _plain(typed)
    for matches in (_same, _within, _in_order):
        found = [choice for choice in choices if matches(wanted, choice)]
        if len(found) == 1:
            return found[0]
        if found:
            text = _SEVERAL if len(found) <= SHOWN else _MANY
            said = text.format(n=len(found), typed=typed, shown=SHOWN)
            raise UnclearError(said, tuple(found[:SHOWN]))
    near = _nearest(wanted, choices)
    none = _NOT_LISTED if listed else _NONE
    raise UnclearError((_NEAREST if near else none).format(typed=typed), near)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _names(choice: Choice) -> list[str]:
    return [_plain(name) for name in (choice.code, *choice.title, *choice.also)]


def _same(wanted: str, choice: Choice) -> bool:
    return wanted in _names(choice)


def _within(wanted: str, choice: Choice) -> bool:
    return any(wanted in name for name in _names(choice))


def _in_order(wanted: str, choice: Choice) -> bool:
    """Whether all letters are in the title in this order: 二组 in 第二村民小组.

    The place that the record is in may go before, in full: 示例村二组.
    """
    if len(wanted) < 2:  # one letter alone says nothing
        return False
    above = _plain(choice.note.zh) if choice.note is not None else ""
    names = [_plain(name) for name in (*choice.title, *choice.also)]
    return any(
        wanted[:cut] in above and _is_spread(wanted[cut:], name)
        for cut in range(len(wanted))
        for name in names
    )


def _is_spread(wanted: str, text: str) -> bool:
    letters = iter(text)
    return all(letter in letters for letter in wanted)


def _nearest(wanted: str, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    names = {name: choice for choice in choices for name in _names(choice)}
    close = difflib.get_close_matches(wanted, names, n=3, cutoff=0.5)
    return tuple(dict.fromkeys(names[name] for name in close))
