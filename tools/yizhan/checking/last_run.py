"""What one run of the checks leaves for the next.

``check.cache`` holds what is known of every file but its data, and is written anew whenever
something changed; the data, ten times as much, is in ``check.data`` (``checking.contents``).
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


@dataclass(frozen=True, slots=True)
class LastRun:
    """What the last run kept.

    Attributes:
        entries: by path.
        files: the attachments there were.
        days: the day it was asked for and the day on which examples were judged, in ISO form.
        dated: paths of the places that say on which day examples are judged.
        codes: of the checks that run on each kind.
        presets: what the files of the presets hold.
        contents: the file with the records' data.
        identity: of that file.
    """

    entries: Mapping[str, Plain]
    files: frozenset[str]
    days: str
    dated: tuple[str, ...]
    codes: Codes
    presets: Data
    contents: Contents
    identity: Identity

    def read_all(self) -> None:
        """Read the data of all records now, since any may be asked for when the file is gone.

        Raises:
            BrokenError: some of it is damaged.
        """
        self.contents.read_all(plain[2] for plain in self.entries.values() if plain[2] is not None)


@dataclass(frozen=True, slots=True)
class ToKeep:
    """What a run found out; ``files``, ``days`` and ``dated`` are as in ``LastRun``.

    Attributes:
        entries: every file's entry.
        fresh: paths of those that were read or judged in this run.
    """

    entries: list[Entry]
    fresh: frozenset[str]
    files: frozenset[str]
    days: str
    dated: tuple[str, ...]


def recall(root: Path, key: bytes) -> LastRun | None:
    """What the last run kept, or None where there is nothing that can be believed.

    Args:
        root: the project's root.
        key: what it must have been kept with.
    """
    value = store.recall(root / CACHE, key)
    if value is None:
        return None
    entries, files, days, dated, codes, presets, identity = value
    data = Contents(root / CONTENTS, identity)
    return LastRun(entries, files, days, dated, codes, presets, data, identity)


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
    stays = last.entries if last is not None and data == former else {}
    kept = {
        entry.path: entry.to_plain(since)
        if entry.path in found.fresh or entry.path not in stays
        else stays[entry.path]
        for entry in found.entries
    }
    rest = (found.files, found.days, found.dated, _codes(last), dict(preset_data()), data)
    store.keep(root / CACHE, key, (kept, *rest))


def _codes(last: LastRun | None) -> Codes:
    if last is not None:
        return last.codes
    from yizhan.checking.runner import codes_by_kind

    return codes_by_kind()
