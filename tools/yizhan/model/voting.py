"""How a meeting voted: tallies, ballots and elections, and who had what part in them."""

from __future__ import annotations

from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.meeting_vocabulary import CastingVote, ElectionResult, PeopleGroup, Threshold
from yizhan.model.record import Display, Irregularity
from yizhan.model.reference import BodyId, MeetingId, PlaceId
from yizhan.model.vocabulary import VotingMethod


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who chairs, moves, seconds or counts: a body, a post in it, or people of a group; no person.

    Attributes:
        post: as the body's record calls it.
        group: where no body acts but ``number`` people of a group.
    """

    body: BodyId | None = None
    post: str | None = None
    group: PeopleGroup | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteArea:
    """Floor area behind a tally, square metres."""

    for_: int
    against: int | None = None
    abstained: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballots:
    """The papers of a vote; blank ones are counted apart or among the invalid."""

    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    invalid: int | None = None
    blank: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VotePart:
    """The part of a tally that one village, group, venue or ballot box gave.

    Attributes:
        session: key of the meeting's session at which it was counted.
    """

    title: str
    place: PlaceId | None = None
    session: str | None = None
    due: int | None = None
    present: int | None = None
    for_: int
    against: int | None = None
    abstained: int | None = None
    ballots: Ballots | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A tally.

    Attributes:
        casting: what the chair voted where votes were equal; in none of the numbers.
        parts: the same votes by village, group, venue or ballot box.
    """

    for_: int
    against: int | None = None
    abstained: int | None = None
    area: VoteArea | None = None
    ballots: Ballots | None = None
    casting: CastingVote | None = None
    parts: tuple[VotePart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One candidate of an election, by a letter or number.

    Attributes:
        reserved: the reserved seat by which they were elected, with fewer votes than others.
        by_lot: elected by lot among those with as many votes.
        withdrew: before the vote.
    """

    key: str
    nominated_by: tuple[Actor, ...] = ()
    votes: int | None = None
    against: int | None = None
    abstained: int | None = None
    elected: bool = False
    reserved: str | None = None
    by_lot: bool = False
    withdrew: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListObjection:
    """An objection to the list of voters.

    Attributes:
        decided: when it was decided; None while it is not, or where that is not recorded.
    """

    date: PartialDate
    decided: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoterList:
    """When the list of voters was made public, and the objections to it; never the list itself."""

    published: PartialDate
    objections: tuple[ListObjection, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """A vote that fills a post.

    Attributes:
        seats: how many are to be elected.
        eligible: how many could vote; those due at the item where left out.
        write_ins: votes for others than the candidates, together.
        needs: how many votes elect; the law's or the most votes where left out.
        runoff_of: key of the election that this one goes on with, of ``runoff_meeting`` where that
            was another meeting.
    """

    title: str
    key: str | None = None
    body: BodyId | None = None
    post: str | None = None
    seats: int
    eligible: int | None = None
    voter_list: VoterList | None = None
    method: VotingMethod | None = None
    ballots: Ballots | None = None
    candidates: tuple[Candidate, ...]
    write_ins: int | None = None
    needs: Threshold | None = None
    rule: str | None = None
    result: ElectionResult
    runoff_of: str | None = None
    runoff_meeting: MeetingId | None = None
    counted_by: tuple[Actor, ...] = ()
    published: Display | None = None
    note: str | None = None
    irregular: tuple[Irregularity, ...] = ()
