"""The folder in which commands are typed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from .old_layouts import fresh, old
from .program import VILLAGE

__all__ = ["fresh", "old"]
"""Fixtures of several modules of tests, kept with what they are made of."""


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Path]:
    """The miniature village, in whose folder the test runs."""
    shutil.copytree(VILLAGE / "records", tmp_path / "records")
    with chdir(tmp_path):
        yield tmp_path
