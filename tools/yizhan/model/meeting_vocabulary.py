"""The closed word lists that only meetings use; ``vocabulary`` has those that several kinds share."""

from __future__ import annotations

from enum import StrEnum


class PeopleGroup(StrEnum):
    """A sort of people at a meeting; counted, never named."""

    MEMBERS = "members"
    REPRESENTATIVES = "representatives"
    RESIDENTS = "residents"
    HOUSEHOLDS = "households"
    OWNERS = "owners"
    PARTY_MEMBERS = "party_members"
    COMMITTEE_MEMBERS = "committee_members"
    GUESTS = "guests"


class MeetingForm(StrEnum):
    """How a meeting is held."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"
    WRITTEN = "written"  # 书面征求意见
    DOOR_TO_DOOR = "door_to_door"  # 入户征求意见


class NotHeldKind(StrEnum):
    """Why an announced meeting did not take place."""

    POSTPONED = "postponed"
    BROUGHT_FORWARD = "brought_forward"  # 提前
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"  # 撤回召集
    NO_QUORUM = "no_quorum"  # 流会


class SessionKind(StrEnum):
    """What a meeting can have several of."""

    VENUE = "venue"  # 分会场
    SITTING = "sitting"  # 续会
    POLLING_PLACE = "polling_place"  # 投票站
    MOBILE_BOX = "mobile_box"  # 流动票箱


class ItemOutcome(StrEnum):
    """What became of an item of the agenda without a vote."""

    DISCUSSED = "discussed"
    NOTED = "noted"
    WITHDRAWN = "withdrawn"
    DEFERRED = "deferred"
    REFERRED = "referred"
    NOT_REACHED = "not_reached"


class Threshold(StrEnum):
    """How many votes adopt a motion or elect a candidate."""

    MOST_VOTES = "most_votes"
    MOST_OF_ALTERNATIVES = "most_of_alternatives"  # 几案选一
    HALF_OF_PRESENT = "half_of_present"
    HALF_OF_ALL = "half_of_all"
    TWO_THIRDS_OF_PRESENT = "two_thirds_of_present"
    TWO_THIRDS_OF_ALL = "two_thirds_of_all"
    THREE_QUARTERS_OF_PRESENT = "three_quarters_of_present"
    THREE_QUARTERS_OF_ALL = "three_quarters_of_all"
    THIRD_OF_PRESENT = "third_of_present"
    UNANIMOUS = "unanimous"


class CastingVote(StrEnum):
    """The chair's vote where votes are equal."""

    FOR = "for"
    AGAINST = "against"


class ElectionResult(StrEnum):
    """What came of an election."""

    ELECTED = "elected"
    PARTLY = "partly"  # 没有选足
    RUNOFF = "runoff"  # 另行投票
    FAILED = "failed"
    UNKNOWN = "unknown"
