"""Cases of what is dissolved, merged and repealed, beyond each check's own example."""

from __future__ import annotations

from pathlib import Path

import pytest

from yizhan.checks import discover

CHECKS = {check.code: check for check in discover()}
VILLAGE = Path(__file__).parents[1] / "village"
OLD, NEW, LAST = (f"records/bodies/shili-{name}-team.yaml" for name in ("old", "new", "last"))
TEAM = """\
id: shili-{name}-team
title: {title}
example: true
body_kind: team
place: shili-cun-square
"""
OLD_TEAM = TEAM.format(name="old", title="老队")
NEW_TEAM = TEAM.format(name="new", title="新队")
LAST_TEAM = TEAM.format(name="last", title="后来的队")
MATTER = "records/matters/2026/20260210-shili-bench.yaml"
BENCH = """\
id: 20260210-shili-bench
title: 广场长椅坏了
example: true
place: shili-cun-square
procedure: shili-local
category: facilities
handler: {handler}
raised:
  date: 2026-02-10
  by: residents
  channel: counter
"""
HANDED = """\
log:
  - date: 2026-02-11
    step: accept
    by: shili-committee
  - date: 2026-02-12
    step: handover
    by: shili-committee
    to: shili-old-team
"""
TAKEN = """\
  - date: 2026-03-10
    step: take_over
    by: {by}
"""
END = "dissolved: 2026-02-28\n"


@pytest.fixture
def said(lay):
    """The codes and Chinese messages of what is found with files laid over the village."""

    def found(files, *codes):
        return [each.message.zh for each in lay(files) if each.code in codes]

    return found


def test_a_body_may_become_part_of_one_that_was_there_before(said):
    files = {OLD: OLD_TEAM + END + "successors: [shili-committee]\n"}
    assert said(files, "B006", "B007", "B009") == []


def test_a_successor_that_was_gone_before_goes_on_with_nothing(said):
    files = {
        OLD: OLD_TEAM + END + "successors: [shili-new-team]\n",
        NEW: NEW_TEAM + "dissolved: 2025-06-30\n",
    }
    (message,) = said(files, "B006")
    assert message == (
        "“新队”（shili-new-team）在 2025-06-30 已经撤销，接不了 2026-02-28 才撤销的“老队”（shili-old-team）。"
    )


def test_so_it_is_where_the_later_one_names_the_former(said):
    files = {
        OLD: OLD_TEAM + END,
        NEW: NEW_TEAM + "dissolved: 2025-06-30\npredecessors: [shili-old-team]\n",
    }
    assert len(said(files, "B006")) == 1


def test_a_body_that_goes_on_has_no_successor(said):
    files = {OLD: OLD_TEAM + "successors: [shili-new-team]\n", NEW: NEW_TEAM}
    assert said(files, "B006") == ["写了后来由谁接着，却没有写撤销日期（dissolved）。"]


def test_a_ring_is_said_once_and_not_of_those_that_lead_to_it(said):
    files = {
        OLD: OLD_TEAM + END + "successors: [shili-new-team, shili-committee]\n",
        NEW: NEW_TEAM + END + "successors: [shili-last-team]\n",
        LAST: LAST_TEAM + END + "successors: [shili-new-team]\n",
    }
    (message,) = said(files, "B007")
    assert message.endswith("shili-last-team → shili-new-team → shili-last-team。")


def test_a_chain_of_successors_leads_to_the_one_that_is_there(said):
    files = {
        MATTER: BENCH.format(handler="shili-old-team"),
        OLD: OLD_TEAM + END + "successors: [shili-new-team]\n",
        NEW: NEW_TEAM + "dissolved: 2026-03-15\n",
        LAST: LAST_TEAM + "predecessors: [shili-new-team]\n",
    }
    assert said(files, "B010") == []


def test_which_of_several_has_a_matter_is_asked(said):
    files = {
        MATTER: BENCH.format(handler="shili-old-team"),
        OLD: OLD_TEAM + END + "successors: [shili-new-team, shili-last-team]\n",
        NEW: NEW_TEAM,
        LAST: LAST_TEAM,
    }
    (message,) = said(files, "B010")
    assert "归哪一个没有记录" in message


def test_a_matter_handed_to_a_body_that_is_gone_is_asked_for(said):
    files = {MATTER: BENCH.format(handler="shili-committee") + HANDED, OLD: OLD_TEAM + END}
    (message,) = said(files, "B010")
    assert "移交给它的这件事没有接收，也没有退回" in message


def test_the_successor_may_take_over_what_was_handed_to_the_former(said):
    matter = BENCH.format(handler="shili-committee") + HANDED
    former = OLD_TEAM + END + "successors: [shili-new-team]\n"
    files = {MATTER: matter + TAKEN.format(by="shili-new-team"), OLD: former, NEW: NEW_TEAM}
    assert said(files, "B010", "M008") == []
    files[MATTER] = matter + TAKEN.format(by="shili-office")
    assert len(said(files, "M008")) == 1


def test_at_a_former_place_nobody_at_all_may_have_the_matter(said):
    place = "records/places/shili-old.yaml"
    old = "id: shili-old\ntitle: 老网格\nexample: true\nlevel: grid\nparent: shili-cun\n" + END
    matter = BENCH.replace("handler: {handler}\n", "").replace("shili-cun-square", "shili-old")
    (message,) = said({MATTER: matter, place: old}, "B010")
    assert message.endswith("事项还没有办结，也没有写由谁办。")


def test_of_a_closed_matter_nobody_asks_who_has_it(said):
    log = "log:\n  - date: 2026-02-12\n    step: refuse\n    by: shili-old-team\n    reason: 不归村里管。\n"
    files = {MATTER: BENCH.format(handler="shili-old-team") + log, OLD: OLD_TEAM + END}
    assert said(files, "B010") == []


def test_points_rest_on_nothing_once_the_rule_is_repealed(said):
    batch = """\
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
    rule = """\
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
    scheme = """\
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
    files = {
        "records/rules/shili-order/rule.yaml": rule,
        "records/points/schemes/shili-points.yaml": scheme,
        "records/points/2026/20260320-shili-litter.yaml": batch.format(date="2026-03-20"),
    }
    (message,) = said(files, "J004")
    assert "施行到 2026-02-28 就废止了，2026-03-20 已经没有依据" in message
    files["records/rules/shili-order/rule.yaml"] = rule.replace("repealed: 2026-02-28\n", "")
    assert said(files, "J004") == []


def test_a_matter_that_has_passed_to_another_body_is_with_that(said):
    log = "log:\n  - date: 2026-02-12\n    step: assign\n    by: shili-old-team\n    to: shili-committee\n"
    files = {MATTER: BENCH.format(handler="shili-old-team") + log, OLD: OLD_TEAM + END}
    assert said(files, "B010") == []


def test_nobody_has_a_matter_that_nobody_had_while_its_place_goes_on(said):
    log = (
        "log:\n  - date: 2026-02-12\n    step: progress\n    by: shili-old-team\n    note: 看过。\n"
    )
    matter = BENCH.replace("handler: {handler}\n", "")
    assert said({MATTER: matter + log, OLD: OLD_TEAM + END}, "B010") == []


def test_those_that_cannot_be_found_are_not_judged(said):
    files = {
        OLD: OLD_TEAM + END + "successors: [shili-nobody]\n",
        NEW: NEW_TEAM + "predecessors: [shili-none]\n",
    }
    assert said(files, "B006", "B007") == []


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


@pytest.mark.parametrize(
    ("by", "found"), [("shili-new-team", 0), ("shili-committee", 1)], ids=["successor", "stranger"]
)
def test_the_successor_of_a_body_has_its_part(said, by, found):
    log = f"""\
log:
  - date: 2026-02-11
    step: accept
    by: shili-old-team
  - date: 2026-03-10
    step: report_done
    by: {by}
    outcome:
      result: solved
      text: 换了长椅。
"""
    files = {
        MATTER: BENCH.format(handler="shili-old-team") + log,
        OLD: OLD_TEAM + END + "successors: [shili-new-team]\n",
        NEW: NEW_TEAM,
    }
    assert len(said(files, "M029")) == found


@pytest.mark.parametrize("reported", [True, False])
def test_of_several_the_one_that_records_its_progress_has_the_matter(said, reported):
    """What B010 advises: also where the matter is reported done, and cannot be assigned any more."""
    done = """\
  - date: 2026-02-20
    step: report_done
    by: shili-old-team
    outcome:
      result: solved
      text: 换了长椅。
"""
    log = "log:\n  - date: 2026-02-11\n    step: accept\n    by: shili-old-team\n" + done * reported
    files = {
        MATTER: BENCH.format(handler="shili-old-team") + log,
        OLD: OLD_TEAM + END + "successors: [shili-new-team, shili-last-team]\n",
        NEW: NEW_TEAM,
        LAST: LAST_TEAM,
    }
    assert len(said(files, "B010")) == 1
    progress = "  - date: 2026-03-05\n    step: progress\n    by: shili-new-team\n    note: 由新队接着办。\n"
    files[MATTER] += progress
    assert said(files, "B010", "M002", "M023", "M029", "M043") == []


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


def test_no_body_is_called_as_nobody_is(lay):
    path = "records/bodies/unknown.yaml"
    body = "id: unknown\ntitle: 不明\nexample: true\nbody_kind: team\nplace: shili-cun\n"
    (found,) = (each for each in lay({path: body}) if each.path == path)
    assert (found.code, found.line) == ("S006", 1)
    assert "unknown 留给“没有说明由谁办”" in found.fix.zh
    assert "is no id" in found.fix.en
