"""What is under ``records/``: the files of records, their attachments, and what is out of place."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from yizhan.loading.leftovers import is_passed_over
from yizhan.loading.record_format import FORMAT_FILE, require_current
from yizhan.loading.yaml_messages import Trouble
from yizhan.model.finding import Finding
from yizhan.model.frozen import dataclass
from yizhan.model.kinds import KINDS, RECORDS, Identity, identify, identities_below, kind_in
from yizhan.model.text import Text

Stamp = tuple[int, int, int, int]
"""When a file was last changed, as the disk says: mtime, ctime (ns), size, inode."""

_EXAMPLE = "records/places/shequ.yaml"
_ABOUT = (f"{RECORDS}/README.md", FORMAT_FILE)
_ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_RECORD = re.compile(rf"{_ID.pattern}\.yaml").fullmatch
_HIDDEN = (".yaml.txt", ".yaml.bak", ".yaml.doc")
_OFFICE = (".xlsx", ".xls", ".csv", ".et", ".wps", ".doc", ".docx", ".ppt", ".pptx", ".zip", ".rar")
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
        found = (identify(each.path) for each in self.closed)
        return frozenset(identity.id for identity in found if identity is not None)


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
    for entry, path in _entries(root, RECORDS, (findings, closed, records)):
        if path in _ABOUT:
            continue
        if not entry.is_file(follow_symlinks=False):
            form = "link" if entry.is_symlink() else "special"
            findings.append(Trouble(1, 1, "Y023", form).finding(path))
            closed.append(_closed(path))
        elif path.endswith(".yaml"):
            identity = identify(path)
            if identity is None:
                findings.append(_misplaced(path))
            elif _ID.fullmatch(identity.id) is None:
                name = path.rpartition("/")[2]
                findings.append(Trouble(1, 1, "Y026", "", {"name": name}).finding(path))
            else:
                records.append(RecordFile(path, identity, stamp_of(entry)))
        elif path.lower().endswith((".yaml", ".yml")):
            findings.append(_wrong_extension(path))
        else:
            others.append(path)
    owners = (*(file.path for file in records), *(each.path for each in closed))
    homes = {_attachment_folder(path) for path in owners} if others else set()
    files = frozenset(path for path in others if path.rpartition("/")[0] in homes)
    findings += [_stray(path) for path in others if path not in files]
    records.sort(key=itemgetter(0))
    return Tree(tuple(records), files, tuple(sorted(findings)), tuple(sorted(closed)))


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


def _misplaced(path: str) -> Finding:
    return Trouble(1, 1, "Y021", "", {"example": _right_place(path)}).finding(path)


def _right_place(path: str) -> str:
    """Where a misplaced file most likely belongs: the place of the kind whose folder it is in."""
    _, folder, *_ = path.split("/")
    name = path.rpartition("/")[2].removesuffix(".yaml")
    for info in KINDS.values():
        if info.folder.startswith(f"{folder}/"):
            year = name[:4] if name[:4].isdigit() else "2025"
            return f"{RECORDS}/{info.folder}".format(id=name, year=year, rule=name)
    return _EXAMPLE


def _stray(path: str) -> Finding:
    name = path.rpartition("/")[2]
    lower = name.lower()
    if lower.endswith(_HIDDEN):
        right = name[: lower.rindex(".yaml")] + ".yaml"
        values = {"found": name[lower.rindex(".yaml") :], "name": right}
        return Trouble(1, 1, "Y025", "hidden", values).finding(path)
    return Trouble(1, 1, "Y025", "office" if lower.endswith(_OFFICE) else "").finding(path)


def _wrong_extension(path: str) -> Finding:
    stem, _, extension = path.rpartition(".")
    name = stem.rpartition("/")[2] + ".yaml"
    return Trouble(1, 1, "Y022", "", {"found": f".{extension}", "name": name}).finding(path)


def unreadable(path: str, error: OSError, form: str = "") -> Finding:
    """The finding for a file, or with the form ``folder`` one, that the machine does not let us open."""
    said = error.strerror or type(error).__name__
    reason = Text("没有权限" if isinstance(error, PermissionError) else said, said)
    return Trouble(1, 1, "Y023", form, {"reason": reason}).finding(path)
