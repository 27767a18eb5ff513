"""Format 1 → 2: what an office claims lies in ``records/claims/``; the word tally stays with votes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_OLD = "records/tallies/"
_NEW = "records/claims/"


def move(path: str) -> str:
    """Where a file of format 1 is in format 2."""
    return _NEW + path.removeprefix(_OLD) if path.startswith(_OLD) else path


def rewrite(files: Mapping[str, Any]) -> Mapping[str, Any]:
    """The files as format 2 writes them."""
    return files
