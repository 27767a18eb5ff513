"""T080: what became of an item or a motion fits what else is recorded of it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import TALK, TALK_PATH
from yizhan.checks.shared.minutes import decisions
from yizhan.facts.adoption import is_procedure
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import AgendaItem, Decision, Meeting
from yizhan.model.meeting_vocabulary import ItemOutcome
from yizhan.model.text import Text
from yizhan.model.vocabulary import DecisionResult, Kind
from yizhan.wording.terms import term

_DECIDED = Text(
    "写的是{outcome}，这个议题却有通过的动议。",
    "It is recorded as {outcome}, yet a motion of the item was adopted.",
)
_ELECTED = Text(
    "写的是{outcome}，这个议题却有人当选。",
    "It is recorded as {outcome}, yet somebody was elected in the item.",
)
_UNTIL = Text(
    "写的是{outcome}，却有暂缓到的日期。",
    "It is recorded as {outcome}, yet has a day to which it was put off.",
)
_REFERRED = Text(
    "写的是{outcome}，却写了转交给谁。",
    "It is recorded as {outcome}, yet says to whom it was referred.",
)
_GIVE_TASK = Text(
    "没有作决定、转交出去的，结果写 referred；通过以后交给谁办的，写进 tasks（任务）。",
    "What was handed on without a decision is referred; what somebody is to do after it was adopted is a task.",
)
_OPEN = frozenset({DecisionResult.DEFERRED, DecisionResult.NO_DECISION, DecisionResult.UNKNOWN})
_UNFINISHED = (ItemOutcome.DEFERRED, ItemOutcome.REFERRED, ItemOutcome.NOT_REACHED)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, item in enumerate(record.agenda):
        if item.outcome is not None:
            yield from _of_item(record, ("agenda", number), item, item.outcome)
    for pointer, decision in decisions(record):
        result, handed_on = decision.result, DecisionResult.REFERRED
        if result is None or result in _OPEN or result is handed_on:
            continue
        if decision.until is not None:
            message = _UNTIL.format(outcome=term(result))
            yield Problem(record, (*pointer, "until"), message)
        if decision.referred_to is not None:
            message = _REFERRED.format(outcome=term(result))
            yield Problem(record, (*pointer, "referred_to"), message, _GIVE_TASK)


def _of_item(
    record: Meeting, pointer: Pointer, item: AgendaItem, outcome: ItemOutcome
) -> Iterator[Problem]:
    named = {"outcome": term(outcome)}
    if outcome in (ItemOutcome.NOT_REACHED, ItemOutcome.WITHDRAWN, ItemOutcome.DEFERRED):
        if any(_decides(each, outcome) for each in item.decisions):
            yield Problem(record, (*pointer, "outcome"), _DECIDED.format(**named))
        elif any(who.elected for each in item.elections for who in each.candidates):
            yield Problem(record, (*pointer, "outcome"), _ELECTED.format(**named))
    if item.until is not None and outcome not in _UNFINISHED:
        yield Problem(record, (*pointer, "until"), _UNTIL.format(**named))
    if item.referred_to is not None and outcome is not ItemOutcome.REFERRED:
        yield Problem(record, (*pointer, "referred_to"), _REFERRED.format(**named), _GIVE_TASK)


def _decides(decision: Decision, outcome: ItemOutcome) -> bool:
    """Whether a motion decided on the item itself: to withdraw it or put it off is carried as well."""
    if decision.amends is not None or decision.result is not DecisionResult.ADOPTED:
        return False
    return outcome is ItemOutcome.NOT_REACHED or not is_procedure(decision)


_AGENDA = """\
agenda:
  - title: 广场使用
    outcome: {outcome}
    decisions:
      - text: 晚上九点关音响。
        result: adopted
"""

CHECK = Check(
    code="T080",
    title=Text("议题的结果不自相矛盾", "What became of an item does not contradict itself"),
    why=Text(
        "没有议到、撤回或者暂缓的，就没有通过；通过了的，不用再转交、再议。两样都写，居民不知道信哪一样。",
        "What was not reached, withdrawn or put off was not adopted; what was adopted is not handed on or taken up again. With both, nobody "
        "knows which to believe.",
    ),
    fix=Text(
        "核对 outcome 和 result（结果），改掉写错的那个；表决了的议题不写 outcome。",
        "Check outcome and result, and correct the one that is wrong; an item that was voted on has no outcome.",
    ),
    bad=Example({TALK_PATH: TALK + _AGENDA.format(outcome="not_reached")}),
    good=Example({TALK_PATH: TALK + _AGENDA.format(outcome="discussed")}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
