"""The one table of what is said of a matter: family × result × ending × how well its day is known.

Every combination has its cell here or is named as impossible, and importing this module fails where
one is neither: nothing is said by default. "Done" is only the office's word until residents agree, a
result of "not done" is never headed as solved, and where the records give no result none is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import product
from typing import NamedTuple

from yizhan.facts.ending import AGREED, GOES_ON, UNDER_WAY, Ending
from yizhan.facts.workflow import CLOSED
from yizhan.model.text import Text
from yizhan.model.vocabulary import Family, Result
from yizhan.wording.matter_endings import (
    CONFIRMED,
    LAPSED,
    MERGED,
    NOTED,
    REFUSED,
    SPLIT,
    UNRECORDED,
    WITHDRAWN,
    Ended,
)


class Dated(StrEnum):
    """How well the day is known on which the present state began, or on which it ended."""

    KNOWN = "known"  # to the day
    VAGUE = "vague"  # to the month or year only


class Cell(NamedTuple):
    """What decides what is said; no result where the office reports none."""

    family: Family
    result: Result | None
    ending: Ending
    dated: Dated


class Said(NamedTuple):
    """What is said.

    Attributes:
        word: the state in a word; None for that of the family.
        mark: the class of its colour and icon, which ``docs/assets/stylesheets/records.css`` has.
        sentence: with ``{who}`` for whoever has the matter, ``{teller}`` for whose word its result
            is (``{Teller}`` where a sentence begins with it), ``{owner}`` for whose the matter is,
            ``{waits}`` for whether residents were asked (likewise ``{Waits}``), ``{again}`` for why
            it is taken up again, ``{silence}`` for whether their time to answer is surely over,
            ``{n}`` for how many parts it was split into, and ``{raiser}`` for who withdrew it.
        unnamed: the same where nobody has it.
        when: the day, with ``{day}``.
    """

    word: Text | None
    mark: str
    sentence: Text
    unnamed: Text
    when: Text


WAITING = Text("已经提出，还没有单位受理。", "Raised; nobody has accepted it yet.")
_WAITING_FOR = Text("已经提出，等{who}受理。", "Raised; waiting for {who} to accept it.")
_WORKING_ON = Text("{who}正在办理。", "{who} is working on it.")
_WORKING = Text("正在办理。", "Being worked on.")
_REOPENED = Text("{again}", "{again}")
_CLAIMED: Mapping[Result | None, Text] = {
    None: Text(
        "{teller}说已经办完，没有写明结果；{waits}。",
        "{Teller} says it is finished, with what result is not said; {waits}.",
    ),
    Result.SOLVED: Text(
        "{teller}说已经办完，{waits}；居民确认之前不算解决。",
        "{Teller} says it is done. {Waits}. It does not count as solved until residents agree.",
    ),
    Result.PARTLY: Text(
        "{teller}说解决了一部分，{waits}。",
        "{Teller} says it is solved in part; {waits}.",
    ),
    Result.EXPLAINED: Text(
        "{teller}说作了说明，不算解决；{waits}。",
        "{Teller} says it was explained, which is no solution; {waits}.",
    ),
    Result.NOT_FEASIBLE: Text(
        "{teller}说目前条件办不到，没有解决；{waits}。",
        "{Teller} says it is not feasible for now: not solved. {Waits}.",
    ),
    Result.NOT_OURS: Text(
        "{teller}说不归这里管，{owner}，没有解决；{waits}。",
        "{Teller} says it is not for this place to deal with: {owner}. Not solved; {waits}.",
    ),
    Result.WITHDRAWN: Text(
        "{teller}说提出人已经撤回，{waits}。",
        "{Teller} says it was withdrawn; {waits}.",
    ),
}


_ANNULLED = Text(
    "原来的了结已经作废，重新打开：{now}",
    "What had closed it was annulled; it is open again: {now}",
)
_DAY = Text("{day}", "{day}")
_SINCE = {
    Dated.KNOWN: _DAY,
    Dated.VAGUE: Text("{day}，起算日不详", "{day}; since which day is not known"),
}
_ON = {
    Dated.KNOWN: _DAY,
    Dated.VAGUE: Text("{day}，哪一天不详", "{day}; the day is not known"),
}
_WHATEVER_RESULT: tuple[Result | None, ...] = (
    None,
    Result.SOLVED,
    Result.PARTLY,
    Result.EXPLAINED,
    Result.NOT_FEASIBLE,
    Result.NOT_OURS,
    Result.WITHDRAWN,
)
"""Results of which the cells below say nothing; one by one, so that a new one is missed."""
_OPEN: Mapping[Family, tuple[Text, Text]] = {
    Family.WAITING: (_WAITING_FOR, WAITING),
    Family.WORKING: (_WORKING_ON, _WORKING),
    Family.REOPENED: (_REOPENED, _REOPENED),
}
_ENDED: Mapping[tuple[Family, Ending], Mapping[Result | None, Ended]] = {
    (Family.CONFIRMED, Ending.CONFIRMED): CONFIRMED,
    (Family.CONFIRMED, Ending.NOTED): NOTED,
    (Family.CONFIRMED, Ending.LAPSED): LAPSED,
    (Family.UNSOLVED, Ending.REFUSED): REFUSED,
    (Family.UNSOLVED, Ending.WITHDRAWN): WITHDRAWN,
    (Family.CONFIRMED, Ending.UNRECORDED): dict.fromkeys(_WHATEVER_RESULT, UNRECORDED),
    (Family.UNSOLVED, Ending.UNRECORDED): dict.fromkeys(_WHATEVER_RESULT, UNRECORDED),
    **{(family, Ending.SPLIT): dict.fromkeys(_WHATEVER_RESULT, SPLIT) for family in Family},
    **{(family, Ending.MERGED): dict.fromkeys(_WHATEVER_RESULT, MERGED) for family in Family},
}


def is_impossible(family: Family, ending: Ending) -> bool:
    """Whether no log leads there: what is under way is in no closed stage, and what ended in one."""
    if ending in GOES_ON:
        return False
    if ending in UNDER_WAY:
        return family in CLOSED
    if ending in AGREED | {Ending.LAPSED}:
        return family is not Family.CONFIRMED
    if ending in (Ending.REFUSED, Ending.WITHDRAWN):
        return family is not Family.UNSOLVED
    return family not in CLOSED


def _open_cells() -> Iterator[tuple[Cell, Said]]:
    for dated in Dated:
        for family, (named, unnamed) in _OPEN.items():
            for result in _WHATEVER_RESULT:
                yield from _under_way(Cell(family, result, Ending.OPEN, dated), named, unnamed)
        for result, text in _CLAIMED.items():
            yield from _under_way(Cell(Family.CLAIMED, result, Ending.OPEN, dated), text, text)


def _under_way(cell: Cell, named: Text, unnamed: Text) -> Iterator[tuple[Cell, Said]]:
    mark, when = cell.family.value, _SINCE[cell.dated]
    yield cell, Said(None, mark, named, unnamed, when)
    again = tuple(_ANNULLED.format(now=text) for text in (named, unnamed))
    yield cell._replace(ending=Ending.ANNULLED), Said(None, mark, again[0], again[1], when)


def _ended_cells() -> Iterator[tuple[Cell, Said]]:
    for (family, ending), by_result in _ENDED.items():
        for result, said in by_result.items():
            for dated in Dated:
                word, mark, text = said
                yield (
                    Cell(family, result, ending, dated),
                    Said(word, mark, text, text, _ON[dated]),
                )


def complete(table: Mapping[Cell, Said]) -> Mapping[Cell, Said]:
    """The table, once every combination is in it or is impossible, and none is both.

    Raises:
        LookupError: which combinations are missing or are not possible.
    """
    cells = (Cell(*each) for each in product(Family, (None, *Result), Ending, Dated))
    wrong = [cell for cell in cells if (cell in table) is is_impossible(cell.family, cell.ending)]
    if wrong:
        raise LookupError(f"what is said of matters is incomplete: {wrong}")
    return table


TABLE: Mapping[Cell, Said] = complete({**dict(_open_cells()), **dict(_ended_cells())})
"""What is said, by what decides it."""
