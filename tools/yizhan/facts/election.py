"""What the numbers of an election say: who has enough votes, and where its record says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from yizhan.facts.tally import SHARES, whole_of
from yizhan.model.decision_rule import Share
from yizhan.model.frozen import dataclass
from yizhan.model.keys import keys
from yizhan.model.meeting import Meeting
from yizhan.model.meeting_vocabulary import ElectionResult, Threshold
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
    MOST = "most"  # the most votes and an empty seat, and not elected


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


def contradictions(election: Election, voters: int | None, due: int | None) -> Iterator[Outcome]:
    """In what who was elected contradicts the votes.

    Args:
        election: the election.
        voters: how many were there and could vote.
        due: how many could have.
    """
    winners = elected(election)
    if len(winners) > election.seats:
        yield Outcome(Fault.TOO_MANY, have=len(winners), need=election.seats)
    least = _least(election, taking_part(election, voters), election.eligible or due)
    strongest = max(_beaten(election), key=lambda each: each.votes or 0, default=None)
    passed: list[Outcome] = []
    for position, each in enumerate(election.candidates):
        if each.votes is not None and each.elected:
            yield from _of_winner(position, each, least)
            passed.extend(_before(position, each, strongest))
    if passed:  # whoever was passed over is told once, with the weakest of those elected
        yield min(passed, key=lambda each: each.have)


def not_declared(
    election: Election, voters: int | None, due: int | None, law: Share | None
) -> Iterator[Outcome]:
    """Who has the votes for a seat that is empty, and was not declared elected.

    Where neither the election nor a law says how many votes elect, whoever has more than half of those who
    took part has enough: a seat that stays empty shows that more than the most votes was asked, and whatever
    goes beyond half has to be written (``needs``). What was declared void says so in a note, or in its
    papers; what is not reported contradicts nothing.

    Args:
        election: the election, of a vote that the law does not make void.
        voters: how many were there and could vote.
        due: how many could have.
        law: the share of those taking part that elects by law; None where no law says.
    """
    empty = election.seats - len(elected(election))
    asked = _asked(election, taking_part(election, voters), election.eligible or due, law)
    if empty <= 0 or asked is None or not _can_be_asked(election):
        return
    key, least = asked
    for position, each in _next(election, empty):
        votes = each.votes or 0
        if votes >= least and votes > (each.against or 0):
            yield Outcome(key, position, each, have=votes, need=least)


def _asked(
    election: Election, took_part: int | None, due: int | None, law: Share | None
) -> tuple[Fault, int] | None:
    """What says who has enough votes, and the fewest that are enough; None where that is not known."""
    threshold = election.needs
    if threshold is Threshold.MOST_VOTES:
        return Fault.MOST, 1
    if threshold is not None:
        least = _least(election, took_part, due)
        return None if least is None else (Fault.PASSED_OVER, least)
    if law is not None:
        return None if took_part is None else (Fault.PASSED_OVER, law.least(took_part))
    too_few = took_part is not None and due is not None and 2 * took_part <= due
    return None if took_part is None or too_few else (Fault.PASSED_OVER, took_part // 2 + 1)


def _can_be_asked(election: Election) -> bool:
    """Whether somebody not elected can be compared with the votes at all."""
    ballots = election.ballots
    if ballots is not None and (ballots.returned or 0) > (ballots.issued or ballots.returned or 0):
        return False  # T036: more papers than voters
    if election.result is ElectionResult.UNKNOWN and not elected(election):
        return False
    if election.result is ElectionResult.FAILED and election.note is not None:
        return False
    return all(each.reserved is None or each.elected for each in election.candidates)


def _next(election: Election, empty: int) -> Iterator[tuple[int, Candidate]]:
    """Those not elected whose votes put them on the empty seats, whoever is level with the rest left out."""
    votes = sorted((each.votes or 0 for each in _beaten(election)), reverse=True)
    outside = votes[empty] if len(votes) > empty else -1
    for position, each in enumerate(election.candidates):
        if each in _beaten(election) and (each.votes or 0) > outside:
            yield position, each


def _beaten(election: Election) -> list[Candidate]:
    """Who stood, was not declared elected, and has votes recorded."""
    return [
        each
        for each in election.candidates
        if not each.elected and not each.withdrew and each.votes is not None
    ]


def _of_winner(position: int, winner: Candidate, least: int | None) -> Iterator[Outcome]:
    votes = winner.votes or 0
    if not votes:
        yield Outcome(Fault.NO_VOTES, position, winner)
        return
    if least is not None and votes < least:
        yield Outcome(Fault.SHORT, position, winner, have=votes, need=least)
    elif winner.against is not None and votes <= winner.against:
        yield Outcome(Fault.OPPOSED, position, winner, have=votes, need=winner.against + 1)


def _before(position: int, winner: Candidate, strongest: Candidate | None) -> Iterator[Outcome]:
    """Whether somebody was elected before the strongest of those who were not."""
    votes = winner.votes or 0
    if not votes or winner.reserved is not None or strongest is None:
        return
    most = strongest.votes or 0
    if votes < most:
        yield Outcome(Fault.OUTVOTED, position, winner, strongest, votes, most)
    elif votes == most and not winner.by_lot:
        yield Outcome(Fault.TIED, position, winner, strongest, votes, most)


def _least(election: Election, took_part: int | None, due: int | None) -> int | None:
    """The fewest votes that elect; None where nothing but the most votes is asked, or none is known."""
    threshold = election.needs
    if threshold is None or threshold not in SHARES:
        return None
    whole = whole_of(threshold, took_part, due)
    return None if whole is None else SHARES[threshold].least(whole)
