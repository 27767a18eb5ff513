"""What is said of a points scheme: whether what it rests on is still there."""

from __future__ import annotations

from datetime import date

from yizhan.facts.rule_end import Ended, RuleEnd
from yizhan.facts.succession import gone, perhaps_gone
from yizhan.model.dates import PartialDate
from yizhan.model.place import Place
from yizhan.model.points import Scheme
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.wording.succession import OF_ONE_PERHAPS_GONE, PLACE_GONE, PLACE_MAY_BE_GONE
from yizhan.wording.words import Words

_RULE_OF_SCHEME_ENDED = Text("依据已废止", "Its rule has ended")
_SCHEME_WITHOUT_RULE = Text(
    "它依据的“{rule}”施行到{day}，已经废止；那以后按这个积分办法记分没有依据。",
    "It rests on “{rule}”, which ended on {day}; points given under this scheme after that rest on nothing.",
)
_RULE_OF_SCHEME_PERHAPS_ENDED = Text("依据可能已废止", "Its rule may have ended")
_SCHEME_PERHAPS_WITHOUT_RULE = Text(
    "它依据的“{rule}”记录写的废止时间是{day}，哪一天不详；还有没有依据，看不出来。",
    "It rests on “{rule}”, recorded as repealed in {day}; on which day is not on record, so whether it still "
    "rests on anything does not show.",
)
_RULE_WITHOUT_EFFECT = Text("依据没有效力", "Its rule has no effect")
_WITHOUT_EFFECT = {
    Ended.ANNULLED: Text(
        "它依据的“{rule}”已经撤销；那以后按这个积分办法记分没有依据。",
        "It rests on “{rule}”, which was annulled; points given under this scheme after that rest on nothing.",
    ),
    Ended.VOID: Text(
        "它依据的“{rule}”已经撤销，自始没有效力；按这个积分办法记分没有依据。",
        "It rests on “{rule}”, which was annulled and never had effect; points given under this scheme rest on nothing.",
    ),
    Ended.NEVER: Text(
        "它依据的“{rule}”没有通过，没有效力；按这个积分办法记分没有依据。",
        "It rests on “{rule}”, which was not adopted and has no effect; points given under this scheme rest on nothing.",
    ),
    Ended.UNSETTLED: Text(
        "它依据的“{rule}”没有通过，后来的处理算不算数没有定论；按这个积分办法记分有没有依据，看不出来。",
        "It rests on “{rule}”, which was not adopted; whether what kept it later counts is not settled, and whether points given under this scheme rest on anything does not show.",
    ),
}
SCHEME_OF_ONE_GONE = Text(
    "{place}已于{day}撤销，这个积分办法还用不用，没有记录。",
    "{place} was dissolved on {day}; whether this scheme is still used is not on record.",
)
"""Of a place that is gone: that nobody recorded whether what it had goes on."""


def scheme_ended(
    words: Words,
    scheme: Scheme,
    place: Place | None,
    rule: Rule | None,
    day: date,
    end: RuleEnd | None = None,
) -> tuple[str, str]:
    """A word and a sentence on a scheme whose rule or place is gone, and that would outlive it.

    Empty where both go on, or the scheme ended with them. ``end`` is until when the rule bound, as
    ``end_of`` gives it.
    """
    last = scheme.valid.to if scheme.valid is not None else None
    if rule is not None and end is not None and _is_over(end, last, day):
        without = words.say(_WITHOUT_EFFECT[end.why], rule=rule.title)
        return words.say(_RULE_WITHOUT_EFFECT), without
    if rule is not None and rule.repealed is not None and rule.repealed.earliest < day:
        outlives = last is None or last.latest > rule.repealed.latest
        return _of_rule(words, rule, rule.repealed, day) if outlives else ("", "")
    if last is not None or place is None or place.dissolved is None:
        return "", ""
    values = {"place": f"“{place.title}”", "day": words.date(place.dissolved)}
    if gone(place, day):
        return words.say(PLACE_GONE), words.say(SCHEME_OF_ONE_GONE, **values)
    if perhaps_gone(place, day):
        return words.say(PLACE_MAY_BE_GONE), words.say(OF_ONE_PERHAPS_GONE, **values)
    return "", ""


def _is_over(end: RuleEnd, last: PartialDate | None, day: date) -> bool:
    """Whether a rule was annulled or never adopted, and its scheme, which has a last day or none, outlives it."""
    outlives = last is None or last.latest > end.day.latest
    return end.why in _WITHOUT_EFFECT and end.day.latest < day and outlives


def _of_rule(words: Words, rule: Rule, repealed: PartialDate, day: date) -> tuple[str, str]:
    values = {"rule": rule.title, "day": words.date(repealed)}
    if repealed.latest < day:
        return words.say(_RULE_OF_SCHEME_ENDED), words.say(_SCHEME_WITHOUT_RULE, **values)
    perhaps = words.say(_SCHEME_PERHAPS_WITHOUT_RULE, **values)
    return words.say(_RULE_OF_SCHEME_PERHAPS_ENDED), perhaps
