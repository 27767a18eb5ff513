"""Where an acknowledgment belongs, which article it names, and what is said of one that covers nothing."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

import yizhan.checks
from yizhan.checks.shared.acknowledged import holder_of, names
from yizhan.facts.matter_log import Fault
from yizhan.facts.progress import Refusal
from yizhan.loading.parse import build
from yizhan.loading.round_trip import append
from yizhan.loading.strict_yaml import read
from yizhan.model.finding import Effect
from yizhan.model.honour import Honour
from yizhan.model.keys import keys
from yizhan.model.meeting import Meeting
from yizhan.wording.findings import how_to_acknowledge

from .acknowledging import CHECKS, HELD, IRREGULAR, by_lines_behind, entry, irregular, others


@pytest.mark.parametrize(
    ("said", "cited", "same"),
    [
        (
            "村民委员会组织法第二十六条",
            "《中华人民共和国村民委员会组织法》（2025年修正）第二十六条",
            True,
        ),
        (
            "《村民委员会组织法》第二十六条第一款",
            "中华人民共和国村民委员会组织法（2025年修正）第二十六条",
            True,
        ),
        ("村民委员会组织法第七条", "《村民委员会组织法》第七条第三款", True),
        (
            "村民委员会组织法（2018年修正）第二十六条",
            "《村民委员会组织法》（2025年修正）第二十六条",
            False,
        ),
        ("村民委员会组织法第二条", "《村民委员会组织法》第二十六条", False),
        ("村民委员会组织法", "《村民委员会组织法》第二十六条", False),
        ("居民委员会组织法第二十六条", "《村民委员会组织法》第二十六条", False),
        (
            "重庆市实施村民委员会组织法办法第七条",
            "《重庆市实施〈中华人民共和国村民委员会组织法〉办法》（2013年修订）第七条",
            True,
        ),
        (None, "《村民委员会组织法》第二十六条", False),
        # a paragraph that is added is one that the check judges, and one that there is
        ("村民委员会组织法第三十条第二款", "《村民委员会组织法》（2025年修正）第三十条", True),
        ("村民委员会组织法第三十条第一款", "《村民委员会组织法》（2025年修正）第三十条", False),
        ("村民委员会组织法第三十条第八款", "《村民委员会组织法》（2025年修正）第三十条", False),
        (
            "村民委员会组织法第三十条第二款第九项",
            "《村民委员会组织法》（2025年修正）第三十条",
            False,
        ),
        ("村民委员会组织法第二十六条第二款", "《村民委员会组织法》（2018年修正）第二十六条", False),
        # and what is more exact may be left out
        ("村民委员会组织法第二十八条第一款", "《村民委员会组织法》第二十八条第一款第四项", True),
        ("村民委员会组织法第二十八条", "《村民委员会组织法》第二十八条第一款第四项", True),
    ],
)
def test_the_article_may_be_written_as_people_do(said, cited, same) -> None:
    assert names(said, (cited,), "T006") is same


def test_where_no_article_is_known_any_will_do() -> None:
    assert names(None, (), "T006")
    assert names("示例村议事规则第三条", (), "T006")


def edited(code, files, *edits):
    """A bad example, written a little otherwise."""
    ((path, text),) = files.items()
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return {path: text}


def messages(found, code):
    return [each.message.zh for each in found if each.code == code]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("X999", "没有 X999 这项检查；评选可以写明的有：A020、A021、H001、H002、H003。"),
        ("J007", "J007 不检查评选；评选可以写明的有：A020、A021、H001、H002、H003。"),
        (
            "H005",
            "H005 报的是“待办”，不是“不合规”，写明了也不能放行；评选可以写明的有：A020、A021、H001、H002、H003。",
        ),
    ],
)
def test_a_code_that_cannot_be_acknowledged_says_what_can(lay, code, said) -> None:
    found = lay(edited("R002", CHECKS["R002"].bad.files, ("H004", code)))
    assert messages(found, "R002") == [said]
    assert messages(found, "R001") == [], "one mistake, one finding"


def test_where_nothing_can_be_acknowledged_it_says_so(lay) -> None:
    ((path, text),) = CHECKS["C001"].good.files.items()
    found = lay({path: f"{text}irregular:\n{HELD.format(code='T006')}"})
    assert messages(found, "R002") == ["T006 不检查办事规程；办事规程可以写明的有：（没有）。"]


def test_an_article_left_out_is_asked_for(lay) -> None:
    found = lay(
        edited("R004", CHECKS["R004"].bad.files, ("    article: 村民委员会组织法第九条\n", ""))
    )
    assert messages(found, "R004") == [
        "没有写明不合的是哪一条；这里是《中华人民共和国村民委员会组织法》（2025年修正）第二十六条。"
    ]
    assert not any(each.fails for each in irregular(found)), "one mistake, one finding"


def test_the_right_article_counts_whatever_stands_before_it(lay) -> None:
    more = HELD.format(code="T006").replace(
        "    reason", "    article: 村民委员会组织法第二十六条\n    reason", 1
    )
    ((path, text),) = CHECKS["R004"].bad.files.items()
    found = others(lay({path: text + more}))
    assert [(each.code, each.acknowledged) for each in found] == [("T006", True), ("R001", False)]


def test_one_further_out_covers_no_more_than_where_it_belongs(lay) -> None:
    """A meeting that acknowledges its quorum does not thereby acknowledge a majority that was missed."""
    ((path, text),) = CHECKS["R004"].good.files.items()
    found = lay({path: text.replace("for: 400", "for: 100").replace("against: 10", "against: 200")})
    assert sorted(each.acknowledged for each in irregular(found)) == [False, True]
    assert messages(found, "R003") == []


def test_an_entry_in_brackets_brings_the_command_only(lay) -> None:
    ((path, text),) = CHECKS["M007"].bad.files.items()
    head, _, _ = text.rpartition("  - date: 2026-02-22")
    flow = f"{head}  - {{date: 2026-02-22, step: confirm, by: shili-committee}}\n"
    (finding,) = irregular(lay({path: flow}))
    assert finding.remedy.lines == ()
    said = how_to_acknowledge(finding, "zh")
    assert said[0] == "事情确实就是这样的，用下面的命令如实写明。"
    assert said[1].startswith(f"yizhan acknowledge {path}:")
    written = append(flow.encode(), "irregular", entry(finding), finding.remedy.at).decode()
    assert not any(each.fails for each in irregular(lay({path: written})))


def test_a_list_that_is_there_gets_one_more_entry(lay) -> None:
    ((path, text),) = CHECKS["R004"].good.files.items()
    twice = text.replace("date: 2026-03-08", "date: 2026-03-18")
    open_ = [each for each in irregular(lay({path: twice})) if each.fails]
    assert open_
    said = how_to_acknowledge(open_[0], "zh")
    assert said[1] == "  - code: T007", said
    assert (
        read(by_lines_behind(twice, open_[0]).encode()).data
        == read(append(twice.encode(), "irregular", entry(open_[0]), open_[0].remedy.at)).data
    )


@pytest.mark.parametrize(
    ("pointer", "holder"),
    [
        ((), ()),
        (("stages", 0), ("stages", 0)),
        (("stages", 0, "date"), ("stages", 0)),
        (("stages", 1, "date"), ()),
        (("stages",), ()),
        (("place", "title"), ()),
    ],
)
def test_a_value_that_is_not_there_belongs_to_what_would_hold_it(pointer, holder) -> None:
    stage = {"stage": "displayed", "date": "2026-02-01"}
    data = {
        "id": "h",
        "title": "巷",
        "place": "p",
        "unit": "team",
        "date": "2026",
        "stages": [stage],
    }
    assert holder_of(build(Honour, data), pointer) == holder


TWO = """\
  - title: 广场使用
    key: second
    decisions:
      - text: 晚上十点关灯。
        result: {result}
        vote:
          for: 7
          against: 9
"""


@pytest.mark.parametrize(
    ("first", "second", "at", "place"),
    [
        ("rejected", "adopted", "first", "议题第 2 条（second）的决定第 1 条（“晚上十点关灯”）"),
        (
            "adopted",
            "rejected",
            "second",
            "议题第 1 条（“广场使用”）的决定第 1 条（“晚上九点关音响”）",
        ),
    ],
)
def test_at_the_wrong_item_it_says_where_and_either_way_to_move_it_works(
    lay, first, second, at, place
) -> None:
    """Moved before it is merged, or annulled and written anew after it: both lead to a green archive."""
    ((path, text),) = CHECKS["R001"].good.files.items()
    bare, _, said = text.partition("        irregular:\n")
    said = f"        irregular:\n{said}"
    one = bare.replace("result: adopted", f"result: {first}")
    two = TWO.format(result=second)

    wrong = one + said + two if at == "first" else one + two + said
    found = others(lay({path: wrong}))
    assert messages(found, "R001") == [f"这里写着 T008 不合规，检查发现的那一处应当写在{place}。"]
    assert sorted((each.code, each.fails) for each in found) == [("R001", False), ("T008", True)]

    right = one + two + said if at == "first" else one + said + two
    assert {each.code for each in others(lay({path: right})) if not each.acknowledged} == set()

    both = one + said + two + said
    number = 0 if at == "first" else 1
    agenda = build(Meeting, read((one + two).encode()).data).agenda
    item, decision = keys(agenda)[number], keys(agenda[number].decisions)[0]
    annul = f"""\
corrections:
  - date: 2026-03-20
    by: shili-committee
    at: agenda/{item}/decisions/{decision}/irregular/T008
    annul: true
    reason: 写错了地方。
"""
    left = [each for each in others(lay({path: both + annul})) if not each.acknowledged]
    assert [each.message.zh for each in left] == []


def messages_of(code):
    """The violations of a log that a check reports, by their keys."""
    (file,) = Path(yizhan.checks.__file__).parent.glob(f"{code.lower()}_*.py")
    module = importlib.import_module(f"yizhan.checks.{file.stem}")
    found = getattr(module, "_MESSAGES", {})
    return {type(key) for key in found if isinstance(key, Refusal | Fault)}


OF_LOGS = [check for check in IRREGULAR if messages_of(check.code)]


@pytest.mark.parametrize("check", OF_LOGS, ids=lambda check: check.code)
def test_what_does_not_count_is_what_the_workflow_refuses(check):
    """A mark never says that a step does not count which leads on, nor the other way round."""
    refused = check.effect is Effect.CONDITION
    assert messages_of(check.code) == {Refusal if refused else Fault}


def test_below_where_it_belongs_it_says_so(lay) -> None:
    ((path, text),) = CHECKS["R004"].good.files.items()
    body, _, said = text.partition("irregular:\n")
    inner = "".join(f"        {line}\n" for line in ("irregular:", *said.splitlines()))
    found = others(lay({path: body + inner}))
    assert messages(found, "R001") == [
        "这里写着 T006 不合规，检查发现的那一处应当写在记录的最外层。"
    ]
