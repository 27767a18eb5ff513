"""yizhan correct: one correction is added, nothing else of the file changes, or nothing at all."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from yizhan.commands.correct import CorrectError, correct, interview
from yizhan.commands.interview.answers import number_reader
from yizhan.commands.interview.question import Question, UnclearError, conduct
from yizhan.commands.interview.session import session_at
from yizhan.model.text import Text

from .program import AS_OF, DRAIN, yizhan

LAMPS = "records/matters/2026/20260108-shili-lamps.yaml"
MEETING = "records/meetings/2026/20260110-shili-deliberation.yaml"
DAY = date(2026, 4, 10)
REASON = ["--reason", "录错了。"]


def corrected(capsys: Any, village: Path, path: str, *arguments: str) -> str:
    """What is added to a file, where nothing else of it changes."""
    before = (village / path).read_bytes()
    name = Path(path).stem
    code, out, err = yizhan(capsys, "correct", name, *arguments, *REASON, *AS_OF, "-y")
    assert (code, err) == (0, ""), out
    after = (village / path).read_bytes()
    assert after.startswith(before)
    return after[len(before) :].decode()


@pytest.mark.parametrize(
    ("path", "at", "typed", "written"),
    [
        (LAMPS, "log/20260120-report_done/outcome/cost", "1800", "1800"),
        (LAMPS, "log/20260110-progress/note", "换了五盏。", "换了五盏。"),
        (LAMPS, "log/20260109-accept/date", "2026年1月8日", "2026-01-08"),
        (LAMPS, "raised/count", "4", "4"),
        (LAMPS, "category", "公共设施", "facilities"),
        (LAMPS, "summary", "三盏不亮。", "三盏不亮。"),
        (DRAIN, "handler", "示例镇人民政府", ""),
    ],
)
def test_a_value_is_typed_as_its_field_is_read(capsys, village, path, at, typed, written) -> None:
    if not written:
        code, _, err = yizhan(
            capsys, "correct", Path(path).stem, "--at", at, "--value", typed, *REASON, *AS_OF, "-y"
        )
        assert code == 1, "it says so already"
        assert "已经放回原样" in err
        return
    assert corrected(capsys, village, path, "--at", at, "--value", typed) == (
        f"corrections:\n  - date: 2026-04-10\n    at: {at}\n    value: {written}\n"
        "    reason: 录错了。\n"
    )


def test_who_corrects_and_when_can_be_said(capsys, village) -> None:
    added = corrected(
        capsys, village, LAMPS, "--at", "raised/count", "--value", "4",
        "--by", "示例村村民委员会", "--date", "2026年4月1日",
    )  # fmt: skip
    assert added.startswith("corrections:\n  - date: 2026-04-01\n    by: shili-committee\n")


def test_an_entry_that_never_was_is_annulled(capsys, village) -> None:
    added = corrected(capsys, village, LAMPS, "--at", "log/20260110-progress", "--annul")
    assert "    at: log/20260110-progress\n    annul: true\n" in added


def test_a_body_left_out_is_added_to_those_who_joined(capsys, village) -> None:
    """Its list never grows in the file; what is named need not be there yet."""
    at = "log/20260110-progress/with"
    corrected(capsys, village, LAMPS, "--at", at, "--value", "[shili-office]")
    added = corrected(
        capsys, village, LAMPS, "--at", f"{at}/shili-supervisors", "--value", "示例村村务监督委员会"
    )
    assert "    value: shili-supervisors\n" in added


def test_under_another_name_nothing_is_added(capsys, village) -> None:
    at = "log/20260110-progress/with"
    corrected(capsys, village, LAMPS, "--at", at, "--value", "[shili-office]")
    wrong = ("--at", f"{at}/shili-supervisor", "--value", "shili-supervisors")
    before = (village / LAMPS).read_bytes()
    code, out, _ = yizhan(capsys, "correct", Path(LAMPS).stem, *wrong, *REASON, *AS_OF, "-y")
    assert code == 1
    assert "A016" in out
    assert "at 的最后一段与 value 里它自己的名称" in out
    assert (village / LAMPS).read_bytes() == before


def test_a_second_correction_goes_behind_the_first(capsys, village) -> None:
    first = ("--at", "log/20260120-report_done/outcome/cost", "--value", "1800")
    corrected(capsys, village, LAMPS, *first)
    added = corrected(capsys, village, LAMPS, *first[:3], "1700")
    assert added.startswith("  - date: 2026-04-10\n")


def test_inside_an_annulled_entry_the_entry_is_named_and_nothing_else(capsys, village) -> None:
    corrected(capsys, village, LAMPS, "--at", "log/20260110-progress", "--annul")
    at = ("--at", "log/20260110-progress/note", "--value", "x")
    code, out, err = yizhan(capsys, "correct", Path(LAMPS).stem, *at, *REASON, *AS_OF, "-y")
    assert (code, out) == (2, "")
    assert "“log/20260110-progress/note”在已经作废的一条里" in err
    assert "要恢复那一条，写“log/20260110-progress”和它的全部内容" in err
    assert err.count("log/") == 3, "of other places nothing is said"


def test_an_annulled_entry_comes_back_with_all_of_it(capsys, village) -> None:
    corrected(capsys, village, LAMPS, "--at", "log/20260110-progress", "--annul")
    whole = "{date: 2026-01-10, step: progress, by: shili-committee, note: 看过。}"
    added = corrected(capsys, village, LAMPS, "--at", "log/20260110-progress", "--value", whole)
    assert "note: 看过。" in added


MISTAKES = [
    (
        ["--at", "log/20260120-report_don/outcome/cost", "--value", "1"],
        "“log/20260120-report_don/outcome/cost”",
    ),
    (["--at", "花费", "--value", "1"], "log/20260120-report_done/outcome/cost"),
    (["--at", "没有这一栏", "--value", "1"], "像的有"),
    (["--at", "category", "--value", "没有的类别"], "没有"),
    (["--at", "raised/date", "--value", "某天"], "某天"),
    (["--at", "handler", "--value", "没有的组织"], "没有"),
    (["--at", "example", "--value", "否"], "example"),
    (["--at", "title", "--annul"], "一定要写的，不能作废"),
    (["--at", "category", "--value", "水电"], "请写 utilities（水电气线）"),
    (["--at", "log/20260120-report_done/outcome", "--value", "解决了"], "写成 {栏目: 内容"),
]


@pytest.mark.parametrize(("arguments", "said"), MISTAKES)
def test_a_mistake_is_one_line_and_nothing_is_written(capsys, village, arguments, said) -> None:
    before = (village / LAMPS).read_bytes()
    code, out, err = yizhan(
        capsys, "correct", "20260108-shili-lamps", *arguments, *REASON, *AS_OF, "-y"
    )
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
    assert (village / LAMPS).read_bytes() == before


def test_what_breaks_a_check_is_put_back(capsys, village) -> None:
    before = (village / LAMPS).read_bytes()
    code, out, err = yizhan(
        capsys, "correct", "20260108-shili-lamps", "--at", "log/20260120-report_done", "--annul",
        *REASON, *AS_OF, "-y",
    )  # fmt: skip
    assert code == 1
    assert "M003" in out
    back, hint = err.splitlines()
    assert back == f"这一条通不过检查，{LAMPS} 已经放回原样，什么也没有改。"
    assert "--keep" in hint
    assert (village / LAMPS).read_bytes() == before


def plan_of(answers: dict[str, str], said: list[str] | None = None) -> Any:
    """What an interview comes to with a person who types these."""

    def ask(question: Question, first: str | None = None) -> Any:
        assert first is None
        return question.answer(answers[question.name], question.choices)

    def say(text: Text) -> None:
        (said if said is not None else []).append(text.zh)

    session = session_at(Path(), DAY)
    return session, conduct(interview(session), {}, ask=ask, say=say, trusting=False)


TYPED = {
    "record": "路灯",
    "at": "花费",
    "value": "1800",
    "date": "今天",
    "by": "",
    "reason": "错了",
}


def test_a_person_types_words_and_sees_what_it_says_now(village) -> None:
    said: list[str] = []
    _, plan = plan_of(TYPED, said)
    assert plan.entry == {
        "date": "2026-04-10",
        "at": "log/20260120-report_done/outcome/cost",
        "value": 1800,
        "reason": "错了",
    }
    assert said == ["现在写的是：1600"]


@pytest.mark.parametrize(
    ("at", "value", "expected", "says"),
    [
        ("summary", "作废", None, "这一栏现在没有写。"),
        (
            "attachments/before.jpg",
            "{file: before.jpg, title: 修前}",
            "title",
            "before.jpg 修理之前",
        ),
        ("log/20260122-confirm", "annul", None, "2026-01-22 confirm"),
    ],
)
def test_several_fields_are_typed_on_one_line(village, at, value, expected, says) -> None:
    said: list[str] = []
    _, plan = plan_of({**TYPED, "at": at, "value": value}, said)
    assert ("annul" in plan.entry) is (expected is None)
    if expected is not None:
        assert plan.entry["value"][expected] == "修前"
    assert said == [f"现在写的是：{says}" if says[:2] != "这一" else says]


def test_a_file_that_was_changed_meanwhile_is_left_alone(village) -> None:
    session, plan = plan_of(TYPED)
    with (village / LAMPS).open("a", encoding="utf-8") as stream:
        stream.write("# x\n")
    with pytest.raises(CorrectError, match="刚才被别的程序改过"):
        correct(session, plan)


def test_a_yes_or_no_and_a_share_are_read(capsys, village) -> None:
    path = "records/claims/2026/20260331-shili-quarter.yaml"
    data = (village / path).read_text("utf-8")
    assert "claims:" in data
    code, _, err = yizhan(
        capsys, "correct", "20260331-shili-quarter", "--at", "claims/matters/value",
        "--value", "x", *REASON, *AS_OF, "-y",
    )  # fmt: skip
    assert code == 2
    assert "不是数" in err


def test_in_english(capsys, village) -> None:
    code, out, err = yizhan(
        capsys, "--lang", "en", "correct", "20260108-shili-lamps", "--at", "raised/count",
        "--value", "4", "--reason", "miscounted", *AS_OF, "-y",
    )  # fmt: skip
    assert (code, err) == (0, "")
    assert f"Written to {LAMPS}.\n" in out


def test_a_correction_that_shows_something_unlawful_stays_and_can_be_acknowledged(
    capsys, village
) -> None:
    path = "records/meetings/2026/20260125-shili-assembly.yaml"
    item = re.search(r"agenda/item-\w+/decisions/decision-\w+/vote/for", yizhan_of_tally(capsys))
    assert item is not None
    truth = ("--value", "100", "--reason", "计票单写的是一百。")
    code, _, _ = yizhan(
        capsys,
        "correct",
        "20260125-shili-assembly",
        "--at",
        item.group(),
        *truth,
        *AS_OF,
        "-y",
        "--keep",
    )
    assert code == 1
    assert "value: 100" in (village / path).read_text("utf-8")
    line = next(
        number
        for number, text in enumerate((village / path).read_text("utf-8").splitlines(), start=1)
        if text.strip() == "vote:"
    )
    asked = ("acknowledge", f"{path}:{line}", "T006", "--reason", "当场宣布通过。", "-y")
    assert yizhan(capsys, *asked, "--as-of", "2026-04-10")[0] == 0


def yizhan_of_tally(capsys) -> str:
    """What the command says of a place in the minutes that is not there: the real one."""
    wrong = ("--at", "agenda/x/decisions/y/vote/for", "--value", "1", "--reason", "不对。")
    _, _, err = yizhan(capsys, "correct", "20260125-shili-assembly", *wrong, *AS_OF, "-y")
    return err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            ["--at", "log/20260109-accept/date", "--value", "1月8日"],
            "--value：“1月8日”没有写年份",
        ),
        (
            ["--at", "log/20260109-accept/date", "--value", "2026-01-08", "--annul"],
            "--value 和 --annul 只写一个",
        ),
    ],
)
def test_what_is_not_clear_is_not_guessed(capsys, village, given, said):
    before = (village / LAMPS).read_bytes()
    code, out, err = yizhan(capsys, "correct", Path(LAMPS).stem, *given, *REASON, *AS_OF, "-y")
    assert (code, out) == (2, "")
    assert err.startswith(said)
    assert (village / LAMPS).read_bytes() == before


@pytest.mark.parametrize("typed", ["-9", "－9", "—9", "−9", "‐ 9"])
def test_a_number_below_nothing_is_taken_where_the_field_may_be_one(typed: str) -> None:
    assert number_reader(-100)(typed) == -9
    with pytest.raises(UnclearError):
        number_reader(-5)(typed)
    with pytest.raises(UnclearError, match="不是数目"):
        number_reader()(typed)


def test_what_was_taken_off_is_read_as_less_than_nothing() -> None:
    with pytest.raises(UnclearError, match="请写 -9"):
        number_reader(-100)("扣9分")


def test_points_that_were_spent_are_corrected_by_command(capsys: Any, village: Path) -> None:
    given = ("--at", "entries/a-3f9k2m7q-soap/points", "--value=-9", *REASON, *AS_OF, "-y")
    _, out, err = yizhan(capsys, "correct", "20260305-shili-shop", *given)
    assert "不是数目" not in out + err
    assert "J002" in out + err, "the scheme gives another price"


def test_two_places_that_have_to_agree_are_corrected_one_after_the_other(capsys, village) -> None:
    yards = "records/honours/2026/20260320-shili-yards.yaml"
    before = (village / yards).read_bytes()
    count = ("correct", "20260320-shili-yards", "--value", "11", *REASON, *AS_OF, "-y", "--at")
    code, out, err = yizhan(capsys, *count, "count")
    assert (code, "H004" in out) == (1, True)
    assert "接着更正另一处" in err.splitlines()[1]
    assert (village / yards).read_bytes() == before
    code, out, err = yizhan(capsys, *count, "count", "--keep")
    assert (code, err) == (1, "")
    assert out.splitlines()[-1].startswith("接下来：先照上面说的改好")
    code, out, err = yizhan(capsys, *count, "stages/20260320-conferred/count")
    assert (code, err) == (0, ""), out
    assert yizhan(capsys, "check", *AS_OF)[0] == 0


def test_what_is_badly_written_is_put_back_even_so(capsys, village) -> None:
    before = (village / LAMPS).read_bytes()
    wrong = ("--at", "title", "--value", "文化广场路灯不亮", "--keep")
    code, out, err = yizhan(
        capsys, "correct", "20260108-shili-lamps", *wrong, *REASON, *AS_OF, "-y"
    )
    assert (code, "A017" in out) == (1, True)
    assert "放回原样" in err
    assert "--keep" not in err
    assert (village / LAMPS).read_bytes() == before


def test_a_wrong_split_is_taken_back_in_both_records(capsys, village) -> None:
    drain, part = "20260308-shili-drain", "20260309-shili-part"
    text = (village / DRAIN).read_text("utf-8")
    copied = re.sub(
        r"(?s)\nlog:.*", "\n", text.replace(drain, part).replace("2026-03-08", "2026-03-09")
    )
    (village / DRAIN).with_name(f"{part}.yaml").write_text(
        f"{copied}part_of: {drain}\n", encoding="utf-8"
    )
    split = ("--step", "split", "--into", part, "--date", "2026-04-01", "-y", *AS_OF)
    assert yizhan(capsys, "advance", drain, *split)[0] == 0
    annul = ("--annul", *REASON, *AS_OF, "-y")
    assert yizhan(capsys, "correct", drain, "--at", "log/20260401-split", *annul)[0] == 1
    assert yizhan(capsys, "correct", drain, "--at", "log/20260401-split", *annul, "--keep")[0] == 1
    code, out, _ = yizhan(capsys, "correct", part, "--at", "part_of", *annul)
    assert code == 0, out
    assert yizhan(capsys, "check", *AS_OF)[0] == 0
