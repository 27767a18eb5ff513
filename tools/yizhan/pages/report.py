"""Monthly reports for a supervising committee: one page a month with activity, and their list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple

from yizhan.facts.follow_up import TaskProgress, TaskStatus
from yizhan.facts.matter_state import Passage
from yizhan.facts.monthly import Closing, Hanging, How, Month, next_month
from yizhan.model.dates import PartialDate
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.vocabulary import DecisionResult
from yizhan.pages.links import Link, link_to
from yizhan.pages.page import Draft, Page, Slot
from yizhan.pages.record_lists import Fact, Row, place_fact
from yizhan.pages.rendering import render
from yizhan.pages.site import Site

ROOT = "data/reports/"
_HOWS = {How.SOLVED: "confirmed", How.SILENCE: "claimed", How.NOT_SOLVED: "unsolved"}
_RESULTS = {DecisionResult.ADOPTED: "confirmed", DecisionResult.REJECTED: "unsolved"}
_TASKS = {
    TaskStatus.DONE: "confirmed",
    TaskStatus.ONGOING: "working",
    TaskStatus.LATE: "late",
    TaskStatus.DROPPED: "unsolved",
}


SHOWN = 100
"""Rows a section shows: a committee's report is read to its end."""


_Move = tuple[Matter, Passage]


class Section(NamedTuple):
    """Rows under a heading.

    Attributes:
        total: how many there are; no more than ``SHOWN`` of them are rows.
    """

    title: str
    rows: tuple[Row, ...]
    total: int


class Listed(NamedTuple):
    """A month in the list of reports."""

    link: Link
    said: str


def slots(site: Site) -> Iterator[Slot]:
    """The list of months, newest first, for ``docs/data/reports.md``."""
    url = site.url(ROOT)
    content = render(
        "reports.html",
        url,
        site.lang,
        example_day=site.example_day,
        months=_listed(site, "real"),
        examples=_listed(site, "example"),
    )
    yield Slot(url, "reports", content)


def pages(site: Site) -> Iterator[Draft]:
    """One page a month in which something happened, real and example data apart."""
    for data, months in site.derived.months.items():
        make = partial(_page, site, data == "example")
        for month in months.active:
            yield Draft(_url(site, month.key, example=data == "example"), make, month)


def _listed(site: Site, data: str) -> tuple[Listed, ...]:
    words = site.words
    return tuple(
        Listed(
            Link(_url(site, each.key, example=data == "example"), _name(site, each.key)),
            words._(
                "新提出 {opened} 件，了结 {closed} 件，开会 {meetings} 次",
                opened=each.opened,
                closed=each.closed,
                meetings=each.meetings,
            ),
        )
        for each in site.months[data].counts
    )


def _url(site: Site, key: str, *, example: bool) -> str:
    return site.url(f"{ROOT}{'example/' if example else ''}{key}/")


def _name(site: Site, key: str) -> str:
    return site.words.date(PartialDate.parse(key))


def _page(site: Site, example: bool, month: Month) -> Page:
    _ = site.words._
    url = _url(site, month.key, example=example)
    name = _name(site, month.key)
    title = _("示例村{month}办理情况", month=name) if example else _("{month}办理情况", month=name)
    content = render(
        "report.html",
        url,
        site.lang,
        title=title,
        example=example,
        example_day=site.example_day,
        up=site.url(ROOT),
        month=month,
        hows={how.value: sum(each.how is how for each in month.closed) for how in How},
        sections=tuple(_sections(site, month)),
    )
    said = _("新提出 {opened} 件，了结 {closed} 件，开会 {meetings} 次")
    about = said.format(
        opened=len(month.opened), closed=len(month.closed), meetings=len(month.meetings)
    )
    return Page(url, "data", title, about, content, site.lang)


def _sections(site: Site, month: Month) -> Iterator[Section]:
    _ = site.words._
    until = _name(site, next_month(month.key))
    moves = _handovers(month)
    listed: tuple[tuple[str, int, Iterator[Row]], ...] = (
        (_("新提出"), len(month.opened), (_opened(site, each) for each in month.opened)),
        (_("报结，等居民评价"), len(month.reported), _moved(site, month.reported, "claimed")),
        (_("了结"), len(month.closed), (_closed(site, each) for each in month.closed)),
        (_("退回重办"), len(month.reopened), _moved(site, month.reopened, "reopened")),
        (_("逾期"), len(month.late), (_late(site, each) for each in month.late)),
        (_("移交"), len(moves), _handed_over(site, month, moves)),
        (_("会议决定"), len(month.decided), _decided(site, month)),
        (_("本月到期的任务"), len(month.tasks), (_task(site, each) for each in month.tasks)),
        (
            _("接下来要催的（到{month}底）", month=until),
            len(month.press) + len(month.press_tasks),
            _press(site, month),
        ),
    )
    for title, total, rows in listed:
        yield Section(title, tuple(islice(rows, SHOWN)), total)


def _row(site: Site, matter: Matter, *facts: Fact, mark: str = "", word: str = "") -> Row:
    kept = tuple(fact for fact in facts if fact.text)
    return Row(link_to(matter, site.lang), kept, f"yz-f-{mark}" if mark else "", word)


def _opened(site: Site, matter: Matter) -> Row:
    day = Fact(site.words.date(matter.raised.date))
    return _row(site, matter, place_fact(site, matter.place), day)


def _moved(site: Site, moves: Sequence[_Move], mark: str) -> Iterator[Row]:
    for matter, passage in moves:
        place, day = place_fact(site, matter.place), Fact(site.words.date(passage.date))
        word = site.words.title(passage.after.family)
        yield _row(site, matter, place, day, mark=mark, word=word)


def _closed(site: Site, closing: Closing) -> Row:
    _ = site.words._
    word = {
        How.SOLVED: _("居民认可，已解决"),
        How.SILENCE: _("无人答复，按规程销号"),
        How.NOT_SOLVED: _("没有解决"),
    }[closing.how]
    day = Fact(site.words.date(closing.passage.date))
    place = place_fact(site, closing.matter.place)
    return _row(site, closing.matter, place, day, mark=_HOWS[closing.how], word=word)


def _late(site: Site, late: Hanging) -> Row:
    words = site.words
    due = words._("应在 {day} 前办到", day=words.date(late.due.day))
    said = words.n_("已逾期 {n} 个工作日", late.late_days)
    who = _who(site, late.handler)
    return _row(site, late.matter, Fact(due), who, mark="late", word=said)


def _handovers(month: Month) -> dict[tuple[str, int], _Move]:
    """Hand-overs of the month, after those of earlier months that still wait; each once."""
    return {(m.id, p.index): (m, p) for m, p in (*month.pending, *month.handed_over)}


def _handed_over(site: Site, month: Month, moves: Mapping[tuple[str, int], _Move]) -> Iterator[Row]:
    words = site.words
    waiting = {(matter.id, passage.index) for matter, passage in month.pending}
    for key, (matter, passage) in moves.items():
        to = _who(site, matter.log[passage.index].to)
        day = Fact(words._("{day} 移交", day=words.date(passage.date)))
        open_ = key in waiting
        word = words._("没有接收") if open_ else words._("已有着落")
        yield _row(site, matter, day, to, mark="late" if open_ else "confirmed", word=word)


def _decided(site: Site, month: Month) -> Iterator[Row]:
    for each in month.decided:
        result = each.decision.result
        yield Row(
            Link(link_to(each.meeting, site.lang).url, " ".join(each.decision.text.split())),
            (Fact(each.meeting.title, own=True), Fact(site.words.date(each.meeting.date))),
            f"yz-f-{_RESULTS.get(result, 'waiting')}",
            site.words.title(result),
        )


def _task(site: Site, progress: TaskProgress) -> Row:
    word = site.words._("晚于期限完成") if progress.done_late else _state(site, progress.status)
    mark = f"yz-f-{_TASKS[progress.status]}"
    return _task_row(site, progress.meeting, progress, mark, word)


def _state(site: Site, status: TaskStatus) -> str:
    _ = site.words._
    return {
        TaskStatus.DONE: _("已完成"),
        TaskStatus.ONGOING: _("还在办"),
        TaskStatus.LATE: _("逾期"),
        TaskStatus.DROPPED: _("不再办"),
    }[status]


def _press(site: Site, month: Month) -> Iterator[Row]:
    words = site.words
    for matter, due in month.press:
        day = words._("{day} 到期", day=words.date(due.day))
        yield _row(site, matter, Fact(day), place_fact(site, matter.place))
    for progress in month.press_tasks:
        yield _task_row(site, progress.meeting, progress, "", words._("任务"))


def _task_row(site: Site, meeting: Meeting, progress: TaskProgress, mark: str, word: str) -> Row:
    due = progress.task.due
    day = "" if due is None else site.words._("{day} 到期", day=site.words.date(due))
    return Row(
        Link(f"{link_to(meeting, site.lang).url}#task-{progress.task.key}", progress.task.text),
        (Fact(day), _who(site, progress.task.body)),
        mark,
        word,
    )


def _who(site: Site, body: str | None) -> Fact:
    link = site.link(body)
    if link is None:
        return Fact(site.words._("尚未明确"))
    return Fact(link.title, own=True)
