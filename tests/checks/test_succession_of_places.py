"""Cases of places that are gone: their rules, schemes, points, meetings and open matters."""

from __future__ import annotations

from pathlib import Path

import pytest

from yizhan.checks import discover

from .succession import BENCH, END, MATTER, OLD, OLD_TEAM

CHECKS = {check.code: check for check in discover()}
VILLAGE = Path(__file__).parents[1] / "village"


def test_at_a_former_place_nobody_at_all_may_have_the_matter(said):
    place = "records/places/shili-old.yaml"
    old = "id: shili-old\ntitle: 老网格\nexample: true\nlevel: grid\nparent: shili-cun\n" + END
    matter = BENCH.replace("handler: {handler}\n", "").replace("shili-cun-square", "shili-old")
    (message,) = said({MATTER: matter, place: old}, "B010")
    assert message.endswith("事项还没有办结，也没有写由谁办。")


LITTER_BATCH = """\
id: 20260320-shili-litter
title: 三月积分
example: true
scheme: shili-points
date: {date}
entries:
  - account: a-x81zt0pw
    kind: deduction
    item: littering
    points: -5
"""
ORDER_RULE = """\
id: shili-order
title: 环境卫生约定
example: true
rule_kind: measures
place: shili-cun
wording: verbatim
adopted:
  date: 2026-01-05
  body: shili-committee
effective: 2026-01-10
repealed: 2026-02-28
chapters:
  - key: main
    articles:
      - key: waste
        text: 垃圾不落地。
"""
LITTER_SCHEME = """\
id: shili-points
title: 环境积分
example: true
place: shili-cun
rule: shili-order
items:
  - key: littering
    title: 乱倒垃圾
    points: -5
"""


def test_points_rest_on_nothing_once_the_rule_is_repealed(said):
    files = {
        "records/rules/shili-order/rule.yaml": ORDER_RULE,
        "records/points/schemes/shili-points.yaml": LITTER_SCHEME,
        "records/points/2026/20260320-shili-litter.yaml": LITTER_BATCH.format(date="2026-03-20"),
    }
    (message,) = said(files, "J004")
    assert "施行到 2026-02-28 就废止了，2026-03-20 已经没有依据" in message
    files["records/rules/shili-order/rule.yaml"] = ORDER_RULE.replace("repealed: 2026-02-28\n", "")
    assert said(files, "J004") == []


@pytest.mark.parametrize("repealed", [None, "2026-03-20", "2026-05-01"])
def test_what_has_ended_is_neither_filed_nor_answered(lay, repealed):
    line = f"repealed: {repealed}\n" if repealed else ""
    rule = next(iter(CHECKS["L004"].bad.files.items()))
    codes = {each.code for each in lay({rule[0]: rule[1] + line})}
    assert ("L004" in codes) is (repealed != "2026-03-20")
    village = "records/rules/shili-rules/rule.yaml"
    text = (VILLAGE / village).read_text("utf-8")
    files = dict(CHECKS["N010"].bad.files)
    codes = {each.code for each in lay({**files, village: text + line})}
    assert ("N010" in codes) is (repealed != "2026-03-20")


@pytest.mark.parametrize(("valid", "asked"), [("", 1), ("valid:\n  to: 2026-02-28\n", 0)])
def test_a_scheme_of_a_former_place_is_asked_for(said, valid, asked):
    place = "records/places/shili-old.yaml"
    old = "id: shili-old\ntitle: 老村\nexample: true\nlevel: village\nparent: shili-zhen\n" + END
    scheme = "id: shili-old-points\ntitle: 老村积分\nexample: true\nplace: shili-old\n" + valid
    path = "records/points/schemes/shili-old-points.yaml"
    assert len(said({place: old, path: scheme}, "P010")) == asked


FORMER = "id: shili-old\ntitle: 老村\nexample: true\nlevel: village\nparent: shili-zhen\ndissolved: 2025-12-31\n"
OF_FORMER = {
    "records/places/shili-old.yaml": FORMER,
    "records/places/shili-old-1.yaml": (
        "id: shili-old-1\ntitle: 老村一组\nexample: true\nlevel: group\nparent: shili-old\n"
    ),
    "records/bodies/shili-old-cw.yaml": (
        "id: shili-old-cw\ntitle: 老村村民委员会\nexample: true\nbody_kind: committee\nplace: shili-old\n"
        "members: 5\nposts:\n  - title: 主任\n    holders: 1\n    chosen_by: elected\n"
        "    start: 2021-01-10\n    end: 2026-01-09\n"
    ),
    "records/meetings/2025/20250812-old.yaml": (
        "id: 20250812-old\ntitle: 村民代表会议\nexample: true\n"
        "meeting_kind: villagers_representatives\nplace: shili-old\ndate: 2025-08-12\n"
    ),
    "records/rules/shili-old-r/rule.yaml": (
        "id: shili-old-r\ntitle: 老村村规民约\nexample: true\nrule_kind: village_rules\nplace: {place}\n"
        "wording: verbatim\nadopted:\n  date: 2025-12-05\neffective: 2025-12-10\n"
        "chapters:\n  - key: main\n    articles:\n      - key: hours\n        text: 九点以后不放音响。\n"
    ),
    "records/rules/shili-old-r/amendments/shili-old-r-x.yaml": (
        "id: shili-old-r-x\ntitle: 加一条\nexample: true\nrule: shili-old-r\n"
        "changes:\n  - operation: insert\n    article: x\n    text: 十点关灯。\n"
        "dossier:\n  - stage: draft\n    date: 2025-12-20\n"
        "  - stage: consultation\n    date: 2025-12-21\n    until: 2026-01-20\n"
    ),
}
PLANNED = (
    "id: 20260105-old-plan\ntitle: 村民会议\nexample: true\nmeeting_kind: villagers_assembly\n"
    "place: shili-old\ndate: 2026-01-05\nplanned: true\n"
)
PLAN = "records/meetings/2026/20260105-old-plan.yaml"


@pytest.mark.parametrize("place", ["shili-old", "shili-old-1"])
def test_of_a_former_place_nobody_asks_for_what_only_it_could_do(lay, place):
    """No quarterly meeting, no election, no filing, no answer to a consultation: only what became of it."""
    files = {path: text.replace("{place}", place) for path, text in OF_FORMER.items()}
    asked = {each.code for each in lay(files) if "old" in each.path}
    assert asked == {"B009", "P011"} | ({"P010"} if place == "shili-old" else set())
    going_on = files | {
        "records/places/shili-old.yaml": FORMER.replace("dissolved: 2025-12-31\n", "")
    }
    asked = {each.code for each in lay(going_on) if "old" in each.path}
    assert {"B005", "G004", "L004", "N010"} <= asked


def test_a_meeting_planned_at_a_place_that_ended_before_its_day(lay):
    """One finding, and its remedy: it was not held."""
    files = {path: OF_FORMER[path] for path in list(OF_FORMER)[:1]} | {PLAN: PLANNED}
    found = [each for each in lay(files) if each.path == PLAN]
    assert [each.code for each in found] == ["P007"]
    assert "not_held" in found[0].fix.zh
    files[PLAN] = PLANNED + "not_held:\n  how: cancelled\n  reason: 村已经撤销。\n"
    assert [each.code for each in lay(files) if each.path == PLAN] == []


SHED = "records/places/shili-shed.yaml"
OLD_SHED = (
    "id: shili-shed\ntitle: 老晒场\nexample: true\nlevel: site\nparent: shili-cun\n"
    "dissolved: 2026-03-01\n"
)
IN_SHED = BENCH.replace("place: shili-cun-square", "place: shili-shed")
DONE = "log:\n  - date: 2026-02-12\n    step: refuse\n    by: shili-committee\n    reason: 已经拆了。\n"


@pytest.mark.parametrize(
    ("handler", "more", "shed", "codes"),
    [
        ("shili-committee", "", "", ["P012"]),
        ("shili-committee", "", "successors: [shili-cun-square]\n", []),
        ("shili-committee", "", "successors: [shili-cun-square, shili-cun-1]\n", ["P012"]),
        ("shili-committee", DONE, "", []),
        ("shili-old-team", "", "", ["B010"]),
        ("shili-nobody", "", "", []),
    ],
    ids=["nowhere", "one", "several", "closed", "its body is gone too", "its body is not there"],
)
def test_an_open_matter_of_a_place_that_is_gone(said, handler, more, shed, codes):
    files = {MATTER: IN_SHED.format(handler=handler) + more, SHED: OLD_SHED + shed}
    files[OLD] = OLD_TEAM + END
    found = [code for code in ("B010", "P012") if said(files, code)]
    assert found == codes


JOIN = "log:\n  - {{date: 2026-03-05, step: {step}, by: shili-committee, {who}: {body}}}\n"


@pytest.mark.parametrize(
    ("log", "found"),
    [
        ("", 1),
        (JOIN.format(step="assign", who="to", body="shili-square-team"), 0),
        (JOIN.format(step="join", who="with", body="[shili-square-team]"), 0),
        (JOIN.format(step="join", who="with", body="[shili-square-team, shili-one-team]"), 1),
    ],
    ids=["with nobody of them", "assigned", "joined", "of both"],
)
def test_who_has_a_matter_tells_to_which_place_it_belongs(said, log, found):
    """The remedy asks for no day and raiser that nobody knows, and the clock goes on."""
    shed = OLD_SHED + "successors: [shili-cun-square, shili-cun-1]\n"
    team = "id: {id}\ntitle: {title}\nexample: true\nbody_kind: team\nplace: {place}\n"
    files = {
        MATTER: IN_SHED.format(handler="shili-committee") + log,
        SHED: shed,
        "records/bodies/shili-square-team.yaml": team.format(
            id="shili-square-team", title="广场队", place="shili-cun-square"
        ),
        "records/bodies/shili-one-team.yaml": team.format(
            id="shili-one-team", title="一组队", place="shili-cun-1"
        ),
    }
    assert len(said(files, "P012")) == found


def test_of_several_places_the_message_names_all(said):
    shed = OLD_SHED + "successors: [shili-cun-square, shili-cun-1]\n"
    (message,) = said({MATTER: IN_SHED.format(handler="shili-committee"), SHED: shed}, "P012")
    assert "shili-cun-square" in str(message)
    assert "shili-cun-1" in str(message)


@pytest.mark.parametrize(
    ("body", "day", "found"),
    [
        ("dissolved: 2026-02-28\n", "2026-03-10", 1),
        ("dissolved: 2026-02-28\n", "2026-02-28", 0),
        ("dissolved: 2026-03\n", "2026-03-10", 0),
        ("dissolved: 2026-02-28\nsuccessors: [shili-committee]\n", "2026-03-10", 0),
        ("", "2026-03-10", 0),
    ],
)
def test_points_after_the_body_that_keeps_them(said, body, day, found):
    bad = CHECKS["J013"].bad.files
    files = {
        path: text.replace("dissolved: 2026-02-28\n", body)
        .replace("date: 2026-03-10", f"date: {day}")
        .replace("start: 2026-03-10", f"start: {day}")
        for path, text in bad.items()
    }
    assert len(said(files, "J013")) == found


def test_points_of_a_scheme_without_a_body_are_nobodys(said):
    path = "records/points/schemes/shili-tidy.yaml"
    files = dict(CHECKS["J013"].bad.files)
    files[path] = files[path].replace("body: shili-points-team\n", "")
    assert said(files, "J013") == []
