"""Running the checks on records, and giving what they find a line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

from yizhan.checking.days import Days
from yizhan.checking.entries import Entry
from yizhan.checking.remedy import Where, holder, remedy
from yizhan.checking.tracking import UNREAD, Questions, lines_mark
from yizhan.checks import discover, with_codes
from yizhan.checks.shared.acknowledged import acknowledgments, covering
from yizhan.checks.shared.check import Check, Context, Problem
from yizhan.checks.shared.consequences import explained
from yizhan.checks.shared.contents import references
from yizhan.checks.shared.last import forget, next_record
from yizhan.loading.late_entries import may_be_moved
from yizhan.loading.load import origin_in
from yizhan.loading.presets import load_presets
from yizhan.loading.regular import MAX_BYTES, read_regular
from yizhan.loading.tree import Closed, Tree
from yizhan.loading.working_days import official_calendar
from yizhan.model.archive import Archive
from yizhan.model.finding import Finding, Level, Pointer
from yizhan.model.record import Record
from yizhan.model.vocabulary import Kind

Codes = Mapping[str, Collection[str]]
"""Kind of record → codes of the checks that run on it."""

_SAYS_ITS_ID = "A001"
"""The check that tells of a file under another name than its id; it alone runs on such a file."""


def judge(
    root: Path,
    tree: Tree,
    entries: list[Entry],
    again: Collection[Entry],
    days: Days,
    codes: Codes | None = None,
) -> None:
    """Run the checks and write into the entries what they found and looked up.

    Args:
        root: the folder that holds ``records/``.
        tree: what lies under it.
        entries: every file's entry, by path.
        again: those of them that the checks run on.
        days: by which records are judged.
        codes: of the checks that run on each kind, where they are known: only those of the kinds
            in question are imported then.
    """
    presets = load_presets()
    readable = [entry for entry in entries if entry.blob is not None and not entry.misnamed]
    unread = _unread(entries, tree)
    questions = Questions()
    archive = Archive((*presets.procedures.values(), *readable), questions)
    context = Context(
        days.as_of, presets, official_calendar(root), tree.files, days.example, days.today
    )
    by_kind = checks_by_kind(_needed(codes, {entry.kind for entry in again}))
    lines = _Lines(root, context)
    for entry in again:
        questions.marks = set()
        next_record()
        checks = _checks_of(entry, by_kind)
        found = _problems(checks, entry.record(), archive, context)
        entry.withheld = frozenset()  # what the last run left out is judged anew
        if any(problem.hinges_on is not None for _, problem in found):
            questions.marks.add(UNREAD)
            found, entry.withheld = _without_doubtful(found, unread)
        _write_down(entry, found, lines, questions.marks)
    forget()


def _write_down(
    entry: Entry, found: list[tuple[Check, Problem]], lines: _Lines, marks: set[str]
) -> None:
    """Write into an entry what was found of its record, and what was asked for that."""
    entry.judged = tuple(lines.findings(entry.record(), found)) if found else ()
    others = {problem.record.path for _, problem in found} - {entry.path}
    marks.update(lines_mark(path) for path in others)
    entry.looked_up = tuple(marks)
    entry.targets = tuple({each.target for each in references(entry.record())})


def _unread(entries: list[Entry], tree: Tree) -> list[Closed]:
    """What cannot be read, or is in a folder that cannot, or under another name than its id."""
    unread = [Closed(each.path, (each.file.identity,)) for each in entries if each.blob is None]
    unread += [_under_two_ids(entry) for entry in entries if entry.misnamed]
    return [*unread, *tree.closed]


def _checks_of(entry: Entry, by_kind: Mapping[Kind, list[Check]]) -> list[Check]:
    """The checks that run on an entry's record."""
    checks = by_kind[entry.kind]
    if entry.misnamed:
        return [check for check in checks if check.code == _SAYS_ITS_ID]
    return checks


def _under_two_ids(entry: Entry) -> Closed:
    """A file that says another id than its name: until it is known which is right, it may be either."""
    identity = entry.file.identity
    return Closed(entry.path, (identity, identity._replace(id=entry.id)))


def codes_by_kind() -> dict[str, tuple[str, ...]]:
    """The codes of the checks that run on each kind of record."""
    by_kind = checks_by_kind(discover())
    return {kind.value: tuple(each.code for each in checks) for kind, checks in by_kind.items()}


def _needed(codes: Codes | None, kinds: set[Kind]) -> tuple[Check, ...]:
    """Half of the checks run on a matter; to import the others as well took 20 ms."""
    wanted = None if codes is None else {code for kind in kinds for code in codes[kind.value]}
    return (with_codes(wanted) if wanted is not None else None) or discover()


def checks_by_kind(checks: Iterable[Check]) -> dict[Kind, list[Check]]:
    """The checks that run on each kind of record."""
    found: dict[Kind, list[Check]] = {kind: [] for kind in Kind}
    for check in checks:
        for kind in check.kinds:
            found[kind].append(check)
    return found


def _problems(
    checks: list[Check], record: Record, archive: Archive, context: Context
) -> list[tuple[Check, Problem]]:
    return [(check, problem) for check in checks for problem in check.run(record, archive, context)]


def _without_doubtful(
    found: list[tuple[Check, Problem]], unread: list[Closed]
) -> tuple[list[tuple[Check, Problem]], frozenset[str]]:
    """Leave out what a file that cannot be read, or is in a folder that cannot, may refute.

    Such a file has findings of its own; "no such record" beside them would send a clerk to the
    wrong file, a thousand times where a place cannot be read.

    Returns:
        What can be said all the same, and the paths of the files on which the rest hinges.
    """
    kept: list[tuple[Check, Problem]] = []
    withheld: set[str] = set()
    for check, problem in found:
        hinges_on = problem.hinges_on
        doubts = [path for path, those in unread if hinges_on and hinges_on.is_met(path, those)]
        withheld.update(doubts)
        if not doubts:
            kept.append((check, problem))
    return kept, frozenset(withheld)


def _acknowledged(record: Record, found: list[tuple[Check, Problem]]) -> set[int]:
    """The problems, by ``id``, that the record itself acknowledges."""
    if not acknowledgments(record):
        return set()
    by_code: dict[str, list[Problem]] = defaultdict(list)
    for check, problem in found:
        if check.level is Level.IRREGULAR and problem.record is record:
            by_code[check.code].append(problem)
    return {
        id(problem)
        for code, problems in by_code.items()
        for problem, by in zip(problems, covering(record, code, problems).by, strict=True)
        if by is not None
    }


class _Lines:
    """Where problems stand; each file is looked at once for all its problems."""

    def __init__(self, root: Path, context: Context) -> None:
        self._root = root
        self._context = context

    def findings(self, record: Record, found: list[tuple[Check, Problem]]) -> Iterator[Finding]:
        """Turn the problems of a record into findings."""
        known = _acknowledged(record, found)
        by_path: dict[str, list[tuple[Check, Problem]]] = defaultdict(list)
        codes = {check.code for check, problem in found if id(problem) not in known}
        for check, problem in found:
            if not explained(check.code, codes):
                by_path[problem.record.path].append((check, problem))
        for each in by_path.values():
            yield from self._of_file(each, known)

    def _of_file(self, found: list[tuple[Check, Problem]], known: set[int]) -> Iterator[Finding]:
        record = found[0][1].record
        text, origin = self._written(record)
        held = {
            id(problem): holder(record, problem.act or problem.pointer)
            for check, problem in found
            if check.level is Level.IRREGULAR and id(problem) not in known
        }
        pointers = [problem.pointer for _, problem in found]
        pointers += [each.written for each in held.values()]
        places = _places(text, [origin(pointer) for pointer in pointers])
        of_holders = dict(zip(held, places[len(found) :], strict=True))
        for (check, problem), (line, column) in zip(found, places, strict=False):
            fix = check.fix if problem.fix is None else problem.fix
            told = (record.path, line, column, check.code, problem.message, fix, check.level)
            if id(problem) not in held:
                known_here = id(problem) in known
                yield Finding(*told, acknowledged=known_here, about=problem.about)
                continue
            where = Where(f"{record.path}:{line}", text, *of_holders[id(problem)])
            day = self._context.day_of(record)
            about = held[id(problem)].at(origin)
            how = remedy(about, where, check.code, problem.articles, day)
            yield Finding(*told, remedy=how, about=problem.about)

    def _written(self, record: Record) -> tuple[str | None, Callable[[Pointer], Pointer]]:
        """A file's text, and where in it a value of the record is, which may have been corrected.

        A preset has no file here, and a file may go while we look; the finding still stands.
        """
        from yizhan.loading.decoding import decode

        try:
            raw = read_regular(self._root / record.path, MAX_BYTES)
        except OSError:
            return None, _as_it_is
        text, _ = decode(raw)
        moved = record.corrections or may_be_moved(record)
        origin = origin_in(record.path, record.kind, raw) if moved else _as_it_is
        return text, origin


def _as_it_is(pointer: Pointer) -> Pointer:
    return pointer


def _places(text: str | None, pointers: list[Pointer]) -> list[tuple[int, int]]:
    from yizhan.loading.strict_yaml import positions

    return [(1, 1)] * len(pointers) if text is None else positions(text, *pointers)
