"""What is said of a matter: each cell of the one table."""

from itertools import product

import pytest

from yizhan.facts.ending import Ending
from yizhan.model.text import Text
from yizhan.model.vocabulary import Family, Result
from yizhan.wording.matter_table import TABLE, Cell, Dated, complete, is_impossible

CELLS = [Cell(*each) for each in product(Family, (None, *Result), Ending, Dated)]
FILLED = {
    "who": "村委会",
    "owner": Text("归镇里管", "it belongs to the town"),
    "day": "D",
    "teller": "记录",
    "Teller": "The record",
    "waits": "等居民评价",
    "Waits": "Residents have not answered yet",
    "again": "又重新办理。",
    "silence": "没有人提出异议",
    "n": 2,
    "raiser": "提出人",
}
SOLVED = (("已经解决", "已经办完"), ("Solved", "solved, and"))
NOT_DONE = (Result.NOT_FEASIBLE, Result.NOT_OURS, Result.WITHDRAWN, None)


def said(cell):
    found = TABLE[cell]
    texts = [found.sentence, found.unnamed, found.when, *([found.word] if found.word else [])]
    return [text.in_(lang, **FILLED) for text in texts for lang in ("zh", "en")]


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: "-".join(map(str, cell)))
def test_each_cell_is_said_or_impossible(cell):
    if is_impossible(cell.family, cell.ending):
        assert cell not in TABLE
        return
    for text in said(cell):
        assert text.strip()
        assert "{" not in text
    if cell.result in NOT_DONE:
        assert TABLE[cell].mark not in ("confirmed", "partly", "explained")
        sentence = TABLE[cell].sentence
        assert not sentence.zh.startswith("已经解决")
        assert not sentence.en.startswith(("Solved", "Partly solved", "Explained"))
    if (
        cell.ending in (Ending.CONFIRMED, Ending.NOTED, Ending.LAPSED, Ending.REFUSED)
        and cell.result is None
    ):
        assert "没有写明结果" in TABLE[cell].sentence.zh
    if cell.ending is not Ending.CONFIRMED:
        assert TABLE[cell].mark != "confirmed"
    if cell.result is Result.NOT_OURS and cell.ending not in (Ending.SPLIT, Ending.MERGED):
        told = cell.family in (Family.CLAIMED, Family.CONFIRMED, Family.UNSOLVED)
        told = told and cell.ending is not Ending.UNRECORDED
        assert ("归镇里管" in said(cell)[0]) is told
    vague = "不详" in TABLE[cell].when.zh
    assert vague is (cell.dated is Dated.VAGUE)


def test_only_what_residents_agreed_to_is_headed_as_solved():
    headed = {cell for cell in TABLE if TABLE[cell].mark == "confirmed"}
    wanted = {Cell(Family.CONFIRMED, Result.SOLVED, Ending.CONFIRMED, dated) for dated in Dated}
    assert headed == wanted


def test_agreed_unanswered_and_partly_never_look_alike():
    agreed, silent, partly, explained = (
        TABLE[Cell(Family.CONFIRMED, result, ending, Dated.KNOWN)]
        for result, ending in (
            (Result.SOLVED, Ending.CONFIRMED),
            (Result.SOLVED, Ending.LAPSED),
            (Result.PARTLY, Ending.CONFIRMED),
            (Result.EXPLAINED, Ending.CONFIRMED),
        )
    )
    for attribute in ("word", "mark", "sentence"):
        assert len({getattr(each, attribute) for each in (agreed, silent, partly, explained)}) == 4


def test_a_missing_or_an_impossible_cell_is_an_error():
    first, *rest = TABLE
    with pytest.raises(LookupError, match=str(first.family)):
        complete({cell: TABLE[cell] for cell in rest})
    impossible = Cell(Family.WAITING, None, Ending.CONFIRMED, Dated.KNOWN)
    with pytest.raises(LookupError, match="confirmed"):
        complete({**TABLE, impossible: TABLE[first]})
