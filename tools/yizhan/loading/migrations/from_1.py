"""Format 1 → 2: claims have a folder of that name, and references name keys instead of positions.

- What an office claims lies in ``records/claims/``; the word tally stays with votes.
- ``corrects: 2`` in a matter's log becomes the second entry's key, ``reverses: 2026-x#2`` in a
  points batch the batch's id and its second entry's key. In format 1 no key was given, so each
  follows from the item itself (``model/keys.py``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from yizhan.model.keys import numbered, of_account, of_day
from yizhan.model.kinds import identify
from yizhan.model.vocabulary import Kind

_OLD = "records/tallies/"
_NEW = "records/claims/"
_REVERSES = re.compile(r"([a-z0-9-]+)#([1-9][0-9]{0,5})")


def move(path: str) -> str:
    """Where a file of format 1 is in format 2."""
    return _NEW + path.removeprefix(_OLD) if path.startswith(_OLD) else path


def rewrite(files: Mapping[str, Any]) -> Mapping[str, Any]:
    """The files as format 2 writes them; a position that is none stays, for the check to tell."""
    kinds = {path: _kind(path) for path in files}
    batches = {
        path.rpartition("/")[2].removesuffix(".yaml"): _entry_keys(files[path])
        for path, kind in kinds.items()
        if kind is Kind.BATCH
    }
    after = dict(files)
    for path, kind in kinds.items():
        if kind is Kind.MATTER:
            after[path] = _matter(files[path])
        elif kind is Kind.BATCH:
            after[path] = _batch(files[path], batches)
    return after


def _kind(path: str) -> Kind | None:
    identity = identify(path)
    return identity.kind if identity is not None else None


def _matter(data: Any) -> Any:
    log = _items(data, "log")
    own = list(numbered(of_day(entry.get("date"), str(entry.get("step"))) for entry in log))

    def corrected(entry: Any) -> Any:
        position = entry.get("corrects")
        if type(position) is not int or not 1 <= position <= len(own):
            return entry
        return {**entry, "corrects": own[position - 1]}

    return {**data, "log": [corrected(entry) for entry in log]} if log else data


def _entry_keys(data: Any) -> list[str]:
    return list(
        numbered(
            of_account(str(entry.get("account")), str(entry.get("item") or entry.get("kind")))
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


def _items(data: Any, key: str) -> list[dict[str, Any]]:
    """A list of mappings; none where the file holds anything else, which stays as it is."""
    found = data.get(key) if isinstance(data, dict) else None
    whole = isinstance(found, list) and all(isinstance(each, dict) for each in found)
    return found if isinstance(found, list) and whole else []
