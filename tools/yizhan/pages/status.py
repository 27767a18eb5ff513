"""A matter's status as pages show it: what stage, who has it, until when, whether it is solved."""

from __future__ import annotations

from typing import NamedTuple

from yizhan.facts.matter_state import MatterState
from yizhan.facts.overview import merged_or_split
from yizhan.facts.succession import gone, heirs
from yizhan.model.body import Body
from yizhan.model.matter import Matter
from yizhan.model.vocabulary import Family
from yizhan.pages.links import Link
from yizhan.pages.site import Site
from yizhan.wording.deadline import ENDS_ANSWER, ENDS_LATE, limit_of, time_left
from yizhan.wording.matter import flags, sentence, word
from yizhan.wording.succession import passed_on, receiver_gone, unheld


class Deadline(NamedTuple):
    """Until when, in words.

    Attributes:
        day: the last day.
        date: the same for the script, which says on the day of reading how much time is left; empty
            in the example village, whose day stands still.
        left: what is said of the day whenever it is read; in the example village how much time is
            left, or by how much it is late.
        late: whether the day has passed; only ever said so in the example village.
        provisional: counted through a year whose holidays are not published yet.
    """

    day: str
    date: str
    left: str
    late: bool
    provisional: bool


class Status(NamedTuple):
    """What the head of a matter's page and its row in a list say.

    Attributes:
        family: one of the six.
        mark: class of colour and icon: the family, or ``merged`` for what goes on elsewhere.
        word: the family's word, or that it was merged or split.
        stage: the procedure's own word for the stage.
        sentence: what it means.
        handler: who has it, where somebody does.
        passed_on: of an open matter whose body is gone: who has it now, as far as is recorded.
        deadline: the last day in time of the stage, which binds whoever has it.
        deadline_label: what that day is called.
        answer_by: until when residents may answer a report of completion.
        flags: short marks such as 督办, 中止.
        open: whether somebody still has something to do.
    """

    family: Family
    mark: str
    word: str
    stage: str
    sentence: str
    handler: Link | None
    passed_on: str
    joint: tuple[Link, ...]
    deadline: Deadline | None
    deadline_label: str
    answer_by: Deadline | None
    flags: tuple[str, ...]
    open: bool


def status(site: Site, matter: Matter, state: MatterState) -> Status:
    """Say where a matter stands on the site's day."""
    handler, succession = _holder(site, matter, state)
    return Status(
        family=state.family,
        mark="merged" if merged_or_split(state) else state.family,
        word=word(site.words, state),
        stage=state.stage.title,
        sentence=_sentence(site, state, handler, lost=bool(succession) and handler is None),
        handler=handler,
        passed_on=succession,
        joint=site.links(state.joint),
        deadline=_deadline(site, matter, state, answer=False),
        deadline_label=site.words.say(limit_of(state.family)),
        answer_by=_deadline(site, matter, state, answer=True),
        flags=flags(site.words, state),
        open=state.open,
    )


def _sentence(site: Site, state: MatterState, handler: Link | None, *, lost: bool) -> str:
    if lost and state.family is not Family.CLAIMED and state.pending is None:
        return unheld(site.words)
    name = handler.title if handler else ""
    receiver = _title(site, state.pending.to if state.pending is not None else None)
    return sentence(site.words, state, name, receiver)


def _holder(site: Site, matter: Matter, state: MatterState) -> tuple[Link | None, str]:
    """Who has a matter now, and what is said where the body that had it is gone."""
    body, day = site.archive.get(Body, state.handler), site.day_of(matter)
    to = site.archive.get(Body, state.pending.to) if state.pending is not None else None
    if to is not None and state.open and gone(to, day):
        return site.link(state.handler), receiver_gone(site.words, to, heirs(site.archive, to, day))
    if body is None or not state.open or not gone(body, day):
        return site.link(state.handler), ""
    now = heirs(site.archive, body, day)
    said = passed_on(site.words, body, now)
    if state.family is Family.CLAIMED:  # it is the one that is gone that said so
        return site.link(body.id), said
    return site.link(now[0].id) if len(now) == 1 else None, said


def _title(site: Site, identifier: str | None) -> str:
    link = site.link(identifier)
    return link.title if link is not None else identifier or ""


def _deadline(site: Site, matter: Matter, state: MatterState, *, answer: bool) -> Deadline | None:
    """The residents' last day to answer, or that of whoever has the matter: never one for the other."""
    due = state.answer_by if answer else state.due
    if due is None:
        return None
    still = site.stands_still(matter)
    if still:
        left = time_left(site.words, due, state.as_of, site.working_days, answer=answer)
    else:
        left = site.words.say(ENDS_ANSWER if answer else ENDS_LATE)
    return Deadline(
        day=site.words.date(due.day),
        date="" if still else due.day.isoformat(),
        left=left,
        late=still and state.late and not answer,
        provisional=due.provisional,
    )
