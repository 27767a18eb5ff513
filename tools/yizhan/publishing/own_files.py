"""The village's own files that a site is made of: only what is really there, and can be read.

What a link leads to may be any file of the machine that builds, and would be published.
"""

from __future__ import annotations

import os
from operator import attrgetter
from pathlib import Path

from yizhan.loading.leftovers import is_passed_over
from yizhan.loading.regular import SHUT, NotRegularError, read_regular
from yizhan.model.text import Text
from yizhan.publishing.errors import PublishingError
from yizhan.publishing.frame import PARTS

_LINK = Text(
    "{path} 是符号链接，没有读它，也没有发布：请用文件本身代替它，或者删去它。",
    "{path} is a symbolic link and was neither read nor published: put what it leads to in its "
    "place, or delete it.",
)
_SPECIAL = Text(
    "{path} 不是普通文件，没有读它：请删去它，或者用普通文件代替它。",
    "{path} is no ordinary file and was not read: delete it, or put an ordinary one in its place.",
)


def own_files(project: Path) -> dict[str, Path]:
    """Every file of ``docs/`` and ``overrides/``, by path; what is hidden or left over stays out.

    Raises:
        PublishingError: there is something that is neither a regular file nor a folder, or a folder
            that cannot be opened.
    """
    found: dict[str, Path] = {}
    waiting = [part for part in reversed(PARTS) if os.path.lexists(project / part)]
    for part in waiting:
        if (project / part).is_symlink() or not (project / part).is_dir():
            raise _not_regular(project, part)
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(project / folder) as entries:
                names = sorted(entries, key=attrgetter("name"))
        except OSError as error:
            raise PublishingError(SHUT.format(path=folder)) from error
        for entry in names:
            path = f"{folder}/{entry.name}"
            if entry.name.startswith("__") or is_passed_over(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif entry.is_file(follow_symlinks=False):
                found[path] = project / path
            else:
                raise _not_regular(project, path)
    return dict(sorted(found.items()))


def read_own(project: Path, path: str) -> bytes:
    """Read a file of the village's.

    Args:
        project: the village's root.
        path: relative to it.

    Raises:
        PublishingError: it is no regular file, or may not be read.
        FileNotFoundError: it is not there.
    """
    try:
        return read_regular(project / path)
    except NotRegularError as error:
        raise _not_regular(project, path) from error
    except PermissionError as error:
        raise PublishingError(SHUT.format(path=path)) from error


def _not_regular(project: Path, path: str) -> PublishingError:
    text = _LINK if (project / path).is_symlink() else _SPECIAL
    return PublishingError(text.format(path=path))
