"""What the tool itself is made of: verdicts of another version are not taken over."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from yizhan.loading.schemas import schema_folder

_PARTS = (".py", ".yaml", ".json")
_LIBRARIES = ("pyyaml", "jsonschema", "jsonschema-rs", "chinesecalendar")


def fingerprint(parts: tuple[str, ...] = _PARTS, libraries: tuple[str, ...] = _LIBRARIES) -> bytes:
    """A digest of the code, presets and schemas by size and time, and of what verdicts rest on.

    Args:
        parts: endings of the files that count; ``("",)`` for all.
        libraries: names of the packages that count.
    """
    digest = hashlib.blake2b(digest_size=16)
    digest.update(sys.version.encode())
    for library in libraries:
        digest.update(f"{library} {_version(library)}".encode())
    for folder in (Path(__file__).resolve().parents[1], schema_folder()):
        for path, size, changed in sorted(_stamps(os.fspath(folder), parts)):
            digest.update(f"{path} {size} {changed}\n".encode())
    return digest.digest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:  # jsonschema-rs may be left out
        return "none"


def _stamps(folder: str, parts: tuple[str, ...] = _PARTS) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _stamps(entry.path, parts)
            elif entry.name.endswith(parts):
                stat = entry.stat()
                yield entry.path, stat.st_size, stat.st_mtime_ns
