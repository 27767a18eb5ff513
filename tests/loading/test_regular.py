"""Whatever reads a file of the repository reads regular files only."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from yizhan.loading.regular import NotRegularError, TooLargeError, read_regular


def _link(path: Path) -> None:
    (path.parent / "secret").write_text("abc", encoding="utf-8")
    path.symlink_to("secret")


def _to_nothing(path: Path) -> None:
    path.symlink_to("nowhere")


def _endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.fspath(path))


@pytest.mark.parametrize("make", [_link, _to_nothing, _endless, os.mkfifo, os.mkdir, _socket])
def test_nothing_but_a_regular_file_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: object
) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path may have a hundred letters only
    path = Path("file.yaml")
    assert callable(make)
    make(path)
    with pytest.raises(NotRegularError):
        read_regular(path)


def test_a_link_is_refused_where_the_system_would_follow_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yizhan.loading.regular._NO_FOLLOW", 0)
    monkeypatch.setattr("yizhan.loading.regular._FLAGS", os.O_RDONLY)
    _link(tmp_path / "file.yaml")
    with pytest.raises(NotRegularError):
        read_regular(tmp_path / "file.yaml")


def test_a_file_is_read_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "file.yaml"
    file.write_bytes(b"x" * 10)
    assert read_regular(file) == read_regular(file, 10) == b"x" * 10
    with pytest.raises(TooLargeError) as caught:
        read_regular(file, 9)
    assert caught.value.size == 10
    with pytest.raises(FileNotFoundError):
        read_regular(tmp_path / "nowhere")
