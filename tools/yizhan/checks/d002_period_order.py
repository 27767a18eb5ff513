"""D002: every period begins before it ends."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.claims import Claims
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Level, Pointer
from yizhan.model.honour import Honour
from yizhan.model.meeting import Meeting
from yizhan.model.place import Place
from yizhan.model.points import Batch, Scheme
from yizhan.model.procedure import Procedure
from yizhan.model.record import Display, Record
from yizhan.model.round import Round
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "结束日期 {end} 早于开始日期 {start}。",
    "The end, {end}, lies before the beginning, {start}.",
)

_Period = tuple[Pointer, PartialDate | None, PartialDate | None]


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, start, end in _periods(record):
        if start is not None and end is not None and end.surely_before(start):
            yield Problem(record, pointer, _FOUND.format(start=start, end=end))


def _periods(record: Record) -> Iterator[_Period]:
    yield from _whole(record)
    yield from _parts(record)


def _whole(record: Record) -> Iterator[_Period]:
    """Yield the period that a record as a whole has."""
    match record:
        case Place() | Body():
            yield ("dissolved",), record.established, record.dissolved
        case Procedure() | Scheme() if record.valid is not None:
            yield ("valid", "to"), record.valid.from_, record.valid.to
        case Round():
            yield ("end",), record.date, record.end
        case Claims():
            yield ("end",), record.start, record.end
        case Rule() | Batch():
            yield from _display(("display",), record.display)


def _parts(record: Record) -> Iterator[_Period]:
    """Yield the periods within a record: terms, consultations, displays."""
    match record:
        case Body():
            for number, post in enumerate(record.posts):
                yield ("posts", number, "end"), post.start, post.end
                yield from _display(("posts", number, "display"), post.display)
        case Amendment():
            for number, entry in enumerate(record.dossier):
                yield ("dossier", number, "until"), entry.date, entry.until
        case Honour():
            for number, station in enumerate(record.stages):
                yield ("stages", number, "until"), station.date, station.until
        case Meeting():
            for number, item in enumerate(record.agenda):
                for position, decision in enumerate(item.decisions):
                    here = ("agenda", number, "decisions", position)
                    yield from _display((*here, "published"), decision.published)
                    yield from _display((*here, "result_published"), decision.result_published)


def _display(pointer: Pointer, display: Display | None) -> Iterator[_Period]:
    if display is not None:
        yield (*pointer, "end"), display.start, display.end


_PATH = "records/rounds/2026/20260210-shili-walk.yaml"
_ROUND = """\
id: 20260210-shili-walk
title: 二月走访
example: true
date: 2026-02-10
end: {end}
place: shili-cun
by: shili-committee
"""

CHECK = Check(
    code="D002",
    title=Text("先开始后结束", "Periods begin before they end"),
    why=Text(
        "公示、任期、征求意见这些期限，起止颠倒就等于没有期限，居民也无从提出异议。",
        "A display, a term or a consultation that ends before it begins is no period at all, "
        "and leaves residents no time to object.",
    ),
    fix=Text(
        "核对两个日期，把写颠倒的改过来。",
        "Check the two dates and put them right.",
    ),
    bad=Example({_PATH: _ROUND.format(end="2026-02-01")}),
    good=Example({_PATH: _ROUND.format(end="2026-02-12")}),
    kinds=(
        Kind.PLACE,
        Kind.BODY,
        Kind.PROCEDURE,
        Kind.MEETING,
        Kind.ROUND,
        Kind.RULE,
        Kind.AMENDMENT,
        Kind.SCHEME,
        Kind.BATCH,
        Kind.HONOUR,
        Kind.CLAIMS,
    ),
    run=_run,
    level=Level.ERROR,
)
