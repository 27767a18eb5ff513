"""The locks are complete: nothing is left to be chosen, or to be trusted, when they are installed."""

from __future__ import annotations

import copy
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NPM = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
LOCKS = ("site", "test", "bench")
PYTHONS = ("3.11.0", "3.11.7", "3.12.1", "3.13.0")
_ENTRY = re.compile(r"^(\S.*?) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)

Versions = Mapping[str, str]
"""The version of each package that a lock installs."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a lock says of a package."""

    requirement: Requirement
    hashes: frozenset[str]

    @property
    def name(self) -> str:
        return canonicalize_name(self.requirement.name)


def entries(lock: str) -> list[Entry]:
    text = (ROOT / f"requirements/{lock}.txt").read_text(encoding="utf-8")
    left = re.sub(r"^ *#.*\n", "", _ENTRY.sub("", text), flags=re.MULTILINE)
    assert left == "", "a lock holds pinned packages with hashes and comments, nothing else"
    return [
        Entry(Requirement(package), frozenset(re.findall("[0-9a-f]{64}", hashes)))
        for package, hashes in _ENTRY.findall(text)
    ]


def environment(python: str) -> dict[str, str]:
    short = python.rpartition(".")[0]
    return {**default_environment(), "python_full_version": python, "python_version": short}


def applies(requirement: Requirement, python: str, extra: str = "") -> bool:
    marker = requirement.marker
    return marker is None or marker.evaluate({**environment(python), "extra": extra})


def this_python() -> str:
    return default_environment()["python_full_version"]


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def versions(lock: str, python: str) -> Versions:
    return {
        each.name: str(each.requirement.specifier).removeprefix("==")
        for each in entries(lock)
        if applies(each.requirement, python)
    }


def asked(lock: str) -> list[Requirement]:
    """What pyproject.toml asks for in the environment of a lock."""
    project, groups = PROJECT["project"], PROJECT["dependency-groups"]
    extras = project["optional-dependencies"]
    found = [*project["dependencies"], *extras["fast"], *groups["build"]]
    if lock != "site":
        found += [*extras["zensical"], *groups[lock]]
    if lock == "test":
        found += extras["properdocs"]
    return [Requirement(each) for each in found if isinstance(each, str)]


def gaps(locked: Versions, wanted: list[Requirement], python: str) -> list[str]:
    """What a lock leaves out: asked for by the project, or by a package it installs itself.

    A package that is not installed here cannot be asked; ``make bench`` asks the three or four that
    only its own lock names (``pip check``).
    """
    found = []
    seen = set()
    queue = [("pyproject.toml", each) for each in wanted]
    queue += [("the lock", Requirement(name)) for name in locked]
    while queue:
        asker, requirement = queue.pop()
        name = canonicalize_name(requirement.name)
        pinned = locked.get(name)
        if pinned is None or not requirement.specifier.contains(pinned, prereleases=True):
            found.append(f"{asker} needs {requirement}, the lock has {pinned}")
        for extra in ("", *requirement.extras):
            if (name, extra) not in seen:
                seen.add((name, extra))
                queue += [
                    (name, each) for each in _needs(name) if applies(each, python, extra=extra)
                ]
    return sorted(found)


def _needs(name: str) -> list[Requirement]:
    try:
        return [Requirement(each) for each in requires(name) or ()]
    except PackageNotFoundError:
        return []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_each_package_and_names_no_registry(lock: str) -> None:
    found = entries(lock)
    assert len(found) >= 40
    for each in found:
        assert re.fullmatch(r"==[^,*]+", str(each.requirement.specifier)), each.name
        assert each.requirement.url is None
        assert each.hashes


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_is_closed(lock: str, python: str) -> None:
    assert gaps(versions(lock, python), asked(lock), python) == []


@pytest.mark.parametrize("lock", ["site", "test"])
def test_what_these_locks_install_can_be_asked_here(lock: str) -> None:
    installed = versions(lock, this_python())
    assert [name for name in installed if _version(name) != installed[name]] == []


def test_a_gap_is_found() -> None:
    python = this_python()
    locked = dict(versions("test", python))
    del locked["rpds-py"]  # asked for by jsonschema and by referencing
    del locked["jsonschema-rs"]  # by pyproject.toml
    locked["click"] = "1.0"
    found = gaps(locked, asked("test"), python)
    assert any(line.startswith("jsonschema needs rpds-py") for line in found)
    assert any(line.startswith("pyproject.toml needs jsonschema-rs") for line in found)
    assert "pyproject.toml needs click>=8.1, the lock has 1.0" in found


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("lock", ["test", "bench"])
def test_the_sites_lock_is_part_of_the_others(lock: str, python: str) -> None:
    assert versions("site", python).items() <= versions(lock, python).items()
    hashes = {str(each.requirement.specifier) + each.name: each.hashes for each in entries(lock)}
    for each in entries("site"):
        assert hashes[str(each.requirement.specifier) + each.name] == each.hashes


def test_every_command_installs_what_is_locked_and_nothing_else() -> None:
    workflows = sorted((ROOT / ".github/workflows").glob("*.yml"))
    for path in (ROOT / "Makefile", *workflows):
        text = path.read_text(encoding="utf-8")
        text = text.replace("$(PIP)", "pip install").replace("PIP := $(BIN)/pip install", "")
        found = re.findall(r"\bpip install\b(.*)", text)
        assert found, path.name
        for options in found:
            locked = {"--no-deps", "--require-hashes", "--only-binary"}
            own = {"--no-deps", "--no-index", "--no-build-isolation"}
            words = set(options.split())
            tool = path.name == "Makefile" and words == {"--quiet", "uv"}  # `make lock` alone
            pip = path.name == "check.yml" and words == {"${{", "matrix.pip", "}}"}
            assert locked <= words or own <= words or tool or pip, f"{path.name}: {options}"


def unhashed(lock: Mapping[str, Any], platforms: Mapping[str, str]) -> list[str]:
    """The packages that an npm lock misses, or has without a hash.

    Args:
        lock: what package-lock.json says.
        platforms: Pagefind's programs and their versions, by its own word.
    """
    packages = {name.removeprefix("node_modules/"): each for name, each in lock["packages"].items()}
    del packages[""]
    missing = [
        name
        for name, wanted in platforms.items()
        if packages.get(name, {}).get("version") != wanted
    ]
    bare = [
        name
        for name, each in packages.items()
        if not re.fullmatch(r"sha512-[\w+/]{86}==", each.get("integrity", ""))
    ]
    return sorted({*missing, *bare})


@pytest.fixture(scope="module")
def platforms() -> dict[str, str]:
    manifest = ROOT / "node_modules/pagefind/package.json"
    found: dict[str, str] = json.loads(manifest.read_text(encoding="utf-8"))["optionalDependencies"]
    return found


def test_the_npm_lock_has_a_hash_for_every_platform(platforms: dict[str, str]) -> None:
    assert len(platforms) == 7
    assert unhashed(NPM, platforms) == []
    assert "resolved" not in json.dumps(NPM), "no registry is named"


@pytest.mark.parametrize("platform", ["@pagefind/darwin-arm64", "@pagefind/linux-x64"])
@pytest.mark.parametrize("damage", ["entry", "integrity", "version"])
def test_an_npm_lock_that_misses_a_platform_is_refused(
    platform: str, damage: str, platforms: dict[str, str]
) -> None:
    lock = copy.deepcopy(NPM)
    if damage == "entry":
        del lock["packages"][f"node_modules/{platform}"]
    else:
        del lock["packages"][f"node_modules/{platform}"][damage]
    assert unhashed(lock, platforms) == [platform]
