"""The frame that comes with the package: shells, overrides, styles, scripts, schemas, the manual.

In the wheel it lies beside the code, in a checkout at its root. A village's files of the same name
overlay it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yizhan.loading.leftovers import is_passed_over
from yizhan.loading.schemas import schema_folder

PARTS = ("docs", "overrides")
"""The folders whose files a village may overlay."""

SETTINGS = "mkdocs.yml"
ABOUT_THE_PROJECT = ("docs/decisions/", "docs/en/decisions/")
"""Pages on the tool's own making, which no village takes along."""


def frame_folder() -> Path:
    """Where the frame lies."""
    package = Path(__file__).resolve().parents[1]
    wheel = package / "frame"
    return wheel if wheel.is_dir() else package.parents[1]


def is_source(project: Path) -> bool:
    """Whether a project is the checkout that the frame itself comes from."""
    return project.resolve() == frame_folder()


def frame_files() -> dict[str, Path]:
    """Every file of ``docs/`` and ``overrides/`` that the package has, by path."""
    root = frame_folder()
    return {
        path: file
        for part in PARTS
        for path, file in files_below(root, part)
        if not path.startswith(ABOUT_THE_PROJECT)
    }


def schema_files() -> dict[str, Path]:
    """Every schema, by its path below ``.yizhan/``."""
    folder = schema_folder()
    return {f"schema/{file.name}": file for file in sorted(folder.glob("*.schema.json"))}


def files_below(root: Path, part: str) -> Iterator[tuple[str, Path]]:
    """Yield path and file of everything in a folder; what is hidden stays out."""
    for file in sorted((root / part).rglob("*")):
        path = file.relative_to(root)
        hidden = (name.startswith("__") or is_passed_over(name) for name in path.parts)
        if file.is_file() and not any(hidden):
            yield path.as_posix(), file
