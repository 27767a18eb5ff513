"""What is imported is declared, what is declared is imported, and each has its line of reasons."""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
OWN = {"yizhan", "benchmarks", *(path.stem for path in (ROOT / "tests").iterdir())}
RUN, BUILD, TEST, BENCH = "To run", "To build the package", "For tests", "For the benchmarks"


def _names(requirements: list[object]) -> set[str]:
    """The packages of a list; a group that is included stands in its own section."""
    return {
        canonicalize_name(Requirement(each).name) for each in requirements if isinstance(each, str)
    }


@cache
def declared(section: str) -> set[str]:
    """The packages that a section of the document has to list."""
    project, groups = PROJECT["project"], PROJECT["dependency-groups"]
    match section:
        case "To run":
            npm = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]
            extras = project["optional-dependencies"].values()
            return _names(project["dependencies"]) | set(npm) | set().union(*map(_names, extras))
        case "To build the package":
            assert _names(PROJECT["build-system"]["requires"]) == _names(groups["build"])
            return _names(groups["build"])
        case "For tests":
            return _names(groups["test"])
    return _names(groups["bench"])


@cache
def rows(section: str) -> dict[str, list[str]]:
    """The document's lines by package: what for, why this one, what it costs."""
    text = (ROOT / "docs/decisions/dependencies.md").read_text(encoding="utf-8")
    part = text.split(f"## {section}\n")[1].split("\n## ")[0]
    lines = [line.strip("| ").split(" | ") for line in part.splitlines() if line.startswith("|")]
    return {canonicalize_name(name.split(" (")[0]): cells for name, *cells in lines[2:]}


def imports(folder: str) -> set[str]:
    """The packages that the code of a folder imports; a module that is in none by its own name."""
    packages = packages_distributions()
    found = set()
    for path in (ROOT / folder).rglob("*.py"):
        for module in _modules(ast.parse(path.read_text(encoding="utf-8"))):
            found |= {canonicalize_name(name) for name in packages.get(module, [module])}
    return found


def _modules(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or ""]
        for name in names:
            top = name.partition(".")[0]
            if top not in sys.stdlib_module_names and top not in OWN:
                yield top


@pytest.mark.parametrize(
    ("folder", "sections"),
    [("tools", [RUN]), ("tests", [RUN, TEST]), ("benchmarks", [RUN, BENCH])],
)
def test_what_is_imported_is_declared(folder: str, sections: list[str]) -> None:
    found = imports(folder)
    assert found
    assert found - set().union(*map(declared, sections)) == set()


@pytest.mark.parametrize(
    ("section", "folder"),
    [(RUN, "tools"), (BUILD, "tools"), (TEST, "tests"), (BENCH, "benchmarks")],
)
def test_what_is_declared_is_imported_or_says_why_not(section: str, folder: str) -> None:
    excused = {
        name
        for name, cells in rows(section).items()
        if re.search(r"\bnot imported: \w", " ".join(cells))
    }
    assert declared(section) - imports(folder) == excused


@pytest.mark.parametrize("section", [RUN, BUILD, TEST, BENCH])
def test_each_dependency_says_what_for_why_and_what_it_costs(section: str) -> None:
    assert set(rows(section)) == declared(section)
    assert [name for name, cells in rows(section).items() if len([*filter(None, cells)]) != 3] == []


def test_the_generator_is_bounded_below_the_version_that_drops_plugins() -> None:
    assert "mkdocs>=1.6,<2" in PROJECT["project"]["dependencies"]


def test_imports_are_found_wherever_they_stand() -> None:
    code = (
        "import os, attr.x\nfrom . import near\nfrom yizhan import cli\n"
        "def late():\n    from ruamel.yaml import YAML\n"
    )
    assert set(_modules(ast.parse(code))) == {"attr", "ruamel"}
