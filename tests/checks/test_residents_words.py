"""What residents said is not corrected by those who did the work; everything else still is."""

import pytest

from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH, REPORTED

OBJECTED = "  - date: 2026-02-22\n    step: object\n    reason: 还是很响。\n"
CONFIRMED = "  - date: 2026-02-22\n    step: confirm\n"
HEARD = "    verdict:\n      how: visit\n      recorded_by: shili-supervisors\n      asked: 5\n      satisfied: 4\n"
NOTED = "    verdict:\n      asked: 5\n      satisfied: 4\n"
LAPSED = "  - date: 2026-03-10\n    step: lapse\n    by: shili-committee\n"
REFUSED = "  - date: 2026-02-20\n    step: refuse\n    by: shili-committee\n    reason: 没有钱。\n"
OFFICE = "by: shili-committee"
OTHERS = "by: shili-supervisors"
DONE = ACCEPTED + REPORTED
RESULT = "at: log/20260220-report_done/outcome"


def fix(what: str, by: str | None = OFFICE) -> str:
    lines = [*what.split("; "), *([] if by is None else [by]), "reason: 录错了。"]
    return "  - date: 2026-03-20\n" + "".join(f"    {each}\n" for each in lines)


@pytest.mark.parametrize(
    ("log", "corrections", "found"),
    [
        (DONE + OBJECTED, [fix("at: log/20260222-object; annul: true")], 1),
        (DONE + OBJECTED, [fix("at: log/20260222-object; annul: true", None)], 1),
        (DONE + OBJECTED, [fix("at: log/20260222-object; annul: true", OTHERS)], 0),
        (DONE + OBJECTED, [fix("at: log/20260222-object/step; value: confirm")], 1),
        (DONE + OBJECTED, [fix("at: log/20260222-object/reason; value: 有点响。")], 0),
        (
            DONE + CONFIRMED + HEARD,
            [fix("at: log/20260222-confirm/verdict/satisfied; value: 5")],
            1,
        ),
        (DONE + CONFIRMED + HEARD, [fix("at: log/20260222-confirm; annul: true")], 1),
        (
            DONE + CONFIRMED + NOTED,
            [fix("at: log/20260222-confirm/verdict/satisfied; value: 5")],
            0,
        ),
        (DONE + CONFIRMED + NOTED, [fix("at: log/20260222-confirm; annul: true")], 0),
        (
            DONE + CONFIRMED + NOTED,
            [fix("at: log/20260222-confirm/verdict/recorded_by; value: shili-supervisors")],
            0,
        ),
        (DONE + CONFIRMED, [fix("at: log/20260222-confirm/step; value: object")], 1),
        (DONE + CONFIRMED + HEARD, [fix(f"{RESULT}/result; value: partly")], 1),
        (DONE + CONFIRMED + HEARD, [fix(f"{RESULT}/text; value: 说好了。")], 0),
        (
            DONE + CONFIRMED + HEARD,
            [fix(f"{RESULT}; value: {{result: solved, text: 说好了。}}")],
            0,
        ),
        (
            DONE + CONFIRMED + HEARD,
            [fix(f"{RESULT}; value: {{result: partly, text: 好了些。}}")],
            1,
        ),
        (DONE, [fix(f"{RESULT}/result; value: partly")], 0),
        (DONE, [fix("at: title; value: 音响太吵")], 0),
        (DONE, [fix("at: log/nothing; value: 1")], 0),
        (
            "  - date: 2026-02-11\n    step: greet\n" + DONE + OBJECTED,
            [fix("at: log/20260222-object; annul: true")],
            1,
        ),
        (
            DONE + LAPSED,
            [
                fix("at: log/20260310-lapse/step; value: confirm"),
                fix("at: log/20260310-lapse/by; annul: true"),
            ],
            1,
        ),
        (
            ACCEPTED + REFUSED,
            [
                fix("at: log/20260220-refuse/step; value: withdraw"),
                fix("at: log/20260220-refuse/by; annul: true"),
            ],
            1,
        ),
        (ACCEPTED + REFUSED, [fix("at: log/20260220-refuse; annul: true")], 0),
        (DONE, [fix("at: log/20260220-report_done/outcome; annul: true")], 0),
    ],
)
def test_who_may_correct_what_residents_said(lay, log, corrections, found):
    text = NOISE + log + "corrections:\n" + "".join(corrections)
    told = [each for each in lay({NOISE_PATH: text}) if each.code == "M046"]
    assert len(told) == found


def test_it_says_who_corrects_it_or_that_nobody_is_named(lay):
    text = NOISE + DONE + OBJECTED + "corrections:\n"
    for by, words in ((OFFICE, "却是承办这件事的"), (None, "没有写明由谁更正")):
        correction = fix("at: log/20260222-object; annul: true", by)
        (told,) = (e for e in lay({NOISE_PATH: text + correction}) if e.code == "M046")
        assert words in told.message.zh


def test_without_its_procedure_nothing_is_said(lay):
    text = NOISE.replace("procedure: ", "procedure: no-") + DONE + OBJECTED
    correction = "corrections:\n" + fix("at: log/20260222-object; annul: true")
    assert "M046" not in {each.code for each in lay({NOISE_PATH: text + correction})}
