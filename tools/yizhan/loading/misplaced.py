"""Records in a wrong folder or under a wrong name: where each belongs, told by what it holds.

A clerk saves a file where the editor suggests it, which may be beside ``records/``. Such a file is
not read, and those that refer to it are not blamed for that.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import Any

from yizhan.loading.arrangements import FOLDER as HOLIDAYS
from yizhan.loading.file_messages import TAKEN
from yizhan.loading.leftovers import is_passed_over
from yizhan.loading.regular import MAX_BYTES, TooLargeError, read_regular
from yizhan.loading.yaml_messages import Trouble
from yizhan.model.finding import Finding
from yizhan.model.kinds import KINDS, RECORDS, Identity, identify
from yizhan.model.text import commas
from yizhan.model.vocabulary import Kind

_ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_FIRST_LINES = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:\s*#[^\n]*\n|\s*---\s*\n|\s*\n)*\s*(?:id|title) *(?::|\xef\xbc\x9a)"
)
_COPY = re.compile(
    r"(?:[ _-]*(?:副本|复件|拷贝|copy|备份|bak|new|新建|最新|修改|改|final|\(\d+\)|（\d+）))+$",
    re.IGNORECASE,
)
_LIKE_RECORDS = re.compile(r"rec?o?rds?|records?[ _-]?\d*|档案|记录|数据|data", re.IGNORECASE)
_YAML = (".yaml", ".yml")
_SETTINGS = ("mkdocs.yml", "mkdocs.yaml")
_MOST = 500


def reads_like_a_record(root: Path, path: str) -> bool:
    """Whether a file begins as records do."""
    try:
        raw = read_regular(root / path, MAX_BYTES)
    except (OSError, TooLargeError):
        return False
    return _FIRST_LINES.match(raw) is not None


def outside(root: Path) -> Iterator[str]:
    """Paths of files beside ``records/`` that begin as records do.

    Looked for are those at the root, and in folders there that are named like ``records/`` or like
    one of its own: a copy that somebody keeps elsewhere is left alone. A few hundred at most.
    """
    waiting = [""]
    left = _MOST
    while waiting and left > 0:
        folder = waiting.pop()
        with suppress(OSError), os.scandir(root / folder) as entries:
            for entry in sorted(entries, key=attrgetter("name")):
                path = f"{folder}/{entry.name}" if folder else entry.name
                if is_passed_over(entry.name):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if folder or _is_for_records(entry.name):
                        waiting.append(path)
                elif entry.name.lower().endswith(_YAML) and entry.is_file(follow_symlinks=False):
                    left -= 1
                    if entry.name not in _SETTINGS and reads_like_a_record(root, path):
                        yield path


def _is_for_records(name: str) -> bool:
    """Whether a folder at the root is named as if records were to go there."""
    if name == RECORDS:
        return False
    return (
        _LIKE_RECORDS.fullmatch(name) is not None
        or name.lower().removesuffix("s") in _kind_folders()
    )


def _kind_folders() -> dict[str, Kind]:
    """The folders of ``records/`` in the singular, with the first kind that is kept in each."""
    found: dict[str, Kind] = {}
    for info in KINDS.values():
        found.setdefault(info.folder.partition("/")[0].removesuffix("s"), info.kind)
    return found


def misplaced(root: Path, path: str) -> Finding:
    """The finding for a file where no kind of record is kept."""
    if path.startswith(f"{HOLIDAYS}/"):
        year = re.search(r"\d{4}", path.rpartition("/")[2])
        name = f"{year.group() if year else '2027'}.yaml"
        return Trouble(1, 1, "Y021", "holidays", {"name": name}).finding(path)
    home = _home(root, path)
    if home is None:
        folders = commas(
            sorted({f"{RECORDS}/{info.folder.partition('/')[0]}/" for info in KINDS.values()})
        )
        return Trouble(1, 1, "Y021", "kinds", {"folders": folders}).finding(path)
    form = "" if path.startswith(f"{RECORDS}/") else "outside"
    return spared(root, home, Trouble(1, 1, "Y021", form, {"home": home}).finding(path))


def misnamed(root: Path, path: str) -> Finding:
    """The finding for a file whose name is no id."""
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".yaml")
    twice = re.search(r"\.ya?ml$", stem, re.IGNORECASE)
    if twice is not None:
        right = f"{stem[: twice.start()]}.yaml"
        values = {"found": f"{twice.group()}.yaml", "name": right}
        found = Trouble(1, 1, "Y026", "twice", values).finding(path)
        return spared(root, f"{folder}/{right}", found)
    original = _COPY.sub("", stem).strip()
    if original != stem and (root / folder / f"{original}.yaml").exists():
        values = {"found": name, "right": f"{original}.yaml"}
        return Trouble(1, 1, "Y026", "copy", values).finding(path)
    right = _id_in(_data(root, path)) or _id_of(original)
    if right:
        values = {"found": name, "name": f"{right}.yaml"}
        found = Trouble(1, 1, "Y026", "", values).finding(path)
        return spared(root, f"{folder}/{right}.yaml", found)
    example = "20250612-cunkou-ludeng.yaml" if re.search(r"/\d{4}$", folder) else "cunkou-qiao.yaml"
    return Trouble(1, 1, "Y026", "unlike", {"found": name, "right": example}).finding(path)


def spared(root: Path, target: str, finding: Finding) -> Finding:
    """A finding whose remedy gives the file another path, unless that would overwrite another file.

    Args:
        root: the project's root.
        target: the path that the remedy gives it.
        finding: about the file.
    """
    there = root / target
    with suppress(OSError):
        if there.exists() and not there.samefile(root / finding.path):
            return replace(finding, fix=TAKEN.format(right=target))
    return finding


def identities_of(root: Path, path: str) -> tuple[Identity, ...]:
    """The records that a file out of its place may be, by its name and by what it holds."""
    name = path.rpartition("/")[2]
    data = _data(root, path)
    kind = _kind(path, data)
    kinds = [kind] if kind is not None else list(Kind)
    ids = dict.fromkeys(each for each in (_id_of(_stem(name)), _id_in(data)) if each)
    return tuple(Identity(each, one) for each in kinds for one in ids)


def _home(root: Path, path: str) -> str | None:
    """Where a file most likely belongs, or None where its kind cannot be told."""
    data = _data(root, path)
    kind = _kind(path, data)
    if kind is None:
        return None
    name = _id_in(data) or _id_of(_stem(path.rpartition("/")[2])) or "…"
    date = str(data.get("date", data.get("start", ""))) if data else ""
    year = next((each[:4] for each in (name, date) if re.match(r"\d{4}", each)), "2025")
    rule = str(data.get("rule", "…")) if data else "…"
    return f"{RECORDS}/{KINDS[kind].folder}".format(id=name, year=year, rule=rule)


def _data(root: Path, path: str) -> dict[str, Any] | None:
    from yizhan.loading.decoding import decode
    from yizhan.loading.strict_yaml import data_of

    try:
        text, _ = decode(read_regular(root / path, MAX_BYTES))
    except (OSError, TooLargeError):
        return None
    return None if text is None else data_of(text)


def _kind(path: str, data: dict[str, Any] | None) -> Kind | None:
    """By what the file holds, else by the folder that it is in."""
    identity = identify(path)
    if identity is not None:
        return identity.kind
    if data is not None:
        from yizhan.loading.schemas import bundle

        for kind in Kind:
            schema = bundle(kind)
            if set(schema["required"]) <= data.keys() <= schema["properties"].keys():
                return kind
    folders = {part.lower().removesuffix("s") for part in path.split("/")[:-1]}
    found = [kind for folder, kind in _kind_folders().items() if folder in folders]
    return found[0] if len(found) == 1 else None


def _id_in(data: dict[str, Any] | None) -> str | None:
    found = str(data.get("id", "")) if data else ""
    return found if _ID.fullmatch(found) else None


def _stem(name: str) -> str:
    return re.sub(
        r"\.(?:ya?ml|txt|text|md|json|docx?|rtf|wps|bak|xlsx?)\b.*$", "", name, flags=re.IGNORECASE
    )


def _id_of(stem: str) -> str:
    """A file's name in the form of an id; empty where nothing of it can stay."""
    found = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")
    return "" if re.search(r"[^\x00-\x7f]", stem) else found
