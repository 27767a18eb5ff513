"""The law's judgement of a meeting, by the rules that hold at its place."""

from __future__ import annotations

from yizhan.facts.applicable_rules import known_elsewhere, known_today, local_rules
from yizhan.facts.jurisdiction import Where, where_of
from yizhan.facts.organic_law import laws_at
from yizhan.facts.rule_end import makers_of_rules
from yizhan.model.decision_rule import DecisionRule
from yizhan.model.meeting import Decision, Meeting
from yizhan.model.vocabulary import Basis, MeetingKind
from yizhan.pages.site import Site
from yizhan.wording import lawfulness
from yizhan.wording.lawfulness import Lawfulness, Line


def judged(site: Site, meeting: Meeting, decision: Decision | None = None) -> Lawfulness:
    """Judge a decision; without one, who was there, by the rules that its motions ask for.

    Those are the rules of the meeting's kind, unless every motion names another, as a recall does; an
    election by those who are registered to vote is not the assembly's, and G016 judges its turnout.
    """
    motions = [each for item in meeting.agenda for each in item.decisions]
    if decision is None and motions and all(each.rule is not None for each in motions):
        decision = motions[0]
    found = lawfulness.judged(site.words, meeting, *_rules(site, meeting), decision)
    attendance = meeting.attendance
    by_voters = attendance is not None and attendance.basis is Basis.VOTERS
    if not motions and by_voters and any(item.elections for item in meeting.agenda):
        return found._replace(quorum=())
    return found


def judged_notice(site: Site, meeting: Meeting) -> tuple[Line, ...]:
    """Judge whether a meeting was called early enough."""
    return lawfulness.judged_notice(site.words, meeting, *_rules(site, meeting))


def not_judged(site: Site, meeting: Meeting) -> str:
    """That the law of such meetings does not hold at the place, or is not on hand for the day; else empty."""
    rules, where = _rules(site, meeting)
    line = site.archive.lineage(meeting.place)
    if known_elsewhere(meeting, rules, where):
        return site.words.say(lawfulness.no_law_of_here(meeting.meeting_kind, line))
    if not known_today(meeting, site.presets.decision_rules, where):
        return ""
    # A law that is on hand for the day, and knew no such meeting, did set nothing.
    of_place = laws_at(site.presets.organic, meeting.date, line).values()
    silent = any(law.places is not None and law.region is None for law in of_place)
    of_owners = meeting.meeting_kind is MeetingKind.OWNERS_ASSEMBLY  # whose law is another
    return "" if silent and not of_owners else site.words.say(lawfulness.NOT_ON_HAND)


def _rules(site: Site, meeting: Meeting) -> tuple[tuple[DecisionRule, ...], Where]:
    line = site.archive.lineage(meeting.place)
    rules = (*site.presets.decision_rules, *local_rules(makers_of_rules(site.archive), line))
    return rules, where_of(line)
