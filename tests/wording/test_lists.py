"""Lists within a sentence."""

from __future__ import annotations

import pytest

from yizhan.model.text import Text
from yizhan.wording.lists import either, every


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        (["甲"], "甲", "甲"),
        (["甲", Text("乙", "B")], "甲和乙", "甲 and B"),
        (["甲", "乙", "丙"], "甲、乙和丙", "甲, 乙 and 丙"),
    ],
)
def test_every(words, zh, en):
    assert every(words) == Text(zh, en)


def test_either():
    assert either(["甲", "乙", "丙"]) == Text("甲、乙或丙", "甲, 乙 or 丙")
    assert either(iter(["甲"])) == Text("甲", "甲")


def test_braces_in_a_record_are_not_fields():
    assert every(["{x}", "乙"]) == Text("{x}和乙", "{x} and 乙")
