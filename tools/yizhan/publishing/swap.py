"""A site is written beside the old one and takes its place only when it is whole."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from types import FrameType

from yizhan.model.text import Text
from yizhan.publishing.errors import PublishingError
from yizhan.publishing.former_site import not_made
from yizhan.publishing.output import files_below
from yizhan.publishing.workplace import Workplace, at_work, left_over

_EFFECTIVE = os.access in os.supports_effective_ids

_LINK = Text(
    "网站里的 {path} 是一个链接，不往里写：请删去这个链接，再搭建一次。",
    "{path} within the site is a link, which is not written through: delete it and build again.",
)
_SHUT = Text(
    "网站里的 {path} 不能写，网站没有改动：请检查有没有写的权限，再搭建一次。",
    "{path} within the site cannot be written; the site is untouched: see that you may write there "
    "and build again.",
)
_HALF = Text(
    "网站只换了一半：{path} 写不进去。请检查磁盘和写的权限，再搭建一次，就会换全。",
    "The site is half new: {path} could not be written. See to the disk and that you may write "
    "there, and build again: that puts it right.",
)
_FOREIGN = Text(
    "{folder} 不是这台电脑上的搭建留下的，没有动它；不需要就请删去。",
    "{folder} was not left by a build on this computer and is left alone; delete it if nobody needs it.",
)


@contextmanager
def beside(site: Path) -> Iterator[Path]:
    """A fresh folder beside ``site``, for ``swap`` or ``apply``.

    On the way out what those two began is finished, and the folder is removed, whatever happened.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    with at_work(site) as place:
        try:
            with ended_like_ctrl_c():
                yield place.new
        finally:
            _settle(place, site)


def swap(fresh: Path, site: Path) -> None:
    """Put the folder ``fresh`` in the place of ``site``.

    The old one is renamed aside first and comes back if the second rename fails. What is at its top
    and no build made (``former_site.not_made``) moves into the new one.

    Args:
        fresh: the folder that ``beside`` gave.
        site: a former site, an empty folder, or nothing yet.
    """
    place = Workplace(fresh.parent)
    if site.exists():
        site.rename(place.old)
    try:
        fresh.rename(site)
    except BaseException:
        if place.old.exists():
            place.old.rename(site)
        raise
    _bring_along(place, site)


def _bring_along(place: Workplace, site: Path) -> None:
    if place.old.is_dir() and not place.old.is_symlink():
        for name in not_made(place.old):
            if not (site / name).exists():
                (place.old / name).rename(site / name)


def apply(fresh: Path, site: Path, removed: Sequence[str]) -> None:
    """Move every file of ``fresh`` to its place in ``site``, and remove others.

    Only names are changed, of files that are whole. What is to be done is written down first, so
    that a run that dies is finished by the next one (``clear_leftovers``).

    Args:
        fresh: the folder that ``beside`` gave.
        site: the site as the last build left it.
        removed: files that are no part of it any more, relative to it.

    Raises:
        PublishingError: a folder of the site is a link or cannot be written, and nothing was
            changed; or some files are in their place and others are not.
    """
    place = Workplace(fresh.parent)
    paths = (*files_below(fresh), *removed)
    _refuse_links(site, paths)
    _refuse_shut(site, paths)
    place.begin(site, removed)
    try:
        _carry_out(place, site, removed)
    except OSError as error:
        file = Path(os.fsdecode(error.filename2 or error.filename or site))
        path = file.relative_to(site) if file.is_relative_to(site) else file
        raise PublishingError(_HALF.format(path=path.as_posix())) from error


def _refuse_links(site: Path, paths: Sequence[str]) -> None:
    """Make sure that every path is one within the site, whatever the site holds."""
    for folder in sorted({parent for path in paths for parent in PurePosixPath(path).parents}):
        if folder.is_absolute() or ".." in folder.parts or (site / folder).is_symlink():
            raise PublishingError(_LINK.format(path=folder))


def _refuse_shut(site: Path, paths: Sequence[str]) -> None:
    """Make sure that every folder in which a name changes can be written, where it is there."""
    for folder in sorted({PurePosixPath(path).parent for path in paths}):
        there = site / folder
        while not there.is_dir() and there != site:
            there = there.parent
        if not os.access(there, os.W_OK | os.X_OK, effective_ids=_EFFECTIVE):
            path = there.relative_to(site).as_posix() if there != site else site.name
            raise PublishingError(_SHUT.format(path=f"{path}/"))


def _carry_out(place: Workplace, site: Path, removed: Sequence[str]) -> None:
    """Removal comes first: a file may become a folder, and the other way round."""
    for path in removed:
        if not (site / path).is_dir():
            _unlink(site / path)
            _drop_empty((site / path).parent, site)
    for path in list(files_below(place.new)):
        source, target = place.new / path, site / path
        try:
            source.replace(target)
        except OSError:
            _make_way(target, site)
            source.replace(target)
    place.done()


def _unlink(file: Path) -> None:
    try:
        file.unlink()
    except (FileNotFoundError, NotADirectoryError):  # done by a run that died since
        return


def _make_way(target: Path, site: Path) -> None:
    """Have a folder for a file, and nothing else of its name."""
    for folder in reversed(target.relative_to(site).parents[:-1]):
        if (site / folder).is_symlink() or not (site / folder).is_dir():
            _unlink(site / folder)
            (site / folder).mkdir(exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)


def _drop_empty(folder: Path, site: Path) -> None:
    """Remove a folder that the last file has left, and those above it of which the same holds."""
    while folder != site:
        try:
            folder.rmdir()
        except FileNotFoundError:  # gone already, and perhaps not those above it
            folder = folder.parent
            continue
        except OSError:
            return
        folder = folder.parent


def clear_leftovers(site: Path) -> list[Text]:
    """Finish or remove what builds that no longer run left beside ``site``.

    If such a build died between its two renames, the old site is put back first; if it died while
    changes were carried out, the rest of them is.

    Returns:
        What is told of folders that look like it and are not ours, which are left alone.
    """
    told = []
    if site.parent.is_dir():
        for place, ours in left_over(site):
            if ours:
                _settle(place, site)
            else:
                told.append(_FOREIGN.format(folder=place.folder))
    return told


def _settle(place: Workplace, site: Path) -> None:
    """Finish what was begun in a workplace and remove it; what cannot be finished is dropped.

    A site that is then neither the old nor the new one is not as any build left it, and the next
    build makes it anew.
    """
    with suppress(OSError, PublishingError, ValueError):
        _finish(place, site)
    place.drop()


def _finish(place: Workplace, site: Path) -> None:
    if place.old.is_dir() and not site.exists():
        place.old.rename(site)
    elif place.old.is_dir():
        _bring_along(place, site)
    elif place.new.is_dir() and (removed := place.begun(site)) is not None:
        _refuse_links(site, (*files_below(place.new), *removed))
        _carry_out(place, site, removed)


@contextmanager
def ended_like_ctrl_c() -> Iterator[None]:
    """Within it, SIGTERM raises KeyboardInterrupt, so that both leave the same way."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    try:
        former = signal.signal(signal.SIGTERM, stop)
    except ValueError:  # not the main thread: the server's rebuilds, whose process handles signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, former)
