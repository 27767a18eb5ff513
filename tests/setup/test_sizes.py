"""Sizes that a reader can hold at once: a function of 40 lines, a file of 400."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("tools", "tests", "benchmarks")
LONGEST_FUNCTION, LONGEST_FILE = 40, 400
LONG_FUNCTIONS = {
    "tools/yizhan/commands/build.py: build": "half of it says what its arguments are; a part would need eight",
    "tools/yizhan/facts/derivation.py: _state": "one call names every field",
    "tools/yizhan/pages/timeline.py: timeline": "one call names every field",
    "tests/model/test_frozen.py: _classes": "classes that have to be made anew by either decorator",
}
"""Functions that would be worse in parts, and why; each says so beside itself as well."""


def files() -> Iterator[tuple[str, str]]:
    for folder in FOLDERS:
        for file in sorted((ROOT / folder).rglob("*.py")):
            yield file.relative_to(ROOT).as_posix(), file.read_text("utf-8")


def functions(text: str) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield node.name, node.end_lineno - node.lineno + 1


def test_no_function_is_longer_but_for_a_reason() -> None:
    long = {
        f"{path}: {name}"
        for path, text in files()
        for name, lines in functions(text)
        if lines > LONGEST_FUNCTION
    }
    assert long == set(LONG_FUNCTIONS)


def test_no_file_is_longer() -> None:
    lines = {path: text.count("\n") for path, text in files()}
    assert {path: n for path, n in lines.items() if n > LONGEST_FILE} == {}
    assert len(lines) > 900  # it looked at them
