"""Who may speak for residents, and what is said of those who may not: beyond each check's own example."""

from __future__ import annotations

import pytest

from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH, REPORTED

TEAM = "records/bodies/shili-{key}.yaml"
TEXT = "id: shili-{key}\ntitle: {title}\nexample: true\nbody_kind: {kind}\nplace: {place}\n"
CONFIRMED = "  - date: 2026-02-22\n    step: confirm\n"
SATISFIED = "    verdict:\n      how: visit\n      recorded_by: {by}\n{numbers}"
OTHER = {
    "records/places/shili-dongcun.yaml": "id: shili-dongcun\ntitle: 东村\nexample: true\nlevel: village\n"
    "parent: shili-zhen\n"
}
CODES = {"M007", "M012", "M027", "M028", "M029", "M030", "M034", "M043"}


def body(key, title="广场小队", kind="team", place="shili-cun-square", rest=""):
    return {TEAM.format(key=key): TEXT.format(key=key, title=title, kind=kind, place=place) + rest}


@pytest.fixture
def said(lay):
    """Code, line of text and message of what is found of a log that follows the report."""

    def found(log, files=(), lang="zh"):
        text = NOISE + ACCEPTED + REPORTED + log
        findings = [each for each in lay({**dict(files), NOISE_PATH: text}) if each.code in CODES]
        lines = text.splitlines()
        return [
            (each.code, lines[each.line - 1].strip(), getattr(each.message, lang))
            for each in findings
        ]

    return found


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ({"satisfied": 0}, [("M027", "satisfied: 0")]),
        ({"asked": 0, "satisfied": 0}, [("M027", "satisfied: 0")]),
        ({"asked": 4}, []),
        ({"satisfied": 4}, [("M034", "verdict:")]),
        ({"asked": 4, "satisfied": 4}, []),
    ],
)
def test_nobody_satisfied_confirms_nothing(said, numbers, found):
    shown = "".join(f"      {key}: {value}\n" for key, value in numbers.items())
    log = CONFIRMED + SATISFIED.format(by="shili-supervisors", numbers=shown)
    assert [each[:2] for each in said(log)] == found


def test_nobody_satisfied_is_said_in_words(said):
    log = CONFIRMED + SATISFIED.format(by="shili-supervisors", numbers="      satisfied: 0\n")
    assert said(log)[0][2] == (
        "写的是没有一个人满意，记的却是“居民确认”（confirm）；这一条不生效，事项还等着评价。"
    )
    assert said(log, lang="en")[0][2] == (
        "Nobody is said to be satisfied, yet the entry is “居民确认” (confirm); it has no effect, and "
        "the matter still waits for an answer."
    )


PART = "parent: shili-committee\n"


@pytest.mark.parametrize(
    ("kind", "rest", "found"),
    [
        ("team", PART, 1),
        ("council", PART, 1),
        ("team", "parent: shili-office\n", 0),
        ("team", "", 0),
        ("assembly", PART, 0),
        ("owners", PART, 0),
        ("supervision", PART, 0),
    ],
)
def test_part_of_whoever_handled_it_is_no_other_body(said, kind, rest, found):
    log = CONFIRMED + SATISFIED.format(by="shili-sq", numbers="")
    messages = said(log, body("sq", kind=kind, rest=rest))
    assert (
        messages
        == [
            (
                "M028",
                "verdict:",
                "居民的评价写的是由“广场小队”来说、来记，而它和办这件事的“示例村村民委员会”是上下级；这算办理单位代记。",
            )
        ]
        * found
    )


def test_part_of_a_part_is_part_of_it(said):
    files = body("sq", rest="parent: shili-above\n") | body("above", "大队", rest=PART)
    assert [each[0] for each in said(CONFIRMED + "    by: shili-sq\n", files)] == ["M028"]
    ring = body("sq", rest="parent: shili-above\n") | body("above", rest="parent: shili-sq\n")
    assert not said(CONFIRMED + "    by: shili-sq\n", ring)


@pytest.mark.parametrize(("kind", "found"), [("team", ["M028"]), ("committee", []), ("owners", [])])
def test_the_whole_of_whoever_handled_it_is_no_other_body(lay, kind, found):
    """A team that handles a matter is part of the committee; the committee is part of nobody."""
    text = (
        NOISE
        + ACCEPTED
        + REPORTED
        + CONFIRMED
        + SATISFIED.format(by="shili-supervisors", numbers="")
    )
    text = text.replace("shili-committee", "shili-sq").replace("shili-supervisors", "shili-big")
    files = body("sq", kind=kind, rest="parent: shili-big\n") | body("big", "大队", "party")
    assert [each.code for each in lay({**files, NOISE_PATH: text}) if each.code in CODES] == found


def test_the_successor_of_whoever_reported_it_is_no_other_body(said):
    committee = "records/bodies/shili-committee.yaml"
    log = CONFIRMED + SATISFIED.format(by="shili-new", numbers="")
    gone = TEXT.format(key="committee", title="老村委", kind="committee", place="shili-cun")
    files = body("new", "新村委", "committee", "shili-cun", "established: 2026-02-21\n")
    files[committee] = gone + "dissolved: 2026-02-20\nsuccessors: [shili-new]\n"
    assert [each[:2] for each in said(log, files)] == [("M028", "verdict:")]


@pytest.mark.parametrize(
    ("place", "reason", "found"),
    [
        ("shili-dongcun", "", 1),
        ("shili-dongcun", "    reason: 路两村合用。\n", 0),
        ("shili-cun-1", "", 0),
        ("shili-zhen", "", 0),
    ],
)
def test_residents_of_another_village_do_not_answer_for_those_here(said, place, reason, found):
    log = CONFIRMED + "    by: shili-sq\n" + reason
    messages = said(log, OTHER | body("sq", "东村小队", place=place))
    assert (
        messages
        == [
            (
                "M007",
                "by: shili-sq",
                "“居民确认”（confirm）要由这里的居民来走，“东村小队”是别处居民的组织，也没有写明理由。",
            )
        ]
        * found
    )


@pytest.mark.parametrize(("reason", "found"), [("", 1), ("    reason: 两县合办。\n", 0)])
def test_a_recorder_of_another_district_has_a_reason(said, reason, found):
    far = "id: shili-linxian\ntitle: 邻县\nexample: true\nlevel: district\n"
    files = {
        "records/places/shili-linxian.yaml": far,
        **body("far", "邻县调查队", place="shili-linxian"),
    }
    log = CONFIRMED + reason + SATISFIED.format(by="shili-far", numbers="")
    assert [each[:2] for each in said(log, files)] == [("M030", "recorded_by: shili-far")] * found


HANDED = "  - date: 2026-02-12\n    step: handover\n    by: shili-committee\n    to: shili-office\n    tier: big\n"
TAKEN = "  - date: 2026-02-13\n    step: take_over\n    by: shili-office\n"


@pytest.mark.parametrize(
    ("between", "by", "found"),
    [
        ("", "shili-office", ["by: shili-office"]),
        (TAKEN, "shili-office", []),
        ("", "shili-committee", []),
    ],
)
def test_what_was_handed_over_is_taken_over_before_it_is_dealt_with(lay, between, by, found):
    report = REPORTED.replace("shili-committee", by)
    text = NOISE + ACCEPTED + HANDED + between + report
    lines = text.splitlines()
    findings = [each for each in lay({NOISE_PATH: text}) if each.code in CODES]
    assert [lines[each.line - 1].strip() for each in findings] == found
    assert {each.code for each in findings} == ({"M043"} if found else set())


SENT_BACK = (
    "  - date: 2026-02-13\n    step: send_back\n    by: shili-office\n    reason: 不归镇里管。\n"
)
GIVEN_AGAIN = (
    "  - date: 2026-02-14\n    step: handover\n    by: shili-office\n    to: shili-committee\n"
    "    tier: small\n  - date: 2026-02-15\n    step: take_over\n    by: shili-committee\n"
)
JOINED = "  - date: 2026-02-14\n    step: progress\n    by: shili-office\n    with: [shili-committee]\n    note: 一起看。\n"
NOTED = "  - date: 2026-02-14\n    step: progress\n    by: shili-committee\n    note: 去看过。\n"


@pytest.mark.parametrize(
    ("between", "by", "found"),
    [
        (TAKEN, "shili-committee", 1),
        (TAKEN + NOTED, "shili-committee", 1),
        (TAKEN + JOINED, "shili-committee", 0),
        (TAKEN + GIVEN_AGAIN, "shili-committee", 0),
        (TAKEN + GIVEN_AGAIN, "shili-office", 1),
        (SENT_BACK, "shili-committee", 0),
        (SENT_BACK, "shili-office", 1),
    ],
)
def test_who_handed_a_matter_on_or_sent_it_back_has_it_no_more(lay, between, by, found):
    text = NOISE + ACCEPTED + HANDED + between + REPORTED.replace("shili-committee", by)
    findings = [each for each in lay({NOISE_PATH: text}) if each.code in CODES]
    assert [each.code for each in findings] == ["M029"] * found
