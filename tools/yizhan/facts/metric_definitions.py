"""What each figure about matters counts: said in words, and as a function of a matter's state.

A definition looks at one matter and says that it counts (1), that it is in the base only (0), after
how many days it got somewhere, or why it is left out. Everything else is adding up (``metrics``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from yizhan.facts.matter_state import MatterState
from yizhan.model.dates import PartialDate
from yizhan.model.text import Text
from yizhan.model.vocabulary import Action, Family, Result


class Unit(StrEnum):
    """How a figure's value is to be read."""

    COUNT = "count"  # a number of matters
    SHARE = "share"  # numerator over denominator
    DAYS = "days"  # calendar days


class Reason(StrEnum):
    """Why a matter is not in the base of a figure."""

    MERGED = "merged"
    SPLIT = "split"
    STILL_IN_TIME = "still_in_time"
    WITHDRAWN_UNANSWERED = "withdrawn_unanswered"
    NOT_REPORTED = "not_reported"
    AWAITING_ANSWER = "awaiting_answer"
    NOBODY_ANSWERED = "nobody_answered"
    HANDLED_AGAIN = "handled_again"
    NO_LIMIT = "no_limit"
    CLOSED = "closed"
    NEVER_DONE = "never_done"
    NOT_REACHED = "not_reached"
    VAGUE_DATE = "vague_date"


REASONS: dict[Reason, Text] = {
    Reason.MERGED: Text(
        "已并入另一件，只在那一件里数一次",
        "merged into another matter and counted once, there",
    ),
    Reason.SPLIT: Text(
        "已拆成几件，由拆出的各件来数", "split into several, which are counted instead"
    ),
    Reason.STILL_IN_TIME: Text(
        "还没有受理，受理期限也还没有到", "not taken up yet, and still within the time for it"
    ),
    Reason.WITHDRAWN_UNANSWERED: Text(
        "受理以前就由提出人撤回", "withdrawn before anybody took it up"
    ),
    Reason.NOT_REPORTED: Text(
        "还没有报结，无从评价", "not reported done, so that there is nothing to judge"
    ),
    Reason.AWAITING_ANSWER: Text(
        "已报结，居民还没有答复", "reported done, residents have not answered yet"
    ),
    Reason.NOBODY_ANSWERED: Text(
        "评价期满没有人答复，不算满意也不算不满意",
        "nobody answered in time: neither satisfied nor dissatisfied",
    ),
    Reason.HANDLED_AGAIN: Text(
        "销号以后又重办，新的结果还没有报结", "closed and then taken up again, not reported anew"
    ),
    Reason.NO_LIMIT: Text("没有写明期限，说不上逾期", "no time limit is stated"),
    Reason.CLOSED: Text("已经了结", "closed"),
    Reason.NEVER_DONE: Text(
        "从未报结或了结，谈不上重办", "never reported done or closed, so it cannot be reopened"
    ),
    Reason.NOT_REACHED: Text("没有走到这一步", "has not come to this"),
    Reason.VAGUE_DATE: Text(
        "日期只知道到月或年，算不出天数", "dates known to the month or year only"
    ),
}
"""Each reason in a clerk's words."""

Measured = int | Reason
"""1: counts; 0: in the base only; for days: how many; or why it is left out."""


@dataclass(frozen=True, slots=True)
class Definition:
    """One figure.

    Attributes:
        key: permanent; stands in addresses and in JSON.
        text: what is counted, of what, and what is left out.
        measure: looks at a matter that is neither merged nor split, on the day asked.
        quantile: for days: the share of matters that took no longer than the value.
    """

    key: str
    unit: Unit
    title: Text
    text: Text
    measure: Callable[[MatterState, date], Measured]
    quantile: Fraction | None = None


ANSWERS = frozenset((Action.CONFIRM, Action.OBJECT, Action.LAPSE))
ENDS = frozenset((Family.CONFIRMED, Family.UNSOLVED))
_DONE = ENDS | {Family.CLAIMED}
_ANSWERED = frozenset(Family) - {Family.WAITING}


def left_out(state: MatterState) -> Reason | None:
    """Why a matter is in no figure at all: it goes on in others and is counted there."""
    if state.open:
        return None
    if state.merged_into is not None:
        return Reason.MERGED
    return Reason.SPLIT if state.parts else None


def solved(state: MatterState) -> bool:
    """Whether the office's last report says that the matter is solved, not partly or explained."""
    return state.outcome is not None and state.outcome.result is Result.SOLVED


def _total(_state: MatterState, _as_of: date) -> Measured:
    return 1


def _open(state: MatterState, _as_of: date) -> Measured:
    return int(state.open)


def _response(state: MatterState, as_of: date) -> Measured:
    if _first(state, _ANSWERED) is None:
        in_time = state.due is not None and as_of <= state.due.day
        return Reason.STILL_IN_TIME if in_time else 0
    first = next(each for each in state.history if each.after.family is not Family.WAITING)
    return Reason.WITHDRAWN_UNANSWERED if first.step.action is Action.WITHDRAW else 1


def _resolution(state: MatterState, _as_of: date) -> Measured:
    return int(state.family is Family.CONFIRMED and solved(state) and not state.lapsed)


def _closed_not_solved(state: MatterState, _as_of: date) -> Measured:
    return int(state.family in ENDS and not solved(state))


def _closed_by_silence(state: MatterState, _as_of: date) -> Measured:
    return int(state.family is Family.CONFIRMED and solved(state) and state.lapsed)


def _satisfaction(state: MatterState, _as_of: date) -> Measured:
    said: Action | None = None
    reported = False
    for passage in state.history:
        if passage.step.action is Action.REPORT_DONE:
            said, reported = None, True
        elif passage.step.action in ANSWERS:
            said = passage.step.action
    if said is Action.OBJECT:
        return 0
    if said is None:
        waiting = reported and state.family is Family.CLAIMED
        return Reason.AWAITING_ANSWER if waiting else Reason.NOT_REPORTED
    if state.family is not Family.CONFIRMED:
        return Reason.HANDLED_AGAIN
    return Reason.NOBODY_ANSWERED if said is Action.LAPSE else 1


def _late_now(state: MatterState, _as_of: date) -> Measured:
    if not state.open:
        return Reason.CLOSED
    return Reason.NO_LIMIT if state.due is None else int(state.late)


def _late_ever(state: MatterState, _as_of: date) -> Measured:
    limited = [
        each for each in state.history if each.due is not None and each.before.key != each.after.key
    ]
    if state.late or any(each.late_days for each in limited):
        return 1
    if any(each.date.day is None for each in limited):
        return Reason.VAGUE_DATE
    return 0 if limited or state.due is not None else Reason.NO_LIMIT


def _reopened(state: MatterState, _as_of: date) -> Measured:
    if state.reopened:
        return 1
    return 0 if _first(state, _DONE) is not None else Reason.NEVER_DONE


def _handed_over(state: MatterState, _as_of: date) -> Measured:
    return int(state.pending is not None)


def _first(state: MatterState, families: frozenset[Family]) -> PartialDate | None:
    """When a matter first stood in a stage of one of the families."""
    found = (each.date for each in state.history if each.after.family in families)
    return next(found, None)


def _days_to(family: Family) -> Callable[[MatterState, date], Measured]:
    def measure(state: MatterState, _as_of: date) -> Measured:
        reached = _first(state, frozenset((family,)))
        if reached is None:
            return Reason.NOT_REACHED
        if reached.day is None or state.opened_on.day is None:
            return Reason.VAGUE_DATE
        return (reached.day - state.opened_on.day).days

    return measure


_COUNTED = Text(
    "计入的事项：到统计日已经提出的，并案的只数一次，拆分的由拆出的各件来数",
    "matters counted: those raised by the day asked; merged ones once, split ones by their parts",
)
_SHARES = (
    Definition(
        "total",
        Unit.COUNT,
        Text("计入的事项", "Matters counted"),
        Text("{counted}。", "{counted}.").format(counted=_COUNTED),
        _total,
    ),
    Definition(
        "open",
        Unit.COUNT,
        Text("现在没有了结", "Open now"),
        Text(
            "计入的事项中，还有人要办、要答复或要评价的件数；报结而居民还没有答复的也在内。",
            "Of the matters counted, those in which somebody still has to act, answer or judge; "
            "reported done without an answer is still open.",
        ),
        _open,
    ),
    Definition(
        "response",
        Unit.SHARE,
        Text("回应率", "Response rate"),
        Text(
            "分子：有单位受理、交办或作出答复，离开过“待受理”的事项。分母：计入的事项，"
            "不含受理期限还没有到的，也不含受理以前就撤回的。没有期限又没有人受理的，留在分母里。",
            "Numerator: matters that somebody took up, so that they left “waiting”. Denominator: "
            "matters counted, without those still within the time to be taken up and those "
            "withdrawn before. Not taken up and without a limit stays in the denominator.",
        ),
        _response,
    ),
    Definition(
        "resolution",
        Unit.SHARE,
        Text("解决率", "Resolution rate"),
        Text(
            "分子：结果为“已解决”，并且居民明确认可、现在仍是已销号的事项。分母：全部计入的事项，"
            "没有了结的也在内。报结不算解决，期满没有人答复也不算。",
            "Numerator: matters with the result “solved” that residents agreed to and that are "
            "still closed. Denominator: all matters counted, open ones too. Reported done is not "
            "solved, nor is silence.",
        ),
        _resolution,
    ),
    Definition(
        "closed_not_solved",
        Unit.SHARE,
        Text("了结而没有解决", "Closed but not solved"),
        Text(
            "分子：已经销号或列为未能解决，而结果不是“已解决”的事项：部分解决、解释说明、办不到、"
            "撤回。分母：全部计入的事项。",
            "Numerator: matters closed or given up whose result is not “solved”: partly solved, "
            "explained, not feasible, withdrawn. Denominator: all matters counted.",
        ),
        _closed_not_solved,
    ),
    Definition(
        "closed_by_silence",
        Unit.SHARE,
        Text("无人答复而销号", "Closed without an answer"),
        Text(
            "分子：办理单位称已解决，评价期满没有人答复，按规程销号的事项。分母：全部计入的事项。",
            "Numerator: matters that the office called solved and that were closed because nobody "
            "answered in time. Denominator: all matters counted.",
        ),
        _closed_by_silence,
    ),
    Definition(
        "satisfaction",
        Unit.SHARE,
        Text("满意率", "Satisfaction rate"),
        Text(
            "分子：居民认可最近一次报结的事项。分母：居民对最近一次报结作了答复（认可或不认可）的事项。"
            "一件事算一次，不按人数。没有报结、还在等答复、期满没有人答复、销号以后又重办的，都不在分母里。",
            "Numerator: matters whose last report residents agreed to. Denominator: matters to "
            "whose last report residents said yes or no. Each matter counts once, whatever the "
            "number of people. Not reported, awaiting an answer, no answer in time, and taken up "
            "again after closing are left out.",
        ),
        _satisfaction,
    ),
    Definition(
        "late_now",
        Unit.SHARE,
        Text("现在逾期", "Late now"),
        Text(
            "分子：到统计日已过现阶段期限的事项。分母：没有了结、现阶段写明期限的事项。"
            "期限按工作日计算，中止不停表。",
            "Numerator: matters past the limit of their present stage. Denominator: open matters "
            "whose present stage has a limit. Limits run in working days; a pause does not stop "
            "them.",
        ),
        _late_now,
    ),
    Definition(
        "late_ever",
        Unit.SHARE,
        Text("逾期过", "Ever late"),
        Text(
            "分子：现在逾期，或者有哪一个阶段是过了期限才走完的事项，了结的也算。分母：有过期限的事项。"
            "延期以后按延长的期限算。日期只知道到月或年、看不出是否逾期的不计。",
            "Numerator: matters late now, or that left a stage after its limit, closed ones too. "
            "Denominator: matters that had a limit. After an extension the later day counts. Left "
            "out where dates are too vague to tell.",
        ),
        _late_ever,
    ),
    Definition(
        "reopened",
        Unit.SHARE,
        Text("重办率", "Reopened"),
        Text(
            "分子：报结或了结以后又退回重办过的事项，不论几次。分母：报结过或者了结过的事项。",
            "Numerator: matters taken up again after they were reported done or closed, however "
            "often. Denominator: matters that were ever reported done or closed.",
        ),
        _reopened,
    ),
    Definition(
        "handed_over",
        Unit.COUNT,
        Text("移交而没有接收", "Handed over, not taken over"),
        Text(
            "计入的事项中，已经移交、上报或下派给另一个单位，对方既没有接收也没有退回的件数。",
            "Of the matters counted, those handed over to another body that has neither taken "
            "them over nor sent them back.",
        ),
        _handed_over,
    ),
)
_STEPS = {
    Family.WORKING: Text("开始办理", "being worked on"),
    Family.CLAIMED: Text("报结", "reported done"),
    Family.CONFIRMED: Text("销号", "closed"),
    Family.UNSOLVED: Text("列为未能解决", "given up"),
    Family.REOPENED: Text("退回重办", "reopened"),
}
_QUANTILES = (
    ("median", Fraction(1, 2), Text("中位数", "median"), Text("一半", "half")),
    ("p90", Fraction(9, 10), Text("九成分位数", "90th percentile"), Text("九成", "nine tenths")),
)
_DAYS_TITLE = Text("从提出到{step}的天数（{which}）", "Days until {step} ({which})")
_DAYS_TEXT = Text(
    "从提出到第一次{step}，至少{share}的事项用的天数不超过这个数。按自然日算，提出当天办到记 0 天。"
    "把天数从小到大排好，取第 ⌈q×n⌉ 个（最近秩法，q 为 {q}），所以总是其中某一件实际用的天数。"
    "没有走到这一步的、日期只知道到月或年的不计。",
    "At least {share} of the matters took no more than this many days from being raised to first "
    "being {step}. Calendar days; 0 for the same day. Nearest-rank method: of n matters in order, "
    "the one at ⌈q×n⌉ (q is {q}), so it is always what some matter really took. Left out: matters "
    "that have not come to this, and dates known to the month or year only.",
)


def _days() -> Iterator[Definition]:
    for family, step in _STEPS.items():
        days = _days_to(family)
        for name, quantile, which, share in _QUANTILES:
            yield Definition(
                f"days_{family}_{name}",
                Unit.DAYS,
                _DAYS_TITLE.format(step=step, which=which),
                _DAYS_TEXT.format(step=step, share=share, q=f"{float(quantile):g}"),
                days,
                quantile,
            )


DEFINITIONS: tuple[Definition, ...] = (*_SHARES, *_days())
"""Every figure, in the order in which it is shown."""


def positions(*keys: str) -> tuple[int, ...]:
    """Where figures stand among ``DEFINITIONS``, for tables that show some of them.

    Raises:
        ValueError: there is no figure of that key; a column would otherwise be missing unseen.
    """
    known = [definition.key for definition in DEFINITIONS]
    return tuple(known.index(key) for key in keys)
