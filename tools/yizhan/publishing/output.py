"""The files of a site being made: what is new or changed goes to a folder beside the former site."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from yizhan.model.text import Text
from yizhan.publishing.errors import PublishingError

Stamp = tuple[int, int, int]
"""Of a file: size, time of change (ns), inode."""

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class TakenError(PublishingError):
    """Two pages claim one address."""

    def __init__(self, path: str) -> None:
        super().__init__(TAKEN.format(url=path.removesuffix("index.html")))


TAKEN = Text(
    "有两个页面都要用 /{url} 这个地址：请给 docs 里的那一页换个名字。",
    "Two pages claim the address /{url}: give the one in docs another name.",
)


class Output:
    """Where the files of a site go.

    Every file of the new site is named once: by writing it, or by saying that the former site's
    stays. What nobody names is not part of the new site.

    Args:
        fresh: a folder beside the site; holds what has to be written.
        former: the site of the last build, which stays in its place; None where ``fresh`` takes it.
        files: the files of the former site.

    Attributes:
        named: path of every file of the new site.
        made: how many of them were made, be they changed or not.
        changed: path of each of those that is new or has other content; only beside a former site,
            since without one it is all of them.
    """

    def __init__(
        self, fresh: Path, former: Path | None = None, files: Mapping[str, Stamp] | None = None
    ) -> None:
        self.fresh = fresh
        self.former = former
        self.files = files or {}
        self.named: set[str] = set()
        self.made = 0
        self.changed: set[str] = set()
        self._others: Collection[str] = ()

    def write(self, path: str, raw: bytes) -> None:
        """Give the content of a file.

        Args:
            path: relative to the site's root, with ``/``.
            raw: the whole content.

        Raises:
            TakenError: the file was named before.
        """
        self._name(path)
        self.made += 1
        if self.former is not None:
            if path in self.files and self._read(path) == raw:
                return
            self.changed.add(path)
        file = self._opened(path)
        try:
            while raw:
                raw = raw[os.write(file, raw) :]
        finally:
            os.close(file)

    def keep(self, path: str) -> None:
        """Say that the former site's file stays as it is."""
        assert path in self.files, f"{path} is no file of the former site"
        self._name(path)

    def take(self, path: str) -> None:
        """Name a file that another program wrote into ``fresh``; it goes again if nothing changed."""
        self._name(path)
        self.made += 1
        if path in self.files and self._read(path) == (self.fresh / path).read_bytes():
            (self.fresh / path).unlink()
        elif self.former is not None:
            self.changed.add(path)

    def take_all(self, folder: str = "") -> None:
        """Take every file below a folder of ``fresh``."""
        for path in sorted(files_below(self.fresh / folder)):
            self.take(f"{folder}/{path}" if folder else path)

    def part(self) -> Output:
        """The same site for some of its files, with names and numbers of its own."""
        part = Output(self.fresh, self.former, self.files)
        part._others = self.named
        return part

    def add(self, named: set[str], made: int, changed: set[str]) -> None:
        """Take over the names and numbers of a part."""
        self.named |= named
        self.made += made
        self.changed |= changed

    @property
    def written(self) -> int:
        """How many files are new or have other content."""
        return self.made if self.former is None else len(self.changed)

    @property
    def removed(self) -> list[str]:
        """Files of the former site that nobody named."""
        return sorted(self.files.keys() - self.named)

    def _name(self, path: str) -> None:
        if path in self.named or path in self._others:
            raise TakenError(path)
        self.named.add(path)

    def _read(self, path: str) -> bytes | None:
        with suppress(OSError), open(f"{self.former}/{path}", "rb") as stream:  # noqa: PTH123 - many
            return stream.read()
        return None

    def _opened(self, path: str) -> int:
        """A file to be written, in a folder that is made where it is missing."""
        file = f"{self.fresh}/{path}"
        try:
            return os.open(file, _FLAGS, 0o644)
        except FileNotFoundError:
            os.makedirs(file.rpartition("/")[0], exist_ok=True)  # noqa: PTH103 - many
            return os.open(file, _FLAGS, 0o644)


def files_below(folder: Path) -> Iterable[str]:
    """Path of every file below a folder, relative to it."""
    waiting = [""]
    while waiting:
        current = waiting.pop()
        with os.scandir(f"{folder}/{current}") as entries:
            for entry in entries:
                path = f"{current}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{path}/")
                else:
                    yield path


def stamp_of(status: os.stat_result) -> Stamp:
    """What changes when the file does."""
    return status.st_size, status.st_mtime_ns, status.st_ino


def unchanged(site: Path, files: Mapping[str, Stamp]) -> bool:
    """Whether every one of some files is as it was when its stamp was taken."""
    try:
        root = os.open(site, os.O_RDONLY)
    except OSError:
        return False
    try:
        return all(stamp_of(os.stat(path, dir_fd=root)) == stamp for path, stamp in files.items())
    except OSError:
        return False
    finally:
        os.close(root)


def stamps(site: Path, output: Output) -> dict[str, Stamp]:
    """Stamps of a site's files, taken anew of those that a build wrote."""
    return {
        path: output.files[path]
        if path in output.files and path not in output.changed
        else stamp_of(os.stat(f"{site}/{path}"))  # noqa: PTH116 - many
        for path in output.named
    }
