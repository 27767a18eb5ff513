"""Records of an older format → records of today's, as data: one migration a number.

A migration is pure and total: it takes whatever the files of its format hold, unreadable and
mistaken ones included, and changes only what its format says otherwise. So a revision of any age
can be compared with today's: ``migrate(base, number)``. What is on the disk is brought over by
``commands/upgrade_records.py`` through the same functions.

To change the format: raise ``record_format.FORMAT``, write the migration from the number before in
a file of its own, and add its line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from yizhan.loading.migrations import from_1, from_2
from yizhan.loading.record_format import FIRST, FORMAT
from yizhan.model.frozen import dataclass

Files = Mapping[str, Any]
"""Path below the project's root → what the file holds as plain data; None where that is unknown,
as with attachments and files that cannot be read: these move along and stay as they are."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from a number to the next.

    Attributes:
        move: a path of the older format → the path of the same file in the newer.
        rewrite: all files, at their new paths → the same files as the newer format writes them.
    """

    move: Callable[[str], str]
    rewrite: Callable[[Files], Files]


MIGRATIONS: Mapping[int, Migration] = {
    1: Migration(from_1.move, from_1.rewrite),
    2: Migration(from_2.move, from_2.rewrite),
}
"""The number of a format → the way to the next."""


def migrate(files: Files, from_format: int) -> dict[str, Any]:
    """Bring files over to today's format.

    Args:
        files: not changed.
        from_format: the number they are written in.

    Raises:
        ValueError: there is no such format.
    """
    return {target: data for _, target, data in migrated(files, from_format)}


def migrated(files: Files, from_format: int) -> list[tuple[str, str, Any]]:
    """As ``migrate``, with the way of each file: its path before, its path now, its data now.

    A file whose new path is taken by another stays where it is: nothing is lost.

    Raises:
        ValueError: there is no such format.
    """
    if not FIRST <= from_format <= FORMAT:
        raise ValueError(f"no format {from_format}")
    before = {path: path for path in files}
    now: dict[str, Any] = dict(files)
    for number in range(from_format, FORMAT):
        step = MIGRATIONS[number]
        where = _moved(now, step.move)
        before = {where[path]: first for path, first in before.items()}
        now = dict(step.rewrite({where[path]: data for path, data in now.items()}))
    return [(first, path, now[path]) for path, first in before.items()]


def move(path: str, from_format: int) -> str:
    """Where a file belongs today that was at a path of an older format."""
    for number in range(from_format, FORMAT):
        path = MIGRATIONS[number].move(path)
    return path


def _moved(files: Files, move: Callable[[str], str]) -> dict[str, str]:
    """Path → new path; no two files get one."""
    wanted = {path: move(path) for path in files}
    taken = {path for path, target in wanted.items() if path == target}
    where: dict[str, str] = {}
    for path, target in wanted.items():
        free = path == target or target not in taken
        where[path] = target if free else path
        taken.add(where[path])
    return where
