"""The tool's own fingerprint, on which every cached verdict rests."""

from __future__ import annotations

from pathlib import Path

from yizhan.checking.fingerprint import _stamps


def test_compiled_files_and_other_folders_do_not_count(tmp_path: Path) -> None:
    for name in ("a.py", "presets/b.yaml", "__pycache__/a.cpython-311.pyc", "notes.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x", encoding="utf-8")
    found = {Path(path).name for path, _, _ in _stamps(str(tmp_path))}
    assert found == {"a.py", "b.yaml"}
