"""Commands given an id, a place, a value or a day as clerks write them: what is exact is taken, the rest is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from yizhan.commands import new_matter
from yizhan.commands.interview.question import conduct
from yizhan.commands.interview.session import session_at
from yizhan.commands.new import make

from .program import AS_OF, DRAIN, yizhan

PROGRESS = ["--step", "progress", "--by", "shili-office", "--note", "看过。", "-y"]
LAMPS = "20260108-shili-lamps"
COST = "log/20260120-report_done/outcome/cost"
LOCAL = "records/procedures/shili-local.yaml"
MATTER = [
    *("new", "matter", "--title", "路灯又坏了", "--date", "2026-04-09", "--category", "utilities"),
    *("--raised-by", "resident", "--channel", "counter", "-y"),
]
MEETING = [
    *("new", "meeting", "--title", "四月议事", "--date", "2026-04-08", "--place", "shili-cun"),
    *("--meeting-kind", "building_deliberation", "--convener", "shili-committee", "-y"),
]


def held(village: Path) -> dict[str, bytes]:
    """Everything under records/."""
    return {
        str(each): each.read_bytes() for each in (village / "records").rglob("*") if each.is_file()
    }


@pytest.mark.parametrize(
    "typed",
    [
        *("20260308-shili-drain ", "第一村民小组排水沟堵塞", DRAIN, f"./{DRAIN}", f"{DRAIN}:12"),
        *("20260308-shili-drain.yaml", "２０２６０３０８-shili-drain", "20260308-SHILI-Drain"),
        *("“20260308-shili-drain”", "'20260308-shili-drain'", "20260308-shili-drain。", "《第一村民小组排水沟堵塞》"),
    ],
)  # fmt: skip
def test_an_id_is_taken_however_it_is_dressed(village, capsys, typed):
    before = (village / DRAIN).read_bytes()
    assert yizhan(capsys, "advance", typed, *PROGRESS, *AS_OF)[0] == 0
    assert (village / DRAIN).read_bytes().startswith(before)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("20260308_shili_drain", "像的有：20260308-shili-drain（第一村民小组排水沟堵塞）。"),
        ("20260308-shili-drian", "像的有：20260308-shili-drain（第一村民小组排水沟堵塞）。"),
        ("20260308 shili drain", "像的有：20260308-shili-drain（第一村民小组排水沟堵塞）。"),
        ("排水沟", "“排水沟”不是完整的名称或编号。"),
        ("20260308", "像的有：20260308-shili-drain（第一村民小组排水沟堵塞）。"),
        ("20260110-shili-deliberation", "“一月村民议事会”（20260110-shili-deliberation）是会议，不能写在这里；可以写的是："),
        ("records/rules/shili-rules/rule.yaml", "“示例村村规民约”（shili-rules）是规约，不能写在这里"),
        ("示例村村民委员会", "“示例村村民委员会”（shili-committee）是组织，不能写在这里"),
        ("五户联治", "“五户联治”（five-households）是办事规程，不能写在这里"),
        ("没有这件", "没有“没有这件”；可以写的是：20260308-shili-drain（第一村民小组排水沟堵塞）"),
    ],
)  # fmt: skip
def test_what_is_no_matter_is_told_as_what_it_is(village, capsys, typed, said):
    before = held(village)
    code, out, err = yizhan(capsys, "advance", typed, *PROGRESS, *AS_OF)
    assert (code, out) == (2, "")
    assert said in err
    assert held(village) == before


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("tilte", "像的有：title（标题）。"),
        ("办理记录/20260120-report_done/结果/花费", f"像的有：{COST}（"),
        ("log > 20260120-report_done > outcome > cost", f"像的有：{COST}（"),
        ("log／20260120-report_done／outcome／cost", f"像的有：{COST}（"),
        ("log.20260120-report_done.outcome.cost", f"像的有：{COST}（"),
        ("log\\20260120-report_done\\outcome\\cost", f"像的有：{COST}（"),
        (f"{COST}/", f"像的有：{COST}（"),
        ("/title", "像的有：title（标题）。"),
        ("log/20260120-report_done/outcome/csot", f"像的有：{COST}（"),
        ("id", "“id”不能更正"),
        ("example", "“example”不能更正"),
    ],
)
def test_a_place_that_is_written_otherwise_is_named_alone(village, capsys, at, said):
    before = held(village)
    given = ["--at", at, "--value", "1800", "--reason", "录错了。", "-y"]
    code, _, err = yizhan(capsys, "correct", LAMPS, *given, *AS_OF)
    assert (code, held(village)) == (2, before)
    assert said in err
    if said.startswith("像的有"):
        assert "、" not in err.partition("像的有：")[2]


@pytest.mark.parametrize(
    ("at", "value", "said"),
    [
        ("tier", "大事", "请写 big（大事）"),
        ("category", "路灯", "请写 utilities（水电气线）"),
        ("raised/by", "村民", "请写 resident（一位居民）"),
        ("raised/count", "6户", "写人数，不写户数"),
        (COST, "1600元", "请写成 1600"),
        (COST, "120美元", "换算"),
        ("place", "shili-cunn", "像的有：shili-cun（示例村）。"),
        ("handler", "第一村民小组", "是地点，不能写在这里"),
    ],
)
def test_a_value_is_told_as_the_checks_tell_it(village, capsys, at, value, said):
    before = held(village)
    given = ["--at", at, "--value", value, "--reason", "录错了。", "-y"]
    code, _, err = yizhan(capsys, "correct", LAMPS, *given, *AS_OF)
    assert (code, held(village)) == (2, before)
    assert said in err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026/4/1", "请写成 2026-04-01"),
        ("2026-02-30", "没有“2026-02-30”这一天"),
        ("2026-13-01", "没有“2026-13-01”这一天"),
        ("2026-04", "看不出是哪一天"),
        ("4月1日", "看不出是哪一天"),
        ("农历三月初一", "看不出是哪一天"),
        ("昨天", "日期要写成 2025-06-12"),
    ],
)
def test_a_day_that_is_none_is_told_as_what_it_is(village, capsys, typed, said):
    code, out, err = yizhan(capsys, "check", "--as-of", typed)
    assert (code, out) == (2, "")
    assert err.startswith("--as-of")
    assert said in err


@pytest.mark.parametrize(
    "typed", ["m003", "M003 ", "M003。", "ｍ００３", "M-003", "M 003", "[M003]"]
)
def test_a_code_is_taken_however_it_is_dressed(village, capsys, typed):
    code, out, _ = yizhan(capsys, "explain", typed)
    assert (code, out.partition(" ")[0]) == (0, "M003")


@pytest.mark.parametrize(
    ("typed", "said"),
    [("M3", "相近的有：M003"), ("X999", "开头的字母有：A、B"), ("", "开头的字母有：A、B")],
)
def test_a_code_that_is_none_says_which_there_are(village, capsys, typed, said):
    code, out, err = yizhan(capsys, "explain", typed)
    assert (code, out) == (2, "")
    assert said in err


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--place", "shili-xian"], "缺少 --procedure（办事规程）；可以写：five-households（五户联治）"),
        (["--place", "shili-cun", "--id", LAMPS], f"编号 {LAMPS} 已经有了"),
        (["--place", "shili-cun", "--id", "20250409-shuiguan"], "“20250409-shuiguan”是另一天的"),
        (["--place", "shili-cun", "--part-of", LAMPS], "“文化广场路灯不亮”现在不能拆分；它可以走的是：“重办”。"),
        (["--place", "shili-cun", "--part-of", "20260110-shili-deliberation"], "是会议，不能写在这里"),
    ],
)  # fmt: skip
def test_a_new_matter_guesses_nothing(village, capsys, more, said):
    before = held(village)
    code, out, err = yizhan(capsys, *MATTER, *more, *AS_OF)
    assert (code, out, held(village)) == (2, "", before)
    assert said in err


@pytest.mark.parametrize(
    ("was", "broken", "arguments"),
    [
        ("start: ", "start：", [*MATTER, "--place", "shili-cun"]),
        ("start: ", "start：", ["advance", "20260308-shili-drain", *PROGRESS]),
        ("start: reported", "start: xx", ["advance", "20260308-shili-drain", *PROGRESS]),
    ],
)
def test_a_procedure_that_cannot_be_read_is_named_and_nothing_written(
    village, capsys, was, broken, arguments
):
    text = (village / LOCAL).read_text("utf-8").replace(was, broken, 1)
    (village / LOCAL).write_text(text, "utf-8")
    before = held(village)
    code, out, err = yizhan(capsys, *arguments, *AS_OF)
    assert (code, held(village)) == (1, before)
    assert f"--> {LOCAL}:4" in out
    assert err == f"{LOCAL} 本来就有上面的错误，先改好它；什么也没有写。\n"


def test_a_new_record_that_breaks_a_check_is_taken_away_again(village, capsys):
    before = held(village)
    times = ["--start-time", "19:00", "--end-time", "18:00"]
    code, out, err = yizhan(capsys, *MEETING, *times, *AS_OF)
    assert (code, held(village)) == (1, before)
    assert "错误[T043]" in out
    assert "没有留下，什么也没有改" in err


def test_what_a_new_record_adds_to_others_is_taken_away_with_it(village):
    session = session_at(village, date(2026, 4, 10))
    given = {
        "title": "路灯又坏了",
        "date": "2026-04-09",
        "place": "shili-cun",
        "category": "utilities",
    }
    given |= {"raised_by": "resident", "channel": "round", "round": "20260108-shili-walk"}
    draft = conduct(new_matter.interview(session), given, trusting=True)
    assert draft.additions
    before = held(village)
    made = make(session, replace(draft, data={**draft.data, "category": "路灯"}), "zh")
    assert (made.kept, held(village)) == (False, before)


def test_a_new_record_of_what_was_irregular_is_kept_and_told(village, capsys):
    given = [each if each != "building_deliberation" else "residents_assembly" for each in MEETING]
    code, out, err = yizhan(capsys, *given, *AS_OF)
    assert code == 1
    assert "不合规[G001]" in out
    assert "确实就是这样的，照上面说的如实写明" in err
    assert (village / "records/meetings/2026/20260408-shili-siyue-yishi.yaml").exists()


def test_a_part_is_kept_though_the_whole_is_not_split_yet(village, capsys):
    more = ["--place", "shili-cun", "--part-of", "20260308-shili-drain"]
    code, out, err = yizhan(capsys, *MATTER, *more, *AS_OF)
    assert code == 1
    assert "错误[M016]" in out
    assert "yizhan advance 20260308-shili-drain --step split --into" in err


def test_figures_of_nothing_say_so(village, capsys):
    code, out, _ = yizhan(capsys, "metrics", "--as-of", "2020-01-01")
    assert (code, out) == (0, "截至 2020-01-01 没有事项可数。\n")


def test_help_in_chinese_has_chinese_words_for_values(village, capsys):
    for words in (("report",), ("metrics",), ("explain",), ("advance",), ("new",), ("build",)):
        _, out, _ = yizhan(capsys, *words, "--help")
        for foreign in ("DATE", "PLACE", "YYYY", "CODE", "[ID]", "COMMAND", "ARGS", " DIR"):
            assert foreign not in out, (words, foreign)
