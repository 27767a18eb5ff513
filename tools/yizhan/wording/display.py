"""What is said of a publicity period: what is on display, what may be done, what came in."""

from __future__ import annotations

from datetime import date

from yizhan.facts.display import OnDisplay, Subject
from yizhan.model.text import Text
from yizhan.wording.deadline import display_left
from yizhan.wording.words import Words

OVER = Text("公示期满", "display over")

_PROCEDURE_AND_CONTENT = Text(
    "对通过的程序和内容，可以提出异议。",
    "You may object to how it was adopted and to what it says.",
)
WHAT = {
    Subject.POST: Text("人选公示", "Candidates on display"),
    Subject.POINTS: Text("积分公示", "Points on display"),
    Subject.HONOUR: Text("评选公示", "Selection on display"),
    Subject.RULE: Text("规约公示", "Rule on display"),
    Subject.CONSULTATION: Text("征求意见", "Consultation"),
    Subject.AMENDMENT: Text("修订公布", "Amendment made public"),
    Subject.DECISION: Text("决议公示", "Decision on display"),
    Subject.RESULT: Text("实施结果公示", "Result on display"),
}
"""What sort of thing is on display."""
MAY = {
    Subject.POST: Text(
        "对人选合不合适、推选合不合规矩，可以提出异议。",
        "You may object to whether the candidates are fit and whether they were chosen by the rules.",
    ),
    Subject.POINTS: Text(
        "对加分、扣分和兑换，可以提出异议。", "You may object to awards, deductions and exchanges."
    ),
    Subject.HONOUR: Text(
        "对候选对象符不符合条件，可以提出异议。",
        "You may object to whether the candidates meet the conditions.",
    ),
    Subject.RULE: _PROCEDURE_AND_CONTENT,
    Subject.CONSULTATION: Text(
        "草案还没有定，逐条都可以提意见。",
        "The draft is not settled; you may speak to every article.",
    ),
    Subject.AMENDMENT: _PROCEDURE_AND_CONTENT,
    Subject.DECISION: Text(
        "对会议的程序和决定，可以提出异议。",
        "You may object to the meeting’s procedure and decision.",
    ),
    Subject.RESULT: Text(
        "对做得怎么样、花得怎么样，可以提出异议。",
        "You may object to how it was done and what it cost.",
    ),
}
"""What residents may do about it."""
_BEGINS = Text("{day} 开始", "begins {day}")
_NO_END = Text("哪一天截止没有写明", "the last day is not stated")
_UNTIL = Text("{day} 为止", "until {day}")
_OPINIONS = Text("收到意见 {n:,} 条", "{n:,} {n:opinion|opinions} came in")
_OBJECTIONS = Text("收到异议 {n:,} 条", "{n:,} {n:objection|objections}")
_NO_OBJECTIONS = Text("没有收到异议", "no objections")


def time(words: Words, each: OnDisplay, day: date, *, counted: bool) -> str:
    """From when or until when something is on display; empty once it is over.

    Args:
        words: the language.
        each: what is on display.
        day: the day asked.
        counted: whether to count the days left; only where the day stands still.
    """
    if each.start.surely_after(day):
        return words.say(_BEGINS, day=words.date(each.start))
    if not each.covers(day):
        return ""
    left = each.days_left(day)
    if left is None:
        return words.say(_NO_END)
    return display_left(words, left) if counted else words.say(_UNTIL, day=words.date(each.end))


def came(words: Words, each: OnDisplay) -> str:
    """What came in, where the record says it."""
    if each.objections is None:
        return ""
    if each.subject is Subject.CONSULTATION:
        return opinions(words, each.objections)
    return objections(words, each.objections)


def opinions(words: Words, number: int) -> str:
    """How many opinions a consultation brought."""
    return words.say(_OPINIONS, n=number)


def objections(words: Words, number: int) -> str:
    """How many objections came in."""
    return words.say(_OBJECTIONS if number else _NO_OBJECTIONS, n=number)
