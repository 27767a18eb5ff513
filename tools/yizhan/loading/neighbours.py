"""The other records of a project, asked when a file names one of them in a way that no id is written.

Only files that are refused have questions, so titles are read from the disk when one is first asked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from yizhan.loading.regular import MAX_BYTES, TooLargeError, read_regular
from yizhan.loading.tree import RecordFile
from yizhan.loading.typed_numerals import folded
from yizhan.loading.typed_references import Neighbour, likeliest, likely_id
from yizhan.model.vocabulary import Kind

_TITLE = re.compile(rb"^title: *(?:'(.*)'|\"(.*)\"|(.*?)) *$", re.MULTILINE)

_CODE = 6
"""Digits of the shortest official code, that of a district."""


class Neighbours:
    """The records beside the one that is being read; they are listed when first asked for."""

    def __init__(self, root: Path, files: Iterable[RecordFile]) -> None:
        """Take the project's root, and what lies under it."""
        self._root = root
        self._files = files

    @cached_property
    def _paths(self) -> Mapping[Kind, Mapping[str, str]]:
        found: dict[Kind, dict[str, str]] = defaultdict(dict)
        for file in self._files:
            found[file.identity.kind][file.identity.id] = file.path
        return found

    @cached_property
    def _presets(self) -> Mapping[Kind, Mapping[str, str]]:
        from yizhan.loading.presets import load_presets

        procedures = load_presets().procedures
        return {Kind.PROCEDURE: {key: each.title for key, each in procedures.items()}}

    def of(self, kinds: Iterable[Kind]) -> list[str]:
        """The ids of all records of some kinds."""
        return [
            each
            for kind in kinds
            for each in (*self._paths.get(kind, ()), *self._presets.get(kind, ()))
        ]

    def named(self, kinds: Sequence[Kind], typed: str) -> list[Neighbour]:
        """Those that a title, a part of one or a mistyped id most likely means, the likeliest first."""
        ids = self.of(kinds)
        by_id = likely_id(typed, ids)
        if by_id is not None:
            return [Neighbour(by_id, self._title(kinds, by_id))]
        begun = [each for each in ids if each.startswith(f"{folded(typed)}-") and typed.isdecimal()]
        coded = self._coded(kinds, folded(typed)) if Kind.PLACE in kinds else []
        if begun or coded:
            return [Neighbour(each, self._title(kinds, each)) for each in begun or coded]
        titled = likeliest(typed, self._titled(kinds, ids))
        if len(titled) == 1 and titled[0].title in folded(
            typed
        ):  # 示例村老桥: what is left may be one
            rest = folded(typed).replace(titled[0].title, "", 1)
            within = self._called(kinds, rest) or [
                each for each in likeliest(rest, self._titled(kinds, ids)) if each.title == rest
            ]
            return within or titled
        return titled or self._called(kinds, folded(typed))

    def _titled(self, kinds: Sequence[Kind], ids: Iterable[str]) -> Iterator[Neighbour]:
        for each in ids:
            yield Neighbour(each, self._title(kinds, each))

    def _called(self, kinds: Sequence[Kind], typed: str) -> list[Neighbour]:
        """Those that have a name among what else they are called."""
        return [
            Neighbour(each, self._title(kinds, each))
            for kind in kinds
            for each in self._paths.get(kind, ())
            if isinstance(names := self.data((kind,), each).get("aliases"), list) and typed in names
        ]

    def _coded(self, kinds: Sequence[Kind], typed: str) -> list[str]:
        """The places that have an official code."""
        if not (typed.isdecimal() and len(typed) >= _CODE):
            return []
        ids = self.of([Kind.PLACE])
        return [
            each
            for each in ids
            if str(self.data(kinds, each).get("code", "")) == typed.ljust(12, "0")
        ]

    def some(self, kinds: Sequence[Kind], count: int) -> tuple[list[Neighbour], int]:
        """The first few of some kinds, and how many more there are."""
        own = [each for kind in kinds for each in sorted(self._paths.get(kind, ()))]
        ids = list(dict.fromkeys([*own, *sorted(self.of(kinds))]))  # what ships comes last
        return [Neighbour(each, self._title(kinds, each)) for each in ids[:count]], max(
            0, len(ids) - count
        )

    def data(self, kinds: Sequence[Kind], identifier: str) -> dict[str, Any]:
        """What a record's file holds; nothing where there is none, or it cannot be read."""
        path = next(
            (found for kind in kinds if (found := self._paths.get(kind, {}).get(identifier))), None
        )
        raw = None if path is None else self._read(path)
        if raw is None:
            return {}
        from yizhan.loading.strict_yaml import read

        return read(raw).data or {}

    def items(self, kinds: Sequence[Kind], identifier: str) -> dict[str, list[Neighbour]]:
        """What a record such as a procedure or a scheme lists, by the name of the list."""
        return {
            name: [
                Neighbour(str(each["key"]), str(each.get("title", "")))
                for each in value
                if isinstance(each, dict) and "key" in each
            ]
            for name, value in self.data(kinds, identifier).items()
            if isinstance(value, list)
        }

    def _title(self, kinds: Iterable[Kind], identifier: str) -> str:
        for kind in kinds:
            if (title := self._presets.get(kind, {}).get(identifier)) is not None:
                return title
            path = self._paths.get(kind, {}).get(identifier)
            raw = None if path is None else self._read(path)
            match = None if raw is None else _TITLE.search(raw)
            if match is not None:
                found: bytes = next((part for part in match.groups() if part is not None), b"")
                return found.decode("utf-8", "replace")
        return ""

    def _read(self, path: str) -> bytes | None:
        try:
            return read_regular(self._root / path, MAX_BYTES)
        except (OSError, TooLargeError):
            return None
