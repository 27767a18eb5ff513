"""What every new record has: a draft of its file, an id nobody uses, a place, a source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from yizhan.commands.interview import slug
from yizhan.commands.interview.dates import NO_FUTURE, Span
from yizhan.commands.interview.fields import Fields
from yizhan.commands.interview.question import Choice, Interview, Question, UnclearError
from yizhan.commands.interview.session import Session
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Pointer
from yizhan.model.kinds import KINDS, RECORDS
from yizhan.model.place import Place
from yizhan.model.record import Record
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_ID_HINT = Text(
    "也是文件名，定了不再改。不用写日期，写几个小写拼音就行。",
    "The file's name too, never changed. Without the date: a few words in pinyin will do.",
)
_DATED = re.compile(r"\d{6,8}-")
_OTHER_DAY = Text(
    "编号以这件事的日期开头：{lead}，“{id}”是另一天的；例如 {example}。",
    "An id begins with the day of what it is about, {lead}, and “{id}” with another; such as {example}.",
)
_TAKEN = Text("编号 {id} 已经有了，可以用 {free}。", "The id {id} is taken; {free} is free.")
_BAD_ID = Text(
    "编号只能用小写字母、数字和中间的短横线，最多 80 个，例如 {example}。",
    "An id has lowercase letters, digits and hyphens between them, 80 at most, such as {example}.",
)
_SOURCE_HINT = Text(
    "从哪里来的：本单位的登记簿、会议记录、走访台账也算。",
    "Where it comes from; the office's own register, minutes or visiting book will do.",
)


@dataclass(frozen=True, slots=True)
class Addition:
    """One more item in a list of a file that is there, so that both records name one another."""

    path: str
    key: str
    item: Any


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that is ready to be written.

    Attributes:
        data: what it says, in order.
        notes: what the words in it mean, as comments above their fields.
        additions: what other files get.
        advice: what is to be done next in addition to committing, a sentence each.
    """

    kind: Kind
    path: str
    data: Mapping[str, Any]
    notes: Mapping[Pointer, Text]
    additions: tuple[Addition, ...] = ()
    advice: tuple[Text, ...] = ()


@dataclass(slots=True)
class Sheet:
    """A file while it is being asked for.

    Attributes:
        data: the answers so far, in the order of the file.
        notes: see ``Draft``.
    """

    session: Session
    kind: Kind
    data: dict[str, Any] = field(default_factory=dict)
    notes: dict[Pointer, Text] = field(default_factory=dict)

    @property
    def fields(self) -> Fields:
        """Questions for this kind's fields."""
        return Fields(self.session, self.kind)

    def put(self, *pointer: str, value: Any, meaning: Text | None = None) -> None:
        """Write an answer down, unless it was left out."""
        if value in (None, [], {}):
            return
        target = self.data
        for part in pointer[:-1]:
            target = target.setdefault(part, {})
        target[pointer[-1]] = value
        if meaning is not None:
            name = self.fields.title(*pointer)
            colon = Text(f"{name.zh}：{meaning.zh}", f"{name.en}: {meaning.en}")
            self.notes[pointer] = colon

    def ask(self, question: Question, *pointer: str, explain: bool = False) -> Interview[Any]:
        """Put a question and write its answer down, with what the word means where asked."""
        value = yield question
        meaning = (
            question.label(value) if explain and question.label and value is not None else None
        )
        self.put(*pointer, value=value, meaning=meaning)
        return value


def ask_place(sheet: Sheet, day: PartialDate, **settings: Any) -> Interview[Place]:
    """Ask for the place, among those there were on the day."""
    choices = sheet.session.places(day)
    question = sheet.fields.record("place", "place", records=choices, listed=0, **settings)
    identifier = yield from sheet.ask(question, "place", explain=True)
    place = sheet.session.archive.place(identifier)
    assert place is not None
    return place


def past(session: Session) -> Span:
    """Days up to today."""
    return Span(last=session.as_of, why_last=NO_FUTURE)


def ask_source(sheet: Sheet, place: Place) -> Interview[None]:
    """Ask where a real record comes from; suggest what the last one of its place says."""
    last = _last_source(sheet, place)
    suggestion = Choice(last, Text(last, last)) if last is not None else None
    question = sheet.fields.text(
        "source",
        "sources",
        0,
        "title",
        required=not place.example,
        asked=not place.example,
        suggestion=suggestion,
    )
    title = yield question
    if title is not None:
        sheet.put("sources", value=[{"title": title}])


def _last_source(sheet: Sheet, place: Place) -> str | None:
    if place.example:
        return None
    session = sheet.session
    for record in reversed(session.archive.of(KINDS[sheet.kind].model)):
        where = getattr(record, "place", None)
        if where is not None and session.related(where, place.id) and record.sources:
            return record.sources[0].title
    return None


def ask_id(sheet: Sheet, title: str, day: PartialDate, place: Place) -> Interview[str]:
    """Ask for the id; the first one that is free is suggested."""
    taken = {*sheet.session.archive.records, *sheet.session.unread, *_on_disk(sheet, day)}
    prefix = place.id.partition("-")[0] if place.example else ""
    suggested = slug.suggest(title, day, taken, prefix)

    def read(typed: str) -> str:
        lead = slug.digits(day) + "-"
        if typed in taken:
            raise UnclearError(_TAKEN.format(id=typed, free=suggested))
        if _DATED.match(typed) is not None and not typed.startswith(lead):
            raise UnclearError(_OTHER_DAY.format(id=typed, lead=lead, example=suggested))
        identifier = typed if typed.startswith(lead) else lead + typed
        if slug.FORM.fullmatch(identifier) is None or len(identifier) > slug.LONGEST:
            raise UnclearError(_BAD_ID.format(example=suggested))
        if identifier in taken:
            raise UnclearError(_TAKEN.format(id=identifier, free=slug.free(identifier, taken)))
        return identifier

    identifier: str = yield Question(
        name="id",
        text=sheet.fields.title("id"),
        hint=_ID_HINT,
        read=read,
        suggestion=Choice(suggested, Text(suggested, suggested)),
        label=lambda value: Text(value, value),
    )
    return identifier


def _on_disk(sheet: Sheet, day: PartialDate) -> set[str]:
    """Ids whose files are there, whatever is in them."""
    folder = sheet.session.root / path_of(sheet.kind, "x", day)
    return {file.stem for file in folder.parent.glob("*")}


def path_of(kind: Kind, identifier: str, day: PartialDate) -> str:
    """The path of a record of a dated kind."""
    return f"{RECORDS}/{KINDS[kind].folder}".format(id=identifier, year=day.year)


def finish(
    sheet: Sheet,
    identifier: str,
    day: PartialDate,
    place: Record,
    additions: tuple[Addition, ...] = (),
    advice: tuple[Text, ...] = (),
) -> Draft:
    """The draft of what was asked; an example's record is an example."""
    data: dict[str, Any] = {"id": identifier, **sheet.data}
    if place.example:
        data["example"] = True
    path = path_of(sheet.kind, identifier, day)
    return Draft(sheet.kind, path, data, sheet.notes, additions, advice)
