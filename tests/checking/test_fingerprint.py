"""The tool's own fingerprint, on which every cached verdict rests."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from yizhan.checking import fingerprint as module
from yizhan.checking.fingerprint import _stamps, fingerprint


def test_compiled_files_and_other_folders_do_not_count(tmp_path: Path) -> None:
    for name in ("a.py", "presets/b.yaml", "__pycache__/a.cpython-311.pyc", "notes.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x", encoding="utf-8")
    found = {Path(path).name for path, _, _ in _stamps(str(tmp_path))}
    assert found == {"a.py", "b.yaml"}


def test_a_library_that_is_left_out_or_changed_gives_another_fingerprint(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def without_accelerator(library: str) -> str:
        if library == "jsonschema-rs":
            raise PackageNotFoundError(library)
        return version(library)

    def other_authority(library: str) -> str:
        return "0" if library == "jsonschema" else version(library)

    found = {fingerprint()}
    for answer in (without_accelerator, other_authority):
        monkeypatch.setattr(module, "version", answer)
        found.add(fingerprint())
    assert len(found) == 3
