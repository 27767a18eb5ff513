"""Checks read a log as the facts do: with corrections worked in, and without refused steps."""

from __future__ import annotations

import pytest

from yizhan.checks.shared.examples import NOISE, NOISE_PATH

ACCEPT = {"date": "2026-02-11", "step": "accept", "by": "shili-committee"}
OLD_TEAM = {
    "records/bodies/shili-old-team.yaml": """\
id: shili-old-team
title: 老管护队
example: true
body_kind: team
place: shili-cun
dissolved: 2025-12-31
"""
}


def entry(date: str, step: str, by: str = "shili-committee", **fields: str) -> dict[str, str]:
    return {"date": date, "step": step, "by": by, **fields}


def correct(target: str, **fields: str) -> dict[str, str]:
    return {"note": "记错了。", **entry("2026-02-14", "correct", corrects=target), **fields}


def log(*entries: dict[str, str]) -> str:
    lines = [
        f"  {'-' if number == 0 else ' '} {name}: {value}\n"
        for each in entries
        for number, (name, value) in enumerate(each.items())
    ]
    return NOISE + "".join(lines)


SUPERVISED = entry("2026-02-16", "supervise", by="shili-office")
ASSIGNED = entry("2026-02-12", "assign", to="shili-office")
BIG = {"tier": "big"}

CASES = {
    "an assignment corrected away from the supervisor": (
        [ACCEPT, ASSIGNED | BIG, correct("20260212-assign", to="shili-committee", tier="small")],
        {"M025": False, "C004": False},
    ),
    "an assignment corrected to the supervisor": (
        [
            ACCEPT,
            entry("2026-02-12", "assign", to="shili-committee"),
            correct("20260212-assign", to="shili-office", tier="big"),
        ],
        {"M025": True, "C004": False},
    ),
    "a hand-over that was sent back": (
        [
            ACCEPT,
            entry("2026-02-12", "handover", to="shili-office"),
            entry("2026-02-13", "send_back", by="shili-office", reason="不归我们办。"),
        ],
        {"M025": False, "C004": False},
    ),
    "taken over by the supervisor": (
        [
            ACCEPT,
            entry("2026-02-12", "handover", to="shili-office", tier="big"),
            entry("2026-02-13", "take_over", by="shili-office"),
        ],
        {"M025": True, "C004": False},
    ),
    "taken over by the receiver, whom nobody named again, of the wrong level": (
        [
            ACCEPT,
            entry("2026-02-12", "handover", to="shili-office"),
            {"date": "2026-02-13", "step": "take_over"},
        ],
        {"M025": True, "C004": True},
    ),
    "an acceptance out of turn gives it to nobody": (
        [ACCEPT, entry("2026-02-12", "accept", by="shili-office")],
        {"M025": False, "C004": False, "M002": True},
    ),
    "of the wrong level": ([ACCEPT, ASSIGNED], {"M025": True, "C004": True}),
    "of a level that a correction of the tier sets right": (
        [ACCEPT, ASSIGNED, correct("20260212-assign", tier="big", by="shili-committee")],
        {"M025": True, "C004": False},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_who_has_a_matter_is_what_the_facts_say(name, lay) -> None:
    entries, expected = CASES[name]
    findings = lay({NOISE_PATH: log(*entries, SUPERVISED)})
    codes = {each.code for each in findings if each.level.fails}
    assert {code: code in codes for code in expected} == expected


@pytest.mark.parametrize(
    ("entries", "places"),
    [
        ([ACCEPT | {"by": "shili-old-team"}], [(16, 9)]),
        ([ACCEPT | {"by": "shili-old-team"}, correct("20260211-accept")], []),
        # what a correction gives counts at its target, once
        ([ACCEPT, correct("20260211-accept", by="shili-old-team")], [(16, 9)]),
        # a correction of nothing is an entry like others
        ([ACCEPT, correct("20260211-assign", by="shili-old-team")], [(20, 9)]),
    ],
)
def test_a_body_that_was_gone_can_be_corrected(entries, places, lay) -> None:
    findings = lay({NOISE_PATH: log(*entries), **OLD_TEAM})
    found = [(each.line, each.column) for each in findings if each.code == "M023"]
    assert found == places


def test_without_its_procedure_nobody_knows_what_a_log_corrects(lay) -> None:
    unknown = log(ACCEPT | {"by": "shili-old-team"}).replace("shili-local", "shili-lokal")
    codes = {each.code for each in lay({NOISE_PATH: unknown, **OLD_TEAM})}
    assert "A004" in codes
    assert "M023" not in codes
