"""Who may make which rule, and with whom it is filed, as dated data.

The data is in ``presets/law/``; ``facts/rule_making.py`` finds what was in force for a rule.
"""

from __future__ import annotations

from enum import StrEnum

from yizhan.model.frozen import dataclass
from yizhan.model.record import Validity
from yizhan.model.text import Text
from yizhan.model.vocabulary import MeetingKind, RuleKind


class Places(StrEnum):
    """Where a law of making rules holds."""

    RURAL = "rural"  # 村
    URBAN = "urban"  # 城市社区


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleMaking:
    """The law of making one sort of rule in one period.

    Attributes:
        rules: the kinds of rule it is about.
        places: of villages or of urban communities; None for both.
        meetings: kinds of meeting that may make and amend it.
        mandated: those of them that may where the assembly has empowered them.
        law: its name.
        article: of who makes it.
        filing: the article that asks for filing; None where the law asks none.
    """

    rules: tuple[RuleKind, ...]
    valid: Validity
    meetings: tuple[MeetingKind, ...]
    law: Text
    article: Text
    places: Places | None = None
    mandated: tuple[MeetingKind, ...] = ()
    filing: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InTime:
    """For how many days something may be missing before it is spoken of.

    Attributes:
        filing: of a rule or an amendment, after it was adopted.
        publication: of a decision, after the meeting.
        cadence: of a meeting that is due in every period, after the period.
        cadence_periods: for how many periods after the last one recorded a place is asked.
        successor: between the end of a body or place and the beginning of what goes on with it.
    """

    filing: int
    publication: int
    cadence: int
    cadence_periods: int
    successor: int
