"""What is due goes away by doing what its check says, in an archive that others rely on already.

Each row takes what a check finds as merged, does one thing that its ``fix`` names, and holds that
the finding is gone, that nothing new is found, and that nothing was changed that may not change
once it is merged (``x-merged``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from yizhan.checks import discover
from yizhan.loading.merging import ITSELF, Change, State, policy
from yizhan.loading.schemas import schema_at
from yizhan.loading.strict_yaml import read
from yizhan.model.finding import Level, Pointer
from yizhan.model.kinds import identify
from yizhan.model.vocabulary import Kind

CHECKS = {check.code: check for check in discover()}
DUE = sorted(code for code, check in CHECKS.items() if check.level is Level.DUE)
Files = dict[str, str]


def bad(code: str) -> Files:
    return dict(CHECKS[code].bad.files)


def good(code: str) -> Files:
    return dict(CHECKS[code].good.files)


def adding(code: str, text: str) -> tuple[Files, Files]:
    """The bad example, and the same with lines at the end of its one file."""
    (path, before), *others = bad(code).items()
    return bad(code), {path: before + text, **dict(others)}


def in_place(files: Files, old: str, new: str) -> tuple[Files, Files]:
    """Files, and the same with a piece of one of them exchanged."""
    assert sum(text.count(old) for text in files.values()) == 1
    return files, {path: text.replace(old, new) for path, text in files.items()}


def displayed() -> Files:
    """A post whose display is over and of which nothing more is said."""
    return {
        "records/bodies/shili-team.yaml": """\
id: shili-team
title: 楼栋长队伍
example: true
body_kind: team
place: shili-cun
posts:
  - title: 楼栋长
    holders: 6
    display:
      start: 2026-02-01
      end: 2026-02-07
      where: 村务公开栏
"""
    }


PLANNED = "records/meetings/2026/20260318-shili-talk.yaml"
MOVED = {
    "records/meetings/2026/20260408-shili-talk.yaml": """\
id: 20260408-shili-talk
title: 村民议事会
example: true
meeting_kind: building_deliberation
place: shili-cun
date: 2026-04-08
planned: true
corrects: 20260318-shili-talk
"""
}
REPORT = """\
  - date: 2026-03-12
    step: report_done
    by: shili-committee
    outcome:
      result: solved
      text: 换了两把长椅。
"""

NEW_GRID = """\
id: shili-new-grid
title: 河边网格
example: true
level: grid
parent: shili-cun
established: 2026-01-01
"""


def regrouped():
    """The grid of a dissolved village ended with it, and goes on in the new one."""
    files = bad("P011")
    path = next(path for path in files if path.endswith("-grid.yaml"))
    ended = "dissolved: 2025-12-31\nsuccessors: [shili-new-grid]\n"
    return {
        **files,
        path: files[path] + ended,
        "records/places/shili-new-grid.yaml": NEW_GRID,
    }


HELD_LATE = {
    "records/meetings/2026/20260320-shili-reps.yaml": """\
id: 20260320-shili-reps
title: 村民代表会议
example: true
meeting_kind: villagers_representatives
place: shili-cun
date: 2026-03-20
"""
}


def followed_up(state: str) -> tuple[Files, Files]:
    path = next(path for path in good("T012") if path not in bad("T012"))
    later = good("T012")[path].replace("state: done\n    date: 2026-03-09", f"state: {state}")
    return bad("T012"), {**bad("T012"), path: later}


REMEDIES: Mapping[tuple[str, str], Callable[[], tuple[Files, Files]]] = {
    ("G003", "called"): lambda: (bad("G003"), good("G003")),
    ("G004", "written up"): lambda: (bad("G004"), good("G004")),
    ("G004", "held late"): lambda: (bad("G004"), bad("G004") | HELD_LATE),
    ("G011", "elected"): lambda: (bad("G011"), good("G011")),
    ("B005", "taken up"): lambda: in_place(
        displayed(), "    holders: 6\n", "    holders: 6\n    start: 2026-02-10\n"
    ),
    ("B005", "objections stood in the way"): lambda: in_place(
        displayed(),
        "      where: 村务公开栏\n",
        "      where: 村务公开栏\n      objections: 2\n    note: 有两条异议，没有任职。\n",
    ),
    ("B005", "a new term"): lambda: (bad("B005"), good("B005")),
    ("B009", "it ended as well"): lambda: (bad("B009"), good("B009")),
    ("B010", "a successor"): lambda: (bad("B010"), good("B010")),
    ("B010", "assigned to another"): lambda: adding(
        "B010",
        "log:\n  - date: 2026-03-24\n    step: assign\n    by: shili-office\n"
        "    to: shili-committee\n    note: 小组撤销，改由村委会办。\n",
    ),
    ("H005", "conferred"): lambda: (bad("H005"), good("H005")),
    ("H005", "nobody was honoured"): lambda: adding(
        "H005",
        "  - stage: conferred\n    date: 2026-03-20\n    count: 0\n    note: 有异议，没有评上。\n",
    ),
    ("L004", "filed"): lambda: (bad("L004"), good("L004")),
    ("M011", "progress"): lambda: (bad("M011"), good("M011")),
    ("M026", "reported done and confirmed"): lambda: (bad("M026"), good("M026")),
    ("M026", "extended"): lambda: adding(
        "M026",
        "  - date: 2026-03-16\n    step: extend\n    by: shili-committee\n"
        "    until: 2026-04-20\n    reason: 等厂家发货。\n",
    ),
    ("M026", "lapsed"): lambda: in_place(
        {path: text + REPORT for path, text in bad("M026").items()},
        "      text: 换了两把长椅。\n",
        "      text: 换了两把长椅。\n  - date: 2026-03-27\n    step: lapse\n    by: shili-committee\n",
    ),
    ("N006", "filed"): lambda: (bad("N006"), good("N006")),
    ("N010", "review"): lambda: (bad("N010"), good("N010")),
    ("N010", "withdrawn"): lambda: adding("N010", "  - stage: withdrawal\n    date: 2026-03-20\n"),
    ("P011", "it ended as well, and goes on in the new place"): lambda: (bad("P011"), regrouped()),
    ("P010", "it ended as well"): lambda: (bad("P010"), good("P010")),
    ("P012", "what became of it"): lambda: (bad("P012"), good("P012")),
    ("P012", "not pursued"): lambda: adding(
        "P012",
        "log:\n  - date: 2026-03-24\n    step: refuse\n    by: shili-committee\n"
        "    reason: 晒场已经拆了。\n",
    ),
    ("T012", "done"): lambda: (bad("T012"), good("T012")),
    ("T012", "dropped"): lambda: followed_up("dropped"),
    ("T018", "published"): lambda: (bad("T018"), good("T018")),
    ("T019", "held"): lambda: in_place(
        bad("T019"),
        "planned: true\n",
        "attendance:\n  basis: persons\n  due: 20\n  present: 18\nagenda:\n  - title: 广场使用\n"
        "    decisions:\n      - text: 晚上九点关音响。\n        result: adopted\n",
    ),
    ("T019", "put off"): lambda: (bad("T019"), bad("T019") | MOVED),
    ("T019", "postponed"): lambda: adding(
        "T019", "not_held:\n  how: postponed\n  reason: 防汛。\n  new_date: 2026-04-08\n"
    ),
    ("T019", "cancelled"): lambda: adding(
        "T019", "not_held:\n  how: cancelled\n  reason: 防汛。\n"
    ),
    ("T048", "resumed"): lambda: (bad("T048"), good("T048")),
    ("T048", "not held"): lambda: (
        bad("T048"),
        {
            path: text + ("not_held:\n  how: no_quorum\n" if "resumes" in text else "")
            for path, text in good("T048").items()
        },
    ),
    ("T050", "held"): lambda: (bad("T050"), good("T050")),
    ("T050", "not held again"): lambda: (
        bad("T050"),
        {
            path: text + ("" if "new_date" in text else "not_held:\n  how: no_quorum\n")
            for path, text in good("T050").items()
        },
    ),
    ("T049", "taken up again"): lambda: (bad("T049"), good("T049")),
}
"""Check and what was done → what is merged, and the files after it was done."""

STAY = {
    ("T012", "ongoing"): lambda: followed_up("ongoing"),
    ("T019", "only its summary says so"): lambda: adding("T019", "summary: 因防汛取消。\n"),
}
"""What may be recorded, and is said to leave the reminder where it is."""


@pytest.mark.parametrize(("code", "what"), REMEDIES)
def test_a_remedy_ends_what_is_due_and_brings_nothing_new(code, what, lay, tmp_path) -> None:
    before, after = REMEDIES[code, what]()
    found, left = (_codes(lay, files) for files in (before, after))
    assert code in found
    assert code not in left
    assert left <= found
    assert list(_broken(before, after)) == []


@pytest.mark.parametrize(("code", "what"), STAY)
def test_what_leaves_a_reminder_does_no_harm(code, what, lay) -> None:
    before, after = STAY[code, what]()
    assert code in _codes(lay, before)
    assert _codes(lay, after) == _codes(lay, before)
    assert list(_broken(before, after)) == []


def test_every_check_of_what_is_due_has_a_remedy() -> None:
    assert sorted({code for code, _ in REMEDIES}) == DUE


def _codes(lay: Callable[[Files], Any], files: Files) -> set[tuple[str, str] | str]:
    return {each.code for each in lay(files)}


def _broken(before: Files, after: Files) -> Iterator[tuple[str, Pointer]]:
    """Where a value changed that may not: Git keeps the files before as merged."""
    for path, text in before.items():
        identity = identify(path)
        assert identity is not None
        old, new = read(text.encode()).data, read(after[path].encode()).data
        assert old is not None
        assert new is not None
        reached = _reached(identity.kind, old)
        for pointer in _changes(identity.kind, old, new, (), reached):
            yield path, pointer


def _reached(kind: Kind, data: Mapping[str, Any]) -> set[State]:
    """The states that a merged record is in, as far as the rows above go."""
    stages = [each["stage"] for each in (*data.get("stages", ()), *data.get("dossier", ()))]
    found = {State.HELD} if kind is Kind.MEETING and not data.get("planned") else set()
    if (kind is Kind.RULE and "adopted" in data) or "vote" in stages:
        found.add(State.ADOPTED)
    return found | ({State.PUBLISHED} if "displayed" in stages else set())


def _changes(
    kind: Kind, old: Any, new: Any, pointer: Pointer, reached: set[State]
) -> Iterator[Pointer]:
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _within(kind, old, new, pointer, reached)
    elif isinstance(old, list) and isinstance(new, list):
        rule = policy(kind, pointer)
        kept = new[: len(old)]
        fewer, more = len(new) < len(old), len(new) > len(old)
        if (
            fewer
            or (more and rule.change is not Change.APPEND)
            or (rule.key == ITSELF and kept != old)
        ):
            yield pointer
        else:
            for number, (one, other) in enumerate(zip(old, kept, strict=True)):
                yield from _changes(kind, one, other, (*pointer, number), reached)
    elif old != new:
        assert schema_at(kind, pointer) is not None
        yield pointer


def _within(
    kind: Kind,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    pointer: Pointer,
    reached: set[State],
) -> Iterator[Pointer]:
    for name in sorted({*old, *new}):
        here = (*pointer, name)
        rule = policy(kind, here)
        if rule.change is Change.OPEN:
            continue
        if rule.change is Change.FROZEN_AFTER and rule.state not in reached:
            continue
        if name in old and name in new:
            yield from _changes(kind, old[name], new[name], here, reached)
        elif name in old or rule.change not in (Change.ONCE, Change.APPEND):
            yield here


def test_a_change_that_may_not_be_is_seen() -> None:
    merged, changed = in_place(bad("T019"), "date: 2026-03-18", "date: 2026-03-25")
    assert list(_broken(merged, changed)) == [], "free until the meeting is held"
    held = good("T019")
    assert list(_broken(*in_place(held, "date: 2026-03-18", "date: 2026-03-25"))) == [
        (PLANNED, ("date",))
    ]
    assert list(_broken(*in_place(displayed(), "end: 2026-02-07", "end: 2026-02-17"))) == [
        ("records/bodies/shili-team.yaml", ("posts", 0, "display", "end"))
    ]
    (path, text), *_ = displayed().items()
    shorter = {path: text[: text.index("    display:")]}
    assert list(_broken(displayed(), shorter)) == [(path, ("posts", 0, "display"))]
    assert list(_broken(good("B005"), bad("B005"))) == [
        ("records/bodies/shili-lamp-keepers.yaml", ("posts",))
    ]
