"""A matter's status as pages show it: what stage, who has it, until when, whether it is solved."""

from __future__ import annotations

from typing import NamedTuple

from yizhan.facts.deadlines import Due, working_days_between
from yizhan.facts.matter_state import MatterState
from yizhan.facts.overview import merged_or_split
from yizhan.model.vocabulary import Family
from yizhan.pages.links import Link
from yizhan.pages.site import Site
from yizhan.wording.matter import LATE, flags, sentence, word


class Deadline(NamedTuple):
    """Until when, in words.

    Attributes:
        day: the last day.
        left: how much time is left, or by how much it is late.
        late: whether the day has passed.
        provisional: counted through a year whose holidays are not published yet.
        answer: whether it is the residents' time to answer.
    """

    day: str
    left: str
    late: bool
    provisional: bool
    answer: bool


class Status(NamedTuple):
    """What the head of a matter's page and its row in a list say.

    Attributes:
        family: one of the six.
        mark: class of colour and icon: the family, or ``merged`` for what goes on elsewhere.
        word: the family's word, or that it was merged or split.
        stage: the procedure's own word for the stage.
        sentence: what it means.
        handler: who has it, where somebody does.
        flags: short marks such as 督办, 中止.
        open: whether somebody still has something to do.
    """

    family: Family
    mark: str
    word: str
    stage: str
    sentence: str
    handler: Link | None
    joint: tuple[Link, ...]
    deadline: Deadline | None
    flags: tuple[str, ...]
    open: bool


def status(site: Site, state: MatterState) -> Status:
    """Say where a matter stands on the site's day."""
    handler = site.link(state.handler)
    return Status(
        family=state.family,
        mark="merged" if merged_or_split(state) else state.family,
        word=word(site.words, state),
        stage=state.stage.title,
        sentence=sentence(
            site.words,
            state,
            handler.title if handler else "",
            _title(site, state.pending.to if state.pending is not None else None),
        ),
        handler=handler,
        joint=site.links(state.joint),
        deadline=_deadline(site, state),
        flags=flags(site.words, state),
        open=state.open,
    )


def _title(site: Site, identifier: str | None) -> str:
    link = site.link(identifier)
    return link.title if link is not None else identifier or ""


def _deadline(site: Site, state: MatterState) -> Deadline | None:
    answer = state.due is None and state.open
    due = state.answer_by if answer else state.due
    if due is None:
        return None
    return Deadline(
        day=site.words.date(due.day),
        left=(
            site.words._("评价期已满")
            if answer and site.as_of > due.day
            else _time_left(site, due, state.late_days)
        ),
        late=state.late_days > 0,
        provisional=due.provisional,
        answer=answer,
    )


def _time_left(site: Site, due: Due, late_days: int) -> str:
    words = site.words
    if late_days > 0:
        return words.say(LATE, n=late_days)
    left = working_days_between(site.as_of, due.day, site.working_days)
    if left:
        return words.n_("还剩 {n} 个工作日", left)
    return words._("今天到期") if site.as_of == due.day else words._("下一个工作日起算逾期")
