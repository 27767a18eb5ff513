"""A month for a supervising committee, as Markdown: to be read out, printed or sent on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from yizhan.facts.follow_up import TaskProgress, TaskStatus
from yizhan.facts.matter_state import Passage
from yizhan.facts.monthly import Closing, Hanging, How, Month, next_month
from yizhan.loading.schemas import load_vocabulary
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.matter import Matter
from yizhan.model.text import Lang, Text

_SIGNS = re.compile(r"[\\`*_\[\]|#~]")
_TITLE = Text("# {place}{month}办理情况", "# {place}: matters in {month}")
_ALL = Text("全部地方", "All places")
_EXAMPLE = Text("**示例数据：虚构，不是真的。**", "**Example data: fictitious.**")
_AS_OF = Text("截至{day}，按现有记录回看。", "As of {day}, seen with the records of today.")
_UNDATED = Text(
    "这一年另有 {n} 条记录只知道年份，不归入哪一个月。",
    "{n} more {n:entry is|entries are} dated to this year only and {n:belongs|belong} to no month.",
)
_IN_SHORT = Text("## 总的情况", "## In short")
_MOVES = Text(
    "- 新提出 {opened} 件，报结 {reported} 件，了结 {closed} 件，退回重办 {reopened} 件。",
    "- Raised {opened}, reported done {reported}, closed {closed}, reopened {reopened}.",
)
_CLOSED = Text(
    "- 了结的 {closed} 件里：居民认可已解决 {solved} 件，无人答复而销号 {silence} 件，没有解决 {not_solved} 件。",
    "- Of the {closed} closed: solved as residents agree {solved}, closed without an answer "
    "{silence}, not solved {not_solved}.",
)
_END = Text(
    "- 期末没有了结 {open} 件；逾期 {late} 件；移交以后没有接收 {pending} 件。",
    "- At the end open {open}; late {late}; handed over and not taken over {pending}.",
)
_MET = Text(
    "- 开会 {meetings} 次，作出决定 {decided} 项；本月到期的任务 {tasks} 项。",
    "- Meetings {meetings}, decisions {decided}; tasks due this month {tasks}.",
)
_OPENED = Text("## 新提出", "## Raised")
_CLOSINGS = Text("## 了结", "## Closed")
_REPORTED = Text("## 报结，等居民评价", "## Reported done")
_REOPENED = Text("## 退回重办", "## Reopened")
_LATE = Text("## 逾期", "## Late")
_HANDED = Text("## 移交", "## Handed over")
_DECIDED = Text("## 会议决定", "## Decided")
_TASKS = Text("## 本月到期的任务", "## Tasks due this month")
_PRESS = Text("## 接下来要催的（到{month}底）", "## To be pressed (until the end of {month})")
_NONE = Text("没有。", "None.")
_HOW = {
    How.SOLVED: Text("居民认可，已解决", "solved, residents agree"),
    How.SILENCE: Text("无人答复，按规程销号", "closed without an answer"),
    How.NOT_SOLVED: Text("没有解决", "not solved"),
}
_TASK = {
    TaskStatus.DONE: Text("已完成", "done"),
    TaskStatus.ONGOING: Text("还在办", "ongoing"),
    TaskStatus.LATE: Text("逾期，没有完成", "late"),
    TaskStatus.DROPPED: Text("不再办", "dropped"),
}
_DONE_LATE = Text("晚于期限完成", "done late")
_OVERDUE = Text(
    "应在{day}前办到，已逾期 {n} 个工作日；{who}",
    "due {day}, {n} working {n:day|days} late; {who}",
)
_NOT_TAKEN = Text("至今没有接收", "not taken over")
_UNTIL = Text("{day}到期；{who}", "due {day}; {who}")
_TASK_DUE = Text("任务，{day}到期；{who}", "task due {day}; {who}")
_STILL_LATE = Text(
    "- 上面逾期的 {late} 件和没有接收的 {pending} 件，继续催。",
    "- The {late} late and {pending} not taken over above are to be pressed on.",
)
_NOBODY = Text("承办单位尚未明确", "no body yet")
_TO = Text("{day}移交给{to}", "{day}, to {to}")
_ITEM = Text("- {title}（{about}）`{id}`", "- {title} ({about}) `{id}`")


def write(month: Month, archive: Archive, lang: Lang, *, place: str | None, example: bool) -> str:
    """Write a month's report.

    Args:
        month: the month.
        archive: for names.
        lang: of the report's own words; records keep theirs.
        place: id of the place it is about; None for all.
        example: whether it is about example data.
    """
    return _Writer(month, archive, lang).report(place, example=example)


class _Writer:
    def __init__(self, month: Month, archive: Archive, lang: Lang) -> None:
        self._month = month
        self._archive = archive
        self._lang: Lang = lang

    def report(self, place: str | None, *, example: bool) -> str:
        month = self._month
        where = _ALL if place is None else Text(*[plain(self._name(place))] * 2)
        head = _TITLE.format(place=where, month=say_date(month.key, self._lang))
        parts = [head.in_(self._lang)]
        if example:
            parts.append(_EXAMPLE.in_(self._lang))
        until = say_date(month.end, self._lang)
        parts.append(self._say(_AS_OF, day=until))
        if month.undated:
            parts.append(self._say(_UNDATED, n=month.undated))
        parts += [_IN_SHORT.in_(self._lang), "\n".join(self._in_short())]
        for title, lines in self._sections():
            listed = "\n".join(lines)
            parts += [title.in_(self._lang), listed or _NONE.in_(self._lang)]
        return "\n\n".join(parts) + "\n"

    def _in_short(self) -> Iterator[str]:
        month = self._month
        closed = len(month.closed)
        hows = {how.value: sum(each.how is how for each in month.closed) for how in How}
        yield self._say(
            _MOVES,
            opened=len(month.opened),
            reported=len(month.reported),
            closed=closed,
            reopened=len(month.reopened),
        )
        if closed:
            yield self._say(_CLOSED, closed=closed, **hows)
        late, pending = len(month.late), len(month.pending)
        yield self._say(_END, open=month.open_count, late=late, pending=pending)
        yield self._say(
            _MET,
            meetings=len(month.meetings),
            decided=len(month.decided),
            tasks=len(month.tasks),
        )

    def _sections(self) -> Iterator[tuple[Text, Iterable[str]]]:
        month = self._month
        yield _OPENED, [self._opened(each) for each in month.opened]
        yield _REPORTED, [self._dated(*each) for each in month.reported]
        yield _CLOSINGS, [self._closed(each) for each in month.closed]
        yield _REOPENED, [self._dated(*each) for each in month.reopened]
        yield _LATE, [self._late(each) for each in month.late]
        yield _HANDED, list(self._handed_over())
        yield _DECIDED, list(self._decided())
        yield _TASKS, [self._task(each) for each in month.tasks]
        following = say_date(next_month(month.key), self._lang)
        yield _PRESS.format(month=following), list(self._press())

    def _opened(self, matter: Matter) -> str:
        return self._item(matter, self._place(matter), self._date(matter.raised.date))

    def _dated(self, matter: Matter, passage: Passage) -> str:
        return self._item(matter, self._place(matter), self._date(passage.date))

    def _closed(self, closing: Closing) -> str:
        about = (self._place(closing.matter), self._date(closing.passage.date))
        return self._item(closing.matter, *about, _HOW[closing.how].in_(self._lang))

    def _late(self, late: Hanging) -> str:
        day, who = self._date(late.due.day), self._who(late.handler)
        return self._item(late.matter, self._say(_OVERDUE, day=day, n=late.late_days, who=who))

    def _handed_over(self) -> Iterator[str]:
        waiting = [(matter.id, passage) for matter, passage in self._month.pending]
        seen = dict.fromkeys((m.id, p.index) for m, p in self._month.handed_over)
        older = [(m, p) for m, p in self._month.pending if (m.id, p.index) not in seen]
        for matter, passage in (*older, *self._month.handed_over):
            to = self._who(matter.log[passage.index].to)
            said = [self._say(_TO, day=self._date(passage.date), to=to)]
            if (matter.id, passage) in waiting:
                said.append(_NOT_TAKEN.in_(self._lang))
            yield self._item(matter, *said)

    def _decided(self) -> Iterator[str]:
        for each in self._month.decided:
            result = load_vocabulary().title(each.decision.result).in_(self._lang)
            about = (each.meeting.title, self._date(each.meeting.date), result)
            yield self._line(each.decision.text, about, each.meeting.id)

    def _task(self, progress: TaskProgress) -> str:
        status = _DONE_LATE if progress.done_late else _TASK[progress.status]
        about = (self._who(progress.task.body), status.in_(self._lang))
        return self._line(progress.task.text, about, progress.meeting.id)

    def _press(self) -> Iterator[str]:
        month = self._month
        if month.late or month.pending:
            yield self._say(_STILL_LATE, late=len(month.late), pending=len(month.pending))
        for matter, due in month.press:
            who = self._place(matter)
            yield self._item(matter, self._say(_UNTIL, day=self._date(due.day), who=who))
        for progress in month.press_tasks:
            assert progress.task.due is not None
            day, who = self._date(progress.task.due), self._who(progress.task.body)
            about = (self._say(_TASK_DUE, day=day, who=who),)
            yield self._line(progress.task.text, about, progress.meeting.id)

    def _item(self, matter: Matter, *about: str) -> str:
        return self._line(matter.title, about, matter.id)

    def _line(self, title: str, about: Iterable[str], identifier: str) -> str:
        mark = "；" if self._lang == "zh" else "; "
        said = mark.join(plain(each) for each in about)
        return self._say(_ITEM, title=plain(title), about=said, id=identifier)

    def _place(self, matter: Matter) -> str:
        return " ".join(each.title for each in self._archive.lineage(matter.place)[-2:])

    def _who(self, body: str | None) -> str:
        return _NOBODY.in_(self._lang) if body is None else self._name(body)

    def _name(self, identifier: str) -> str:
        record = self._archive.find(identifier)
        return identifier if record is None else record.title

    def _date(self, day: PartialDate | date) -> str:
        return say_date(day, self._lang)

    def _say(self, text: Text, **values: object) -> str:
        return text.in_(self._lang, **values)


def plain(text: str) -> str:
    """A record's words as Markdown that shows just them: no tag, link or emphasis gets through."""
    one_line = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
    return _SIGNS.sub(r"\\\g<0>", one_line)


def say_date(day: PartialDate | date | str, lang: Lang) -> str:
    """A date as far as it is known: ``2026年10月3日``; in English as ISO 8601."""
    text = str(day)
    if lang == "en":
        return text
    return "".join(
        f"{int(part)}{unit}" for part, unit in zip(text.split("-"), "年月日", strict=False)
    )
