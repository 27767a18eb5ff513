"""A village as an earlier version laid it out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from yizhan.commands.init import init
from yizhan.publishing.overlays import mark

SHELL = "docs/matters/shell.md"
SCHEMA = "schema/matter.schema.json"


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What ``yizhan init`` lays out today."""
    village = tmp_path_factory.mktemp("fresh") / "village"
    init(village, "柳树村")
    return village


@pytest.fixture
def old(fresh: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A village of an earlier version: its files are stand-ins, known by their marks.

    The contents themselves are in history only; `layouts.json` has their digests, and what is
    decided depends on nothing else.
    """
    village = tmp_path / "village"
    shutil.copytree(fresh, village, ignore=shutil.ignore_patterns(".yizhan"))
    (village / "docs/.gitkeep").unlink()
    marks = {}
    for path in (SHELL, "docs/checks/M001.md", "overrides/main.html", SCHEMA, ".npmrc"):
        content = f"an earlier version wrote {path}\n".encode()
        file = village / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        marks[path] = (mark(content),)
    settings = b"theme:\n  name: material\n  custom_dir: overrides\nextra_css:\n  - assets/stylesheets/yizhan.css\n"
    (village / "mkdocs.yml").write_bytes(
        "site_name: 柳树村\nsite_url: https://liushu.example/\n".encode() + settings
    )
    marks["mkdocs.yml"] = (mark(settings),)
    for module in ("yizhan.commands.upgrade_layout", "yizhan.publishing.layouts"):
        monkeypatch.setattr(f"{module}.written_before", lambda: marks)
    return village
