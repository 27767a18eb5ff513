"""The tool's own fingerprint, on which every cached verdict rests."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest

from yizhan.checking import fingerprint as module
from yizhan.checking.fingerprint import _LIBRARIES, _stamps, fingerprint, installed


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
    here = installed()
    without_accelerator = {**here}
    del without_accelerator["jsonschema-rs"]
    found = {fingerprint()}
    for answer in (without_accelerator, {**here, "jsonschema": "0"}):
        monkeypatch.setattr(module, "installed", lambda answer=answer: answer)
        found.add(fingerprint())
    assert len(found) == 3


def test_versions_are_those_that_python_itself_finds() -> None:
    assert {name: installed().get(name) for name in _LIBRARIES} == {
        name: version(name) for name in _LIBRARIES
    }


def test_of_two_folders_on_the_path_the_first_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place, name in (("a", "Some_Thing-2.0.dist-info"), ("b", "some.thing-1.0.dist-info")):
        (tmp_path / place / name).mkdir(parents=True)
    (tmp_path / "b" / "old_one-3.egg-info").mkdir()
    (tmp_path / "b" / "some-notes.txt").write_text("", encoding="utf-8")
    places = [str(tmp_path / place) for place in ("none", "a", "b")]
    monkeypatch.setattr("sys.path", places)
    assert installed() == {"some-thing": "2.0", "old-one": "3"}
