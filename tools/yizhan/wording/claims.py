"""What is said of a claimed figure beside its own parts."""

from __future__ import annotations

from yizhan.model.text import Text
from yizhan.wording.words import Words

CONTRADICTS = Text("有数字自相矛盾", "A figure contradicts itself")
AT_LEAST = Text("{number} 以上", "more than {number}")
OTHERWISE = Text(
    "所称 {claimed}%，按其自身数字 {part}/{whole} 为 {result}%。",
    "Claimed {claimed}%; by its own figures, {part}/{whole}, it is {result}%.",
)
_AS_CLAIMED = Text(
    "按其自身数字 {part}/{whole} 为 {result}%，与所称一致。",
    "By its own figures, {part}/{whole}, it is {result}%, as claimed.",
)


def own_figures(
    words: Words, claimed: str, part: int, whole: int, result: str, *, contradicted: bool
) -> str:
    """What a claimed percentage's own parts give.

    Args:
        words: the language.
        claimed: the percentage as it was claimed.
        part: the part, as it was claimed.
        whole: what it is a part of, as it was claimed.
        result: the percentage that the two give.
        contradicted: whether that is another one.
    """
    text = OTHERWISE if contradicted else _AS_CLAIMED
    return words.say(text, claimed=claimed, part=part, whole=whole, result=result)
