"""No test changes what later tests of the same process see: it would fail those, and only in some order."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
FOR_ALL = TESTS / "conftest.py"
"""What goes by itself for every test is here."""


def goes_on(text: str) -> Iterator[str]:
    """Fixtures that go by themselves and end with the last test of all.

    The folders are no packages, so that pytest takes the scope "package" for "session".
    """
    for node in ast.walk(ast.parse(text)):
        for mark in getattr(node, "decorator_list", ()):
            said = {each.arg: ast.unparse(each.value) for each in getattr(mark, "keywords", ())}
            if "autouse" in said and said.get("scope") in ("'session'", "'package'"):
                assert isinstance(node, ast.FunctionDef)
                yield node.name


def thaws(text: str) -> Iterator[int]:
    """Lines in which an object that is frozen is changed after all; records may be read once for many."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "object.__setattr__":
            yield node.lineno


@pytest.mark.parametrize(
    ("scope", "found"),
    [("session", ["given"]), ("package", ["given"]), ("module", []), ("function", [])],
)
def test_what_goes_on_is_seen(scope: str, found: list[str]) -> None:
    text = f'@pytest.fixture(scope="{scope}", autouse=True)\ndef given(): ...\n'
    assert list(goes_on(text)) == found
    assert list(goes_on(text.replace(", autouse=True", ""))) == []


def test_what_thaws_is_seen() -> None:
    assert list(thaws('pass\nobject.__setattr__(record, "title", "")\n')) == [2]
    assert list(thaws('replace(record, title="")')) == []


def test_what_a_folder_sets_up_by_itself_ends_with_each_of_its_modules() -> None:
    files = [file for file in TESTS.rglob("*.py") if file != FOR_ALL]
    assert {
        str(file): found for file in files if (found := [*goes_on(file.read_text("utf-8"))])
    } == {}
    assert len(files) > 250  # it looked at them


def test_no_test_changes_what_is_frozen() -> None:
    files = [*TESTS.rglob("*.py")]
    assert {
        str(file): found for file in files if (found := [*thaws(file.read_text("utf-8"))])
    } == {}
