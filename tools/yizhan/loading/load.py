"""Reading all of ``records/`` into one archive; what cannot be read becomes findings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yizhan.loading.late_entries import needs_order
from yizhan.loading.neighbours import Neighbours
from yizhan.loading.regular import MAX_BYTES, TooLargeError, read_regular
from yizhan.loading.tree import RecordFile, unreadable, walk
from yizhan.model.archive import Archive
from yizhan.model.finding import Finding, Pointer
from yizhan.model.frozen import dataclass
from yizhan.model.kinds import KINDS, Identity
from yizhan.model.record import Record
from yizhan.model.vocabulary import Kind

if TYPE_CHECKING:
    from yizhan.loading.repair_several import Repaired
    from yizhan.loading.strict_yaml import Document

Origin = Callable[[Pointer], Pointer]
"""Where in a file each value of a record is, which is read with its corrections."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything that was read.

    Attributes:
        archive: every record that its schema allows, the presets' procedures included.
        findings: about files that could not be read, sorted.
        files: path of every file under ``records/`` that is not YAML.
        unread: ids of the files that could not be read.
    """

    archive: Archive
    findings: tuple[Finding, ...]
    files: frozenset[str]
    unread: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file, read.

    Attributes:
        data: what it holds with its corrections applied, where its schema allows it.
        record: the same as a record.
        findings: why not, and what is odd though harmless.
        raw: the file's bytes, where it could be opened.
    """

    data: dict[str, Any] | None
    record: Record | None
    findings: tuple[Finding, ...]
    raw: bytes = b""


def load(root: Path) -> Loaded:
    """Read every record of a project.

    Args:
        root: the folder that holds ``records/``.

    Raises:
        NoProjectError: it holds none.
    """
    from yizhan.loading.presets import load_presets

    tree = walk(root)
    records: list[Record] = list(load_presets().procedures.values())
    findings = list(tree.findings)
    unread: set[str] = set()
    neighbours = Neighbours(root, tree.records)
    for file in tree.records:
        read = read_file(root, file, neighbours)
        findings += read.findings
        if read.record is None:
            unread.add(file.identity.id)
        else:
            records.append(read.record)
    return Loaded(Archive(records), tuple(sorted(findings)), tree.files, tree.closed_ids() | unread)


def read_file(root: Path, file: RecordFile, neighbours: Neighbours | None = None) -> ReadFile:
    """Read one record's file from the disk."""
    try:
        raw = read_regular(root / file.path, MAX_BYTES)
    except TooLargeError as error:
        from yizhan.loading.decoding import too_large

        return ReadFile(None, None, (too_large(error.size).finding(file.path),))
    except OSError as error:
        return ReadFile(None, None, (unreadable(file.path, error),))
    return replace(read_record(file.path, file.identity, raw, neighbours), raw=raw)


def read_record(
    path: str, identity: Identity, raw: bytes, neighbours: Neighbours | None = None
) -> ReadFile:
    """Make a record of a file's bytes.

    Args:
        path: the file, relative to the project's root; only named in what is found.
        identity: what the path says of it.
        raw: whatever the file holds.
        neighbours: the other records, which it may name; None where they are not known.
    """
    from yizhan.loading.strict_yaml import read

    document = read(raw)
    if document.data is None:
        return ReadFile(None, None, _unreadable(path, identity, raw, document, neighbours))
    odd = tuple(trouble.finding(path) for trouble in document.troubles)
    data, kind = document.data, identity.kind
    origin: Origin | None = None
    record = _parsed(path, kind, data)
    if record is not None:
        if not record.corrections and not needs_order(record):
            return ReadFile(data, record, odd)
        from yizhan.loading.effective import effective

        read_as = effective(kind, data, record)
        if read_as.record is not None:
            return ReadFile(read_as.data, read_as.record, odd)
        data, origin = read_as.data, read_as.origin
    found = _repaired(path, identity, raw, document, neighbours) if origin is None else None
    if found is None:
        from yizhan.loading.schema_errors import Draft
        from yizhan.loading.schema_findings import explain

        found = tuple(explain(path, Draft(identity, data, neighbours), raw, origin))
    return ReadFile(None, None, (*odd, *found))


def _parsed(path: str, kind: Kind, data: dict[str, Any]) -> Record | None:
    """What a file holds as a record, not corrected yet; None where its schema does not allow it."""
    from yizhan.loading.parse import parse
    from yizhan.loading.validators import is_valid

    if not is_valid(kind, data):
        return None
    try:
        return parse(KINDS[kind].model, data, path)
    except ValueError:
        # The schema's pattern lets 29 February pass in every year; only a calendar knows.
        return None


def _unreadable(
    path: str,
    identity: Identity,
    raw: bytes,
    document: Document,
    neighbours: Neighbours | None,
) -> tuple[Finding, ...]:
    """What is said of a file that is no YAML: the changes that make it a record, if they are known."""
    found = _repaired(path, identity, raw, document, neighbours)
    if found is None:
        return tuple(trouble.finding(path) for trouble in document.troubles)
    harmless = (trouble.finding(path) for trouble in document.troubles if trouble.harmless)
    return (*harmless, *found)


def _repaired(
    path: str,
    identity: Identity,
    raw: bytes,
    document: Document,
    neighbours: Neighbours | None,
) -> tuple[Finding, ...] | None:
    """The changes that make a record of a file's lines, and what is left then; None where none do."""
    from yizhan.loading.repairs import repair

    found = repair(raw, identity.kind, document)
    return None if found is None else _after_repair(path, identity, found, neighbours)


def _after_repair(
    path: str, identity: Identity, repaired: Repaired, neighbours: Neighbours | None
) -> tuple[Finding, ...]:
    """What is wrong with a file's layout, and with the values that could be read without that."""
    from yizhan.loading.schema_errors import Draft
    from yizhan.loading.schema_findings import explain
    from yizhan.loading.strict_yaml import read
    from yizhan.loading.validators import is_valid

    found = [trouble.finding(path) for trouble in repaired.troubles]
    raw = "\n".join(repaired.lines).encode()
    data = read(raw).data
    if data is not None and not is_valid(identity.kind, data):
        refused = explain(path, Draft(identity, data, neighbours), raw)
        said = {trouble.line for trouble in repaired.troubles}
        placed = (replace(each, line=repaired.origin[each.line - 1]) for each in refused)
        found += [each for each in placed if each.line not in said]
    return tuple(found)


def origin_in(path: str, kind: Kind, raw: bytes) -> Origin:
    """Where in a file each value of its corrected record is.

    Args:
        path: the file, relative to the project's root.
        kind: of the record.
        raw: whatever the file holds by now; of one that cannot be read nothing is known.
    """
    from yizhan.loading.effective import effective
    from yizhan.loading.parse import parse
    from yizhan.loading.strict_yaml import read
    from yizhan.loading.validators import is_valid

    data = read(raw).data
    if data is None or not is_valid(kind, data):
        return lambda pointer: pointer
    return effective(kind, data, parse(KINDS[kind].model, data, path)).origin
