"""What is said of an amendment whose rule was annulled or never adopted, and over that rule's text."""

from __future__ import annotations

from datetime import date
from typing import Literal

from yizhan.facts.rule_end import Ended, RuleEnd
from yizhan.model.dates import PartialDate
from yizhan.model.text import Text
from yizhan.wording.words import Words

VOID = Text("没有生效", "Without effect")
UNSETTLED = Text("有没有效力没有定论", "Effect not settled")
NEVER_IN_FORCE = Text("未施行", "Never in force")
NOT_ADOPTED = Text(
    "下面是拿去表决的文本；会上没有通过，不是现行的条文。",
    "This is the text that was put to the vote; it was not adopted, and these articles are not in force.",
)
"""What is said instead over the articles of a rule that never bound."""
_ENDED_WITH_IT_ANNULLED = Text("已随规约失效", "Ended with the rule")
_RULE_ANNULLED_FIRST = Text(
    "规约已经撤销，效力只到{end}，这项修正案没有施行。",
    "The rule itself was annulled and had effect until {end} only; this amendment never took effect.",
)
_OF_RULE = {
    Ended.NEVER: Text(
        "记录写的是{day}起施行；规约本身没有通过、没有效力，没有可以修改的。",
        "Recorded as in force from {day}; the rule itself was not adopted and has no effect, so there is nothing to amend.",
    ),
    Ended.VOID: Text(
        "记录写的是{day}起施行；规约本身已经撤销，自始没有效力，没有可以修改的。",
        "Recorded as in force from {day}; the rule itself was annulled and never had effect, so there is nothing to amend.",
    ),
    Ended.UNSETTLED: Text(
        "记录写的是{day}起施行；规约本身没有通过，后来的处理算不算数没有定论。",
        "Recorded as in force from {day}; the rule itself was not adopted, and whether what kept it later counts is not settled.",
    ),
    Ended.ANNULLED: Text(
        "{day}起施行；规约后来撤销，效力只到{end}。",
        "In force from {day}; the rule itself was annulled later and had effect until {end} only.",
    ),
}
"""What is said of an amendment recorded as in force whose rule no longer binds, but for repeal."""


def of_a_rule_without_effect(
    words: Words, end: RuleEnd, effect: PartialDate, day: date
) -> tuple[Literal["unknown", "unsolved"], str, str] | None:
    """A tone, a word and a sentence on an amendment recorded as in force.

    Args:
        words: the language.
        end: until when its rule bound, and why no longer.
        effect: when the amendment is recorded to take effect.
        day: on which it is asked.

    Returns:
        None while the rule binds, and where it was repealed.
    """
    if end.day.latest >= day or end.why is Ended.REPEALED:
        return None
    values = {"day": words.date(effect), "end": words.date(end.day)}
    says = words.say(_OF_RULE[end.why], **values)
    if end.why is Ended.UNSETTLED:
        return "unknown", words.say(UNSETTLED), says
    if end.why in (Ended.NEVER, Ended.VOID):
        return "unsolved", words.say(VOID), says
    if end.day.surely_before(effect):
        return "unsolved", words.say(NEVER_IN_FORCE), words.say(_RULE_ANNULLED_FIRST, **values)
    return "unsolved", words.say(_ENDED_WITH_IT_ANNULLED), says
