"""Checks read a record with its corrections applied, and a log without refused steps."""

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


def log(*entries: dict[str, str], corrections: tuple[tuple[str, str], ...] = ()) -> str:
    lines = [
        f"  {'-' if number == 0 else ' '} {name}: {value}\n"
        for each in entries
        for number, (name, value) in enumerate(each.items())
    ]
    given = "".join(
        f"  - date: 2026-02-20\n    at: {at}\n    {value}\n    reason: 记错了。\n"
        for at, value in corrections
    )
    return NOISE + "".join(lines) + (f"corrections:\n{given}" if given else "")


SUPERVISED = entry("2026-02-16", "supervise", by="shili-office")
ASSIGNED = entry("2026-02-12", "assign", to="shili-office")
BIG = {"tier": "big"}

CASES = {
    "an assignment corrected away from the supervisor": (
        [ACCEPT, ASSIGNED | BIG],
        (
            ("log/20260212-assign/to", "value: shili-committee"),
            ("log/20260212-assign/tier", "value: small"),
        ),
        {"M025": False, "C004": False},
    ),
    "an assignment corrected to the supervisor": (
        [ACCEPT, entry("2026-02-12", "assign", to="shili-committee")],
        (
            ("log/20260212-assign/to", "value: shili-office"),
            ("log/20260212-assign/tier", "value: big"),
        ),
        {"M025": True, "C004": False},
    ),
    "a hand-over that was sent back": (
        [
            ACCEPT,
            entry("2026-02-12", "handover", to="shili-office"),
            entry("2026-02-13", "send_back", by="shili-office", reason="不归我们办。"),
        ],
        (),
        {"M025": False, "C004": False},
    ),
    "taken over by the supervisor": (
        [
            ACCEPT,
            entry("2026-02-12", "handover", to="shili-office", tier="big"),
            entry("2026-02-13", "take_over", by="shili-office"),
        ],
        (),
        {"M025": True, "C004": False},
    ),
    "taken over by the receiver, whom nobody named again, of the wrong level": (
        [
            ACCEPT,
            entry("2026-02-12", "handover", to="shili-office"),
            {"date": "2026-02-13", "step": "take_over"},
        ],
        (),
        {"M025": True, "C004": True},
    ),
    "an acceptance out of turn gives it to nobody": (
        [ACCEPT, entry("2026-02-12", "accept", by="shili-office")],
        (),
        {"M025": False, "C004": False, "M002": True},
    ),
    "of the wrong level": ([ACCEPT, ASSIGNED], (), {"M025": True, "C004": True}),
    "of a level that a correction of the tier sets right": (
        [ACCEPT, ASSIGNED],
        (("log/20260212-assign/tier", "value: big"),),
        {"M025": True, "C004": False},
    ),
    "an assignment that never was": (
        [ACCEPT, ASSIGNED],
        (("log/20260212-assign", "annul: true"),),
        {"M025": False, "C004": False},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_who_has_a_matter_is_what_the_facts_say(name, lay) -> None:
    entries, corrections, expected = CASES[name]
    findings = lay({NOISE_PATH: log(*entries, SUPERVISED, corrections=corrections)})
    codes = {each.code for each in findings if each.level.fails}
    assert {code: code in codes for code in expected} == expected


BY = "log/20260211-accept/by"


@pytest.mark.parametrize(
    ("by", "corrections", "places"),
    [
        ("shili-old-team", (), [(16, 9)]),
        ("shili-old-team", ((BY, "value: shili-committee"),), []),
        ("shili-committee", ((BY, "value: shili-old-team"),), [(20, 12)]),
    ],
)
def test_a_body_that_was_gone_can_be_corrected(by, corrections, places, lay) -> None:
    findings = lay({NOISE_PATH: log(ACCEPT | {"by": by}, corrections=corrections), **OLD_TEAM})
    found = [(each.line, each.column) for each in findings if each.code == "M023"]
    assert found == places


def test_what_was_corrected_is_still_in_the_file_and_stays_out_of_it(lay) -> None:
    private = log(
        ACCEPT | {"note": "联系 13800138000。"},
        corrections=(("log/20260211-accept/note", "value: 已联系。"),),
    )
    found = [(each.code, each.line) for each in lay({NOISE_PATH: private}) if each.level.fails]
    assert found == [("V002", 17)]


def test_an_id_keeps_the_date_as_first_recorded(lay) -> None:
    raised = log(ACCEPT, corrections=(("raised/date", "value: 2026-02-09"),))
    assert [each.code for each in lay({NOISE_PATH: raised}) if each.level.fails] == []


def test_a_report_that_came_first_is_taken_for_what_it_was_by_its_date(lay) -> None:
    late = log(
        ACCEPT,
        {"date": "2026-02-22", "step": "confirm"},
        entry("2026-02-20", "report_done", outcome="{result: solved, text: 关小了。}"),
    )
    assert [each.code for each in lay({NOISE_PATH: late}) if each.level.fails] == []


DONE = entry("2026-02-12", "report_done", outcome="{result: solved, text: 关小了。}")
LONG_AFTER = entry("2026-03-05", "progress", note="回访。")


@pytest.mark.parametrize(
    ("entries", "corrections", "early"),
    [
        ([DONE, entry("2026-03-21", "lapse")], (), False),
        ([LONG_AFTER, DONE, entry("2026-03-06", "lapse")], (), True),
        ([LONG_AFTER, DONE, entry("2026-03-30", "lapse")], (), False),
        (
            [DONE | {"date": "2026-02-18"}, entry("2026-02-20", "lapse")],
            (("log/20260218-report_done/date", "value: 2026-02-12"),),
            True,
        ),
    ],
)
def test_a_report_dated_back_takes_no_time_to_answer_from_residents(
    entries, corrections, early, lay
) -> None:
    findings = lay({NOISE_PATH: log(ACCEPT, *entries, corrections=corrections)})
    found = [each.code for each in findings if each.level.fails]
    assert found == (["M013"] if early else [])


def test_a_body_corrects_its_own_record(lay, files) -> None:
    path = "records/bodies/shili-office.yaml"
    own = (
        "corrections:\n  - date: 2026-02-20\n    by: shili-office\n"
        "    at: title\n    value: 示例镇政府\n    reason: 名称写错。\n"
    )
    findings = lay(files.village(path, ("parent: shili-county\n", f"parent: shili-county\n{own}")))
    assert [each.code for each in findings if each.level.fails] == []


LAMPS = "records/matters/2026/20260108-shili-lamps.yaml"


def test_what_a_corrected_date_put_out_of_order_is_acknowledged_where_it_is(lay, files):
    """The date is told, and the act that does not count is another entry: the mark stands there."""
    text = files.village(LAMPS)[LAMPS]
    moved = "corrections:\n  - {date: 2026-03-20, at: log/20260120-report_done/date, value: 2026-01-25, reason: 录错}\n"
    text = text.replace("attachments:\n", f"{moved}attachments:\n", 1)
    (found,) = (each for each in lay({LAMPS: text}) if each.code == "M003")
    assert text.splitlines()[found.line - 1].strip().startswith("- {date: 2026-03-20")
    line = text.splitlines()[found.remedy.line - 1]
    assert line == "  - date: 2026-01-22", "the confirmation before the report"
    at = text.index("    verdict:\n", text.index(line))
    said = [f"{each} 如实" if each.endswith("reason:") else each for each in found.remedy.lines]
    marked = text[:at] + "\n".join(said) + "\n" + text[at:]
    (again,) = (each for each in lay({LAMPS: marked}) if each.code == "M003")
    assert again.acknowledged
    assert "R001" not in {each.code for each in lay({LAMPS: marked})}
