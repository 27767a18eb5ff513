"""The day's list in a clerk's words: what is due, where, since when, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yizhan.model.finding import Finding, Level
from yizhan.model.frozen import dataclass
from yizhan.model.record import Record
from yizhan.model.text import Lang, Text
from yizhan.wording.findings import count_of
from yizhan.wording.lists import following
from yizhan.wording.words import words_in

_WRONG = Text(
    "先改错：有 {counts}，输入 yizhan check 看在哪里、怎么改。",
    "Correct first: {counts}; type yizhan check to see where and how.",
)
_NOTHING = Text("{day}没有到期待办的事。", "Nothing is due on {day}.")
_HEAD = Text("{day}到期待办 {n} 件。", "{n} {n:thing|things} due on {day}.")
_HEAD_MIXED = Text(
    "{day}到期待办 {n} 件，其中 {examples} 件是示例，不用办。",
    "{n} {n:thing|things} due on {day}; {examples} of them {examples:is an example|are examples}, with nothing to do.",
)
_HEAD_EXAMPLES = Text(
    "{day}到期待办 {n} 件，都是示例，不用办。",
    "{n} {n:thing|things} due on {day}, {n:an example|all examples} with nothing to do.",
)
_OF_EXAMPLES = Text("示例按 {day} 的情况。", "Examples are shown as of {day}.")
_GROUP = Text("■ {title}：{n} 件", "■ {title}: {n}")
_DO = Text("  怎么办：{fix}", "  To do: {fix}")
_ITEM = Text("  - {title}", "  - {title}")
_EXAMPLE = Text("  - {title}（示例）", "  - {title} (example)")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing due, and the record it is about."""

    record: Record
    finding: Finding


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to do, and the things it is to be done to."""

    fix: Text
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Things due of one kind, by what is to be done."""

    title: Text
    remedies: tuple[Remedy, ...]

    @property
    def items(self) -> list[Item]:
        """All of them."""
        return [item for remedy in self.remedies for item in remedy.items]


@dataclass(frozen=True, slots=True)
class DayList:
    """What needs doing on a day.

    Attributes:
        example_day: the day by which examples are judged; None where it is the day itself.
        groups: the most urgent first.
        wrong: the findings that keep a check from passing, which come before everything else.
    """

    as_of: date
    example_day: date | None
    groups: tuple[Group, ...]
    wrong: tuple[Finding, ...]


def write(listed: DayList, lang: Lang) -> str:
    """Write the list as text; ends with a line end."""
    return "\n".join(line.in_(lang) for line in _lines(listed)) + "\n"


def _lines(listed: DayList) -> Iterator[Text]:
    wrong = count_of(listed.wrong, Level.ERROR, Level.IRREGULAR)
    if wrong is not None:
        yield _WRONG.format(counts=wrong)
    items = [item for group in listed.groups for item in group.items]
    head = _head(_day(listed.as_of), items)
    if listed.example_day is not None and any(item.record.example for item in items):
        head = following((head, _OF_EXAMPLES.format(day=_day(listed.example_day))))
    yield head
    for group in listed.groups:
        yield _as_is("")
        yield _GROUP.format(title=group.title, n=len(group.items))
        for position, remedy in enumerate(group.remedies):
            if position:
                yield _as_is("")
            yield _DO.format(fix=remedy.fix)
            for item in remedy.items:
                title = _EXAMPLE if item.record.example else _ITEM
                yield title.format(title=item.record.title)
                yield Text(*(f"    {half}" for half in item.finding.message))
                yield _as_is(f"    {item.finding.path}:{item.finding.line}")


def _head(day: Text, items: list[Item]) -> Text:
    """How many things there are, and how many of them are only examples."""
    examples = sum(item.record.example for item in items)
    if not items:
        return _NOTHING.format(day=day)
    head = _HEAD_EXAMPLES if examples == len(items) else _HEAD_MIXED if examples else _HEAD
    return head.format(day=day, n=len(items), examples=examples)


def _day(day: date) -> Text:
    return Text(words_in("zh").date(day), day.isoformat())


def _as_is(text: str) -> Text:
    return Text(text, text)
