"""A question as data, and how an interview is led through with options or with a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Mapping
from typing import Any, TypeVar

from yizhan.model.frozen import dataclass
from yizhan.model.text import Text, commas
from yizhan.wording.command_line import MISSING
from yizhan.wording.there_are import MORE

T = TypeVar("T")

_EMPTY = frozenset({"-", "无", "没有", "none"})
"""What a clerk writes to leave an optional field out where something is suggested."""

_ARGUMENT = Text("“{title}”", "“{title}”")
_NAME = Text("{option}（{title}）", "{option} ({title})")
_MISSING_SUGGESTED = Text(
    "缺少 {name}；建议写“{suggested}”，加 --yes 就照建议的写。",
    "{name} is missing; “{suggested}” is suggested, and --yes takes what is suggested.",
)
_MISSING_CHOICE = Text(
    "缺少 {name}；可以写：{choices}{more}。",
    "{name} is missing; it may be: {choices}{more}.",
)
_WRONG = Text("{name}：{reason}", "{name}: {reason}")
_MEANT = Text(
    "{reason}可以写的里面，像的有：{choices}。",
    "{reason} Of what is allowed these are like it: {choices}.",
)
_SURPLUS = Text("这里用不着 {options}。", "{options} has no place here.")
_REQUIRED = Text("这一项一定要写。", "This has to be answered.")


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be answered.

    Attributes:
        code: the word that is written into the file.
        title: what a clerk reads and may type.
        note: what distinguishes it from others of the same title.
        also: further names under which it is found.
    """

    code: str
    title: Text
    note: Text | None = None
    also: tuple[str, ...] = ()


class UnclearError(Exception):
    """An answer that cannot be taken as it is.

    Attributes:
        text: why, in a sentence.
        choices: what may have been meant; the next answer may be the number of one of them.
        insisted: what is taken when the same answer is given again, since the doubt may be wrong;
            None where it is no doubt but a refusal.
    """

    def __init__(
        self, text: Text, choices: tuple[Choice, ...] = (), *, insisted: str | None = None
    ) -> None:
        super().__init__(text)
        self.text = text
        self.choices = choices
        self.insisted = insisted


class AnswerError(Exception):
    """An option is missing, wrong or has no place; its argument is a ``Text``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question; its answer is a value ready for the file, or None where it is left out.

    Attributes:
        name: the option that answers it, with ``_`` for ``-``.
        text: what is asked for, in a word or two.
        hint: a sentence that explains it.
        read: makes the value of what was typed, or raises ``UnclearError``. What it guesses at, it
            takes in a way of its own, ``exactly``, which refuses and offers what may be meant.
        choices: what is shown before the question, each with a number.
        separator: parts the answers where several may be given.
        suggestion: what is taken when nothing is typed.
        asked: put to a person; otherwise it is answered by its option only.
        label: how a value that was understood is shown again.
        argument: answered by a bare argument, not by an option.
        of: how many choices there are, where only the first are shown.
    """

    name: str
    text: Text
    read: Callable[[str], Any]
    hint: Text | None = None
    choices: tuple[Choice, ...] = ()
    required: bool = True
    separator: str | None = None
    suggestion: Choice | None = None
    asked: bool = True
    label: Callable[[Any], Text] | None = None
    argument: bool = False
    of: int = 0

    @property
    def option(self) -> str:
        """What it is called on the command line; what is given by its place has no name there."""
        return "" if self.argument else "--" + self.name.replace("_", "-")

    @property
    def named(self) -> Text:
        """What an error calls it: the option with its title, or the title alone."""
        if self.argument:
            return _ARGUMENT.format(title=self.text)
        return _NAME.format(option=self.option, title=self.text)

    def answer(self, typed: str, shown: tuple[Choice, ...] = (), *, exactly: bool = False) -> Any:
        """Make the value of what was typed.

        Args:
            typed: what a person or an option says.
            shown: the choices on the person's screen, whose numbers count.
            exactly: take nothing but the very word, as where nobody sees what was understood.

        Raises:
            UnclearError: it cannot be taken; says why.
        """
        typed = typed.strip()
        if not typed or (typed in _EMPTY and not self.required):
            if self.required:
                raise UnclearError(_REQUIRED)
            return None
        read = getattr(self.read, "exactly", self.read) if exactly else self.read
        if self.separator is None:
            return read(_by_number(typed, shown))
        parts = [part.strip() for part in re.split(self.separator, typed)]
        return [read(_by_number(part, shown)) for part in dict.fromkeys(parts) if part]


def _by_number(typed: str, shown: tuple[Choice, ...]) -> str:
    if typed.isdecimal() and 0 < int(typed) <= len(shown):
        return shown[int(typed) - 1].code
    return typed


@dataclass(frozen=True, slots=True)
class Say:
    """Something to say between two questions."""

    text: Text


Ask = Callable[[Question, str | None], Any]
"""Puts a question to a person; an option that was not clear counts as what was typed first."""

Interview = Generator[Question | Say, Any, T]
"""Yields questions and is sent their values; returns what they add up to."""


def conduct(
    interview: Interview[T],
    options: Mapping[str, str],
    *,
    ask: Ask | None = None,
    say: Callable[[Text], None] = lambda _: None,
    trusting: bool = False,
) -> T:
    """Lead an interview to its end.

    Args:
        interview: not yet begun.
        options: answers given beforehand, by the question's name.
        ask: puts a question to a person; None where there is nobody to ask.
        say: says something to the person.
        trusting: take what is suggested wherever nothing is given.

    Raises:
        AnswerError: an option is wrong, has no place, or is missing and nobody can be asked.
    """
    left = dict(options)
    answer: Any = None
    while True:
        try:
            request = interview.send(answer)
        except StopIteration as end:
            result: T = end.value
            break
        if isinstance(request, Say):
            say(request.text)
            answer = None
        else:
            answer = _answer(request, left, ask, trusting)
    if left:
        names = commas("--" + name.replace("_", "-") for name in left)
        raise AnswerError(_SURPLUS.format(options=names))
    return result


def _answer(
    question: Question,
    left: dict[str, str],
    ask: Ask | None,
    trusting: bool,
) -> Any:
    if question.name in left:
        return _from_option(question, left.pop(question.name), ask)
    if trusting and question.suggestion is not None:
        return question.answer(question.suggestion.code)
    if ask is not None and question.asked and not trusting:
        return ask(question, None)
    if not question.required:
        return None
    name = question.named
    if question.suggestion is not None:
        text = _MISSING_SUGGESTED.format(suggested=question.suggestion.code, name=name)
    elif question.choices:
        unseen = question.of - len(question.choices)
        more = MORE.format(n=unseen) if unseen > 0 else Text("", "")
        text = _MISSING_CHOICE.format(choices=listed(question.choices), more=more, name=name)
    else:
        text = MISSING.format(name=name)
    raise AnswerError(text)


def listed(choices: tuple[Choice, ...]) -> Text:
    """Name choices by code and title, in one line."""
    return commas(
        Text(f"{each.code}（{each.title.zh}）", f"{each.code} ({each.title.en})")
        for each in choices
    )


def _from_option(question: Question, typed: str, ask: Ask | None) -> Any:
    try:
        return question.answer(typed, exactly=True)
    except UnclearError as error:
        if ask is not None:
            return ask(question, typed)
        if error.insisted is not None:  # the checks will say it again
            return error.insisted
        reason = error.text
        if error.choices:
            reason = _MEANT.format(reason=reason, choices=listed(error.choices))
        name = question.text if question.argument else question.option
        raise AnswerError(_WRONG.format(name=name, reason=reason)) from None
