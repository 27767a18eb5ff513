"""Finding what a clerk means: by code, by title, by part of a title, by the nearest spelling."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable

from yizhan.commands.interview.question import Choice, UnclearError
from yizhan.commands.interview.question import listed as listed_choices
from yizhan.model.frozen import dataclass
from yizhan.model.record import Record
from yizhan.model.text import Text
from yizhan.wording.there_are import MORE

_SURE = 0.85
"""How like one has to be for the others not to be offered."""

SHOWN = 9
"""So many choices fit on a screen beside what was asked."""

_SEVERAL = Text("有 {n} 个都对得上“{typed}”。", "{n} fit “{typed}”.")
_MANY = Text(
    "有 {n} 个都对得上“{typed}”，先列 {shown} 个；多写几个字就能少几个。",
    "{n} fit “{typed}”; the first {shown} are listed. A few more letters narrow it down.",
)
_NEAREST = Text("没有“{typed}”。", "There is no “{typed}”.")
_NONE = Text(
    "没有“{typed}”；有的是：{known}{more}。写名称里的几个字，或者写编号。",
    "There is no “{typed}”; there are: {known}{more}. Write part of a title, or an id.",
)
_NOT_LISTED = Text(
    "没有“{typed}”；写上面的序号，或者名称里的几个字。",
    "There is no “{typed}”; write one of the numbers above, or part of a title.",
)
_NONE_EXACTLY = Text(
    "没有“{typed}”；可以写的是：{known}{more}。",
    "There is no “{typed}”; what can be written: {known}{more}.",
)
_WHO = Text("“{title}”（{code}）", "“{title}” ({code})")
_NOT_HERE = Text(
    "{there}不能写在这里；可以写的是：{known}{more}。",
    "{there} cannot be written here; what can: {known}{more}.",
)
_NONE_HERE = Text("{there}不能写在这里。", "{there} cannot be written here.")
_OF_A_KIND = Text("“{title}”（{code}）是{kind}，", "“{title}” ({code}) is {kind} and ")
_NOTHING = Text(
    "没有“{typed}”，一个可以选的也没有。", "There is no “{typed}”, nor anything to choose from."
)
_INEXACT = Text("“{typed}”不是完整的名称或编号。", "“{typed}” is not a whole title or an id.")


def nowhere(_typed: str) -> Choice | None:
    """What is asked for is nowhere else: words of a list have no other place."""
    return None


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads an answer as one of the choices and returns its code.

    Attributes:
        listed: all of them are on the person's screen.
        elsewhere: names what is there and is no choice here; None for what is not there.
    """

    choices: tuple[Choice, ...]
    listed: bool = False
    elsewhere: Callable[[str], Choice | None] = nowhere

    def __call__(self, typed: str) -> str:
        """The code of what is meant, which may be said in part."""
        self._refuse_elsewhere(typed)
        return find(typed, self.choices, listed=self.listed).code

    def exactly(self, typed: str) -> str:
        """The code of what is named by its very code or title."""
        self._refuse_elsewhere(typed)
        return named(typed, self.choices).code

    def _refuse_elsewhere(self, typed: str) -> None:
        """Say of what is there that it cannot be chosen here, not that it is not there."""
        wanted = asked(typed)
        here = any(_same(wanted, each) or _within(wanted, each) for each in self.choices)
        there = None if here else self.elsewhere(typed)
        if there is None or any(each.code == there.code for each in self.choices):
            return
        left = len(self.choices) - SHOWN
        more = MORE.format(n=left) if left > 0 else Text("", "")
        known = listed_choices(self.choices[:SHOWN])
        text = _NOT_HERE if self.choices else _NONE_HERE
        who = _WHO if there.note is None else _OF_A_KIND
        named_choice = who.format(title=there.title, code=there.code, kind=there.note)
        raise UnclearError(text.format(there=named_choice, known=known, more=more))


def reader(
    choices: Iterable[Choice],
    *,
    listed: bool = False,
    elsewhere: Callable[[str], Choice | None] = nowhere,
) -> Reader:
    """What reads an answer as one of the choices and returns its code."""
    return Reader(tuple(choices), listed, elsewhere)


def find(typed: str, choices: tuple[Choice, ...], *, listed: bool = False) -> Choice:
    """The choice that is meant.

    Args:
        typed: a code, a title, some letters of a title.
        choices: what there is.
        listed: all of them are on the person's screen.

    Raises:
        UnclearError: none fits, or several do; offers what may be meant.
    """
    wanted = asked(typed)
    for matches in (_same, _within, _in_order):
        found = [choice for choice in choices if matches(wanted, choice)]
        if len(found) == 1:
            return found[0]
        if found:
            raise _several(typed, found)
    near = _nearest(wanted, choices)
    if near:
        raise UnclearError(_NEAREST.format(typed=typed), near)
    raise UnclearError(_NOT_LISTED.format(typed=typed) if listed else _none(_NONE, typed, choices))


def named(typed: str, choices: tuple[Choice, ...]) -> Choice:
    """The choice of that very code or title.

    Raises:
        UnclearError: there is none, or there are several; offers what may be meant, or what there is.
    """
    wanted = asked(typed)
    found = [choice for choice in choices if _same(wanted, choice)]
    if len(found) == 1:
        return found[0]
    if found:
        raise _several(typed, found)
    for matches in (_within, _in_order):
        found = found or [each for each in choices if matches(wanted, each)]
    near = tuple(found) or _nearest(wanted, choices)
    if not near:
        raise UnclearError(_none(_NONE_EXACTLY, typed, choices))
    text = _INEXACT if found else _NEAREST
    raise UnclearError(text.format(typed=typed), near[:SHOWN])


def _several(typed: str, found: list[Choice]) -> UnclearError:
    text = _SEVERAL if len(found) <= SHOWN else _MANY
    said = text.format(n=len(found), typed=typed, shown=SHOWN)
    return UnclearError(said, tuple(found[:SHOWN]))


def _none(text: Text, typed: str, choices: tuple[Choice, ...]) -> Text:
    if not choices:
        return _NOTHING.format(typed=typed)
    left = len(choices) - SHOWN
    more = MORE.format(n=left) if left > 0 else Text("", "")
    return text.format(typed=typed, known=listed_choices(choices[:SHOWN]), more=more)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


_AROUND = "\"'“”‘’「」『』《》〈〉()[]【】`。，、；;,.!！"
_FILE = re.compile(r"(?:(?P<folder>[^/]+)/)?(?P<stem>[^/]+)\.ya?ml(?::\d+)*")


def asked(typed: str) -> str:
    """What was typed, without quotes and stops around it; of a file's path the id that it has."""
    text = _plain(typed).strip(_AROUND)
    file = _FILE.search(text.replace("\\", "/"))
    if file is None or file.end() != len(text):
        return text
    return str(file["folder"] if file["stem"] == "rule" and file["folder"] else file["stem"])


def called(record: Record) -> tuple[str, str]:
    """What a record is called by in a comparison with ``asked``."""
    return _plain(record.id), _plain(record.title)


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
    sure = difflib.get_close_matches(wanted, close, n=1, cutoff=_SURE)
    return tuple(dict.fromkeys(names[name] for name in sure or close))
