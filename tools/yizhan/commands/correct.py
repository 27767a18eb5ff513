"""``yizhan correct``: a record says what was wrong in it and what holds now; nothing else of it changes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from yizhan.commands.advance import new_failures
from yizhan.commands.correct_value import ANNULLED, value_question
from yizhan.commands.interview import search
from yizhan.commands.interview.dates import NO_FUTURE, Span
from yizhan.commands.interview.fields import LISTED, Fields
from yizhan.commands.interview.question import (
    Choice,
    Interview,
    Question,
    Say,
    UnclearError,
)
from yizhan.commands.interview.session import Session, report, session_at
from yizhan.commands.interview.writing import replaced
from yizhan.commands.written import Done
from yizhan.loading import corrections
from yizhan.loading.neighbours import Neighbours
from yizhan.loading.parse import parse
from yizhan.loading.regular import read_regular
from yizhan.loading.round_trip import NoPlaceError, append
from yizhan.loading.schema_errors import Draft
from yizhan.loading.schemas import load_vocabulary
from yizhan.loading.strict_yaml import read
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Finding, Level, Pointer
from yizhan.model.frozen import dataclass
from yizhan.model.kinds import KINDS, RECORDS, identify
from yizhan.model.record import Record
from yizhan.model.text import Text
from yizhan.wording.command_line import CHANGED

_RECORD = Text("档案", "Record")
_WHICH = Text(
    "更正哪一份档案？写标题里的几个字，或者编号。",
    "Which record? Part of its title, or its id.",
)
_WHERE = Text(
    "哪一处写错了？写栏目名或者原来内容里的几个字；要作废一整条，选那一条。",
    "What is wrong? Part of the field's name or of what it says; to annul a whole entry, choose the entry.",
)
_NOTHING = Text("还没有可以更正的档案。", "There is no record to correct yet.")
_LEADS_NOWHERE = Text(
    "这份档案里没有“{at}”这一处。",
    "There is no “{at}” in this record.",
)
_UNCHANGING = frozenset({"id", "example"})
_STAYS = Text(
    "“{at}”不能更正：编号和 example 定了就不变。",
    "“{at}” cannot be corrected: an id, and whether a record is an example, stay as they are.",
)
_IN_ANNULLED = Text(
    "“{at}”在已经作废的一条里；要恢复那一条，写“{item}”和它的全部内容。",
    "“{at}” is in an item that was annulled; to bring that back name “{item}” and give all of it.",
)
_WAS = Text("现在写的是：{value}", "It says now: {value}")
_WAS_NOT = Text("这一栏现在没有写。", "Nothing is written there now.")
_NO_PLACE = Text(
    "{path} 的写法没法只加这几行而不动别的；请在文件末尾的 corrections 里手工加。",
    "{path} is written in a way that leaves no place for these lines; add them to corrections at its end by hand.",
)
_UNREAD = Text(
    "{path} 本身还读不了，先照 yizhan check 说的改好它。",
    "{path} cannot be read as it is; correct it first, as yizhan check says.",
)
_WITHIN = " › "
_LONGEST = 24


class CorrectError(Exception):
    """Nothing can be written; its argument is a ``Text``."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A correction that is ready to be written.

    Attributes:
        raw: the file as it was read.
        entry: what is added.
    """

    record: Record
    raw: bytes
    entry: Mapping[str, Any]


def interview(session: Session, *, exact: bool = False) -> Interview[Plan]:
    """Ask for the record, what is wrong in it, what holds now, and why.

    Args:
        session: of the clerk.
        exact: take a place only as a file names it, since nobody is there to see what was taken.

    Raises:
        CorrectError: there is nothing to correct.
    """
    record = session.archive.find((yield _which(session)))
    assert record is not None
    raw = read_regular(session.root / record.path)
    data = read(raw).data
    if data is None:
        raise CorrectError(_UNREAD.format(path=record.path))
    first = parse(KINDS[record.kind].model, data, record.path)
    at = yield _where(record, data, first, exact=exact)
    place = corrections.place_of(record.kind, data, first, at)
    assert place is not None, "the question takes nothing else"
    shown = None if place.value is None else _shown(place.value)
    yield Say(_WAS_NOT if shown is None else _WAS.format(value=shown))
    identity = identify(record.path)
    assert identity is not None, "it is one of the archive"
    draft = Draft(identity, data, Neighbours(session.root, session.files))
    value = yield value_question(session, draft, place)
    fields = Fields(session, record.kind, (corrections.FIELD, 0))
    span = Span(last=session.as_of, why_last=NO_FUTURE)
    day = yield fields.date("date", "date", span=span)
    by = yield _who(session, fields, record)
    reason = yield fields.text("reason", "reason")
    entry = {
        "date": day,
        **({} if by is None else {"by": by}),
        "at": at,
        **({"annul": True} if value is ANNULLED else {"value": value}),
        "reason": reason,
    }
    return Plan(record, raw, entry)


def _which(session: Session) -> Question:
    records = [
        each for each in session.archive.records.values() if each.path.startswith(f"{RECORDS}/")
    ]
    if not records:
        raise CorrectError(_NOTHING)
    words = load_vocabulary()
    choices = tuple(
        Choice(each.id, Text(each.title, each.title), words.kind(each.kind))
        for each in sorted(records, key=lambda each: each.id, reverse=True)
    )
    titles = {choice.code: choice.title for choice in choices}
    return Question(
        name="record",
        text=_RECORD,
        hint=_WHICH,
        read=search.reader(choices, elsewhere=session.elsewhere),
        choices=choices[:LISTED],
        of=len(choices),
        label=lambda code: titles[code],
        argument=True,
    )


def _where(record: Record, data: Mapping[str, Any], first: Record, *, exact: bool) -> Question:
    """Ask for the place: by its name in the file, or by words that are there."""
    found = list(corrections.places(record.kind, data, first))
    choices = tuple(_choice(record, each) for each in found if _is_worth_showing(each))

    def read_place(typed: str) -> str:
        if typed in _UNCHANGING:
            raise UnclearError(_STAYS.format(at=typed), choices[:LISTED])
        ends = typed.startswith("/") or typed.endswith("/")
        if not ends and corrections.place_of(record.kind, data, first, typed) is not None:
            return typed
        gone = corrections.annulled_around(record.kind, data, first, typed)
        if gone is not None:
            item = _choice(record, gone)
            raise UnclearError(_IN_ANNULLED.format(at=typed, item=gone.at), (item,))
        same = [each for each in choices if _way(typed) in _ways(each)] or _like(typed, choices)
        if len(same) == 1 and not exact:
            return same[0].code
        if same:
            raise UnclearError(_LEADS_NOWHERE.format(at=typed), tuple(same[:LISTED]))
        try:
            meant = search.find(typed, choices)
        except UnclearError as error:
            near = error.choices or choices[:LISTED]
            raise UnclearError(_LEADS_NOWHERE.format(at=typed), near) from None
        if exact:
            raise UnclearError(_LEADS_NOWHERE.format(at=typed), (meant,))
        return meant.code

    titles = {choice.code: choice.title for choice in choices}
    return Question(
        name="at",
        text=load_vocabulary().field(record.kind, (corrections.FIELD, 0, "at")),
        hint=_WHERE,
        read=read_place,
        choices=choices[:LISTED],
        of=len(choices),
        label=lambda code: titles.get(code, Text(code, code)),
    )


def _way(text: str) -> tuple[str, ...]:
    """The names on the way to a place, however they are parted: log > … > cost, 办理记录／…／花费."""
    parts = re.split(r"\s*[/\\\\>›»→.、,，]+\s*", unicodedata.normalize("NFKC", text).casefold())
    return tuple(part.strip() for part in parts if part.strip())


def _ways(choice: Choice) -> set[tuple[str, ...]]:
    return {_way(each) for each in (choice.code, choice.title.zh, choice.title.en)}


def _like(typed: str, choices: tuple[Choice, ...]) -> list[Choice]:
    """The places whose last name is like the one that was typed, on a way that is as long."""
    way = _way(typed)
    rows = [(each, _way(each.code)) for each in choices]
    alike = [(each, own) for each, own in rows if len(own) == len(way) and own[:-1] == way[:-1]]
    close = get_close_matches(way[-1] if way else "", [own[-1] for _, own in alike], cutoff=0.75)
    return [each for each, own in alike if own[-1] in close]


def _is_worth_showing(place: corrections.Place) -> bool:
    """A value, or an item that can be annulled; what only holds others is in the way."""
    return not isinstance(place.value, dict) or isinstance(place.pointer[-1], int)


def _choice(record: Record, place: corrections.Place) -> Choice:
    titles = [*_titles(record, place)]
    way = Text(_WITHIN.join(each.zh for each in titles), _WITHIN.join(each.en for each in titles))
    shown = _shown(place.value)
    return Choice(place.at, way, Text(shown, shown))


def _titles(record: Record, place: corrections.Place) -> Iterator[Text]:
    """What the fields on the way are called; an item is called by its key."""
    vocabulary, names = load_vocabulary(), place.at
    pointer: Pointer = ()
    for part in place.pointer:
        pointer = (*pointer, part)
        if isinstance(part, str):
            names = names.removeprefix(part).removeprefix("/")
            yield vocabulary.field(record.kind, pointer)
        else:
            following = next((each for each in place.pointer[len(pointer) :]), None)
            name = names if following is None else names.partition(f"/{following}")[0]
            names = names.removeprefix(name).removeprefix("/")
            yield Text(name, name)


def _shown(value: Any) -> str:
    """A value on one line, short enough for a list."""
    if isinstance(value, dict):
        value = " ".join(str(each) for each in value.values() if not isinstance(each, dict | list))
    elif isinstance(value, list):
        value = " ".join(map(str, value))
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _who(session: Session, fields: Fields, record: Record) -> Question:
    """Ask which body corrects; nobody is suggested, since who acted need not be who corrects."""
    bodies = session.bodies(record, PartialDate.of(session.as_of))
    choices = session.around(bodies, getattr(record, "place", None) or "")
    return fields.record("by", "by", records=choices, required=False)


def may_stay(finding: Finding) -> bool:
    """Whether a correction may be right that brings a finding: it is not that itself is badly written.

    What is irregular was so all along. Two places that have to agree, in a record or in two, are
    corrected one after the other, and do not agree in between.
    """
    if finding.level is Level.IRREGULAR:
        return True
    return finding.code[0] not in _BADLY_WRITTEN and finding.code not in _NO_CORRECTION


_BADLY_WRITTEN = "SVY"
"""Families of findings about what is written, not about what it says: form, private data, YAML."""

_NO_CORRECTION = frozenset({"A016", "A017", "A018", "A019"})
"""What is wrong with a correction itself: where it leads, that it changes nothing, its day, its body."""


def preview(plan: Plan) -> str:
    """The lines as they will be in the file."""
    raw = append(b"id: x\n", corrections.FIELD, plan.entry).decode()
    return raw.partition("id: x\n")[2].rstrip("\n")


def correct(session: Session, plan: Plan, *, keep: bool = False) -> Done:
    """Write a correction, check, and put the file back where it breaks a check.

    Args:
        session: the archive as it is.
        plan: the correction.
        keep: leave it where what it shows is irregular, since that can only be acknowledged once it is
            there, and where something else has to be corrected with it (``may_stay``).

    Raises:
        CorrectError: the file was changed meanwhile, or leaves no place for the lines.
    """
    path = plan.record.path
    file = session.root / path
    if read_regular(file) != plan.raw:
        raise CorrectError(CHANGED.format(path=path))
    try:
        written = append(plan.raw, corrections.FIELD, plan.entry)
    except NoPlaceError:
        raise CorrectError(_NO_PLACE.format(path=path)) from None
    with replaced(file, plan.raw, written) as change:
        after = session_at(session.root, session.as_of)
        broken = new_failures(session.findings, after.findings)
        if not broken or (keep and all(may_stay(each) for each in broken)):
            change.keep()
        found = [each for each in after.findings if each.path == path or each in broken]
        return Done(path, change.kept, report(after, found, path))
