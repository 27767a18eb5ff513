"""Whether the votes for a motion reach what is asked of it."""

from __future__ import annotations

from yizhan.facts.tally import reached
from yizhan.loading.parse import build
from yizhan.model.meeting_vocabulary import Threshold
from yizhan.model.voting import Vote


def test_one_of_several_schemes_rests_on_the_other_motions() -> None:
    vote = build(Vote, {"for": 7, "against": 0})
    assert reached(Threshold.MOST_OF_ALTERNATIVES, vote, 13, 13) is None
