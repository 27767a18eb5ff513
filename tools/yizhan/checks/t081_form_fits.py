"""T081: the form of a meeting fits how people took part and voted."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import TALK, TALK_PATH
from yizhan.checks.shared.minutes import decisions
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.meeting_vocabulary import MeetingForm
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind, VotingMethod
from yizhan.wording.terms import term

_SOME = Text(
    "召开形式是{form}，实到 {present} 人里在线的却只有 {online} 人。",
    "It was held {form}, yet only {online} of the {present} present took part online.",
)
_NOBODY = Text(
    "召开形式是{form}，却有 {online} 人在线参加。",
    "It was held {form}, yet {online} {online:person|people} took part online.",
)
_IN_A_ROOM = Text(
    "召开形式是{form}，表决方式却是{method}。",
    "It was held {form}, yet the vote was by {method}.",
)
_APART = frozenset({MeetingForm.WRITTEN, MeetingForm.DOOR_TO_DOOR})
_TOGETHER = frozenset({VotingMethod.SHOW_OF_HANDS, VotingMethod.VOICE, VotingMethod.ACCLAMATION})


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    form, there = record.form, record.attendance
    if form is None:
        return
    if there is not None and there.online is not None:
        said = {"form": term(form), "online": there.online, "present": there.present}
        if (
            form is MeetingForm.ONLINE
            and there.present is not None
            and there.online < there.present
        ):
            yield Problem(record, ("attendance", "online"), _SOME.format(**said))
        elif form is MeetingForm.IN_PERSON and there.online:
            yield Problem(record, ("attendance", "online"), _NOBODY.format(**said))
    for pointer, decision in decisions(record) if form in _APART else ():
        if decision.method in _TOGETHER:
            message = _IN_A_ROOM.format(form=term(form), method=term(decision.method))
            yield Problem(record, (*pointer, "method"), message)


_ONLINE = """\
form: {form}
attendance:
  basis: persons
  due: 20
  present: 18
  online: 3
"""

CHECK = Check(
    code="T081",
    title=Text("召开形式对得上", "The form of a meeting fits"),
    why=Text(
        "线上开的会，到会的都在线；书面征求意见的，没有人举手。形式和人数、表决方式对不上，就不知道会是怎样开的。",
        "At an online meeting all present are online, and nobody raises a hand in a written consultation. Where form, numbers and the way of "
        "voting do not fit, nobody knows how it was held.",
    ),
    fix=Text(
        "核对 form（召开形式）：有人在现场、有人在线的写 hybrid；或者改正 online（在线人数）、method（表决方式）。",
        "Check form: with some in the room and some online it is hybrid; or correct online or method.",
    ),
    bad=Example({TALK_PATH: TALK + _ONLINE.format(form="online")}),
    good=Example({TALK_PATH: TALK + _ONLINE.format(form="hybrid")}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
