"""What clerks type wrong: one finding each, at the right line, of the right thing, with a remedy that works.

``right.yaml`` holds files as they are to be; ``cases.yaml`` and ``more.yaml`` what becomes of them in
a text editor. They were written by somebody who had read neither the checks nor the messages. Of a case:

- ``edits``: lines from–until of the right file (from 1; until before from: in front of it) and what is
  typed in their place; ``base64`` instead, where the bytes cannot be seen. ``path`` is where the file
  is saved, ``right_path`` where it belongs.
- ``line``: any of which is right; 0 is the whole file. ``says``: one of these has to be in the remedy,
  or in the message and there not only as part of what was ``quoted`` from the file.
- ``silence``: to find nothing is right, too.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from yizhan.model.finding import Finding

from .judging import SHARE, found_in, says

HERE = Path(__file__).parent


def _load(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text("utf-8"))


RIGHT: dict[str, str] = _load("right.yaml")


def _typed(case: dict[str, Any]) -> bytes:
    if "base64" in case:
        return base64.b64decode(case["base64"])
    lines = RIGHT[case["right"]].split("\n")
    for edit in reversed(case["edits"]):
        first, last = edit["lines"]
        lines[first - 1 : last] = edit["typed"]
    return "\n".join(lines).encode()


def _others(case: dict[str, Any], *names: str) -> dict[str, bytes]:
    return {each["path"]: each["content"].encode() for name in names for each in case.get(name, ())}


def _faults(case: dict[str, Any], findings: list[Finding]) -> Iterator[str]:
    """In which respects the findings of a case are not right."""
    if not findings and case.get("silence"):
        return
    if len(findings) != 1:
        yield "one finding"
    paths = {case["path"], case.get("right_path")}
    own = [each for each in findings if each.path in paths]
    if not any(each.line in case["line"] or 0 in case["line"] for each in own):
        yield "line"
    if not any(says(each, case) for each in own):
        yield "what and remedy"


@pytest.mark.parametrize("name", ["cases.yaml", "more.yaml"])
def test_one_finding_at_the_right_line_with_the_right_remedy(name: str, tmp_path: Path) -> None:
    cases = _load(name)
    wrong: dict[str, list[str]] = {}
    for case in cases:
        files = {case["path"]: _typed(case), **_others(case, "others")}
        found = found_in(tmp_path / "village", files, case.get("right_path"))
        faults = list(_faults(case, found))
        if faults:
            told = [f"{each.path}:{each.line} {each.code} {each.message.zh}" for each in found]
            wrong[case["name"]] = [*faults, *told]
    for respect in ("one finding", "line", "what and remedy"):
        missed = [case for case, faults in wrong.items() if respect in faults]
        assert len(missed) <= (1 - SHARE) * len(cases), (
            respect,
            {each: wrong[each] for each in missed},
        )


def test_the_corrected_files_are_clean(tmp_path: Path) -> None:
    """What each case is to become is accepted, so that the remedies lead somewhere."""
    seen = set()
    for case in (*_load("cases.yaml"), *_load("more.yaml")):
        path = case.get("right_path", case["path"])
        if (case["right"], path) in seen:
            continue
        seen.add((case["right"], path))
        files = {path: RIGHT[case["right"]].encode(), **_others(case, "others", "right_others")}
        found = found_in(tmp_path / "village", files)
        assert [each for each in found if each.path == path] == [], case["name"]


def test_there_are_as_many_as_were_asked_for() -> None:
    assert len(_load("cases.yaml")) + len(_load("more.yaml")) >= 500
