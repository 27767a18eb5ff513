"""What one run of the checks leaves for the next.

``check.cache`` holds what is known of every file but its data; a run in which little changed adds
that little behind it. The data, ten times as much, is in ``check.data`` (``checking.contents``).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from yizhan.checking import contents
from yizhan.checking.contents import BrokenError, Contents, Identity
from yizhan.checking.entries import Entry, Plain
from yizhan.loading import store
from yizhan.loading.presets import Data, preset_data
from yizhan.model.frozen import dataclass

if TYPE_CHECKING:
    from yizhan.checking.runner import Codes

CACHE = f"{store.FOLDER}/check.cache"
"""Where it lies, relative to the project's root."""

CONTENTS = f"{store.FOLDER}/check.data"
"""Where the records' data lies; without the first file nobody believes it."""

_MUCH = 1 << 18
"""Bytes of additions above which everything is written anew: a hundred edits or so."""


@dataclass(frozen=True, slots=True)
class LastRun:
    """What the last run kept.

    Attributes:
        entries: by path.
        files: the attachments there were.
        closed: paths of what was not opened.
        days: the day it was asked for and the day on which examples were judged, in ISO form.
        dated: paths of the places that say on which day examples are judged.
        codes: of the checks that run on each kind.
        presets: what the files of the presets hold.
        contents: the file with the records' data.
        identity: of that file.
        stored: where all this is kept, and how much was added to it.
    """

    entries: Mapping[str, Plain]
    files: frozenset[str]
    closed: tuple[str, ...]
    days: str
    dated: tuple[str, ...]
    codes: Codes
    presets: Data
    contents: Contents
    identity: Identity
    stored: store.Recalled

    def read_all(self) -> None:
        """Read the data of all records now, since any may be asked for when the file is gone.

        Raises:
            BrokenError: some of it is damaged.
        """
        self.contents.read_all(plain[2] for plain in self.entries.values() if plain[2] is not None)


@dataclass(frozen=True, slots=True)
class ToKeep:
    """What a run found out; ``files``, ``closed``, ``days`` and ``dated`` are as in ``LastRun``.

    Attributes:
        entries: every file's entry.
        fresh: paths of those that were read or judged in this run.
    """

    entries: list[Entry]
    fresh: frozenset[str]
    files: frozenset[str]
    closed: tuple[str, ...]
    days: str
    dated: tuple[str, ...]


def recall(root: Path, key: bytes) -> LastRun | None:
    """What the last run kept, or None where there is nothing that can be believed.

    Args:
        root: the project's root.
        key: what it must have been kept with.
    """
    stored = store.recall_with_additions(root / CACHE, key)
    if stored is None:
        return None
    entries, state, codes, presets, identity = stored.value
    for rows, lost, newer in stored.additions:
        entries.update(rows)
        for path in lost:
            entries.pop(path, None)
        state = newer
    data = Contents(root / CONTENTS, identity)
    files, closed, days, dated = state
    return LastRun(entries, files, closed, days, dated, codes, presets, data, identity, stored)


def keep(root: Path, key: bytes, last: LastRun | None, found: ToKeep, since: int) -> None:
    """Keep what the next run starts from; where the disk refuses, nothing is kept.

    Args:
        root: the project's root.
        key: what it is kept with.
        last: what this run started from.
        found: what it found out.
        since: a file changed since this moment (ns) is read again; see ``Entry.to_plain``.
    """
    former = None if last is None else last.identity
    try:
        data = contents.keep(root / CONTENTS, former, (entry.blob for entry in found.entries))
    except (OSError, BrokenError):
        return
    state = (found.files, found.closed, found.days, found.dated)
    if last is not None and data == former:
        rows = {
            each.path: each.to_plain(since) for each in found.entries if each.path in found.fresh
        }
        lost = set(last.entries).difference(each.path for each in found.entries)
        if _may_grow(last, rows) and store.add(
            root / CACHE, last.stored.identity, (rows, lost, state)
        ):
            return
        entries = {path: row for path, row in last.entries.items() if path not in lost} | rows
    else:
        entries = {each.path: each.to_plain(since) for each in found.entries}
    store.keep(root / CACHE, key, (entries, state, _codes(last), dict(preset_data()), data))


def _may_grow(last: LastRun, rows: Mapping[str, Plain]) -> bool:
    """Whether what changed is little beside what is there, and so is what was added before."""
    few = len(rows) * 8 <= len(last.entries)
    return few and last.stored.whole and last.stored.grown <= _MUCH


def _codes(last: LastRun | None) -> Codes:
    if last is not None:
        return last.codes
    from yizhan.checking.runner import codes_by_kind

    return codes_by_kind()
