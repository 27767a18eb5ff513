"""M023: bodies act only while they exist."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import NOISE_PATH, NOISE_RAISED
from yizhan.checks.shared.lifetime import outside_lifetime
from yizhan.checks.shared.place_examples import SQUARE_TEAM, SQUARE_TEAM_PATH
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.matter import LogEntry, Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind


def _run(record: Matter, archive: Archive, _context: Context) -> Iterator[Problem]:
    handler = archive.body(record.handler)
    yield from outside_lifetime(record, ("handler",), handler, record.raised.date)
    if _all_there(record, archive):
        return
    for number, entry in enumerate(record.log):
        for pointer, identifier in _bodies(entry):
            body = archive.body(identifier)
            yield from outside_lifetime(record, ("log", number, *pointer), body, entry.date)


def _all_there(record: Matter, archive: Archive) -> bool:
    """Whether whoever is named was there all along: most logs need no second look."""
    first = min(day.earliest for day in (record.raised.date, *(each.date for each in record.log)))
    named = {identifier for entry in record.log for _, identifier in _bodies(entry)}
    return not any(
        body.dissolved is not None
        or (body.established is not None and body.established.latest > first)
        for identifier in named
        if (body := archive.body(identifier)) is not None
    )


def _bodies(entry: LogEntry) -> Iterator[tuple[Pointer, str | None]]:
    """The bodies that an entry names, with where."""
    yield ("by",), entry.by
    yield ("to",), entry.to
    for position, identifier in enumerate(entry.with_):
        yield ("with", position), identifier
    if entry.verdict is not None:
        yield ("verdict", "recorded_by"), entry.verdict.recorded_by


_MATTER = NOISE_RAISED + "handler: shili-square-team\n"
_BODY = SQUARE_TEAM + "dissolved: {dissolved}\n"

CHECK = Check(
    code="M023",
    title=Text("办事的组织当时存在", "The acting body existed"),
    why=Text(
        "事情记在已经撤销的组织名下，就没有人接着办。撤销以后还在办事的组织，记录可以如实写，"
        "但它那时已经无权办事，所以是不合规。",
        "A matter that a dissolved body has is handled by nobody. A body may in truth go on acting, and a record may "
        "say so; it had no power to by then, which makes the entry irregular.",
    ),
    fix=Text(
        "写当时存在的组织；已经合并的不改原处，在 corrections 里加一条更正。组织的成立、撤销日期写错了，更正那个组织的档案。",
        "Write the body that existed then; once merged, leave the place as it is and add to corrections. Where the dates "
        "of the body are wrong, correct the body's own record.",
    ),
    bad=Example({NOISE_PATH: _MATTER, SQUARE_TEAM_PATH: _BODY.format(dissolved="2025-12-31")}),
    good=Example({NOISE_PATH: _MATTER, SQUARE_TEAM_PATH: _BODY.format(dissolved="2026-03-20")}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.IRREGULAR,
)
