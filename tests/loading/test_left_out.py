"""A line that was left out is named with its place, and putting it there makes the file sound.

Of every record of the example village each name of a group or a list, and each first line of an item
is deleted, one at a time; of every list the name and the first line of its first item together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from yizhan.loading.left_out_lines import Work, may_be_missing
from yizhan.loading.load import ReadFile, read_record
from yizhan.loading.strict_yaml import read
from yizhan.loading.tree import RecordFile, walk
from yizhan.model.finding import Finding
from yizhan.model.vocabulary import Kind

VILLAGE = Path(__file__).parents[1] / "village"
FILES = {file.path: file for file in walk(VILLAGE).records}
SCHEME = "records/points/schemes/shili-scheme.yaml"
MEETING = "records/meetings/2026/20260125-shili-assembly.yaml"
MATTER = "records/matters/2026/20260108-shili-lamps.yaml"
BATCH = "records/points/2026/20260220-shili-cleanup.yaml"
AMENDMENT = "records/rules/shili-rules/amendments/shili-rules-quiet.yaml"
PROCEDURE = "records/procedures/shili-local.yaml"
UNTOLD = {(SCHEME, "goods:")}
"""What follows from nothing in the file: an item to be exchanged is written as one to be awarded."""

_ROW = re.compile(r"“((?:- )?[a-z_]+:)(?: …)?”（(?:行首空 (\d+) 格|行首不空格)）")


@dataclass(frozen=True)
class Deleted:
    """A file without one or two of its lines, from ``at`` on (from 0)."""

    path: str
    at: int
    gone: tuple[str, ...]
    left: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.path}:{self.at + 1} {' '.join(self.gone).strip()}"


def _deleted(path: str, count: int) -> Iterator[Deleted]:
    lines = (VILLAGE / path).read_text("utf-8").split("\n")
    for at, (line, below) in enumerate(pairwise(lines)):
        named = line.endswith(":")
        first = line.lstrip().startswith("- ") and _depth(below) > _depth(line)
        if count == 1:
            wanted = named or first
        else:
            after = lines[at + 2] if at + 2 < len(lines) else ""
            dashed = below.lstrip().startswith("- ")
            wanted = named and dashed and _depth(after) > _depth(below)
        if wanted:
            left = (*lines[:at], *lines[at + count :])
            yield Deleted(path, at, tuple(lines[at : at + count]), left)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _read(path: str, lines: tuple[str, ...] | list[str]) -> ReadFile:
    file: RecordFile = FILES[path]
    return read_record(path, file.identity, "\n".join(lines).encode())


def _remedied(case: Deleted, message: str) -> list[str]:
    """The file after what is advised, with the values of the lines that were there."""
    at = re.search(r"第 (\d+) 行前面补上", message)
    assert at is not None, message
    rows = [" " * int(depth or 0) + row for row, depth in _ROW.findall(message)]
    assert rows, message
    whole = [next((gone for gone in case.gone if gone.startswith(row)), row) for row in rows]
    number = int(at[1]) - 1
    return [*case.left[:number], *whole, *case.left[number:]]


def _faults(case: Deleted) -> Iterator[str]:
    """In which respects what is said of a deletion is not right."""
    found = _read(case.path, case.left).findings
    if [each.line for each in found] != [case.at + 1]:
        yield f"{case.name}: {[(each.line, each.message.zh) for each in found]}"
        return
    message = f"{found[0].message.zh}{found[0].fix.zh}"
    if "可能是" in message:
        offered = found[0].fix.zh.count("或者") + 1
        if case.gone[0].strip() not in message or not 2 <= offered <= 3:
            yield f"{case.name}: {message}"
        return
    after = read("\n".join(_remedied(case, found[0].fix.zh)).encode()).data
    if after != read((VILLAGE / case.path).read_bytes()).data:
        yield f"{case.name}: {message}"


@pytest.mark.parametrize("count", [1, 2])
def test_each_line_that_begins_something_is_missed(count: int) -> None:
    cases = [case for path in FILES for case in _deleted(path, count)]
    told = [case for case in cases if (case.path, case.gone[0]) not in UNTOLD]
    assert [fault for case in told for fault in _faults(case)] == []
    assert len(told) >= (90, 20)[count - 1]


def _without(path: str, *rows: str) -> tuple[list[str], int]:
    """A file without some lines that follow on each other, and the number of the first (from 1)."""
    lines = (VILLAGE / path).read_text("utf-8").split("\n")
    at = next(number for number in range(len(lines)) if tuple(lines[number:][: len(rows)]) == rows)
    return [*lines[:at], *lines[at + len(rows) :]], at + 1


def _only(path: str, lines: list[str]) -> Finding:
    found = _read(path, lines).findings
    assert len(found) == 1, [(each.line, each.message.zh) for each in found]
    return found[0]


def test_the_name_of_a_group() -> None:
    lines, number = _without(MEETING, "        vote:")
    found = _only(MEETING, lines)
    assert (found.line, found.code) == (number, "Y012")
    assert found.message.zh == "从这一行起像是“票数”（vote）的内容，前面少了一行“vote:”。"
    assert found.fix.zh == f"请在第 {number} 行前面补上一行“vote:”（行首空 8 格）。"
    assert found.fix.en == f"Put the line “vote:” before line {number} (with 8 spaces before it)."


def test_the_name_of_a_list_at_the_margin() -> None:
    lines, number = _without(MATTER, "log:")
    found = _only(MATTER, lines)
    assert found.line == number
    assert found.message.en.endswith("the line “log:” before it is missing.")
    assert found.fix.zh == f"请在第 {number} 行前面补上一行“log:”（行首不空格）。"


def test_the_first_line_of_an_item() -> None:
    lines, number = _without(BATCH, "  - account: a-x81zt0pw")
    found = _only(BATCH, lines)
    assert found.line == number
    assert (
        found.message.zh
        == "从这一行起像是“积分条目”（entries）里新的一项，少了第一行“- account: …”。"
    )
    assert found.fix.zh == (
        f"请在第 {number} 行前面补上一行“- account: …”（行首空 2 格），“…”换成这一项的账户。"
    )


def test_a_name_and_the_first_line_of_its_first_item() -> None:
    lines, number = _without(AMENDMENT, "changes:", "  - operation: replace")
    found = _only(AMENDMENT, lines)
    assert found.line == number
    assert found.message.zh.endswith("前面少了两行：“changes:”和“- operation: …”。")
    assert "先是“changes:”（行首不空格），再是“- operation: …”（行首空 2 格）" in found.fix.zh


def test_two_names_that_fit_equally_are_both_said() -> None:
    lines = (VILLAGE / MEETING).read_text("utf-8").split("\n")
    at = lines.index("notice:")
    found = _only(MEETING, [*lines[:at], "  - body: shili-committee", *lines[at:]])
    assert found.line == at + 1
    choices = "“chaired_by:”（主持）或者“recorded_by:”（记录）"
    assert choices in found.message.zh
    assert choices in found.fix.zh


def test_one_field_that_is_there_twice_may_be_a_mistake_of_its_own() -> None:
    lines, number = _without(PROCEDURE, "      - days: 30")
    found = _only(PROCEDURE, lines)
    assert found.line == number
    assert found.message.zh.startswith("“tier”在同一项里写了两次；")
    assert "补上一行“- days: …”（行首空 6 格）" in found.fix.zh
    assert "不是新的一项，就在两次里删去写错的一次" in found.fix.zh


def test_lines_that_were_pasted_twice_are_no_new_item() -> None:
    lines = (VILLAGE / PROCEDURE).read_text("utf-8").split("\n")
    at = lines.index("      - days: 30") + 1
    found = _only(PROCEDURE, [*lines[: at + 1], lines[at], *lines[at + 1 :]])
    assert (found.line, found.code) == (at + 2, "Y013")


def test_a_page_number_is_no_item() -> None:
    lines = (VILLAGE / MEETING).read_text("utf-8").split("\n")
    at = lines.index("agenda:")
    found = _read(MEETING, [*lines[:at], "- 3 -", *lines[at:]]).findings
    assert not any("少了" in each.message.zh and each.code == "Y012" for each in found)


def test_a_dash_that_is_missing_is_no_line_that_is_missing() -> None:
    lines = (VILLAGE / MATTER).read_text("utf-8").split("\n")
    at = lines.index("log:") + 1
    dashless = lines[at].replace("- ", "  ", 1)
    found = _only(MATTER, [*lines[:at], dashless, *lines[at + 1 :]])
    assert "- date: …" not in found.fix.zh


def test_lines_that_are_indented_by_four_spaces() -> None:
    lines, number = _without(MEETING, "notice:")
    wide = [" " * _depth(line) + line.replace("- ", "-   ", 1) for line in lines]
    found = _only(MEETING, wide)
    assert found.line == number
    assert "补上一行“notice:”（行首不空格）" in found.fix.zh


def test_a_mistake_in_a_value_is_said_as_well() -> None:
    lines, number = _without(MEETING, "        vote:")
    changed = [line.replace("place: shili-cun", "place: Shili Cun") for line in lines]
    found = sorted(_read(MEETING, changed).findings)
    assert [each.line for each in found] == [changed.index("place: Shili Cun") + 1, number]


def test_what_is_read_is_bounded() -> None:
    work = Work(10)
    assert work.read(["id: x"]) == {"id": "x"}
    assert work.read(["id: x"]) is None
    lines, _ = _without(MEETING, "        vote:")
    assert list(may_be_missing(lines, Kind.MEETING, range(len(lines)), Work(0))) == []


TITLES = {MEETING: "议题", MATTER: "办理记录", BATCH: "积分条目", AMENDMENT: "过程"}
NAMES = {MEETING: "agenda:", MATTER: "log:", BATCH: "entries:", AMENDMENT: "dossier:"}


def _written(path: str, typed: str) -> Finding:
    lines = (VILLAGE / path).read_text("utf-8").split("\n")
    at = lines.index(NAMES[path])
    found = _only(path, [*lines[:at], typed, *lines[at + 1 :]])
    assert found.line == at + 1
    return found


@pytest.mark.parametrize("path", TITLES)
def test_a_name_written_in_chinese(path: str) -> None:
    """Its title may be that of several fields of the record; of the group that it is in it is one."""
    assert f"请改成“{NAMES[path]} ……”" in _written(path, f"{TITLES[path]}：").fix.zh
    assert NAMES[path][:-1] in _written(path, f"{TITLES[path]}:").fix.zh


@pytest.mark.parametrize("path", TITLES)
def test_a_name_that_was_indented_too_far(path: str) -> None:
    """It is then a field of the group before it, which has none of that name."""
    found = _written(path, f"  {NAMES[path]}")
    assert found.code == "Y007"
    assert "删去 2 个空格" in found.fix.zh


@pytest.mark.parametrize("path", TITLES)
def test_a_name_without_its_colon_or_with_text_beside_it(path: str) -> None:
    assert "英文冒号" in _written(path, NAMES[path][:-1]).fix.zh
    assert "见下" in "{0.message.zh}{0.fix.zh}".format(_written(path, f"{NAMES[path]} 见下"))


@pytest.mark.parametrize(
    ("typed", "code"), [("title：", "Y006"), ("title:", "Y005"), ('title: "', "Y008")]
)
def test_a_typing_mistake_elsewhere_is_said_as_well(typed: str, code: str) -> None:
    lines, number = _without(MEETING, "        vote:")
    changed = [line.replace("title: ", typed) if line[:6] == "title:" else line for line in lines]
    found = sorted(_read(MEETING, changed).findings)
    assert [(each.line, each.code) for each in found] == [(2, code), (number, "Y012")]
    assert f"请在第 {number} 行前面补上一行“vote:”" in found[1].fix.zh
