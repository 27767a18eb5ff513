"""The entries of a run as they stood on a day that is past."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from yizhan.checking.entries import Entry
from yizhan.checks.shared.contents import attachment_folder, attachments
from yizhan.facts.as_seen import look_back
from yizhan.facts.example_day import day_of
from yizhan.loading.digests import blake2b
from yizhan.loading.tree import Tree
from yizhan.model.record import Record


def look_back_at(
    entries: list[Entry], tree: Tree, as_of: date, example: date | None
) -> tuple[list[Entry], Tree]:
    """Leave out what was not there on a day, and see the rest as it stood.

    A digest of what differs from the file differs too: nothing that is kept of another day is taken
    for this one's.

    Args:
        entries: every file's entry.
        tree: what lies under ``records/``.
        as_of: the day.
        example: the day on which the example is shown.

    Returns:
        The entries that are seen, and the tree without the attachments of what is not.
    """
    readable = {entry.path: entry for entry in entries if entry.blob is not None}
    whole = {path: entry.record() for path, entry in readable.items()}
    found = look_back(whole.values(), lambda record: day_of(record, as_of, example))
    seen = {record.path: record for record in found}
    for path, record in seen.items():
        if record is not whole[path]:
            _show(readable[path], record, as_of)
    kept = [entry for entry in entries if entry.blob is None or entry.path in seen]
    gone = _files_of(whole.values()) - _files_of(seen.values())
    return kept, replace(tree, files=tree.files - gone)


def _show(entry: Entry, record: Record, day: date) -> None:
    entry.held = lambda: record
    entry.targets = None  # it may have referred to others
    entry.digest = blake2b(entry.digest + day.isoformat().encode(), digest_size=12).digest()


def _files_of(records: Iterable[Record]) -> frozenset[str]:
    return frozenset(
        attachment_folder(record) + attachment.file
        for record in records
        for _, attachment in attachments(record)
    )
