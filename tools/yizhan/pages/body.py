"""Bodies: lists, and each body's posts, duties, and what it has to do now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from markupsafe import Markup

from yizhan.facts.follow_up import TaskProgress, TaskStatus
from yizhan.facts.metric_tables import Dimension
from yizhan.facts.succession import gone, has_come, predecessors, still_to_end, successors
from yizhan.model.body import Body
from yizhan.model.record import Record
from yizhan.model.vocabulary import BodyKind, Kind
from yizhan.pages.frame import record_page
from yizhan.pages.links import Link, url_of
from yizhan.pages.matter_lists import Choice, Filters, RowCache
from yizhan.pages.page import Draft, Page, Slot
from yizhan.pages.reading_day import late_of
from yizhan.pages.record_lists import (
    Fact,
    RecordList,
    Row,
    Section,
    list_pages,
    list_slot,
    lists_of,
    place_fact,
    plain_row,
)
from yizhan.pages.related import related, search_entry
from yizhan.pages.site import Site
from yizhan.pages.tasks import task_view
from yizhan.wording.deadline import late_tasks
from yizhan.wording.figures import BY
from yizhan.wording.succession import DISSOLVED, end_label, left_over, post_ended

_MATTERS = 10
_TASKS = 12
"""Matters and tasks shown on a body's page; the numbers beside them count all."""


def pages(site: Site) -> Iterator[Draft]:
    """Lists by sort and place, and one page a body."""
    yield from list_pages(site, _lists(site), lambda record: row(site, record))
    make = partial(page, site, RowCache(site))
    for body in site.archive.of(Body):
        yield Draft(url_of(body, site.lang), make, body)


def slots(site: Site) -> Iterator[Slot]:
    """The first page of all bodies."""
    yield list_slot(site, next(_lists(site)), lambda record: row(site, record))


def _lists(site: Site) -> Iterator[RecordList]:
    _ = site.words._
    section = Section(
        Kind.BODY,
        "bodies",
        _("谁在办事：各级组织、部门和居民自己的队伍，怎么产生，管什么，手上有什么事。"),
        _("还没有组织记录。"),
        by_year=False,
    )
    real = [each for each in site.archive.of(Body) if not each.example]
    sorts = Filters(site.words.label(BY[Dimension.CATEGORY]), tuple(_choices(site, real)))
    for number, found in enumerate(lists_of(site, section)):
        yield found if number else found.sifted(sorts)
    up = Link(site.url("bodies/"), site.words.kinds(Kind.BODY))
    for kind in BodyKind:
        same = [each for each in real if each.body_kind is kind]
        if same:
            title = site.words.title(kind)
            yield RecordList(
                f"bodies/kind/{kind}/",
                "bodies",
                title,
                section.intro,
                same,
                section.none,
                (sorts,),
                up=up,
            )


def _choices(site: Site, bodies: list[Body]) -> Iterator[Choice]:
    counts = Counter(body.body_kind for body in bodies)
    for kind in BodyKind:
        if counts[kind]:
            yield Choice(site.url(f"bodies/kind/{kind}/"), site.words.title(kind), counts[kind])


def row(site: Site, record: Record) -> Row:
    """A body in a list."""
    assert isinstance(record, Body)
    words = site.words
    has = len(site.caseload.handled.get(record.id, ()))
    return plain_row(
        site,
        record,
        Fact(words.title(record.body_kind)),
        place_fact(site, record.place),
        Fact(words.n_("手上有 {n} 件事", has) if has else ""),
        Fact(words.say(DISSOLVED) if gone(record, site.day_of(record)) else ""),
    )


def page(site: Site, rows: RowCache, body: Body) -> Page:
    """The page of one body."""
    words, still, day = site.words, site.stands_still(body), site.day_of(body)
    matters = site.caseload.handled.get(body.id, [])
    progress = sorted(
        site.caseload.tasks.get(body.id, ()),
        key=_task_order,
    )
    undone = [each.task.due for each in progress if each.status in _UNDONE]
    counts = Counter(each.status for each in progress)
    late = late_tasks(words, counts[TaskStatus.LATE]) if counts[TaskStatus.LATE] else ""
    url = url_of(body, site.lang)
    children = [
        record
        for record, reference in site.archive.referrers_of(Body, body.id)
        if reference.pointer == ("parent",)
    ]
    values: dict[str, Any] = {
        "body": body,
        **_before_and_after(site, body),
        "line": site.line(body.place),
        "parent": site.link(body.parent),
        "children": site.links_to(children),
        "left": left_over(words, len(matters)) if matters and gone(body, day) else "",
        "matters": rows.html(matters[:_MATTERS], url) if matters else Markup(""),
        "matter_count": len(matters),
        "matter_rest": max(0, len(matters) - _MATTERS),
        "tasks": tuple(task_view(site, each) for each in progress[:_TASKS]),
        "task_count": len(progress),
        "task_rest": max(0, len(progress) - _TASKS),
        "done": counts[TaskStatus.DONE],
        "late": late if still else "",
        "late_of": "" if still else late_of(due.latest for due in undone if due is not None),
        "related": related(site, body, (Kind.MATTER, Kind.BODY)),
    }
    place = site.where(body.place)
    description = words._("{place}：{title}。", place=place, title=body.title)
    lines = [words.title(body.body_kind), *body.duties, *(post.title for post in body.posts)]
    entry = search_entry(site, body, lines, body.place)
    return record_page(site, body, "body.html", "bodies", description, values, entry)


def _before_and_after(site: Site, body: Body) -> dict[str, Any]:
    """What the page says of those it came from, of its end and of those that go on."""
    earlier, day = predecessors(site.archive, body), site.day_of(body)
    return {
        "predecessors": site.links(body.predecessors),
        "taken_over": site.links_to(
            each
            for each in earlier
            if each.id not in body.predecessors and has_come(each, site.day_of(body))
        ),
        "successors": site.links_to(successors(site.archive, body)),
        "end_label": end_label(site.words, body, day),
        "still_to_end": still_to_end(body, day),
        "ended": post_ended(site.words, body) if gone(body, day) else "",
    }


_UNDONE = (TaskStatus.LATE, TaskStatus.ONGOING)
_TASK_ORDER = {
    TaskStatus.LATE: 0,
    TaskStatus.ONGOING: 0,
    TaskStatus.DONE: 1,
    TaskStatus.DROPPED: 2,
}


def _task_order(progress: TaskProgress) -> tuple[int, date, int]:
    """Undone before done, what is due first in front; whatever the day, the order is the same."""
    due = progress.task.due
    undone = progress.status in _UNDONE and due is not None
    last = due.latest if undone and due is not None else date.max
    return _TASK_ORDER[progress.status], last, -progress.meeting.date.earliest.toordinal()
