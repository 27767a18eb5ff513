"""What changed between two runs, as marks of the questions whose answers may be others now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from yizhan.checking.contents import Contents
from yizhan.checking.entries import Entry, Plain
from yizhan.checking.recent import Recent
from yizhan.checking.tracking import DUPLICATES, UNREAD, kind_mark, lines_mark, marks_of
from yizhan.loading.presets import load_presets
from yizhan.loading.tree import RecordFile
from yizhan.model.kinds import identify


def changed_marks(
    entries: list[Entry], before: Mapping[str, Plain], contents: Contents, read: list[Entry]
) -> set[str]:
    """The marks to be compared with what each record's checks looked up.

    Args:
        entries: every file's entry, by path.
        before: what the last run kept, by path.
        contents: where the data of these files is.
        read: the entries that this run read from the disk.
    """
    marks: set[str] = set()
    recent = Recent(0)
    for entry in read:
        plain = before.get(entry.path)
        marks.add(lines_mark(entry.path))
        if plain is None:
            marks.update(_marks(entry))
        elif (plain[1], plain[7]) != (entry.id, entry.digest):
            marks.update(_marks(entry))
            marks.update(_marks(Entry.from_plain(entry.file, plain, contents, recent)))
    for path in set(before) - {entry.path for entry in entries}:
        marks.add(lines_mark(path))
        marks.update(_marks(Entry.from_plain(_lost(path), before[path], contents, recent)))
    if marks and not _harmless(entries, before, read):
        was = [_readable(path, plain) for path, plain in sorted(before.items())]
        now = [(each.path, each.id, each.digest if each.blob else None) for each in entries]
        if _taken(was) != _taken(now):
            marks.add(DUPLICATES)
        could_not = {path for path, plain in before.items() if _in_doubt(path, plain)}
        if could_not != {e.path for e in entries if e.blob is None or e.misnamed}:
            marks.add(UNREAD)
    return marks


def _in_doubt(path: str, plain: Plain) -> bool:
    """Whether a file could not be read, or said another id than its path."""
    return plain[2] is None or plain[1] != _lost(path).identity.id


def _harmless(entries: list[Entry], before: Mapping[str, Plain], read: list[Entry]) -> bool:
    """Whether the same files can be read, with the same ids, none of which another record has.

    Then neither the records whose id is taken nor the files that cannot be read are others now. To
    list them before and after takes 10 ms at 4,200 matters.
    """
    if len(entries) != len(before):
        return False
    for entry in read:
        plain = before.get(entry.path)
        if plain is None or plain[1] != entry.id or (plain[2] is None) != (entry.blob is None):
            return False
    ids = {entry.id for entry in read}
    alone = sum(entry.id in ids for entry in entries) == len(read)
    return alone and ids.isdisjoint(load_presets().procedures)


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


def _readable(path: str, plain: Plain) -> tuple[str, str, bytes | None]:
    return path, plain[1], None if plain[2] is None else plain[7]


def _taken(files: Iterable[tuple[str, str, bytes | None]]) -> list[tuple[str, bytes]]:
    """The records whose id a preset or an earlier file has.

    Args:
        files: path, id, and digest of what the file holds; None where it cannot be read.
    """
    ids = set(load_presets().procedures)
    taken: list[tuple[str, bytes]] = []
    for path, identifier, digest in files:
        if digest is None:
            continue
        if identifier in ids:
            taken.append((path, digest))
        ids.add(identifier)
    return taken
