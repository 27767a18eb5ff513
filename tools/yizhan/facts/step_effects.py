"""What each action does to a matter, once its step is allowed (``progress``)."""

from __future__ import annotations

from collections.abc import Callable

from yizhan.facts.deadlines import DueSource
from yizhan.facts.ending import Ending
from yizhan.facts.log_so_far import LogSoFar
from yizhan.facts.who_worked import is_work
from yizhan.model.matter import LogEntry, Verdict
from yizhan.model.reference import known
from yizhan.model.vocabulary import Action, Family


def _accept(at: LogSoFar, entry: LogEntry) -> None:
    by = known(entry.by)
    if by is not None and by != at.handler:
        at.kept = () if at.handler is None else (at.handler,)
        at.handler, at.giver = by, None
    _work(at, entry)


def _work(at: LogSoFar, entry: LogEntry) -> None:
    """Remember who did something in the matter, should it hand it on."""
    by = known(entry.by)
    if by is not None and (by in (at.handler, *at.joint) or is_work(by, at.bodies)):
        at.did |= {by}


def _assign(at: LogSoFar, entry: LogEntry) -> None:
    to, by = known(entry.to), known(entry.by)
    if by is not None and by == at.handler and to != by:
        at.did |= {by}
    former, at.handler, at.giver = at.handler, to or by or at.handler, by
    at.joint, at.kept, at.handed_over = (), (), None
    at.leave(former)


def _handover(at: LogSoFar, entry: LogEntry) -> None:
    at.handed_over = entry if known(entry.to) is not None else None


def _take_over(at: LogSoFar, entry: LogEntry) -> None:
    assert at.handed_over is not None
    givers = at.handler, known(at.handed_over.by)
    at.handler, at.handed_over = known(entry.by) or at.handed_over.to, None
    at.giver, at.kept = None, ()
    at.joint = tuple(each for each in at.joint if each != at.handler)
    at.leave(*givers)
    _work(at, entry)


def _send_back(at: LogSoFar, entry: LogEntry) -> None:
    assert at.handed_over is not None
    at.leave(known(entry.by), at.handed_over.to)
    at.handed_over = None


def _supervise(at: LogSoFar, entry: LogEntry) -> None:
    at.supervised, at.supervisor = True, known(entry.by)


def _extend(at: LogSoFar, entry: LogEntry) -> None:
    if entry.until is not None:
        at.deadline, at.deadline_source = entry.until, DueSource.EXTENSION


def _pause(at: LogSoFar, entry: LogEntry) -> None:
    at.paused, at.paused_until = True, entry.until


def _resume(at: LogSoFar, _entry: LogEntry) -> None:
    at.paused = False


def _report_done(at: LogSoFar, entry: LogEntry) -> None:
    at.outcome, at.verdict, at.lapsed, at.noted = entry.outcome, None, False, False
    at.answer_until, at.reported_by = entry.until, known(entry.by) or at.handler
    at.told_by, at.done_by = known(entry.by), at.handler
    at.did |= {each for each in (at.reported_by,) if each is not None}


def _object(at: LogSoFar, entry: LogEntry) -> None:
    """Residents object; a body of theirs that does flatters no office, whose part it may be."""
    _answer(at, entry)
    at.noted = at.noted and known(entry.by) is None


def _answer(at: LogSoFar, entry: LogEntry) -> None:
    at.verdict = entry.verdict or Verdict()
    at.noted = at.is_noted_by_office(entry)


def _confirm(at: LogSoFar, entry: LogEntry) -> None:
    _answer(at, entry)
    ending = Ending.NOTED if at.noted else Ending.CONFIRMED
    _conclude(at, Family.CONFIRMED, ending)


def _lapse(at: LogSoFar, _entry: LogEntry) -> None:
    at.lapsed = True
    _conclude(at, Family.CONFIRMED, Ending.LAPSED)


def _refuse(at: LogSoFar, entry: LogEntry) -> None:
    at.outcome, at.told_by = entry.outcome, known(entry.by)
    _conclude(at, Family.UNSOLVED, Ending.REFUSED, entry.reason or entry.note)


def _withdraw(at: LogSoFar, entry: LogEntry) -> None:
    at.withdrawn_by = known(entry.by)
    if entry.outcome is not None:
        at.outcome, at.told_by = entry.outcome, known(entry.by)
    _conclude(at, Family.UNSOLVED, Ending.WITHDRAWN, entry.reason or entry.note)


def _conclude(at: LogSoFar, family: Family, ending: Ending, why: str | None = None) -> None:
    """Say how it ended, if the step led to where such an end leads: a procedure may be unsound."""
    if at.stage.family is family:
        at.ending, at.why = ending, why


def _split(at: LogSoFar, entry: LogEntry) -> None:
    at.parts = entry.into
    _end(at, entry, Ending.SPLIT)


def _merge(at: LogSoFar, entry: LogEntry) -> None:
    at.merged_into = entry.merged_into
    _end(at, entry, Ending.MERGED)


def _end(at: LogSoFar, entry: LogEntry, ending: Ending) -> None:
    at.ended, at.closed_on, at.handed_over, at.paused = True, entry.date, None, False
    at.ending, at.why = ending, entry.reason


EFFECTS: dict[Action, Callable[[LogSoFar, LogEntry], None]] = {
    Action.ACCEPT: _accept,
    Action.ASSIGN: _assign,
    Action.PROGRESS: _work,
    Action.HANDOVER: _handover,
    Action.TAKE_OVER: _take_over,
    Action.SEND_BACK: _send_back,
    Action.SUPERVISE: _supervise,
    Action.EXTEND: _extend,
    Action.PAUSE: _pause,
    Action.RESUME: _resume,
    Action.REPORT_DONE: _report_done,
    Action.CONFIRM: _confirm,
    Action.OBJECT: _object,
    Action.LAPSE: _lapse,
    Action.REFUSE: _refuse,
    Action.WITHDRAW: _withdraw,
    Action.SPLIT: _split,
    Action.MERGE: _merge,
}
