"""Running the checks on records, and giving what they find a line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from yizhan.checking.entries import Entry
from yizhan.checking.tracking import TrackedArchive, kind_mark, lines_mark
from yizhan.checks import discover
from yizhan.checks.shared.check import Check, Context, Problem
from yizhan.loading.presets import load_presets
from yizhan.loading.strict_yaml import decode, positions
from yizhan.loading.tree import Tree
from yizhan.loading.working_days import official_calendar
from yizhan.model.finding import Finding, Pointer
from yizhan.model.procedure import Procedure
from yizhan.model.record import Record
from yizhan.model.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class _Preset:
    """A procedure that ships with the tool, as a source of the archive."""

    procedure: Procedure

    @property
    def id(self) -> str:
        return self.procedure.id

    @property
    def kind(self) -> Kind:
        return Kind.PROCEDURE

    def record(self) -> Procedure:
        return self.procedure


def judge(
    root: Path, tree: Tree, entries: list[Entry], again: Iterable[Entry], as_of: date
) -> None:
    """Run the checks and write into the entries what they found and looked up.

    Args:
        root: the folder that holds ``records/``.
        tree: what lies under it.
        entries: every file's entry, by path.
        again: those of them that the checks run on.
        as_of: the day for which is asked.
    """
    presets = load_presets()
    readable = [entry for entry in entries if entry.blob is not None]
    unread = {entry.id for entry in entries if entry.blob is None}
    partly_read = {entry.kind for entry in entries if entry.blob is None}
    unread.difference_update(entry.id for entry in readable)
    shipped = [_Preset(procedure) for _, procedure in sorted(presets.procedures.items())]
    archive = TrackedArchive((*shipped, *readable), frozenset(unread))
    context = Context(as_of, presets, official_calendar(), tree.files)
    by_kind = checks_by_kind(each for each in discover() if each.needs_all not in partly_read)
    lines = _Lines(root)
    for entry in again:
        archive.looked_up = set()
        found = _problems(by_kind[entry.kind], entry.record(), archive, context)
        entry.judged = tuple(lines.findings(found)) if found else ()
        others = {problem.record.path for _, problem in found} - {entry.path}
        archive.looked_up.update(lines_mark(path) for path in others)
        archive.looked_up.update(kind_mark(kind) for kind in partly_read)
        entry.looked_up = frozenset(archive.looked_up)


def checks_by_kind(checks: Iterable[Check]) -> dict[Kind, list[Check]]:
    """The checks that run on each kind of record."""
    found: dict[Kind, list[Check]] = {kind: [] for kind in Kind}
    for check in checks:
        for kind in check.kinds:
            found[kind].append(check)
    return found


def _problems(
    checks: list[Check], record: Record, archive: TrackedArchive, context: Context
) -> list[tuple[Check, Problem]]:
    """What the checks say of a record, but for what one says after it missed a file.

    A record that is there but cannot be read has findings of its own; "no such record" beside them
    would send a clerk to the wrong file, a thousand times where a place cannot be read.
    """
    found: list[tuple[Check, Problem]] = []
    for check in checks:
        archive.asked_unread = False
        for problem in check.run(record, archive, context):
            if archive.asked_unread:
                archive.asked_unread = False
            else:
                found.append((check, problem))
    return found


class _Lines:
    """Where problems stand; each file is looked at once for all its problems."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def findings(self, found: list[tuple[Check, Problem]]) -> Iterator[Finding]:
        """Turn the problems of a record into findings."""
        by_path: dict[str, list[tuple[Check, Problem]]] = defaultdict(list)
        for check, problem in found:
            by_path[problem.record.path].append((check, problem))
        for path, each in by_path.items():
            places = self._places(path, [problem.pointer for _, problem in each])
            for (check, problem), (line, column) in zip(each, places, strict=True):
                fix = check.fix if problem.fix is None else problem.fix
                yield Finding(path, line, column, check.code, problem.message, fix, check.level)

    def _places(self, path: str, pointers: list[Pointer]) -> list[tuple[int, int]]:
        try:
            text, _ = decode((self._root / path).read_bytes())
        except OSError:
            text = None
        # A preset has no file here, and a file may go while we look; the finding still stands.
        return [(1, 1)] * len(pointers) if text is None else positions(text, *pointers)
