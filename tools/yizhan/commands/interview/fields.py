"""Questions that are made of the schema's own words for a field."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from yizhan.commands.interview import answers, dates, search
from yizhan.commands.interview.dates import Span
from yizhan.commands.interview.question import Choice, Question
from yizhan.commands.interview.session import Session
from yizhan.loading.typed_references import Neighbour, likeliest
from yizhan.model.body import Body
from yizhan.model.finding import Pointer
from yizhan.model.frozen import dataclass
from yizhan.model.place import Place
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Kind

LISTED = 9
"""So many records are shown before a question; more are found by typing."""

SEVERAL = r"[、，,；;\s]+"
"""What parts the names of several records."""

_MORE = Text(
    "{hint}共 {n} 个，只列出前几个；写名称里的几个字就能找到别的。",
    "{hint} {n} in all, only the first are listed; type part of a title to find others.",
)
_TYPE = Text(
    "{hint}写名称里的几个字就行。",
    "{hint} Part of its title will do.",
)
BY_COMMAS = Text("顿号", "commas")
BY_SEMICOLONS = Text("分号", "semicolons")
SEVERAL_BY = Text("有几个就用{mark}分开。", "Several are separated by {mark}.")
_AND_THEN = Text("{hint}{more}", "{hint} {more}")


@dataclass(frozen=True, slots=True)
class Fields:
    """Makes questions for the fields of one kind of record.

    Attributes:
        base: what comes before every pointer.
    """

    session: Session
    kind: Kind
    base: Pointer = ()

    def text(self, name: str, *pointer: str | int, **settings: Any) -> Question:
        """A question for words."""
        read = answers.reader(self.kind, (*self.base, *pointer))
        return self._question(name, pointer, read, **settings)

    def number(
        self,
        name: str,
        *pointer: str | int,
        least: int = 0,
        most: int | None = None,
        why: Text | None = None,
        **settings: Any,
    ) -> Question:
        """A question for a number; ``why`` is the reason for the largest allowed."""
        return self._question(name, pointer, answers.number_reader(least, most, why), **settings)

    def date(self, name: str, *pointer: str | int, span: Span, **settings: Any) -> Question:
        """A question for a date within a span; today is suggested where it is required."""
        suggestion = (
            dates.suggested(self.session.as_of, span) if settings.get("required", True) else None
        )
        read = dates.reader(self.session.as_of, span)
        settings = {"suggestion": suggestion, "label": _as_it_is, **settings}
        return self._question(name, pointer, read, **settings)

    def word(self, name: str, *pointer: str | int, **settings: Any) -> Question:
        """A question for one of the schema's words."""
        listed = self.session.words.choices(self.kind, (*self.base, *pointer))
        choices = tuple(Choice(code, title) for code, title in listed.items())
        return self.choice(name, *pointer, choices=choices, **settings)

    def choice(
        self, name: str, *pointer: str | int, choices: tuple[Choice, ...], **settings: Any
    ) -> Question:
        """A question for one of some choices, all of which are shown."""
        elsewhere = settings.pop("elsewhere", search.nowhere)
        settings = {"choices": choices, "label": _labels(choices), **settings}
        listed = "shown" not in settings or settings["shown"] == choices
        read = search.reader(choices, listed=listed, elsewhere=elsewhere)
        return self._question(name, pointer, read, **settings)

    def record(
        self,
        name: str,
        *pointer: str | int,
        records: Iterable[Choice],
        listed: int = LISTED,
        **settings: Any,
    ) -> Question:
        """A question for a record: the first are shown, the rest are found by their titles."""
        found = tuple(records)
        hint = settings.pop("hint", None) or self._hint(pointer)
        if not found and not settings.get("required", True):
            settings["asked"] = False  # there is nothing to choose from
        if settings.get("separator"):
            hint = _AND_THEN.format(hint=hint, more=SEVERAL_BY.format(mark=BY_COMMAS))
        if len(found) > listed:
            hint = (_MORE if listed else _TYPE).format(hint=hint, n=len(found))
        return self.choice(
            name,
            *pointer,
            choices=found,
            hint=hint,
            elsewhere=partial(self._elsewhere, {each.code for each in found}),
            **{**settings, "shown": found[:listed], "of": len(found)},
        )

    def _elsewhere(self, offered: Collection[str], typed: str) -> Choice | None:
        """The record of an id or a title, of whatever kind, which may be none of those asked for.

        Of bodies and places also the one that is most likely meant by a short form, such as 村委会.
        """
        found, records = self.session.elsewhere(typed), self.session.archive.records
        if found is not None:
            kinds = {records[each].kind for each in offered if each in records}
            return replace(found, note=None) if records[found.code].kind in kinds else found
        near = likeliest(typed, self._bodies_and_places())
        if len(near) != 1:
            return None
        meant = records[near[0].id]
        return Choice(meant.id, Text(meant.title, meant.title))

    def _bodies_and_places(self) -> Iterator[Neighbour]:
        archive = self.session.archive
        for record in (*archive.of(Body), *archive.of(Place)):
            yield Neighbour(record.id, record.title)

    def _question(
        self, name: str, pointer: Pointer, read: Callable[[str], Any], **settings: Any
    ) -> Question:
        shown = settings.pop("shown", None)
        if shown is not None:
            settings["choices"] = shown
        settings = {"text": self.title(*pointer), "hint": self._hint(pointer), **settings}
        return Question(name=name, read=read, **settings)

    def title(self, *pointer: str | int) -> Text:
        """What the schema calls a field."""
        return self.session.words.field(self.kind, (*self.base, *pointer))

    def _hint(self, pointer: Pointer) -> Text:
        described = self.session.words.description(self.kind, (*self.base, *pointer))
        return described if described is not None else Text("", "")


def _as_it_is(value: Any) -> Text:
    return Text(str(value), str(value))


def _labels(choices: tuple[Choice, ...]) -> Callable[[Any], Text]:
    titles = {choice.code: choice.title for choice in choices}

    def label(value: Any) -> Text:
        codes = value if isinstance(value, list) else [value]
        return commas(titles[code] for code in codes)

    return label
