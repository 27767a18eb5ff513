"""What the lowest floors import: the standard library, and the floors at or below their own.

Import-linter forbids packages that it is told of by name; here whatever is not allowed is refused.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "tools" / "yizhan"
FLOORS = {"model": ("yizhan.model",), "facts": ("yizhan.model", "yizhan.facts")}
"""Floor → the packages of this project that its modules may import."""


def imports(source: str) -> Iterator[str]:
    """Every module that is imported, wherever: at the top, in a function, for types alone."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def strangers(source: str, own: tuple[str, ...]) -> list[str]:
    """The imports that are neither of the standard library nor of the floors allowed."""
    return [
        name
        for name in imports(source)
        if name.split(".")[0] not in sys.stdlib_module_names
        and not any(name == each or name.startswith(f"{each}.") for each in own)
    ]


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_knows_the_standard_library_and_what_is_below(floor: str) -> None:
    files = sorted((PACKAGE / floor).rglob("*.py"))
    assert files
    found = {
        file.name: each
        for file in files
        if (each := strangers(file.read_text(encoding="utf-8"), FLOORS[floor]))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import json, click", ["click"]),
        ("from yizhan.loading.parse import build", ["yizhan.loading.parse"]),
        ("from yizhan.modelling import x", ["yizhan.modelling"]),
        ("def f():\n    from babel.core import Locale", ["babel.core"]),
        ("from . import fields", ["."]),
        ("from yizhan.model import fields\nfrom yizhan.model.dates import PartialDate", []),
    ],
)
def test_a_stranger_is_seen(source: str, found: list[str]) -> None:
    assert strangers(source, FLOORS["model"]) == found
