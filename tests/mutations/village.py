"""The valid archive that everything here is a mutation of."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from mutations.canonical import Lines, read, write
from mutations.canonical import Path as Way

HERE = Path(__file__).resolve().parent
ROOT = HERE / "archive"
AS_OF = date(2026, 8, 31)
"""The day for which everything is asked; also the ``example_day`` of the archive's topmost place."""

_KINDS = {
    "places": "place",
    "bodies": "body",
    "procedures": "procedure",
    "matters": "matter",
    "meetings": "meeting",
    "rounds": "round",
    "honours": "honour",
    "claims": "claims",
}


def kind_of(path: str) -> str:
    """The kind of record of a file, from its path below ``records/``."""
    parts = path.split("/")
    if parts[0] == "rules":
        return "rule" if parts[-1] == "rule.yaml" else "amendment"
    if parts[0] == "points":
        return "scheme" if parts[1] == "schemes" else "batch"
    return _KINDS[parts[0]]


@dataclass(frozen=True)
class Record:
    """One record of the archive.

    Attributes:
        path: of its file, below ``records/``.
        kind: which kind.
        data: what it says.
    """

    path: str
    kind: str
    data: dict[str, Any]


@cache
def base() -> dict[str, Record]:
    """Every record of the valid archive, by its id, in the order of paths."""
    found = {}
    for path in sorted((ROOT / "records").rglob("*.yaml")):
        name = path.relative_to(ROOT / "records").as_posix()
        if name != "format.yaml":
            data = read(path.read_text(encoding="utf-8"))
            found[data["id"]] = Record(name, kind_of(name), data)
    return found


@dataclass
class Draft:
    """The archive while it is changed.

    Attributes:
        data: by path: what the record says now; none where its file was taken away.
        raw: by path: text in place of what ``data`` would be written as.
        places: where a careful person would point: path, way, whether any line of that value will do.
        extra: by path: further lines.
    """

    data: dict[str, Any] = field(default_factory=dict)
    raw: dict[str, str] = field(default_factory=dict)
    places: list[tuple[str, Way, bool]] = field(default_factory=list)
    extra: dict[str, set[int]] = field(default_factory=dict)

    def record(self, name: str) -> Any:
        """A record that may be changed."""
        record = base()[name]
        if record.path not in self.data:
            self.data[record.path] = copy.deepcopy(record.data)
        return self.data[record.path]

    def point(self, name: str, way: Way, *, whole: bool = False) -> None:
        """Accept a finding there."""
        self.places.append((base()[name].path, way, whole))

    def texts(self) -> dict[str, str | None]:
        """By path: what the changed files hold; none for those taken away."""
        written = {path: None if data is None else write(data) for path, data in self.data.items()}
        return {**written, **self.raw}

    def lines(self) -> dict[str, set[int]]:
        """By path: the lines at which a finding is right."""
        texts = self.texts()
        found = {path: set(lines) for path, lines in self.extra.items()}
        for path, way, whole in self.places:
            text = texts[path] if path in texts else written(path)
            if text is None:
                continue
            lines = _lines(text if path not in self.raw else written(path))
            found.setdefault(path, set()).update(lines.all(way) if whole else {lines.first(way)})
        return found


@cache
def written(path: str) -> str:
    """A file of the valid archive in the catalogue's form."""
    return next(write(record.data) for record in base().values() if record.path == path)


@lru_cache(maxsize=64)
def _lines(text: str) -> Lines:
    return Lines(text)
