"""What ``yizhan new round`` asks."""

from __future__ import annotations

from yizhan.commands.interview.dates import NO_FUTURE, Span
from yizhan.commands.interview.question import Interview
from yizhan.commands.interview.session import Session
from yizhan.commands.new_shared import (
    Draft,
    Sheet,
    ask_id,
    ask_place,
    ask_source,
    finish,
    past,
)
from yizhan.model.dates import PartialDate
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_SINCE_START = Text("（第一天的日期）", " (the first day)")
_MATTERS = Text(
    "走访带回的事，一件一件记：yizhan new matter --channel round --round {id}",
    "What came of it, matter by matter: yizhan new matter --channel round --round {id}",
)


def interview(session: Session) -> Interview[Draft]:
    """Ask for a round of visits."""
    sheet = Sheet(session, Kind.ROUND)
    fields = sheet.fields
    title = yield from sheet.ask(fields.text("title", "title"), "title")
    yield from sheet.ask(fields.text("summary", "summary", required=False), "summary")
    written = yield from sheet.ask(fields.date("date", "date", span=past(session)), "date")
    day = PartialDate.parse(str(written))
    span = Span(day.earliest, session.as_of, _SINCE_START, NO_FUTURE)
    question = fields.date("end", "end", span=span, required=False)
    yield from sheet.ask(question, "end")
    place = yield from ask_place(sheet, day)
    bodies = session.around(session.bodies(place, day), place.id)
    yield from sheet.ask(fields.record("by", "by", records=bodies), "by", explain=True)
    for name in ("visitors", "households", "buildings"):
        yield from sheet.ask(fields.number(name, name, required=False), name)
    yield from ask_source(sheet, place)
    identifier = yield from ask_id(sheet, title, day, place)
    return finish(sheet, identifier, day, place, advice=(_MATTERS.format(id=identifier),))
