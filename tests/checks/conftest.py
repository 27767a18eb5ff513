"""The miniature village, laying files over it, and golden files of what is found."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from yizhan.checking.engine import run
from yizhan.checks import discover
from yizhan.loading.load import ReadFile, read_record
from yizhan.loading.neighbours import Neighbours
from yizhan.model.finding import Finding, Level
from yizhan.model.kinds import Identity
from yizhan.wording.findings import how_to_acknowledge

VILLAGE = Path(__file__).resolve().parents[1] / "village"
EXPECTED = Path(__file__).parent / "expected"
AS_OF = date(2026, 3, 31)
ROUND = "records/rounds/2026/20260210-shili-walk.yaml"
WALK = """\
id: 20260210-shili-walk
title: 二月走访
example: true
date: 2026-02-10
place: shili-cun
by: shili-committee
"""


READ: dict[tuple[str, bytes], ReadFile] = {}
"""What files hold that cases of checks read so far."""


@pytest.fixture(scope="module", autouse=True)
def _each_file_is_read_once() -> Iterator[None]:
    """The village's files are the same in each of ten thousand checks: what they hold is read once.

    Reading was half of what a case cost. Nothing is kept of a file that is refused, which may name others.
    """

    def once(
        path: str, identity: Identity, raw: bytes, neighbours: Neighbours | None = None
    ) -> ReadFile:
        known = READ.get((path, raw))
        if known is None:
            known = read_record(path, identity, raw, neighbours)
            if known.record is not None:
                READ[path, raw] = known
        return known

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_module("yizhan.loading.load"), "read_record", once)
        yield


@pytest.fixture
def lay(tmp_path: Path) -> Callable[[Mapping[str, str]], tuple[Finding, ...]]:
    """Copy the village, lay files over it, and give what the checks find."""

    def over(files: Mapping[str, str]) -> tuple[Finding, ...]:
        shutil.copytree(VILLAGE, tmp_path, dirs_exist_ok=True)
        for path, content in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode("utf-8", "surrogateescape"))
        return run(tmp_path, AS_OF, cached=False).findings

    return over


@pytest.fixture
def said(lay: Callable[..., tuple[Finding, ...]]) -> Callable[..., list[str]]:
    """The Chinese messages of these codes, of what is found with files laid over the village."""

    def found(files: Mapping[str, str], *codes: str) -> list[str]:
        return [each.message.zh for each in lay(files) if each.code in codes]

    return found


def _about(code: str, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(
        found
        for found in findings
        if found.code == code or (found.level is not Level.DUE and not found.acknowledged)
    )


@pytest.fixture
def about() -> Callable[[str, tuple[Finding, ...]], tuple[Finding, ...]]:
    """What an example of a check is about: time runs out as well, and some acknowledge a thing."""
    return _about


@pytest.fixture
def expect() -> Callable[[str, tuple[Finding, ...]], None]:
    """Compare findings with a golden file; ``make accept`` takes the present ones as expected."""

    def same(name: str, findings: tuple[Finding, ...]) -> None:
        findings = _about(Path(name).name[:4], findings)
        whole = "-" not in name  # of a case, the finding; of an example, how to acknowledge it too
        text = "\n".join(
            f"{found.path}:{found.line}:{found.column} {found.code} {found.level}\n"
            f"  {found.message.zh}\n  {found.fix.zh}\n  {found.message.en}\n  {found.fix.en}\n"
            + "".join(
                f"  | {line}\n" for line in (how_to_acknowledge(found, "zh") if whole else ())
            )
            for found in findings
        )
        file = EXPECTED / f"{name}.txt"
        if os.environ.get("YIZHAN_ACCEPT"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8")

    return same


class Files:
    """Files to lay over the village: examples and village files, written a little otherwise."""

    def __init__(self) -> None:
        self._checks = {check.code: check for check in discover()}

    def good(self, code: str, *edits: tuple[str, str], **files: str) -> dict[str, str]:
        """The good example of a check, with pieces of it written otherwise."""
        return _edited(self._checks[code].good.files, edits) | files

    def bad(self, code: str, *edits: tuple[str, str]) -> dict[str, str]:
        """The bad example of a check, with pieces of it written otherwise."""
        return _edited(self._checks[code].bad.files, edits)

    def village(self, path: str, *edits: tuple[str, str]) -> dict[str, str]:
        """A file of the village, with pieces of it written otherwise."""
        return _edited({path: (VILLAGE / path).read_text(encoding="utf-8")}, edits)

    def walk(self, summary: str) -> dict[str, str]:
        """A round with this summary."""
        return {ROUND: f"{WALK}summary: {summary}\n"}

    def place(self, identifier: str, **fields: str) -> dict[str, str]:
        """One more place."""
        head = f"id: {identifier}\ntitle: {identifier}\nexample: true\n"
        lines = "".join(f"{key}: {value}\n" for key, value in fields.items())
        return {f"records/places/{identifier}.yaml": head + lines}

    def party(self, place: str) -> dict[str, str]:
        """The party organisation of a place."""
        head = "id: shili-party\ntitle: 示例党支部\nexample: true\nbody_kind: party\n"
        return {"records/bodies/shili-party.yaml": f"{head}place: {place}\n"}

    def meeting(self, identifier: str, text: str) -> dict[str, str]:
        """One more meeting of the village."""
        head = f"id: {identifier}\ntitle: {identifier}\nexample: true\nplace: shili-cun\n"
        return {f"records/meetings/{identifier[:4]}/{identifier}.yaml": head + text}


def _edited(files: Mapping[str, str], edits: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Edit files and their paths alike: a record that gets another id lies where it should."""
    for old, new in edits:
        assert any(old in path + text for path, text in files.items()), old
        files = {path.replace(old, new): text.replace(old, new) for path, text in files.items()}
    return dict(files)


@pytest.fixture
def files() -> Files:
    """What cases are made from."""
    return Files()
