"""What changed between two runs, as marks of the questions whose answers may be others now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from yizhan.checking.entries import Entry, Plain
from yizhan.checking.recent import Recent
from yizhan.checking.tracking import DUPLICATES, UNREAD, kind_mark, lines_mark, marks_of
from yizhan.loading.presets import load_presets
from yizhan.loading.tree import RecordFile
from yizhan.model.kinds import identify


def gone(entries: list[Entry], before: Mapping[str, Plain]) -> set[str]:
    """Paths of the files that were there at the last run and are no more."""
    return set(before) - {entry.path for entry in entries}


def changed_marks(entries: list[Entry], before: Mapping[str, Plain], read: list[Entry]) -> set[str]:
    """The marks to be compared with what each record's checks looked up.

    Args:
        entries: every file's entry, by path.
        before: what the last run kept, by path.
        read: the entries that this run read from the disk.
    """
    marks: set[str] = set()
    recent = Recent(0)
    for entry in read:
        plain = before.get(entry.path)
        marks.add(lines_mark(entry.path))
        if plain is None:
            marks.update(_marks(entry))
        elif (plain[1], plain[2]) != (entry.id, entry.blob):
            marks.update(_marks(entry))
            marks.update(_marks(Entry.from_plain(entry.file, plain, recent)))
    for path in gone(entries, before):
        marks.add(lines_mark(path))
        marks.update(_marks(Entry.from_plain(_lost(path), before[path], recent)))
    if marks:
        was = [(path, plain[1], plain[2]) for path, plain in sorted(before.items())]
        if _taken(was) != _taken((entry.path, entry.id, entry.blob) for entry in entries):
            marks.add(DUPLICATES)
        could_not = {path for path, plain in before.items() if plain[2] is None}
        if could_not != {entry.path for entry in entries if entry.blob is None}:
            marks.add(UNREAD)
    return marks


def _marks(entry: Entry) -> Iterator[str]:
    """The marks of one file; its path's id and kind count even where it cannot be read."""
    yield entry.file.identity.id
    yield kind_mark(entry.kind)
    if entry.blob is not None:
        yield from marks_of(entry.record())


def _lost(path: str) -> RecordFile:
    identity = identify(path)
    assert identity is not None, "only files of records are kept"
    return RecordFile(path, identity, (0, 0, 0, 0))


def _taken(files: Iterable[tuple[str, str, bytes | None]]) -> list[tuple[str, bytes]]:
    """The records whose id a preset or an earlier file has."""
    ids = set(load_presets().procedures)
    taken: list[tuple[str, bytes]] = []
    for path, identifier, blob in files:
        if blob is None:
            continue
        if identifier in ids:
            taken.append((path, blob))
        ids.add(identifier)
    return taken
