"""What is said of a rule in force of which the records do not show how it was adopted."""

from __future__ import annotations

from collections.abc import Mapping

from yizhan.facts.adoption_shown import Shown
from yizhan.model.text import Text
from yizhan.wording.rule import Status
from yizhan.wording.words import Words

_AS_RECORDED = Text("{word}（按记录）", "{word}, as recorded")
_NOT_SHOWN: Mapping[Shown, Text] = {
    Shown.NOTHING: Text(
        "由谁、怎样通过，没有记录。", "By whom and how it was adopted is not on record."
    ),
    Shown.DATE_ALONE: Text(
        "只记了通过的日期，由谁、怎样通过，看不出来。",
        "Only the date of its adoption is on record; by whom and how does not show.",
    ),
    Shown.NO_MEETING: Text(
        "没有会议的记录，怎样表决的，看不出来。",
        "No meeting is on record for it; how it was voted on does not show.",
    ),
    Shown.NO_COUNT: Text(
        "通过它的会议没有记下到会人数或者票数，够不够数，看不出来。",
        "Of the meeting that adopted it, attendance or tally is not on record; whether they sufficed does not show.",
    ),
}
"""One sentence for everything less than a recorded adoption."""


def as_shown(words: Words, found: Status, of: Shown) -> Status:
    """A status with what the records do not show of the adoption; one that claims nothing stays."""
    if of is Shown.ADOPTION or found.tone not in ("confirmed", "claimed"):
        return found
    sentence = words.joined((found.sentence, words.say(_NOT_SHOWN[of])))
    if found.tone == "claimed":  # contestable, which says more
        return found._replace(sentence=sentence)
    return Status("unknown", words.say(_AS_RECORDED, word=found.word), sentence)
