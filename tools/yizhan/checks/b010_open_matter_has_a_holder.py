"""B010: an open matter whose body is gone is with somebody."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Hinge, Problem
from yizhan.checks.shared.examples import NOISE_PATH, NOISE_RAISED
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.open_matters import open_state
from yizhan.checks.shared.place_examples import SQUARE_TEAM, SQUARE_TEAM_PATH
from yizhan.facts.succession import gone, heirs
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level, Pointer
from yizhan.model.matter import Matter
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Family, Kind

_NOBODY = Text(
    "{body}在 {day} 已经撤销，事项还没有办结，现在由谁办没有记录。",
    "{body} was dissolved ({day}); the matter is open, and who has it now is not recorded.",
)
_SEVERAL = Text(
    "{body}在 {day} 已经撤销，后继有{heirs}；事项还没有办结，归哪一个没有记录。",
    "{body} was dissolved ({day}) and followed by {heirs}; the matter is open, and which of them has it is not recorded.",
)
_RECEIVER = Text(
    "{body}在 {day} 已经撤销，移交给它的这件事没有接收，也没有退回。",
    "{body} was dissolved ({day}); it neither took over nor sent back the matter that was handed to it.",
)
_PLACE = Text(
    "{place}在 {day} 已经撤销，事项还没有办结，也没有写由谁办。",
    "{place} was dissolved ({day}); the matter is open, and nobody is recorded to have it.",
)
_WHICH = Text(
    "在日志里交办（assign）给其中一个，或者由接着办的那一个记一条办理进展（progress）；撤销以前就交给了它的，按交的那天记移交和接收。",
    "Assign it to one of them in the log, or let the one that goes on with it record its progress (progress); if it was handed on before the end, record hand-over and take-over with their own days.",
)
_REPORTED = Text(
    "由接着办的那一个记一条办理进展（progress），写明由它接手。",
    "Let the one that goes on with it record its progress (progress), saying that it has it now.",
)


def _run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    if not _concerned(record, archive, context):
        return
    state = open_state(record, archive, context)
    if state is None:
        return
    day, holder = context.day_of(record), archive.body(state.handler)
    receiver = archive.body(state.pending.to) if state.pending is not None else None
    if receiver is not None and len(_now(archive, receiver, context, record)) != 1:
        yield _problem(record, _RECEIVER, receiver)
    elif holder is not None and gone(holder, day):
        now = heirs(archive, holder, day)
        if not now:
            yield _problem(record, _NOBODY, holder)
        elif len(now) > 1:
            names = commas([named(each) for each in now])
            values = {"body": named(holder), "day": holder.dissolved, "heirs": names}
            what = _REPORTED if state.family is Family.CLAIMED else _WHICH
            yield Problem(record, _where(record), _SEVERAL.format(**values), what)
    elif state.handler is None:
        place = archive.place(record.place)
        if place is not None and gone(place, day):
            message = _PLACE.format(place=named(place), day=place.dissolved)
            yield Problem(record, ("place",), message)


def _problem(record: Matter, found: Text, body: Body) -> Problem:
    message = found.format(body=named(body), day=body.dissolved)
    unread = Hinge(kind=Kind.BODY)  # any of them may name itself as the successor
    return Problem(record, _where(record), message, hinges_on=unread)


def _where(record: Matter) -> Pointer:
    return ("log",) if record.log else ("handler",)


def _now(archive: Archive, body: Body, context: Context, record: Matter) -> tuple[Body, ...]:
    return heirs(archive, body, context.day_of(record))


def _concerned(record: Matter, archive: Archive, context: Context) -> bool:
    """Whether a body that it names or its place is gone: of most matters none is."""
    day = context.day_of(record)
    bodies = {record.handler, *(each for entry in record.log for each in (entry.by, entry.to))}
    found = [archive.body(each) for each in bodies if each is not None]
    place = archive.place(record.place)
    return any(each is not None and gone(each, day) for each in (*found, place))


_MATTER = NOISE_RAISED + "handler: shili-square-team\n"
_BODY = SQUARE_TEAM + "dissolved: 2026-03-20\n"

CHECK = Check(
    code="B010",
    title=Text("组织撤销，事项有人接", "Open matters are with somebody"),
    why=Text(
        "组织撤了、村并了，没有办完的事不会跟着没有；现在归谁，居民有权知道。",
        "A body is dissolved, a village merged, and what is open does not go away; residents have a right to know who has it.",
    ),
    fix=Text(
        "在撤销的组织上写 successors（后继），它的事就都归后继；单独交给别人、还没有报结的，在日志里交办。",
        "Name the successors of the dissolved body, who then have its matters; what went elsewhere, and is not reported done, is assigned in the log.",
    ),
    bad=Example({NOISE_PATH: _MATTER, SQUARE_TEAM_PATH: _BODY}),
    good=Example(
        {NOISE_PATH: _MATTER, SQUARE_TEAM_PATH: _BODY + "successors: [shili-committee]\n"}
    ),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.DUE,
)
