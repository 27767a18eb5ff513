"""Every irregular check's bad example, acknowledged as its own message says, passes with its mark."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from yizhan.checking.engine import run
from yizhan.checking.entries import _finding, _plain
from yizhan.loading.round_trip import append
from yizhan.loading.strict_yaml import read
from yizhan.model.finding import Level

from .acknowledging import (
    AS_OF,
    CHECKS,
    IRREGULAR,
    SAID,
    by_lines_behind,
    entry,
    irregular,
    of_example,
    others,
)


def by_command(files, findings):
    """The files with the acknowledgments that ``yizhan acknowledge`` writes."""
    after = dict(files)
    done = set()
    for finding in findings:
        said = entry(finding)
        if (key := (finding.path, finding.remedy.at, str(said))) not in done:
            done.add(key)
            raw = append(after[finding.path].encode(), "irregular", said, finding.remedy.at)
            after[finding.path] = raw.decode()
    return after


def by_lines(text, finding):
    """A file with the lines of the message put where it says, and filled in."""
    lines = [
        line.replace("reason:", f"reason: {SAID['reason']}").replace("by:", f"by: {SAID['by']}")
        if line.strip() in ("reason:", "by:")
        else line
        for line in finding.remedy.lines
    ]
    rows = text.split("\n")
    at = finding.remedy.line or len(rows) - 1
    return "\n".join([*rows[:at], *lines, *rows[at:]])


@pytest.mark.parametrize("check", IRREGULAR, ids=lambda check: check.code)
def test_acknowledged_as_the_message_says_it_passes_with_its_mark(check, lay) -> None:
    found = of_example(check, lay(check.bad.files))
    assert all(each.fails and each.remedy is not None for each in found)

    after = others(lay(by_command(check.bad.files, found)), check.code)
    after = [each for each in after if each.code == check.code or not each.acknowledged]
    assert {(each.code, each.acknowledged, each.remedy) for each in after} == {
        (check.code, True, None)
    }
    assert [each.message for each in after] == [each.message for each in found]
    assert not any(each.fails for each in after)


@pytest.mark.parametrize("check", IRREGULAR, ids=lambda check: check.code)
def test_the_lines_of_the_message_say_what_the_command_writes(check, lay) -> None:
    finding = of_example(check, lay(check.bad.files))[0]
    text = check.bad.files[finding.path]
    by = finding.remedy.by or SAID["by"]
    written = append(text.encode(), "irregular", {**entry(finding), "by": by}, finding.remedy.at)
    there = finding.remedy.lines[0].strip() != "irregular:"  # one more of a list that is there
    filled_in = (by_lines_behind if there else by_lines)(text, finding)
    assert read(filled_in.encode()).data == read(written).data


@pytest.mark.parametrize("check", IRREGULAR, ids=lambda check: check.code)
def test_without_the_fault_the_acknowledgment_is_stale(check, lay) -> None:
    finding = of_example(check, lay(check.bad.files))[0]
    files = dict(check.good.files)
    text = files.get(finding.path)
    if text is None:  # what was wrong is in a file of its own, whose good one has another name
        ((path, text),) = files.items()
    else:
        path = finding.path
    at = finding.remedy.at if _there(text, finding.remedy.at) else ()
    files[path] = append(text.encode(), "irregular", entry(finding), at).decode()
    found = others(lay(files), check.code)
    if path != finding.path:
        Path(found[0].path).unlink(missing_ok=True)
    here = [each for each in found if each.path == path and not each.acknowledged]
    assert {(each.code, each.level) for each in here} == {("R001", Level.WARNING)}


def _there(text, at):
    data = read(text.encode()).data
    for part in at:
        if isinstance(part, int) and part >= len(data):
            return False
        data = data[part]
    return True


def test_what_the_cache_and_another_process_are_told_is_the_same(lay) -> None:
    check = next(each for each in IRREGULAR if each.code == "M007")
    found = lay(check.bad.files)
    marked = lay(by_command(check.bad.files, irregular(found)))
    for each in (*found, *marked):
        assert _finding(_plain(each)) == each


def test_a_kept_verdict_has_its_mark_and_a_changed_one_loses_it(lay, tmp_path) -> None:
    check = next(each for each in IRREGULAR if each.code == "M007")
    marked = by_command(check.bad.files, irregular(lay(check.bad.files)))
    fresh = lay(marked)
    for _ in range(2):
        assert run(tmp_path, AS_OF).findings == fresh
    ((path, text),) = check.bad.files.items()
    (tmp_path / path).write_text(text)
    os.utime(tmp_path / path, ns=(1, 1))
    again = run(tmp_path, AS_OF).findings
    assert [each.fails for each in irregular(again)] == [True]
    assert again == run(tmp_path, AS_OF, cached=False).findings


def test_a_resolution_before_the_act_is_found_where_it_is(lay) -> None:
    ((path, text),) = CHECKS["R005"].good.files.items()
    later = "            resolution: {result: annulled, by: shili-office, date: 2026-02-01}\n"
    (finding,) = [each for each in lay({path: text + later}) if each.fails]
    assert (finding.code, finding.line) == ("R005", text.count("\n") + 1)
    assert finding.message.zh == "2026-02-01 就处理了，事情却在 2026-02-18。"


ANNULLED = """\
irregular:
  - code: T006
    article: 村民委员会组织法第二十六条
    reason: 到会不足半数。
    by: shili-committee
    date: {day}
    resolution: {{result: {result}, by: shili-office, date: {day}}}
"""


@pytest.mark.parametrize("code", ["T012", "T018"])
@pytest.mark.parametrize(("result", "left"), [("annulled", False), ("upheld", True)])
def test_nothing_is_due_of_a_decision_that_was_annulled(lay, code, result, left) -> None:
    (path, text), *rest = CHECKS[code].bad.files.items()
    files = {path: text + ANNULLED.format(result=result, day="2026-03-25"), **dict(rest)}
    assert bool([each for each in lay(files) if each.code == code]) is left


def test_on_a_past_day_what_was_acknowledged_later_is_not_stale(lay, tmp_path) -> None:
    (path, text), *rest = CHECKS["T017"].bad.files.items()
    found = lay({path: text, **dict(rest)})
    after = lay(by_command({path: text, **dict(rest)}, irregular(found)))
    assert not any(each.fails for each in after)
    for day in (date(2026, 2, 22), date(2026, 2, 24), date(2026, 3, 3)):
        seen = run(tmp_path, day, cached=False, today=AS_OF).findings
        assert [each for each in others(seen) if not each.acknowledged] == [], day
