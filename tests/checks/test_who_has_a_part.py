"""Who may act in a matter, and who may give a part in it: lawful ways pass, others are M029 or M028."""

import pytest

from yizhan.checks.shared.examples import NOISE, NOISE_PATH


def body(key, title, kind, place="shili-cun"):
    text = f"id: shili-{key}\ntitle: {title}\nexample: true\nbody_kind: {kind}\nplace: {place}\n"
    return {f"records/bodies/shili-{key}.yaml": text}


def place(key, title, level, parent=""):
    text = f"id: shili-{key}\ntitle: {title}\nexample: true\nlevel: {level}\n{parent}"
    return {f"records/places/shili-{key}.yaml": text}


OTHERS = (
    body("tiaojie", "调解会", "council")
    | body("zhibu", "村支部", "party")
    | body("ju", "水务局", "department", "shili-xian")
    | body("gs", "保洁公司", "company")
    | body("yewei", "业委会", "owners")
    | body("huiyi", "村民会议", "assembly")
    | place("dong", "东村", "village", "parent: shili-zhen\n")
    | body("dongwei", "东村村委", "committee", "shili-dong")
    | place("lin", "邻县", "district")
    | body("linju", "邻县水务局", "department", "shili-lin")
)
A = "  - {date: 2026-02-11, step: accept, by: shili-committee}\n"


def st(d, s, **k):
    return "  - {{date: 2026-02-{}, step: {}, {}}}\n".format(
        d,
        s,
        ", ".join(f"{a.rstrip('_')}: {b}" for a, b in k.items()),
    )


def rd(by, d="20"):
    return st(d, "report_done", by=by, outcome="{result: solved, text: 好了。}")


CF = st(
    "22", "confirm", verdict="{how: visit, recorded_by: shili-supervisors, asked: 3, satisfied: 3}"
)
HO = st("12", "handover", by="shili-committee", to="shili-office", tier="big", reason="归镇") + st(
    "13", "take_over", by="shili-office"
)
LAWFUL = {
    "mediators joined": A
    + st("12", "join", by="shili-committee", with_="[shili-tiaojie]")
    + rd("shili-tiaojie")
    + CF,
    "progress with": A
    + st("12", "progress", by="shili-committee", with_="[shili-tiaojie]", note="看")
    + rd("shili-committee")
    + CF,
    "town assigns to committee": st("11", "assign", by="shili-office", to="shili-committee")
    + rd("shili-committee")
    + CF,
    "town assigns while committee has it": A
    + st("12", "assign", by="shili-office", to="shili-ju", tier="big")
    + rd("shili-ju")
    + CF,
    "party assigns": A + st("12", "assign", by="shili-zhibu", to="shili-gs") + rd("shili-gs") + CF,
    "assembly assigns": A
    + st("12", "assign", by="shili-huiyi", to="shili-yewei")
    + rd("shili-yewei")
    + CF,
    "committee contracts, takes back": A
    + st("12", "assign", by="shili-committee", to="shili-gs")
    + st("14", "assign", by="shili-committee", to="shili-committee")
    + rd("shili-committee")
    + CF,
    "committee contracts to district company and again": A
    + st("12", "assign", by="shili-committee", to="shili-ju", tier="big")
    + st("14", "assign", by="shili-committee", to="shili-office")
    + rd("shili-office")
    + CF,
    "town allows an extension of what it gave": st(
        "11", "assign", by="shili-office", to="shili-committee"
    )
    + st("14", "extend", by="shili-office", until="2026-03-20", reason="雨")
    + rd("shili-committee")
    + CF,
    "town merges what it gave": st("11", "assign", by="shili-office", to="shili-committee")
    + st("14", "merge", by="shili-office", merged_into="20260108-shili-lamps"),
    "town notes that nobody answered": st("11", "assign", by="shili-office", to="shili-committee")
    + rd("shili-committee", "13")
    + "  - {date: 2026-03-20, step: lapse, by: shili-office}\n",
    "supervisors urge": A
    + st("12", "supervise", by="shili-supervisors")
    + rd("shili-committee")
    + CF,
    "county urges, with office": A
    + st("12", "supervise", by="shili-county", with_="[shili-office]")
    + rd("shili-committee")
    + CF,
    "cross-village with reason": A
    + st("12", "join", by="shili-committee", with_="[shili-dongwei]", reason="路两村合用")
    + rd("shili-dongwei")
    + CF,
    "other county with reason": A
    + st("12", "join", by="shili-committee", with_="[shili-linju]", reason="水从那边来")
    + rd("shili-linju")
    + CF,
    "residents reopen": A + rd("shili-committee") + CF + st("25", "reopen", reason="又坏了"),
    "owners reopen": A
    + rd("shili-committee")
    + CF
    + st("25", "reopen", by="shili-yewei", reason="又坏了"),
    "supervisors reopen": A
    + rd("shili-committee")
    + CF
    + st("25", "reopen", by="shili-supervisors", reason="又坏了"),
    "town reopens": A
    + rd("shili-committee")
    + CF
    + st("25", "reopen", by="shili-office", reason="又坏了"),
    "committee reopens own": A
    + rd("shili-committee")
    + CF
    + st("25", "reopen", by="shili-committee", reason="又坏了"),
    "handed, back, given": A
    + HO
    + st("14", "handover", by="shili-office", to="shili-committee", tier="small", reason="归村")
    + st("15", "take_over", by="shili-committee")
    + rd("shili-committee")
    + CF,
    "town above assigns back": A
    + HO
    + st("14", "assign", by="shili-office", to="shili-committee", tier="small")
    + rd("shili-committee")
    + CF,
    "committee notes after handover": A
    + HO
    + st("14", "progress", by="shili-committee", note="送了材料")
    + rd("shili-office")
    + CF,
    "committee that passed it on unworked takes down": HO
    + rd("shili-office")
    + CF.replace("shili-supervisors", "shili-committee"),
    "unknown reports": A + rd("unknown") + CF,
    "both work": A
    + st("12", "progress", by="shili-committee", with_="[shili-office]", note="看")
    + st("13", "extend", by="shili-office", until="2026-03-20", reason="雨")
    + rd("shili-office")
    + CF,
    "town hears committee": A
    + rd("shili-committee")
    + CF.replace("shili-supervisors", "shili-office"),
    "mediators note with office (no part given)": A
    + st("12", "progress", by="shili-tiaojie", with_="[shili-office]", note="看")
    + rd("shili-committee")
    + CF,
    "withdrawn": A + st("14", "withdraw", reason="不用了"),
    "assigned by unknown": st("11", "assign", by="unknown", to="shili-gs") + rd("shili-gs") + CF,
    "whistle: committee assigns dept": A
    + st("12", "assign", by="shili-committee", to="shili-ju", tier="big")
    + rd("shili-ju")
    + CF,
}
FREE = {
    "town handed down, reassigns": st("11", "accept", by="shili-office", tier="big")
    + st("12", "handover", by="shili-office", to="shili-committee", tier="small", reason="归村")
    + st("13", "take_over", by="shili-committee")
    + st("14", "assign", by="shili-office", to="shili-office", tier="big")
    + rd("shili-office")
    + CF,
    "refuse unaccepted": st("12", "refuse", by="shili-office", reason="不归我们"),
    "assign unaccepted by supervisors": st(
        "11", "assign", by="shili-supervisors", to="shili-committee"
    )
    + rd("shili-committee")
    + CF,
}
"""Where nobody has the matter at first."""
OTHERWISE = {
    "noted then reports": A
    + st("12", "progress", by="shili-county", note="看")
    + rd("shili-county")
    + CF,
    "supervisor reports": A + st("12", "supervise", by="shili-county") + rd("shili-county") + CF,
    "supervisor refuses": A
    + st("12", "supervise", by="shili-county")
    + st("14", "refuse", by="shili-county", reason="不办"),
    "supervisor extends": A
    + st("12", "supervise", by="shili-office")
    + st("14", "extend", by="shili-office", until="2026-04-30", reason="雨"),
    "assigned away reports": A
    + st("12", "assign", by="shili-committee", to="shili-gs")
    + rd("shili-committee")
    + CF,
    "receiver sent back reports": A
    + HO.replace("step: take_over", "step: send_back, reason: 不归")
    + rd("shili-office")
    + CF,
    "company reassigns": A + st("12", "assign", by="shili-gs", to="shili-gs") + rd("shili-gs") + CF,
    "department takes it by assigning": A
    + st("12", "assign", by="shili-ju", to="shili-ju", tier="big")
    + rd("shili-ju")
    + CF,
    "department takes it by assigning to nobody": A
    + st("12", "assign", by="shili-ju", tier="big")
    + rd("shili-ju")
    + CF,
    "other village assigns": A
    + st("12", "assign", by="shili-dongwei", to="shili-dongwei")
    + rd("shili-dongwei")
    + CF,
    "mediators join themselves in": A
    + st("12", "join", by="shili-tiaojie", with_="[shili-gs]")
    + rd("shili-gs")
    + CF,
    "supervisors assign": A
    + st("12", "assign", by="shili-supervisors", to="shili-gs")
    + rd("shili-gs")
    + CF,
    "committee below reopens": A
    + HO
    + rd("shili-office")
    + CF
    + st("25", "reopen", by="shili-committee", reason="又"),
    "company reopens": A
    + rd("shili-committee")
    + CF
    + st("25", "reopen", by="shili-gs", reason="又"),
    "lets in by note": A
    + HO
    + st("14", "progress", by="shili-committee", with_="[shili-gs]", note="看")
    + rd("shili-gs")
    + CF,
    "lets in by supervise": A
    + st("14", "supervise", by="shili-office", with_="[shili-gs]")
    + rd("shili-gs")
    + CF,
    "lets in by objection": A
    + rd("shili-committee")
    + st("21", "object", with_="[shili-gs]", reason="吵")
    + rd("shili-gs", "23")
    + CF.replace("-22", "-25"),
    "to in a note": A
    + st("12", "progress", by="shili-gs", to="shili-gs", note="看")
    + rd("shili-gs")
    + CF,
    "first reporter takes down": A
    + rd("shili-committee")
    + st("21", "object", reason="吵")
    + st("22", "assign", by="shili-office", to="shili-gs")
    + rd("shili-gs", "23")
    + CF.replace("-22", "-25").replace("shili-supervisors", "shili-committee"),
    "committee that had accepted it takes down": A
    + HO
    + rd("shili-office")
    + CF.replace("shili-supervisors", "shili-committee"),
    "whoever noted its own work takes down": A
    + st("12", "progress", by="shili-ju", note="换了管")
    + rd("shili-committee")
    + CF.replace("shili-supervisors", "shili-ju"),
    "contractor giver takes down": A
    + st("12", "assign", by="shili-committee", to="shili-gs")
    + rd("shili-gs")
    + CF.replace("shili-supervisors", "shili-committee"),
}

CODES = {"M007", "M008", "M025", "M028", "M029", "M030", "M042", "M043", "C004"}


def found(lay, log, head=NOISE):
    return [each.code for each in lay({**OTHERS, NOISE_PATH: head + log}) if each.code in CODES]


@pytest.mark.parametrize("log", LAWFUL.values(), ids=LAWFUL)
def test_whoever_has_a_part_or_gives_one_lawfully_passes(lay, log):
    assert found(lay, log) == []


@pytest.mark.parametrize("log", FREE.values(), ids=FREE)
def test_what_nobody_has_yet_is_for_whoever_serves_the_place(lay, log):
    assert found(lay, log, NOISE.replace("handler: shili-committee\n", "")) == []


@pytest.mark.parametrize("log", OTHERWISE.values(), ids=OTHERWISE)
def test_whoever_has_none_does_not_act_and_lets_nobody_in(lay, log):
    """One mistake is told once."""
    assert found(lay, log) in (["M029"], ["M028"])


def test_whose_a_matter_is_cannot_be_seen_where_its_handler_is_not_there(lay):
    """That is told once, at the handler."""
    head = NOISE.replace("handler: shili-committee", "handler: shili-nobody")
    codes = [each.code for each in lay({NOISE_PATH: head + A + rd("shili-committee")})]
    assert codes.count("A004") == 1
    assert "M029" not in codes
