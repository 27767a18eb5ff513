"""Merging and splitting: rings over several records, and what goes into something dead."""

import pytest

MATTER = """\
id: {id}
title: {title}
example: true
place: shili-cun-square
procedure: {procedure}
category: noise
raised:
  date: {date}
  by: residents
  channel: counter
{extra}"""
NAMES = {"a": "20260210-shili-aa", "b": "20260211-shili-bb", "c": "20260212-shili-cc"}
DATES = {"a": "2026-02-10", "b": "2026-02-11", "c": "2026-02-12"}


def files(procedure="shili-local", **logs):
    found = {}
    for key, log in logs.items():
        entries = "".join(log)
        text = MATTER.format(
            id=NAMES[key],
            title=f"第{key}件",
            date=DATES[key],
            procedure=procedure,
            extra=("log:\n" + entries) if entries.startswith("  -") else entries,
        )
        found[f"records/matters/2026/{NAMES[key]}.yaml"] = text
    return found


def entry(step, day, field=""):
    return f"  - date: {day}\n    step: {step}\n    by: shili-committee\n{field}"


def merge(into, day="2026-02-20"):
    return entry("merge", day, f"    merged_into: {NAMES.get(into, into)}\n")


def split(*into, day="2026-02-20"):
    parts = ", ".join(NAMES.get(each, each) for each in into)
    return entry("split", day, f"    into: [{parts}]\n")


def part_of(whole):
    return f"part_of: {NAMES[whole]}\n"


def told(lay, code, found):
    return [(each.path[-7:-5], each.message.zh) for each in lay(found) if each.code == code]


@pytest.mark.parametrize(
    ("logs", "expected"),
    [
        ({"a": merge("b"), "b": merge("c"), "c": merge("a")}, ["cc"]),
        ({"a": merge("b", "2026-02-22"), "b": merge("c"), "c": merge("a")}, ["aa"]),
        ({"a": merge("b"), "b": merge("c", "2026-02"), "c": merge("a")}, ["bb"]),
        ({"a": split("b"), "b": part_of("a") + "log:\n" + merge("a")}, ["bb"]),
        ({"a": split("b"), "b": split("a")}, ["bb"]),
        ({"a": split("b"), "b": split("c"), "c": split("a")}, ["cc"]),
        ({"a": merge("b"), "b": merge("c"), "c": merge("b", "2026-02-21")}, ["cc"]),
        (
            {
                "a": split("b", "c"),
                "b": part_of("a") + "log:\n" + merge("a"),
                "c": part_of("a") + "log:\n" + merge("a"),
            },
            ["bb", "cc"],
        ),
        (
            {"a": merge("b"), "b": split("a", "c"), "c": part_of("b") + "log:\n" + merge("a")},
            ["bb", "cc"],
        ),
        ({"a": merge("b"), "b": merge("20260213-shili-gone")}, []),
        ({"a": merge("a")}, []),
        (
            {
                "a": split("b", "c"),
                "b": part_of("a") + "log:\n" + merge("c"),
                "c": part_of("a") + "log:\n" + entry("accept", "2026-02-21"),
            },
            [],
        ),
    ],
)
def test_rings_over_several_records(lay, logs, expected):
    found = told(lay, "M017", files(**logs))
    assert [path for path, _ in found] == expected
    split_up = any("split" in log for log in logs.values())
    assert told(lay, "M015", files(**logs)) == [], "which is whose part waits for the ring"
    assert all(("拆分" in message) is split_up for _, message in found)


REFUSED = entry("refuse", "2026-02-15", "    reason: 音量没有超标。\n")
DONE = (
    entry("accept", "2026-02-12")
    + entry("report_done", "2026-02-13", "    outcome: {result: solved, text: 已经调低。}\n")
    + "  - date: 2026-02-14\n    step: confirm\n"
)
WITHDRAWN = "  - date: {day}\n    step: withdraw\n"


@pytest.mark.parametrize(
    ("target", "merged", "code"),
    [
        (REFUSED, "2026-02-20", "M032"),
        (WITHDRAWN.format(day="2026-02-15"), "2026-02-20", "M032"),
        (merge("c", "2026-02-15"), "2026-02-20", "M032"),
        (split("c", day="2026-02-15"), "2026-02-20", "M032"),
        (WITHDRAWN.format(day="2026-02-25"), "2026-02-20", "M033"),
        (DONE, "2026-02-20", "M032"),
        (DONE + entry("reopen", "2026-02-16"), "2026-02-20", None),
        (REFUSED + entry("reopen", "2026-02-25"), "2026-02-20", None),
        (DONE, "2026-02-14", None),
        (REFUSED, "2026-02-15", None),
        (REFUSED, "2026-02-14", None),
        (REFUSED, "2026-02", None),
        (entry("accept", "2026-02-15"), "2026-02-20", None),
    ],
)
def test_what_goes_into_something_dead(lay, target, merged, code):
    other = part_of("b") if "split" in target else entry("accept", "2026-02-21")
    found = lay(files(a=merge("b", merged), b=target, c=other))
    said = [(each.path[-7:-5], each.code) for each in found if each.code in ("M032", "M033")]
    assert said == ([] if code is None else [("aa", code)])


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (REFUSED, "没有解决，也不再有人办"),
        (merge("c", "2026-02-15"), "就已经并入别的事项，要并就并入那一件"),
        (split("c", day="2026-02-15"), "就已经拆分，要并就并入拆出来的那一件"),
        (DONE, "就已经销号，没有重办"),
    ],
)
def test_how_it_had_ended_is_said(lay, target, said):
    other = part_of("b") if "split" in target else entry("accept", "2026-02-21")
    ((path, message),) = told(lay, "M032", files(a=merge("b"), b=target, c=other))
    assert (path, said in message) == ("aa", True)


@pytest.mark.parametrize(("part", "found"), [(REFUSED, 1), (entry("accept", "2026-02-15"), 0)])
def test_nothing_is_split_into_what_had_ended(lay, part, found):
    logs = {"a": split("b", "c"), "b": part_of("a") + "log:\n" + part, "c": part_of("a")}
    assert len(told(lay, "M032", files(**logs))) == found


def test_in_a_ring_nothing_else_is_said(lay):
    logs = {"a": merge("b"), "b": merge("c", "2026-02-21"), "c": merge("a", "2026-02-22")}
    assert told(lay, "M032", files(**logs)) == []


@pytest.mark.parametrize(
    ("log", "said"),
    [
        (
            merge("c", "2026-02-11"),
            ["“第c件”（20260212-shili-cc）在 2026-02-12 才提出，2026-02-11 还没有它，不能并进去。"],
        ),
        (merge("c", "2026-02-12"), []),
        (merge("c", "2026-02"), []),
        (
            split("c", day="2026-02-11"),
            [
                "“第c件”（20260212-shili-cc）写的是 2026-02-12 才提出，而 2026-02-11 就已经拆出了它。"
            ],
        ),
        (split("c", day="2026-02-12"), []),
    ],
)
def test_it_goes_on_in_what_was_there(lay, log, said):
    other = part_of("a") if "split" in log else ""
    found = lay(files(a=log, c=other))
    assert [each.message.zh for each in found if each.code == "M045"] == said
    assert not told(lay, "M032", files(a=log, c=other))


def test_where_the_other_was_corrected_the_remedy_leads_there(lay):
    moved = "corrections:\n  - {date: 2026-03-10, at: raised/date, value: 2026-02-13, reason: 录错了。}\n"
    found = lay(files(a=merge("c", "2026-02-12"), c=moved))
    (one,) = [each for each in found if each.code == "M045"]
    assert "那一件的提出日期是更正过的" in one.fix.zh


@pytest.mark.parametrize(("reason", "found"), [("", 1), ("    reason: 两县合办。\n", 0)])
def test_a_matter_goes_on_in_another_district_for_a_reason(lay, reason, found):
    places = {
        "records/places/shili-linxian.yaml": "id: shili-linxian\ntitle: 邻县\nexample: true\nlevel: district\n"
    }
    there = {
        path: text.replace("shili-cun-square", "shili-linxian")
        for path, text in files(c="").items()
    }
    messages = told(lay, "M030", {**places, **there, **files(a=merge("c") + reason)})
    assert len(messages) == found


def test_nothing_is_said_of_what_cannot_be_read(lay):
    known = files(a=merge("b"))
    unknown = files(procedure="nowhere", b=REFUSED)
    both = {*told(lay, "M032", known | unknown), *told(lay, "M033", known | unknown)}
    assert both == set()
    assert told(lay, "M032", files(procedure="nowhere", a=merge("b"), b=REFUSED)) == []


def test_an_unfit_step_merges_nothing(lay):
    after = entry(
        "progress", "2026-02-16", "    note: 看过。\n    merged_into: 20260211-shili-bb\n"
    )
    assert told(lay, "M032", files(a=after, b=REFUSED)) == []


def test_a_part_of_two_is_not_oneto_name_both(lay):
    logs = {
        "a": split("c"),
        "b": split("c"),
        "c": part_of("a") + "log:\n" + entry("accept", "2026-02-21"),
    }
    (found,) = [each for each in lay(files(**logs)) if each.code == "M015"]
    assert found.path.endswith("bb.yaml")
    assert found.message.zh.endswith(
        "写的是从“20260210-shili-aa”拆出来的（part_of），一件事项只能从一件里拆出来。"
    )
    assert "去掉" in found.fix.zh


@pytest.mark.parametrize("size", [2, 3, 7])
def test_however_long_a_ring_is_it_is_one_finding(lay, size):
    ids = [f"20260210-shili-n{number}" for number in range(size)]
    found = {
        f"records/matters/2026/{each}.yaml": MATTER.format(
            id=each,
            title=each[-2:],
            date="2026-02-10",
            procedure="shili-local",
            extra="log:\n" + merge(ids[(number + 1) % size]),
        )
        for number, each in enumerate(ids)
    }
    codes = [each.code for each in lay(found) if each.level.value == "error"]
    assert codes == ["M017"]


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (merge("c", "2026-02-15"), "写它并入的那一件"),
        (split("c", day="2026-02-15"), "写它拆出来、还在办的那一件"),
        (REFUSED, "先记它重办"),
    ],
)
def test_only_what_can_be_taken_up_again_is_to_be(lay, target, said):
    other = part_of("b") if "split" in target else entry("accept", "2026-02-21")
    found = lay(files(a=merge("b"), b=target, c=other))
    (one,) = (each for each in found if each.code == "M032")
    assert said in one.fix.zh
