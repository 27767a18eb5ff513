"""A share as it is said becomes the field and the fraction that a file has."""

from __future__ import annotations

import pytest

from yizhan.loading.typed_shares import read_share


@pytest.mark.parametrize(
    ("typed", "field", "fraction"),
    [
        ("过半", "more_than", "1/2"),
        ("半数以上", "more_than", "1/2"),
        ("多数", "more_than", "1/2"),
        ("60%", "at_least", "3/5"),
        ("６０％", "at_least", "3/5"),
        ("超过66.5%", "more_than", "133/200"),
        ("三分之二以上", "at_least", "2/3"),
        ("2/3", "at_least", "2/3"),
        ("超过2/3", "more_than", "2/3"),
        ("八成", "at_least", "4/5"),
        ("百分之八十", "at_least", "4/5"),
        ("100%", "at_least", "1/1"),
    ],
)
def test_a_share_is_read(typed, field, fraction):
    assert read_share(typed) == (field, fraction)


@pytest.mark.parametrize(
    "typed", ["", "看情况", "150%", "3/2", "0%", "1/0", "零分之一", "若干成", 5]
)
def test_what_is_no_share_is_none(typed):
    assert read_share(typed) is None
