"""What is kept on disk between two runs, and what is added to it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from yizhan.loading import store

KEY = b"key"
VALUE = {"a": (1, b"2", frozenset({"3"}))}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A kept value."""
    path = tmp_path / "folder" / "kept"
    store.keep(path, KEY, VALUE)
    return path


def _found(path: Path) -> store.Recalled:
    found = store.recall_with_additions(path, KEY)
    assert found is not None
    return found


def test_a_store_without_its_key_gives_nothing(path: Path) -> None:
    assert store.recall(path, KEY) == VALUE
    assert store.recall(path, b"other") is None
    assert store.recall(path.with_name("none"), KEY) is None


def test_additions_are_found_in_their_order(path: Path) -> None:
    for number in range(3):
        assert _found(path).additions == tuple(range(number))
        assert store.add(path, _found(path).identity, number)
    found = _found(path)
    assert (found.value, found.additions, found.whole) == (VALUE, (0, 1, 2), True)
    assert found.grown > 0
    store.keep(path, KEY, VALUE)
    assert (_found(path).additions, _found(path).grown) == ((), 0)


def test_of_two_runs_that_started_alike_the_first_to_write_counts(path: Path) -> None:
    """What the second found out goes on from a state in which the first had found nothing."""
    start = _found(path).identity
    assert store.add(path, start, "first")
    assert store.add(path, start, "second")
    assert _found(path).additions == ("first",)
    assert store.add(path, _found(path).identity, "third")
    assert _found(path).additions == ("first", "third")
    assert _found(path).whole


@pytest.mark.parametrize(
    "spoil", [lambda raw: raw[:-1], lambda raw: raw[:-1] + b"?", lambda raw: raw + b"?"]
)
def test_a_broken_addition_ends_the_reading(path: Path, spoil: object) -> None:
    assert store.add(path, _found(path).identity, "first")
    assert store.add(path, _found(path).identity, "second")
    raw = path.read_bytes()
    path.write_bytes(spoil(raw))  # type: ignore[operator]
    found = _found(path)
    assert found.additions == (
        ("first", "second") if len(path.read_bytes()) > len(raw) else ("first",)
    )
    assert not found.whole


def test_nothing_is_added_to_another_file(path: Path) -> None:
    start = _found(path).identity
    shutil.copy(path, path.with_name("copy"))
    path.with_name("copy").replace(path)
    assert not store.add(path, start, "lost")
    path.unlink()
    assert not store.add(path, start, "lost")
    assert not path.exists()


def test_a_file_of_its_own_is_for_its_owner_alone(path: Path) -> None:
    with store.new_file(path) as one, store.new_file(path) as other:
        assert one.name != other.name
        assert Path(one.name).stat().st_mode & 0o077 == 0
