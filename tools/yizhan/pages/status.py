"""A matter's status in plain words: what stage, who has it, until when, whether it is solved.

"Done" is only ever the office's claim until residents say so, and the sentences keep the two apart.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from yizhan.facts.matter_state import MatterState
from yizhan.facts.overview import merged_or_split
from yizhan.model.matter import Matter
from yizhan.model.vocabulary import Family, Result
from yizhan.pages.links import Link
from yizhan.pages.site import Site
from yizhan.wording.deadline import time_left
from yizhan.wording.words import Words


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
        answer: whether it is the residents' time to answer.
    """

    day: str
    date: str
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


def status(site: Site, matter: Matter, state: MatterState) -> Status:
    """Say where a matter stands on the site's day."""
    handler = site.link(state.handler)
    return Status(
        family=state.family,
        mark="merged" if merged_or_split(state) else state.family,
        word=_word(site.words, state),
        stage=state.stage.title,
        sentence=_sentence(site, state, handler.title if handler else ""),
        handler=handler,
        joint=site.links(state.joint),
        deadline=_deadline(site, matter, state),
        flags=_flags(site, state),
        open=state.open,
    )


def _sentence(site: Site, state: MatterState, handler: str) -> str:
    _ = site.words._
    if state.merged_into is not None:
        return _("已并入另一件事项一起办理。")
    if merged_or_split(state):
        return _("已拆分成几件，分别办理。")
    if state.pending is not None:
        to = site.link(state.pending.to)
        return _("已移交{to}，对方还没有接收。", to=to.title if to else state.pending.to)
    return _SENTENCES[state.family](site.words, state, handler)


def _word(words: Words, state: MatterState) -> str:
    if not merged_or_split(state):
        return words.title(state.family)
    return words._("已并案") if state.merged_into is not None else words._("已拆分")


def _waiting(words: Words, _state: MatterState, handler: str) -> str:
    _ = words._
    if handler:
        return _("已经提出，等{who}受理。", who=handler)
    return _("已经提出，还没有单位受理。")


def _working(words: Words, _state: MatterState, handler: str) -> str:
    _ = words._
    return _("{who}正在办理。", who=handler) if handler else _("正在办理。")


def _claimed(words: Words, _state: MatterState, handler: str) -> str:
    _ = words._
    if handler:
        return _("{who}说已经办完，等居民评价；居民确认之前不算解决。", who=handler)
    return _("办理单位说已经办完，等居民评价；居民确认之前不算解决。")


def _confirmed(words: Words, state: MatterState, _handler: str) -> str:
    _ = words._
    if state.lapsed:
        return _("评价期满没有人提出异议，按规程销号；没有居民明确确认。")
    match state.outcome.result if state.outcome else None:
        case Result.PARTLY:
            return _("解决了一部分，居民认可这个结果。")
        case Result.EXPLAINED:
            return _("说明了情况，居民表示接受。")
        case _unused:
            return _("已经解决，居民确认。")


def _unsolved(words: Words, state: MatterState, _handler: str) -> str:
    _ = words._
    match state.outcome.result if state.outcome else None:
        case Result.NOT_FEASIBLE:
            return _("没有解决：目前条件办不到，原因见下。")
        case Result.WITHDRAWN:
            return _("没有办理到底：提出人撤回。")
        case _unused:
            return _("没有解决，原因见下。")


def _reopened(words: Words, _state: MatterState, _handler: str) -> str:
    return words._("没有得到认可或又出现问题，已退回重办。")


_SENTENCES: dict[Family, Callable[[Words, MatterState, str], str]] = {
    Family.WAITING: _waiting,
    Family.WORKING: _working,
    Family.CLAIMED: _claimed,
    Family.CONFIRMED: _confirmed,
    Family.UNSOLVED: _unsolved,
    Family.REOPENED: _reopened,
}


def _deadline(site: Site, matter: Matter, state: MatterState) -> Deadline | None:
    answer = state.due is None and state.open
    due = state.answer_by if answer else state.due
    if due is None:
        return None
    _, still = site.words._, site.stands_still(matter)
    if still:
        left = time_left(site.words, due, state.as_of, site.working_days, answer=answer)
    else:
        left = _("过了这一天评价期满") if answer else _("过了这一天算逾期")
    return Deadline(
        day=site.words.date(due.day),
        date="" if still else due.day.isoformat(),
        left=left,
        late=still and state.late,
        provisional=due.provisional,
        answer=answer,
    )


def _flags(site: Site, state: MatterState) -> tuple[str, ...]:
    words = site.words
    flags = []
    if state.supervised and state.open:
        flags.append(words._("督办中"))
    if state.paused and state.open:
        flags.append(words._("中止（期限照算）"))
    if state.reopened:
        flags.append(words.n_("重办 {n} 次", state.reopened))
    return tuple(flags)
