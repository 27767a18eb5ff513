"""A month for a supervising committee, as Markdown: to be read out, printed or sent on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from yizhan.checks import with_codes
from yizhan.facts.follow_up import TaskProgress
from yizhan.facts.irregular import Act
from yizhan.facts.matter_marks import MatterMark
from yizhan.facts.month_entries import Closing, Gone, Hanging, Moved
from yizhan.facts.succession import gone
from yizhan.model.dates import PartialDate
from yizhan.model.matter import Matter
from yizhan.model.text import Lang, Text
from yizhan.reporting.formats import Format
from yizhan.reporting.month import MonthReport
from yizhan.wording import month as say
from yizhan.wording.deadline import last_day, was_late
from yizhan.wording.irregular import badge, mark
from yizhan.wording.matter import NOBODY
from yizhan.wording.matter_marks import MARKS, marks
from yizhan.wording.meeting import TASK, task_status
from yizhan.wording.succession import name_of_one_gone, with_parts_of, with_taken_over
from yizhan.wording.words import Words, words_in

_SIGNS = re.compile(r"[\\`*_\[\]|#~]")
_EXAMPLE = Text("**示例数据：虚构，不是真的。**", "**Example data: fictitious.**")
_BETWEEN = Text("；", "; ")
_ITEM = Text("- {title}（{about}）`{id}`", "- {title} ({about}) `{id}`")


def write(report: MonthReport, lang: Lang) -> str:
    """Write a month's report.

    Args:
        report: what it is made of.
        lang: of the report's own words; records keep theirs.
    """
    writer = _Writer(report, words_in(lang))
    return writer.report(report.place, example=report.example)


FORMAT: Format[MonthReport] = Format(Text("读、打印、转发用", "to read, print or send on"), write)


class _Writer:
    def __init__(self, report: MonthReport, words: Words) -> None:
        self._report = report
        self._month = report.month
        self._archive = report.archive
        self._found = report.marks
        self._day = report.day
        self._words = words

    def report(self, place: str | None, *, example: bool) -> str:
        month, words = self._month, self._words
        where = words.say(say.ALL_PLACES) if place is None else plain(self._name(place))
        title = words.say(say.TITLE_OF, where=where, month=say.name(words, month.key))
        parts = [f"# {title}"]
        if example:
            parts.append(words.say(_EXAMPLE))
        parts += say.lead(words, month)
        if self._report.taken_over:
            parts.append(plain(with_taken_over(words, self._report.taken_over)))
        if self._report.parted:
            parts.append(plain(with_parts_of(words, self._report.parted)))
        there = say.there(words, month, self._report.active, self._report.instead)
        parts += [] if there is None else [plain(there)]
        parts.append(f"## {words.label(say.IN_SHORT)}")
        parts.append("\n".join(f"- {line}" for line in say.counts(words, month)))
        for heading, lines in self._sections():
            parts += [f"## {heading}", "\n".join(lines) or words.say(say.NONE)]
        return "\n\n".join(parts) + "\n"

    def _sections(self) -> Iterator[tuple[str, Iterable[str]]]:
        month, title = self._month, self._words.label
        yield title(say.OPENED), [self._opened(each) for each in month.opened]
        yield title(say.REPORTED), [self._moved(each) for each in month.reported]
        yield title(say.CLOSED), [self._closed(each) for each in month.closed]
        if month.gone:
            yield title(say.GONE), [self._gone(each) for each in month.gone]
        yield title(say.REOPENED), [self._moved(each) for each in month.reopened]
        yield title(say.LATE), [self._late(each) for each in month.late]
        if month.late_then:
            yield title(say.LATE_THEN), [self._late(each) for each in month.late_then]
        yield title(say.HANDED_OVER), list(self._handed_over())
        yield title(say.DECIDED), list(self._decided())
        if month.irregular:
            yield title(say.IRREGULAR), [self._irregular(act) for act in month.irregular]
        yield title(say.TASKS), [self._task(each) for each in month.tasks]
        yield say.press(self._words, month), list(self._press())

    def _opened(self, identifier: str) -> str:
        matter = self._matter(identifier)
        about = (self._place(matter), self._date(matter.raised.date), *self._marks(matter))
        return self._item(matter, *about)

    def _moved(self, moved: Moved) -> str:
        matter, move = self._matter(moved.matter), moved.move
        about = [self._place(matter), self._date(move.day)]
        about += [*say.entered(self._words, move.since), *say.undone(self._words, move)]
        about += say.times(self._words, moved.times)
        return self._item(matter, *about, *self._marks(matter))

    def _closed(self, closing: Closing) -> str:
        matter = self._matter(closing.matter)
        about = [self._place(matter), self._date(closing.day)]
        about += say.entered(self._words, closing.since)
        about.append(self._words.say(say.HOW[closing.how]))
        if closing.late_days:
            about.append(was_late(self._words, closing.late_days, may_move=closing.may_move))
        about += say.times(self._words, closing.times)
        return self._item(matter, *about, *self._marks(matter))

    def _gone(self, went: Gone) -> str:
        matter = self._matter(went.matter)
        about = [self._place(matter), self._date(went.day), self._words.say(say.WENT[went.ending])]
        if went.late_days:
            about.append(was_late(self._words, went.late_days, may_move=went.may_move))
        return self._item(matter, *about, *self._marks(matter))

    def _late(self, late: Hanging) -> str:
        due = self._words.say(say.DUE_BY, day=last_day(self._words, late.due))
        how_late = say.how_late(self._words, late)
        matter = self._matter(late.matter)
        who = self._who(late.handler)
        return self._item(matter, due, how_late, who, *self._marks(matter))

    def _handed_over(self) -> Iterator[str]:
        waiting = {(identifier, each.position) for identifier, each in self._month.pending}
        for (identifier, position), handed in self._month.handovers.items():
            to = self._who(handed.to)
            said = [self._words.say(say.HANDED_TO, day=self._date(handed.day), to=to)]
            waits = (identifier, position) in waiting
            said.append(self._words.say(say.answer(handed, waits=waits)))
            if handed.late_days:
                said.append(self._words.say(say.ANSWERED_LATE, n=handed.late_days))
            matter = self._matter(identifier)
            yield self._item(matter, *said, *self._marks(matter))

    def _decided(self) -> Iterator[str]:
        for each in self._month.decided:
            result = self._words.title(each.result)
            marks = dict.fromkeys(
                self._words.say(badge(one, self._month.end)) for one in each.irregular
            )
            if each.corrected:
                marks[self._words.say(MARKS[MatterMark.CORRECTED])] = None
            about = (each.meeting.title, self._date(each.meeting.date), result, *marks)
            yield self._line(each.text, about, each.meeting.id)

    def _irregular(self, act: Act) -> str:
        check = with_codes((act.said.code,))
        about = check[0].title if check else Text(act.said.code, act.said.code)
        resolution = act.said.resolution
        by = self._name(act.said.by), self._who(resolution.by if resolution is not None else None)
        said = mark(self._words, act.said, self._month.end, about, *by)
        return self._line(act.record.title, (said.badge, said.sentence), act.record.id)

    def _task(self, progress: TaskProgress) -> str:
        status = task_status(progress.status, done_late=progress.done_late)
        about = (self._who(progress.task.body), self._words.say(status))
        return self._line(progress.task.text, about, progress.meeting.id)

    def _press(self) -> Iterator[str]:
        month, words = self._month, self._words
        if month.late or month.pending:
            yield f"- {say.still_late(words, month)}"
        for identifier, due in month.press:
            matter = self._matter(identifier)
            day = words.say(say.DUE, day=last_day(words, due))
            yield self._item(matter, day, self._place(matter), *self._marks(matter))
        for progress in month.press_tasks:
            assert progress.task.due is not None
            day = words.say(say.DUE, day=self._date(progress.task.due))
            about = (words.say(TASK), day, self._who(progress.task.body))
            yield self._line(progress.task.text, about, progress.meeting.id)

    def _matter(self, identifier: str) -> Matter:
        matter = self._archive.get(Matter, identifier)
        assert matter is not None, "a month tells of what is there"
        return matter

    def _item(self, matter: Matter, *about: str) -> str:
        return self._line(matter.title, about, matter.id)

    def _line(self, title: str, about: Iterable[str], identifier: str) -> str:
        said = self._words.say(_BETWEEN).join(plain(each) for each in about)
        return self._words.say(_ITEM, title=plain(title), about=said, id=identifier)

    def _marks(self, matter: Matter) -> Iterator[str]:
        found = self._found.get(matter.id, ())
        return marks(self._words, found, but=(MatterMark.NOTED_BY_OFFICE,))

    def _place(self, matter: Matter) -> str:
        return " ".join(each.title for each in self._archive.lineage(matter.place)[-2:])

    def _who(self, identifier: str | None) -> str:
        if identifier is None:
            return self._words.say(NOBODY)
        body, name = self._archive.body(identifier), self._name(identifier)
        ended = body is not None and gone(body, self._day)
        return name_of_one_gone(self._words, name) if ended else name

    def _name(self, identifier: str) -> str:
        record = self._archive.find(identifier)
        return identifier if record is None else record.title

    def _date(self, day: PartialDate | date) -> str:
        return self._words.date(day)


def plain(text: str) -> str:
    """A record's words as Markdown that shows just them: no tag, link or emphasis gets through."""
    one_line = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
    return _SIGNS.sub(r"\\\g<0>", one_line)
