"""What is found of files that clerks typed wrong, and whether it says what it has to say."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

from yizhan.checking.engine import run
from yizhan.model.finding import Finding, Level

VILLAGE = Path(__file__).parents[1] / "village"
DAY = date(2026, 4, 1)
SHARE = 0.98
"""Least share of the cases of which all is right."""


def found_in(root: Path, files: dict[str, bytes], without: str | None = None) -> list[Finding]:
    """What is found in the village with some files laid over it, but for what the calendar brings."""
    if root.exists():
        shutil.rmtree(root)
    shutil.copytree(VILLAGE, root)
    if without is not None:
        (root / without).unlink(missing_ok=True)
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    findings = run(root, DAY, cached=False).findings
    return [each for each in findings if each.level is not Level.DUE]


def says(finding: Finding, wanted: dict[str, Any]) -> bool:
    """Whether a finding says one of the words that are wanted of it."""
    quoted = wanted.get("quoted", [])
    return any(
        is_said(word, finding.message.zh, quoted) or is_said(word, finding.fix.zh, [])
        for word in wanted["says"]
    )


def is_said(word: str, text: str, quoted: list[str]) -> bool:
    """Whether a text says a word other than by quoting what was typed; figures and ids as wholes."""
    if not any(each in word for each in quoted):
        for each in sorted(quoted, key=len, reverse=True):
            text = text.replace(each, "\0")
    if re.fullmatch(r"[0-9A-Za-z_.:-]*[0-9A-Za-z]", word):
        whole = rf"(?<![0-9A-Za-z_]){re.escape(word)}(?![0-9A-Za-z_]|\.[0-9])"
        return re.search(whole, text) is not None
    return word in text
