"""What is said of deadlines and displays, seen from a day.

The site's pages carry dates and not the day of their build: what follows from today is said by a
script on the day of reading, in the sentences of ``for_script``. The example village, whose day
stands still, has the same sentences written into its pages.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from yizhan.facts.deadlines import Due, WorkingDays, days_late, working_days_between
from yizhan.model.text import Text
from yizhan.model.vocabulary import Family
from yizhan.wording.words import Forms, Words

LATE = Text("已逾期 {n:,} 个工作日", "{n:,} working {n:day|days} late")
LEFT_LATE = Text("曾逾期 {n:,} 个工作日", "was {n:,} working {n:day|days} late")
LATE_LEAST = Text("已逾期至少 {n:,} 个工作日", "at least {n:,} working {n:day|days} late")
LEFT_LATE_LEAST = Text("曾逾期至少 {n:,} 个工作日", "was at least {n:,} working {n:day|days} late")
AT_LEAST = Text("至少", "at least ")
_LEFT = Text("还剩 {n:,} 个工作日", "{n:,} working {n:day|days} left")
_LATE_ABOUT = Text("已逾期约 {n:,} 个工作日", "about {n:,} working {n:day|days} late")
_LEFT_ABOUT = Text("还剩约 {n:,} 个工作日", "about {n:,} working {n:day|days} left")
_TODAY = Text("今天到期", "due today")
_NEXT = Text("下一个工作日起算逾期", "counted late from the next working day")
_ANSWERED = Text("评价期已满", "the time to answer is over")
PROVISIONAL = Text(
    "（放假安排公布前的暂定日期）", " (provisional, until the holidays are published)"
)
VAGUE = Text("（起算日不详，最迟）", " (at the latest: since when is not known)")
ENDS_LATE = Text("过了这一天算逾期", "late after this day")
ENDS_ANSWER = Text("过了这一天评价期满", "the time to answer ends with this day")
_LIMIT = Text("期限", "due")
_LIMIT_OF_CLAIMED = Text("登记结果的期限", "result to be recorded by")
TAKE_OVER_BY = Text("接收期限", "to be taken over by")
_DAYS = Text("还有 {n:,} 天", "{n:,} {n:day|days} left")
_LAST = Text("今天是最后一天", "today is the last day")
_OF_THEM = Text("其中逾期 {n:,}", "{n:,} of them late")
_TASKS = Text("逾期 {n:,} 项", "{n:,} overdue")
_STALE = Text(
    "本页数据截至 {day}，可能已不是最新。", "This page holds for {day} and may be out of date."
)
_AS_OF = Text("数据截至 {day}", "As of {day}")


class Sentences(NamedTuple):
    """The sentences in one language, not filled; with a number: of one, and of several.

    Attributes:
        late: working days late.
        left: working days left.
        late_least: the same of what may have been due earlier.
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
    late_least: Forms
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


def _sentences(words: Words) -> Sentences:
    """The sentences in a language."""
    say, forms = words.say, words.forms
    return Sentences(
        late=forms(LATE),
        left=forms(_LEFT),
        late_least=forms(LATE_LEAST),
        late_about=forms(_LATE_ABOUT),
        left_about=forms(_LEFT_ABOUT),
        today=say(_TODAY),
        next=say(_NEXT),
        answered=say(_ANSWERED),
        days=forms(_DAYS),
        last=say(_LAST),
        of_them=forms(_OF_THEM),
        tasks=forms(_TASKS),
        stale=say(_STALE),
        as_of=say(_AS_OF),
    )


def limit_of(family: Family) -> Text:
    """What the last day in time of a stage is called.

    Where residents are asked, it is the office's day to record what came of it, and not theirs.
    """
    return _LIMIT_OF_CLAIMED if family is Family.CLAIMED else _LIMIT


def time_left(words: Words, due: Due, day: date, calendar: WorkingDays, *, answer: bool) -> str:
    """How much time is left on a day, or by how much it is late.

    Args:
        words: the language.
        due: the last day in time.
        day: the day asked.
        calendar: which days are working days.
        answer: whether it is the residents' time to answer, which is never late.
    """
    if answer and day > due.day:
        return words.say(_ANSWERED)
    if late := days_late(due, day, calendar):
        return late_by(words, due, late)
    if left := working_days_between(day, due.day, calendar):
        return words.say(_LEFT, n=left)
    return words.say(_TODAY if day == due.day else _NEXT)


def last_day(words: Words, due: Due) -> str:
    """A last day in time: that it may be earlier, or still move until holidays are published."""
    day = words.date(due.shown) + (words.say(VAGUE) if due.vague else "")
    return day + words.say(PROVISIONAL) if due.provisional else day


def late_by(words: Words, due: Due, days: int) -> str:
    """By how much something is late that is still to be done; at least so much where the day may be earlier."""
    return words.say(LATE_LEAST if due.vague else LATE, n=days)


def was_late(words: Words, days: int, *, may_move: bool, least: bool = False) -> str:
    """By how much something was late, or at least; whether holidays not published yet may undo that."""
    said = words.say(LEFT_LATE_LEAST if least else LEFT_LATE, n=days)
    return said + words.say(PROVISIONAL) if may_move else said


def display_left(words: Words, days: int) -> str:
    """How many days a display goes on; 0 on its last day."""
    return words.say(_DAYS, n=days) if days else words.say(_LAST)


def late_matters(words: Words, number: int) -> str:
    """How many of the matters just counted are late."""
    return words.say(_OF_THEM, n=number)


def late_tasks(words: Words, number: int) -> str:
    """How many tasks are late."""
    return words.say(_TASKS, n=number)


def for_script(words: Words, day: date) -> dict[str, Any]:
    """The sentences for the script that speaks on the day of reading.

    Args:
        words: the language.
        day: the day of the build, which the sentences about the data themselves name.
    """
    said = _sentences(words)
    built = words.date(day)
    return {
        **said._asdict(),
        "stale": words.say(_STALE, day=built),
        "as_of": words.say(_AS_OF, day=built),
    }
