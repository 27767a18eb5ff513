"""What `make` says where a lock cannot be installed: one line, and the rest in a log."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PIP_SAYS = "ERROR: No matching distribution found for rpds-py==1"
NPM_SAYS = "npm error Missing: @pagefind/linux-x64@1.6.0 from lock file"
SITE, NPM = ".venv/.stamps/site", "node_modules/.package-lock.json"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The Makefile with its locks, and a Python environment whose pip writes down what it is asked."""
    for name in ("Makefile", "pyproject.toml", "package.json", "package-lock.json"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    stamp = tmp_path / ".venv/.stamps/venv"
    stamp.parent.mkdir(parents=True)
    stamp.touch()
    stand_in(tmp_path / ".venv/bin/pip", 'echo "$@" >> asked')
    return tmp_path


def stand_in(program: Path, script: str) -> None:
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


def make(checkout: Path, target: str) -> subprocess.CompletedProcess[str]:
    """Run make as from a shell, even where make runs the tests."""
    path = f"{checkout / 'bin'}:{os.environ['PATH']}"
    outside = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    return subprocess.run(
        ["make", target],
        cwd=checkout,
        env={**outside, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_lock_is_installed_as_it_stands_and_asked_whether_it_is_complete(checkout: Path) -> None:
    assert make(checkout, SITE).returncode == 0
    lock, project, complete = (checkout / "asked").read_text(encoding="utf-8").splitlines()
    assert lock.endswith("--no-deps --require-hashes --only-binary :all: -r requirements/site.txt")
    assert project.endswith("--no-index --no-deps --no-build-isolation -e .")
    assert complete.startswith("check")


@pytest.mark.parametrize(
    ("target", "program", "said", "named", "log"),
    [
        (SITE, ".venv/bin/pip", PIP_SAYS, "requirements/site.txt", ".venv/.stamps/site.log"),
        (NPM, "bin/npm", NPM_SAYS, "package-lock.json", ".venv/.stamps/npm.log"),
    ],
)
def test_a_lock_that_misses_this_platform_ends_in_one_line(
    checkout: Path, *, target: str, program: str, said: str, named: str, log: str
) -> None:
    stand_in(checkout / program, f"echo 'first'; echo '{said}' >&2; echo 'and so on' >&2; exit 1")
    done = make(checkout, target)
    assert done.returncode == 2
    assert done.stdout == ""
    line, of_make = done.stderr.splitlines()
    assert of_make.startswith("make: ")
    assert line == (
        f"装不上 {named}：{said} —— 锁定文件缺了本机系统所需的一项，或者连不上软件源；详见 {log} / "
        f"{named} could not be installed: the lock misses what this platform needs, "
        f"or the package index is out of reach; see {log}"
    )
    assert (checkout / log).read_text(encoding="utf-8") == f"first\n{said}\nand so on\n"
    assert not (checkout / target).exists(), "the next run tries again"


def test_a_package_that_a_lock_leaves_out_is_named(checkout: Path) -> None:
    gap = "jsonschema 4.26.0 requires rpds-py, which is not installed."
    stand_in(checkout / ".venv/bin/pip", f'[ "$1" = check ] || exit 0; echo "{gap}"; exit 1')
    done = make(checkout, SITE)
    assert done.returncode == 2
    assert done.stderr.startswith(f"装不上 requirements/site.txt：{gap} —— ")


IGNORED = "ERROR: Ignored the following versions that require a different python version: 1; 2"
HASHES = """\
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated it
    rpds-py==1 from https://index.example/rpds_py-1.whl (from -r x):
        Expected sha256 00
             Got        11
"""


@pytest.mark.parametrize(
    ("said", "named"),
    [
        (f"{IGNORED}\nERROR: Could not find a version of it\n{PIP_SAYS}\n", PIP_SAYS),
        (
            f"WARNING: Retrying after an error: none\n{HASHES}",
            "hash: rpds-py==1 from https://index.example/rpds_py-1.whl (from -r x):",
        ),
    ],
)
def test_the_package_is_named_whatever_is_said_before(
    checkout: Path, said: str, named: str
) -> None:
    (checkout / "said").write_text(said, encoding="utf-8")
    stand_in(checkout / ".venv/bin/pip", "cat said >&2; exit 1")
    assert make(checkout, SITE).stderr.startswith(f"装不上 requirements/site.txt：{named} —— ")


def test_a_failure_without_a_reason_shows_the_last_line(checkout: Path) -> None:
    stand_in(checkout / ".venv/bin/pip", "echo first; echo Killed; exit 137")
    assert make(checkout, SITE).stderr.startswith("装不上 requirements/site.txt：Killed —— ")


def test_the_versions_that_ci_tries_are_those_the_readme_names() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    matrix = workflow["jobs"]["tool"]["strategy"]["matrix"]
    assert matrix["python"] == ["3.11", "3.12", "3.13"]
    assert matrix["node"] == [20, 24]
    assert matrix["include"] == [{"python": "3.11", "node": 20, "pip": "pip==23.2.1"}]
    for name in ("README.md", "README.zh-CN.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "3.11、3.12、3.13" in text or "3.11, 3.12 and 3.13" in text, name
