"""What is said of a rule and of an amendment: whether it holds, and how far it has come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from yizhan.facts.irregular import State, binds, happened_by, has_effect, ratified_since, state_on
from yizhan.facts.rule_end import RuleEnd
from yizhan.facts.rule_text import effect_of, maybe_too_late
from yizhan.facts.succession import gone, perhaps_gone
from yizhan.model.amendment import Amendment, DossierEntry
from yizhan.model.dates import PartialDate
from yizhan.model.place import Place
from yizhan.model.record import Irregularity
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import DossierStage, Wording
from yizhan.wording.irregular import STATE_TITLE, annulled
from yizhan.wording.rule_without_effect import (
    NEVER_IN_FORCE,
    UNSETTLED,
    VOID,
    of_a_rule_without_effect,
)
from yizhan.wording.succession import OF_ONE_PERHAPS_GONE, PLACE_GONE, PLACE_MAY_BE_GONE
from yizhan.wording.words import Words

Tone = Literal["confirmed", "unsolved", "waiting", "working", "claimed", "unknown"]
"""What colour a status has: the family of matters that is likest, or none."""


class Status(NamedTuple):
    """A status as a word and a sentence."""

    tone: Tone
    word: str
    sentence: str


_VOTE_ANNULLED = Text("它的通过由{annulled}。", "Its adoption was {annulled}.")
_NO_LONGER = Text(
    "记录写的是{day}起施行；{annulled}。", "Recorded as in force from {day}; {annulled}."
)
_NEVER_CAME = Text(
    "记录写的是{day}起施行，但照规定不算数。",
    "Recorded as in force from {day}, but it does not count.",
)
_NEVER_ADOPTED = Text(
    "记录写的是已经通过，但照规定不算数。", "Recorded as adopted, but it does not count."
)
_KEPT_BY_OTHERS = Text(
    "会上没有通过；记录里有后来的追认或者维持，作出的不是有权通过的一方，算不算数，没有定论。",
    "It was not adopted; what kept it later came from others than those who can adopt it, and whether that counts is not settled.",
)
_MADE_GOOD = Text(
    "记录写的是{day}起施行；会上没有通过，有权通过的一方{since}追认，从那以后算数。",
    "Recorded as in force from {day}; it was not adopted, was ratified ({since}) by those who can adopt it, and counts from then on.",
)
_CONTESTABLE = Text("{word}，可争议", "{word}, contestable")
_RESTS_ON_IRREGULAR = Text(
    "{sentence}它的通过有不合规之处，有没有效力可争议。",
    "{sentence} Its adoption was irregular, and its effect is contestable.",
)
_CONSULTATION_OVER = Text("征求意见期满", "Consultation over")

_IN_FORCE_FROM = Text("{day}起施行。", "In force from {day}.")
_FROM_SOME_DAY = Text(
    "记录写的是{day}起施行，哪一天不详，看不出现在施行了没有。",
    "Recorded as in force from {day}; from which day is not on record, so whether it holds already does not show.",
)
_TO_END = Text("施行到{day}为止。", "It ends on {day}.")
_PERHAPS_REPEALED = Text("可能已经废止", "May have ended")
_REPEALED_SOME_DAY = Text(
    "记录写的废止时间是{day}，哪一天不详，看不出现在还施行不施行。",
    "Recorded as repealed in {day}; on which day is not on record, so whether it still holds does not show.",
)
_REPEALED = Text("已废止", "Repealed")
_IN_FORCE_UNTIL = Text("施行到{day}，已经废止。", "In force until {day}; repealed.")
RULE_OF_ONE_GONE = Text(
    "{place}已于{day}撤销，这项规约还管不管，没有记录。",
    "{place} was dissolved on {day}; whether this rule still holds is not on record.",
)
_AMENDMENT_OF_ONE_GONE = Text(
    "{place}已于{day}撤销，规约和这项修正案还管不管，没有记录。",
    "{place} was dissolved on {day}; whether the rule and this amendment still hold is not on record.",
)
"""Of a place that is gone: that nobody recorded whether what it had goes on."""
_NOT_YET = Text("尚未施行", "Not in force yet")
_RULE_IN_FORCE = Text("施行中", "In force")
_ADOPTED = Text("已通过", "Adopted")
_EFFECT_UNKNOWN = Text(
    "已经通过，来源没有写明从哪天起施行。",
    "Adopted; the source does not say from which day it is in force.",
)
_DATES_UNKNOWN = Text("施行日期不详", "Dates unknown")
_NOTHING_KNOWN = Text(
    "来源没有写明何时通过、何时施行。",
    "The source does not say when it was adopted or took effect.",
)
_WITHDRAWN = Text("已撤回", "Withdrawn")
_UNCHANGED = Text(
    "草案已经撤回，条文不变。", "The draft was withdrawn; the articles stay as they are."
)
_ADOPTED_UNCHANGED = Text(
    "修订已经撤回，没有施行，条文不变。",
    "The amendment was withdrawn without taking effect; the articles stay as they are.",
)
_AMENDMENT_IN_FORCE = Text("已施行", "In force")
_DRAFTED = Text("拟定中", "Being drafted")
_NO_DRAFT = Text("还没有公布草案。", "No draft has been published yet.")
_CONSULTATION = Text("征求意见中", "In consultation")
_OPINIONS_UNTIL = Text(
    "可以提意见，到{day}为止（含当天）。", "Opinions are taken up to and including {day}."
)
_SORTING = Text(
    "正在整理意见，还没有表决。", "Opinions are being sorted; there has been no vote yet."
)
_RULE_ENDED_FIRST = Text(
    "规约施行到{day}就废止了，这项修正案没有施行。",
    "The rule itself ended on {day}; this amendment never took effect.",
)
_PERHAPS_IN_FORCE = Text("有没有施行不详", "Whether in force unknown")
_RULE_ENDED_SOME_DAY = Text(
    "记录写的是{day}起施行；规约是{end}废止的，哪一天不详，这项修正案有没有施行过，看不出来。",
    "Recorded as in force from {day}; the rule ended in {end}, on which day is not on record, so whether this "
    "amendment ever took effect does not show.",
)
_ENDED_WITH_IT = Text("已随规约废止", "Ended with the rule")
_IN_FORCE_UNTIL_THE_RULE_ENDED = Text(
    "{day}起施行；规约施行到{end}，已经废止。",
    "In force from {day}; the rule itself ended on {end}.",
)
_STILL_AS_IT_WAS = Text(
    "还没有施行，现行条文不变。", "Not in force yet; the present articles still hold."
)
WORDING = {
    Wording.VERBATIM: Text("下面是规约的原文。", "These are the rule's own words."),
    Wording.REPORTED: Text(
        "下面不是原文，是按来源的说法转述的内容；原文以张贴、公布的为准。",
        "These are not the rule's own words but what the source says it provides; "
        "the text as posted and published counts.",
    ),
    Wording.UNKNOWN: Text(
        "来源没有给出条文，这里只记录有这样一项规约，不替它编写内容。",
        "The source gives no articles: only that there is such a rule is recorded, "
        "and no content is made up for it.",
    ),
}
"""Whose words the articles are."""


TONES: dict[DossierStage, Tone] = {
    DossierStage.DRAFT: "waiting",
    DossierStage.CONSULTATION: "claimed",
    DossierStage.REVIEW: "working",
    DossierStage.VOTE: "working",
    DossierStage.PUBLICATION: "working",
    DossierStage.FILING: "working",
    DossierStage.EFFECT: "confirmed",
    DossierStage.WITHDRAWAL: "unsolved",
}
"""The tone of each station of a dossier."""


def rule_status(
    words: Words,
    rule: Rule,
    day: date,
    rests_on: Sequence[Irregularity] = (),
    place: Place | None = None,
    name: Callable[[str], str] = str,
) -> Status:
    """Whether a rule is in force on a day; what no source says is said to be unknown.

    Args:
        words: the language.
        rule: which is asked about.
        day: on which.
        rests_on: what is irregular of its adoption.
        place: whose rule it is; of one that is gone nobody says that its rules go on.
        name: the title of a body, by its id.
    """
    found = _rule_status(words, rule, day)
    found = _as_adopted(words, found, rule.effective, day, rests_on, name)
    return _of_place(words, found, place, day, RULE_OF_ONE_GONE)


def _of_place(
    words: Words, found: Status, place: Place | None, day: date, sentence: Text
) -> Status:
    """A status at a place that may be gone: what had not ended before is no longer said to go on."""
    if place is None or place.dissolved is None or found.tone == "unsolved":
        return found
    values = {"place": f"“{place.title}”", "day": words.date(place.dissolved)}
    if gone(place, day):
        ended = words.say(sentence, **values)
        return Status("unknown", words.say(PLACE_GONE), words.joined((found.sentence, ended)))
    if perhaps_gone(place, day):
        ended = words.say(OF_ONE_PERHAPS_GONE, **values)
        return Status(
            "unknown", words.say(PLACE_MAY_BE_GONE), words.joined((found.sentence, ended))
        )
    return found


def _as_adopted(
    words: Words,
    found: Status,
    effect: PartialDate | None,
    day: date,
    rests_on: Sequence[Irregularity],
    name: Callable[[str], str],
) -> Status:
    """A status with what follows from irregularities of the adoption: nothing while it is a draft."""
    rests_on = tuple(happened_by(each, day) for each in rests_on)
    answer = has_effect(rests_on, day)
    if answer is True or found.tone == "unsolved":
        return _made_good(words, found, effect, rests_on)
    struck = [each for each in rests_on if state_on(each, day) is State.ANNULLED]
    if answer is False and struck:
        said = _annulled(words, struck, name)
        sentence = words.say(_VOTE_ANNULLED, annulled=said)
        if effect is not None:
            sentence = words.say(_NO_LONGER, day=words.date(effect), annulled=said)
        return Status("unsolved", words.label(STATE_TITLE[State.ANNULLED]), sentence)
    if found.tone != "confirmed":
        return found
    if answer is False:
        never = words.say(_NEVER_ADOPTED)
        if effect is not None:
            never = words.say(_NEVER_CAME, day=words.date(effect))
        return Status("unsolved", words.say(VOID), never)
    if not binds(rests_on, day):
        return Status("unknown", words.say(UNSETTLED), words.say(_KEPT_BY_OTHERS))
    sentence = words.say(_RESTS_ON_IRREGULAR, sentence=found.sentence)
    return Status("claimed", words.say(_CONTESTABLE, word=found.word), sentence)


def _made_good(
    words: Words, found: Status, effect: PartialDate | None, rests_on: Sequence[Irregularity]
) -> Status:
    """A status, in force only since those who can adopt it ratified what was not adopted."""
    since = ratified_since(rests_on)
    if since is None or effect is None or found.tone != "confirmed":
        return found
    said = words.say(_MADE_GOOD, day=words.date(effect), since=words.date(since))
    return found._replace(sentence=said)


def _annulled(words: Words, struck: Sequence[Irregularity], name: Callable[[str], str]) -> str:
    """By whom it was annulled, and since when that holds."""
    resolutions = [each.resolution for each in struck if each.resolution is not None]
    found = next((each for each in resolutions if each.from_beginning), resolutions[0])
    return annulled(words, found, name(found.by))


def _rule_status(words: Words, rule: Rule, day: date) -> Status:
    if rule.repealed is not None and rule.repealed.latest < day:
        sentence = words.say(_IN_FORCE_UNTIL, day=words.date(rule.repealed))
        return Status("unsolved", words.say(_REPEALED), sentence)
    if rule.effective is not None:
        sentence = words.say(_IN_FORCE_FROM, day=words.date(rule.effective))
        if rule.effective.surely_after(day):
            return _to_end(words, Status("waiting", words.say(_NOT_YET), sentence), rule, day)
        if rule.effective.latest > day:
            some_day = words.say(_FROM_SOME_DAY, day=words.date(rule.effective))
            perhaps = Status("unknown", words.say(_PERHAPS_IN_FORCE), some_day)
            return _to_end(words, perhaps, rule, day)
        return _to_end(words, Status("confirmed", words.say(_RULE_IN_FORCE), sentence), rule, day)
    if rule.adopted is not None:
        found = Status("confirmed", words.say(_ADOPTED), words.say(_EFFECT_UNKNOWN))
    else:
        found = Status("unknown", words.say(_DATES_UNKNOWN), words.say(_NOTHING_KNOWN))
    return _to_end(words, found, rule, day)


def _to_end(words: Words, found: Status, rule: Rule, day: date) -> Status:
    """The status of a rule that has not surely ended, with what is recorded of its end."""
    if rule.repealed is None:
        return found
    end = words.date(rule.repealed)
    if rule.repealed.earliest >= day:
        return found._replace(sentence=words.joined((found.sentence, words.say(_TO_END, day=end))))
    some_day = words.joined((found.sentence, words.say(_REPEALED_SOME_DAY, day=end)))
    return Status("unknown", words.say(_PERHAPS_REPEALED), some_day)


def amendment_status(
    words: Words,
    rule: Rule,
    amendment: Amendment,
    day: date,
    rests_on: Sequence[Irregularity] = (),
    place: Place | None = None,
    name: Callable[[str], str] = str,
    end: RuleEnd | None = None,
) -> Status:
    """How far an amendment of a rule has come on a day.

    Args:
        words: the language.
        rule: which it amends.
        amendment: which is asked about.
        day: on which.
        rests_on: what is irregular of it and of the meetings that voted on it.
        place: whose rule it is.
        name: the title of a body, by its id.
        end: until when the rule bound, as ``end_of`` gives it.
    """
    effect = effect_of(rule, amendment)
    found = _amendment_status(words, rule, amendment, day)
    if end is not None and effect is not None and found.tone == "confirmed":
        without = of_a_rule_without_effect(words, end, effect, day)
        found = Status(*without) if without is not None else found
    found = _as_adopted(words, found, effect, day, rests_on, name)
    return _of_place(words, found, place, day, _AMENDMENT_OF_ONE_GONE)


def _amendment_status(words: Words, rule: Rule, amendment: Amendment, day: date) -> Status:
    known = [each for each in amendment.dossier if not each.date.surely_after(day)]
    effect = effect_of(rule, amendment)
    if any(each.stage is DossierStage.WITHDRAWAL for each in known):
        adopted = any(each.stage is DossierStage.VOTE for each in known)
        unchanged = words.say(_ADOPTED_UNCHANGED if adopted else _UNCHANGED)
        return Status("unsolved", words.say(_WITHDRAWN), unchanged)
    if effect is not None and not effect.surely_after(day) and may_have_ended(rule, effect, day):
        return _perhaps_in_force(words, rule, effect)
    if rule.repealed is not None and rule.repealed.latest < day:
        return _after_the_rule(words, rule.repealed, effect)
    if effect is not None and not effect.surely_after(day):
        sentence = words.say(_IN_FORCE_FROM, day=words.date(effect))
        return Status("confirmed", words.say(_AMENDMENT_IN_FORCE), sentence)
    if not known:
        return Status("waiting", words.say(_DRAFTED), words.say(_NO_DRAFT))
    return _at_station(words, known[-1], effect, day)


def may_have_ended(rule: Rule, effect: PartialDate, day: date) -> bool:
    """Whether the rule may have ended by a day before an amendment of it took effect."""
    ended = rule.repealed is not None and rule.repealed.earliest < day
    return ended and maybe_too_late(rule, effect)


def _perhaps_in_force(words: Words, rule: Rule, effect: PartialDate) -> Status:
    assert rule.repealed is not None
    values = {"day": words.date(effect), "end": words.date(rule.repealed)}
    sentence = words.say(_RULE_ENDED_SOME_DAY, **values)
    return Status("unknown", words.say(_PERHAPS_IN_FORCE), sentence)


def _at_station(words: Words, last: DossierEntry, effect: PartialDate | None, day: date) -> Status:
    """What an amendment is that is not in force yet: the last station that it came to."""
    if last.stage is DossierStage.CONSULTATION and last.until is not None:
        if last.until.latest >= day:
            sentence = words.say(_OPINIONS_UNTIL, day=words.date(last.until))
            return Status("claimed", words.say(_CONSULTATION), sentence)
        return Status("claimed", words.say(_CONSULTATION_OVER), words.say(_SORTING))
    sentence = words.say(_STILL_AS_IT_WAS)
    if effect is not None:
        sentence = words.say(_IN_FORCE_FROM, day=words.date(effect))
    return Status(TONES[last.stage], words.title(last.stage), sentence)


def _after_the_rule(words: Words, repealed: PartialDate, effect: PartialDate | None) -> Status:
    """What an amendment is once its rule has ended: it was in force with it, or never."""
    end = words.date(repealed)
    if effect is None:
        sentence = words.say(_RULE_ENDED_FIRST, day=end)
        return Status("unsolved", words.say(NEVER_IN_FORCE), sentence)
    sentence = words.say(_IN_FORCE_UNTIL_THE_RULE_ENDED, day=words.date(effect), end=end)
    return Status("unsolved", words.say(_ENDED_WITH_IT), sentence)
