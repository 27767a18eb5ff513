"""What the law says of a decision or a notice: in what it falls short, and what cannot be judged."""

from __future__ import annotations

from enum import StrEnum

from yizhan.model.decision_rule import DecisionRule, Share
from yizhan.model.frozen import dataclass


class Shortfall(StrEnum):
    """What makes a decision contestable by what its own record says."""

    QUORUM = "quorum"
    AREA_QUORUM = "area_quorum"
    MAJORITY = "majority"
    AREA_MAJORITY = "area_majority"
    REJECTED_DESPITE_MAJORITY = "rejected_despite_majority"
    WRONG_BASIS = "wrong_basis"
    EXCLUDED_WITHOUT_GROUND = "excluded_without_ground"
    EXCLUSION_UNEXPLAINED = "exclusion_unexplained"
    SHORT_NOTICE = "short_notice"
    SHORT_POSTING = "short_posting"
    UNKNOWN_RULE = "unknown_rule"
    RULE_NOT_IN_FORCE = "rule_not_in_force"


class Doubt(StrEnum):
    """Why something cannot be judged."""

    DATE_SPANS_RULES = "date_spans_rules"
    NO_ATTENDANCE = "no_attendance"
    NO_COUNT = "no_count"
    NO_AREA = "no_area"
    NO_NOTICE = "no_notice"
    NOTICE_UNCERTAIN = "notice_uncertain"
    NO_POSTING = "no_posting"
    POSTING_UNCERTAIN = "posting_uncertain"


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """One thing in which a meeting or decision falls short.

    Attributes:
        rule: the rule it breaks; None where a decision names a rule that does not exist.
        article: the article that asks for it.
        have: what the record shows.
        whole: what it is a share of; 0 where days are counted.
        need: the least that would do.
        share: the share asked, where one is.
        vague: days are counted from or to a date that is not known to the day: ``have`` is the most.
    """

    key: Shortfall
    rule: DecisionRule | None = None
    article: str | None = None
    have: int = 0
    whole: int = 0
    need: int = 0
    share: Share | None = None
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Unjudged:
    """What cannot be judged, why, and by which rule."""

    key: Doubt
    rule: DecisionRule


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the law says of a decision or a notice.

    Attributes:
        rules: the rules that were applied; empty where the law asks nothing of such a meeting.
    """

    rules: tuple[DecisionRule, ...]
    shortcomings: tuple[Shortcoming, ...]
    unjudged: tuple[Unjudged, ...]

    @property
    def valid(self) -> bool | None:
        """True and False where it can be judged whole; None where something is missing."""
        if self.shortcomings:
            return False
        return None if self.unjudged else True
