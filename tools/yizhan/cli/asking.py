"""Asking a person at a terminal: one question after another, in plain words."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any
from unicodedata import east_asian_width

from yizhan.cli.output import say
from yizhan.commands.interview.question import (
    Choice,
    Interview,
    Question,
    T,
    UnclearError,
    conduct,
)
from yizhan.model.frozen import dataclass
from yizhan.model.text import Lang, Text

_WIDTH = 76
_COLON = Text("：", ": ")
_SKIP = Text("（可以不填，直接回车）", " (may be left out: press Enter)")
_TAKE = Text("（直接回车就是：{suggested}）", " (press Enter for: {suggested})")
_LEAVE = Text(
    "（直接回车就是：{suggested}；不填就写“无”）",
    " (press Enter for: {suggested}; “none” to leave it out)",
)
_MEANT = Text(
    "是不是这些？写序号，或者重新写：", "Perhaps one of these? Type its number, or type anew:"
)
_NOTHING = Text("没有写任何文件。", "No file was written.")
_ENTER = Text("（回车就写，不写就输入“否”）", "(Enter to write, “no” to stop)")
_YES = frozenset({"", "y", "yes", "是", "好", "对", "可以"})
_NO = frozenset({"n", "no", "否", "不", "不是", "不要"})
_YES_NO = Text("写“是”或者“否”。", "Answer yes or no.")


@dataclass(frozen=True, slots=True)
class Terminal:
    """A person at a terminal.

    Attributes:
        read: shows a prompt and returns what was typed.
    """

    lang: Lang
    read: Callable[[str], str] = input

    def say(self, text: Text) -> None:
        """Tell something."""
        say(text.in_(self.lang))

    def ask(self, question: Question, first: str | None = None) -> Any:
        """Ask until the answer can be taken.

        Args:
            question: what is asked.
            first: what an option said, which was not clear.
        """
        lang = self.lang
        if first is None:
            self._put(question)
        shown = question.choices
        doubted: str | None = None
        while True:
            typed = self.read("> ").strip() if first is None else first
            first = None
            if not typed and question.suggestion is not None:
                typed = question.suggestion.code
            try:
                value = question.answer(typed, shown)
            except UnclearError as error:
                if error.insisted is not None and error.insisted == doubted:
                    return doubted
                doubted = error.insisted
                say(f"  {error.text.in_(lang)}")
                if error.choices:
                    say(f"  {_MEANT.in_(lang)}")
                    self._show(error.choices)
                    shown = error.choices
                continue
            self._confirm_reading(question, typed, value)
            return value

    def _put(self, question: Question) -> None:
        """Show a question and what can be answered."""
        title = question.text.in_(self.lang)
        hint = question.hint.in_(self.lang) if question.hint is not None else ""
        colon = _COLON.in_(self.lang) if hint else ""
        say(f"\n{title}{colon}{hint}{self._after(question)}")
        self._show(question.choices)

    def agrees(self, text: Text) -> bool:
        """Ask for a yes or a no; Enter is a yes."""
        say()
        while True:
            typed = self.read(f"{text.in_(self.lang)}{_ENTER.in_(self.lang)} ").strip().casefold()
            if typed in _YES:
                return True
            if typed in _NO:
                return False
            self.say(_YES_NO)

    def _after(self, question: Question) -> str:
        if question.suggestion is not None:
            text = _TAKE if question.required else _LEAVE
            return text.in_(self.lang, suggested=question.suggestion.title)
        return "" if question.required else _SKIP.in_(self.lang)

    def _confirm_reading(self, question: Question, typed: str, value: Any) -> None:
        """Show what was understood where it is not just what was typed."""
        if question.label is None or value is None:
            return
        label = question.label(value).in_(self.lang)
        if label != typed:
            say(f"  → {label}")

    def _show(self, choices: tuple[Choice, ...]) -> None:
        names = [
            f"{number} {choice.title.in_(self.lang)}" for number, choice in enumerate(choices, 1)
        ]
        if all(choice.note is None for choice in choices):
            for line in _columns(names):
                say(f"  {line}")
            return
        widest = max(map(_wide, names))
        for name, choice in zip(names, choices, strict=True):
            note = choice.note.in_(self.lang) if choice.note is not None else ""
            say(f"  {_padded(name, widest)}  {note}".rstrip())


def lead(
    interview: Interview[T], options: dict[str, str | None], lang: Lang, *, trusting: bool
) -> T:
    """Lead an interview with what the options say and, at a terminal, a person.

    Args:
        interview: not yet begun.
        options: by name; None where an option was not given.
        lang: language of the questions.
        trusting: take what is suggested and ask nothing.

    Raises:
        AnswerError: an option is missing or wrong.
    """
    given = {name: value for name, value in options.items() if value is not None}
    terminal = Terminal(lang)
    ask = terminal.ask if at_terminal() and not trusting else None
    say = terminal.say if ask is not None else _silent
    return conduct(interview, given, ask=ask, say=say, trusting=trusting)


def at_terminal() -> bool:
    """Whether there is a person to ask."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def stopped(lang: Lang) -> int:
    """Say that nothing was written; the exit code of an interrupted command."""
    say(f"\n{_NOTHING.in_(lang)}", err=True)
    return 130


def _silent(_text: Text) -> None:
    """Nobody is there to be told."""


def _columns(names: list[str]) -> list[str]:
    """Short names side by side."""
    widest = max(map(_wide, names), default=0) + 2
    each = max(1, _WIDTH // widest)
    rows = [names[start : start + each] for start in range(0, len(names), each)]
    return ["".join(_padded(name, widest) for name in row).rstrip() for row in rows]


def _wide(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _wide(text))
