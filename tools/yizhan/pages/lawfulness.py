"""The law's judgement of a meeting, by the rules that hold at its place."""

from __future__ import annotations

from yizhan.facts.decision import local_rules, regions_of
from yizhan.model.decision_rule import DecisionRule
from yizhan.model.meeting import Decision, Meeting
from yizhan.model.rule import Rule
from yizhan.pages.site import Site
from yizhan.wording import lawfulness
from yizhan.wording.lawfulness import Lawfulness, Line


def judged(site: Site, meeting: Meeting, decision: Decision | None = None) -> Lawfulness:
    """Judge a decision; without one, who was there, by the rules of the meeting's kind."""
    return lawfulness.judged(site.words, meeting, *_rules(site, meeting), decision)


def judged_notice(site: Site, meeting: Meeting) -> tuple[Line, ...]:
    """Judge whether a meeting was called early enough."""
    return lawfulness.judged_notice(site.words, meeting, *_rules(site, meeting))


def _rules(site: Site, meeting: Meeting) -> tuple[tuple[DecisionRule, ...], frozenset[str]]:
    lineage = site.archive.lineage(meeting.place)
    rules = (*site.presets.decision_rules, *local_rules(site.archive.of(Rule), lineage))
    return rules, regions_of(lineage)
