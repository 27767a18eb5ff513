"""Whether the votes for a motion reach what is asked of it."""

from __future__ import annotations

import pytest

from yizhan.facts.tally import contradiction, reached
from yizhan.loading.parse import build
from yizhan.model.meeting import Decision
from yizhan.model.meeting_vocabulary import Threshold
from yizhan.model.voting import Vote


def test_one_of_several_schemes_rests_on_the_other_motions() -> None:
    vote = build(Vote, {"for": 7, "against": 0})
    assert reached(Threshold.MOST_OF_ALTERNATIVES, vote, 13, 13) is None


@pytest.mark.parametrize(
    ("threshold", "vote", "there", "enough"),
    [
        (Threshold.MOST_VOTES, {"for": 7}, 13, True),
        (Threshold.MOST_VOTES, {"for": 6}, 12, None),
        (Threshold.MOST_VOTES, {"for": 7}, None, None),
        (Threshold.MOST_VOTES, {"for": 0}, 0, None),
        (Threshold.MOST_VOTES, {"for": 6, "against": 0}, 13, True),
        (Threshold.UNANIMOUS, {"for": 13}, 13, True),
        (Threshold.UNANIMOUS, {"for": 12}, 13, None),
        (Threshold.UNANIMOUS, {"for": 12, "against": 0}, 13, True),
        (Threshold.UNANIMOUS, {"for": 0}, 13, False),
    ],
)
def test_votes_against_that_no_source_gives_are_not_none(threshold, vote, there, enough) -> None:
    assert reached(threshold, build(Vote, vote), there, there) is enough


@pytest.mark.parametrize(
    ("votes", "result", "found"), [(6, "adopted", None), (7, "rejected", "reached")]
)
def test_what_is_not_told_contradicts_nothing(votes, result, found) -> None:
    decision = build(Decision, {"text": "修路。", "result": result, "vote": {"for": votes}})
    said = contradiction(decision, 12, 12)
    assert (said and said.value) == found
