"""What the numbers of an election say: who has enough votes, and where its record says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from yizhan.facts.tally import SHARES, whole_of
from yizhan.model.frozen import dataclass
from yizhan.model.keys import keys
from yizhan.model.meeting import Meeting
from yizhan.model.meeting_vocabulary import Threshold
from yizhan.model.voting import Candidate, Election


class Fault(StrEnum):
    """In what who was elected contradicts the votes."""

    TOO_MANY = "too_many"  # more elected than seats
    OUTVOTED = "outvoted"  # elected, while somebody with more votes was not
    TIED = "tied"  # elected, while somebody with as many votes was not
    NO_VOTES = "no_votes"  # elected with no vote at all
    SHORT = "short"  # elected with fewer votes than asked
    OPPOSED = "opposed"  # elected with no more votes for than against
    PASSED_OVER = "passed_over"  # enough votes and an empty seat, and not elected


@dataclass(frozen=True, slots=True)
class Outcome:
    """One contradiction.

    Attributes:
        position: of the candidate, from 0; None where the election as a whole is meant.
        other: whom the candidate is compared with.
        have: votes, or how many were elected.
        need: the least that would do, or the seats.
    """

    key: Fault
    position: int | None = None
    candidate: Candidate | None = None
    other: Candidate | None = None
    have: int = 0
    need: int = 0


def elected(election: Election) -> tuple[Candidate, ...]:
    """Who was declared elected."""
    return tuple(each for each in election.candidates if each.elected)


def others(meeting: Meeting, election: Election) -> Mapping[str, Election]:
    """Every election of a meeting but one, by the key that a further vote names it by."""
    return {
        key: each
        for item in meeting.agenda
        for key, each in zip(keys(item.elections), item.elections, strict=True)
        if each is not election
    }


def passed_over(further: Election, first: Election) -> tuple[int, int] | None:
    """In a further vote, votes that somebody who stands and somebody left out had in the first one.

    None where those stand who had the most; who withdrew or was elected is not left out, and a reserved
    seat is for some only.

    Args:
        further: the further vote.
        first: the vote that it goes on with.
    """
    if any(each.reserved is not None for each in (*further.candidates, *first.candidates)):
        return None
    named = {each.key for each in further.candidates}
    standing = {each.key for each in further.candidates if not each.withdrew}
    votes = [
        (each.key, each.votes)
        for each in first.candidates
        if each.votes is not None and not each.elected and not each.withdrew
    ]
    weakest = min((had for key, had in votes if key in standing), default=None)
    strongest = max((had for key, had in votes if key not in named), default=None)
    if weakest is None or strongest is None or strongest <= weakest:
        return None
    return weakest, strongest


def taking_part(election: Election, voters: int | None) -> int | None:
    """How many took part in the vote: the papers that came back, or those who could vote.

    Args:
        election: the election.
        voters: how many were there and could vote.
    """
    ballots = election.ballots
    if ballots is not None and ballots.returned is not None:
        return ballots.returned
    return voters


def contradictions(
    election: Election, voters: int | None, due: int | None, needs: Threshold | None = None
) -> Iterator[Outcome]:
    """In what who was elected contradicts the votes.

    Args:
        election: the election.
        voters: how many were there and could vote.
        due: how many could have.
        needs: what is asked where the election does not say it itself.
    """
    winners = elected(election)
    if len(winners) > election.seats:
        yield Outcome(Fault.TOO_MANY, have=len(winners), need=election.seats)
    least = _least(election, taking_part(election, voters), election.eligible or due, needs)
    beaten = [
        each
        for each in election.candidates
        if not each.elected and not each.withdrew and each.votes is not None
    ]
    strongest = max(beaten, key=lambda each: each.votes or 0, default=None)
    for position, each in enumerate(election.candidates):
        if each.votes is None:
            continue
        if each.elected:
            yield from _of_winner(position, each, strongest, least)
        elif (
            least is not None and len(winners) < election.seats and _qualified(each, beaten, least)
        ):
            yield Outcome(Fault.PASSED_OVER, position, each, have=each.votes, need=least)


def _of_winner(
    position: int, winner: Candidate, strongest: Candidate | None, least: int | None
) -> Iterator[Outcome]:
    votes = winner.votes or 0
    if not votes:
        yield Outcome(Fault.NO_VOTES, position, winner)
        return
    if least is not None and votes < least:
        yield Outcome(Fault.SHORT, position, winner, have=votes, need=least)
    elif winner.against is not None and votes <= winner.against:
        yield Outcome(Fault.OPPOSED, position, winner, have=votes, need=winner.against + 1)
    if winner.reserved is not None or strongest is None:
        return
    most = strongest.votes or 0
    if votes < most:
        yield Outcome(Fault.OUTVOTED, position, winner, strongest, votes, most)
    elif votes == most and not winner.by_lot:
        yield Outcome(Fault.TIED, position, winner, strongest, votes, most)


def _qualified(candidate: Candidate, beaten: list[Candidate], least: int) -> bool:
    """Whether somebody not elected has the votes for it, and nobody else not elected as many."""
    level = any(each is not candidate and each.votes == candidate.votes for each in beaten)
    return not candidate.withdrew and not level and (candidate.votes or 0) >= least


def _least(
    election: Election, took_part: int | None, due: int | None, needs: Threshold | None
) -> int | None:
    """The fewest votes that elect; None where nothing but the most votes is asked, or none is known."""
    threshold = election.needs or needs
    if threshold is None or threshold not in SHARES:
        return None
    whole = whole_of(threshold, took_part, due)
    return None if whole is None else SHARES[threshold].least(whole)
