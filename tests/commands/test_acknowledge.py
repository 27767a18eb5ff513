"""yizhan acknowledge: writes the lines of one finding where they belong, or nothing at all."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from yizhan.checks import discover
from yizhan.commands.acknowledge import AcknowledgeError, acknowledge, interview
from yizhan.commands.interview.question import conduct
from yizhan.commands.interview.session import session_at

from .program import yizhan

DAY = date(2026, 3, 31)
AS_OF = ["--as-of", "2026-03-31"]
CHECKS = {check.code: check for check in discover()}
((TALK, DECISION),) = CHECKS["T008"].bad.files.items()
LINE = next(n for n, line in enumerate(DECISION.split("\n"), 1) if "result:" in line)


@pytest.fixture
def village(village: Path) -> Path:
    (village / TALK).parent.mkdir(parents=True, exist_ok=True)
    (village / TALK).write_text(DECISION, "utf-8")
    return village


def typed(capsys, *arguments):
    return yizhan(capsys, "acknowledge", *arguments, *AS_OF)


SAID = ["--reason", "主持人当场宣布通过。", "--by", "shili-committee"]
LINES = """\
        irregular:
          - code: T008
            reason: 主持人当场宣布通过。
            by: shili-committee
            date: 2026-03-31
"""


@pytest.mark.parametrize("path", [TALK, f"{TALK}:{LINE}", f"{TALK}:{LINE}:17"])
def test_it_writes_the_lines_and_nothing_else(village, capsys, path) -> None:
    code, out, err = typed(capsys, path, "T008", *SAID, "-y")
    assert (code, err) == (0, "")
    assert (village / TALK).read_text("utf-8") == DECISION + LINES
    assert "已说明的不合规[T008]" in out
    assert f"已写进 {TALK}。" in out


def test_what_does_not_fit_is_an_error_that_says_what_there_is(village, capsys) -> None:
    code, out, err = typed(capsys, TALK, "T006", *SAID, "-y")
    assert (code, out) == (2, "")
    assert err.startswith(f"不合规之处：“{TALK} T006”没有对上还要写明的不合规。")
    assert err.endswith(f"：{TALK}:{LINE} T008（赞成 7 票，反对 9 票，却记成了通过。）。\n")
    assert (village / TALK).read_text("utf-8") == DECISION


def test_a_reason_is_never_made_up(village, capsys) -> None:
    code, _, err = typed(capsys, TALK, "T008", "--by", "shili-committee", "-y")
    assert code == 2
    assert err == "缺少 --reason（情况）；加 --help 看说明。\n"


def test_two_places_are_told_apart_by_their_line(village, capsys) -> None:
    more = DECISION + DECISION[DECISION.index("      - text:") :]
    (village / TALK).write_text(more, "utf-8")
    code, _, err = typed(capsys, TALK, "T008", *SAID, "-y")
    assert code == 2
    assert "有 2 处都对得上" in err
    second = LINE + DECISION.count("\n") - DECISION[: DECISION.index("      - text:")].count("\n")
    assert f"{TALK}:{second} T008" in err
    assert typed(capsys, f"{TALK}:{second}", "T008", *SAID, "-y")[0] == 1, "the first is still open"
    assert (village / TALK).read_text("utf-8") == more + LINES


def test_with_nothing_left_it_says_so(village, capsys) -> None:
    (village / TALK).unlink()
    assert typed(capsys, TALK, "T008", *SAID, "-y") == (
        2,
        "",
        "没有还要写明的不合规；yizhan check 会列出有哪些。\n",
    )


def test_the_day_can_be_given(village, capsys) -> None:
    assert typed(capsys, TALK, "T008", *SAID, "--date", "2026-03-30", "-y")[0] == 0
    assert (village / TALK).read_text("utf-8") == DECISION + LINES.replace("-31", "-30")


def plan_for(village, **more):
    session = session_at(village, DAY)
    given = {
        "finding": f"{TALK} T008",
        "reason": "如此。",
        "by": "shili-committee",
        "date": "2026-03-31",
    }
    return session, conduct(interview(session), given | more)


def test_a_file_that_another_program_changed_is_left_alone(village) -> None:
    session, plan = plan_for(village)
    (village / TALK).write_text(DECISION + "# 新的\n", "utf-8")
    with pytest.raises(AcknowledgeError) as stopped:
        acknowledge(session, plan)
    assert "刚才被别的程序改过" in stopped.value.args[0].zh
    assert (village / TALK).read_text("utf-8").endswith("# 新的\n")


def test_a_ground_can_be_given_where_the_check_knows_none(village) -> None:
    session, plan = plan_for(village, article="示例村议事规则第三条")
    assert acknowledge(session, plan).written
    assert "article: 示例村议事规则第三条" in (village / TALK).read_text("utf-8")


def test_what_would_break_a_check_is_put_back(village) -> None:
    session, plan = plan_for(village)
    done = acknowledge(session, replace(plan, entry={**plan.entry, "code": "T002"}))
    assert not done.written
    assert {each.code for each in done.report.findings if each.fails} == {"R002", "T008"}
    assert (village / TALK).read_text("utf-8") == DECISION


QUIET = "records/rules/shili-rules/amendments/shili-rules-quiet.yaml"
EARLY = "  - stage: effect\n    date: 2026-03-02\n"


def test_what_was_held_back_behind_it_is_told_and_acknowledged_next(village, capsys) -> None:
    """An effect before its vote stands at the end of its dossier, and is read before the vote."""
    (village / TALK).unlink()
    text = (
        (village / QUIET)
        .read_text("utf-8")
        .replace("effect\n    date: 2026-03-20", "effect\n    date: 2026-03-02")
    )
    (village / QUIET).write_text(text, "utf-8")
    line = text[: text.index(EARLY)].count("\n") + 2
    failing = [each for each in session_at(village, DAY).findings if each.fails]
    assert [(each.line, each.code) for each in failing] == [(line, "N002")]
    code, out, _ = typed(capsys, QUIET, "N002", *SAID, "-y")
    assert code == 1
    assert "不合规[N014]" in out
    assert "放回原样" not in out
    assert typed(capsys, QUIET, "N014", *SAID, "-y")[0] == 0
    added = (village / QUIET).read_text("utf-8").removeprefix(text)
    assert added.startswith("    irregular:\n      - code: N002\n")
    assert "      - code: N014\n" in added
    assert not any(each.fails for each in session_at(village, DAY).findings)
