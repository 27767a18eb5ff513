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
import zlib
from io import BufferedWriter, FileIO
from pathlib import Path
from typing import Any

from yizhan.loading import own_folder
from yizhan.loading.regular import open_regular
from yizhan.model.frozen import dataclass

FOLDER = ".yizhan"
"""Folder of everything that can be made again, at the project's root; never committed."""

_MAGIC = b"yizhan store 2\n"
_HEADER = struct.Struct("<QQQI")
_ADDITION = struct.Struct("<QQI")


def recall(path: Path, key: bytes) -> Any | None:
    """Return the kept value, or None where there is none, or it is old, foreign or broken.

    Args:
        path: where it is kept.
        key: what it was made with; another key means that it is old.
    """
    found = recall_with_additions(path, key)
    return None if found is None else found.value


@dataclass(frozen=True, slots=True)
class Recalled:
    """A kept value, and what was added to it since.

    Attributes:
        additions: in the order in which they were made, each made by a run that knew those before.
        identity: of the file, and where the last addition ends: what ``add`` is to go on from.
        grown: bytes behind the value itself.
        whole: whether all of them could be read; what is added behind a broken piece is not found.
    """

    value: Any
    additions: tuple[Any, ...]
    identity: tuple[int, int, int]
    grown: int
    whole: bool


def recall_with_additions(path: Path, key: bytes) -> Recalled | None:
    """Return the kept value with its additions; arguments and None are as in ``recall``."""
    try:
        with open_regular(path) as stream:
            raw = stream.readall()
            status = os.fstat(stream.fileno())
    except OSError:
        return None
    start = _MAGIC + key
    first = len(start) + _HEADER.size
    if not raw.startswith(start) or len(raw) < first:
        return None
    device, inode, size, checksum = _HEADER.unpack_from(raw, len(start))
    body = memoryview(raw)[first : first + size]
    if (device, inode, size) != (status.st_dev, status.st_ino, len(body)):
        return None
    if zlib.crc32(body) != checksum:
        return None
    try:
        value = marshal.loads(body)  # noqa: S302  # the header says that this machine wrote it
        additions, end, last = _additions(raw, first + size)
    except (EOFError, ValueError, TypeError):
        return None
    identity = (status.st_dev, status.st_ino, end)
    grown = len(raw) - first - size
    return Recalled(value, tuple(additions), identity, grown, whole=last == len(raw))


def _additions(raw: bytes, end: int) -> tuple[list[Any], int, int]:
    """What was added behind a value, where the last of it ends, and how far could be read.

    Of two runs that started from the same state, the second to write is passed over: what it found
    does not go on from what the first one found. A piece that is broken ends the reading.
    """
    found: list[Any] = []
    at = end
    while len(raw) >= at + _ADDITION.size:
        base, size, checksum = _ADDITION.unpack_from(raw, at)
        body = memoryview(raw)[at + _ADDITION.size :][:size]
        if len(body) != size or zlib.crc32(body) != checksum:
            break
        at += _ADDITION.size + size
        if base == end:
            found.append(marshal.loads(body))  # noqa: S302  # as the value itself
            end = at
    return found, end, at


def add(path: Path, identity: tuple[int, int, int], value: Any) -> bool:
    """Add something to a kept value, without writing that again.

    Args:
        path: where it is kept.
        identity: as ``recall_with_additions`` gave it.
        value: plain data.

    Returns:
        False where the file is another one by now, or the disk refuses.
    """
    device, inode, end = identity
    body = marshal.dumps(value)
    piece = _ADDITION.pack(end, len(body), zlib.crc32(body)) + body
    try:
        with open_to_add(path) as stream:
            status = os.fstat(stream.fileno())
            if (status.st_dev, status.st_ino) != (device, inode):
                return False
            return stream.write(piece) == len(piece)
    except OSError:
        return False


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
        stream = new_file(path)
        beside = Path(stream.name)
        try:
            with stream:
                status = os.fstat(stream.fileno())
                header = _HEADER.pack(status.st_dev, status.st_ino, len(body), zlib.crc32(body))
                stream.write(_MAGIC + key + header)
                stream.write(body)
            beside.replace(path)
        except OSError:
            beside.unlink()
            raise


def moment(folder: Path) -> int | None:
    """What time it is (ns) for the disk of a folder, or None where nothing can be written there."""
    try:
        own_folder.ready(folder)
        with new_file(folder / "moment") as file:
            Path(file.name).unlink()
            return os.fstat(file.fileno()).st_ctime_ns
    except OSError:
        return None


def new_file(beside: Path) -> BufferedWriter:
    """Open a file for writing that nobody else has, in the same folder and with a similar name.

    As ``tempfile`` does, which is imported in 6 ms: a name that is taken already is not opened.

    Raises:
        OSError: nothing can be written there.
    """
    while True:
        name = f"{beside.name}.{os.getpid()}-{os.urandom(6).hex()}"
        with contextlib.suppress(FileExistsError):
            return open(beside.with_name(name), "xb", opener=_for_us_alone)


def open_to_add(path: Path) -> FileIO:
    """Open a file that is there, so that whatever is written goes behind what it holds.

    Raises:
        OSError: it is not there, or cannot be written.
    """
    return open(path, "ab", buffering=0, opener=_there_already)


def _there_already(path: str, flags: int) -> int:
    return os.open(path, flags & ~os.O_CREAT)


def _for_us_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
