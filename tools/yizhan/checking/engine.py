"""Running the checks: over everything once, and afterwards only where something changed.

Between two runs each file's data, its findings and what its checks looked up are kept. A file that
was not touched is not read again; a record is judged again when its own file changed, or something
its checks looked up did. Findings are the same with and without what is kept, which a test holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from yizhan.checking.changes import changed_marks, gone
from yizhan.checking.entries import Entry, Plain
from yizhan.checking.fingerprint import fingerprint
from yizhan.checking.recent import HELD_OF_MANY, Recent
from yizhan.checking.runner import judge
from yizhan.facts.example_day import example_day
from yizhan.loading import Loaded, collector, store
from yizhan.loading.presets import load_presets
from yizhan.loading.tree import Tree, walk
from yizhan.model.archive import NOBODY, Archive, Listener
from yizhan.model.finding import Finding
from yizhan.model.place import Place
from yizhan.model.vocabulary import Kind

CACHE = f"{store.FOLDER}/check.cache"
"""Where what is kept between two runs lies, relative to the project's root."""

_TICK_NS = 50_000_000

_MANY = 10_000
"""Records above which memory is spared, for some 4 % of the time: 150 MB at 50,000 matters."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a run found.

    Attributes:
        findings: all of them, sorted.
        records: how many files of records there are.
        read: how many of them were read from the disk in this run.
        judged: how many of them the checks ran on in this run.
        in_doubt: path of each file that could not be read → how many other records could not be
            judged in full without it; only where there are some.
    """

    findings: tuple[Finding, ...]
    records: int
    read: int
    judged: int
    in_doubt: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Last:
    """What the last run kept.

    Attributes:
        entries: by path.
        files: the attachments there were.
        days: the day it was asked for and the day on which examples were judged, in ISO form.
    """

    entries: Mapping[str, Plain]
    files: frozenset[str]
    days: str


@dataclass(frozen=True, slots=True)
class Inspected:
    """What a run found, and everything it read: a build goes on from there.

    Attributes:
        loaded: as ``loading.load`` gives it.
        contents: by id: a digest of what each record's file holds, and of where it is.
    """

    result: Result
    loaded: Loaded
    contents: Mapping[str, bytes]


def run(root: Path, as_of: date, *, cached: bool = True) -> Result:
    """Check a project; arguments and errors are those of ``inspect``."""
    return _run(root, as_of, cached=cached)[0]


def inspect(
    root: Path, as_of: date, *, cached: bool = True, listener: Listener = NOBODY
) -> Inspected:
    """Check a project and keep what was read.

    Args:
        root: the folder that holds ``records/``.
        as_of: the day for which is asked.
        cached: use and renew what the last run kept.
        listener: of the archive, which makes each record when it is first asked for.

    Raises:
        NoProjectError: there is no ``records/`` in ``root``.
    """
    with collector.paused():
        result, tree, entries = _run(root, as_of, cached=cached)
        readable = [entry for entry in entries if entry.blob is not None]
        unread = frozenset(entry.id for entry in entries if entry.blob is None)
        sources = [entry.source() for entry in readable]
        archive = Archive((*load_presets().procedures.values(), *sources), listener)
        loaded = Loaded(archive, result.findings, tree.files, unread)
    return Inspected(result, loaded, {entry.id: entry.digest for entry in readable})


def _run(root: Path, as_of: date, *, cached: bool) -> tuple[Result, Tree, list[Entry]]:
    cache = root / CACHE
    with collector.paused():
        tree = walk(root)
        key = fingerprint() if cached else b""
        now = store.moment(cache.parent) if cached else None
        last = _recall(cache, key) if now is not None else None
        entries, read = _entries(root, tree, last)
        fixed = example_day(_places(entries), as_of)
        days = f"{as_of} {fixed}"
        again = _to_judge(entries, tree, last, days, read)
        if again:
            judge(root, tree, entries, again, (as_of, fixed))
        if now is not None and (again or read or last is None or gone(entries, last.entries)):
            kept = {entry.path: entry.to_plain(now - _TICK_NS) for entry in entries}
            store.keep(cache, key, (kept, tree.files, days))
    findings = set(tree.findings)
    for entry in entries:
        findings.update(entry.reading)
        findings.update(entry.judged or ())
    in_doubt = dict(_in_doubt(entries))
    result = Result(tuple(sorted(findings)), len(entries), len(read), len(again), in_doubt)
    return result, tree, entries


def _places(entries: list[Entry]) -> Iterator[Place]:
    """Every place that could be read; one of them may say on which day examples are judged."""
    for entry in entries:
        if entry.kind is Kind.PLACE and entry.blob is not None:
            yield cast("Place", entry.record())


def _in_doubt(entries: list[Entry]) -> Iterator[tuple[str, int]]:
    """Each file that could not be read, with the number of records that asked for it."""
    unread = {entry.id: entry.path for entry in entries if entry.blob is None}
    if not unread:
        return
    asked: Counter[str] = Counter()
    for entry in entries:
        missed = {unread[identifier] for identifier in entry.looked_up if identifier in unread}
        asked.update(missed | entry.withheld)
    yield from sorted(asked.items())


def _recall(cache: Path, key: bytes) -> _Last | None:
    value = store.recall(cache, key)
    return None if value is None else _Last(*value)


def _entries(root: Path, tree: Tree, last: _Last | None) -> tuple[list[Entry], list[Entry]]:
    """Every file's entry, by path, and those that had to be read."""
    entries: list[Entry] = []
    read: list[Entry] = []
    sparing = len(tree.records) > _MANY
    recent = Recent(HELD_OF_MANY) if sparing else Recent()
    for file in tree.records:
        plain = last.entries.get(file.path) if last is not None else None
        if plain is not None and plain[0] == file.stamp:
            entries.append(Entry.from_plain(file, plain, recent))
        else:
            entry = Entry.fresh(root, file, recent, sparing=sparing)
            entries.append(entry)
            read.append(entry)
    return entries, read


def _to_judge(
    entries: list[Entry], tree: Tree, last: _Last | None, days: str, read: list[Entry]
) -> list[Entry]:
    """The records on which the checks have to run."""
    readable = [entry for entry in entries if entry.blob is not None]
    if last is None or last.days != days or last.files != tree.files:
        return readable
    changed = changed_marks(entries, last.entries, read)
    fresh = {entry.path for entry in read}
    return [
        entry
        for entry in readable
        if entry.path in fresh or not changed.isdisjoint(entry.looked_up)
    ]
