"""A third lot of what clerks type wrong: every kind of record, also two mistakes in one file.

``kinds_right.yaml`` holds one right file of each kind of record (``@village``: as in
``tests/village``), with the files that it needs beside it. ``kinds.yaml`` was written by somebody who
had not looked at the messages. Of a case:

- ``was`` is in the right file once, ``typed`` is what stands there instead, ``became`` what is to
  stand there (the right file's text, if it says nothing else); ``was2`` and ``typed2`` likewise.
- ``line``: the line by its text (the ``nth`` of several), or numbers; ``line_or`` and those within
  ``lines_near`` are right, too; 0 is the whole file. ``says`` and ``quoted``: as in ``cases.yaml``.
- ``both``: two mistakes, each with its own line and what has to be said of it.
- ``path``: where it is saved, ``keep`` in addition to the right file; ``content``, ``encoding`` and
  ``bytes_of``: bytes that cannot be seen. ``silence``: to find nothing is right, too.

A message is one in Chinese: of Latin letters it has only what the file says, names of fields and
values, names of files, and the few names that have no other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from yizhan.model.finding import Finding

from .judging import SHARE, VILLAGE, found_in, says

pytestmark = pytest.mark.xdist_group("typed_kinds")  # three hundred mistakes, tried once
HERE = Path(__file__).parent
SCHEMAS = HERE.parents[1] / "schema"
RESPECTS = ("one finding", "line", "what and remedy", "language")
CONTENT = {
    "zip": b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + bytes(range(256)) * 8,
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 8,
    "jpg": (VILLAGE / "records/matters/2026/20260108-shili-lamps/before.jpg").read_bytes(),
}
NAMES = frozenset(
    (
        "YAML",
        "UTF",
        "GBK",
        "GB",
        "GB18030",
        "BOM",
        "Git",
        "git",
        "Tab",
        "Excel",
        "Word",
        "WPS",
        "CSV",
        "JSON",
        "HTML",
        "Markdown",
        "PDF",
        "JPG",
        "Ctrl",
        "Unicode",
        "QQ",
        "png",
        "webp",
        "pdf",
        "jpg",
        "jpeg",
        "true",
        "false",
        "yizhan",
        "new",
        "off",
        "worked",
        "year",
        "source",
    )
)
"""Names that have no Chinese of their own, and the keys of a keyboard."""

Case = dict[str, Any]


def _load(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text("utf-8"))


RIGHT: dict[str, dict[str, Any]] = _load("kinds_right.yaml")


def _right(base: str) -> str:
    text: str = RIGHT[base]["text"]
    return (VILLAGE / RIGHT[base]["path"]).read_text("utf-8") if text == "@village" else text


def _text(case: Case, form: str) -> str:
    """The file of a case as it was typed, or as it is to become."""
    text = _right(case["base"])
    for was, typed in (("was", form), ("was2", f"{form}2")):
        if was in case:
            assert text.count(case[was]) == 1, (case["name"], was)
            text = text.replace(case[was], case.get(typed, case[was]))
    return text


def _typed(case: Case) -> bytes:
    if "content" in case:
        return CONTENT[case["content"]]
    text = _text(case, "typed")
    parts = re.split("|".join(map(re.escape, case["bytes_of"])), text) if "bytes_of" in case else []
    if parts:
        [(part, encoding)] = case["bytes_of"].items()
        return part.encode(encoding).join(each.encode() for each in parts)
    return text.encode(case.get("encoding", "utf-8"))


def _beside(case: Case) -> dict[str, bytes]:
    return {path: text.encode() for path, text in RIGHT[case["base"]].get("beside", {}).items()}


def _files(case: Case) -> tuple[dict[str, bytes], str | None]:
    """The files of a case, and the one that it takes away."""
    right = RIGHT[case["base"]]["path"]
    path = case.get("path", right)
    files = {path: _typed(case), **_beside(case)}
    if case.get("keep"):
        files[right] = _right(case["base"]).encode()
    return files, None if path == right or case.get("keep") else right


def _lines(wanted: dict[str, Any], text: str) -> set[int]:
    """The lines that are right; all of them for the whole file."""
    lines = text.split("\n")
    if isinstance(wanted["line"], list):
        return set(wanted["line"]) | (set(range(len(lines) + 1)) if 0 in wanted["line"] else set())
    right: set[int] = set()
    for each in (wanted["line"], *wanted.get("line_or", ())):
        at = [number for number, line in enumerate(lines, 1) if each in line]
        nth = [wanted["nth"], *wanted.get("nth_or", ())] if "nth" in wanted else [1]
        assert len(at) >= max(nth), (each, at)
        assert len(at) == 1 or "nth" in wanted, (each, at)
        right |= {at[number - 1] for number in nth}
    near = wanted.get("lines_near", 0)
    return {line + by for line in right for by in range(-near, near + 1)}


@cache
def _vocabulary() -> frozenset[str]:
    """What schemas, records and their folders are made of: fields, values, ids, names of files."""
    known: set[str] = set()
    for path in (*SCHEMAS.glob("*.json"), *VILLAGE.rglob("*.yaml")):
        text = path.read_text("utf-8")
        pattern = r'"([\w-]+)"' if path.suffix == ".json" else r"[A-Za-z0-9_-]+"
        known.update(
            re.findall(pattern, text), path.stem.split("."), path.relative_to(path.parents[1]).parts
        )
    return frozenset(known)


def _foreign(case: Case, finding: Finding, typed: str) -> list[str]:
    """The words of a finding that a clerk who reads no English is not shown on purpose."""
    own = f"{typed} {case.get('path', '')} {finding.path}".casefold()
    known = NAMES | {part for each in _vocabulary() for part in (each, *re.split(r"[-_.]", each))}
    words = re.findall(r"[A-Za-z]+", f"{finding.message.zh} {finding.fix.zh}")
    codes = re.compile(r"[A-Za-z]|yaml|yml|md")
    return [
        word
        for word in words
        if word not in known and word.casefold() not in own and not codes.fullmatch(word)
    ]


def _faults(case: Case, findings: list[Finding]) -> Iterator[tuple[str, Any]]:
    """In which respects the findings of a case are not right."""
    typed = _typed(case).decode("utf-8", "replace")
    wanted = case.get("both", [case])
    lines = [_lines(each, typed) if "content" not in case else {0, 1} for each in wanted]
    if not findings and case.get("silence"):
        return
    if len(findings) != len(wanted):
        yield "one finding", len(findings)
    paths = {case.get("path"), RIGHT[case["base"]]["path"]}
    own = [each for each in findings if each.path in paths or case.get("beside_ok")]
    for each, right in zip(wanted, lines, strict=True):
        if not any(finding.line in right or each.get("lines_any") for finding in own):
            yield "line", sorted(right)
        there = own if "both" not in case else [finding for finding in own if finding.line in right]
        if not any(says(finding, each) for finding in there):
            yield "what and remedy", each["says"]
    for finding in findings:
        if words := _foreign(case, finding, typed):
            yield "language", words


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, list[Any]]]:
    """What is not right, by case and respect, with what was found."""
    root = tmp_path_factory.mktemp("kinds") / "village"
    wrong: dict[str, dict[str, list[Any]]] = {}
    for case in _load("kinds.yaml"):
        found = found_in(root, *_files(case))
        for respect, what in _faults(case, found):
            told = [
                f"{each.path}:{each.line} {each.code} {each.message.zh} ⇒ {each.fix.zh}"
                for each in found
            ]
            wrong.setdefault(case["name"], {}).setdefault(respect, []).append(what)
            wrong[case["name"]]["told"] = told
    return wrong


@pytest.mark.parametrize("respect", RESPECTS)
def test_what_is_said_of_a_mistake(wrong: dict[str, dict[str, list[Any]]], respect: str) -> None:
    missed = {name: faults for name, faults in wrong.items() if respect in faults}
    assert len(missed) <= (1 - SHARE) * len(_load("kinds.yaml")), json.dumps(
        missed, ensure_ascii=False, indent=1
    )


def test_what_they_become_is_clean(tmp_path: Path) -> None:
    """The right files, and what a case is to become, are accepted: a remedy leads somewhere."""
    cases: list[Case] = [{"name": base, "base": base} for base in RIGHT]
    for case in (*cases, *(each for each in _load("kinds.yaml") if "became" in each)):
        text = _text(case, "became")
        files = {RIGHT[case["base"]]["path"]: text.encode(), **_beside(case)}
        assert found_in(tmp_path / "village", files) == [], case["name"]


def test_there_are_as_many_as_were_asked_for() -> None:
    assert len(_load("kinds.yaml")) >= 150
