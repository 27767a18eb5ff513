"""Who did the work in a matter by what is, or ever was, on record: nobody corrects itself out of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from yizhan.facts.first_words import confirms
from yizhan.facts.parties import RIGHTS, WORKING, Part
from yizhan.facts.speakers import Bodies
from yizhan.facts.workflow import Workflow
from yizhan.model.matter import LogEntry, Matter
from yizhan.model.order import in_order
from yizhan.model.record import Correction
from yizhan.model.reference import UNKNOWN, known
from yizhan.model.vocabulary import Action, PlaceLevel


class Version(NamedTuple):
    """A matter as it was on record, and the corrections that were made next.

    Attributes:
        matter: with the corrections made until then.
        then: those that led from it to ``after``: one, unless what it left could not be read.
        after: the matter with them as well.
    """

    matter: Matter
    then: tuple[Correction, ...]
    after: Matter


def versions(matter: Matter) -> Iterator[Version]:
    """A matter before and after each of its corrections, in the order in which they were made."""
    all_: list[Any] = [*matter.formerly, None]
    for one, next_ in pairwise(all_):
        after = matter if next_ is None else next_.record
        yield Version(one.record, tuple(matter.corrections[each] for each in one.then), after)


def settled_later(matter: Matter, correction: Correction, own: Callable[[str], bool]) -> bool:
    """Whether another body corrected the same place afterwards, or said that it is so: it is its word.

    Args:
        matter: with all its corrections.
        correction: one of them.
        own: whether a body is none of the others.
    """
    order = in_order([each.date for each in matter.corrections])
    at = next(position for position in order if matter.corrections[position] is correction)
    return any(
        f"{correction.at}/".startswith(f"{each.at}/")
        and (each.fault is None or confirms(matter, each))
        and each.by is not None
        and not own(each.by)
        for each in (matter.corrections[position] for position in order[order.index(at) + 1 :])
    )


class Work(NamedTuple):
    """Ids of the bodies that reported a matter done, and of all that had it or did something in it."""

    reported: frozenset[str]
    did: frozenset[str]


NO_WORK = Work(frozenset(), frozenset())


_WORKS = frozenset((Action.ACCEPT, Action.TAKE_OVER, Action.REPORT_DONE, Action.REFUSE))
"""What nobody does that merely passes a matter on; nor is progress noted by one that does."""


def work_in(matter: Matter, workflow: Workflow, bodies: Bodies) -> Work:
    """Who did the work by what a log says, whether its steps could be taken or not.

    Who has a matter and hands it on without having accepted it or noted progress did nothing in it.

    Args:
        matter: whose log is read.
        workflow: its procedure.
        bodies: say who watches over the work, or speaks for residents: their notes are no work.
    """
    reported: set[str] = set()
    did = set() if matter.handler is None else {matter.handler}
    worked: set[str] = set()
    passed: set[str] = set()
    given: set[str] = set()
    for entry in (*matter.log, *matter.later):
        step = workflow.steps.get(entry.step)
        if step is None:
            continue
        did.update(_named(entry, step.action))
        by = known(entry.by)
        if by is None:
            continue
        if step.action is Action.REPORT_DONE:
            reported.add(by)
        if step.action in _WORKS or step.action is Action.PROGRESS:
            worked.add(by)
        if step.action is Action.PROGRESS and is_work(by, bodies):
            did.add(by)
        if step.action is Action.HANDOVER:
            given.add(by)
        if step.action is Action.TAKE_OVER:
            passed |= given
    return Work(frozenset(reported), frozenset(did - (passed - worked)))


def is_unknown(matter: Matter, workflow: Workflow) -> bool:
    """Whether it is on record that nobody knows who did some of the work."""
    steps = ((workflow.steps.get(each.step), each.by) for each in matter.log)
    return any(
        by == UNKNOWN and step is not None and step.action in (*_WORKS, Action.PROGRESS)
        for step, by in steps
    )


def is_beside(by: str, matter: Matter, bodies: Bodies) -> bool:
    """Whether a body surely did no work in a matter of which nobody knows who did it.

    Supervisors and residents watch over the work; who serves a wider place is over those that do it.
    """
    place = bodies.place(by)
    wider = place is not None and place.id != matter.place and place.level in _OVER
    return bodies.watches(by) or bodies.speaks(by) or (wider and bodies.serves(by))


_OVER = frozenset((PlaceLevel.DISTRICT, PlaceLevel.STREET, PlaceLevel.TOWN))
"""Levels of places above the villages and communities."""


def is_work(by: str, bodies: Bodies) -> bool:
    """Whether what a body notes of progress is its own work: not of supervisors, nor of residents."""
    return bodies.there(by) and not (bodies.watches(by) or bodies.speaks(by))


def acted_in(matter: Matter, workflow: Workflow) -> frozenset[str]:
    """Who took a step itself that only a body takes that has the matter."""
    steps = ((workflow.steps.get(entry.step), known(entry.by)) for entry in matter.log)
    return frozenset(
        by
        for step, by in steps
        if by is not None and step is not None and step.action in (*WORKING, Action.TAKE_OVER)
    )


def _named(entry: LogEntry, action: Action) -> Iterator[str]:
    """Whom an entry names as doing the work."""
    gives = RIGHTS[action].gives
    by, to = known(entry.by), known(entry.to)
    if by is not None and (action in WORKING or action is Action.TAKE_OVER):
        yield by
    if Part.HAVING in gives and to is not None:
        yield to
    if Part.WITH in gives:
        yield from entry.with_


def disowned(matter: Matter, workflow: Workflow, bodies: Bodies) -> Work:
    """Who did the work by what was on record, until a correction by one that did, or by nobody, said no.

    What a body without a share in the work corrected was a mistake.
    """
    made = tuple(versions(matter))
    works = [work_in(each.matter, workflow, bodies) for each in made]
    works.append(work_in(matter, workflow, bodies))
    shared = {each for work in works for each in work.did}
    reported: set[str] = set()
    did: set[str] = set()
    for each, (before, after) in zip(made, pairwise(works), strict=True):
        if any(one.by is None or same(one.by, shared, bodies) for one in each.then):
            reported |= before.reported - after.reported
            did |= before.did - after.did
    return Work(frozenset(reported), frozenset(did))


def is_word_of(by: str, body: str, bodies: Bodies) -> bool:
    """Whether what one body says is the word of another: of itself, of what it goes on with, of its whole."""
    return by == body or by in bodies.heirs.get(body, ()) or body in bodies.above(by)


def same(body: str, others: Collection[str], bodies: Bodies) -> bool:
    """Whether a body is one of others, goes on with what one had, or is one with one of them."""
    heirs = (bodies.heirs.get(each, ()) for each in others)
    going_on = any(body in each for each in heirs)
    return body in others or going_on or one_with(body, others, bodies) is not None


def one_with(body: str, handling: Collection[str], bodies: Bodies) -> str | None:
    """Of those that handle a matter, another that a body is a part of, or that is part of it."""
    for each in sorted(set(handling) - {body}):
        if each in bodies.above(body) or body in bodies.above(each):
            return each
    return None
