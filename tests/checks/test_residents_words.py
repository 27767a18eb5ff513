"""What residents said is not corrected by those who did the work; everything else still is."""

import json
from pathlib import Path

import pytest

from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH, REPORTED
from yizhan.facts.residents_word import WORD

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


BIG = "by: shili-office"
ROOT = Path(__file__).parents[2]
COUNTED = NOISE.replace("  channel: counter\n", "  channel: counter\n  count: 5\n")
EARLY = (
    "  - date: 2026-02-21\n    at: log/20260220-report_done/outcome/text\n    value: 限了音量。\n"
    "    by: shili-committee\n    reason: 写错了。\n"
)
"""A correction of a report to which nobody had answered by then."""


def gone(by: str) -> str:
    return fix("at: log/20260222-object; annul: true", by)


def back(by: str) -> str:
    value = "{date: 2026-02-22, step: object, reason: 还是很响。}"
    return fix(f"at: log/20260222-object; value: {value}", by).replace("-20", "-25")


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
        (DONE + OBJECTED, [fix("at: log/20260222-object/reason; value: 有点响。")], 1),
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
            0,  # how they were asked is still not said: it stays the office's own note
        ),
        (
            DONE + CONFIRMED + NOTED,
            [
                fix("at: log/20260222-confirm/verdict/recorded_by; value: shili-supervisors"),
                fix("at: log/20260222-confirm/verdict/how; value: visit"),
            ],
            1,  # now it is no longer the office's own word
        ),
        (DONE + CONFIRMED, [fix("at: log/20260222-confirm/step; value: object")], 1),
        (DONE + CONFIRMED + HEARD, [fix(f"{RESULT}/result; value: partly")], 1),
        (DONE + CONFIRMED + HEARD, [fix(f"{RESULT}/text; value: 说好了。")], 1),
        (
            DONE + CONFIRMED + HEARD,
            [fix(f"{RESULT}; value: {{result: solved, text: 说好了。}}")],
            1,
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


HANDLED = "log/20260211-accept/by"
DONE_BY = "log/20260220-report_done/by"
ANNULLED = fix("at: log/20260222-object; annul: true")
ELSE = [
    fix("at: tier; value: big"),
    fix("at: handler; value: shili-office"),
    fix(f"at: {HANDLED}; value: shili-office"),
    fix(f"at: {DONE_BY}; value: shili-office"),
]
NOBODY = [
    fix("at: handler; annul: true"),
    fix(f"at: {HANDLED}; value: unknown"),
    fix(f"at: {DONE_BY}; value: unknown"),
]
JOINED = ACCEPTED + "    with: [shili-office]\n"
WITHDRAWN = "  - date: 2026-02-20\n    step: withdraw\n    reason: 不要了。\n"
REOPENED = "  - date: 2026-02-25\n    step: reopen\n    reason: 又响了。\n"
NOTE = "    note: 有人说晚上还响。\n"
WHOLE = "    verdict:\n      how: visit\n      recorded_by: shili-supervisors\n      asked: 5\n      satisfied: 4\n      text: 白天好了。\n"
UNTIL = "    until: 2026-03-09\n"
CONFIRM = "at: log/20260222-confirm"
OBJECT = "at: log/20260222-object"


@pytest.mark.parametrize(
    ("log", "corrections"),
    [
        (DONE + OBJECTED, [*ELSE, ANNULLED]),
        (DONE + OBJECTED, [*NOBODY, ANNULLED]),
        (DONE + OBJECTED, [*ELSE[:2], ANNULLED, *ELSE[2:]]),
        (DONE + OBJECTED, [*ELSE, fix(f"{OBJECT}/step; value: confirm")]),
        (
            JOINED + REPORTED + OBJECTED,
            [fix("at: log/20260211-accept/with; annul: true", BIG), gone(BIG)],
        ),
        (DONE + OBJECTED, [fix(f"{OBJECT}/date; value: 2026-03-10")]),
        (DONE + OBJECTED, [fix(f"{OBJECT}/reason; annul: true")]),
        (DONE + OBJECTED, [fix(f"{OBJECT}/note; value: 其实还好。")]),
        (DONE + OBJECTED + WHOLE, [fix(f"{OBJECT}/verdict; annul: true")]),
        (DONE + CONFIRMED + WHOLE, [fix(f"{CONFIRM}/verdict; annul: true")]),
        (DONE + CONFIRMED + WHOLE, [fix(f"{CONFIRM}/verdict/how; value: call")]),
        (DONE + CONFIRMED + WHOLE, [fix(f"{CONFIRM}/verdict/text; value: 都好了。")]),
        (DONE + CONFIRMED + WHOLE, [fix(f"{CONFIRM}/verdict/asked; annul: true")]),
        (DONE + CONFIRMED + WHOLE, [fix(f"{CONFIRM}/verdict/recorded_by; annul: true")]),
        (DONE + CONFIRMED + WHOLE + NOTE, [fix(f"{CONFIRM}/note; value: 都说好。")]),
        (DONE + CONFIRMED + WHOLE, [fix(f"{RESULT}/reason; value: 已经尽力。")]),
        (DONE + UNTIL + LAPSED, [fix("at: log/20260220-report_done/until; value: 2026-02-24")]),
        (DONE + LAPSED, [fix(f"{RESULT}/result; value: partly")]),
        (ACCEPTED + WITHDRAWN, [fix("at: log/20260220-withdraw; annul: true")]),
        (ACCEPTED + WITHDRAWN, [fix("at: log/20260220-withdraw/reason; value: 已经好了。")]),
        (DONE + CONFIRMED + WHOLE + REOPENED, [fix("at: log/20260225-reopen; annul: true")]),
        (ACCEPTED, [fix("at: raised/by; value: committee")]),
        (ACCEPTED, [fix("at: raised/count; value: 3")]),
        (ACCEPTED, [fix("at: raised/count; annul: true")]),
        (DONE, [fix("at: raised/date; value: 2026-02-11")]),
        (DONE, [fix("at: raised; value: {date: 2026-02-10, by: residents, channel: counter}")]),
    ],
)
def test_what_those_who_ever_did_the_work_do_not_correct(lay, log, corrections):
    """Whatever they first correct themselves out of, and in whatever order."""
    found = lay({NOISE_PATH: COUNTED + log + "corrections:\n" + "".join(corrections)})
    told = [each for each in found if each.code == "M046"]
    assert len(told) == 1


@pytest.mark.parametrize(
    ("log", "corrections"),
    [
        (DONE + OBJECTED, [gone(OTHERS)]),
        (DONE + OBJECTED, [*ELSE, gone(OTHERS)]),
        (DONE + OBJECTED, [ANNULLED, back(OTHERS)]),
        (DONE + CONFIRMED + WHOLE, [fix(f"{CONFIRM}/verdict/satisfied; value: 5", OTHERS)]),
        (DONE + CONFIRMED + WHOLE, [fix(f"{RESULT}/cost; value: 120")]),
        (DONE + CONFIRMED + WHOLE, [fix(f"{DONE_BY}; value: shili-committee")]),
        (DONE + CONFIRMED + WHOLE, [fix("at: log/20260211-accept/note; value: 看过。")]),
        (DONE + CONFIRMED + WHOLE, [EARLY]),
        (DONE + UNTIL + LAPSED, [fix(f"{RESULT}/text; value: 音响限了时，也限了音量。")]),
        (DONE, [fix(f"{RESULT}/text; value: 说好了。")]),
        (ACCEPTED, [fix("at: raised/count; value: 9")]),
        (ACCEPTED, [fix("at: raised/date; value: 2026-02-09")]),
        (ACCEPTED, [fix("at: raised/channel; value: hotline")]),
        (ACCEPTED, [fix("at: raised/count; value: 3", OTHERS)]),
        (  # others said that it was the committee's own: of whom there were how many is its own word
            ACCEPTED,
            [
                fix("at: raised/by; value: committee", OTHERS),
                fix("at: raised/count; value: 1").replace("-20", "-21"),
            ],
        ),
        (ACCEPTED + REFUSED, [fix("at: log/20260220-refuse/reason; value: 没有经费。")]),
    ],
)
def test_what_may_be_corrected(lay, log, corrections):
    """By others anything; by themselves their own words, and what nobody has answered yet."""
    found = lay({NOISE_PATH: COUNTED + log + "corrections:\n" + "".join(corrections)})
    assert "M046" not in {each.code for each in found}


def test_who_belongs_to_those_who_did_the_work_is_none_of_the_others(lay):
    files = {
        "records/bodies/shili-sq.yaml": "id: shili-sq\ntitle: 广场小队\nexample: true\n"
        "body_kind: team\nplace: shili-cun-square\nparent: shili-committee\n"
    }
    text = COUNTED + DONE + OBJECTED + "corrections:\n" + gone("by: shili-sq")
    (told,) = (each for each in lay({**files, NOISE_PATH: text}) if each.code == "M046")
    assert "和办这件事的“示例村村民委员会”（shili-committee）却是上下级" in told.message.zh


def test_a_procedure_by_which_nobody_objected_is_not_theirs_to_name(lay):
    other = (ROOT / "tests/village/records/procedures/shili-local.yaml").read_text("utf-8")
    other = other.replace("id: shili-local", "id: shili-other").replace(
        "    action: object\n    from: [claimed]\n    to: reopened\n    side: residents\n",
        "    action: deliberate\n    from: [claimed]\n    to: reopened\n",
    )
    named = fix("at: procedure; value: shili-other")
    files = {"records/procedures/shili-other.yaml": other}
    text = COUNTED + DONE + OBJECTED + "corrections:\n" + named
    assert [e.code for e in lay({**files, NOISE_PATH: text}) if e.code == "M046"] == ["M046"]


def test_a_procedure_by_which_nobody_withdrew_is_not_theirs_to_name_even_before_any_report(lay):
    other = (ROOT / "tests/village/records/procedures/shili-local.yaml").read_text("utf-8")
    other = other.replace("id: shili-local", "id: shili-other").replace(
        "    action: withdraw\n    from: [reported, handling, reopened]\n    to: unsolved\n    side: residents\n",
        "    action: refuse\n    from: [reported, handling, reopened]\n    to: unsolved\n",
    )
    files = {"records/procedures/shili-other.yaml": other}
    for by, found in ((OFFICE, 1), (OTHERS, 0)):
        named = fix("at: procedure; value: shili-other", by)
        text = COUNTED + ACCEPTED + WITHDRAWN + "corrections:\n" + named
        assert [e.code for e in lay({**files, NOISE_PATH: text})].count("M046") == found


@pytest.mark.parametrize(
    ("log", "by", "found"),
    [(DONE + OBJECTED, OFFICE, 1), (DONE + OBJECTED, OTHERS, 0), (DONE, OFFICE, 0)],
)
def test_by_what_it_is_dealt_with_is_not_theirs_to_name_once_residents_answered(
    lay, log, by, found
):
    """Limits and shares are those of the procedure: the same one under another id."""
    other = (ROOT / "tests/village/records/procedures/shili-local.yaml").read_text("utf-8")
    files = {
        "records/procedures/shili-other.yaml": other.replace("id: shili-local", "id: shili-other")
    }
    text = COUNTED + log + "corrections:\n" + fix("at: procedure; value: shili-other", by)
    assert [e.code for e in lay({**files, NOISE_PATH: text})].count("M046") == found


def properties(schema, name, at=""):
    """Each property of a schema that holds no others, with slashes."""
    for key, each in name.get("properties", {}).items():
        inner = each.get("items", each)
        reference = inner.get("$ref", "")
        named = schema["$defs"].get(reference.removeprefix("#/$defs/"), {})
        if reference.startswith("#") and "properties" in named and key != "belongs_to":
            yield from properties(schema, named, f"{at}{key}/")
        else:
            yield f"{at}{key}"


def test_every_property_of_a_matter_is_the_residents_word_or_said_not_to_be():
    schema = json.loads((ROOT / "schema/matter.schema.json").read_text("utf-8"))
    assert set(properties(schema, schema)) == set(WORD)


def test_it_says_who_corrects_it_or_that_nobody_is_named(lay):
    text = NOISE + DONE + OBJECTED + "corrections:\n"
    for by, words in ((OFFICE, "却是办这件事的"), (None, "没有写明由谁更正")):
        correction = fix("at: log/20260222-object; annul: true", by)
        (told,) = (e for e in lay({NOISE_PATH: text + correction}) if e.code == "M046")
        assert words in told.message.zh


def test_without_its_procedure_nothing_is_said(lay):
    text = NOISE.replace("procedure: ", "procedure: no-") + DONE + OBJECTED
    correction = "corrections:\n" + fix("at: log/20260222-object; annul: true")
    assert "M046" not in {each.code for each in lay({NOISE_PATH: text + correction})}


SILENCED = fix("at: log/20260220-report_done; annul: true")
LATE = fix("at: log/20260220-report_done/date; value: 2026-02-23")
NOTED_BY_BUREAU = (
    "  - date: 2026-02-15\n    step: progress\n    by: shili-office\n    note: 换了管。\n"
)


@pytest.mark.parametrize("answer", [OBJECTED + WHOLE, CONFIRMED + WHOLE], ids=["no", "yes"])
@pytest.mark.parametrize("correction", [SILENCED, LATE], ids=["annulled", "moved"])
def test_a_report_that_was_answered_is_not_taken_from_under_the_answer(lay, answer, correction):
    """The answer is out of order then, which may be acknowledged: that leaves the correction told."""
    for by, found in ((OFFICE, {"M003", "M046"}), (OTHERS, {"M003"})):
        text = COUNTED + DONE + answer + "corrections:\n" + correction.replace(OFFICE, by)
        assert {"M003", "M046"} & {each.code for each in lay({NOISE_PATH: text})} == found


@pytest.mark.parametrize(
    ("log", "correction", "found"),
    [
        (DONE + CONFIRMED + HEARD, fix("at: title; value: 小事一件"), 0),
        (DONE + CONFIRMED + HEARD, fix("at: summary; value: 都满意。"), 0),
        (DONE + CONFIRMED + HEARD, fix("at: raised/channel; value: patrol"), 1),
        (DONE + CONFIRMED + HEARD, fix("at: raised/channel; value: hotline"), 0),
        (DONE + CONFIRMED + HEARD, fix("at: raised/by; value: resident"), 1),
        (DONE + CONFIRMED + HEARD, fix("at: title; value: 音响吵", OTHERS), 0),
        (DONE + CONFIRMED + HEARD, fix("at: category; value: other"), 0),
        (DONE, fix("at: summary; value: 夜里吵。"), 0),
        (ACCEPTED, fix("at: raised/by; value: resident"), 0),
        (DONE, fix("at: log/20260220-report_done/date; value: 2026-02-19"), 0),
        (DONE + OBJECTED, fix("at: log/20260220-report_done/date; value: 2026-02-19"), 0),
        (DONE + OBJECTED, fix("at: log/20260211-accept/date; value: 2026-02-12"), 0),
        (ACCEPTED + NOTED_BY_BUREAU + REPORTED + OBJECTED, gone(BIG), 1),
        (
            ACCEPTED + NOTED_BY_BUREAU.replace("office", "supervisors") + REPORTED + OBJECTED,
            gone(OTHERS),
            0,
        ),
        ((DONE + OBJECTED).replace("shili-committee", "unknown"), gone(OFFICE), 1),
        ((DONE + OBJECTED).replace("shili-committee", "unknown"), gone(OTHERS), 0),
        ((DONE + OBJECTED).replace("shili-committee", "unknown"), gone(BIG), 0),
    ],
)
def test_what_residents_answered_of_and_who_may_say_it(lay, log, correction, found):
    unknown = "by: unknown" in log
    head = COUNTED.replace("handler: shili-committee\n", "") if unknown else COUNTED
    text = head + log + "corrections:\n" + correction
    assert [each.code for each in lay({NOISE_PATH: text})].count("M046") == found


def test_what_others_looked_into_and_found_right_is_said_once_more(lay):
    """The same value, by a body without a share: that is the confirmation which the remedy asks for."""
    text = COUNTED + DONE + CONFIRMED + HEARD + "corrections:\n"
    value = f"{CONFIRM}/verdict/satisfied; value: 5"
    raised, again = fix(value), fix(value, OTHERS).replace("-20", "-25")
    codes = {"A017", "M046"}
    assert codes & {e.code for e in lay({NOISE_PATH: text + raised + again})} == set()
    for others in (again.replace(OTHERS, OFFICE), again.replace(f"    {OTHERS}\n", "")):
        assert codes <= {e.code for e in lay({NOISE_PATH: text + raised + others})}
