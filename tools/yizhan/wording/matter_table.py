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

from yizhan.facts.ending import GOES_ON, UNDER_WAY, Ending
from yizhan.facts.workflow import CLOSED
from yizhan.model.text import Text
from yizhan.model.vocabulary import Family, Result


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
        sentence: with ``{who}`` for whoever has the matter, ``{owner}`` for whose it is.
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
_REOPENED = Text(
    "没有得到认可或又出现问题，已退回重办。",
    "Not agreed to, or the trouble came back: taken up again.",
)
_OFFICE = Text("办理单位", "The office")
_CLAIMED: Mapping[Result | None, Text] = {
    None: Text(
        "{who}已经报结，没有写明结果，等居民评价。",
        "{who} reported it finished without saying how; residents have not answered yet.",
    ),
    Result.SOLVED: Text(
        "{who}说已经办完，等居民评价；居民确认之前不算解决。",
        "{who} says it is done. It does not count as solved until residents agree.",
    ),
    Result.PARTLY: Text(
        "{who}说解决了一部分，等居民评价。",
        "{who} says it is solved in part; residents have not answered yet.",
    ),
    Result.EXPLAINED: Text(
        "{who}作了说明，等居民评价；不算解决。",
        "{who} gave an explanation, which is no solution; residents have not answered yet.",
    ),
    Result.NOT_FEASIBLE: Text(
        "{who}说目前条件办不到，没有解决；等居民评价。",
        "{who} says it is not feasible for now: not solved. Residents have not answered yet.",
    ),
    Result.NOT_OURS: Text(
        "{who}说不归这里管，{owner}，没有解决；等居民评价。",
        "{who} says it is not theirs to deal with: {owner}. Not solved; residents have not answered yet.",
    ),
    Result.WITHDRAWN: Text(
        "{who}说提出人已经撤回，等居民评价。",
        "{who} says it was withdrawn; residents have not answered yet.",
    ),
}


class _Closed(NamedTuple):
    word: Text
    mark: str
    sentence: Text


_CONFIRMED: Mapping[Result | None, _Closed] = {
    None: _Closed(
        Text("已销号，结果不详", "Closed, result unknown"),
        "merged",
        Text(
            "居民认可后销号；记录没有写明结果。",
            "Closed as residents agreed; the records give no result.",
        ),
    ),
    Result.SOLVED: _Closed(
        Text("居民认可", "Residents agree"),
        "confirmed",
        Text("已经解决，居民确认。", "Solved, and residents agree."),
    ),
    Result.PARTLY: _Closed(
        Text("部分解决", "Partly solved"),
        "partly",
        Text("解决了一部分，居民认可这个结果。", "Partly solved, and residents accept the result."),
    ),
    Result.EXPLAINED: _Closed(
        Text("已作说明", "Explained"),
        "explained",
        Text(
            "说明了情况，居民表示接受；不算解决。",
            "Explained, and residents accept it; not a solution.",
        ),
    ),
    Result.NOT_FEASIBLE: _Closed(
        Text("没有解决，居民接受", "Not solved, accepted"),
        "unsolved",
        Text(
            "没有解决：目前条件办不到，居民接受这个答复。",
            "Not solved: not feasible for now, and residents accept that answer.",
        ),
    ),
    Result.NOT_OURS: _Closed(
        Text("不归这里管，居民接受", "Not ours, accepted"),
        "unsolved",
        Text(
            "没有解决：不归这里管，{owner}；居民接受这个答复。",
            "Not solved: not for this place to deal with, {owner}; residents accept that answer.",
        ),
    ),
    Result.WITHDRAWN: _Closed(
        Text("撤回，居民认可", "Withdrawn, agreed"),
        "unsolved",
        Text(
            "没有办理到底：记为提出人撤回，居民认可。",
            "Not carried through: recorded as withdrawn, and residents agree.",
        ),
    ),
}
_LAPSED: Mapping[Result | None, _Closed] = {
    None: _Closed(
        Text("期满销号，结果不详", "Closed unanswered, result unknown"),
        "lapsed",
        Text(
            "评价期满没有人提出异议，按规程销号；记录没有写明结果。",
            "Closed because nobody objected in the time to answer; the records give no result.",
        ),
    ),
    Result.SOLVED: _Closed(
        Text("期满无人评价", "Nobody answered"),
        "lapsed",
        Text(
            "办理单位说已经办完；评价期满没有人提出异议，按规程销号，没有居民明确确认。",
            "The office says it is done; closed because nobody objected in the time to answer. "
            "No resident has expressly agreed.",
        ),
    ),
    Result.PARTLY: _Closed(
        Text("部分解决，无人评价", "Partly solved, nobody answered"),
        "lapsed",
        Text(
            "办理单位说解决了一部分；评价期满没有人提出异议，按规程销号。",
            "The office says it is solved in part; closed because nobody objected in the time to answer.",
        ),
    ),
    Result.EXPLAINED: _Closed(
        Text("已作说明，无人评价", "Explained, nobody answered"),
        "lapsed",
        Text(
            "办理单位作了说明；评价期满没有人提出异议，按规程销号；不算解决。",
            "The office gave an explanation; closed because nobody objected in the time to answer. "
            "Not a solution.",
        ),
    ),
    Result.NOT_FEASIBLE: _Closed(
        Text("没有解决，无人评价", "Not solved, nobody answered"),
        "unsolved",
        Text(
            "没有解决：办理单位说目前条件办不到；评价期满没有人提出异议，按规程销号。",
            "Not solved: the office says it is not feasible for now; closed because nobody objected "
            "in the time to answer.",
        ),
    ),
    Result.NOT_OURS: _Closed(
        Text("不归这里管，无人评价", "Not ours, nobody answered"),
        "unsolved",
        Text(
            "没有解决：办理单位说不归这里管，{owner}；评价期满没有人提出异议，按规程销号。",
            "Not solved: the office says it is not theirs to deal with, {owner}; closed because nobody "
            "objected in the time to answer.",
        ),
    ),
    Result.WITHDRAWN: _Closed(
        Text("撤回，无人评价", "Withdrawn, nobody answered"),
        "unsolved",
        Text(
            "没有办理到底：办理单位记为提出人撤回；评价期满没有人提出异议。",
            "Not carried through: the office recorded it as withdrawn, and nobody objected in the "
            "time to answer.",
        ),
    ),
}
_REFUSED: Mapping[Result | None, _Closed] = {
    None: _Closed(
        Text("不予办理", "Declined"),
        "unsolved",
        Text(
            "办理单位不予办理或者停止办理；记录没有写明结果。",
            "Declined or given up by the office; the records give no result.",
        ),
    ),
    Result.SOLVED: _Closed(
        Text("不予办理，结果不符", "Declined, contradictory"),
        "unsolved",
        Text(
            "记录写的是不予办理，结果却写“已解决”，两处对不上，不算解决。",
            "Recorded as declined, yet with the result “solved”: the two contradict each other, and it "
            "does not count as solved.",
        ),
    ),
    Result.PARTLY: _Closed(
        Text("只解决一部分", "Only in part"),
        "unsolved",
        Text(
            "没有全部解决：办理单位说解决了一部分，不再往下办。",
            "Not wholly solved: the office says it is solved in part and goes no further.",
        ),
    ),
    Result.EXPLAINED: _Closed(
        Text("不予办理，已作说明", "Declined, explained"),
        "unsolved",
        Text(
            "没有解决：办理单位作了说明，不予办理。",
            "Not solved: declined by the office with an explanation.",
        ),
    ),
    Result.NOT_FEASIBLE: _Closed(
        Text("办不到", "Not feasible"),
        "unsolved",
        Text(
            "没有解决：办理单位说目前条件办不到。",
            "Not solved: the office says it is not feasible for now.",
        ),
    ),
    Result.NOT_OURS: _Closed(
        Text("不归这里管", "Not ours"),
        "unsolved",
        Text(
            "没有解决：办理单位说不归这里管，{owner}。",
            "Not solved: the office says it is not theirs to deal with, {owner}.",
        ),
    ),
    Result.WITHDRAWN: _Closed(
        Text("记为撤回", "Recorded as withdrawn"),
        "unsolved",
        Text(
            "没有办理到底：办理单位不再办理，记为提出人撤回。",
            "Not carried through: given up by the office, which recorded it as withdrawn.",
        ),
    ),
}
_TAKEN_BACK = Text("提出人撤回", "Withdrawn")
_WITHDRAWN: Mapping[Result | None, _Closed] = {
    None: _Closed(
        _TAKEN_BACK,
        "unsolved",
        Text(
            "没有办理到底：提出人撤回。", "Not carried through: withdrawn by those who raised it."
        ),
    ),
    Result.SOLVED: _Closed(
        _TAKEN_BACK,
        "unsolved",
        Text(
            "提出人撤回；办理单位说已经办完，没有居民确认。",
            "Withdrawn by those who raised it; the office says it is done, which no resident confirmed.",
        ),
    ),
    Result.PARTLY: _Closed(
        _TAKEN_BACK,
        "unsolved",
        Text(
            "提出人撤回；办理单位说解决了一部分，没有居民确认。",
            "Withdrawn by those who raised it; the office says it is solved in part, which no resident "
            "confirmed.",
        ),
    ),
    Result.EXPLAINED: _Closed(
        _TAKEN_BACK,
        "unsolved",
        Text(
            "提出人撤回；办理单位作过说明。",
            "Withdrawn by those who raised it after the office gave an explanation.",
        ),
    ),
    Result.NOT_FEASIBLE: _Closed(
        _TAKEN_BACK,
        "unsolved",
        Text(
            "没有解决：办理单位说目前条件办不到，提出人撤回。",
            "Not solved: the office says it is not feasible for now, and those who raised it withdrew it.",
        ),
    ),
    Result.NOT_OURS: _Closed(
        _TAKEN_BACK,
        "unsolved",
        Text(
            "没有解决：办理单位说不归这里管，{owner}；提出人撤回。",
            "Not solved: the office says it is not theirs to deal with, {owner}, and those who raised it "
            "withdrew it.",
        ),
    ),
    Result.WITHDRAWN: _Closed(
        _TAKEN_BACK,
        "unsolved",
        Text(
            "没有办理到底：提出人自己撤回。",
            "Not carried through: those who raised it withdrew it.",
        ),
    ),
}
_UNRECORDED = _Closed(
    Text("已了结，怎样了结不详", "Closed, unknown how"),
    "merged",
    Text(
        "已经了结；记录没有写明是怎样了结的。",
        "Closed; the records do not show how it came to that.",
    ),
)
_SPLIT = _Closed(
    Text("已拆分", "Split"),
    "merged",
    Text("已拆分成几件，分别办理。", "Split into several matters, each handled on its own."),
)
_MERGED = _Closed(
    Text("已并案", "Merged"),
    "merged",
    Text("已并入另一件事项一起办理。", "Merged into another matter and handled there."),
)
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
_ENDED: Mapping[tuple[Family, Ending], Mapping[Result | None, _Closed]] = {
    (Family.CONFIRMED, Ending.CONFIRMED): _CONFIRMED,
    (Family.CONFIRMED, Ending.LAPSED): _LAPSED,
    (Family.UNSOLVED, Ending.REFUSED): _REFUSED,
    (Family.UNSOLVED, Ending.WITHDRAWN): _WITHDRAWN,
    (Family.CONFIRMED, Ending.UNRECORDED): dict.fromkeys(_WHATEVER_RESULT, _UNRECORDED),
    (Family.UNSOLVED, Ending.UNRECORDED): dict.fromkeys(_WHATEVER_RESULT, _UNRECORDED),
    **{(family, Ending.SPLIT): dict.fromkeys(_WHATEVER_RESULT, _SPLIT) for family in Family},
    **{(family, Ending.MERGED): dict.fromkeys(_WHATEVER_RESULT, _MERGED) for family in Family},
}


def is_impossible(family: Family, ending: Ending) -> bool:
    """Whether no log leads there: what is under way is in no closed stage, and what ended in one."""
    if ending in GOES_ON:
        return False
    if ending in UNDER_WAY:
        return family in CLOSED
    if ending in (Ending.CONFIRMED, Ending.LAPSED):
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
            unnamed = text.format(who=_OFFICE, owner="{owner}")
            cell = Cell(Family.CLAIMED, result, Ending.OPEN, dated)
            yield from _under_way(cell, text, unnamed)


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
