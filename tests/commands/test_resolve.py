"""yizhan resolve: an open acknowledgment says what became of it, and nothing else changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from yizhan.checks.shared.examples import AGAINST, IRREGULAR_DECISION, TALK_PATH
from yizhan.commands.acknowledge import AcknowledgeError
from yizhan.commands.interview.question import conduct
from yizhan.commands.interview.session import session_at
from yizhan.commands.resolve import interview, preview, resolve

from .program import yizhan

DAY = date(2026, 3, 31)
AS_OF = ["--as-of", "2026-03-31"]
DECISION = IRREGULAR_DECISION.format(votes=AGAINST, result="adopted")
LINE = next(n for n, line in enumerate(DECISION.split("\n"), 1) if "code: T008" in line)
SAID = ["--result", "upheld", "--by", "shili-office", "--date", "2026-03-02"]
LINES = """\
            resolution:
              result: upheld
              by: shili-office
              date: 2026-03-02
"""


@pytest.fixture
def village(village: Path) -> Path:
    (village / TALK_PATH).parent.mkdir(parents=True, exist_ok=True)
    (village / TALK_PATH).write_text(DECISION, "utf-8")
    return village


def typed(capsys, *arguments):
    return yizhan(capsys, "resolve", *arguments, *AS_OF)


@pytest.mark.parametrize("place", [TALK_PATH, f"{TALK_PATH}:{LINE}", f"{TALK_PATH}:{LINE - 4}:9"])
def test_it_writes_the_lines_and_nothing_else(village, capsys, place) -> None:
    code, out, err = typed(capsys, place, "T008", *SAID, "-y")
    assert (code, err) == (0, ""), out
    assert (village / TALK_PATH).read_text("utf-8") == DECISION + LINES
    assert f"已写进 {TALK_PATH}。" in out


def test_words_of_the_schema_are_taken(village, capsys) -> None:
    said = ["--result", "撤销", "--by", "示例镇人民政府", "--date", "2026-03-02"]
    more = ["--from-beginning", "是", "--note", "镇政府 3 号文。"]
    assert typed(capsys, TALK_PATH, *said, *more, "-y")[0] == 0
    text = (village / TALK_PATH).read_text("utf-8")
    assert text.endswith(
        "              result: annulled\n              by: shili-office\n"
        "              date: 2026-03-02\n              from_beginning: true\n"
        "              note: 镇政府 3 号文。\n"
    )


def test_only_an_annulment_can_say_that_it_was_from_the_beginning(village, capsys) -> None:
    assert typed(capsys, TALK_PATH, *SAID, "--from-beginning", "是", "-y")[0] == 2
    assert (village / TALK_PATH).read_text("utf-8") == DECISION


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([TALK_PATH, "T006"], "没有对上写明了、还没有处理的不合规"),
        ([f"{TALK_PATH}:1"], "没有对上"),
        ([f"{TALK_PATH}:x"], "没有对上"),
        (["records/nowhere.yaml"], f"{TALK_PATH}:{LINE} T008"),
    ],
)
def test_what_does_not_fit_is_an_error_that_says_what_there_is(
    village, capsys, given, said
) -> None:
    code, out, err = typed(capsys, *given, *SAID, "-y")
    assert (code, out) == (2, "")
    assert said in err
    assert (village / TALK_PATH).read_text("utf-8") == DECISION


def test_nothing_is_made_up(village, capsys) -> None:
    code, _, err = typed(capsys, TALK_PATH, *SAID[2:], "-y")
    assert (code, err) == (
        2,
        "缺少 --result（结果）；可以写：upheld（维持）、ratified（追认）、annulled（撤销）。\n",
    )
    code, _, err = typed(capsys, TALK_PATH, *SAID[:1], "维", *SAID[2:], "-y")
    assert code == 2
    assert "维持" in err


def test_what_breaks_a_check_is_put_back(village, capsys) -> None:
    early = [*SAID[:-1], "2026-02-01"]
    code, out, err = typed(capsys, TALK_PATH, *early, "-y")
    assert code == 1
    assert "R005" in out
    assert "已经放回原样" in err
    assert (village / TALK_PATH).read_text("utf-8") == DECISION


def test_what_is_resolved_is_not_asked_for_again(village, capsys) -> None:
    assert typed(capsys, TALK_PATH, *SAID, "-y")[0] == 0
    code, _, err = typed(capsys, TALK_PATH, *SAID, "-y")
    assert (code, err) == (2, "没有写明了、还没有处理的不合规。\n")


def test_two_acts_are_told_apart_by_their_line(village, capsys) -> None:
    more = DECISION + DECISION[DECISION.index("      - text:") :]
    (village / TALK_PATH).write_text(more, "utf-8")
    code, _, err = typed(capsys, TALK_PATH, *SAID, "-y")
    assert code == 2
    assert "有 2 处都对得上" in err
    assert typed(capsys, f"{TALK_PATH}:{LINE}", *SAID, "-y")[0] == 0
    assert (village / TALK_PATH).read_text("utf-8") == more.replace(DECISION, DECISION + LINES)


def plan_for(village: Path) -> Any:
    session = session_at(village, DAY)
    given = {"act": TALK_PATH, "result": "upheld", "by": "shili-office", "date": "2026-03-02"}
    return session, conduct(interview(session), given)


def test_a_file_that_another_program_changed_is_left_alone(village) -> None:
    session, plan = plan_for(village)
    (village / TALK_PATH).write_text(DECISION + "# 新的\n", "utf-8")
    with pytest.raises(AcknowledgeError) as stopped:
        resolve(session, plan)
    assert "刚才被别的程序改过" in stopped.value.args[0].zh


def test_the_lines_are_shown_before_they_are_written(village) -> None:
    _, plan = plan_for(village)
    assert preview(plan) == "resolution:\n  result: upheld\n  by: shili-office\n  date: 2026-03-02"


def test_an_acknowledgment_on_one_line_is_resolved_on_it(village, capsys) -> None:
    head, _, tail = DECISION.partition("        irregular:\n")
    fields = ", ".join(line.strip(" -") for line in tail.strip().split("\n"))
    (village / TALK_PATH).write_text(f"{head}        irregular: [{{{fields}}}]\n", "utf-8")
    code, out, err = typed(capsys, TALK_PATH, *SAID, "-y")
    assert (code, err) == (0, ""), out
    assert (village / TALK_PATH).read_text("utf-8") == (
        f"{head}        irregular: [{{{fields}, "
        "resolution: {result: upheld, by: shili-office, date: 2026-03-02}}]\n"
    )


def test_of_a_log_that_was_written_late_it_finds_the_place_in_the_file(village, capsys) -> None:
    path = village / "records/matters/2026/20260308-shili-drain.yaml"
    text = path.read_text("utf-8").rstrip("\n")
    late = (
        "\n  - date: 2026-03-12\n    step: progress\n    by: shili-office\n    note: 挖开了。\n"
        "  - date: 2026-03-10\n    step: progress\n    by: shili-office\n    note: 看过了。\n"
        "    irregular:\n      - code: M029\n        reason: 镇里派的。\n        by: shili-office\n"
        "        date: 2026-03-13\n"
    )
    path.write_text(text + late, "utf-8")
    code, out, _ = typed(
        capsys,
        str(path.relative_to(village)),
        *SAID[:3],
        "shili-county",
        "--date",
        "2026-03-20",
        "-y",
    )
    assert code == 0, out
    assert path.read_text("utf-8") == text + late + (
        "        resolution:\n          result: upheld\n          by: shili-county\n"
        "          date: 2026-03-20\n"
    )
