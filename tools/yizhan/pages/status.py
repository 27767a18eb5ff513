"""A matter's status as pages show it: what stage, who has it, until when, whether it is solved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from yizhan.facts.deadlines import Due, days_late
from yizhan.facts.ending import Ending
from yizhan.facts.matter_state import MatterState
from yizhan.facts.onward import last_of
from yizhan.facts.progress import GIVES_HANDLER
from yizhan.facts.succession import gone, heirs, perhaps_gone
from yizhan.model.body import Body
from yizhan.model.matter import Matter, Outcome
from yizhan.model.reference import known
from yizhan.model.vocabulary import Action, Family
from yizhan.pages.links import Link
from yizhan.pages.site import Site
from yizhan.wording.deadline import ENDS_ANSWER, ENDS_LATE, TAKE_OVER_BY, limit_of, time_left
from yizhan.wording.matter import (
    HANDED_TO_UNKNOWN,
    NO_END,
    Lateness,
    Names,
    flags,
    followed,
    lateness,
    remembered,
    said,
    sentence,
    when,
    word,
)
from yizhan.wording.succession import (
    handed_on,
    name_of_one_gone,
    passed_on,
    perhaps_passed_on,
    perhaps_unheld,
    receiver_gone,
    unheld,
)


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
        vague: since when the time runs is not known, so that this is the last of all readings.
    """

    day: str
    date: str
    left: str
    late: bool
    provisional: bool
    vague: bool


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
        take_over_label: what that day is called.
        take_over_by: until when what was handed over is to be taken over or sent back.
        when: since when, or when it ended, as far as that is known.
        flags: short marks such as 督办, 中止.
        remembered: those that stay for ever, for rows of lists.
        lateness: each stage that was left late, in a sentence, with the title of who had it then.
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
    take_over_by: Deadline | None
    take_over_label: str
    when: str
    flags: tuple[str, ...]
    remembered: tuple[str, ...]
    lateness: tuple[Lateness, ...]
    open: bool


def status(site: Site, matter: Matter, state: MatterState) -> Status:
    """Say where a matter stands on the site's day."""
    handler, succession = _holder(site, matter, state)
    return Status(
        family=state.family,
        mark=said(state).mark,
        word=word(site.words, state),
        stage=state.stage.title,
        sentence=_sentence(site, matter, state, handler, lost=bool(succession) and handler is None),
        handler=handler,
        passed_on=succession,
        joint=tuple(_joint(site, matter, state)),
        deadline=_deadline(site, matter, state, state.due),
        deadline_label=site.words.say(limit_of(state.family)),
        answer_by=_deadline(site, matter, state, state.answer_by, answer=True),
        take_over_by=_deadline(site, matter, state, _to_be_taken(state)),
        take_over_label=site.words.say(TAKE_OVER_BY),
        when=when(site.words, state),
        flags=_flags(site, matter, state),
        remembered=remembered(site.words, state),
        lateness=tuple(
            each._replace(by=_title(site, each.by)) for each in lateness(site.words, state)
        ),
        open=state.open,
    )


def _sentence(
    site: Site, matter: Matter, state: MatterState, handler: Link | None, *, lost: bool
) -> str:
    """What is said of a matter; of one that was merged also what became of the one it went into."""
    nobody = _with_nobody(site, matter, state, lost=lost)
    if nobody:
        return nobody
    own = _own_sentence(site, matter, state, handler)
    if state.ending is not Ending.MERGED:
        return own
    last = last_of(site.states, state)
    if last is None:
        return site.words.joined((own, site.words.say(NO_END)))
    if last.ending is Ending.MERGED:
        return own
    ending = _own_sentence(site, matter, last, site.link(last.handler))
    return site.words.joined((own, followed(site.words, ending)))


def _with_nobody(site: Site, matter: Matter, state: MatterState, *, lost: bool) -> str:
    """What is said of an open matter of which the records do not show who has it; else nothing."""
    if not state.open or state.family is Family.CLAIMED or state.pending is not None:
        return ""
    if lost:
        return unheld(site.words)
    body = site.archive.get(Body, state.handler)
    if body is not None and perhaps_gone(body, site.day_of(matter)):
        return perhaps_unheld(site.words)
    return site.words.say(HANDED_TO_UNKNOWN) if _handed_to_unknown(matter, state) else ""


def _handed_to_unknown(matter: Matter, state: MatterState) -> bool:
    """Whether a matter was last handed over to a body that the source does not name."""
    for passage in reversed(state.history):
        action = passage.step.action
        if action is Action.HANDOVER:
            return known(matter.log[passage.index].to) is None
        if action in GIVES_HANDLER | {Action.SEND_BACK, Action.REPORT_DONE}:
            return False
    return False


def _own_sentence(site: Site, matter: Matter, state: MatterState, handler: Link | None) -> str:
    names = Names(
        handler=handler.title if handler is not None else "",
        teller=_title(site, state.told_by),
        receiver=_receiver(site, matter, state),
        owner=owner_of(site, state.outcome),
        raiser=_title(site, state.withdrawn_by),
    )
    return sentence(site.words, state, names)


def _receiver(site: Site, matter: Matter, state: MatterState) -> str:
    """Who is to take a matter over: the body to which it was handed, or its one heir where it is gone."""
    if state.pending is None:
        return ""
    to, day = site.archive.get(Body, state.pending.to), site.day_of(matter)
    if to is not None and gone(to, day):
        now = heirs(site.archive, to, day)
        return handed_on(site.words, to, now[0]) if len(now) == 1 else to.title
    return _title(site, state.pending.to)


def _joint(site: Site, matter: Matter, state: MatterState) -> Iterator[Link]:
    """Those that deal with a matter together with its handler; of one that is gone it is said."""
    for body in state.joint:
        link = site.link(body)
        if link is not None and state.open and _gone(site, matter, body):
            link = link._replace(title=name_of_one_gone(site.words, link.title))
        if link is not None:
            yield link


def _flags(site: Site, matter: Matter, state: MatterState) -> tuple[str, ...]:
    """Short marks; nobody supervises once the body that did is gone, unless another goes on with that."""
    body = site.archive.get(Body, state.supervisor)
    alone = body is not None and not heirs(site.archive, body, site.day_of(matter))
    return flags(site.words, replace(state, supervised=False) if alone else state)


def _gone(site: Site, matter: Matter, body: str) -> bool:
    found = site.archive.get(Body, body)
    return found is not None and gone(found, site.day_of(matter))


def _holder(site: Site, matter: Matter, state: MatterState) -> tuple[Link | None, str]:
    """Who has a matter now, and what is said where the body that had it is gone."""
    body, day = site.archive.get(Body, state.handler), site.day_of(matter)
    to = site.archive.get(Body, state.pending.to) if state.pending is not None else None
    if to is not None and state.open and gone(to, day):
        return site.link(state.handler), receiver_gone(site.words, to, heirs(site.archive, to, day))
    if body is not None and state.open and perhaps_gone(body, day):
        return site.link(body.id), perhaps_passed_on(site.words, body)
    if body is None or not state.open or not gone(body, day):
        return site.link(state.handler), ""
    now = heirs(site.archive, body, day)
    said_of = passed_on(site.words, body, now)
    if state.family is Family.CLAIMED:  # it is the one that is gone that said so
        return site.link(body.id), said_of
    return site.link(now[0].id) if len(now) == 1 else None, said_of


def owner_of(site: Site, outcome: Outcome | None) -> str:
    """Whose a matter is that is not for this place to deal with; empty where that is not said."""
    owner = outcome.belongs_to if outcome is not None else None
    if owner is None:
        return ""
    return owner.name or _title(site, owner.body)


def owner_link(site: Site, outcome: Outcome | None) -> Link | None:
    """Whose a matter is, with the address of its page where it has one; None where it is not said."""
    name = owner_of(site, outcome)
    if not name or outcome is None or outcome.belongs_to is None:
        return None
    link = None if outcome.belongs_to.name else site.link(outcome.belongs_to.body)
    return link or Link("", name)


def _title(site: Site, identifier: str | None) -> str:
    link = site.link(identifier)
    return link.title if link is not None else identifier or ""


def _to_be_taken(state: MatterState) -> Due | None:
    """The last day to take over what was handed over, or to send it back."""
    return None if state.pending is None or not state.open else state.pending.due


def _deadline(
    site: Site, matter: Matter, state: MatterState, due: Due | None, *, answer: bool = False
) -> Deadline | None:
    """A last day: that of residents to answer, or of a body to act, which may be late."""
    if due is None:
        return None
    still = site.stands_still(matter)
    if still:
        left = time_left(site.words, due, state.as_of, site.working_days, answer=answer)
    else:
        left = site.words.say(ENDS_ANSWER if answer else ENDS_LATE)
    return Deadline(
        day=site.words.date(due.shown),
        date="" if still else due.day.isoformat(),
        left=left,
        late=still and not answer and days_late(due, state.as_of, site.working_days) > 0,
        provisional=due.provisional,
        vague=due.vague,
    )
