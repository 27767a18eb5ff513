"""What is said beside a matter's values in reports, lists and data: that they did not always hold, and so on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from yizhan.facts.matter_marks import MatterMark
from yizhan.model.text import Text
from yizhan.wording.words import Words

MARKS: Mapping[MatterMark, Text] = {
    MatterMark.CORRECTED: Text("有更正", "corrected in part"),
    MatterMark.ENTERED_LATER: Text("有补记", "with late entries"),
    MatterMark.IRREGULAR: Text("有不合规", "with something irregular"),
    MatterMark.NOTED_BY_OFFICE: Text("认可由办理单位代记", "agreement noted by the office"),
}
"""Each mark in a few words."""


def marks(
    words: Words, found: Collection[MatterMark], *, but: Collection[MatterMark] = ()
) -> Iterator[str]:
    """The marks of a matter, less those that are said in another way where they stand."""
    return (words.say(MARKS[each]) for each in found if each not in but)
