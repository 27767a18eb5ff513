"""What groups, figures and months need of a matter: all of it in one small value, made in one pass.

A record with its log and its state takes some 15 kB, a summary a twentieth of that. So pages over
very many matters are worked out from summaries, and a record and its state are made for the pages
that show them. A summary follows from the record, its procedure, the calendar and the day, and from
nothing else: as plain data it is kept for the next build.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from yizhan.facts.ending import AGREED, Ending
from yizhan.facts.events import (
    Events,
    Had,
    Handed,
    How,
    Move,
    Span,
    day_of,
    number_of,
    packed,
    unpacked,
)
from yizhan.facts.matter_marks import MatterMark
from yizhan.facts.matter_state import MatterState, Passage, on_record_then
from yizhan.facts.metric_definitions import (
    DEFINITIONS,
    ENDS,
    Measured,
    People,
    Reason,
    left_out,
)
from yizhan.facts.whose_time import Account, Deed, accounts
from yizhan.model.dates import PartialDate
from yizhan.model.matter import Matter
from yizhan.model.vocabulary import Action, Category, Family, Result

Plain = tuple[Any, ...]
"""A summary without its id, as numbers, texts and tuples of them."""


class Summary(NamedTuple):
    """A matter in short, as it stands on a day.

    Attributes:
        activity: date of the last entry that counts.
        late_days: working days late.
        due: the last day in time for the present stage.
        last_days: that of the stage, of an answer and of a hand-over, as far as they are waited for.
        tier: its key.
        handler: id of the body that has it; of an open matter, the one heir of one that is gone.
        ending: what ended it, or that nothing has.
        result: what the office reports; None where nothing is reported.
        left_late: by how many working days it left a stage or was taken over late, at the most: it
            stays late for ever.
        may_move: whether that is so only by last days that holidays not published yet may still move.
        gone: whether it was merged or split, and goes on in others.
        marks: what is to be known beside any value of it.
        measures: one for each of ``DEFINITIONS``.
        accounts: what is put to whose account, where that is not all to that of ``handler``.
        log: what months tell of it, packed: as objects it would take as much as all the rest.
    """

    id: str
    title: str
    place: str
    procedure: str
    category: Category
    example: bool
    raised: PartialDate
    activity: PartialDate
    family: Family
    open: bool
    late_days: int
    due: date | None
    last_days: tuple[date, ...]
    tier: str | None
    handler: str | None
    closed_on: PartialDate | None
    ending: Ending
    result: Result | None
    left_late: int
    may_move: bool
    gone: bool
    marks: tuple[MatterMark, ...]
    measures: tuple[Measured, ...]
    accounts: tuple[Account, ...]
    log: bytes

    @property
    def irregular(self) -> bool:
        """Whether its record acknowledges something irregular."""
        return MatterMark.IRREGULAR in self.marks

    @property
    def events(self) -> Events:
        """What months tell of it."""
        return unpacked(self.log)


def summarize(matter: Matter, state: MatterState, as_of: date) -> Summary:
    """Say in short what became of a matter.

    Args:
        matter: the matter with its whole log.
        state: derived on ``as_of``.
        as_of: the day asked.
    """
    handed, had = tuple(_handed(matter, state)), tuple(_had(matter, state))
    return Summary(
        id=matter.id,
        title=matter.title,
        place=matter.place,
        procedure=matter.procedure,
        category=matter.category,
        example=matter.example,
        raised=matter.raised.date,
        activity=_activity(matter, as_of),
        family=state.family,
        open=state.open,
        late_days=state.late_days,
        due=state.due.day if state.due is not None else None,
        last_days=tuple(_last_days(state)),
        tier=state.tier.key if state.tier is not None else None,
        handler=state.handler,
        closed_on=state.closed_on,
        ending=state.ending,
        result=state.result,
        left_late=state.was_late,
        may_move=state.late_may_move,
        gone=state.goes_on,
        marks=_same_marks(state.marks),
        measures=_measures(state, as_of),
        accounts=accounts(matter, state, had, handed),
        log=packed(_moves(state), handed, _spans(matter, state), had),
    )


@lru_cache(maxsize=64)
def _same_marks(marks: tuple[MatterMark, ...]) -> tuple[MatterMark, ...]:
    """One tuple for all matters with the same marks."""
    return marks


def _activity(matter: Matter, as_of: date) -> PartialDate:
    counted = [entry.date for entry in matter.log if not entry.date.surely_after(as_of)]
    return max((matter.raised.date, *counted), key=lambda day: (day.latest, day.earliest))


def _last_days(state: MatterState) -> Iterator[date]:
    pending = state.pending.due if state.pending is not None else None
    for due in (state.due, state.answer_by, pending):
        if due is not None and state.open:
            yield due.day


_RULES = tuple(dict.fromkeys(definition.measure for definition in DEFINITIONS))
"""What definitions measure by; the percentiles of one step share theirs."""
_REMEMBERED = frozenset(each.measure for each in DEFINITIONS if each.remembered)
_POSITIONS = tuple(_RULES.index(definition.measure) for definition in DEFINITIONS)


def _measures(state: MatterState, as_of: date) -> tuple[Measured, ...]:
    gone = left_out(state)
    said = [rule(state, as_of) if gone is None or rule in _REMEMBERED else gone for rule in _RULES]
    return _same(tuple([said[position] for position in _POSITIONS]))


@lru_cache(maxsize=4096)
def _same(measures: tuple[Measured, ...]) -> tuple[Measured, ...]:
    """One tuple for all matters that measure the same."""
    return measures


_REPORTED = ENDS | {Family.CLAIMED}
"""Whatever goes back from here is handled again."""


def _moves(state: MatterState) -> Iterator[Move]:
    moves = list(_entries(state))
    for fell in state.fell_back:
        if fell.before.family not in _REPORTED:
            continue
        end = fell.before.family in ENDS
        back = Move(fell.position, fell.day, fell.after.family, end, None, fell_back=True)
        at = next((n for n, each in enumerate(moves) if each.position > fell.position), len(moves))
        moves.insert(at, back)
    yield from moves


def _entries(state: MatterState) -> Iterator[Move]:
    for each in state.told:
        if each.before.key == each.after.key:
            continue
        how = _how(each) if each.after.family in ENDS else None
        from_end = each.before.family in ENDS
        yield Move(
            each.index,
            each.date,
            each.after.family,
            from_end,
            how,
            each.late_days,
            _late_entry(each),
        )


def _late_entry(passage: Passage) -> date | None:
    """Since when an entry is on record that was surely recorded after its own day."""
    since = passage.since
    late = since is not None and since.earliest > passage.date.latest
    return since.earliest if since is not None and late else None


_HOW_ACCEPTED = {
    Result.SOLVED: How.SOLVED,
    Result.PARTLY: How.PARTLY,
    Result.EXPLAINED: How.EXPLAINED,
    Result.NOT_FEASIBLE: How.NOT_SOLVED,
    Result.NOT_OURS: How.NOT_SOLVED,
    Result.WITHDRAWN: How.NOT_SOLVED,
    None: How.NOT_SOLVED,
}


_HOW_NOTED = {
    How.SOLVED: How.SOLVED_NOTED,
    How.PARTLY: How.PARTLY_NOTED,
    How.EXPLAINED: How.EXPLAINED_NOTED,
}


def _how(passage: Passage) -> How:
    """What a closing amounts to, by what was reported, who agreed to it and who says that they did."""
    if passage.ending is Ending.WITHDRAWN:
        return How.WITHDRAWN
    accepted = _HOW_ACCEPTED[passage.result]
    if accepted is How.NOT_SOLVED:
        return accepted
    if passage.ending in AGREED:
        return _HOW_NOTED[accepted] if passage.ending is Ending.NOTED else accepted
    if passage.ending is Ending.LAPSED:
        return How.SILENCE
    return How.STOPPED if accepted is How.PARTLY else How.NOT_SOLVED


def _handed(matter: Matter, state: MatterState) -> Iterator[Handed]:
    for position, passage in enumerate(state.history):
        if passage.step.action is Action.HANDOVER:
            to = matter.log[passage.index].to
            answers = (each for each in state.history[position + 1 :] if _settles(each))
            answered = next(answers, None)
            if answered is None:
                due = None if state.pending is None else state.pending.due
                yield Handed(passage.index, passage.date, to, None, due=due)
                continue
            yield Handed(
                passage.index,
                passage.date,
                to,
                answered.date.earliest,
                answered.answered_late,
                answered.answered,
                answered.step.action,
                len(answered.date.text) >= len("2026-10"),
            )


_ANSWERS = frozenset(
    (Action.TAKE_OVER, Action.SEND_BACK, Action.ASSIGN, Action.MERGE, Action.SPLIT)
)


def _settles(passage: Passage) -> bool:
    """Whether a hand-over waits no longer after this entry."""
    return passage.step.action in _ANSWERS or passage.after.family in ENDS | {Family.CLAIMED}


def _spans(matter: Matter, state: MatterState) -> Iterator[Span]:
    start = matter.raised.date.latest
    for passage in state.told:
        if passage.due is not None:
            met = passage.date if passage.since is None else passage.since
            yield Span(passage.due, start, met.earliest, *on_record_then(passage))
        start = passage.date.latest
    if state.due is not None:
        yield Span(state.due, max(start, state.entered.latest), None)
    for late in state.late_before:
        if late.due is not None and late.late_days:
            left = min(late.since.earliest, late.until)
            yield Span(late.due, late.due.day, left, *on_record_then(late))


def _had(matter: Matter, state: MatterState) -> Iterator[Had]:
    """Who had it since when; who has it still is said again only where somebody else had it."""
    found = [(each.index, 0, each.date, each.holders[1]) for each in state.told]
    found += [(each.position, 1, each.day, each.handler) for each in state.fell_back]
    last = matter.handler
    yield Had(matter.raised.date.latest, last)
    for _position, _after, day, body in sorted(found, key=lambda each: each[:2]):
        if body != last:
            yield Had(day.latest, body)
        last = body


def to_plain(summary: Summary) -> Plain:
    """A summary as plain data."""
    return (
        summary.title,
        summary.place,
        summary.procedure,
        summary.category.value,
        summary.example,
        summary.raised.text,
        summary.activity.text,
        summary.family.value,
        summary.open,
        summary.late_days,
        number_of(summary.due),
        tuple(each.toordinal() for each in summary.last_days),
        summary.tier,
        summary.handler,
        summary.closed_on.text if summary.closed_on is not None else None,
        summary.ending.value,
        None if summary.result is None else summary.result.value,
        summary.left_late,
        summary.may_move,
        summary.gone,
        tuple([each.value for each in summary.marks]),
        tuple(map(_plain_measure, summary.measures)),
        tuple([(deed.value, body, day.toordinal()) for deed, body, day in summary.accounts]),
        summary.log,
    )


def from_plain(identifier: str, plain: Plain) -> Summary:
    """The summary of which ``to_plain`` gave this; what many matters share is one object."""
    title, place, procedure, category, example, raised, activity, family, *rest = plain
    open_, late_days, due, last_days, tier, handler, closed_on, *rest = rest
    ending, result, left_late, may_move, gone, marks, measures, told, log = rest
    parse = PartialDate.parse
    return Summary(
        identifier,
        title,
        place,
        procedure,
        _CATEGORIES[category],
        example,
        parse(raised),
        parse(activity),
        _FAMILIES[family],
        open_,
        late_days,
        None if due is None else day_of(due),
        tuple([day_of(each) for each in last_days]),
        tier,
        handler,
        None if closed_on is None else parse(closed_on),
        _ENDINGS[ending],
        _RESULTS[result],
        left_late,
        may_move,
        gone,
        _same_marks(tuple([MatterMark(each) for each in marks])),
        _measured(measures),
        tuple([Account(_DEEDS[deed], body, day_of(day)) for deed, body, day in told]),
        log,
    )


_CATEGORIES = {each.value: each for each in Category}
_FAMILIES = {each.value: each for each in Family}
_ENDINGS = {each.value: each for each in Ending}
_RESULTS: dict[str | None, Result | None] = {None: None, **{each.value: each for each in Result}}
_DEEDS = {each.value: each for each in Deed}
_REASONS = {each.value: each for each in Reason}


@lru_cache(maxsize=4096)
def _measured(plain: tuple[int | str | tuple[int, int], ...]) -> tuple[Measured, ...]:
    return tuple([_measure(each) for each in plain])


def _measure(plain: int | str | tuple[int, int]) -> Measured:
    if isinstance(plain, tuple):
        return People(*plain)
    return plain if isinstance(plain, int) else _REASONS[plain]


def _plain_measure(measured: Measured) -> int | str | tuple[int, int]:
    """A measure as plain data: of a named tuple ``marshal`` knows nothing."""
    if isinstance(measured, People):
        return measured.satisfied, measured.asked
    return measured.value if isinstance(measured, Reason) else measured
