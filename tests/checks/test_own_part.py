"""Nobody corrects itself into a matter; others may, and what was typed wrongly is put right."""

import pytest

from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH, REPORTED

HANDED = "  - date: 2026-02-12\n    step: handover\n    by: shili-committee\n    to: shili-office\n    tier: big\n"
TAKEN = "  - date: 2026-02-13\n    step: take_over\n    by: shili-office\n"
ASSIGNED = "  - date: 2026-02-12\n    step: assign\n    by: shili-committee\n    to: shili-office\n    tier: big\n"
SEEN = "  - date: 2026-02-14\n    step: progress\n    by: shili-office\n    note: 去看过。\n"
DONE = REPORTED.replace("shili-committee", "shili-office")
TAKEN_AT = "at: log/20260213-take_over"
GONE = f"{TAKEN_AT}; annul: true"
US, OFFICE, OTHERS = "by: shili-committee", "by: shili-office", "by: shili-supervisors"
COUNTY = "by: shili-county"


def fix(what: str, by: str | None = US, day: str = "2026-03-20") -> str:
    lines = [*what.split("; "), *([] if by is None else [by]), "reason: 录错了。"]
    return f"  - date: {day}\n" + "".join(f"    {each}\n" for each in lines)


ON = ACCEPTED + HANDED + TAKEN + SEEN
LATER = "2026-03-21"
RESTORED = f"{TAKEN_AT}; value: {{date: 2026-02-13, step: take_over, by: shili-office}}"


@pytest.mark.parametrize(
    ("log", "corrections", "words"),
    [
        (ON, [fix(GONE)], "又归"),
        (ON, [fix(GONE, None)], "没有写明由谁更正"),
        (ON, [fix("at: log/20260212-handover; annul: true"), fix(GONE)], "又归"),
        (
            ON,
            [fix(f"{TAKEN_AT}/step; value: progress"), fix(f"{TAKEN_AT}/note; value: 看过")],
            "又归",
        ),
        (ACCEPTED + ASSIGNED + SEEN, [fix("at: log/20260212-assign; annul: true")], "又归"),
        (
            ACCEPTED + ASSIGNED + SEEN,
            [fix("at: log/20260212-assign/to; value: shili-committee")],
            "又归",
        ),
        (ON, [fix("at: log/20260214-progress/with; value: [shili-committee]")], "又归"),
        (ON, [fix("at: log/20260214-progress/with; value: [shili-county]", COUNTY)], "就有了份"),
        (
            ON,
            [
                fix(f"{TAKEN_AT}/by; value: shili-county", COUNTY),
                fix("at: log/20260212-handover/to; value: shili-county", COUNTY),
            ],
            "就有了份",
        ),
        (ACCEPTED, [fix("at: log/20260211-accept/by; value: shili-office", OFFICE)], "就有了份"),
    ],
)
def test_who_does_not_correct_itself_into_a_matter(lay, log, corrections, words):
    text = NOISE + log + "corrections:\n" + "".join(corrections)
    (told,) = (each for each in lay({NOISE_PATH: text}) if each.code == "M047")
    assert words in told.message.zh


@pytest.mark.parametrize(
    ("log", "corrections"),
    [
        (ON, [fix(GONE, OFFICE)]),
        (ON, [fix(GONE, OTHERS)]),
        (ON, [fix(GONE), fix(RESTORED, OFFICE, LATER)]),
        (ON, [fix("at: log/20260214-progress/note; value: 看过了。")]),
        (ON, [fix("at: log/20260214-progress/with; value: [shili-committee]", OFFICE)]),
        (ACCEPTED + HANDED, [fix("at: log/20260212-handover; annul: true")]),
        (ACCEPTED + HANDED, [fix("at: log/20260212-handover/to; value: shili-county")]),
        (ACCEPTED, [fix("at: log/20260211-accept/with; value: [shili-office]")]),
        (ACCEPTED, [fix("at: handler; annul: true")]),
        (
            "  - date: 2026-02-11\n    step: progress\n    by: shili-office\n    note: 看过。\n",
            [fix("at: handler; value: shili-office", OFFICE), fix("at: tier; value: big")],
        ),
        (ON + DONE, [fix("at: log/20260220-report_done/outcome/cost; value: 5", OFFICE)]),
        (ACCEPTED, [fix("at: log/nothing; annul: true")]),
        (ACCEPTED, [fix("at: log/20260211-accept/by; value: nobody-there", "by: nobody-there")]),
    ],
)
def test_who_may_correct_who_has_it(lay, log, corrections):
    text = NOISE + log + "corrections:\n" + "".join(corrections)
    assert "M047" not in {each.code for each in lay({NOISE_PATH: text})}


def test_without_its_procedure_nothing_is_said(lay):
    text = NOISE.replace("procedure: ", "procedure: no-") + ON + "corrections:\n" + fix(GONE)
    assert "M047" not in {each.code for each in lay({NOISE_PATH: text})}


def test_it_is_not_taken_in_two_corrections_either(lay):
    """The first names it beside whoever accepted the matter, the second in place of that body."""
    named = fix("at: handler; value: shili-office", OFFICE)
    accepted = fix("at: log/20260211-accept/by; value: shili-office", OFFICE)
    text = NOISE + ACCEPTED + SEEN.replace("office", "committee") + "corrections:\n"
    found = [each.code for each in lay({NOISE_PATH: text + named + accepted})]
    assert found.count("M047") == 1
