"""What a tally's own numbers say of a motion: adopted or not, and where its record says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from yizhan.model.decision_rule import Share
from yizhan.model.meeting import Decision
from yizhan.model.meeting_vocabulary import CastingVote, Threshold
from yizhan.model.vocabulary import DecisionResult, VotingMethod
from yizhan.model.voting import Ballots, Vote, VoteArea, VotePart


class Contradiction(StrEnum):
    """In what a result contradicts the votes behind it."""

    FEWER = "fewer"  # adopted with fewer for than against
    LEVEL = "level"  # adopted, though another alternative has as many votes
    TIE = "tie"  # adopted with equal votes, and nobody had the casting one
    CAST_AGAINST = "cast_against"  # adopted, though the casting vote was against
    OUTVOTED = "outvoted"  # adopted, though another alternative has more votes
    SHORT = "short"  # adopted with fewer votes than the meeting itself asked
    REACHED = "reached"  # rejected, or left undecided, with enough votes
    OPPOSED = "opposed"  # by consensus or acclamation, with votes against
    VOTED = "voted"  # said not to have been put to the vote, with votes
    NOBODY = "nobody"  # adopted with nobody there
    SECONDED = "seconded"  # said not to have been seconded, with who seconded it


_HALF, _TWO_THIRDS, _THREE_QUARTERS, _THIRD = (
    Share(more_than="1/2"),
    Share(at_least="2/3"),
    Share(at_least="3/4"),
    Share(at_least="1/3"),
)
SHARES: Mapping[Threshold, Share] = {
    Threshold.HALF_OF_PRESENT: _HALF,
    Threshold.HALF_OF_ALL: _HALF,
    Threshold.TWO_THIRDS_OF_PRESENT: _TWO_THIRDS,
    Threshold.TWO_THIRDS_OF_ALL: _TWO_THIRDS,
    Threshold.THREE_QUARTERS_OF_PRESENT: _THREE_QUARTERS,
    Threshold.THREE_QUARTERS_OF_ALL: _THREE_QUARTERS,
    Threshold.THIRD_OF_PRESENT: _THIRD,
}
"""The thresholds that are a share; "三分之二以上" includes two thirds (民法典第一千二百五十九条)."""
_OF_ALL = frozenset(
    {Threshold.HALF_OF_ALL, Threshold.TWO_THIRDS_OF_ALL, Threshold.THREE_QUARTERS_OF_ALL}
)
_UNCOUNTED = frozenset({VotingMethod.CONSENSUS, VotingMethod.ACCLAMATION})
_FELL = frozenset({DecisionResult.REJECTED, DecisionResult.NO_DECISION})
_NOT_PUT = frozenset({DecisionResult.WITHDRAWN, DecisionResult.LAPSED})
_UNVOTED = frozenset({*_NOT_PUT, DecisionResult.DEFERRED, DecisionResult.REFERRED})


def put_to_vote(decision: Decision) -> bool:
    """Whether a motion may have been voted on: it was not withdrawn, dropped or put off."""
    return decision.vote is not None or decision.result not in _UNVOTED


def cast(tally: Vote | VotePart | VoteArea) -> int:
    """How many votes (or square metres) are on record as for, against or abstained: at least so many."""
    return tally.for_ + (tally.against or 0) + (tally.abstained or 0)


def all_told(tally: Vote | VotePart) -> bool:
    """Whether the record has all three numbers, so that the rest did not vote."""
    return tally.against is not None and tally.abstained is not None


def spoiled(ballots: Ballots | None) -> int:
    """How many papers count for nothing: invalid and blank ones."""
    return 0 if ballots is None else (ballots.invalid or 0) + (ballots.blank or 0)


def most_valid(ballots: Ballots | None) -> int | None:
    """How many papers can be votes at most; None where the record does not show it."""
    if ballots is None:
        return None
    if ballots.valid is not None:
        return ballots.valid + (ballots.blank or 0)  # a blank paper may have been an abstention
    papers = ballots.returned if ballots.returned is not None else ballots.issued
    return None if papers is None else papers - (ballots.invalid or 0)


def whole_of(threshold: Threshold, taking_part: int | None, due: int | None) -> int | None:
    """What a threshold that is a share is a share of; None where the number is not known."""
    return due if threshold in _OF_ALL else taking_part


def reached(
    threshold: Threshold, vote: Vote, taking_part: int | None, due: int | None
) -> bool | None:
    """Whether the votes for a motion reach a threshold; None where a number is missing.

    Args:
        threshold: what is asked.
        vote: the tally.
        taking_part: how many took part in the vote.
        due: how many could have.
    """
    if threshold is Threshold.MOST_VOTES:
        return _more_for(vote, taking_part)
    if threshold is Threshold.MOST_OF_ALTERNATIVES:
        return None  # rests on the other motions of the item
    if threshold is Threshold.UNANIMOUS:
        if vote.against is None and vote.for_:
            return True if vote.for_ == taking_part else None
        return vote.for_ > 0 and not vote.against
    whole = whole_of(threshold, taking_part, due)
    return None if whole is None else SHARES[threshold].met(vote.for_, whole)


def _more_for(vote: Vote, taking_part: int | None) -> bool | None:
    """Whether more voted for than against; where those against are not on record, what the rest leaves open."""
    if vote.against is None:
        if vote.for_ and taking_part is not None and 2 * vote.for_ > taking_part:
            return True
        return None
    tied = vote.for_ == vote.against
    return vote.casting is CastingVote.FOR if tied else vote.for_ > vote.against


def contradiction(
    decision: Decision,
    taking_part: int | None,
    due: int | None,
    others: Iterable[Decision] = (),
) -> Contradiction | None:
    """In what a decision's result contradicts its votes; arguments as in ``reached``.

    Args:
        decision: with its votes.
        taking_part: how many took part in the vote.
        due: how many could have.
        others: the decisions of the same item, among which alternatives are.
    """
    if decision.result is DecisionResult.LAPSED and decision.seconded_by:
        return Contradiction.SECONDED
    vote = decision.vote
    if vote is None:
        nobody = taking_part == 0 and decision.result is DecisionResult.ADOPTED
        return Contradiction.NOBODY if nobody else None
    if decision.method in _UNCOUNTED and vote.against:
        return Contradiction.OPPOSED
    if decision.result in _NOT_PUT and cast(vote):
        return Contradiction.VOTED
    if decision.needs is Threshold.MOST_OF_ALTERNATIVES:
        return _of_alternatives(decision, vote, others)
    return _of_votes(decision, vote, taking_part, due)


def rivals(decision: Decision, others: Iterable[Decision]) -> Iterator[Vote]:
    """Yield the votes of the other schemes of which this decision is one (``most_of_alternatives``).

    Args:
        decision: one of several schemes, or any other decision, which has no rivals.
        others: the decisions of the same item.
    """
    if decision.needs is not Threshold.MOST_OF_ALTERNATIVES:
        return
    for each in others:
        if each is not decision and each.needs is decision.needs and each.vote is not None:
            yield each.vote


def _of_alternatives(
    decision: Decision, vote: Vote, others: Iterable[Decision]
) -> Contradiction | None:
    """In what the result of one of several alternatives contradicts the votes for all of them."""
    most = max((each.for_ for each in rivals(decision, others)), default=None)
    if most is None:
        return None  # how many the others had is not on record
    if decision.result in _FELL and vote.for_ > most:
        return Contradiction.REACHED
    if decision.result is not DecisionResult.ADOPTED or vote.for_ > most:
        return None
    if vote.for_ < most:
        return Contradiction.OUTVOTED
    return None if vote.casting is CastingVote.FOR else Contradiction.LEVEL


def _of_votes(
    decision: Decision, vote: Vote, taking_part: int | None, due: int | None
) -> Contradiction | None:
    needs = decision.needs or Threshold.MOST_VOTES
    enough = reached(needs, vote, taking_part, due)
    if decision.result in _FELL and enough:
        return Contradiction.REACHED
    if decision.result is DecisionResult.ADOPTED and enough is False:
        return _too_few(vote, needs)
    return None


def _too_few(vote: Vote, needs: Threshold) -> Contradiction:
    if needs is not Threshold.MOST_VOTES:
        return Contradiction.SHORT
    if vote.for_ != vote.against:
        return Contradiction.FEWER
    return Contradiction.TIE if vote.casting is None else Contradiction.CAST_AGAINST
