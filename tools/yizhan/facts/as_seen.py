"""The records as they stood on a day that is past: without what is dated later.

Hindsight is no finding: what had not happened yet is hidden, and so is whatever speaks of it. What
was corrected since is shown as corrected, and what was acknowledged as irregular as acknowledged,
since those say how it really was. What is dated in the future is judged by today, not by that day.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar, cast

from yizhan.model.amendment import Amendment
from yizhan.model.body import Body
from yizhan.model.claims import Claims
from yizhan.model.dates import PartialDate
from yizhan.model.fields import MISSING, Field, fields_of, is_model, leaves
from yizhan.model.honour import Honour
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.place import Extent, Place
from yizhan.model.points import Batch, Scheme
from yizhan.model.procedure import Procedure
from yizhan.model.record import Display, Record, Resolution
from yizhan.model.references import references
from yizhan.model.round import Round
from yizhan.model.rule import Adoption, Filing, Rule
from yizhan.model.vocabulary import HonourStage

R = TypeVar("R")

_BEGINS: Mapping[type[Any], str] = {
    Display: "start",
    Resolution: "date",
    Filing: "date",
    Adoption: "date",
    Extent: "date",
}
"""What is left out where it begins later → the field that says when."""


def look_back(records: Iterable[Record], day_of: Callable[[Record], date]) -> tuple[Record, ...]:
    """The records of a tree as they stood on a day that is past.

    A record that begins later is hidden, unless one that does not must name it: a community that
    was moved to a new district is still in some district. References to what is hidden are dropped.

    Args:
        records: all of them, of today.
        day_of: the day for each: that of the example for an example.

    Returns:
        Those that are seen; the same object where nothing of it is later.
    """
    everything = tuple(records)
    seen: dict[str, Record] = {}
    later: dict[str, list[Record]] = {}
    waiting: list[Record] = []
    for record in everything:
        if begins_after(record, day_of(record)):
            later.setdefault(record.id, []).append(record)
        else:
            seen[record.path] = as_seen(record, day_of(record))
            waiting.append(seen[record.path])
    while waiting:
        for _, target, field in leaves(waiting.pop(), _is_reference):
            if field.default is MISSING and not field.many:
                for record in later.pop(target, ()):
                    seen[record.path] = as_seen(record, day_of(record))
                    waiting.append(seen[record.path])
    hidden = later.keys() - {record.id for record in seen.values()}
    found = {path: _without(record, hidden) for path, record in seen.items()} if hidden else seen
    return tuple(_answered(found, everything))


def begins_after(record: Record, day: date) -> bool:
    """Whether there was nothing yet of what a record is about."""
    begin = _begin(record)
    return begin is not None and begin.surely_after(day)


def _begin(record: Record) -> PartialDate | None:
    """When it begins; None where the record does not say."""
    begin = _BEGIN.get(type(record))
    return None if begin is None else begin(record)


def _of_rule(rule: Rule) -> PartialDate | None:
    return rule.effective if rule.adopted is None else rule.adopted.date


def _of_meeting(meeting: Meeting) -> PartialDate | None:
    """One that is planned, or was until it was called off, begins with its notice."""
    off = meeting.not_held
    if meeting.planned and meeting.notice is not None and (off is None or off.date is not None):
        return meeting.notice.date
    return meeting.date


_BEGIN: Mapping[type[Record], Callable[[Any], PartialDate | None]] = {
    Place: lambda place: place.established,
    Body: lambda body: body.established,
    Matter: lambda matter: matter.raised.date,
    Meeting: _of_meeting,
    Round: lambda round_: round_.date,
    Batch: lambda batch: batch.date,
    Claims: lambda claims: claims.end,
    Amendment: lambda each: each.dossier[0].date if each.dossier else None,
    Honour: lambda each: each.stages[0].date if each.stages else each.date,
    Rule: _of_rule,
    Scheme: lambda scheme: scheme.valid.from_ if scheme.valid is not None else None,
    Procedure: lambda each: each.valid.from_ if each.valid is not None else None,
}


def as_seen(record: R, day: date) -> R:
    """A record without what of it is dated after a day; the same object where nothing is."""
    if not any(_is_later(each, day) for _, each, _ in leaves(record, _is_date)):
        return record  # nearly all: a walk over the dates alone costs a sixth of the one over everything
    found = _without_later(record, day)
    values = _SEEN.get(type(found))
    seen: R = found if values is None else _changed(found, values(found, day))
    return seen


def _honour(honour: Honour, day: date) -> Values:
    """How many were honoured is known once they are."""
    stages = _until(honour.stages, day)
    conferred = any(each.stage is HonourStage.CONFERRED for each in stages)
    known = conferred or len(stages) == len(honour.stages)
    return {"stages": stages, "count": honour.count if known else None}


def _place_or_body(record: Place | Body, day: date) -> Values:
    """Before it was dissolved, nobody went on with what it had."""
    if not _is_later(record.dissolved, day):
        return {}
    return {"dissolved": None, "successors": ()}


def _body(body: Body, day: date) -> Values:
    posts = tuple(post for post in body.posts if not _is_later(post.start, day))
    return {**_place_or_body(body, day), "posts": posts}


def _rule(rule: Rule, day: date) -> Values:
    return {"repealed": None if _is_later(rule.repealed, day) else rule.repealed}


def _meeting(meeting: Meeting, day: date) -> Values:
    reports = tuple(each for each in meeting.follow_ups if not _is_later(each.date, day))
    if meeting.not_held is not None and _is_later(meeting.not_held.date, day):
        return {"follow_ups": reports, "not_held": None, "planned": True}  # it was still to come
    return {"follow_ups": reports}


def _matter(matter: Matter, day: date) -> Values:
    """What mends something later than that day is hidden, and no fault of that day either."""
    log = _until(matter.log, day)
    return {"log": log, "later": (*matter.log[len(log) :], *matter.later)}


Values = Mapping[str, Any]

_SEEN: Mapping[type[Any], Callable[[Any, date], Values]] = {
    Matter: _matter,
    Amendment: lambda each, day: {"dossier": _until(each.dossier, day)},
    Honour: _honour,
    Place: _place_or_body,
    Body: _body,
    Rule: _rule,
    Meeting: _meeting,
}


def _until(entries: tuple[R, ...], day: date) -> tuple[R, ...]:
    """The entries before the first one that is surely later; they are in the order of effect."""
    for position, entry in enumerate(entries):
        if _is_later(cast("Any", entry).date, day):
            return entries[:position]
    return entries


def _is_later(found: PartialDate | None, day: date) -> bool:
    return found is not None and found.surely_after(day)


def _changed(record: Any, values: Values) -> Any:
    """A record with other values; itself where they are the ones that it has."""
    others = {name: value for name, value in values.items() if getattr(record, name) != value}
    return replace(record, **others) if others else record


def _without_later(value: Any, day: date) -> Any:
    """A value without the optional parts of it that begin later.

    A batch keeps its display, which is announced with it and without which it would be unlawful.
    """

    def left_out(field: Field, inner: Any) -> Any:
        name = _BEGINS.get(field.type)
        if name is None or field.many or field.default is MISSING or isinstance(value, Batch):
            return inner
        return field.default if _is_later(getattr(inner, name), day) else inner

    return _rebuilt(value, left_out, lambda inner: _without_later(inner, day))


def _without(value: Any, hidden: Collection[str]) -> Any:
    """A value without references to what is hidden; those that must be there stay."""
    if isinstance(value, Record) and not any(each.target in hidden for each in references(value)):
        return value

    def left_out(field: Field, inner: Any) -> Any:
        if field.ref is None:
            return inner
        if field.many:
            kept = tuple(each for each in inner if each not in hidden)
            return inner if len(kept) == len(inner) else kept
        dropped = inner in hidden and field.default is not MISSING
        return field.default if dropped else inner

    return _rebuilt(value, left_out, lambda inner: _without(inner, hidden))


def _rebuilt(
    value: Any, left_out: Callable[[Field, Any], Any], inside: Callable[[Any], Any]
) -> Any:
    """A dataclass of the model with some values left out, itself and all that it holds."""
    changed: dict[str, Any] = {}
    for field in fields_of(cast("Hashable", type(value))):
        given = getattr(value, field.name)
        if given is None or given == ():
            continue
        now = left_out(field, given)
        if now is given and is_model(field.type) and field.type is not PartialDate:
            now = tuple(map(inside, given)) if field.many else inside(given)
            same = all(map(_is, now, given)) if field.many else now is given
            now = given if same else now
        if now is not given:
            changed[field.name] = now
    return replace(value, **changed) if changed else value


def _is(one: object, other: object) -> bool:
    return one is other


def _is_reference(field: Field) -> bool:
    return field.ref is not None


def _is_date(field: Field) -> bool:
    return field.type is PartialDate


def _answered(seen: Mapping[str, Record], everything: Iterable[Record]) -> Iterable[Record]:
    """Take out what one record says of another that did not say its part of it yet.

    A part of a matter that was split later is still a matter of its own; a meeting lists a matter
    whose log names the meeting later on; nobody comes from a body that goes on itself.
    """
    whole = {record.id: record for record in everything}
    by_id = {record.id: record for record in seen.values()}
    for record in seen.values():
        if isinstance(record, Matter):
            yield _unsplit(record, whole, by_id)
        elif isinstance(record, Meeting | Round):
            unsaid = {
                target
                for target in {each.target for each in references(record)}
                if _names(whole.get(target), record.id) and not _names(by_id.get(target), record.id)
            }
            yield _without(record, unsaid)
        elif isinstance(record, Place | Body):
            yield _changed(record, {"predecessors": _ended(record.predecessors, whole, by_id)})
        else:
            yield record


def _ended(
    ids: tuple[str, ...], whole: Mapping[str, Record], seen: Mapping[str, Record]
) -> tuple[str, ...]:
    """Those of some places or bodies that had been dissolved, or never were."""
    return tuple(
        each
        for each in ids
        if getattr(whole.get(each), "dissolved", None) == getattr(seen.get(each), "dissolved", None)
    )


def _unsplit(matter: Matter, whole: Mapping[str, Record], seen: Mapping[str, Record]) -> Matter:
    before, now = (of.get(matter.part_of or "") for of in (whole, seen))
    if _is_split_into(before, matter.id) and not _is_split_into(now, matter.id):
        return replace(matter, part_of=None)
    return matter


def _is_split_into(matter: Record | None, part: str) -> bool:
    return isinstance(matter, Matter) and any(part in entry.into for entry in matter.log)


def _names(matter: Record | None, identifier: str) -> bool:
    return isinstance(matter, Matter) and any(
        identifier in (entry.meeting, entry.round) for entry in matter.log
    )
