"""Monthly reports for a supervising committee: one page a month with activity, and their list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import partial
from itertools import islice
from typing import NamedTuple

from yizhan.facts.events import Handed, How
from yizhan.facts.follow_up import TaskProgress, TaskStatus
from yizhan.facts.irregular import Act
from yizhan.facts.matter_marks import MatterMark
from yizhan.facts.month_entries import Closing, Gone, Hanging, Moved
from yizhan.facts.monthly import Month
from yizhan.facts.succession import gone
from yizhan.facts.summary import Summary
from yizhan.model.meeting import Meeting
from yizhan.model.meeting_vocabulary import ElectionResult
from yizhan.model.vocabulary import DecisionResult, Kind
from yizhan.pages.links import Link, link_to, page_of
from yizhan.pages.marks import mark_of
from yizhan.pages.page import Draft, Page, Slot
from yizhan.pages.record_lists import Fact, Row, place_fact
from yizhan.pages.rendering import render
from yizhan.pages.site import Site
from yizhan.wording import month as say
from yizhan.wording.deadline import last_day, was_late
from yizhan.wording.irregular import badge
from yizhan.wording.matter import NOBODY
from yizhan.wording.matter_marks import MARKS, marks
from yizhan.wording.meeting import TASK, task_status
from yizhan.wording.succession import name_of_one_gone
from yizhan.wording.words import Words

ROOT = "data/reports/"
_HOWS = {
    How.SOLVED: "confirmed",
    How.PARTLY: "partly",
    How.EXPLAINED: "explained",
    How.SOLVED_NOTED: "confirmed",
    How.PARTLY_NOTED: "partly",
    How.EXPLAINED_NOTED: "explained",
    How.SILENCE: "lapsed",
    How.WITHDRAWN: "unsolved",
    How.STOPPED: "unsolved",
    How.NOT_SOLVED: "unsolved",
}
_RESULTS: Mapping[StrEnum, str] = {
    DecisionResult.ADOPTED: "confirmed",
    DecisionResult.REJECTED: "unsolved",
    ElectionResult.ELECTED: "confirmed",
    ElectionResult.FAILED: "unsolved",
}
_TASKS = {
    TaskStatus.DONE: "confirmed",
    TaskStatus.ONGOING: "working",
    TaskStatus.LATE: "late",
    TaskStatus.DROPPED: "unsolved",
}


SHOWN = 100
"""Rows a section shows: a committee's report is read to its end."""


class Section(NamedTuple):
    """Rows under a heading.

    Attributes:
        total: how many there are; no more than ``SHOWN`` of them are rows.
    """

    title: str
    rows: tuple[Row, ...]
    total: int


class Tile(NamedTuple):
    """A number of the month, its word and the class of its colour."""

    number: int
    word: str
    mark: str


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
            Link(_url(site, each.key, example=data == "example"), say.name(words, each.key)),
            say.brief(words, each),
        )
        for each in site.months[data].counts
    )


def _url(site: Site, key: str, *, example: bool) -> str:
    return site.url(f"{ROOT}{'example/' if example else ''}{key}/")


def _page(site: Site, example: bool, month: Month) -> Page:
    words = site.words
    url = _url(site, month.key, example=example)
    name = say.name(words, month.key)
    title = words.label(say.TITLE, month=name)
    if example:
        title = words.say(say.TITLE_OF, where=say.EXAMPLE_VILLAGE, month=name)
    content = render(
        "report.html",
        url,
        site.lang,
        title=title,
        example=example,
        example_day=site.example_day,
        up=site.url(ROOT),
        month=month,
        lead=words.joined(say.lead(words, month)),
        tiles=tuple(_tiles(words, month)),
        honest=words.joined(_honest(words, month)),
        sections=tuple(_sections(site, month)),
        nothing=words.say(say.NONE),
    )
    return Page(url, "data", title, say.brief(words, month.counts), content, site.lang)


def _tiles(words: Words, month: Month) -> Iterator[Tile]:
    for number, text, mark in (
        (len(month.opened), say.OPENED, "waiting"),
        (len(month.reported), say.REPORTED_DONE, "claimed"),
        (len(month.closed), say.CLOSED, "confirmed"),
        (len(month.reopened), say.REOPENED, "reopened"),
        (len(month.late), say.AT_END_LATE, "late"),
        (month.open_count, say.AT_END_OPEN, "working"),
    ):
        yield Tile(number, words.label(text), mark)


def _honest(words: Words, month: Month) -> Iterator[str]:
    yield from say.irregular(words, month)
    if month.closed:
        yield say.closings(words, month)
    if month.gone:
        yield say.gone(words, month)
    yield from say.late_then(words, month)
    if month.pending:
        yield say.pending(words, month)


def _sections(site: Site, month: Month) -> Iterator[Section]:
    title = site.words.label
    moves = month.handovers
    listed: tuple[tuple[str, int, Iterator[Row]], ...] = (
        (title(say.OPENED), len(month.opened), (_opened(site, each) for each in month.opened)),
        (title(say.REPORTED), len(month.reported), _moved(site, month.reported, "claimed")),
        (title(say.CLOSED), len(month.closed), (_closed(site, each) for each in month.closed)),
        *_gone_section(site, month),
        (title(say.REOPENED), len(month.reopened), _moved(site, month.reopened, "reopened")),
        (title(say.LATE), len(month.late), (_late(site, each) for each in month.late)),
        *_late_then_section(site, month),
        (title(say.HANDED_OVER), len(moves), _handed_over(site, month, moves)),
        (title(say.DECIDED), len(month.decided), _decided(site, month)),
        *_irregular_section(site, month),
        (title(say.TASKS), len(month.tasks), (_task(site, each) for each in month.tasks)),
        (
            say.press(site.words, month),
            len(month.press) + len(month.press_tasks),
            _press(site, month),
        ),
    )
    for heading, total, rows in listed:
        yield Section(heading, tuple(islice(rows, SHOWN)), total)


def _row(site: Site, matter: Summary, *facts: Fact, mark: str = "", word: str = "") -> Row:
    told = (MatterMark.NOTED_BY_OFFICE,)  # how it was closed says so
    beside = (Fact(each) for each in marks(site.words, matter.marks, but=told))
    kept = tuple(fact for fact in (*facts, *beside) if fact.text)
    link = Link(page_of(Kind.MATTER, matter.id, site.lang), matter.title)
    return Row(link, kept, f"yz-f-{mark}" if mark else "", word)


def _opened(site: Site, identifier: str) -> Row:
    matter = site.summary(identifier)
    day = Fact(site.words.date(matter.raised))
    return _row(site, matter, place_fact(site, matter.place), day)


def _moved(site: Site, moves: Sequence[Moved], mark: str) -> Iterator[Row]:
    for identifier, move, times in moves:
        matter = site.summary(identifier)
        place, day = place_fact(site, matter.place), Fact(site.words.date(move.day))
        told = [*say.entered(site.words, move.since), *say.undone(site.words, move)]
        told += say.times(site.words, times)
        entered = (Fact(each) for each in told)
        word = site.words.title(move.family)
        yield _row(site, matter, place, day, *entered, mark=mark, word=word)


def _closed(site: Site, closing: Closing) -> Row:
    word = site.words.label(say.HOW[closing.how])
    day = Fact(site.words.date(closing.day))
    matter = site.summary(closing.matter)
    place = place_fact(site, matter.place)
    n, told = closing.late_days, [*say.entered(site.words, closing.since)]
    told += say.times(site.words, closing.times)
    late = Fact(was_late(site.words, n, may_move=closing.may_move) if n else "")
    entered = (Fact(each) for each in told)
    return _row(site, matter, place, day, *entered, late, mark=_HOWS[closing.how], word=word)


def _gone_section(site: Site, month: Month) -> Iterator[tuple[str, int, Iterator[Row]]]:
    """Only where there is something."""
    if month.gone:
        rows = (_gone(site, each) for each in month.gone)
        yield site.words.label(say.GONE), len(month.gone), rows


def _gone(site: Site, went: Gone) -> Row:
    matter = site.summary(went.matter)
    place, day = place_fact(site, matter.place), Fact(site.words.date(went.day))
    n = went.late_days
    late = Fact(was_late(site.words, n, may_move=went.may_move) if n else "")
    return _row(
        site, matter, place, day, late, mark="merged", word=site.words.label(say.WENT[went.ending])
    )


def _late(site: Site, late: Hanging) -> Row:
    words = site.words
    due = words.say(say.DUE_BY, day=last_day(words, late.due))
    said = say.how_late(words, late)
    who = _who(site, late.handler)
    return _row(site, site.summary(late.matter), Fact(due), who, mark="late", word=said)


def _late_then_section(site: Site, month: Month) -> Iterator[tuple[str, int, Iterator[Row]]]:
    """Only where there is something."""
    if month.late_then:
        rows = (_late(site, each) for each in month.late_then)
        yield site.words.label(say.LATE_THEN), len(month.late_then), rows


def _handed_over(
    site: Site, month: Month, handovers: Mapping[tuple[str, int], Handed]
) -> Iterator[Row]:
    words = site.words
    waiting = {(identifier, each.position) for identifier, each in month.pending}
    for key, handed in handovers.items():
        day = Fact(words.say(say.HANDED_ON, day=words.date(handed.day)))
        open_ = key in waiting
        word = words.label(say.answer(handed, waits=open_))
        mark, to = "late" if open_ else "confirmed", _who(site, handed.to)
        n = handed.late_days
        late = Fact(words.say(say.ANSWERED_LATE, n=n) if n else "")
        yield _row(site, site.summary(key[0]), day, to, late, mark=mark, word=word)


def _decided(site: Site, month: Month) -> Iterator[Row]:
    for each in month.decided:
        result = each.result
        found = dict.fromkeys(site.words.label(badge(one, month.end)) for one in each.irregular)
        if each.corrected:
            found[site.words.label(MARKS[MatterMark.CORRECTED])] = None
        facts = Fact(each.meeting.title, own=True), Fact(site.words.date(each.meeting.date))
        yield Row(
            Link(link_to(each.meeting, site.lang).url, " ".join(each.text.split())),
            (*facts, *(Fact(one) for one in found)),
            f"yz-f-{_RESULTS.get(result, 'waiting')}",
            site.words.title(result),
        )


def _irregular_section(site: Site, month: Month) -> Iterator[tuple[str, int, Iterator[Row]]]:
    """Only where there is something: a month without it has no heading for it."""
    if month.irregular:
        rows = (_irregular(site, act, month) for act in month.irregular)
        yield site.words.label(say.IRREGULAR), len(month.irregular), rows


def _irregular(site: Site, act: Act, month: Month) -> Row:
    said = mark_of(site, act.record, act.said, month.end)
    link = link_to(act.record, site.lang)
    return Row(link, (Fact(said.sentence),), said.tone, said.badge)


def _task(site: Site, progress: TaskProgress) -> Row:
    word = site.words.label(task_status(progress.status, done_late=progress.done_late))
    mark = f"yz-f-{_TASKS[progress.status]}"
    return _task_row(site, progress.meeting, progress, mark, word)


def _press(site: Site, month: Month) -> Iterator[Row]:
    words = site.words
    for identifier, due in month.press:
        matter = site.summary(identifier)
        day = words.say(say.DUE, day=last_day(words, due))
        yield _row(site, matter, Fact(day), place_fact(site, matter.place))
    for progress in month.press_tasks:
        yield _task_row(site, progress.meeting, progress, "", words.label(TASK))


def _task_row(site: Site, meeting: Meeting, progress: TaskProgress, mark: str, word: str) -> Row:
    due = progress.task.due
    day = "" if due is None else site.words.say(say.DUE, day=site.words.date(due))
    return Row(
        Link(f"{link_to(meeting, site.lang).url}#task-{progress.task.key}", progress.task.text),
        (Fact(day), _who(site, progress.task.body)),
        mark,
        word,
    )


def _who(site: Site, identifier: str | None) -> Fact:
    """A body's name; that of one that is gone says so, since what it has waits for somebody else."""
    link = site.link(identifier)
    if link is None:
        return Fact(site.words.say(NOBODY))
    body = site.archive.body(identifier)
    if body is not None and gone(body, site.day_of(body)):
        return Fact(name_of_one_gone(site.words, link.title), own=True)
    return Fact(link.title, own=True)
