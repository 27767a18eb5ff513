"""What a test changes for itself is as it was for the tests of other folders."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]


def lasting(text: str) -> Iterator[str]:
    """Each fixture that every test gets without asking and that ends with the session.

    A ``package`` ends with it, too: the folders of tests are none.
    """
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.FunctionDef):
            continue
        for mark in node.decorator_list:
            if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.fixture":
                told = {each.arg: ast.unparse(each.value) for each in mark.keywords}
                if told.get("autouse") == "True" and told.get("scope") in {
                    "'session'",
                    "'package'",
                }:
                    yield node.name


def test_a_folders_own_fixtures_do_not_last_into_the_next_folder() -> None:
    """What ``tests/checks`` kept of files for its own cases was given to all tests after it, once one had changed it."""
    found = {
        f"{file.relative_to(TESTS).as_posix()}: {name}"
        for file in sorted(TESTS.rglob("*.py"))
        for name in lasting(file.read_text("utf-8"))
    }
    assert found == {"conftest.py: _presets_stay"}
