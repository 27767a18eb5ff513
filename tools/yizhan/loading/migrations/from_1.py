"""Format 1 → 2: claims have a folder of that name, and references name keys instead of positions.

- What an office claims is in ``records/claims/``; the word tally stays with votes.
- ``corrects: 2`` in a matter's log becomes the second entry's key, ``reverses: 2026-x#2`` in a
  points batch the batch's id and its second entry's key. In format 1 no key was given, so each
  follows from the item itself. How keys were derived when format 2 came is said here and not asked
  of ``model/keys.py``, where it may change: an old file is to become what it became then.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_OLD = "records/tallies/"
_NEW = "records/claims/"
# Where this format has its files is said here and not asked of ``model/kinds.py``, which says where
# today's format has them.
_MATTER = re.compile(r"records/matters/[0-9]{4}/[^/]+\.yaml")
_BATCH = re.compile(r"records/points/[0-9]{4}/([^/]+)\.yaml")
_REVERSES = re.compile(r"([a-z0-9-]+)#([1-9][0-9]{0,5})")


def move(path: str) -> str:
    """Where a file of format 1 is in format 2."""
    return _NEW + path.removeprefix(_OLD) if path.startswith(_OLD) else path


def rewrite(files: Mapping[str, Any]) -> Mapping[str, Any]:
    """The files as format 2 writes them; a position that is none stays, for the check to tell."""
    batches = {
        match.group(1): _entry_keys(data)
        for path, data in files.items()
        if (match := _BATCH.fullmatch(path)) is not None
    }
    after = dict(files)
    for path, data in files.items():
        if _MATTER.fullmatch(path):
            after[path] = _matter(data)
        elif _BATCH.fullmatch(path):
            after[path] = _batch(data, batches)
    return after


def _matter(data: Any) -> Any:
    log = _items(data, "log")
    own = list(_numbered(_of_day(entry.get("date"), str(entry.get("step"))) for entry in log))

    def corrected(entry: Any) -> Any:
        position = entry.get("corrects")
        if type(position) is not int or not 1 <= position <= len(own):
            return entry
        return {**entry, "corrects": own[position - 1]}

    return {**data, "log": [corrected(entry) for entry in log]} if log else data


def _entry_keys(data: Any) -> list[str]:
    return list(
        _numbered(
            f"{entry.get('account')}-{entry.get('item') or entry.get('kind')}"
            for entry in _items(data, "entries")
        )
    )


def _batch(data: Any, batches: Mapping[str, list[str]]) -> Any:
    entries = _items(data, "entries")

    def reversed_(entry: Any) -> Any:
        name = entry.get("reverses")
        match = _REVERSES.fullmatch(name) if isinstance(name, str) else None
        own = batches.get(match.group(1), []) if match is not None else []
        if match is None or int(match.group(2)) > len(own):
            return entry
        return {**entry, "reverses": f"{match.group(1)}#{own[int(match.group(2)) - 1]}"}

    return {**data, "entries": [reversed_(entry) for entry in entries]} if entries else data


def _of_day(date: object, word: str) -> str:
    return f"{str(date).replace('-', '')}-{word}"


def _numbered(stems: Iterable[str]) -> Iterator[str]:
    seen: dict[str, int] = defaultdict(int)
    for each in stems:
        seen[each] += 1
        yield each if seen[each] == 1 else f"{each}-{seen[each]}"


def _items(data: Any, key: str) -> list[dict[str, Any]]:
    """A list of mappings; none where the file holds anything else, which stays as it is."""
    found = data.get(key) if isinstance(data, dict) else None
    whole = isinstance(found, list) and all(isinstance(each, dict) for each in found)
    return found if isinstance(found, list) and whole else []
