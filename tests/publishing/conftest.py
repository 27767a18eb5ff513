"""A whole project in a temporary folder: this repository's frame over the miniature village."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from yizhan.loading import store
from yizhan.publishing.compiled import FILE as CODE_FILE
from yizhan.publishing.compiled import Compiled

from .swapped import site

__all__ = ["site"]
"""A fixture of several modules of tests, kept with what it is made of."""

ROOT = Path(__file__).resolve().parents[2]
VILLAGE = ROOT / "tests" / "village"
AS_OF = "2026-03-31"
BOTH, CHINESE = "[zh, en]", "[zh]"
SITE_URL = "https://village.example/records/"


COMPILED: list[Any] = []
"""The templates as the first build of this process compiled them; later villages have them from the start."""


def lay_out(target: Path) -> Path:
    """Lay out a village with nothing of its own but records: the frame is the package's.

    Templates are compiled in the first village only: a fifth of what a build from nothing costs.
    """
    shutil.copytree(VILLAGE / "records", target / "records")
    (target / "docs").mkdir()
    (target / "mkdocs.yml").write_text(
        f"site_name: 议栈\nsite_url: {SITE_URL}\ntheme:\n  name: material\nplugins:\n  - yizhan\n"
        f"extra:\n  languages: {BOTH}\n",
        "utf-8",
    )
    (target / "node_modules").symlink_to(ROOT / "node_modules")
    if COMPILED:
        store.keep(target / CODE_FILE, _key(target), COMPILED[0])
    return target


def _key(project: Path) -> bytes:
    """What a project's kept files are made with."""
    return Compiled(project)._key


def compiled(project: Path) -> None:
    """Remember what the build of a project compiled."""
    if not COMPILED and (code := store.recall(project / CODE_FILE, _key(project))) is not None:
        COMPILED.append(code)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "project")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built once, for tests that only look."""
    folder = lay_out(tmp_path_factory.mktemp("built") / "project")
    done = yizhan(folder, "build", "--as-of", AS_OF)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def speak(project: Path, languages: str) -> None:
    """Have a project's site written in these languages."""
    file = project / "mkdocs.yml"
    text = re.sub(r"languages: .*", f"languages: {languages}", file.read_text("utf-8"))
    file.write_text(text, "utf-8")


def yizhan(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    if "--as-of" in arguments:  # which is today there: of a day before it nothing is kept
        environment.setdefault("YIZHAN_AS_OF", arguments[arguments.index("--as-of") + 1])
    done = subprocess.run(
        [sys.executable, "-m", "yizhan", *arguments],
        cwd=project,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0 and arguments[0] == "build":
        compiled(project)
    return done


def mkdocs_build(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=project,
        env={**os.environ, "YIZHAN_AS_OF": AS_OF},
        capture_output=True,
        text=True,
        check=False,
    )


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder with the hash of its bytes."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def leftovers(project: Path) -> list[str]:
    """Hidden folders and files that a build must not leave behind."""
    found = [
        path.name for path in project.iterdir() if path.name.startswith((".site.", ".zensical"))
    ]
    return found + [path.name for path in project.glob(".yizhan/*zensical-*")]
