"""What a build keeps for the next one, and what of it still holds.

Kept are the stamps of the site's files, for every page what it was made of, and what the records held
then. All of it lies in ``.yizhan/`` in the form of ``loading.store``, which reads nothing that came from
another machine. A site that is not as the last build left it is built anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from yizhan.checking.tracking import kind_mark, marks_of
from yizhan.facts.summary import Plain
from yizhan.loading import store
from yizhan.model.archive import Archive
from yizhan.model.vocabulary import Kind
from yizhan.pages.notes import Digest, Digester, follow, is_way
from yizhan.publishing.output import Stamp, unchanged

FILE = f"{store.FOLDER}/site.cache"
"""Where it lies, relative to the project's root."""

Made = bytes
"""Of a page: digest of its inputs, its marks as numbers, digest of what search knows of it; of what
makes slots, in the last place their addresses and names. One value, since there is one for each of
100,000 pages."""


KeptRow = tuple[bytes, bytes]
"""A matter as a row of a list, and the marks of what it was made of, as numbers."""


def packed(inputs: Digest, numbers: bytes, rest: bytes) -> Made:
    """Put together what is kept of a page."""
    return bytes((len(inputs),)) + inputs + len(numbers).to_bytes(4, "little") + numbers + rest


def unpacked(made: Made) -> tuple[Digest, bytes, bytes]:
    """What ``packed`` put together."""
    start = 1 + made[0]
    end = start + 4 + int.from_bytes(made[start : start + 4], "little")
    return made[1:start], made[start + 4 : end], made[end:]


@dataclass(slots=True)
class KeptPages:
    """What the pages of one language were made of.

    Attributes:
        marks: every mark; pages name them by position. Languages may share them.
        pages: by address, and slots by the name of what makes them.
        rows: matters as rows of lists, by id, each with its marks as numbers.
    """

    marks: list[str] = field(default_factory=list)
    pages: dict[str, Made] = field(default_factory=dict)
    rows: dict[str, KeptRow] = field(default_factory=dict)

    @property
    def urls(self) -> Iterator[str]:
        """The addresses of the pages."""
        return (name for name in self.pages if name.endswith("/"))


@dataclass(slots=True)
class Kept:
    """What one build keeps.

    Attributes:
        files: stamp of every file of the site.
        pages: by language.
        ways: digest of every part of a derived value that a page looked at.
        records: by id: digest of the content, and the marks of the questions it is part of.
        shards: of the search index, by name: digest of what went in, number of records, years.
        others: digests of what else files were made of, by what they are.
        attachments: stamps of what was copied.
        basis: digest of what all summaries rest on besides their records.
        summaries: of every matter that has a state, by id, as plain data.
    """

    files: dict[str, Stamp]
    pages: dict[str, KeptPages]
    ways: dict[str, Digest]
    records: dict[str, tuple[Digest, tuple[str, ...]]]
    shards: dict[str, tuple[Any, ...]]
    others: dict[str, Digest]
    attachments: dict[str, tuple[int, ...]]
    basis: Digest = b""
    summaries: dict[str, Plain] = field(default_factory=dict)


def recall(project: Path, site: Path, key: bytes) -> Kept | None:
    """What the last build kept, if the site is still as it left it."""
    value = store.recall(project / FILE, key)
    if value is None:
        return None
    folder, files, pages, *rest = value
    kept = Kept(files, {lang: KeptPages(*each) for lang, each in pages.items()}, *rest)
    return kept if _identity(site) == folder and unchanged(site, files) else None


def keep(project: Path, site: Path, key: bytes, kept: Kept) -> None:
    """Keep what the next build may use."""
    identity = _identity(site)
    if identity is None:
        return
    pages = {lang: (each.marks, each.pages, each.rows) for lang, each in kept.pages.items()}
    rest = (kept.ways, kept.records, kept.shards, kept.others, kept.attachments)
    short = (kept.basis, kept.summaries)
    store.keep(project / FILE, key, (identity, kept.files, pages, *rest, *short))


def forget(project: Path) -> None:
    """Drop what was kept: the site is about to change."""
    (project / FILE).unlink(missing_ok=True)


def _identity(site: Path) -> tuple[int, int] | None:
    try:
        status = site.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def records_now(
    archive: Archive, contents: Mapping[str, Digest], before: Kept | None
) -> dict[str, tuple[Digest, tuple[str, ...]]]:
    """What each record holds, with its marks, which are worked out for changed records only."""
    known = {} if before is None else before.records
    found = {}
    same: dict[str, str] = {}  # one text for all records that refer to the same
    for identifier, digest in contents.items():
        former = known.get(identifier)
        if former is not None and former[0] == digest:
            found[identifier] = former
        else:
            source = archive.source(identifier)
            assert source is not None, "the archive holds what was read"
            marks = sorted(set(marks_of(source)))
            found[identifier] = (digest, tuple([same.setdefault(each, each) for each in marks]))
    return found


def changed_marks(
    before: Kept,
    records: Mapping[str, tuple[Digest, tuple[str, ...]]],
    derived: object,
    digester: Digester,
) -> set[str] | None:
    """Marks of everything whose answer may be another than at the last build.

    Returns:
        None where a procedure changed: every state may be another.
    """
    changed: set[str] = set()
    for identifier in before.records.keys() | records.keys():
        was, now = before.records.get(identifier), records.get(identifier)
        if was is now or (was is not None and now is not None and was[0] == now[0]):
            continue
        for each in (was, now):
            changed.update(each[1] if each is not None else ())
    if kind_mark(Kind.PROCEDURE) in changed:
        return None
    if not changed:
        return changed  # what is derived follows from the records and the day
    changed.update(
        way for way, digest in before.ways.items() if digester.of(follow(derived, way)) != digest
    )
    return changed


def ways_now(
    pages: Iterable[KeptPages], derived: object, digester: Digester
) -> Iterator[tuple[str, Digest]]:
    """The digest of every part of a derived value that some page looked at."""
    for way in {mark for each in pages for mark in each.marks if is_way(mark)}:
        yield way, digester.of(follow(derived, way))
