"""What the tool itself is made of: verdicts of another version are not taken over."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from yizhan.loading.digests import blake2b
from yizhan.loading.schemas import schema_folder

_PARTS = (".py", ".yaml", ".json")
_LIBRARIES = ("pyyaml", "jsonschema", "jsonschema-rs", "chinesecalendar")


def fingerprint(parts: tuple[str, ...] = _PARTS, libraries: tuple[str, ...] = _LIBRARIES) -> bytes:
    """A digest of the code, presets and schemas by size and time, and of what verdicts rest on.

    Args:
        parts: endings of the files that count; ``("",)`` for all.
        libraries: names of the packages that count.
    """
    digest = blake2b(digest_size=16)
    digest.update(sys.version.encode())
    versions = installed()
    for library in libraries:
        digest.update(f"{library} {versions.get(library, 'none')}".encode())
    for folder in (Path(__file__).resolve().parents[1], schema_folder()):
        for path, size, changed in sorted(_stamps(os.fspath(folder), parts)):
            digest.update(f"{path} {size} {changed}\n".encode())
    return digest.digest()


def installed() -> dict[str, str]:
    """Each installed package's version, by its name in small letters with ``-``.

    Both are in the name of the folder that an installer leaves beside a package. Where there are
    two, Python takes the first. ``importlib.metadata`` reads the same names, and to import it with
    the mail parser it needs took longer than anything else here: 17 ms.
    """
    found: dict[str, str] = {}
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                names = [entry.name for entry in entries]
        except OSError:  # what is on the path need not be there, nor be a folder
            continue
        for name in names:
            stem, dot, ending = name.rpartition(".")
            if dot and ending in ("dist-info", "egg-info"):
                package, _, version = stem.partition("-")
                found.setdefault(package.lower().replace("_", "-").replace(".", "-"), version)
    return found


def _stamps(folder: str, parts: tuple[str, ...] = _PARTS) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _stamps(entry.path, parts)
            elif entry.name.endswith(parts):
                stat = entry.stat()
                yield entry.path, stat.st_size, stat.st_mtime_ns
