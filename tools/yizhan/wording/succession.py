"""What is said of who goes on with what a dissolved body or place had."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yizhan.facts.succession import gone, perhaps_gone
from yizhan.model.body import Body
from yizhan.model.place import Place
from yizhan.model.text import Text
from yizhan.wording.lists import every
from yizhan.wording.words import Words

_GOES_ON = Text(
    "“{body}”已于{day}撤销，后继是“{heir}”，这件事由它接着办。",
    "“{body}” was dissolved on {day}; its successor, “{heir}”, has the matter now.",
)
_SEVERAL = Text(
    "“{body}”已于{day}撤销，它的事由{heirs}接着办；这件事归哪一个，没有记录。",
    "“{body}” was dissolved on {day}; {heirs} go on with its affairs. Which of them has this matter is not on record.",
)
_NOBODY = Text(
    "“{body}”已于{day}撤销；现在由谁办，没有记录。",
    "“{body}” was dissolved on {day}; who has the matter now is not on record.",
)
_RECEIVER = Text(
    "移交给的“{body}”已于{day}撤销；接它的事的是{heirs}，还没有接收。",
    "“{body}”, to which it was handed, was dissolved on {day}; {heirs} would take it over now, and has not yet.",
)
_RECEIVER_LOST = Text(
    "移交给的“{body}”已于{day}撤销；谁来接收没有记录。",
    "“{body}”, to which it was handed, was dissolved on {day}; who is to take it over now is not on record.",
)
_HANDED_ON = Text("{heir}（接{body}的事）", "{heir} (which goes on with the affairs of {body})")
_UNHELD = Text(
    "原来办这件事的组织已经撤销，现在由谁办没有记录。",
    "The body that had this matter was dissolved, and who has it now is not on record.",
)
_PARTS_OF = Text(
    "{places}分成几处以后，由这里的组织办理或者会同的事项，这里也算。",
    "Matters of {places}, which became several places, are counted as well where bodies of this one deal with them.",
)
_TAKEN_OVER = Text(
    "接过来的地方（{places}）的事项也在内。",
    "The matters of the places that were taken over ({places}) are told as well.",
)
_LEFT = Text(
    "撤销以后还有 {n} 件没有了结，现在由谁办没有记录。",
    "{n} {n:matter|matters} still open after it was dissolved; who has {n:it|them} now is not on record.",
)
_WHICH_PLACE = Text(
    "还有 {n} 件没有了结，归后来的哪个地方，没有记录。",
    "{n} {n:matter|matters} still open; to which of the later places {n:it belongs|they belong} is not on record.",
)
PLACE_GONE = Text("地方已撤销", "Place dissolved")
PLACE_MAY_BE_GONE = Text("地方可能已撤销", "Place may be dissolved")
OF_ONE_PERHAPS_GONE = Text(
    "{place}记录写的撤销时间是{day}，哪一天不详；这里写的还管不管，看不出来。",
    "{place} was dissolved in {day}, on which day is not on record; whether this still holds does not show.",
)
"""Of a place that may be gone: that the records do not show whether what it had goes on."""
_PERHAPS_PASSED_ON = Text(
    "“{body}”记录写的撤销时间是{day}，哪一天不详。",
    "“{body}” was dissolved in {day}; on which day is not on record.",
)
_PERHAPS_UNHELD = Text(
    "办这件事的组织可能已经撤销，哪一天撤销不详；现在由谁办，看不出来。",
    "The body that has this matter may have been dissolved, on which day is not on record; who has it now does not show.",
)
_TO_BE_DISSOLVED = Text("将要撤销", "to be dissolved")
_DISSOLVED_SOME_DAY = Text("撤销，哪一天不详", "dissolved, the day is not known")
_DISSOLVED_ON = Text("撤销", "dissolved")
DISSOLVED = Text("现已撤销", "dissolved")
_NAME_OF_ONE_GONE = Text("{title}（{gone}）", "{title} ({gone})")
_POST_ENDED = Text("随组织撤销，到{day}为止", "Ended with the body on {day}")
_PLACE_GONE = Text("这个地方已于{day}撤销。", "This place was dissolved on {day}.")
_PLACE_GONE_ALONE = Text(
    "这个地方已于{day}撤销；归到了哪里，没有记录。",
    "This place was dissolved on {day}; what became of it is not on record.",
)


def passed_on(words: Words, body: Body, heirs: Sequence[Body]) -> str:
    """Who has what a dissolved body had, as far as it is recorded."""
    assert body.dissolved is not None
    values = {"body": body.title, "day": words.date(body.dissolved)}
    if not heirs:
        return words.say(_NOBODY, **values)
    if len(heirs) == 1:
        return words.say(_GOES_ON, **values, heir=heirs[0].title)
    return words.say(_SEVERAL, **values, heirs=every(f"“{each.title}”" for each in heirs))


def receiver_gone(words: Words, body: Body, heirs: Sequence[Body]) -> str:
    """Of a dissolved body that a matter was handed to: who is to take it over."""
    assert body.dissolved is not None
    values = {"body": body.title, "day": words.date(body.dissolved)}
    if len(heirs) != 1:
        return words.say(_RECEIVER_LOST, **values)
    return words.say(_RECEIVER, **values, heirs=f"“{heirs[0].title}”")


def handed_on(words: Words, body: Body, heir: Body) -> str:
    """To whom a matter was handed whose body is gone, and who would take it over now."""
    return words.say(_HANDED_ON, body=body.title, heir=heir.title)


def unheld(words: Words) -> str:
    """Where an open matter stands whose body is gone and whose new holder is not on record."""
    return words.say(_UNHELD)


def left_over(words: Words, number: int) -> str:
    """Of a dissolved body: its open matters that nobody is recorded to have."""
    return words.say(_LEFT, n=number)


def which_place_unsaid(words: Words, number: int) -> str:
    """Of a place that became several: its open matters of which no record says who has them."""
    return words.say(_WHICH_PLACE, n=number)


def perhaps_passed_on(words: Words, body: Body) -> str:
    """Of a body that may have been dissolved: when, as far as it is recorded."""
    assert body.dissolved is not None
    return words.say(_PERHAPS_PASSED_ON, body=body.title, day=words.date(body.dissolved))


def perhaps_unheld(words: Words) -> str:
    """Where an open matter stands whose body may be gone."""
    return words.say(_PERHAPS_UNHELD)


def end_label(words: Words, record: Body | Place, day: date) -> str:
    """What the last day of a body or place is called: past, to come, or known to a month or year."""
    if gone(record, day):
        return words.label(_DISSOLVED_ON)
    return words.label(_DISSOLVED_SOME_DAY if perhaps_gone(record, day) else _TO_BE_DISSOLVED)


def name_of_one_gone(words: Words, title: str) -> str:
    """What a dissolved body or place is called where it still has something."""
    return words.say(_NAME_OF_ONE_GONE, title=title, gone=words.say(DISSOLVED))


def post_ended(words: Words, body: Body) -> str:
    """Of a post of a dissolved body, whose term would have gone on."""
    assert body.dissolved is not None
    return words.say(_POST_ENDED, day=words.date(body.dissolved))


def place_gone(words: Words, place: Place, *, leads_on: bool) -> str:
    """Of a dissolved place; whether links follow to what it became part of."""
    assert place.dissolved is not None
    return words.say(
        _PLACE_GONE if leads_on else _PLACE_GONE_ALONE, day=words.date(place.dissolved)
    )


def with_taken_over(words: Words, places: Sequence[str]) -> str:
    """That matters of places which are gone are told as well, where they went.

    Args:
        words: the language.
        places: the titles of those places.
    """
    return words.say(_TAKEN_OVER, places=every(tuple(Text(each, each) for each in places)))


def with_parts_of(words: Words, places: Sequence[str]) -> str:
    """That matters of places which became several are told as well, as far as this one has them.

    Args:
        words: the language.
        places: the titles of those places.
    """
    return words.say(_PARTS_OF, places=every(tuple(Text(each, each) for each in places)))
