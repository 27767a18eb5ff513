"""Whose word an entry of a log is, and who may correct it: one principle, one table.

An entry is the word of whoever it says acted, as first recorded. Another that has or had a share in the
matter, or has nothing to do with it, does not correct who did what, nor what was said to it; who watches over the work, speaks for
residents or is over whoever acted may, but not in its own favour. Whoever acted corrects its own word
until somebody has answered it. What residents said, and of what, is ``facts/residents_word.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from yizhan.facts.parties import GIVEN_TO, RIGHTS, Part
from yizhan.facts.speakers import Bodies
from yizhan.facts.who_worked import is_word_of
from yizhan.facts.workflow import Workflow
from yizhan.model.keys import keys
from yizhan.model.matter import LogEntry, Matter
from yizhan.model.record import Correction
from yizhan.model.reference import known
from yizhan.model.vocabulary import Action


class Wrong(StrEnum):
    """Why a correction of an entry is not for whoever makes it."""

    ANOTHERS = "anothers"
    """Another acted, and whoever corrects has or had a share, or has nothing to do with it."""

    TO_ITSELF = "to_itself"
    """It names itself as the one to whom another gave the matter."""

    ANSWERED = "answered"
    """It acted itself, and another has answered that since."""

    TAKEN_ON = "taken_on"
    """By its own word it took the matter on, and it would be rid of it."""

    RID_OF_IT = "rid_of_it"
    """It is on record as having the matter, and names another in its place."""

    UNSIGNED = "unsigned"
    """Nobody is named as correcting, and more than whoever acted depends on it."""


_ALL = frozenset({"date", "step", "by", "to", "with"})


class Holds(NamedTuple):
    """What of the entries of one action whoever acted does not correct itself.

    Attributes:
        to_others: it is said to another: nobody else is one with whoever said it, and a correction
            of it says by whom it is.
        taken_on: properties by which it took the matter on.
        answered: properties that stand once another has answered.
        answers: actions by which another answers; empty where anything does that a body does which
            the entry names.
    """

    to_others: bool = False
    taken_on: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()
    answers: frozenset[Action] = frozenset()


_GIVEN = frozenset({"step", "by", "to", "with"})

WORDS: Mapping[Action, Holds] = {
    Action.TAKE_OVER: Holds(to_others=True, taken_on=frozenset({"step", "by"})),
    Action.SEND_BACK: Holds(to_others=True),
    Action.SUPERVISE: Holds(to_others=True),
    Action.HANDOVER: Holds(answered=_ALL, answers=frozenset({Action.TAKE_OVER, Action.SEND_BACK})),
    Action.ASSIGN: Holds(answered=_GIVEN),
    Action.JOIN: Holds(answered=_GIVEN),
}
"""Action → what of its entries is not only the word of whoever acted; of all others nothing is."""


class Said(NamedTuple):
    """An entry as it was first on record.

    Attributes:
        entry: its first words.
        action: of its step; None where the procedure does not know it.
        by: who acted; None where the entry does not say, or nobody knows.
    """

    entry: LogEntry
    action: Action | None
    by: str | None


class Change(NamedTuple):
    """A correction of an entry.

    Attributes:
        correction: one that was applied.
        said: the entry as first recorded.
        was: the entry without the correction; None where it was annulled.
        now: the entry with it; None where it annuls it.
        before: the matter without it.
    """

    correction: Correction
    said: Said
    was: LogEntry | None
    now: LogEntry | None
    before: Matter


def entries_of(matter: Matter) -> dict[str, LogEntry]:
    """The entries of a log by their keys."""
    return dict(zip(keys(matter.log), matter.log, strict=True))


def says(entry: LogEntry) -> LogEntry:
    """What an entry says of what went on, whatever its key and since when it is on record."""
    return replace(entry, key=None, since=None, irregular=())


def said_in(matter: Matter, workflow: Workflow) -> dict[str, Said]:
    """Every entry of a log by its key, with who acted."""
    found: dict[str, Said] = {}
    for key, entry in entries_of(matter).items():
        step = workflow.steps.get(entry.step)
        found[key] = Said(entry, None if step is None else step.action, known(entry.by))
    return found


def sharers(matter: Matter, workflow: Workflow) -> Iterator[str]:
    """Who gave a matter to others, or handed it on: each has its share besides those that did the work."""
    for said in said_in(matter, workflow).values():
        gives = said.action is not None and RIGHTS[said.action].gives & {*GIVEN_TO, Part.WITH}
        if gives and said.by is not None and said.action in WORDS:
            yield said.by


def wrong_of(change: Change, shared: set[str], workflow: Workflow, bodies: Bodies) -> Wrong | None:
    """Why a correction is not for whoever makes it; None where it is, or where nobody is said to have acted.

    Args:
        change: what it changes.
        shared: those that had a share in the matter by any version of the record.
        workflow: its procedure.
        bodies: what the archive says of bodies.
    """
    said, by = change.said, change.correction.by
    if said.action is None or said.by is None:
        return None
    holds = WORDS.get(said.action, Holds())
    changed = set(_changed(change.was, change.now))
    answered = _is_answered(change, holds, changed, workflow)
    if by is None:
        return Wrong.UNSIGNED if holds.to_others or answered else None
    own = by == said.by or by in bodies.heirs.get(said.by, ())
    if own and holds.taken_on & changed:
        return Wrong.TAKEN_ON
    if own or (by in bodies.above(said.by) and not holds.to_others):
        return Wrong.ANSWERED if answered else None
    if not holds.to_others and not changed & _GIVEN:
        return (
            None  # a note or a day: a clerk keeps one log for all, and what was late then stays so
        )
    return _of_another(change, by, shared, bodies, to_others=holds.to_others)


def is_rid_of_it(correction: Correction, was: Matter, now: Matter, bodies: Bodies) -> bool:
    """Whether the body on record as having a matter corrects that another has it."""
    by, handler = correction.by, was.handler
    if by is None or handler is None or now.handler in (None, handler):
        return False
    return correction.at == "handler" and (by == handler or by in bodies.heirs.get(handler, ()))


def _of_another(
    change: Change, by: str, shared: set[str], bodies: Bodies, *, to_others: bool
) -> Wrong | None:
    """Why a correction of what another did is not for a body."""
    if _is_to(change, by, bodies):
        return Wrong.TO_ITSELF
    if not to_others and _takes_it_on_itself(change, by):
        return None
    over = change.said.by is not None and bodies.over(by, change.said.by)
    beside = bodies.watches(by) or bodies.speaks(by) or over
    shares = any(is_word_of(by, each, bodies) for each in shared)  # a whole is over its part
    return None if beside and not shares else Wrong.ANOTHERS


def _is_answered(change: Change, holds: Holds, changed: set[str], workflow: Workflow) -> bool:
    """Whether another answered an entry before it was corrected in what the answer rests on."""
    if not holds.answered & changed:
        return False
    said, log = change.said, change.before.log
    after = log[log.index(change.was) + 1 :] if change.was is not None else ()
    named = {said.entry.to, *said.entry.with_}
    for each in after:
        step = workflow.steps.get(each.step)
        if step is None or each.by == said.by or not _was_by_then(each, change.correction):
            continue
        if step.action in holds.answers or (not holds.answers and each.by in named):
            return True
    return False


def _takes_it_on_itself(change: Change, by: str) -> bool:
    """Whether it only says that what another was said to have done was its own doing."""
    if change.was is None or change.now is None or change.now.by != by:
        return False
    return says(replace(change.was, by=by)) == says(change.now)


def _was_by_then(entry: LogEntry, correction: Correction) -> bool:
    return entry.date.earliest <= correction.date.latest


def _is_to(change: Change, by: str, bodies: Bodies) -> bool:
    """Whether it gives the matter to whoever corrects, to whom it was not given."""
    return _names(change.now, by, bodies) and not _names(change.was, by, bodies)


def _names(entry: LogEntry | None, by: str, bodies: Bodies) -> bool:
    """Whether an entry gives the matter, or a part in it, to a body."""
    if entry is None:
        return False
    named = (known(entry.to), *entry.with_)
    return any(each is not None and is_word_of(by, each, bodies) for each in named)


def _changed(was: LogEntry | None, now: LogEntry | None) -> Iterator[str]:
    """Which of the properties on which others rest say something else; all where an entry comes or goes."""
    if was is None or now is None:
        yield from _ALL
        return
    for name in sorted(_ALL):
        attribute = "with_" if name == "with" else name
        if getattr(was, attribute) != getattr(now, attribute):
            yield name
