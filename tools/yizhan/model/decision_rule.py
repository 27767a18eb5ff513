"""Decision rules as dated data: who must be there, how many must agree, how early to call.

The data is in ``presets/law/``; ``facts/decision.py`` judges meetings by it. A rule of a place
(``Rule.decision_rules``) has the same form and may only be stricter.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.record import Validity
from yizhan.model.rule_making import Places
from yizhan.model.vocabulary import Basis, MeetingKind

if TYPE_CHECKING:
    from fractions import Fraction


class Whole(StrEnum):
    """What a majority is a share of."""

    PRESENT = "present"  # 到会人员、参与表决的业主
    ALL = "all"  # 全体业主（物权法第七十六条）


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share that is to be reached, exactly.

    "过半数" is more than a half; "三分之二以上" includes two thirds, since "以上" includes the
    number itself (民法典第一千二百五十九条).

    Attributes:
        more_than: a fraction such as ``1/2`` that is to be exceeded.
        at_least: a fraction such as ``2/3`` that is to be reached; one of the two is given.
    """

    more_than: str | None = None
    at_least: str | None = None

    @property
    def fraction(self) -> Fraction:
        """The number of the share."""
        from fractions import Fraction

        return Fraction(self.more_than or self.at_least or 0)

    def met(self, part: int, whole: int) -> bool:
        """Whether ``part`` of ``whole`` reaches the share."""
        top, bottom = self._numbers()
        have, needed = part * bottom, top * whole
        return have > needed if self.more_than is not None else have >= needed

    def least(self, whole: int) -> int:
        """The smallest number that reaches the share of ``whole``."""
        top, bottom = self._numbers()
        needed = top * whole
        return needed // bottom + 1 if self.more_than is not None else -(-needed // bottom)

    def _numbers(self) -> tuple[int, int]:
        """Numerator and denominator; importing ``fractions`` takes as long as judging a record."""
        top, _, bottom = (self.more_than or self.at_least or "0").partition("/")
        return int(top), int(bottom or 1)

    def implies(self, other: Share) -> bool:
        """Whether whoever reaches this share also reaches ``other``."""
        if self.fraction != other.fraction:
            return self.fraction > other.fraction
        return self.more_than is not None or other.more_than is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum:
    """How many must take part, for one way of counting; meeting one of several is enough.

    Attributes:
        basis: what is counted.
        who: of whom, in the law's words.
        area: the share of floor area that must take part as well.
    """

    basis: Basis
    who: str
    share: Share
    area: Share | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Majority:
    """How many must agree.

    Attributes:
        whole: of those present, or of all.
        area: the share of floor area that must agree as well.
    """

    share: Share
    whole: Whole = Whole.PRESENT
    area: Share | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """How early a meeting is to be called.

    Attributes:
        days: calendar days between notice and meeting; the day of the notice is not counted
            (民法典第二百零一条).
        excusable: special circumstances allow a shorter notice.
        article: where it says so.
    """

    days: int
    article: str
    excusable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """How long a decision is to be made public.

    Attributes:
        days: calendar days on display, the first and the last among them.
        article: where it says so.
    """

    days: int
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """Who need not be counted among those due.

    Attributes:
        basis: for which way of counting.
        who: in the law's words.
        article: where it says so.
    """

    basis: Basis
    who: str
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRule:
    """One rule of one law in one period.

    Attributes:
        key: what a decision's ``rule`` names; versions of a rule share it.
        article: of quorum and majority.
        places: of villages or of urban communities; None for both. Only of the laws that ship.
        meetings: the kinds of meeting it is about.
        region: only for places in this province or city; absent for the whole country.
        named: applies only to decisions that name it (维修资金的筹集, 改建重建 …); for others the
            rules of the meeting's kind without ``named`` apply.
        quorums: ways of having a quorum; empty where the law asks none.
        voting: those who vote are counted, and not those who come (村民委员会组织法, 2025: 第十九条第二款;
            民法典第二百七十八条第二款). Only of the laws that ship.
    """

    key: str
    title: str
    law: str
    article: str
    valid: Validity
    meetings: tuple[MeetingKind, ...]
    places: Places | None = None
    region: str | None = None
    named: bool = False
    voting: bool = False
    quorums: tuple[Quorum, ...] = ()
    majority: Majority | None = None
    call: Call | None = None
    posting: Posting | None = None
    exclusion: Exclusion | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainStep:
    """One station of a chain.

    Attributes:
        meetings: kinds of meeting that can be it; empty for a station that is a publication.
    """

    key: str
    title: str
    meetings: tuple[MeetingKind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """An ordered chain of stations such as 四议两公开."""

    key: str
    title: str
    law: str
    article: str
    valid: Validity
    steps: tuple[ChainStep, ...]
    note: str | None = None


def in_force(valid: Validity, date: PartialDate) -> bool | None:
    """Whether a period covers a date; None where only some readings of the date are within."""
    if not valid.covers(date):
        return False
    starts = valid.from_ is None or not date.earliest < valid.from_.earliest
    ends = valid.to is None or not date.latest > valid.to.latest
    return True if starts and ends else None
