"""How an irregular finding is acknowledged: the YAML lines to add, and the command that adds them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from yizhan.checks.shared.acknowledged import FIELD, holder_of, item_at
from yizhan.model.finding import Pointer, Remedy
from yizhan.model.frozen import dataclass
from yizhan.model.record import Record

_WHO = ("by", "body", "convener", "handler")
"""Fields that say who acted; the first that is filled is suggested as who acknowledges."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Where a finding is to be acknowledged.

    Attributes:
        pointer: the smallest thing around it that can.
        given: how many acknowledgments it has already.
        by: who acted, where the thing or its record says so.
    """

    pointer: Pointer
    given: int
    by: str | None

    @property
    def written(self) -> Pointer:
        """Where the file is looked at: the thing, or the last of the list that it has."""
        return (*self.pointer, FIELD, self.given - 1) if self.given else self.pointer

    def at(self, origin: Callable[[Pointer], Pointer]) -> Holder:
        """The same, where its file has it: of a record that is corrected, elsewhere perhaps."""
        return replace(self, pointer=origin(self.pointer))


class Where(NamedTuple):
    """Where a finding and its holder are written.

    Attributes:
        finding: path and line of what was found.
        text: of the file; None where there is none.
        line: of the holder's ``written``, from 1.
        column: likewise.
    """

    finding: str
    text: str | None
    line: int
    column: int


def holder(record: Record, pointer: Pointer) -> Holder:
    """The smallest thing around a value that can acknowledge something."""
    found = holder_of(record, pointer)
    thing: Any = item_at(record, found)
    by = next(
        (body for each in (thing, record) for name in _WHO if (body := _body(each, name))), None
    )
    return Holder(found, len(thing.irregular), by)


def _body(thing: Any, name: str) -> str | None:
    body = getattr(thing, name, None)
    return body if isinstance(body, str) and " " not in body else None


def remedy(held: Holder, where: Where, code: str, articles: tuple[str, ...], day: date) -> Remedy:
    """The lines and the command for one finding.

    ``reason`` is left empty, and so is ``by`` where nothing says who acted: what nobody filled in
    is refused by the schema, and never published.

    Args:
        held: where it is to be acknowledged, as the file has it.
        where: where that is written.
        code: of the finding.
        articles: that it cites.
        day: on which it is acknowledged.
    """
    line = where.line if held.pointer or held.given else 0
    command = f"yizhan acknowledge {where.finding} {code} --reason …"
    if where.text is None or _in_brackets(where.text, where.line, where.column):
        return Remedy(held.pointer, articles, held.by, line, (), command)
    dash = " " * (where.column - 3 if held.given else where.column + 1)
    head = () if held.given else (f"{dash[2:]}{FIELD}:",)
    fields = [
        f"code: {code}",
        *(f"article: {_scalar(article)}" for article in articles[:1]),
        "reason:",
        f"by: {held.by}" if held.by else "by:",
        f"date: {day}",
    ]
    items = (f"{dash}{'- ' if n == 0 else '  '}{field}" for n, field in enumerate(fields))
    return Remedy(held.pointer, articles, held.by, line, (*head, *items), command)


def _scalar(text: str) -> str:
    """A text as YAML: in quotes where its signs would mean something."""
    plain = not any(sign in text for sign in ":#\"'\\") and text[:1] not in "-?!&*|>%@`[]{},"
    return text if plain and text == text.strip() else json.dumps(text, ensure_ascii=False)


def _in_brackets(text: str, line: int, column: int) -> bool:
    lines = text.split("\n")
    return line > len(lines) or lines[line - 1][column - 1 : column] == "{"
