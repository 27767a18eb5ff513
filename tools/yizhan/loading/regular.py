"""Opening what a repository holds: regular files only, never what a link leads to.

Git carries links, so that a pull request is enough to bring one, and what it points at may be any
file of the machine that looks at the pull request, or never end. A FIFO keeps whoever opens it
waiting. So whatever reads a file of the project reads it here.
"""

from __future__ import annotations

import errno
import os
import stat
from io import FileIO
from pathlib import Path

from yizhan.model.text import Text

MAX_BYTES = 512 * 1024
"""Larger than any record: the longest charter of a village is some 60 kB."""

SHUT = Text(
    "{path} 读不了：请检查有没有读取权限。", "{path} cannot be read: see that you may read it."
)
"""Of what the machine does not let us open, where that stops all work."""

# Without O_NONBLOCK the opening of a FIFO alone waits for ever. Windows has none of these.
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_FLAGS = (
    os.O_RDONLY
    | _NO_FOLLOW
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class NotRegularError(OSError):
    """The path is that of a link, a folder, a FIFO or a device."""


class TooLargeError(OSError):
    """The file is larger than whoever reads it allows.

    Attributes:
        size: of the file, in bytes.
    """

    def __init__(self, size: int, path: Path) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG), os.fspath(path))
        self.size = size


def read_regular(path: Path, limit: int | None = None) -> bytes:
    """Read a whole regular file.

    Args:
        path: of the file; a link there is not followed.
        limit: bytes above which nothing is read.

    Raises:
        TooLargeError: the file has more than ``limit`` bytes.
        OSError: as of ``open_regular``.
    """
    with open_regular(path) as stream:
        size = os.fstat(stream.fileno()).st_size
        if limit is not None and size > limit:
            raise TooLargeError(size, path)
        return stream.readall()


def open_regular(path: Path) -> FileIO:
    """Open a regular file to read it, without a buffer.

    Raises:
        NotRegularError: something else than a regular file is there.
        OSError: it is not there, or the machine does not let us open it.
    """
    if not _NO_FOLLOW and path.is_symlink():
        raise _not_regular(path)
    try:
        opened = os.open(path, _FLAGS)
    except OSError as error:
        if error.errno in (errno.ENXIO, errno.EISDIR) or os.path.islink(path):  # noqa: PTH114
            raise _not_regular(path) from error  # ENXIO: a socket; PTH: must not raise itself
        raise
    if not stat.S_ISREG(os.fstat(opened).st_mode):
        os.close(opened)
        raise _not_regular(path)
    return FileIO(opened)


def _not_regular(path: Path) -> NotRegularError:
    return NotRegularError(errno.EINVAL, "not a regular file", os.fspath(path))
