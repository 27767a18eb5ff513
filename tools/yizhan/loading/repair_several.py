"""Several mistakes in one file: each is told as it would be alone.

The first is put right by what would make the least of the rest wrong, then the next, and what the
schema says in the end is said of the lines of the file as it is. The search is bounded, and where
it leads nowhere nothing is said but what the parser stumbled at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

import yaml

from yizhan.loading.conflicts import in_conflict, resolved
from yizhan.loading.repair_candidate import Candidate, Lines
from yizhan.loading.repair_candidates import candidates
from yizhan.loading.repair_known import alike, without
from yizhan.loading.strict_yaml import PARSER, Document, read
from yizhan.loading.yaml_messages import Trouble
from yizhan.model.text import Text, commas

_MOST = 3
"""Mistakes of a file's layout that are looked for; who made more starts with these."""

_BEAM = 5
"""Ways of putting the first one right that are followed to the next."""

_MAX_WORK = 3_000_000
"""Characters that are read again in all, for a file in which one change was not enough."""

GUESSED = frozenset({"text", "block", "stray", "strays", "nothing"})
"""Changes that make a text or a comment of lines: what is wrong within it is no longer seen."""

BY_LAYOUT = frozenset({"Y007", "Y009", "Y011", "Y012", "Y016", "Y019"})
"""What the parser says where its line, or its reason, may be another one than the clerk's."""

_NAMED = 3
"""Lines with the same mistake that are named; of more only the number is said in addition."""

_ALIKE = Text("，第 {lines} 行也是", ", and so in {count:line|lines} {lines}")
_ALIKE_MANY = Text(
    "，第 {lines} 行等 {count} 行也是",
    ", and so in {count} {count:line|lines} more, such as {lines}",
)

Faults = Callable[[str, dict[str, object]], list[int]]
"""The lines (from 1) of what a schema does not allow in what a file holds."""

Named = Callable[[list[str], Trouble], Trouble]
"""What is said of a field that is written by its title in some lines."""


class Repaired(NamedTuple):
    """A file as it would be without the mistakes of its layout.

    Attributes:
        troubles: these mistakes, at their lines in the file.
        lines: without them.
        origin: of each of these lines, its number (from 1) in the file.
    """

    troubles: tuple[Trouble, ...]
    lines: list[str]
    origin: list[int]

    def changed(self, trouble: Trouble, lines: list[str]) -> Repaired:
        """The file after one more change."""
        at = min(trouble.line, len(self.origin)) - 1
        own = Trouble(
            self.origin[at], trouble.column, trouble.code, trouble.form, self._here(trouble)
        )
        return Repaired((*self.troubles, own), lines, _origin(self.lines, self.origin, lines))

    def _here(self, trouble: Trouble) -> dict[str, object]:
        """What fills a message, with the numbers of lines as they are in the file."""
        values = dict(trouble.values)
        for name in ("first", "last", "middle"):
            number = values.get(name)
            if isinstance(number, int) and 0 < number <= len(self.origin):
                values[name] = self.origin[number - 1]
        others = [self.origin[number - 1] for number in self._alike(trouble)]
        if others:
            few = commas(str(number) for number in others[:_NAMED])
            more = _ALIKE_MANY if len(others) > _NAMED else _ALIKE
            values["more"] = more.format(lines=few, count=len(others))
        return values

    def _alike(self, trouble: Trouble) -> list[int]:
        return [number for number in alike(self.lines, trouble) if number != trouble.line]


def untouched(lines: Lines) -> Repaired:
    """A file before the first change."""
    return Repaired((), list(lines), list(range(1, len(lines) + 1)))


def several(
    lines: list[str],
    faults: Faults,
    named: Named,
    misplaced: Sequence[int] = (),
) -> Repaired | None:
    """What is wrong with the layout of a file, where no single change makes it a record.

    Args:
        lines: of the file.
        faults: how many things its schema does not allow.
        named: what is said of a field that is written by its title.
        misplaced: lines (from 0) that can be read, and may have slid out of their place.

    Returns:
        The changes after which the fewest things are left that the schema does not allow; None
        where nothing sensible is left.
    """
    search = _Search(faults, named)
    search.follow(untouched(lines), _MOST, misplaced)
    return search.best


class _Search:
    def __init__(self, faults: Faults, named: Named) -> None:
        self.faults = faults
        self.named = named
        self.best: Repaired | None = None
        self._cost = float(_MOST + 2)
        self._work = _MAX_WORK

    def follow(self, state: Repaired, steps: int, misplaced: Sequence[int] = ()) -> None:
        """Try every next change of a state, and go on from the likeliest that leave the file unread."""
        document = self._read(state.lines)
        if document is None or steps == 0 or len(state.troubles) >= self._cost:
            return
        grave = [
            self.named(state.lines, trouble)
            for trouble in document.troubles
            if not trouble.harmless
        ]
        if document.data is not None:
            self._cost = min(self._cost, len(self._faults(state, document.data)))
        stumbled = self._stumbled(state, grave)
        unread: list[tuple[int, Repaired]] = []
        for trouble, lines in _changes(state.lines, grave, misplaced):
            after = state.changed(trouble, lines)
            found = self._read(lines)
            if found is None:
                break
            if found.data is not None:
                self._judge(after, found.data)
            elif (further := self._stumbled(after, found.troubles)) > stumbled:
                unread.append((further, after))
        for _, after in unread[:_BEAM]:
            self.follow(after, steps - 1)

    def _judge(self, state: Repaired, data: dict[str, object]) -> None:
        guesses = [trouble for trouble in state.troubles if trouble.form in GUESSED]
        faults = self._faults(state, data)
        cost = len(state.troubles) + len(faults) + 0.6 * len(guesses)
        likely = 2 * len(state.troubles) + len(faults) <= 2 * _MOST
        if (
            likely
            and cost < self._cost
            and not any(_holds(guess, line) for guess in guesses for line in faults)
        ):
            self.best, self._cost = state, cost

    def _faults(self, state: Repaired, data: dict[str, object]) -> list[int]:
        """The lines of the file in which something is wrong that is none of its layout."""
        found = self.faults("\n".join(state.lines), data)
        return [state.origin[line - 1] for line in found]

    def _read(self, lines: list[str]) -> Document | None:
        text = "\n".join(lines)
        self._work -= len(text)
        return read(text.encode()) if self._work > 0 else None

    def _stumbled(self, state: Repaired, troubles: Sequence[Trouble]) -> int:
        """The line of the file at which the first trouble is."""
        first = min((each.line for each in troubles if not each.harmless), default=0)
        return state.origin[min(first, len(state.origin)) - 1] if first else 0


def _holds(guess: Trouble, line: int) -> bool:
    """Whether a line is one that a change touched: it then was not the right one.

    Of a text or a comment that is all of it, and the line that it begins with.
    """
    if guess.form not in GUESSED:
        return line == guess.line
    last = guess.values.get("last", guess.line)
    return guess.line - 1 <= line <= (last if isinstance(last, int) else guess.line)


def _changes(
    lines: list[str], grave: list[Trouble], misplaced: Sequence[int]
) -> Iterator[Candidate]:
    """What may be changed next: what the parser says, where that says it all, else what may undo it."""
    if in_conflict(lines):
        yield from (Candidate(*each) for each in resolved(lines))
        return
    if not grave:
        yield from candidates(lines, misplaced) if misplaced else ()
        return
    known = [Candidate(grave[0], each) for each in without(lines, grave[0])]
    yield from known
    suspects = [grave[0].line - 1, *stumbled_at("\n".join(lines))]
    if grave[0].code in BY_LAYOUT or grave[0].code in ("Y008", "Y010"):
        yield from candidates(lines, list(dict.fromkeys(suspects)))


def stumbled_at(text: str) -> list[int]:
    """The lines (from 0) that the parser names: where it stumbled, and where what it read began."""
    try:
        PARSER(text).get_single_node()
    except yaml.YAMLError as error:
        marks = (getattr(error, name, None) for name in ("problem_mark", "context_mark"))
        return [mark.line for mark in marks if mark is not None and mark.line <= text.count("\n")]
    return []


def _origin(before: Lines, origin: Sequence[int], after: Lines) -> list[int]:
    """Where each line of a changed file was in the file itself."""
    found: list[int] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for _, start, end, first, last in matcher.get_opcodes():
        for number in range(last - first):
            at = min(start + number, max(start, end - 1), len(origin) - 1)
            found.append(origin[at])
    return found
