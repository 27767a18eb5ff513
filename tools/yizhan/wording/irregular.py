"""What is said of an irregular act: what it breaks, whether it has effect, what became of it.

One table: what the broken rule is (condition, duty, not said) × what became of it (open, upheld,
ratified, annulled). No sentence says more than the rule's own text and the resolution do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from yizhan.facts.effects import OF_CORRECTIONS, effect_of
from yizhan.facts.irregular import (
    REFUSED,
    State,
    Unbacked,
    resolution_on,
    settled_effect,
    state_on,
)
from yizhan.facts.settled import NotShown, Unsettled
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Effect
from yizhan.model.record import Irregularity, Resolution
from yizhan.model.text import Text
from yizhan.model.vocabulary import ResolutionResult
from yizhan.wording import numerals
from yizhan.wording.law import article as english
from yizhan.wording.law import law_name, named_law
from yizhan.wording.terms import term
from yizhan.wording.words import Words

Tone = Literal["late", "working", "confirmed", "unsolved", "explained"]
"""The colour of a mark: the family of matters that is likest."""

NOTHING = Text("没有记录写明不合规的事。", "No record acknowledges anything irregular.")
STATES = Text(
    "记录里如实写明的不合规之处都列在这里：不合哪一条，后来怎样处理。"
    "“可争议”就是可以提出异议，写明不合哪部法律的，可以依法提出；没有写明条文的，不是违反哪一条法律。有没有效力，这里不下结论。",
    "Everything that records themselves acknowledge as irregular, with the article and what became of it. "
    "“Contestable” means that objections can be raised, as the law provides where an article of a law is named; where none is named, no law "
    "is said to be broken. This site does not decide on its effect.",
)
"""What the list of all irregular acts says of itself."""

ACTS = Text("不合规的事，各种记录都算", "irregular acts in records of all kinds")
"""The heading over how many there are."""

OF = Text("{what}：{n:,} 处", "{what}: {n:,}")
"""How many there are of which one thing became."""

_OPEN: Mapping[Effect, Text] = {
    Effect.CONDITION: Text("{breaks}，不算数。", "It {breaks}; it does not count."),
    Effect.DUTY: Text(
        "{breaks}；这项义务要补上，效力不因此受影响。",
        "It {breaks}; that duty is still to be met, and its effect does not rest on it.",
    ),
    Effect.UNSAID: Text("{breaks}，可争议。", "It {breaks}; it is contestable."),
}
_UPHELD = Text("{breaks}；{by}{when}维持。", "It {breaks}; upheld by {by} {when}.")
_RATIFIED = Text("{breaks}；{by}{when}追认。", "It {breaks}; ratified by {by} {when}.")
_ANNULLED = Text("{breaks}；{annulled}。", "It {breaks}; {annulled}.")
_FROM_THAT_DAY = Text(
    "{by}{when}撤销，从那天起没有效力", "annulled by {by} {when}, without effect from that day"
)
_SINCE_THEN = Text(
    "{by}{when}撤销，从撤销起没有效力", "annulled by {by} {when}, without effect since"
)
_FROM_BEGINNING = Text(
    "{by}{when}撤销，写明自始没有效力",
    "annulled by {by} {when}, expressly without effect from the beginning",
)
_ON = Text("{day}", "on {day}")
_IN = Text("{day}", "in {day}")
_NEVER_TOOK_EFFECT = Text(
    "{breaks}；{by}{when}撤销；照规程这一步本来就没有生效。",
    "It {breaks}; annulled by {by} {when}; under the procedure the step never took effect.",
)
_CORRECTED_STILL = Text(
    "{breaks}；{by}{when}撤销；记录还是更正以后的，要由没有承办的组织再更正回来。",
    "It {breaks}; annulled by {by} {when}; the record still says what was corrected, until a body without a share corrects it back.",
)
_STILL_REFUSED = Text(
    "{says}规程里这一步仍然不算数，事项的状态不变。",
    "{says} Under the procedure the step still does not count, and the matter stands as it did.",
)
_NOT_SAID = Text(
    "{says}这样算不算数，条文没有写。", "{says} Whether it counts by that, no article says."
)
_NOT_THEIRS = Text(
    "{says}{by}{when}{result}过；这样处理的应当是别人，所以没有处理定。",
    "{says} It was {result} by {by} {when}, which is for others to do, so it is not settled.",
)
_NOT_SHOWN = Text(
    "{says}记录里写{by}{when}{result}过；看不出会议怎样通过的，所以没有处理定。",
    "{says} The record says that it was {result} by {by} {when}; no meeting on record shows that it counts, so it is not settled.",
)
_RESOLVED: Mapping[ResolutionResult, Text] = {
    ResolutionResult.UPHELD: _UPHELD,
    ResolutionResult.RATIFIED: _RATIFIED,
    ResolutionResult.ANNULLED: _ANNULLED,
}
_WORD_OPEN: Mapping[Effect, Text] = {
    Effect.CONDITION: Text("不算数", "does not count"),
    Effect.DUTY: Text("待补", "to be made good"),
    Effect.UNSAID: Text("可争议", "contestable"),
}
STATE_TITLE: Mapping[State, Text] = {
    State.OPEN: Text("还没有处理", "open"),
    State.UPHELD: Text("已维持", "upheld"),
    State.RATIFIED: Text("已追认", "ratified"),
    State.ANNULLED: Text("已撤销", "annulled"),
    State.UNSETTLED: Text(
        "处理算不算数没有定论", "whether what was made of it counts is not settled"
    ),
    State.UNBACKED: Text(
        "写明过，按现在的记录看不出", "acknowledged, and not shown by the records now"
    ),
}
"""What became of an irregular act, in a word."""

_TONES: Mapping[State, Tone] = {
    State.OPEN: "late",
    State.UPHELD: "confirmed",
    State.RATIFIED: "confirmed",
    State.ANNULLED: "unsolved",
    State.UNSETTLED: "late",
    State.UNBACKED: "explained",
}
_BADGE = Text("不合规，{word}", "irregular, {word}")
_STAYS = Text("{word}，没有处理定", "{word}, not settled")
_BADGE_UNBACKED = Text("写明过不合规", "once said to be irregular")
_UNBACKED = Text(
    "写明过{breaks}；按现在的记录看不出不合规。",
    "It was said that it {breaks}; the records as they are now do not show it.",
)
_WANTING = Text("没有做到“{title}”", "falls short of “{title}”")
_BREAKS = Text("没有做到“{title}”，不合{basis}", "falls short of “{title}” ({basis})")
_SAID_BY = Text("{by} {day}写明：", "Said by {by} on {day}: ")
_ARTICLE = re.compile(r"(?P<law>[^“”]+?)(?P<article>第[一二三四五六七八九十百千零〇0-9]+条.*)")
_QUOTED = Text("“{name}”", "“{name}”")


RESTS = Text("依据的是", "Rests on")
"""Before the title of what a record rests on, whose mark follows."""
_RESTING = Text("依据{badge}", "rests on what is {badge}")


def resting_badge(said: Irregularity, day: date) -> Text:
    """A few words: that something rests on an irregular act, and what became of that."""
    return _RESTING.format(badge=badge(said, day))


class Mark(NamedTuple):
    """An irregular act as a page marks it.

    Attributes:
        tone: class that gives the badge a colour and an icon.
        badge: a few words: that it is irregular, and whether it has effect or what became of it.
        sentence: what it breaks, and what follows.
        said_by: who acknowledged it, and when; the reason follows.
        reason: the record's own words.
        note: what the record says of how it was resolved; None where it says nothing.
    """

    state: State
    tone: str
    badge: str
    sentence: str
    said_by: str
    reason: str
    note: str | None


def mark(
    words: Words, said: Irregularity, day: date, about: Text, by: str, resolved_by: str
) -> Mark:
    """What is said of one acknowledgment.

    Args:
        words: the language.
        said: the acknowledgment.
        day: on which it is asked.
        about: title of the check behind its code.
        by: title of the body that acknowledged it.
        resolved_by: title of the body that resolved it; not used where nobody did.
    """
    state, resolution = state_on(said, day), resolution_on(said, day)
    return Mark(
        state,
        f"yz-f-{_TONES[state]}",
        words.label(badge(said, day)),
        _sentence(words, said, day, breaks(said, about), resolved_by),
        words.say(_SAID_BY, by=by, day=words.date(said.date)),
        said.reason,
        resolution.note if resolution is not None else None,
    )


def badge(said: Irregularity, day: date) -> Text:
    """A few words: that something is irregular, and whether it has effect or what became of it."""
    state = state_on(said, day)
    if state is State.UNBACKED:
        return _BADGE_UNBACKED
    word = STATE_TITLE[state] if state is not State.OPEN else _WORD_OPEN[effect_of(said.code)]
    if state is State.UNSETTLED and isinstance(said, Unsettled):
        word = _STAYS.format(word=_WORD_OPEN[effect_of(said.code)])
    return _BADGE.format(word=word)


def _sentence(words: Words, said: Irregularity, day: date, broken: Text, resolved_by: str) -> str:
    resolution = resolution_on(said, day)
    if state_on(said, day) is State.UNBACKED:
        return words.say(_UNBACKED, breaks=broken)
    is_open = words.say(_OPEN[effect_of(said.code)], breaks=broken)
    if resolution is None:
        return is_open
    if isinstance(said, Unsettled):
        when, result = _when(words, resolution.date), term(resolution.result).in_(words.lang)
        text = _NOT_SHOWN if isinstance(said, NotShown) else _NOT_THEIRS
        return words.say(text, says=is_open, by=resolved_by, when=when, result=result)
    text = _RESOLVED[resolution.result]
    if text is _ANNULLED and said.code in REFUSED:
        text = _NEVER_TOOK_EFFECT
    if text is _ANNULLED and said.code in OF_CORRECTIONS:
        text = _CORRECTED_STILL
    says = words.say(
        text,
        breaks=broken,
        by=resolved_by,
        when=_when(words, resolution.date),
        annulled=annulled(words, resolution, resolved_by),
    )
    if text is _UPHELD or text is _RATIFIED:
        if said.code in REFUSED:
            return words.say(_STILL_REFUSED, says=says)
        return says if settled_effect(said) else words.say(_NOT_SAID, says=says)
    return says


def annulled(words: Words, resolution: Resolution, by: str) -> str:
    """By whom something was annulled, and since when it has no effect.

    Args:
        words: the language.
        resolution: an annulment.
        by: title of the body that annulled it.
    """
    says = _FROM_THAT_DAY if _to_the_day(resolution.date) else _SINCE_THEN
    if resolution.from_beginning:
        says = _FROM_BEGINNING
    return words.say(says, by=by, when=_when(words, resolution.date))


def _when(words: Words, day: PartialDate) -> str:
    return words.say(_ON if _to_the_day(day) else _IN, day=words.date(day))


def _to_the_day(day: PartialDate) -> bool:
    return day.earliest == day.latest


def breaks(said: Irregularity, about: Text) -> Text:
    """What an act breaks: what its check asks, and the article that it names."""
    if said.article is None or isinstance(said, Unbacked):
        return _WANTING.format(title=about)
    return _BREAKS.format(title=about, basis=cited(said.article))


def cited(article: str) -> Text:
    """An article as people write it, its numbers in Chinese and its law in title marks; any other ground in quotes."""
    article = numerals.written(article)
    found = _ARTICLE.fullmatch(article)
    if found is None:
        return _QUOTED.format(name=article)
    law = named_law(found["law"])
    written = article if "《" in article else law_name(found["law"]) + found["article"]
    if law.en == law_name(found["law"]):  # no law that ships: a rule of the village
        return Text(written, written)
    return Text(written, f"{law.en}, {english(found['article']).en}")
