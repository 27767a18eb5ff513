"""Running the checks: over everything once, and afterwards only where something changed.

Between two runs each file's data, its findings and what its checks looked up are kept. A file that
was not touched is not read again; a record is judged again when its own file changed, or something
its checks looked up did. Findings are the same with and without what is kept, which a test holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import cast

from yizhan.checking.causes import told_at_the_cause
from yizhan.checking.contents import BrokenError
from yizhan.checking.days import Asked, Days, asked
from yizhan.checking.entries import Entry
from yizhan.checking.fingerprint import fingerprint
from yizhan.checking.last_run import LastRun, ToKeep, keep, recall
from yizhan.checking.partner import LostError, Partner, partner, worth_it
from yizhan.checking.privacy import discreet, private_around
from yizhan.checking.recent import HELD_OF_MANY, Recent
from yizhan.facts.example_day import example_day
from yizhan.facts.irregular import marked_in
from yizhan.loading import Loaded, collector, store
from yizhan.loading.arrangements import arrangements_digest
from yizhan.loading.digests import blake2b
from yizhan.loading.neighbours import Neighbours
from yizhan.loading.presets import load_presets, use_preset_data
from yizhan.loading.tree import RecordFile, Tree, walk
from yizhan.loading.working_days import OfficialCalendar, official_calendar
from yizhan.model.archive import NOBODY, Archive, Listener
from yizhan.model.finding import Finding
from yizhan.model.frozen import dataclass
from yizhan.model.kinds import RECORDS
from yizhan.model.place import Place
from yizhan.model.record import Record
from yizhan.model.vocabulary import Kind

SAYS_SO = frozenset({"A021", "R001", "R010", "R011", "R012", "R013"})
"""Codes of the checks that find an acknowledgment that nothing backs, or that is not settled."""

_TICK_NS = 50_000_000

_MANY = 10_000
"""Records above which memory is spared, for some 4 % of the time: 150 MB at 50,000 matters."""

_PLACES = f"{RECORDS}/places/"


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
        files: the files of records.
    """

    findings: tuple[Finding, ...]
    records: int
    read: int
    judged: int
    in_doubt: Mapping[str, int]
    files: tuple[RecordFile, ...]


@dataclass(frozen=True, slots=True)
class Inspected:
    """What a run found, and everything it read: a build goes on from there.

    Attributes:
        loaded: as ``loading.load`` gives it.
        contents: by id: a digest of what each record's file holds, and of where it is.
        calendar: with the arrangements that the project gives.
    """

    result: Result
    loaded: Loaded
    contents: Mapping[str, bytes]
    calendar: OfficialCalendar


def run(root: Path, as_of: date, *, cached: bool = True, today: date | None = None) -> Result:
    """Check a project; arguments and errors are those of ``inspect``."""
    return _run(root, asked(as_of, today), cached=cached)[0]


def inspect(
    root: Path,
    as_of: date,
    *,
    cached: bool = True,
    listener: Listener = NOBODY,
    today: date | None = None,
) -> Inspected:
    """Check a project and keep what was read.

    Args:
        root: the folder that holds ``records/``.
        as_of: the day for which is asked.
        cached: use and renew what the last run kept.
        listener: of the archive, which makes each record when it is first asked for.
        today: the day on which is asked; of a day before it, what is dated later is not seen, files
            are taken as the last run read them, and nothing is kept for the next one. None where it
            is ``as_of``.

    Raises:
        NoProjectError: there is no ``records/`` in ``root``.
    """
    about = asked(as_of, today)
    with collector.paused():
        result, tree, entries = _run(root, about, cached=cached, whole=True)
        readable = [entry for entry in entries if entry.blob is not None]
        unread = tree.closed_ids() | {entry.id for entry in entries if entry.blob is None}
        marked = _without_backing(root, result, tree, readable, about)
        sources = [marked.get(entry.path) or entry.source() for entry in readable]
        archive = Archive((*load_presets().procedures.values(), *sources), listener)
        loaded = Loaded(archive, result.findings, tree.files, unread)
    contents = {entry.id: _digest(entry, marked) for entry in readable}
    return Inspected(result, loaded, contents, official_calendar(root))


def _without_backing(
    root: Path, result: Result, tree: Tree, readable: list[Entry], about: Asked
) -> Mapping[str, Record]:
    """By path, the records that acknowledge what no check finds or what is not settled, with that marked."""
    paths = {finding.path for finding in result.findings if finding.code in SAYS_SO}
    if not paths:
        return {}
    from yizhan.checking.backing import marked
    from yizhan.checks.shared.check import Context

    presets, calendar = load_presets(), official_calendar(root)
    archive = Archive((*presets.procedures.values(), *(each.source() for each in readable)))
    example = example_day(archive.of(Place), about.as_of)
    context = Context(about.as_of, presets, calendar, tree.files, example, about.today)
    records = [each.record() for each in readable if each.path in paths]
    return {each.path: each for each in marked(records, archive, context)}


def _digest(entry: Entry, marked: Mapping[str, Record]) -> bytes:
    """Of what a file holds, and of whether something that it acknowledges is marked."""
    record = marked.get(entry.path)
    if record is None:
        return entry.digest
    found = repr(sorted(marked_in(record))).encode()
    return blake2b(entry.digest + found, digest_size=12).digest()


def _run(
    root: Path, about: Asked, *, cached: bool, whole: bool = False
) -> tuple[Result, Tree, list[Entry]]:
    """Walk, read, judge and keep.

    Args:
        root: the folder that holds ``records/``.
        about: for which day is asked, and on which.
        cached: use and renew what the last run kept.
        whole: whether the data of any record may be asked for afterwards.
    """
    with collector.paused():
        tree = walk(root)
        now = store.moment(root / store.FOLDER) if cached and not about.past else None
        if now is None and not (cached and about.past):
            return _judged(root, tree, about, None)[0]
        key = fingerprint() + arrangements_digest(root)
        last = recall(root, key)
        try:
            if whole and last is not None:
                last.read_all()
            found, kept = _judged(root, tree, about, last)
        except BrokenError:  # what was kept is damaged: as if there were nothing
            last = None
            found, kept = _judged(root, tree, about, None)
        if kept is not None and now is not None:
            keep(root, key, last, kept, now - _TICK_NS)
        if last is not None:
            last.contents.close()
        return found


def _judged(
    root: Path, tree: Tree, about: Asked, last: LastRun | None
) -> tuple[tuple[Result, Tree, list[Entry]], ToKeep | None]:
    """Read and judge what changed since the last run.

    Returns:
        What was found, and what is to be kept where that is something new.

    Raises:
        BrokenError: what the last run kept is damaged.
    """
    if last is not None:
        use_preset_data(last.presets)
    elif worth_it(len(tree.records)) and not about.past:
        try:
            return _judged_by_two(root, tree, about)
        except LostError:
            pass
    entries, read = _entries(root, tree, last)
    lost = set(last.entries) - {entry.path for entry in entries} if last is not None else set()
    dated = _dated(entries, last, {*lost, *(entry.path for entry in read)})
    days = _days(dated, about)
    if about.past:
        from yizhan.checking.past import look_back_at

        entries, tree = look_back_at(entries, tree, days.as_of, days.example)
    again = _to_judge(entries, tree, None if about.past else last, days.text(), read)
    if again:
        from yizhan.checking.runner import judge

        judge(root, tree, entries, again, days, None if last is None else last.codes)
    found = _result(root, tree, entries, read, again), tree, entries
    if about.past or (last is not None and not (again or read or lost)):
        return found, None
    fresh = frozenset(entry.path for entry in (*again, *read))
    return found, _to_keep(entries, fresh, tree, days.text(), tuple(each.path for each in dated))


def _days(dated: list[Entry], about: Asked) -> Days:
    places = (cast("Place", entry.record()) for entry in dated)
    return Days(about.as_of, example_day(places, about.as_of), about.today)


def _judged_by_two(
    root: Path, tree: Tree, about: Asked
) -> tuple[tuple[Result, Tree, list[Entry]], ToKeep]:
    """Read and judge everything in two processes.

    Raises:
        LostError: the second one is gone.
    """
    from yizhan.checking import runner

    runner.codes_by_kind()  # imports the checks, and the rest once for both
    load_presets()
    with partner(lambda first: _half(root, tree, about, first)) as second:
        entries, days, dated = _half(root, tree, about, second)
        theirs = [entry for entry in entries[1::2] if entry.blob is not None]
        for entry, told in zip(theirs, second.receive(), strict=True):
            entry.take_verdict(told)
    found = _result(
        root, tree, entries, entries, [each for each in entries if each.blob is not None]
    )
    fresh = frozenset(entry.path for entry in entries)
    return (found, tree, entries), _to_keep(entries, fresh, tree, days, dated)


def _to_keep(
    entries: list[Entry], fresh: frozenset[str], tree: Tree, days: str, dated: tuple[str, ...]
) -> ToKeep:
    closed = tuple(each.path for each in tree.closed)
    return ToKeep(entries, fresh, tree.files, closed, days, dated)


def _half(
    root: Path, tree: Tree, about: Asked, other: Partner
) -> tuple[list[Entry], str, tuple[str, ...]]:
    """The work of one of two processes: every second file is read and judged in each."""
    from yizhan.checking.runner import judge

    sparing = len(tree.records) > _MANY
    recent = _recent(tree)
    neighbours = Neighbours(root, tree.records)
    mine = [
        Entry.fresh(root, file, recent, neighbours, sparing=sparing)
        for file in tree.records[other.number :: 2]
    ]
    told = other.exchange([entry.reading_told() for entry in mine])
    files = tree.records[1 - other.number :: 2]
    entries: list[Entry] = list(mine)
    entries += [
        Entry.of_reading(file, each, recent) for file, each in zip(files, told, strict=True)
    ]
    entries.sort(key=lambda entry: entry.path)
    dated = _dated(entries, None, set())
    days = _days(dated, about)
    own = [entry for entry in mine if entry.blob is not None]
    judge(root, tree, entries, own, days)
    if other.number == 1:
        other.send([entry.verdict_told() for entry in own])
    return entries, days.text(), tuple(entry.path for entry in dated)


def _result(
    root: Path, tree: Tree, entries: list[Entry], read: list[Entry], again: list[Entry]
) -> Result:
    findings = {*tree.findings, *private_around(root, tree)}
    for entry in entries:
        findings.update(entry.reading)
        findings.update(entry.judged or ())
    in_doubt = dict(_in_doubt(entries, tree))
    told = told_at_the_cause(root, findings, entries)
    return Result(
        tuple(sorted(discreet(told))),
        len(entries),
        len(read),
        len(again),
        in_doubt,
        tree.records,
    )


def _dated(entries: list[Entry], last: LastRun | None, touched: set[str]) -> list[Entry]:
    """The places of examples that say on which day examples are judged.

    Args:
        entries: every file's entry.
        last: what the last run kept.
        touched: paths of what was read in this run, and of what is gone.
    """
    places = [each for each in entries if each.kind is Kind.PLACE and each.blob is not None]
    if last is not None and not any(path.startswith(_PLACES) for path in touched):
        known = set(last.dated)
        return [each for each in places if each.path in known]
    return [each for each in places if _says_a_day(cast("Place", each.record()))]


def _says_a_day(place: Place) -> bool:
    return place.example and place.example_day is not None


def _in_doubt(entries: list[Entry], tree: Tree) -> Iterator[tuple[str, int]]:
    """Each file that could not be read, with the number of records that asked for it.

    Of a folder, they are those in which something that it may hold was not found.
    """
    unread = {entry.id: entry.path for entry in entries if entry.blob is None or entry.misnamed}
    unread |= {entry.file.identity.id: entry.path for entry in entries if entry.misnamed}
    unread |= {each.id: path for path, those in tree.closed for each in those if each.id}
    if not unread and not tree.closed:
        return
    asked: Counter[str] = Counter()
    for entry in entries:
        missed = {unread[identifier] for identifier in entry.looked_up if identifier in unread}
        asked.update(missed | entry.withheld)
    yield from sorted(asked.items())


def _recent(tree: Tree) -> Recent:
    """What holds the records that were made last."""
    return Recent(HELD_OF_MANY) if len(tree.records) > _MANY else Recent()


def _entries(root: Path, tree: Tree, last: LastRun | None) -> tuple[list[Entry], list[Entry]]:
    """Every file's entry, by path, and those that had to be read.

    A file that was refused is read again though nothing touched it: what is said of it names other
    records, which may be others now.
    """
    entries: list[Entry] = []
    read: list[Entry] = []
    sparing = len(tree.records) > _MANY
    recent = _recent(tree)
    neighbours = Neighbours(root, tree.records)
    for file in tree.records:
        plain = last.entries.get(file.path) if last is not None else None
        if (
            last is not None
            and plain is not None
            and plain[0] == file.stamp
            and plain[2] is not None
        ):
            entries.append(Entry.from_plain(file, plain, last.contents, recent))
        else:
            entry = Entry.fresh(root, file, recent, neighbours, sparing=sparing)
            entries.append(entry)
            read.append(entry)
    return entries, read


def _to_judge(
    entries: list[Entry], tree: Tree, last: LastRun | None, days: str, read: list[Entry]
) -> list[Entry]:
    """The records on which the checks have to run."""
    readable = [entry for entry in entries if entry.blob is not None]
    closed = tuple(each.path for each in tree.closed)
    if last is None or (last.days, last.files, last.closed) != (days, tree.files, closed):
        return readable
    if not read and len(entries) == len(last.entries):
        return []
    from yizhan.checking.changes import changed_marks

    changed = changed_marks(entries, last.entries, last.contents, read)
    fresh = {entry.path for entry in read}
    return [
        entry
        for entry in readable
        if entry.path in fresh or not changed.isdisjoint(entry.looked_up)
    ]
