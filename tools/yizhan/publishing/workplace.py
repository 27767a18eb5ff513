"""The folder beside a site in which a build works: whose it is, and whether that build still runs.

``.site.work-…/`` holds ``new/`` (what is being written), ``old/`` (the former site while both are
swapped), a ``lock`` and a ``journal``. Git does not see it. The lock is held (``flock``) as long as
the build runs, so that no number of a process is asked, which containers use again. Lock and journal
are bound to their inodes as ``loading/store.py`` does, the journal also to the lock's time of change,
in nanoseconds: what came with a clone, an archive or a pull request is nobody's work here.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from yizhan.loading import own_folder, store

_KEY = b"site work 1\n"
_LOCK = "lock"
_JOURNAL = "journal"
_IGNORE = ".gitignore"
_WORK = ".work-"
_FORMER = (".new-", ".old-", ".changes-")
"""How builds of earlier versions called what they worked in; nothing in it says whose it is."""

_TRIES = 20

Identity = tuple[int, int]
"""Device and inode."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """A build's folder beside the site.

    Attributes:
        folder: the folder itself.
    """

    folder: Path

    @property
    def new(self) -> Path:
        """What is being written."""
        return self.folder / "new"

    @property
    def old(self) -> Path:
        """The former site, while the new one takes its place."""
        return self.folder / "old"

    @property
    def is_ours(self) -> bool:
        """Whether a build on this machine made it."""
        return not self.folder.is_symlink() and store.recall(self.folder / _LOCK, _KEY) is not None

    def begin(self, site: Path, removed: Sequence[str]) -> None:
        """Write down that changes are about to be carried out.

        Args:
            site: the site that is changed.
            removed: files that are no part of it any more, relative to it.

        Raises:
            OSError: the disk refuses.
        """
        value = (self._lock_stamp(), identity(site), list(removed))
        store.keep(self.folder / _JOURNAL, _KEY, value)
        if store.recall(self.folder / _JOURNAL, _KEY) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self.folder))

    def begun(self, site: Path) -> list[str] | None:
        """The files to be removed from a site; None where no changes of it were written down."""
        value = store.recall(self.folder / _JOURNAL, _KEY)
        if value is None:
            return None
        stamp, found, removed = value
        same = stamp == self._lock_stamp() and found == identity(site)
        return [str(path) for path in removed] if same else None

    def done(self) -> None:
        """Say that the changes are carried out."""
        (self.folder / _JOURNAL).unlink(missing_ok=True)

    def drop(self) -> None:
        """Remove it; what says whose it is goes last, so that a next build can go on."""
        for part in (self.new, self.old):
            shutil.rmtree(part, ignore_errors=True)
        with contextlib.suppress(OSError):
            self.done()
            names = set(os.listdir(self.folder))  # noqa: PTH208
            if names <= {_LOCK, _IGNORE}:
                (self.folder / _IGNORE).unlink(missing_ok=True)
                (self.folder / _LOCK).unlink(missing_ok=True)
                self.folder.rmdir()

    def _lock_stamp(self) -> tuple[int, int, int]:
        status = (self.folder / _LOCK).lstat()
        return status.st_dev, status.st_ino, status.st_ctime_ns


def identity(folder: Path) -> Identity | None:
    """Which folder this is; None where there is none, or a link."""
    try:
        status = folder.lstat()
    except OSError:
        return None
    return None if folder.is_symlink() else (status.st_dev, status.st_ino)


@contextlib.contextmanager
def at_work(site: Path) -> Iterator[Workplace]:
    """A fresh workplace beside a site, held by this process until the context ends."""
    for _again in range(_TRIES):
        place = Workplace(Path(tempfile.mkdtemp(prefix=f".{site.name}{_WORK}", dir=site.parent)))
        try:
            own_folder.ready(place.folder)
            store.keep(place.folder / _LOCK, _KEY, ())
            place.new.mkdir()
            place.new.chmod(0o755)  # it becomes the site, which a web server has to read
            handle = os.open(place.folder / _LOCK, os.O_RDWR)
        except FileNotFoundError:  # another build took it for a dead one's: it was not locked yet
            continue
        try:
            if _lock(handle) is not False and place.is_ours:
                yield place
                return
        finally:
            os.close(handle)
    raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN), str(site.parent))


def left_over(site: Path) -> Iterator[tuple[Workplace, bool]]:
    """Workplaces beside a site that nobody works in, each with whether it is ours to finish or drop.

    Those of this machine are held while the caller looks at them.
    """
    for folder in sorted(site.parent.iterdir()):
        mark = folder.name.removeprefix(f".{site.name}")
        if mark == folder.name or not mark.startswith((_WORK, *_FORMER)):
            continue
        place = Workplace(folder)
        if _is_hollow(place):
            place.drop()
        elif not mark.startswith(_WORK) or not place.is_ours:
            yield place, False
        else:
            with contextlib.suppress(FileNotFoundError):  # its build ended just now
                handle = os.open(folder / _LOCK, os.O_RDWR)
                try:
                    if _lock(handle):
                        yield place, True
                finally:
                    os.close(handle)


def _is_hollow(place: Workplace) -> bool:
    """Whether a build died in it before it was locked, or after all in it was removed."""
    if place.folder.is_symlink() or not place.folder.is_dir():
        return False
    names = sorted(each.name for each in place.folder.iterdir())
    return not names or (names == [_IGNORE] and not (place.folder / _IGNORE).is_symlink())


def _lock(handle: int) -> bool | None:
    """Whether a lock was free; it is then held until the handle is closed, or its process ends.

    None where the file system has no locks.
    """
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True
