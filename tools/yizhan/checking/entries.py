"""What a run knows of each file, and how it is kept for the next run."""

from __future__ import annotations

import marshal
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from yizhan.checking.contents import Content, Contents
from yizhan.checking.privacy import private_in
from yizhan.checking.recent import Held, Recent, nothing
from yizhan.loading.digests import blake2b
from yizhan.loading.load import read_file
from yizhan.loading.neighbours import Neighbours
from yizhan.loading.tree import RecordFile
from yizhan.model.archive import Source
from yizhan.model.finding import Finding, Level, Remedy
from yizhan.model.kinds import KINDS
from yizhan.model.record import Record
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

Marks = tuple[str, ...]
"""Each once; a set of them takes six times the memory."""

Plain = tuple[Any, ...]
"""An entry without its path: stamp, id, place of its data, findings, marks, paths, digest,
targets."""


@dataclass(slots=True)
class Entry:
    """One file: what it holds, what was found in it, and what that rests on.

    Attributes:
        file: where it is and when it was changed.
        id: the record's id; of a file that could not be read, the id its path stands for.
        blob: its data; None where it could not be read.
        reading: found while it was read.
        judged: found by the checks; None where they have to run.
        looked_up: marks of what the checks asked the archive.
        digest: of the data and the path: what ``blob`` holds may be written in several ways.
        targets: ids that the record refers to; None where they are not known yet.
        recent: holds its record for the time being.
        held: gives the record as long as it is there.
        withheld: paths of the files that cannot be read and might refute what was therefore not
            said of this one.
    """

    file: RecordFile
    id: str
    blob: Content | None
    reading: tuple[Finding, ...]
    judged: tuple[Finding, ...] | None = None
    looked_up: Marks = ()
    withheld: frozenset[str] = frozenset()
    digest: bytes = b""
    targets: tuple[str, ...] | None = None
    recent: Recent = field(default_factory=Recent, repr=False)
    held: Held = field(default=nothing, repr=False)

    @classmethod
    def fresh(
        cls,
        root: Path,
        file: RecordFile,
        recent: Recent,
        neighbours: Neighbours | None = None,
        *,
        sparing: bool = False,
    ) -> Entry:
        """Read a file from the disk.

        Args:
            root: the project's root.
            file: where it is.
            recent: holds the record.
            neighbours: the other records, which a file that is refused may mean.
            sparing: of very many files: the data is compressed, and the record made again of it
                when it is first asked for, since the validator leaves a second copy of every text
                beside the first.
        """
        read = read_file(root, file, neighbours)
        blob = None if read.data is None else Content.of(read.data, compressed=sparing)
        identifier = file.identity.id if read.record is None else read.record.id
        plainest = marshal.dumps((file.path, read.data), 2)
        digest = blake2b(plainest, digest_size=12).digest()
        found = (*read.findings, *private_in(file.path, read.raw, read.record))
        entry = cls(file, identifier, blob, found, digest=digest, recent=recent)
        if not sparing and read.record is not None:
            entry.held = recent.hold(read.record)
        return entry

    def reading_told(self) -> Plain:
        """What was read, for another process."""
        raw = None if self.blob is None else self.blob.raw()
        return (self.id, raw, [_plain(finding) for finding in self.reading], self.digest)

    @classmethod
    def of_reading(cls, file: RecordFile, told: Plain, recent: Recent) -> Entry:
        """The entry that another process read; ``recent`` holds its record."""
        identifier, raw, reading, digest = told
        blob = None if raw is None else Content(raw)
        found = tuple([_finding(each) for each in reading])
        return cls(file, identifier, blob, found, digest=digest, recent=recent)

    def verdict_told(self) -> Plain:
        """What the checks found and looked up, for another process."""
        judged = [_plain(finding) for finding in self.judged or ()]
        return (judged, self.looked_up, self.withheld, self.targets)

    def take_verdict(self, told: Plain) -> None:
        """Take what the checks found in another process."""
        judged, self.looked_up, self.withheld, self.targets = told
        self.judged = tuple([_finding(each) for each in judged])

    @property
    def path(self) -> str:
        """The file's path."""
        return self.file.path

    @property
    def kind(self) -> Kind:
        """The kind that the folder stands for."""
        return self.file.identity.kind

    @property
    def misnamed(self) -> bool:
        """Whether it can be read, and gives itself another id than its path does."""
        return self.blob is not None and self.id != self.file.identity.id

    def record(self) -> Record:
        """The record, made when it is asked for; only for a file that could be read."""
        record = self.held()
        if record is None:
            assert self.blob is not None, f"{self.path} could not be read"
            record = _parsed(self.blob, self.kind, self.path)
            self.held = self.recent.hold(record)
        return record

    def source(self) -> Source:
        """What gives the record from now on, without the rest of the entry."""
        assert self.blob is not None, f"{self.path} could not be read"
        return _Later(self)

    def to_plain(self, since: int) -> Plain:
        """The entry as plain data.

        Args:
            since: a file changed since this moment (ns) may change again without showing it, since
                disks count time in steps; it is read again at the next run.
        """
        stamp = self.file.stamp
        return (
            stamp if max(stamp[0], stamp[1]) < since else None,
            self.id,
            None if self.blob is None else self.blob.place,
            [_plain(finding) for finding in self.reading],
            [_plain(finding) for finding in self.judged or ()],
            self.looked_up,
            self.withheld,
            self.digest,
            self.targets,
        )

    @classmethod
    def from_plain(
        cls, file: RecordFile, plain: Plain, contents: Contents, recent: Recent
    ) -> Entry:
        """The entry that ``to_plain`` gave for this file, its data still in the file of the last run.

        Args:
            file: where the record is.
            plain: what ``to_plain`` gave.
            contents: the file of the last run.
            recent: holds its record.
        """
        _, identifier, place, reading, judged, looked_up, withheld, digest, targets = plain
        return cls(
            file,
            identifier,
            None if place is None else Content(None, contents, place),
            tuple([_finding(each) for each in reading]) if reading else (),
            tuple([_finding(each) for each in judged]) if judged else (),
            looked_up,
            withheld,
            digest,
            targets,
            recent,
        )


class _Later:
    """A record of a file's data, made when it is asked for, and again when it was let go."""

    __slots__ = ("_blob", "_held", "_recent", "id", "kind", "path", "targets")

    def __init__(self, entry: Entry) -> None:
        self.id = entry.id
        self.path = entry.path
        self.kind = entry.kind
        self.targets = entry.targets
        self._held = entry.held
        self._recent = entry.recent
        made = self._held is not nothing and not self._recent.lets_go(self.kind)
        self._blob = None if made else entry.blob

    def record(self) -> Record:
        record = self._held()
        if record is None:
            assert self._blob is not None, "there is no source for what could not be read"
            record = _parsed(self._blob, self.kind, self.path)
            self._held = self._recent.hold(record)
            if not self._recent.lets_go(self.kind):
                self._blob = None
        return record


def _parsed(blob: Content, kind: Kind, path: str) -> Record:
    from yizhan.loading.parse import parse

    return parse(KINDS[kind].model, blob.data(), path)


def _plain(finding: Finding) -> tuple[object, ...]:
    message, fix = tuple(finding.message), tuple(finding.fix)
    where = (finding.path, finding.line, finding.column, finding.code)
    how = finding.remedy
    told = None
    if how is not None:
        told = (how.at, how.articles, how.by, how.line, how.lines, how.command)
    return (*where, message, fix, finding.level.value, finding.acknowledged, told, finding.about)


def _finding(plain: tuple[Any, ...]) -> Finding:
    path, line, column, code, message, fix, level, acknowledged, told, about = plain
    remedy = None if told is None else Remedy(*told)
    said = Text(*message), Text(*fix)
    return Finding(path, line, column, code, *said, Level(level), acknowledged, remedy, about)
