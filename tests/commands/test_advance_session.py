"""yizhan advance asks at a terminal: no answers break a check, and whoever stops has written nothing."""

import os
import pty
import select
import shutil
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from yizhan.commands.advance import AdvanceError, advance, interview
from yizhan.commands.interview.question import UnclearError, conduct
from yizhan.commands.interview.session import session_at
from yizhan.facts.derivation import derive
from yizhan.facts.speakers import bodies_about
from yizhan.loading import load
from yizhan.loading.presets import load_presets
from yizhan.loading.working_days import official_calendar
from yizhan.model.matter import Matter

from .program import AS_OF, DRAIN, VILLAGE

TEXTS = [
    "已到现场查看。",
    "是：电话回访 # 第 3 次",
    "一段\n\n又一段",
    "yes",
    "2026-03-01",
    "- 一",
    "“好”",
]
DAYS = [f"2026-{month}-{day}" for month in (3, 4, 5) for day in range(1, 31)]
LATER = [f"{year}-01-05" for year in range(2027, 2040)]
"""Where what was put off to the last of the days is put off again."""
NUMBERS = frozenset({"cost", "asked", "satisfied"})
BARE = """\
id: 20260309-shili-bare
title: 一件新事
example: true
place: shili-cun-1
procedure: {procedure}
category: other
raised:
  date: 2026-03-09
  by: resident
  channel: counter
"""


def answerer(draw):
    """A clerk who answers anything that is offered, at random."""

    chance = draw(st.randoms(use_true_random=False))

    def ask(question, _first):
        if not question.required and chance.random() < 0.5:
            return None
        if question.name in ("date", "until"):
            return first_taken(question, [*chance.sample(DAYS, len(DAYS)), *LATER])
        if question.choices:
            return question.answer(chance.choice(question.choices).code)
        if question.name in NUMBERS:
            return first_taken(question, [str(chance.randint(0, 20)), "0"])
        assert question.label is None, f"nothing can be answered to {question.name}"
        return first_taken(question, chance.sample(TEXTS, len(TEXTS)))

    return ask


def first_taken(question, answers):
    for answer in answers:
        try:
            return question.answer(answer)
        except UnclearError:
            continue
    raise AssertionError(f"nothing is taken for {question.name}")


# Shrinking a life of a dozen entries takes minutes, and says no more than the entry refused.
@settings(max_examples=40, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.data())
def test_no_sequence_of_advance_breaks_a_check(data):
    procedures = [*sorted(load_presets().procedures), "shili-local"]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(VILLAGE / "records", root / "records")
        bare = root / "records/matters/2026/20260309-shili-bare.yaml"
        procedure = data.draw(st.sampled_from(procedures))
        bare.write_text(BARE.format(procedure=procedure), encoding="utf-8")
        day = date(2026, 3, 20)
        for _ in range(data.draw(st.integers(1, 8))):
            day = min(day + timedelta(days=data.draw(st.integers(0, 6))), date(2026, 4, 11))
            matter = data.draw(
                st.sampled_from(
                    ["20260309-shili-bare", "20260308-shili-drain", "20260108-shili-lamps"]
                )
            )
            session = session_at(root, day)
            try:
                plan = conduct(interview(session), {"matter": matter}, ask=answerer(data.draw))
            except AdvanceError:  # merged or split: nothing follows
                assert session.state(session.archive.get(Matter, matter)).goes_on
                continue
            before = (root / plan.matter.path).read_bytes()
            done = advance(session, plan)
            if {each.code for each in done.report.findings if each.fails} == {"A022"}:
                assert (root / plan.matter.path).read_bytes() == before  # said a second time
                continue
            assert done.written, (plan.entry, [str(each.message) for each in done.report.findings])
            assert not done.report.fails
            assert set(before.split(b"\n")) <= set(
                (root / plan.matter.path).read_bytes().split(b"\n")
            )
            assert done.state == state_of(root, plan.matter.id, day)


def state_of(root, identifier, day):
    archive = load(root).archive
    matter = archive.get(Matter, identifier)
    assert matter is not None
    procedure = archive.procedure(matter.procedure)
    steps, bodies = load_presets().common_steps, bodies_about(archive, matter)
    return derive(matter, procedure, steps, day, official_calendar(), bodies)


def at_a_terminal(root, arguments, answers):
    """Run the command in a terminal of its own; an answer each time it waits for one."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(root)
        os.environ["NO_COLOR"] = "1"
        os.execv(sys.executable, [sys.executable, "-m", "yizhan", *arguments])
    shown, waiting, begun = b"", list(answers), time.monotonic()
    seen = 0
    while time.monotonic() - begun < 60:
        ready, _, _ = select.select([terminal], [], [], 0.2)
        if ready:
            try:
                part = os.read(terminal, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
        elif waiting and shown[seen:].rstrip().endswith((b">", "）".encode())):
            seen = len(shown)
            answer = waiting.pop(0)
            os.write(terminal, answer.encode() if answer == "\x03" else answer.encode() + b"\r")
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status), shown.decode().replace("\r", "")


def test_a_clerk_at_a_terminal(village):
    code, shown = at_a_terminal(
        village,
        ["advance", *AS_OF],
        ["排水沟", "报结", "昨天", "", "已解决", "清了 120 米。", "", "", "", ""],
    )
    assert code == 0, shown
    assert "步骤：这次要记哪一步？\n  1 交办" in shown
    assert "日期：这一步是哪天。（直接回车就是：今天 2026-04-10）\n> 昨天\n  → 2026-04-09" in shown
    assert f"写进 {DRAIN} 吗？（回车就写，不写就输入“否”）" in shown
    assert (
        (village / DRAIN)
        .read_text(encoding="utf-8")
        .endswith(
            "  - date: 2026-04-09\n    step: report_done\n    by: shili-office\n    outcome:\n"
            "      result: solved\n      text: 清了 120 米。\n"
        )
    )


@pytest.mark.parametrize(
    "answers",
    [["\x03"], ["排水沟", "办理进展", "\x03"], ["排水沟", "办理进展", "", "", "挖", "否"]],
)
def test_whoever_stops_has_written_nothing(village, answers):
    before = {file: file.read_bytes() for file in (village / "records").rglob("*.yaml")}
    code, shown = at_a_terminal(village, ["advance", *AS_OF], answers)
    assert code == 130
    assert shown.endswith("\n没有写任何文件。\n")
    assert {file: file.read_bytes() for file in (village / "records").rglob("*.yaml")} == before
