"""Runs mutations through ``yizhan check`` and says what was found."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mutations.mutation import Mutation
from mutations.village import AS_OF, ROOT, base, written
from yizhan.checking.engine import run
from yizhan.loading.load import read_record
from yizhan.model.finding import Finding, Level
from yizhan.model.kinds import identify


@dataclass(frozen=True)
class Outcome:
    """What became of one mutation.

    Attributes:
        mutation: which.
        findings: what the check says beyond what it says of the valid archive.
        lines: by path below ``records/``: where a careful person would point.
    """

    mutation: Mutation
    findings: tuple[Finding, ...]
    lines: dict[str, set[int]]

    @property
    def found(self) -> bool:
        """Whether anything was found."""
        return bool(self.findings)

    @property
    def blocking(self) -> bool:
        """Whether ``yizhan check`` fails."""
        return any(finding.fails for finding in self.findings)

    @property
    def right_line(self) -> bool:
        """Whether one of the findings is where a careful person would point."""
        return any(
            finding.line in self.lines.get(finding.path.removeprefix("records/"), ())
            for finding in self.findings
        )

    @property
    def alarming(self) -> bool:
        """Whether more is said than that something is due."""
        return any(finding.level is not Level.DUE for finding in self.findings)

    @property
    def passed(self) -> bool:
        """Whether it is as its label says."""
        return self.found if self.mutation.harmful else not self.alarming


class Bench:
    """A copy of the valid archive in the catalogue's form, in which one mutation after another is tried.

    Args:
        folder: an empty folder.
    """

    def __init__(self, folder: Path) -> None:
        self._root = folder
        shutil.copytree(ROOT / "records", folder / "records", dirs_exist_ok=True)
        for record in base().values():
            self._write(record.path, written(record.path))
        self._known: frozenset[tuple[str, str]] = frozenset()
        said = self._said()
        self.valid = tuple(finding for finding in said if finding.level is not Level.DUE)
        self._known = frozenset((finding.code, finding.path) for finding in said)

    def _write(self, path: str, text: str) -> None:
        file = self._root / "records" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def _said(self) -> tuple[Finding, ...]:
        result = run(self._root, AS_OF, cached=False)
        return tuple(
            finding
            for finding in result.findings
            if not finding.acknowledged and (finding.code, finding.path) not in self._known
        )

    def judge(self, mutation: Mutation) -> Outcome:
        """Try one mutation and put everything back.

        A file that cannot be read as it is is told apart first: the whole run would say the same of it.
        """
        draft = mutation.draft()
        texts = draft.texts()
        return Outcome(mutation, self._unread(texts) or self._tried(texts), draft.lines())

    def _unread(self, texts: dict[str, str | None]) -> tuple[Finding, ...]:
        found: list[Finding] = []
        for path, text in texts.items():
            identity = identify(f"records/{path}")
            if text is not None and identity is not None:
                read = read_record(f"records/{path}", identity, text.encode())
                if read.record is None:
                    found.extend(read.findings)
        return tuple(found)

    def _tried(self, texts: dict[str, str | None]) -> tuple[Finding, ...]:
        try:
            for path, text in texts.items():
                if text is None:
                    (self._root / "records" / path).unlink()
                else:
                    self._write(path, text)
            return self._said()
        finally:
            originals = {record.path for record in base().values()}
            for path in texts:
                if path in originals:
                    self._write(path, written(path))
                else:
                    (self._root / "records" / path).unlink()

    def all(self, mutations: Iterable[Mutation]) -> Iterator[Outcome]:
        """Try them all."""
        for mutation in mutations:
            yield self.judge(mutation)
