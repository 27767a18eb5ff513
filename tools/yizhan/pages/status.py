"""A matter's status in plain words: what stage, who has it, until when, whether it is solved.

"Done" is only ever the office's claim until residents say so, and the sentences keep the two apart.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from yizhan.model.matter import Matter
from yizhan.model.matter_state import MatterState
from yizhan.model.vocabulary import Family, Result
from yizhan.pages.links import Link
from yizhan.pages.overview import OPEN
from yizhan.pages.site import Site


class Deadline(NamedTuple):
    """Until when, in words.

    Attributes:
        text: the whole sentence.
        late: whether the day has passed.
    """

    text: str
    late: bool


class Status(NamedTuple):
    """What the head of a matter's page and its row in a list say.

    Attributes:
        family: one of the six, for colour, icon and word.
        stage: the procedure's own word for the stage.
        sentence: what it means.
        handler: who has it, where somebody does.
        flags: short marks such as 督办, 中止.
        open: whether somebody still has something to do.
    """

    family: Family
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
        stage=state.stage.title,
        sentence=_sentence(site, state, handler.title if handler else ""),
        handler=handler,
        joint=site.links(state.joint),
        deadline=_deadline(site, state),
        flags=_flags(site, state),
        open=state.family in OPEN,
    )


def _sentence(site: Site, state: MatterState, handler: str) -> str:
    _ = site.words._
    if state.merged_into is not None:
        return _("已并入另一件事项一起办理。")
    if state.pending is not None:
        to = site.link(state.pending.to)
        return _("已移交{to}，对方还没有接收。", to=to.title if to else state.pending.to)
    match state.family:
        case Family.WAITING:
            if handler:
                return _("已经提出，等{who}受理。", who=handler)
            return _("已经提出，还没有单位受理。")
        case Family.WORKING:
            return _("{who}正在办理。", who=handler) if handler else _("正在办理。")
        case Family.CLAIMED:
            return _claimed(site, state, handler)
        case Family.CONFIRMED:
            return _confirmed(site, state)
        case Family.UNSOLVED:
            return _unsolved(site, state)
        case Family.REOPENED:
            return _("没有得到认可或又出现问题，已退回重办。")


def _claimed(site: Site, state: MatterState, handler: str) -> str:
    _ = site.words._
    if handler:
        return _("{who}说已经办完，等居民评价；居民确认之前不算解决。", who=handler)
    return _("办理单位说已经办完，等居民评价；居民确认之前不算解决。")


def _confirmed(site: Site, state: MatterState) -> str:
    _ = site.words._
    if state.lapsed:
        return _("评价期满没有人提出异议，按规程销号；没有居民明确确认。")
    match state.outcome.result if state.outcome else None:
        case Result.PARTLY:
            return _("解决了一部分，居民认可这个结果。")
        case Result.EXPLAINED:
            return _("说明了情况，居民表示接受。")
        case _unused:
            return _("已经解决，居民确认。")


def _unsolved(site: Site, state: MatterState) -> str:
    _ = site.words._
    match state.outcome.result if state.outcome else None:
        case Result.NOT_FEASIBLE:
            return _("没有解决：目前条件办不到，原因见下。")
        case Result.WITHDRAWN:
            return _("没有办理到底：提出人撤回。")
        case _unused:
            return _("没有解决，原因见下。")


def _deadline(site: Site, state: MatterState) -> Deadline | None:
    if state.due is None:
        return None
    words = site.words
    day = words.date(state.due.day)
    if state.late_days > 0:
        text = words.n_("已逾期 {n} 个工作日（期限 {day}）", state.late_days, day=day)
    else:
        text = _time_left(site, state, day)
    if state.due.provisional:
        text += words._("；放假安排尚未公布，为暂定期限")
    return Deadline(text, state.late_days > 0)


def _flags(site: Site, state: MatterState) -> tuple[str, ...]:
    words = site.words
    flags = []
    if state.supervised:
        flags.append(words._("督办中"))
    if state.paused:
        flags.append(words._("中止（期限照算）"))
    if state.reopened:
        flags.append(words.n_("重办 {n} 次", state.reopened))
    return tuple(flags)


def _time_left(site: Site, state: MatterState, day: str) -> str:
    assert state.due is not None
    left = working_days_between(site, site.as_of, state.due.day)
    if left == 0:
        return site.words._("期限 {day}，今天到期", day=day)
    return site.words.n_("期限 {day}，还剩 {n} 个工作日", left, day=day)


def working_days_between(site: Site, start: date, end: date) -> int:
    """Working days after ``start`` up to and with ``end``."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(site.working_days.is_working(day) for day in days)
