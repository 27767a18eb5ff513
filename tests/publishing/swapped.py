"""A site that an earlier build made, and what is in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from yizhan.publishing.former_site import LIST, listed


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != LIST)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "old").write_text("old")
    (folder / LIST).write_bytes(listed(["old"]))
    return folder
