"""A site is written beside the old one and takes its place only when it is whole."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from yizhan.model.text import Text
from yizhan.publishing.errors import PublishingError

_NEW = ".new-"
_OLD = ".old-"
_NOT_A_SITE = Text(
    "{site} 里有别的东西，不是从前搭建的网站，所以没有动它：请换一个空的文件夹。",
    "{site} holds something else than a former site and was left alone: name an empty folder.",
)


def may_replace(site: Path, project: Path) -> None:
    """Make sure that nothing but a former site is lost when ``site`` is replaced.

    Raises:
        PublishingError: the folder holds the project, or is not empty and has no front page.
    """
    site, project = site.resolve(), project.resolve()
    foreign = site.is_dir() and any(site.iterdir()) and not (site / "index.html").is_file()
    if foreign or site == project or site in project.parents:
        raise PublishingError(_NOT_A_SITE.format(site=site))


@contextmanager
def beside(site: Path) -> Iterator[Path]:
    """A fresh folder beside ``site``; removed on the way out, whatever happened.

    What an earlier run left behind when the machine went down is removed as well.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    clear_leftovers(site)
    fresh = new_folder(site)
    try:
        with ended_like_ctrl_c():
            yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def new_folder(site: Path) -> Path:
    """A fresh folder beside ``site``, named so that a later run knows it as left over."""
    fresh = Path(tempfile.mkdtemp(prefix=f".{site.name}{_NEW}{os.getpid()}-", dir=site.parent))
    fresh.chmod(0o755)
    return fresh


def swap(fresh: Path, site: Path) -> None:
    """Put the folder ``fresh`` in the place of ``site``.

    The old one is renamed aside first and comes back if the second rename fails.
    """
    aside = Path(tempfile.mkdtemp(prefix=f".{site.name}{_OLD}{os.getpid()}-", dir=site.parent))
    old = aside / "site"
    try:
        if site.exists():
            site.rename(old)
        try:
            fresh.rename(site)
        except BaseException:
            if old.exists():
                old.rename(site)
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def clear_leftovers(site: Path) -> None:
    """Remove what builds of processes that no longer run left beside ``site``.

    If such a build died between its two renames, the old site is put back first.
    """
    for found in sorted(site.parent.glob(f".{site.name}.*-*")):
        mark = found.name.removeprefix(f".{site.name}")
        if not mark.startswith((_NEW, _OLD)) or _alive(mark.split("-")[1]):
            continue
        if (found / "site").is_dir() and mark.startswith(_OLD) and not site.exists():
            (found / "site").rename(site)
        shutil.rmtree(found, ignore_errors=True)


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


def _alive(number: str) -> bool:
    if not number.isdigit():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
