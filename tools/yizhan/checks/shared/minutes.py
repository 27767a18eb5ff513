"""What several checks of meetings share: its decisions, and the rules they are judged by."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Context, Problem
from yizhan.checks.shared.naming import named
from yizhan.facts.applicable_rules import local_rules
from yizhan.facts.decision import judge, judge_posting
from yizhan.facts.jurisdiction import Where, where_of
from yizhan.facts.rule_end import makers_of_rules
from yizhan.facts.ruling import Doubt, Ruling, Shortfall, Unjudged
from yizhan.model.archive import Archive
from yizhan.model.decision_rule import DecisionRule
from yizhan.model.finding import Pointer
from yizhan.model.meeting import AgendaItem, Decision, Meeting
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import DecisionResult
from yizhan.wording.ruling import cited, fault, under
from yizhan.wording.there_are import there_are

NOT_BEFORE = Text(
    "{meeting}在 {held} 召开，不在本次会议（{date}）之前。",
    "{meeting}, held on {held}, does not come before this meeting of {date}.",
)
"""What a meeting goes back to has to be an earlier one."""


def decisions(meeting: Meeting) -> Iterator[tuple[Pointer, Decision]]:
    """Yield every decision of a meeting, with where it is."""
    for number, item in enumerate(meeting.agenda):
        for position, decision in enumerate(item.decisions):
            yield ("agenda", number, "decisions", position), decision


DELETE_RULE = Text(
    "删去 rule 这一行，就按会议类别自动适用的规则来算。",
    "Without the line rule, the rules of the meeting's kind apply.",
)


def decision_rules(
    meeting: Meeting, archive: Archive, context: Context
) -> tuple[tuple[DecisionRule, ...], Where]:
    """Return every rule of the law and of the place of a meeting, and where that is."""
    line = archive.lineage(meeting.place)
    local = local_rules(makers_of_rules(archive), line)
    return (*context.presets.decision_rules, *local), where_of(line)


_SILENT = frozenset({Doubt.NO_ATTENDANCE, Doubt.NO_COUNT, Doubt.NO_AREA})


def unprovable(
    meeting: Meeting, archive: Archive, context: Context
) -> Iterator[tuple[Pointer, Unjudged]]:
    """Yield every decision of which the record does not show whether it stands, and why not."""
    rules, where = decision_rules(meeting, archive, context)
    for pointer, decision in decisions(meeting):
        if decision.result is not DecisionResult.ADOPTED or decision.amends is not None:
            continue
        # one word a decision: what is missing first hides nothing that could be said as well
        for each in judge(meeting, decision, rules, where).unjudged:
            if each.key in _SILENT:
                yield pointer, each
                break


def wrongly_named(
    meeting: Meeting, archive: Archive, context: Context, about: Shortfall
) -> Iterator[Problem]:
    """Yield where a decision names a rule that is not there, or that does not apply.

    Args:
        meeting: whose decisions are looked at.
        archive: holds the rules of the place.
        context: holds the law.
        about: the shortfall that the check is about.
    """
    rules, where = decision_rules(meeting, archive, context)
    for pointer, decision in decisions(meeting):
        for found in judge(meeting, decision, rules, where).shortcomings:
            if found.key is about:
                message = under(found.rule, fault(found))
                cites = () if found.rule is None else (cited(found.rule, found.article),)
                fix = None
                if about is Shortfall.UNKNOWN_RULE:
                    known = {each.key: each.title for each in rules}
                    fix = there_are(decision.rule or "", known, DELETE_RULE)
                yield Problem(meeting, (*pointer, "rule"), message, fix, articles=cites)


def postings(
    meeting: Meeting, archive: Archive, context: Context
) -> Iterator[tuple[Pointer, AgendaItem, Decision, Ruling]]:
    """Yield every decision with its item, and what the law says of its being made public."""
    rules, where = decision_rules(meeting, archive, context)
    for pointer, decision in decisions(meeting):
        ruling = judge_posting(meeting, decision, rules, where)
        yield pointer, meeting.agenda[int(pointer[1])], decision, ruling


def publication_due(meeting: Meeting, context: Context) -> bool:
    """Whether what a meeting decided should have been made public by now."""
    return (
        context.day_of(meeting) - meeting.date.latest
    ).days >= context.presets.in_time.publication


_ON_AGENDA = Text(
    "议程里有它的是：{meetings}；是那一次的，改 meeting（会议）。",
    "It is on the agenda of {meetings}; if it was there, let meeting name that one.",
)


def on_agenda_of(archive: Archive, identifier: str, fix: Text) -> Text:
    """Say which meetings have a rule or an amendment on their agenda; else what a check says."""
    meetings = {
        meeting.id: named(meeting)
        for meeting, reference in archive.referrers_of(Meeting, identifier)
        if reference.pointer[0] == "agenda"
    }
    return _ON_AGENDA.format(meetings=commas(list(meetings.values())[:3])) if meetings else fix
