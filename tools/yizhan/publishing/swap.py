"""A site is written beside the old one and takes its place only when it is whole."""

from __future__ import annotations

import json
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from yizhan.model.text import Text
from yizhan.publishing.errors import PublishingError
from yizhan.publishing.output import files_below

_NEW = ".new-"
_OLD = ".old-"
_CHANGES = ".changes-"
_REMOVED = ".removed.json"
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


def apply(fresh: Path, site: Path, removed: Sequence[str]) -> None:
    """Move every file of ``fresh`` to its place in ``site``, and remove others.

    Only names are changed, of files that are whole. From the moment at which ``fresh`` gets its new
    name a run that dies is finished by the next one (``clear_leftovers``), so that the site is in
    the end the old or the new one.

    Args:
        fresh: a folder from ``new_folder``.
        site: the site as the last build left it.
        removed: files that are no part of it any more, relative to it.
    """
    (fresh / _REMOVED).write_text(json.dumps(list(removed)), "utf-8")
    ready = fresh.with_name(fresh.name.replace(_NEW, _CHANGES))
    fresh.rename(ready)
    _carry_out(ready, site)


def _carry_out(ready: Path, site: Path) -> None:
    removed = json.loads((ready / _REMOVED).read_text("utf-8"))
    for path in files_below(ready):
        if path == _REMOVED:
            continue
        target = site / path
        try:
            (ready / path).replace(target)
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
            (ready / path).replace(target)
    for path in removed:
        (site / path).unlink(missing_ok=True)
        _drop_empty((site / path).parent, site)
    shutil.rmtree(ready)


def _drop_empty(folder: Path, site: Path) -> None:
    """Remove a folder that the last file has left, and those above it of which the same holds."""
    while folder != site:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def clear_leftovers(site: Path) -> None:
    """Finish or remove what builds of processes that no longer run left beside ``site``.

    If such a build died between its two renames, the old site is put back first; if it died while
    changes were carried out, the rest of them is.
    """
    for found in sorted(site.parent.glob(f".{site.name}.*-*")):
        mark = found.name.removeprefix(f".{site.name}")
        if not mark.startswith((_NEW, _OLD, _CHANGES)) or _alive(mark.split("-")[1]):
            continue
        if mark.startswith(_CHANGES) and site.exists():
            _carry_out(found, site)
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
