"""Ordered chains of meetings such as 四议两公开: whether a meeting keeps its place in one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from yizhan.facts.irregular import decision_effect
from yizhan.model.decision_rule import Chain, ChainStep
from yizhan.model.finding import Pointer
from yizhan.model.frozen import dataclass
from yizhan.model.meeting import AgendaItem, Meeting
from yizhan.model.vocabulary import DecisionResult


class ChainFault(StrEnum):
    """How a meeting breaks a chain."""

    UNKNOWN_STEP = "unknown_step"
    NOT_IN_FORCE = "not_in_force"
    NOT_A_MEETING = "not_a_meeting"
    WRONG_KIND = "wrong_kind"
    FIRST_HAS_EARLIER = "first_has_earlier"
    NO_EARLIER = "no_earlier"
    STEP_SKIPPED = "step_skipped"
    ELSEWHERE = "elsewhere"
    NOT_PASSED = "not_passed"
    THIS_FELL = "this_fell"
    BEFORE_EARLIER = "before_earlier"
    NOT_PUBLISHED = "not_published"
    PUBLISHED_TOO_SOON = "published_too_soon"
    RESULT_BEFORE_RESOLUTION = "result_before_resolution"


@dataclass(frozen=True, slots=True)
class ChainBreak:
    """One way in which a meeting breaks its chain.

    Attributes:
        pointer: where it stands in the meeting's file.
        params: what a message says of it.
    """

    key: ChainFault
    pointer: Pointer
    params: Mapping[str, Any]


_FELL = frozenset(
    {
        *(DecisionResult.REJECTED, DecisionResult.WITHDRAWN),
        *(DecisionResult.LAPSED, DecisionResult.DEFERRED),
    }
)
"""What a motion comes to without having been carried."""


def chain_breaks(
    meeting: Meeting, chain: Chain, earlier: Meeting | None, *, apart: bool = False
) -> Iterator[ChainBreak]:
    """In what a meeting breaks the chain it says it belongs to.

    Args:
        meeting: a meeting whose ``chain`` is the chain's key.
        chain: the chain.
        earlier: the meeting that ``meeting.earlier`` names, where there is one.
        apart: that one was surely held for another place.
    """
    steps = {step.key: step for step in chain.steps}
    step = steps.get(meeting.chain_step or "")
    if step is None:
        unknown = {"step": meeting.chain_step, "allowed": chain.steps}
        yield ChainBreak(ChainFault.UNKNOWN_STEP, ("chain_step",), unknown)
        return
    if not chain.valid.covers(meeting.date):
        yield ChainBreak(ChainFault.NOT_IN_FORCE, ("chain",), {"chain": chain})
    if not step.meetings:
        yield ChainBreak(ChainFault.NOT_A_MEETING, ("chain_step",), {"step": step})
        return
    if meeting.meeting_kind not in step.meetings:
        given = {"step": step, "kind": meeting.meeting_kind, "allowed": step.meetings}
        yield ChainBreak(ChainFault.WRONG_KIND, ("meeting_kind",), given)
    yield from _order(meeting, chain, step, earlier)
    if apart and earlier is not None:
        yield ChainBreak(ChainFault.ELSEWHERE, ("earlier",), {"step": step, "earlier": earlier})
    if step.key == [each.key for each in chain.steps if each.meetings][-1]:
        yield from _publications(meeting, chain)


def _order(
    meeting: Meeting, chain: Chain, step: ChainStep, earlier: Meeting | None
) -> Iterator[ChainBreak]:
    position = chain.steps.index(step)
    if position == 0:
        if meeting.earlier is not None:
            yield ChainBreak(ChainFault.FIRST_HAS_EARLIER, ("earlier",), {"step": step})
        return
    before = chain.steps[position - 1]
    params: dict[str, Any] = {"step": step, "before": before}
    if earlier is None:
        yield ChainBreak(ChainFault.NO_EARLIER, ("chain_step",), params)
        return
    params["earlier"] = earlier
    if (earlier.chain, earlier.chain_step) != (chain.key, before.key):
        yield ChainBreak(ChainFault.STEP_SKIPPED, ("earlier",), params)
    elif _fell(earlier):
        yield ChainBreak(ChainFault.NOT_PASSED, ("earlier",), params)
    elif _fell_before(meeting, earlier):
        yield ChainBreak(ChainFault.THIS_FELL, ("earlier",), params)
    if meeting.date.surely_before(earlier.date):
        yield ChainBreak(ChainFault.BEFORE_EARLIER, ("date",), params)


def _fell(meeting: Meeting) -> bool:
    """Whether a meeting says of each of its motions, amendments aside, that it was not carried."""
    motions = [each for item in meeting.agenda for each in item.decisions if each.amends is None]
    return bool(motions) and all(each.result in _FELL for each in motions)


def _fell_before(meeting: Meeting, earlier: Meeting) -> bool:
    """Whether everything that a meeting takes over from the one before fell there, or was annulled.

    An item is taken over where it names a matter, rule or amendment of an item before, or has its
    title. Where none is, nothing is held to have fallen: the records do not show what it goes on with.
    """
    taken = [
        before
        for before in earlier.agenda
        if before.decisions and any(_same(before, item) for item in meeting.agenda)
    ]
    day = meeting.date.latest
    return bool(taken) and not any(
        each.result not in _FELL and decision_effect(earlier, item, each, day) is not False
        for item in taken
        for each in item.decisions
        if each.amends is None
    )


def _same(before: AgendaItem, item: AgendaItem) -> bool:
    """Whether an item goes on with one of an earlier meeting."""
    things = {*before.matters, *before.rules, *before.amendments}
    return before.title == item.title or not things.isdisjoint(
        (*item.matters, *item.rules, *item.amendments)
    )


def _publications(meeting: Meeting, chain: Chain) -> Iterator[ChainBreak]:
    """The two publications that follow the resolution, for each thing adopted."""
    for number, item in enumerate(meeting.agenda):
        for index, decision in enumerate(item.decisions):
            here: Pointer = ("agenda", number, "decisions", index)
            published, result = decision.published, decision.result_published
            params = {"chain": chain, "date": meeting.date}
            if published is not None and published.start.surely_before(meeting.date):
                pointer = (*here, "published", "start")
                yield ChainBreak(ChainFault.PUBLISHED_TOO_SOON, pointer, params)
            adopted = decision.result is DecisionResult.ADOPTED and decision.amends is None
            if published is None and adopted:
                yield ChainBreak(ChainFault.NOT_PUBLISHED, here, params)
            if published and result and result.start.surely_before(published.start):
                pointer = (*here, "result_published", "start")
                yield ChainBreak(ChainFault.RESULT_BEFORE_RESOLUTION, pointer, params)
