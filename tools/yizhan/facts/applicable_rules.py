"""Which rules of decision a meeting is judged by: those of the law there and then, and of the place itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from yizhan.facts.jurisdiction import Where
from yizhan.facts.ruling import Doubt, Shortcoming, Shortfall, Unjudged
from yizhan.model.decision_rule import DecisionRule, in_force
from yizhan.model.meeting import Meeting
from yizhan.model.place import Place
from yizhan.model.rule import Rule
from yizhan.model.vocabulary import MeetingKind


def local_rules(rules: Iterable[Rule], lineage: Iterable[Place]) -> tuple[DecisionRule, ...]:
    """The decision rules that rules of a place or of what it lies in set themselves.

    They bind while the rule that sets them does: not before its first day, nor after its last.
    """
    places = {place.id for place in lineage}
    return tuple(
        replace(each, valid=each.valid.within(rule.effective, rule.repealed))
        for rule in rules
        if rule.place in places
        for each in rule.decision_rules
    )


def known_elsewhere(meeting: Meeting, rules: Iterable[DecisionRule], where: Where) -> bool:
    """Whether the law knows a kind of meeting, and none of it at the place of this one."""
    kind = meeting.meeting_kind
    own = [rule for rule in rules if rule.places is not None and kind in rule.meetings]
    return bool(own) and not any(where.has(rule, kind) for rule in own if rule.region is None)


def known_today(meeting: Meeting, rules: Iterable[DecisionRule], where: Where) -> bool:
    """Whether the law knows a kind of meeting at its place, and no text on hand is of its day.

    Args:
        meeting: the meeting.
        rules: those of the whole country's laws, of every day that is on hand.
        where: it is about.
    """
    kind = meeting.meeting_kind
    own = [
        rule
        for rule in rules
        if rule.region is None and (rule.quorums or rule.majority)
        if kind in rule.meetings and where.has(rule, kind)
    ]
    return bool(own) and all(in_force(rule.valid, meeting.date) is False for rule in own)


def applicable(
    meeting: Meeting,
    named: str | None,
    rules: tuple[DecisionRule, ...],
    where: Where,
) -> tuple[tuple[DecisionRule, ...], list[Shortcoming | Unjudged]]:
    """The rules in force for a meeting, and what stands against telling them.

    A rule that the decision names takes the place of the general ones of the same law.
    """
    candidates = [
        rule
        for rule in rules
        if _is_for(rule, meeting.meeting_kind, named)
        if where.has(rule, meeting.meeting_kind)
    ]
    found: list[Shortcoming | Unjudged] = []
    if named is not None and all(rule.key != named for rule in rules):
        found.append(Shortcoming(Shortfall.UNKNOWN_RULE))
    applied = []
    for rule in candidates:
        covered = in_force(rule.valid, meeting.date)
        if covered:
            applied.append(rule)
        elif covered is None:
            found.append(Unjudged(Doubt.DATE_SPANS_RULES, rule))
    laws = {rule.law for rule in applied if rule.named}
    applied = [rule for rule in applied if rule.named or rule.law not in laws]
    of_name = [rule for rule in rules if rule.key == named]
    if of_name and not found and all(rule not in applied for rule in of_name):
        then = next((rule for rule in of_name if rule.valid.covers(meeting.date)), of_name[0])
        found.append(Shortcoming(Shortfall.RULE_NOT_IN_FORCE, then, then.article))
    return tuple(applied), found


def _is_for(rule: DecisionRule, kind: MeetingKind, named: str | None) -> bool:
    """Whether a rule is for such a meeting: by itself, or because the decision names it.

    A joint session may sit as an assembly and name its rule; a meeting of some never is one.
    """
    if rule.key == named:
        return kind in rule.meetings or kind not in _OF_SOME or rule.places is None
    return kind in rule.meetings and not rule.named


_OF_SOME = frozenset(
    {
        *(MeetingKind.PARTY_MEETING, MeetingKind.COMMITTEE_MEETING, MeetingKind.HEARING),
        *(MeetingKind.VILLAGERS_GROUP, MeetingKind.RESIDENTS_GROUP),
        *(MeetingKind.VILLAGERS_REPRESENTATIVES, MeetingKind.RESIDENTS_REPRESENTATIVES),
        *(MeetingKind.ON_SITE_SESSION, MeetingKind.BUILDING_DELIBERATION),
        *(MeetingKind.COUNCIL_MEETING, MeetingKind.OWNERS_ASSEMBLY),
    }
)
"""Meetings that are no assembly of a village or community, whatever they say."""
