"""What is said of deadlines and displays, seen from a day.

The site's pages carry dates and not the day of their build: what follows from today is said by a
script on the day of reading, in the sentences of ``for_script``. The example village, whose day
stands still, has the same sentences written into its pages.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from yizhan.facts.deadlines import Due, WorkingDays, days_late, working_days_between
from yizhan.wording.words import Forms, Words


class Sentences(NamedTuple):
    """The sentences in one language, not filled; with a number: of one, and of several.

    Attributes:
        late: working days late.
        left: working days left.
        late_about: the same, counted through a year whose holidays are not published.
        left_about: likewise.
        today: due today.
        next: the day has passed, and no working day since.
        answered: the residents' time to answer is over.
        days: calendar days that a display goes on.
        last: its last day.
        of_them: how many of the matters counted are late.
        tasks: how many tasks are late.
        stale: the page may be out of date.
        as_of: the day up to which the site holds.
    """

    late: Forms
    left: Forms
    late_about: Forms
    left_about: Forms
    today: str
    next: str
    answered: str
    days: Forms
    last: str
    of_them: Forms
    tasks: Forms
    stale: str
    as_of: str


def sentences(words: Words) -> Sentences:
    """The sentences in a language."""
    _, forms = words._, words.forms
    return Sentences(
        late=forms("已逾期 {n} 个工作日"),
        left=forms("还剩 {n} 个工作日"),
        late_about=forms("已逾期约 {n} 个工作日"),
        left_about=forms("还剩约 {n} 个工作日"),
        today=_("今天到期"),
        next=_("下一个工作日起算逾期"),
        answered=_("评价期已满"),
        days=forms("还有 {n} 天"),
        last=_("今天是最后一天"),
        of_them=forms("其中逾期 {n}"),
        tasks=forms("逾期 {n} 项"),
        stale=_("本页数据截至 {day}，可能已不是最新。"),
        as_of=_("数据截至 {day}"),
    )


def time_left(words: Words, due: Due, day: date, calendar: WorkingDays, *, answer: bool) -> str:
    """How much time is left on a day, or by how much it is late.

    Args:
        words: the language.
        due: the last day in time.
        day: the day asked.
        calendar: which days are working days.
        answer: whether it is the residents' time to answer, which is never late.
    """
    said = sentences(words)
    if answer and day > due.day:
        return said.answered
    if late := days_late(due, day, calendar):
        return words.filled(said.late, late)
    if left := working_days_between(day, due.day, calendar):
        return words.filled(said.left, left)
    return said.today if day == due.day else said.next


def display_left(words: Words, days: int) -> str:
    """How many days a display goes on; 0 on its last day."""
    said = sentences(words)
    return words.filled(said.days, days) if days else said.last


def late_matters(words: Words, number: int) -> str:
    """How many of the matters just counted are late."""
    return words.filled(sentences(words).of_them, number)


def late_tasks(words: Words, number: int) -> str:
    """How many tasks are late."""
    return words.filled(sentences(words).tasks, number)


def for_script(words: Words, day: date) -> dict[str, Any]:
    """The sentences for the script that speaks on the day of reading.

    Args:
        words: the language.
        day: the day of the build, which the sentences about the data themselves name.
    """
    said = sentences(words)
    built = words.date(day)
    return {
        **said._asdict(),
        "stale": said.stale.format(day=built),
        "as_of": said.as_of.format(day=built),
    }
