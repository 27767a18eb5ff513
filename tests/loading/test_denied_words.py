"""A word is never told to be its contrary, and a slip in a word that begins with “no” is a slip."""

from __future__ import annotations

import pytest

from yizhan.loading.typed_words import likely_word
from yizhan.model.text import Text

RESULTS = {
    "solved": Text("已解决", "Solved"),
    "partly": Text("部分解决", "Partly solved"),
    "not_feasible": Text("暂不具备条件", "Not feasible"),
    "not_ours": Text("不归这里管", "Not ours"),
}
OTHERS = {
    "adopted": Text("通过", "Adopted"),
    "noted": Text("知悉", "Noted"),
    "noise": Text("噪声", "Noise"),
    "none": Text("无", "None"),
    "normal": Text("正常", "Normal"),
    "unknown": Text("不详", "Unknown"),
    "unit": Text("单元", "Unit"),
    "investment": Text("投资", "Investment"),
    "dispute": Text("纠纷", "Dispute"),
}


@pytest.mark.parametrize(
    "typed",
    [
        "unsolved",
        "not solved",
        "nosolved",
        "not_solved",
        "non-solved",
        "insolved",
        "没解决",
        "未解决",
    ],
)
def test_what_is_denied_is_not_said_to_be_so(typed: str) -> None:
    assert likely_word(typed, RESULTS) is None


@pytest.mark.parametrize("typed", ["not_adopted", "unadopted", "noadopt", "NOT ADOPTED"])
def test_nor_is_what_was_not_adopted(typed: str) -> None:
    assert likely_word(typed, OTHERS) is None


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("not_feasable", "not_feasible"),
        ("unfeasible", "not_feasible"),
        ("nofeasible", "not_feasible"),
        ("notours", "not_ours"),
        ("不具备条件", "not_feasible"),
        ("solvd", "solved"),
    ],
)
def test_a_denial_that_is_a_word_of_the_list_is_named(typed: str, word: str) -> None:
    assert likely_word(typed, RESULTS) == word


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("nosie", "noise"),
        ("notde", "noted"),
        ("nonne", "none"),
        ("norml", "normal"),
        ("unkown", "unknown"),
        ("unti", "unit"),
        ("invesment", "investment"),
        ("disputte", "dispute"),
    ],
)
def test_a_slip_in_a_word_that_begins_like_a_denial_is_a_slip(typed: str, word: str) -> None:
    assert likely_word(typed, OTHERS) == word
