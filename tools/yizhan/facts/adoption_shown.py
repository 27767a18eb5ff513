"""What the records show of how a rule was adopted: by a vote, by whom, or only when."""

from __future__ import annotations

from enum import StrEnum

from yizhan.facts.adoption import adopted_by
from yizhan.facts.organs import MADE_BY_ALL
from yizhan.model.archive import Archive
from yizhan.model.meeting import Meeting
from yizhan.model.rule import Rule
from yizhan.model.vocabulary import DecisionResult


class Shown(StrEnum):
    """How much of a rule's adoption is on record.

    A vote is asked of rules that an assembly makes (村民委员会组织法, 2025: 第三十一条第一款; 城市居民委员会组织法,
    2025: 第三十一条第一款; owners' covenants likewise); of others it is enough who made them.
    """

    ADOPTION = "adoption"
    NOTHING = "nothing"
    DATE_ALONE = "date_alone"
    NO_MEETING = "no_meeting"
    NO_COUNT = "no_count"


def shown(rule: Rule, archive: Archive) -> Shown:
    """What the records show of a rule's adoption; that it was not adopted is another question (L007)."""
    adopted = rule.adopted
    if adopted is None:
        return Shown.NOTHING
    by_vote = rule.rule_kind in MADE_BY_ALL
    meeting = archive.get(Meeting, adopted.meeting)
    if meeting is None and adopted.body is None:
        return Shown.DATE_ALONE
    if meeting is None:
        return Shown.NO_MEETING if by_vote else Shown.ADOPTION
    uncounted = by_vote and not _is_counted(rule, meeting)
    return Shown.NO_COUNT if uncounted else Shown.ADOPTION


def _is_counted(rule: Rule, meeting: Meeting) -> bool:
    """Whether it is on record who was there and how they voted; so where nothing was adopted."""
    counts = [
        motion.vote is not None and (item.attendance or meeting.attendance) is not None
        for item in meeting.agenda
        if rule.id in item.rules
        for motion in adopted_by(item, rule.title)
        if motion.result is DecisionResult.ADOPTED
    ]
    return any(counts) or not counts
