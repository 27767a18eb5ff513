"""What an assembly adopted that can be a mandate of its representatives, and whether it had effect."""

from __future__ import annotations

from datetime import date

from yizhan.facts.irregular import decision_effect
from yizhan.model.meeting import AgendaItem, Decision, Meeting
from yizhan.model.vocabulary import DecisionResult, Subject


def mandates(given: Meeting) -> tuple[tuple[AgendaItem, Decision], ...]:
    """The adopted motions of an assembly that can be a mandate.

    An assembly that had a mandate on its agenda gave it by that item, and not by what else it adopted;
    where no item says what it is of, any may be one.
    """
    about = [each for each in given.agenda if each.subject is Subject.MANDATE] or given.agenda
    return tuple(
        (item, decision)
        for item in about
        for decision in item.decisions
        if decision.result is DecisionResult.ADOPTED
    )


def had_no_effect(given: Meeting, day: date) -> bool:
    """Whether each mandate of an assembly had been annulled, or lacked a condition, by a day."""
    found = mandates(given)
    return bool(found) and all(decision_effect(given, *each, day) is False for each in found)
