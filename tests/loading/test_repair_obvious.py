"""What is no part of a record, or is a dash too many, is told once, and nothing is thrown away with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from yizhan.loading.load import ReadFile, read_record
from yizhan.model.finding import Finding
from yizhan.model.kinds import identify

RECORDS = Path(__file__).parents[1] / "village/records"
DRAIN = "matters/2026/20260308-shili-drain.yaml"
ASSEMBLY = "meetings/2026/20260125-shili-assembly.yaml"


def _read(path: str, text: str) -> ReadFile:
    identity = identify(f"records/{path}")
    assert identity is not None
    return read_record(f"records/{path}", identity, text.encode())


def _found(path: str, was: str, typed: str) -> list[Finding]:
    text = (RECORDS / path).read_text("utf-8")
    assert text.count(was) == 1
    return list(_read(path, text.replace(was, typed)).findings)


@pytest.mark.parametrize(
    ("path", "was", "typed", "line", "message", "fix"),
    [
        (
            DRAIN,
            "log:\n",
            "  - date: 2026-03-10\n    step: progress\n    by: shili-office\nlog:\n",
            13,
            "第 13 行到第 15 行属于“log:”，却写在它的上面。",
            "请把这几行原样移到“log:”的下面。",
        ),
        (
            ASSEMBLY,
            "        vote:\n          for: 500\n",
            "        vote:\n          - for: 500\n",
            28,
            "“vote:”下面只有一组内容，不是一项一项的列表，这一行多了短横“-”。",
            "请把“- ”换成两个空格，同下面的行对齐；内容都留着。",
        ),
        (
            ASSEMBLY,
            "          for: 500\n          against: 12\n          abstained: 8\n",
            "          - for: 500\n          - against: 12\n          - abstained: 8\n",
            28,
            "“vote:”下面只有一组内容，不是一项一项的列表，这一行多了短横“-”。",
            "请把“- ”换成两个空格，同下面的行对齐；内容都留着。",
        ),
        (
            DRAIN,
            "raised:\n  date: 2026-03-08\n",
            "raised:\n  - date: 2026-03-08\n",
            8,
            "“raised:”下面只有一组内容，不是一项一项的列表，这一行多了短横“-”。",
            "请把“- ”换成两个空格，同下面的行对齐；内容都留着。",
        ),
        (
            ASSEMBLY,
            "attendance:\n",
            "- 3 -\nattendance:\n",
            11,
            "“- 3 -”像是从别的文件里带来的页码或者分隔线，不是档案的内容。",
            "请把这一行整行删掉，别的行不用改。",
        ),
        (
            ASSEMBLY,
            "attendance:\n",
            "第 3 页 共 5 页\nattendance:\n",
            11,
            "“第 3 页 共 5 页”像是从别的文件里带来的页码或者分隔线，不是档案的内容。",
            "请把这一行整行删掉，别的行不用改。",
        ),
        (
            DRAIN,
            "tier: big\n",
            '"tier": "big",\n',
            11,
            "这一行是从网页、表格或者程序里带来的写法，不是“名称: 内容”。",
            "请写成 tier: big",
        ),
        (
            DRAIN,
            "title: 第一村民小组排水沟堵塞\n",
            '"title": "第一村民小组 排水沟堵塞",\n',
            2,
            "这一行是从网页、表格或者程序里带来的写法，不是“名称: 内容”。",
            "请写成 title: 第一村民小组 排水沟堵塞",
        ),
        (
            DRAIN,
            "    by: shili-office\n",
            "    by: shili-office\n  - date:\n    step:\n    by:\n",
            17,
            "这里多了一个空项，什么也没有填。",
            "用不着就把这一项整项删去（第 17 行到第 19 行）；要用就填全。",
        ),
        (
            DRAIN,
            "    by: shili-office\n",
            "    by: shili-office\n  - date:\n",
            17,
            "这里多了一个空项，什么也没有填。",
            "用不着就把这一项整项删去（第 17 行）；要用就填全。",
        ),
        (
            DRAIN,
            "    by: shili-office\n",
            "    by: shili-office\n  -\n",
            17,
            "这里多了一个空项，什么也没有填。",
            "用不着就把这一项整项删去（第 17 行）；要用就填全。",
        ),
    ],
)
def test_one_thing_is_said_and_nothing_is_lost_by_it(
    path: str, was: str, typed: str, line: int, message: str, fix: str
) -> None:
    (found,) = _found(path, was, typed)
    assert (found.line, found.message.zh, found.fix.zh) == (line, message, fix)


@pytest.mark.parametrize(
    ("path", "was", "typed", "line", "code"),
    [
        (DRAIN, "  by: resident\n", "    by: resident\n", 9, "Y007"),
        (DRAIN, "  - date: 2026-03-09\n", "    date: 2026-03-09\n", 13, "S003"),
        (DRAIN, "    step: accept\n", "    step: accept\n    note:\n", 16, "S003"),
        (ASSEMBLY, "          for: 500\n", "        for: 500\n", 28, "Y007"),
        (DRAIN, "tier: big\n", "tier: big\n这件事已经说过两次\n", 12, "Y012"),
    ],
)
def test_what_is_another_mistake_is_not_taken_for_it(
    path: str, was: str, typed: str, line: int, code: str
) -> None:
    found = _found(path, was, typed)
    assert [(each.line, each.code) for each in found] == [(line, code)]
    assert "少了" not in found[0].message.zh or code == "S003"


BATCH = "points/2026/20260220-shili-cleanup.yaml"
AMENDMENT = "rules/shili-rules/amendments/shili-rules-quiet.yaml"


@pytest.mark.parametrize("row", ["a-x81zt0pw,award,cleanup,10", "a-x81zt0pw，award，cleanup，10"])
def test_a_row_of_a_table_is_several_fields(row: str) -> None:
    item = "  - account: a-x81zt0pw\n    kind: award\n    item: cleanup\n    points: 10\n"
    (found,) = _found(BATCH, item, f"  - {row}\n")
    assert found.fix.zh == (
        "像是从表格里粘来的一行：拆成几行，一格一行“名称: 内容”，第一行以“- ”开头；"
        "要写 account（账户）、kind（类别）、points（分值）。"
    )


def test_a_field_under_another_name_is_not_missing_as_well() -> None:
    for name, value in (("阶段", "起草"), ("状态词", "起草"), ("phase", "draft")):
        found = _found(AMENDMENT, "  - stage: draft\n", f"  - {name}: {value}\n")
        assert [each.code for each in found] == ["S001"], name
        assert found[0].fix.zh == "是不是想写 stage（环节）？"
