"""A number is said only where it counts what the field does; of several, each goes where its words say."""

from pathlib import Path

import pytest

from yizhan.loading.load import read_record
from yizhan.model.kinds import identify

VILLAGE = Path(__file__).parents[1] / "village"
ASSEMBLY = "records/meetings/2026/20260125-shili-assembly.yaml"
DRAIN = "records/matters/2026/20260308-shili-drain.yaml"
LAMPS = "records/matters/2026/20260108-shili-lamps.yaml"
PROCEDURE = "records/procedures/shili-local.yaml"
SCHEME = "records/points/schemes/shili-scheme.yaml"
CUN = "records/places/shili-cun.yaml"
VOTE = "vote:\n          for: 500\n          against: 12\n          abstained: 8"
ATTENDANCE = "attendance:\n  basis: persons\n  due: 900\n  present: 520"
WORKING_DAYS = "这里写多少个工作日：一天写 1，一周写 5"
BY_HAND = "各写在自己的一栏：for（同意）、against（反对）、abstained（弃权）。"
PERCENT = "这里写数目（多少人、多少户、多少票），不写百分比"
ONE = "这里只能写一个数"


def fix_of(path: str, was: str, typed: str) -> str:
    text = (VILLAGE / path).read_text("utf-8")
    assert was in text
    identity = identify(path)
    assert identity is not None
    (found,) = read_record(path, identity, text.replace(was, typed, 1).encode()).findings
    return found.fix.zh


def lines(*pairs: str) -> str:
    return f"请分成几行写，每行一个数：{'、'.join(f'“{each}”' for each in pairs)}。"


@pytest.mark.parametrize(
    ("typed", "fix"),
    [
        ("弃权8票、反对12票、赞成500票", lines("abstained: 8", "against: 12", "for: 500")),
        ("同意 500，不同意 12", lines("for: 500", "against: 12")),
        ("500票赞成，12票反对，8票弃权", lines("for: 500", "against: 12", "abstained: 8")),
        ("500/12/8", BY_HAND),
        ("500、12", BY_HAND),
        ("赞成500，赞成12", BY_HAND),
        ("赞成500，其他12", BY_HAND),
    ],
)
def test_votes_go_where_their_words_say(typed, fix):
    assert fix in fix_of(ASSEMBLY, VOTE, f"vote: {typed}")


@pytest.mark.parametrize(
    ("typed", "pairs"),
    [
        ("到会520人，应到900人，请假30人", ("present: 520", "due: 900", "excused: 30")),
        ("应到900，实到520", ("due: 900", "present: 520")),
        ("520/900", ("present: 520", "due: 900")),
    ],
)
def test_so_does_an_attendance(typed, pairs):
    assert fix_of(ASSEMBLY, ATTENDANCE, f"attendance: {typed}") == lines(*pairs)


@pytest.mark.parametrize(
    ("path", "was", "typed", "fix"),
    [
        (ASSEMBLY, "present: 520", "present: 520/900", "请写成 520："),
        (ASSEMBLY, "present: 520", "present: 900/520", "请写成 520："),
        (ASSEMBLY, "due: 900\n  present: 520", "due: 900/520", lines("due: 900", "present: 520")),
        (ASSEMBLY, "present: 520", "present: 520/800", ONE),
        (ASSEMBLY, "present: 520", "present: 实到520，其中党员30", "请只写阿拉伯数字"),
        (ASSEMBLY, "present: 520", "present: 58%", PERCENT),
        (ASSEMBLY, "present: 520", "present: 520户", "这里写人数，不写户数"),
        (ASSEMBLY, "persons\n  due: 900", "households\n  due: 900人", "这里写户数，不写人数"),
        (ASSEMBLY, "present: 520", "present: 520人", "请写成 520："),
        (ASSEMBLY, "for: 500", "for: 95%", PERCENT),
        (ASSEMBLY, "for: 500", "for: 九成", PERCENT),
        (LAMPS, "satisfied: 3", "satisfied: 百分之百", PERCENT),
        (LAMPS, "satisfied: 3", "satisfied: 3/3", "请写成 3："),
        (LAMPS, "cost: 1600", "cost: 1600美元", "换算以后只写数字"),
        (LAMPS, "cost: 1600", "cost: $1600", "换算以后只写数字"),
        (LAMPS, "cost: 1600", "cost: 1600元/盏", "不写单价"),
        (LAMPS, "cost: 1600", "cost: 每盏1600元", "请只写阿拉伯数字"),
        (LAMPS, "cost: 1600", "cost: 16百", "请写成 1600："),
        (LAMPS, "cost: 1600", "cost: 约1600元", "请写成 1600："),
        (DRAIN, "by: resident\n", "by: resident\n  count: 3户\n", "这里写人数，不写户数"),
        (SCHEME, "points: 10", "points: 5-10", ONE),
        (SCHEME, "points: 10", "points: 5到10", ONE),
        (SCHEME, "points: 10", "points: 10分/次", "请写成 10："),
        (SCHEME, "display_days: 5", "display_days: 一周", "这里写多少天：一周写 7"),
        (SCHEME, "display_days: 5", "display_days: 5天", "请写成 5："),
        (PROCEDURE, "answer_days: 5", "answer_days: 一周", WORKING_DAYS),
        *(
            (PROCEDURE, "days: 3", f"days: {typed}", WORKING_DAYS)
            for typed in (
                "24小时",
                "72h",
                "1个月",
                "一周",
                "2年",
                "三十分钟",
                "7个自然日",
                "3 days",
            )
        ),
        (PROCEDURE, "days: 3", "days: 3天内", "请写成 3："),
        (PROCEDURE, "days: 3", "days: 3个工作日", "请写成 3："),
        (CUN, None, "420户1300人", lines("households: 420", "persons: 1300")),
        (CUN, None, "户数420，人口1300", lines("households: 420", "persons: 1300")),
        (CUN, None, "2020年420户", "households（户数）、persons（人数）"),
    ],
)
def test_a_number_is_said_only_where_it_counts_what_the_field_does(path, was, typed, fix):
    if was is None:
        text = (VILLAGE / path).read_text("utf-8")
        start = text.index("extent:\n")
        rest = text[start:].split("\n")
        size = next(n for n, line in enumerate(rest[1:], 1) if not line.startswith(" "))
        was, typed = "\n".join(rest[:size]), f"extent: {typed}"
    assert fix in fix_of(path, was, typed)
