"""What is under ``records/``: the files of records, their attachments, and what is out of place."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from yizhan.loading.arrangements import arrangement_findings, is_arrangement
from yizhan.loading.leftovers import is_passed_over
from yizhan.loading.misplaced import (
    identities_of,
    misnamed,
    misplaced,
    outside,
    reads_like_a_record,
    spared,
)
from yizhan.loading.record_format import FORMAT_FILE, require_current
from yizhan.loading.stray_files import documents_outside, stray
from yizhan.loading.yaml_messages import Trouble
from yizhan.model.finding import Finding
from yizhan.model.frozen import dataclass
from yizhan.model.kinds import RECORDS, Identity, identify, identities_below, kind_in
from yizhan.model.text import Text

Stamp = tuple[int, int, int, int]
"""When a file was last changed, as the disk says: mtime, ctime (ns), size, inode."""

_ABOUT = (f"{RECORDS}/README.md", FORMAT_FILE)
_ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_RECORD = re.compile(rf"{_ID.pattern}\.yaml").fullmatch
_HIDDEN = (
    ".yaml.txt",
    ".yaml.bak",
    ".yaml.doc",
    ".yaml.docx",
    ".yaml.rtf",
    ".yml.txt",
    ".yaml.yaml",
)
_TEXT = (".txt", ".text", ".yam", ".yaml~", ".ymal", ".yalm", ".ya", ".json", ".md")
_OFFICE_ID = re.compile(rf"(?:.*/)?{_ID.pattern}\.(?:docx?|wps|xlsx?|et|rtf)").fullmatch
_NO_PROJECT = Text(
    "这里没有 records/ 文件夹：请到它所在的文件夹里运行，或者用 yizhan init 新建一个。",
    "There is no records/ folder here: run it where records/ is, or begin with yizhan init.",
)


class NoProjectError(Exception):
    """The folder holds no ``records/``: the operator is in the wrong folder.

    Its argument is a ``Text`` to be shown as it is.
    """


class RecordFile(NamedTuple):
    """One file that a kind of record claims."""

    path: str
    identity: Identity
    stamp: Stamp


class Closed(NamedTuple):
    """A file that is not opened, such as a link, or a folder that cannot be.

    Attributes:
        path: of it.
        identities: what the path says of the records that it may be, or may hold.
    """

    path: str
    identities: tuple[Identity, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """What one walk found.

    Attributes:
        records: files of records, by path.
        closed: what may hold records and was not looked into, by path.
        files: path of every other file that is where attachments belong.
        findings: what is out of place.
    """

    records: tuple[RecordFile, ...]
    files: frozenset[str]
    findings: tuple[Finding, ...]
    closed: tuple[Closed, ...]

    def closed_ids(self) -> frozenset[str]:
        """The ids that the paths of files stand for that were not opened."""
        return frozenset(one.id for each in self.closed for one in each.identities if one.id)


def require_project(root: Path) -> None:
    """See that the operator is where ``records/`` is.

    Raises:
        NoProjectError: there is no ``records/`` in ``root``.
    """
    if not (root / RECORDS).is_dir():
        raise NoProjectError(_NO_PROJECT)


def walk(root: Path) -> Tree:
    """Walk ``records/`` once; what is hidden, left over or about the folder itself is let be.

    Raises:
        NoProjectError: there is no ``records/`` in ``root``.
        FormatError: the records are in another format than today's.
    """
    require_project(root)
    require_current(root)
    records: list[RecordFile] = []
    others: list[str] = []
    findings: list[Finding] = []
    closed: list[Closed] = []
    lost = [misplaced(root, path) for path in outside(root)]
    for entry, path in _entries(root, RECORDS, (findings, closed, records)):
        if path in _ABOUT:
            continue
        if is_arrangement(path):
            findings += arrangement_findings(root, path)
            continue
        if not entry.is_file(follow_symlinks=False):
            form = "link" if entry.is_symlink() else "special"
            findings.append(Trouble(1, 1, "Y023", form).finding(path))
            closed.append(_closed(path))
        elif (found := _out_of_place(root, path)) is not None:
            lost.append(found)
        elif path.endswith(".yaml") and (identity := identify(path)) is not None:
            records.append(RecordFile(path, identity, stamp_of(entry)))
        else:
            others.append(path)
    # A file that is not read may be the one that others refer to.
    closed += _closed_by(root, lost)
    files, astray = _of_no_record(others, records, closed)
    closed += _closed_by(root, [each for each in astray if _OFFICE_ID(each.path)])
    records.sort(key=itemgetter(0))
    findings += [*lost, *astray, *documents_outside(root)]
    return Tree(tuple(records), files, tuple(sorted(findings)), tuple(sorted(closed)))


def _out_of_place(root: Path, path: str) -> Finding | None:
    """The finding for a record under a wrong name or in a wrong folder; None for anything else."""
    if path.endswith(".yaml"):
        identity = identify(path)
        if identity is None:
            return misplaced(root, path)
        return misnamed(root, path) if _ID.fullmatch(identity.id) is None else None
    if path.lower().endswith((".yaml", ".yml")):
        return _wrong_extension(root, path)
    return _as_text(root, path)


def _closed_by(root: Path, found: Iterable[Finding]) -> list[Closed]:
    """The records that may be in files which are not where they belong."""
    return [Closed(each.path, identities_of(root, each.path)) for each in found]


def _of_no_record(
    others: list[str], records: list[RecordFile], closed: list[Closed]
) -> tuple[frozenset[str], list[Finding]]:
    """Of files that hold no record: attachments of records, and findings for the rest."""
    homes = _attachment_folders(records, closed) if others else set()
    files = frozenset(path for path in others if path.rpartition("/")[0] in homes)
    paths = {file.path for file in records}
    return files, [stray(path, paths) for path in others if path not in files]


def _attachment_folders(records: list[RecordFile], closed: list[Closed]) -> set[str]:
    """The folders in which attachments may be, of records that are not read as well."""
    owners = (*(file.path for file in records), *(each.path for each in closed))
    named = (
        f"{each.path.rpartition('/')[0]}/{one.id}"
        for each in closed
        for one in each.identities
        if one.id
    )
    return {*(_attachment_folder(path) for path in owners), *named}


def _closed(path: str) -> Closed:
    identity = identify(path)
    return Closed(path, identities_below(path) if identity is None else (identity,))


def _entries(
    root: Path, folder: str, to: tuple[list[Finding], list[Closed], list[RecordFile]]
) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Every file and link below a folder, but for those that are plainly records.

    Args:
        root: the project's root.
        folder: where to begin.
        to: get what cannot be opened, twice, and each regular file whose name is an id, where the
            folder says of what kind its files are. Nearly all files are such, and to ask every
            question of each took twice as long as to ask the disk.
    """
    findings, closed, records = to
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        kind, year, rule = kind_in(current) or (None, None, None)
        try:
            with os.scandir(root / current) as found:
                for entry in found:
                    name = entry.name
                    if kind is not None and _RECORD(name) and entry.is_file(follow_symlinks=False):
                        identity = Identity(kind, name[:-5], year, rule)
                        stamp = stamp_of(entry)
                        records.append(RecordFile(f"{current}/{name}", identity, stamp))
                        continue
                    path = f"{current}/{name if name.isascii() else _printable(name)}"
                    if is_passed_over(name):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(path)
                    else:
                        yield entry, path
        except OSError as error:
            findings.append(unreadable(current, error, "folder"))
            closed.append(_closed(current))


def _printable(name: str) -> str:
    """A file's name; bytes that are no UTF-8 are shown, since they cannot be printed."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def stamp_of(entry: os.DirEntry[str]) -> Stamp:
    """What changes when the file does."""
    stat = entry.stat(follow_symlinks=False)
    return stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino


def _attachment_folder(path: str) -> str:
    if path.endswith("/rule.yaml"):
        return path.removesuffix("rule.yaml") + "files"
    return path.removesuffix(".yaml")


def _as_text(root: Path, path: str) -> Finding | None:
    """The finding for a record that an editor saved under another ending; None for what is none."""
    name = path.rpartition("/")[2]
    lower = name.lower()
    if lower.endswith(_HIDDEN):
        stem = name[: re.search(r"\.ya?ml", lower).start()]  # type: ignore[union-attr]  # it has one
        values = {"found": name[len(stem) :], "name": f"{stem}.yaml"}
        found = Trouble(1, 1, "Y025", "hidden", values).finding(path)
        return spared(root, f"{path[: -len(name)]}{stem}.yaml", found)
    stem = name.rpartition(".")[0] or name
    if identify(f"{path[: -len(name)]}{stem}.yaml") is None:
        return None
    if ("." not in name or lower.endswith(_TEXT)) and reads_like_a_record(root, path):
        values = {"found": name[len(stem) :], "name": f"{stem}.yaml"}
        form = "text" if "." in name else "bare"
        found = Trouble(1, 1, "Y022", form, values).finding(path)
        return spared(root, f"{path[: -len(name)]}{stem}.yaml", found)
    return None


def _wrong_extension(root: Path, path: str) -> Finding:
    stem, _, extension = path.rpartition(".")
    name = stem.rpartition("/")[2] + ".yaml"
    found = Trouble(1, 1, "Y022", "", {"found": f".{extension}", "name": name}).finding(path)
    return spared(root, f"{stem}.yaml", found)


def unreadable(path: str, error: OSError, form: str = "") -> Finding:
    """The finding for a file, or with the form ``folder`` one, that the machine does not let us open."""
    said = error.strerror or type(error).__name__
    reason = Text("没有权限" if isinstance(error, PermissionError) else said, said)
    return Trouble(1, 1, "Y023", form, {"reason": reason}).finding(path)
