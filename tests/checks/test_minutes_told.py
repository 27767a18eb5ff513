"""Minutes that were told wrongly, or not at all: each contradiction at its line, and lawful minutes silent."""

import pytest

from .told import chosen, council, found_in, item, meeting

ASSEMBLY = "basis: persons, due: 900, present: {}"
BEGUN_PATH = "records/meetings/2026/20260220-begun.yaml"
BEGUN = """\
id: 20260220-begun
title: 村民会议
example: true
place: shili-cun
meeting_kind: villagers_assembly
date: 2026-02-20
convener: shili-committee
notice: {date: 2026-02-08, how: 公告}
attendance: {basis: persons, due: 900, present: 520}
agenda:
  - title: 一
    outcome: discussed
  - title: 二
    outcome: not_reached
adjourned: {reason: 天黑。, until: 2026-02-22}
"""
EARLY_PATH = "records/meetings/2026/20260219-early.yaml"
EARLY = """\
id: 20260219-early
title: 议事会
example: true
place: shili-cun
meeting_kind: council_meeting
date: 2026-02-19
"""
LATE_PATH = "records/meetings/2026/20260223-late.yaml"
LATE = EARLY.replace("20260219-early", "20260223-late").replace("02-19", "02-23")
MORE = {BEGUN_PATH: BEGUN, EARLY_PATH: EARLY, LATE_PATH: LATE}


def scheme(name, result, votes):
    """One of several alternatives."""
    return f"{{text: {name}, result: {result}, needs: most_of_alternatives, vote: {{{votes}}}}}"


def called_off(date, not_held):
    return f"""\
meeting_kind: council_meeting
date: {date}
planned: true
not_held: {{{not_held}}}
"""


MOTION = "{key: m, text: 建棚, result: adopted, vote: {for: 10, against: 3}}"
FORWARD = "how: brought_forward, date: 2026-02-10, reason: 雨季早到。"
LATER = "{key: x, amends: m, text: 改西门, result: rejected, vote: {for: 3, against: 10}}"
LOT = "{key: a, votes: 7, elected: true, by_lot: true}, {key: b, votes: 6}"
WRONG_LOT = "{key: a, votes: 7, elected: true}, {key: b, votes: 6, by_lot: true}"
PAPERS = "{text: 甲, result: adopted, method: ballot, vote: {for: 9, against: 2, ballots: {%s}}}"
TOLD_SHORT = (PAPERS % "issued: 13, returned: 13, valid: 13, invalid: 0").replace(
    "against: 2", "against: 2, abstained: 1"
)
ADD_UP_NOT = PAPERS % "issued: 13, returned: 12, valid: 11, invalid: 3"
SPOILED = PAPERS % "invalid: 3"

CASES = {
    # amendments
    "an amendment that was withdrawn, after its motion": (
        council(MOTION, "{key: x, amends: m, text: 改西门, result: withdrawn}"),
        [],
    ),
    "an amendment that was put off, after its motion": (
        council(MOTION, "{key: x, amends: m, text: 改西门, result: deferred}"),
        [],
    ),
    "an amendment that was voted on after its motion": (
        council(MOTION, LATER),
        [("T033", f"- {LATER}")],
    ),
    # one of several schemes
    "by the most votes": (
        council(scheme("甲案", "adopted", "for: 7"), scheme("乙案", "rejected", "for: 6")),
        [],
    ),
    "by fewer votes": (
        council(scheme("甲案", "adopted", "for: 6"), scheme("乙案", "rejected", "for: 7")),
        [
            ("T008", f"- {scheme('甲案', 'adopted', 'for: 6')}"),
            ("T008", f"- {scheme('乙案', 'rejected', 'for: 7')}"),
        ],
    ),
    "by as many votes": (
        council(scheme("甲案", "adopted", "for: 6"), scheme("乙案", "rejected", "for: 6")),
        [("T008", f"- {scheme('甲案', 'adopted', 'for: 6')}")],
    ),
    "by as many votes and the casting one": (
        council(
            scheme("甲案", "adopted", "for: 6, casting: for"),
            scheme("乙案", "rejected", "for: 6"),
        ),
        [],
    ),
    "and nobody knows what the others had": (council(scheme("甲案", "adopted", "for: 6")), []),
    # lots
    "a tie that a lot decided": (
        chosen("{key: a, votes: 6, elected: true, by_lot: true}, {key: b, votes: 6}"),
        [],
    ),
    "a tie that nothing decided": (
        chosen("{key: a, votes: 6, elected: true}, {key: b, votes: 6}"),
        [("T038", "candidates: [{key: a, votes: 6, elected: true}, {key: b, votes: 6}]")],
    ),
    "a lot between unequal votes": (chosen(LOT), [("T037", f"candidates: [{LOT}]")]),
    "a lot that fell on somebody else": (
        chosen(WRONG_LOT),
        [("T037", f"candidates: [{WRONG_LOT}]")],
    ),
    # papers
    "papers that do not add up": (council(ADD_UP_NOT), [("T034", f"- {ADD_UP_NOT}")]),
    "votes with spoiled papers, more than the voters": (
        council(SPOILED),
        [("T002", f"- {SPOILED}")],
    ),
    "fewer votes than valid papers": (council(TOLD_SHORT), [("T034", f"- {TOLD_SHORT}")]),
    "as many votes as valid papers": (council(TOLD_SHORT.replace("for: 9", "for: 10")), []),
    "fewer votes than valid papers, and nobody abstained": (
        council(TOLD_SHORT.replace("abstained: 1", "abstained: 0")),
        [("T034", f"- {TOLD_SHORT.replace('abstained: 1', 'abstained: 0')}")],
    ),
    "as many votes as valid papers, and nobody abstained": (
        council(TOLD_SHORT.replace("for: 9", "for: 11").replace("abstained: 1", "abstained: 0")),
        [],
    ),
    "votes of which nobody says how many abstained": (
        council(TOLD_SHORT.replace(", abstained: 1", "")),
        [],
    ),
    # meetings that go on, or were called off
    "an assembly that goes on two days later": (
        meeting(
            "villagers_assembly",
            ASSEMBLY.format(500),
            item("二", "for: 480"),
            more="convener: shili-committee\nresumes: 20260220-begun\n"
            "notice: {date: 2026-02-20, how: 公告}\n",
        ),
        [],
    ),
    "called too late, by the wrong body, and called off": (
        """\
meeting_kind: villagers_assembly
date: 2026-02-22
convener: shili-office
planned: true
notice: {date: 2026-02-20, how: 公告}
not_held: {how: withdrawn, date: 2026-02-21, by: shili-committee, reason: 召集的不对。}
agenda:
  - title: 一
""",
        [],
    ),
    "residents called to a meeting of a village, and called off": (
        """\
meeting_kind: residents_assembly
date: 2026-02-22
planned: true
not_held: {how: cancelled, date: 2026-02-21, reason: 不是社区。}
""",
        [],
    ),
    "brought forward": (
        called_off("2026-02-22", f"{FORWARD}, new_date: 2026-02-19, meeting: 20260219-early"),
        [],
    ),
    "brought forward to a later day": (
        called_off("2026-02-22", f"{FORWARD}, new_date: 2026-02-25"),
        [("T045", f"not_held: {{{FORWARD}, new_date: 2026-02-25}}")],
    ),
    "brought forward, without a new day": (
        called_off("2026-02-22", FORWARD),
        [("T044", f"not_held: {{{FORWARD}}}")],
    ),
    "brought forward, and held later": (
        called_off("2026-02-22", f"{FORWARD}, meeting: 20260223-late"),
        [("T045", f"not_held: {{{FORWARD}, meeting: 20260223-late}}")],
    ),
    "brought forward, and held on another day": (
        called_off("2026-02-22", f"{FORWARD}, new_date: 2026-02-18, meeting: 20260219-early"),
        [("T045", f"not_held: {{{FORWARD}, new_date: 2026-02-18, meeting: 20260219-early}}")],
    ),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return found_in(tmp_path_factory.mktemp("told"), CASES, MORE)


@pytest.mark.parametrize("name", CASES)
def test_each_is_told_at_its_line(name, found):
    assert found[name] == CASES[name][1]
