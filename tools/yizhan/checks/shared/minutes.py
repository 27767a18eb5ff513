"""What several checks of meetings share: its decisions, and the rules they are judged by."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Context
from yizhan.facts.decision import local_rules, regions_of
from yizhan.model.archive import Archive
from yizhan.model.decision_rule import DecisionRule
from yizhan.model.finding import Pointer
from yizhan.model.meeting import Decision, Meeting
from yizhan.model.rule import Rule


def decisions(meeting: Meeting) -> Iterator[tuple[Pointer, Decision]]:
    """Yield every decision of a meeting, with where it stands."""
    for number, item in enumerate(meeting.agenda):
        for position, decision in enumerate(item.decisions):
            yield ("agenda", number, "decisions", position), decision


def decision_rules(
    meeting: Meeting, archive: Archive, context: Context
) -> tuple[tuple[DecisionRule, ...], frozenset[str]]:
    """Return the rules a meeting is judged by, and the provinces and cities it lies in."""
    line = archive.lineage(meeting.place)
    local = local_rules(archive.of(Rule), line)
    return (*context.presets.decision_rules, *local), regions_of(line)
