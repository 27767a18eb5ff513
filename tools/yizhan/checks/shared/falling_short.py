"""Quorum and majority as the law asks: what decisions fall short in, each place told once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from yizhan.checks.shared.check import Context, Problem
from yizhan.checks.shared.committee_elections import committee_elections
from yizhan.checks.shared.minutes import decision_rules, decisions
from yizhan.checks.shared.tallies import elections
from yizhan.facts.committee_election import turnout_asked
from yizhan.facts.decision import judge, judge_elected
from yizhan.facts.presence import attendance_at
from yizhan.facts.ruling import Ruling, Shortcoming, Shortfall
from yizhan.model.archive import Archive
from yizhan.model.finding import Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.wording.lists import following
from yizhan.wording.ruling import fault, under_each

_AT_LEAST = Text("{says}至少要 {need:,} 才够。", "{says} {need:,} at least {need:is|are} needed.")
_CHECK_BASIS = Text(
    "核对 attendance 的 basis（按什么算人数）；确实开错了会的，重新召开。",
    "Check the basis of the attendance; if the wrong people met, call the meeting anew.",
)
_CHECK_EXCLUDED = Text(
    "把扣除的人加回 due（应到）；法律允许扣除的，在 excluded 里写明是哪些人。",
    "Add them to due again; where the law lets them be left out, say in excluded who they are.",
)
_FIX: Mapping[Shortfall, Text] = {
    Shortfall.REJECTED_DESPITE_MAJORITY: Text(
        "核对票数和 result（结果），改掉写错的那个。",
        "Check tally and result, and correct the one that is wrong.",
    ),
    Shortfall.WRONG_BASIS: _CHECK_BASIS,
    Shortfall.EXCLUDED_WITHOUT_GROUND: _CHECK_EXCLUDED,
    Shortfall.EXCLUSION_UNEXPLAINED: _CHECK_EXCLUDED,
}
"""How to fix what is no matter of numbers."""
_OF_MEETING: Mapping[Shortfall, Pointer] = {
    Shortfall.QUORUM: ("attendance", "present"),
    Shortfall.AREA_QUORUM: ("attendance", "area", "present"),
    Shortfall.WRONG_BASIS: ("attendance", "basis"),
    Shortfall.EXCLUDED_WITHOUT_GROUND: ("attendance", "excluded"),
    Shortfall.EXCLUSION_UNEXPLAINED: ("attendance", "excluded"),
}
"""Where the shortfalls are of those who were there, from the meeting or the item on; each told once."""
_OF_DECISION: Mapping[Shortfall, str] = {
    Shortfall.MAJORITY: "vote",
    Shortfall.AREA_MAJORITY: "vote",
    Shortfall.REJECTED_DESPITE_MAJORITY: "result",
}

_WITHOUT_GROUND = Shortfall.EXCLUDED_WITHOUT_GROUND

_Found = dict[tuple[Pointer, Shortfall], dict[Shortcoming, None]]
"""What falls short, by place and by what, each once."""


_OF_RECALLS = frozenset({Shortfall.QUORUM, Shortfall.MAJORITY})
"""What a recall does not come about without: 须有…过半数投票，并须经…过半数通过."""


def of_recall(each: Shortcoming, context: Context) -> bool:
    """Whether a recall lacks those who vote or those who agree (村民委员会组织法, 2025: 第十九条第二款)."""
    keys = {rule.recall.rule for rule in context.presets.organic.elections}
    return each.key in _OF_RECALLS and each.rule is not None and each.rule.key in keys


def falls_short(
    record: Meeting, archive: Archive, context: Context, asked: Callable[[Shortcoming], bool]
) -> Iterator[Problem]:
    """Yield what a meeting's decisions fall short in, as far as it is asked for."""
    if not record.held:
        return  # what it decided all the same is T004's
    found: _Found = {}
    for pointer, ruling in _rulings(record, archive, context):
        misnamed = any(each.key is Shortfall.RULE_NOT_IN_FORCE for each in ruling.shortcomings)
        for each in ruling.shortcomings:
            if not asked(each):
                continue
            if each.rule is None or each.have < 0 or each.key not in (*_OF_MEETING, *_OF_DECISION):
                continue  # a rule named wrongly is T021's; more left than were there, T040's
            if misnamed and each.key is Shortfall.WRONG_BASIS:
                continue  # counted as the rule asks that was named, and T023 is about that
            at = (*pointer, _OF_DECISION[each.key]) if each.key in _OF_DECISION else None
            at = at or _place(record, int(pointer[1]), each.key, found)
            found.setdefault((at, each.key), {})[each] = None
    for (at, key), these in found.items():
        if key is Shortfall.QUORUM and ((*at[:-1], "excluded"), _WITHOUT_GROUND) in found:
            continue  # told with those who were left out
        quorum = ((*at[:-1], "present"), Shortfall.QUORUM)
        more = found.get(quorum, {}) if key is _WITHOUT_GROUND else {}
        yield _problem(record, at, tuple(these), tuple(more))


def _rulings(
    record: Meeting, archive: Archive, context: Context
) -> Iterator[tuple[Pointer, Ruling]]:
    """What the law says of every decision, and of who was there when somebody was elected.

    The turnout that elects a committee is G016's.
    """
    rules, where = decision_rules(record, archive, context)
    for pointer, decision in decisions(record):
        yield pointer, judge(record, decision, rules, where)
    by_turnout = {
        pointer
        for number, pointer, _, _, rule in committee_elections(record, archive, context)
        if turnout_asked(rule, record.agenda[number], attendance_at(record, number))
    }
    for _, pointer, election in elections(record):
        if pointer not in by_turnout and any(each.elected for each in election.candidates):
            yield pointer, judge_elected(record, election, rules, where)


def _place(record: Meeting, number: int, key: Shortfall, found: _Found) -> Pointer:
    """Where a shortfall of those who were there is: where they were counted, or the item by which they left.

    A meeting that began without them is short once, however many left afterwards.
    """
    item, of_meeting = record.agenda[number], _OF_MEETING[key]
    left = [position for position, each in enumerate(item.movements) if each.left]
    at: Pointer = ("agenda", number)
    if left and key is Shortfall.QUORUM and (of_meeting, key) not in found:
        return (*at, "movements", left[-1])
    if item.attendance is not None:
        return (*at, *of_meeting)
    began = record.attendance is None or record.attendance == attendance_at(record, number)
    if key is not Shortfall.QUORUM or began or (of_meeting, key) in found:
        return of_meeting
    return (*at, "title")


def _problem(
    record: Meeting, at: Pointer, found: tuple[Shortcoming, ...], more: tuple[Shortcoming, ...]
) -> Problem:
    """What one place falls short in: the strictest of the rules that ask it is told, and all are cited.

    Args:
        record: the meeting.
        at: the place.
        found: what it falls short in.
        more: the quorum that it falls short of, since those who were left out count.
    """
    says = following(_told(max(each, key=lambda one: one.need)) for each in (found, more) if each)
    rules = [each.rule for each in (*found, *more) if each.rule is not None]
    message, cites = under_each(((rule, None) for rule in rules), says)
    return Problem(record, at, message, _FIX.get(found[0].key), articles=cites)


def _told(each: Shortcoming) -> Text:
    says = fault(each)
    return _AT_LEAST.format(says=says, need=each.need) if each.need else says
