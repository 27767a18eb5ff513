"""Runs mutations through ``yizhan check`` and says what was found."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import sleep

from mutations.mutation import Mutation
from mutations.village import AS_OF, ROOT, base, written
from yizhan.checking import engine
from yizhan.checking.days import asked
from yizhan.checking.engine import run
from yizhan.checking.fingerprint import fingerprint
from yizhan.checking.last_run import LastRun, recall
from yizhan.loading.arrangements import arrangements_digest
from yizhan.loading.load import read_record
from yizhan.loading.tree import RecordFile, Tree, walk
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

    The valid archive is judged whole, once. A mutation is judged as ``yizhan check`` judges an edit: what
    was changed, and whatever looked at it; what that says is what the whole run says, which a test holds.

    Args:
        folder: an empty folder.
    """

    def __init__(self, folder: Path) -> None:
        self._root = folder
        shutil.copytree(ROOT / "records", folder / "records", dirs_exist_ok=True)
        for record in base().values():
            self._write(record.path, written(record.path))
        self._originals = {record.path for record in base().values()}
        self._tree = walk(folder)
        said = run(folder, AS_OF).findings
        while self._recall() is None:  # a file that is too new to be believed is read again
            sleep(0.02)
            run(folder, AS_OF)
        self._last = self._recall()
        self.valid = tuple(finding for finding in said if _counts(finding))
        self._known = frozenset((each.code, each.path) for each in said if not each.acknowledged)

    def _recall(self) -> LastRun | None:
        last = recall(self._root, fingerprint() + arrangements_digest(self._root))
        if last is None or any(plain[0] is None for plain in last.entries.values()):
            return None
        values = {name: getattr(last, name) for name in LastRun.__slots__}
        return LastRun(**{**values, "codes": None})  # all checks, already imported

    def _write(self, path: str, text: str) -> None:
        file = self._root / "records" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def whole(self) -> tuple[Finding, ...]:
        """What a run over everything says of what lies there now."""
        return self._beyond(run(self._root, AS_OF, cached=False).findings)

    def _said(self, texts: Iterable[str]) -> tuple[Finding, ...]:
        changed = {f"records/{path}" for path in texts}
        stamps = {file.path: file.stamp for file in self._tree.records}
        tree = walk(self._root)
        records = tuple(
            file
            if file.path in changed
            else RecordFile(file.path, file.identity, stamps[file.path])
            for file in tree.records
        )
        untouched = Tree(records, tree.files, tree.findings, tree.closed)
        (result, _, _), _ = engine._judged(self._root, untouched, asked(AS_OF, None), self._last)
        return self._beyond(result.findings)

    def _beyond(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        return tuple(
            finding
            for finding in findings
            if not finding.acknowledged and (finding.code, finding.path) not in self._known
        )

    def judge(self, mutation: Mutation) -> Outcome:
        """Try one mutation and put everything back.

        A file that cannot be read as it is is told apart first: the whole run would say the same of it.
        """
        draft = mutation.draft()
        texts = draft.texts()
        found = self._unread(texts)
        if not found:
            with self.changed(texts):
                found = self._said(texts)
        return Outcome(mutation, found, draft.lines())

    def _unread(self, texts: dict[str, str | None]) -> tuple[Finding, ...]:
        found: list[Finding] = []
        for path, text in texts.items():
            identity = identify(f"records/{path}")
            if text is not None and identity is not None:
                read = read_record(f"records/{path}", identity, text.encode())
                if read.record is None:
                    found.extend(read.findings)
        return tuple(found)

    @contextmanager
    def changed(self, texts: dict[str, str | None]) -> Iterator[None]:
        """Write these files, and put everything back afterwards."""
        try:
            for path, text in texts.items():
                if text is None:
                    (self._root / "records" / path).unlink()
                else:
                    self._write(path, text)
            yield
        finally:
            for path in texts:
                if path in self._originals:
                    self._write(path, written(path))
                else:
                    (self._root / "records" / path).unlink()

    def all(self, mutations: Iterable[Mutation]) -> Iterator[Outcome]:
        """Try them all."""
        for mutation in mutations:
            yield self.judge(mutation)


def _counts(finding: Finding) -> bool:
    return not finding.acknowledged and finding.level is not Level.DUE
