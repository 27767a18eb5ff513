"""The miniature village, laying files over it, and golden files of what is found."""

import os
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from yizhan.checks.engine import run
from yizhan.model.finding import Finding

VILLAGE = Path(__file__).resolve().parents[1] / "village"
EXPECTED = Path(__file__).parent / "expected"
AS_OF = date(2026, 3, 31)


@pytest.fixture
def lay(tmp_path: Path) -> Callable[[Mapping[str, str]], tuple[Finding, ...]]:
    """Copy the village, lay files over it, and give what the checks find."""

    def over(files: Mapping[str, str]) -> tuple[Finding, ...]:
        shutil.copytree(VILLAGE, tmp_path, dirs_exist_ok=True)
        for path, content in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode("utf-8", "surrogateescape"))
        return run(tmp_path, AS_OF, cached=False).findings

    return over


@pytest.fixture
def expect() -> Callable[[str, tuple[Finding, ...]], None]:
    """Compare findings with a golden file; ``make accept`` takes the present ones as expected."""

    def same(name: str, findings: tuple[Finding, ...]) -> None:
        text = "\n".join(
            f"{found.path}:{found.line}:{found.column} {found.code} {found.level}\n"
            f"  {found.message.zh}\n  {found.fix.zh}\n  {found.message.en}\n  {found.fix.en}\n"
            for found in findings
        )
        file = EXPECTED / f"{name}.txt"
        if os.environ.get("YIZHAN_ACCEPT"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8")

    return same
