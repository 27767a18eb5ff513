"""What was late by what was on record stays late, whatever is corrected afterwards."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from yizhan.facts.derivation import derive
from yizhan.facts.late_before import derive_remembering
from yizhan.facts.summary import summarize
from yizhan.loading.load import read_record
from yizhan.model.kinds import identify

PROCEDURE = "records/procedures/shili-local.yaml"
RULES = (Path(__file__).parents[1] / "village" / PROCEDURE).read_text(encoding="utf-8")
MATTER = "records/matters/2026/20260302-shili-lamp.yaml"
HEAD = """\
id: 20260302-shili-lamp
title: 路灯不亮
example: true
place: shili-cun
procedure: shili-local
category: utilities
tier: small
raised:
  date: 2026-03-02
  by: residents
  channel: counter
handler: shili-committee
log:
"""
ACCEPTED = "  - date: 2026-03-03\n    step: accept\n    by: shili-committee\n"
TARDY = ACCEPTED.replace("03-03", "03-12")
NOTED = "  - date: 2026-03-15\n    step: progress\n    by: shili-committee\n    note: 等灯。\n"
EXTENDED = """\
  - date: 2026-03-16
    step: extend
    by: shili-committee
    until: {until}
    reason: 等灯。
"""
REPORTED = """\
  - date: 2026-04-20
    step: report_done
    by: shili-committee
    outcome:
      result: solved
      text: 换了灯。
"""
TWO_HANDS = "{key: handling, title: 办理中, family: working, limits: [{days: 40}]}"
TO_EXTEND = (
    "{date: 2026-03-15, step: extend, by: shili-committee, until: 2026-04-30, reason: 等灯。}"
)


def corrections(*given: tuple[str, str], day: str = "2026-05-01") -> str:
    items = (
        f"  - date: {day}\n    at: {at}\n    {how}\n    reason: 录错了。\n" for at, how in given
    )
    return "corrections:\n" + "".join(items)


def record(path: str, text: str):
    found = read_record(path, identify(path), text.encode())
    assert found.record is not None, found.findings
    return found.record


@pytest.fixture
def state(common_steps, weekdays):
    def of(log: str, rules: str = "", day: str = "2026-11-30", *, remembering: bool = True):
        matter, procedure = record(MATTER, HEAD + log), record(PROCEDURE, RULES + rules)
        function = derive_remembering if remembering else derive
        return function(matter, procedure, common_steps, date.fromisoformat(day), weekdays)

    return of


LATER = EXTENDED.format(until="2026-04-30")
CASES = {
    "nothing is corrected": (ACCEPTED + REPORTED, "", [("handling", 24, None)]),
    "an extension moved back": (
        ACCEPTED
        + EXTENDED.format(until="2026-03-20")
        + REPORTED
        + corrections(("log/20260316-extend/until", "value: 2026-04-30")),
        "",
        [("handling", 21, "2026-05-01")],
    ),
    "a last day that the acceptance never gave": (
        ACCEPTED + REPORTED + corrections(("log/20260303-accept/until", "value: 2026-04-30")),
        "",
        [("handling", 24, "2026-05-01")],
    ),
    "another tier": (
        ACCEPTED + REPORTED + corrections(("tier", "value: big")),
        "",
        [("handling", 24, "2026-05-01")],
    ),
    "a limit of the procedure": (
        ACCEPTED + REPORTED,
        corrections(("stages/handling", f"value: {TWO_HANDS}")),
        [("handling", 24, "2026-05-01")],
    ),
    "the day on which it was raised": (
        TARDY + corrections(("raised/date", "value: 2026-03-11"), day="2026-03-13"),
        "",
        [("reported", 5, "2026-03-13")],
    ),
    "progress made into an extension": (
        ACCEPTED + NOTED + REPORTED + corrections(("log/20260315-progress", f"value: {TO_EXTEND}")),
        "",
        [("handling", 24, "2026-05-01")],
    ),
    "late when it was corrected, and not left yet": (
        ACCEPTED + corrections(("log/20260303-accept/until", "value: 2026-12-31")),
        "",
        [("handling", 32, "2026-05-01")],
    ),
    "a correction of words": (
        ACCEPTED + LATER + REPORTED + corrections(("log/20260316-extend/reason", "value: 缺灯。")),
        "",
        [],
    ),
    "late before and after": (
        ACCEPTED + REPORTED + corrections(("title", "value: 路灯坏了")),
        "",
        [("handling", 24, None)],
    ),
    "corrected twice, once before it was late": (
        ACCEPTED
        + REPORTED
        + corrections(("title", "value: 路灯坏了"), day="2026-03-05")
        + corrections(("tier", "value: big")).removeprefix("corrections:\n"),
        "",
        [("handling", 24, "2026-05-01")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_correction_makes_nothing_in_time_afterwards(state, name):
    log, rules, late = CASES[name]
    found = state(log, rules).left_late
    until = [each.until.isoformat() if each.until else None for each in found]
    said = [each.before.key for each in found], [each.late_days for each in found]
    assert list(zip(*said, until, strict=True)) == late


@pytest.mark.parametrize("name", [name for name in CASES if CASES[name][2]])
def test_figures_count_it(state, name):
    log, rules, late = CASES[name]
    found = state(log, rules)
    assert found.most_late >= max(days for _, days, _ in late)
    matter = record(MATTER, HEAD + log)
    assert summarize(matter, found, found.as_of).left_late == max(days for _, days, _ in late)


def test_before_the_correction_the_past_is_late_as_well(state):
    log = ACCEPTED + REPORTED + corrections(("tier", "value: big"))
    assert [each.late_days for each in state(log, day="2026-04-25").left_late] == [24]
    assert not state(log, day="2026-03-10").left_late


def test_what_holds_now_is_not_late(state):
    log, _, _ = CASES["an extension moved back"]
    assert not state(log, remembering=False).left_late


HANDED = """\
  - date: 2026-03-05
    step: handover
    by: shili-committee
    to: shili-office
  - date: 2026-03-20
    step: take_over
    by: shili-office
"""
DAYS = "handover_days: 3\n"


def test_a_hand_over_taken_over_late_stays_late(state):
    longer = corrections(("handover_days", "value: 30"))
    found = state(ACCEPTED + HANDED, DAYS + longer).left_late
    assert [(each.answered_late, str(each.until)) for each in found if each.answered_late] == [
        (8, "2026-05-01")
    ]
    assert not state(ACCEPTED + HANDED, DAYS.replace("3", "30")).left_late


def test_a_hand_over_that_waited_too_long_stays_late(state):
    waiting = ACCEPTED + HANDED.split("  - date: 2026-03-20", maxsplit=1)[0]
    longer = corrections(("handover_days", "value: 90"))
    found = state(waiting, DAYS + longer, day="2026-05-10").left_late
    assert [each.answered_late for each in found if each.answered_late] == [37]
