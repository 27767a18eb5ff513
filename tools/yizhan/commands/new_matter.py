"""What ``yizhan new matter`` asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from yizhan.commands.broken_file import unread_of
from yizhan.commands.interview.question import Choice, Interview, UnclearError
from yizhan.commands.interview.session import Session, dated
from yizhan.commands.new_shared import (
    Addition,
    Draft,
    Sheet,
    ask_id,
    ask_place,
    ask_source,
    finish,
    past,
)
from yizhan.facts.matter_log import next_steps
from yizhan.facts.workflow import handled_at
from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.place import Place
from yizhan.model.procedure import Procedure, Tier
from yizhan.model.round import Round
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Action, Kind

_SPLIT_NEXT = Text(
    "再把原来那件拆分开：yizhan advance {whole} --step split --into {id}",
    "Then split the whole: yizhan advance {whole} --step split --into {id}",
)
_NO_STEPS = Text(
    "“{title}”已经拆分或者并案了，不能再拆分。",
    "“{title}” was split or merged already, and cannot be split again.",
)
_NO_SPLIT = Text(
    "“{title}”现在不能拆分；它可以走的是：{steps}。",
    "“{title}” cannot be split now; what it can take: {steps}.",
)
_TIER_HINT = Text(
    "按由谁来办分的级；拿不准就不写。", "Who is to handle it; leave it out if in doubt."
)
_ADVANCE = Text("有了进展：yizhan advance {id}", "When something comes of it: yizhan advance {id}")


def interview(session: Session) -> Interview[Draft]:
    """Ask for a matter."""
    sheet = Sheet(session, Kind.MATTER)
    fields = sheet.fields
    title = yield from sheet.ask(fields.text("title", "title"), "title")
    yield from sheet.ask(fields.text("summary", "summary", required=False), "summary")
    written = yield fields.date("date", "raised", "date", span=past(session))
    day = PartialDate.parse(str(written))
    place = yield from ask_place(sheet, day)
    procedure = yield from _procedure(sheet, place, day)
    yield from sheet.ask(fields.word("category", "category"), "category", explain=True)
    sheet.put("raised", "date", value=written)
    yield from sheet.ask(fields.word("raised_by", "raised", "by"), "raised", "by", explain=True)
    occasion = yield from _channel(sheet, place, day)
    count = fields.number("count", "raised", "count", least=1, required=False, asked=False)
    yield from sheet.ask(count, "raised", "count")
    tier = yield from _tier(sheet, procedure)
    yield from _handler(sheet, place, day, tier)
    whole = yield from _part_of(sheet, place)
    sheet.data["log"] = []
    yield from ask_source(sheet, place)
    identifier = yield from ask_id(sheet, title, day, place)
    advice = [_ADVANCE.format(id=identifier)]
    if whole is not None:
        advice.insert(0, _SPLIT_NEXT.format(whole=whole, id=identifier))
    additions = tuple(_additions(occasion, identifier, title))
    return finish(sheet, identifier, day, place, additions, tuple(advice))


def _procedure(sheet: Sheet, place: Place, day: PartialDate) -> Interview[Procedure]:
    """Ask for a procedure in force there and then; what the place has or mostly uses is suggested.

    Raises:
        BrokenFileError: the file of one cannot be read.
    """
    session = sheet.session
    unread = unread_of(session, Kind.PROCEDURE)
    if unread is not None:  # it may be the one that is in force here
        raise unread
    line = {each.id for each in session.archive.lineage(place.id)}
    used = Counter(
        matter.procedure
        for matter in session.archive.matters
        if line & _line_of(session, matter.place)
    )
    found = [
        each
        for each in session.archive.of(Procedure)
        if (not each.places or line & set(each.places))
        and (each.valid is None or each.valid.covers(day))
        and (each.path.startswith("presets/") or each.example == place.example)
    ]
    found.sort(key=lambda each: (not each.places, -used[each.id], each.id))
    choices = tuple(Choice(each.id, Text(each.title, each.title)) for each in found)
    own = (
        bool(found[0].places) or used[found[0].id] > 0
    )  # what ships is nobody's until it is chosen
    question = sheet.fields.choice(
        "procedure", "procedure", choices=choices, suggestion=choices[0] if own else None
    )
    identifier = yield from sheet.ask(question, "procedure", explain=True)
    return next(each for each in found if each.id == identifier)


def _line_of(session: Session, place: str) -> set[str]:
    return {each.id for each in session.archive.lineage(place)}


def _channel(sheet: Sheet, place: Place, day: PartialDate) -> Interview[Round | Meeting | None]:
    """Ask how it came in, and at which meeting or on which round, where it was one."""
    fields = sheet.fields
    question = fields.word("channel", "raised", "channel")
    channel = yield from sheet.ask(question, "raised", "channel", explain=True)
    events: tuple[Round | Meeting, ...] = (
        *sheet.session.archive.of(Round),
        *sheet.session.archive.of(Meeting),
    )
    found: Round | Meeting | None = None
    for name in (Kind.ROUND.value, Kind.MEETING.value):
        records = {
            event.id: event
            for event in reversed(events)
            if event.kind == name
            and event.example == place.example
            and sheet.session.related(event.place, place.id)
            and not day.surely_before(event.date)
        }
        asked = channel == name and bool(records)
        choices = [dated(event) for event in records.values()]
        question = fields.record(name, "raised", name, records=choices, required=False, asked=asked)
        identifier = yield from sheet.ask(question, "raised", name, explain=True)
        found = records.get(identifier, found)
    return found


def _additions(occasion: Round | Meeting | None, identifier: str, title: str) -> Iterator[Addition]:
    """A round lists what came of it, a meeting has it on its agenda (M018, M019)."""
    if isinstance(occasion, Round):
        yield Addition(occasion.path, "matters", identifier)
    elif occasion is not None:
        yield Addition(occasion.path, "agenda", {"title": title, "matters": [identifier]})


def _tier(sheet: Sheet, procedure: Procedure) -> Interview[Tier | None]:
    if not procedure.tiers:
        return None
    choices = tuple(
        Choice(tier.key, Text(tier.title, tier.title), Text(tier.handled_by, tier.handled_by))
        for tier in procedure.tiers
    )
    question = sheet.fields.choice("tier", "tier", choices=choices, hint=_TIER_HINT, required=False)
    key = yield from sheet.ask(question, "tier", explain=True)
    return next((tier for tier in procedure.tiers if tier.key == key), None)


def _handler(sheet: Sheet, place: Place, day: PartialDate, tier: Tier | None) -> Interview[None]:
    """Ask who has it first: a body of the level at which its tier is handled (C004)."""
    session = sheet.session
    bodies = [
        body
        for body in session.bodies(place, day)
        if handled_at(tier, session.archive.place(body.place))
    ]
    records = session.around(bodies, place.id)
    question = sheet.fields.record("handler", "handler", records=records, required=False)
    yield from sheet.ask(question, "handler", explain=True)


@dataclass(frozen=True, slots=True)
class _Splittable:
    """Reads the matter of which one is a part, which has to be one that can be split now."""

    session: Session
    read: Any

    def __call__(self, typed: str) -> str:
        return self._fit(self.read(typed))

    def exactly(self, typed: str) -> str:
        """As where nobody sees what was understood."""
        return self._fit(self.read.exactly(typed))

    def _fit(self, identifier: str) -> str:
        session, matter = self.session, self.session.archive.get(Matter, identifier)
        procedure = None if matter is None else session.archive.procedure(matter.procedure)
        if matter is None or procedure is None:
            return identifier
        steps = next_steps(matter, procedure, session.presets.common_steps, session.calendar)
        if all(step.action is not Action.SPLIT for step in steps):
            titles = commas(Text(f"“{each.title}”", f"“{each.title}”") for each in steps)
            text = _NO_SPLIT if steps else _NO_STEPS
            raise UnclearError(text.format(title=matter.title, steps=titles))
        return identifier


def _part_of(sheet: Sheet, place: Place) -> Interview[str | None]:
    matters = [
        dated(matter)
        for matter in sheet.session.archive.of(Matter)
        if matter.example == place.example
    ]
    question = sheet.fields.record(
        "part_of", "part_of", records=matters, required=False, asked=False
    )
    question = replace(question, read=_Splittable(sheet.session, question.read))
    whole: str | None = yield from sheet.ask(question, "part_of", explain=True)
    return whole
