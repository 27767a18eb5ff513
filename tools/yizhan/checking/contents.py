"""What the files of records hold, in a file of its own that only grows.

A check of one changed file needs the data of a dozen records. The rest stays where it is: it is
neither read nor written again, and what is kept of each record says where its data begins.

What is in the file counts only for whoever knows its inode: the kept value of ``checking.engine``,
which is itself bound to its own (``loading/store.py``). Of two runs at the same time each adds
behind what the other added and knows where.
"""

from __future__ import annotations

import marshal
import os
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

from yizhan.loading.regular import open_regular
from yizhan.loading.store import new_file, open_to_add

Place = tuple[int, int, int]
"""Where data begins, how many bytes it has, and their checksum."""

Identity = tuple[int, int]
"""Device and inode of the file."""

_COMPRESSED = b"x"
"""How compressed data begins; in ``marshal`` form a mapping begins otherwise."""

_ROOM = 1 << 20
"""Bytes of data nobody needs any more that are left before the file is written anew."""


class BrokenError(Exception):
    """The file is not the one it was, or does not hold what it did."""


class Content:
    """The data of one record: here, or still in the file.

    Args:
        raw: in ``marshal`` form, perhaps compressed; None where it is still in the file.
        file: the file it is in, if it is in one.
        place: where in it.
    """

    __slots__ = ("_file", "_raw", "place")

    def __init__(
        self, raw: bytes | None, file: Contents | None = None, place: Place | None = None
    ) -> None:
        self._raw = raw
        self._file = file
        self.place = place

    @classmethod
    def of(cls, data: Any, *, compressed: bool = False) -> Content:
        """What was just read from a record's file; compressed, it takes a third of the memory."""
        raw = marshal.dumps(data)
        return cls(zlib.compress(raw, 1) if compressed else raw)

    def raw(self) -> bytes:
        """The data in ``marshal`` form, perhaps compressed.

        Raises:
            BrokenError: it is not in the file any more.
        """
        if self._raw is not None:
            return self._raw
        assert self._file is not None
        assert self.place is not None
        return self._file.read(self.place)

    def data(self) -> Any:
        """The data; errors as those of ``raw``."""
        raw = self.raw()
        if raw[:1] == _COMPRESSED:
            raw = zlib.decompress(raw)
        return marshal.loads(raw)  # noqa: S302  # from a file that this machine wrote


class Contents:
    """The file of the last run.

    Args:
        path: where it is.
        identity: of the file that is meant.
    """

    def __init__(self, path: Path, identity: Identity) -> None:
        self._path = path
        self._identity = identity
        self._stream: BinaryIO | None = None
        self._whole: bytes | None = None

    def read(self, place: Place) -> bytes:
        """The bytes at a place.

        Raises:
            BrokenError: they are not there.
        """
        start, size, checksum = place
        if self._whole is not None:
            raw = self._whole[start : start + size]
        else:
            stream = self._opened()
            stream.seek(start)
            raw = stream.read(size)
        if len(raw) != size or zlib.crc32(raw) != checksum:
            raise BrokenError(self._path)
        return raw

    def read_all(self, places: Iterable[Place]) -> None:
        """Read the file at once, for a run that may ask for any of it later, when it may be gone.

        Raises:
            BrokenError: one of the places is not there.
        """
        stream = self._opened()
        stream.seek(0)
        self._whole = stream.read()
        for place in places:
            self.read(place)

    def _opened(self) -> BinaryIO:
        if self._stream is None:
            try:
                self._stream = open_regular(self._path)
            except OSError as error:
                raise BrokenError(self._path) from error
        if _identity(self._stream) != self._identity:
            raise BrokenError(self._path)
        return self._stream

    def close(self) -> None:
        """Close the file; what was not read by now is out of reach."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None


def keep(path: Path, identity: Identity | None, contents: Iterable[Content | None]) -> Identity:
    """See that the file holds some data, and tell each where.

    Args:
        path: where the file is or is to be.
        identity: of the file that the last run used, if there is one.
        contents: all that is to be in it.

    Raises:
        OSError: the disk refuses.
        BrokenError: data that is to be kept is no longer there.
    """
    wanted = [each for each in contents if each is not None]
    if identity is not None:
        places = [each.place for each in wanted if each.place is not None]
        used = sum(size for _, size, _ in places)
        needed = max((start + size for start, size, _ in places), default=0)
        try:
            with open_to_add(path) as growing:
                length = os.fstat(growing.fileno()).st_size
                if _identity(growing) == identity and needed <= length <= 2 * used + _ROOM:
                    _add(growing, [each for each in wanted if each.place is None])
                    return identity
        except FileNotFoundError:
            pass
    stream = new_file(path)
    beside = Path(stream.name)
    try:
        with stream:
            _add(stream, wanted)
            found = _identity(stream)
        beside.replace(path)
    except (OSError, BrokenError):
        beside.unlink()
        raise
    return found


def _add(stream: Any, contents: list[Content]) -> None:
    """Write data behind what is there: in one piece, so that two runs do not mix theirs."""
    raws = [each.raw() for each in contents]
    joined = b"".join(raws)
    if not joined:
        return
    if stream.write(joined) != len(joined):
        raise OSError("the disk took a part only")
    start = stream.tell() - len(joined)
    for content, raw in zip(contents, raws, strict=True):
        content.place = (start, len(raw), zlib.crc32(raw))
        start += len(raw)


def _identity(stream: Any) -> Identity:
    status = os.fstat(stream.fileno())
    return status.st_dev, status.st_ino
