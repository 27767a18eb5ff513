"""T006: a decision has the quorum and majority that the law asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_ASSEMBLY, ROAD, VOTE_PATH, vote
from yizhan.checks.shared.minutes import decision_rules, decisions
from yizhan.facts.decision import Shortfall, judge
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import AgendaItem, Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.ruling import cited, fault, under

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


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    if not record.held:
        return  # what it decided all the same is T004's
    reported: set[tuple[Pointer, Text]] = set()
    rules, where = decision_rules(record, archive, context)
    for pointer, decision in decisions(record):
        for shortcoming in judge(record, decision, rules, where).shortcomings:
            rule = shortcoming.rule
            key = shortcoming.key
            if rule is None or shortcoming.have < 0 or key not in (*_OF_MEETING, *_OF_DECISION):
                continue  # a rule named wrongly is T021's; more left than were there, T040's
            at = (
                (*pointer, _OF_DECISION[key])
                if key in _OF_DECISION
                else _place(record, pointer, key)
            )
            says = fault(shortcoming)
            if shortcoming.need:
                says = _AT_LEAST.format(says=says, need=shortcoming.need)
            message = under(rule, says)
            if (at, message) not in reported:
                reported.add((at, message))
                cites = (cited(rule),)
                yield Problem(record, at, message, _FIX.get(key), articles=cites)


def _place(record: Meeting, pointer: Pointer, key: Shortfall) -> Pointer:
    """Where a shortfall of those who were there is.

    At the item whose own attendance it is, or at those who left there; else at the meeting's attendance.
    """
    number = int(pointer[1])
    item, of_meeting = record.agenda[number], _OF_MEETING[key]
    here: Pointer = ("agenda", number)
    moved = key is Shortfall.QUORUM
    if moved and (left := _left(item)):
        return (*here, "movements", left[-1])
    if item.attendance is not None:
        return (*here, *of_meeting)
    return pointer if moved and any(map(_left, record.agenda[:number])) else of_meeting


def _left(item: AgendaItem) -> list[int]:
    """Positions of the movements with which people left."""
    return [position for position, each in enumerate(item.movements) if each.left]


_TITLE = "村民会议：修路"
_VOTE = """\
        method: show_of_hands
        vote:
          for: 400
          against: 10
"""

CHECK = Check(
    code="T006",
    title=Text("决定合乎法定人数和票数", "Quorum and majority as the law asks"),
    why=Text(
        "人数不够开的会、票数不够通过的事，可以争议。村民会议要有过半数的成年村民或者三分之二以上的户的"
        "代表参加，经到会人员过半数通过；居民会议、代表会议和业主大会各有规定，都按开会那天有效的法律算。",
        "What an assembly without quorum or majority decided can be contested. A villagers' assembly needs more than "
        "half of the adults or two thirds of the households, and more than half of those present in favour; residents' "
        "assemblies, representatives and owners have rules of their own; each is judged by the law of its day.",
    ),
    fix=Text(
        "对照签到表和计票单核对人数和票数；确实不够的，重新开会表决，不要改数字。",
        "Compare with the attendance and counting sheets; if they really fall short, hold the vote again and never touch the figures.",
    ),
    bad=Example({VOTE_PATH: vote(_TITLE, BY_ASSEMBLY | {"present": 430}) + ROAD + _VOTE}),
    good=Example({VOTE_PATH: vote(_TITLE, BY_ASSEMBLY | {"present": 470}) + ROAD + _VOTE}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
