"""One value kept on disk between two runs, dropped silently whenever it might not be ours.

The value is plain data in Python's own ``marshal`` form: nothing reads as fast. That form must not
be read from strangers, and a foreign cache could also hide findings. A kept file therefore names
the inode it was written to: one that came with a clone, an archive or a copy has another, and is
not read.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import struct
import tempfile
import zlib
from pathlib import Path
from typing import Any

from yizhan.loading import own_folder

FOLDER = ".yizhan"
"""Folder of everything that can be made again, at the project's root; never committed."""

_MAGIC = b"yizhan store 1\n"
_HEADER = struct.Struct("<QQII")


def recall(path: Path, key: bytes) -> Any | None:
    """Return the kept value, or None where there is none, or it is old, foreign or broken.

    Args:
        path: where it is kept.
        key: what it was made with; another key means that it is old.
    """
    try:
        with path.open("rb") as stream:
            raw = stream.read()
            status = os.fstat(stream.fileno())
    except OSError:
        return None
    start = _MAGIC + key
    if not raw.startswith(start) or len(raw) < len(start) + _HEADER.size:
        return None
    device, inode, size, checksum = _HEADER.unpack_from(raw, len(start))
    body = memoryview(raw)[len(start) + _HEADER.size :]
    if (device, inode, size) != (status.st_dev, status.st_ino, len(body) & 0xFFFFFFFF):
        return None
    if zlib.crc32(body) != checksum:
        return None
    try:
        return marshal.loads(body)  # noqa: S302  # the header says that this machine wrote it
    except (EOFError, ValueError, TypeError):
        return None


def keep(path: Path, key: bytes, value: Any) -> None:
    """Keep a value; where the disk refuses, nothing is kept and nothing is said.

    The file is written beside its place and moved there, so that runs at the same time read
    either the old value or the new one.

    Args:
        path: where to keep it.
        key: what it was made with.
        value: plain data: None, bool, int, float, str, bytes, tuple, list, dict, set.
    """
    body = marshal.dumps(value)
    with contextlib.suppress(OSError):
        own_folder.ready(path.parent)
        handle, beside = tempfile.mkstemp(prefix=path.name, dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                status = os.fstat(stream.fileno())
                size = len(body) & 0xFFFFFFFF
                header = _HEADER.pack(status.st_dev, status.st_ino, size, zlib.crc32(body))
                stream.write(_MAGIC + key + header)
                stream.write(body)
            Path(beside).replace(path)
        except OSError:
            Path(beside).unlink()
            raise


def moment(folder: Path) -> int | None:
    """What time it is (ns) for the disk of a folder, or None where nothing can be written there."""
    try:
        own_folder.ready(folder)
        with tempfile.TemporaryFile(dir=folder) as file:
            return os.fstat(file.fileno()).st_ctime_ns
    except OSError:
        return None
