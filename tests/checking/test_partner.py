"""A first run in two processes finds what one finds."""

from __future__ import annotations

import os
import shutil
import threading
from datetime import date
from pathlib import Path

import pytest

from yizhan.checking import engine, partner
from yizhan.checking.engine import inspect, run
from yizhan.checking.partner import LostError, Partner, worth_it
from yizhan.checks import discover
from yizhan.model.finding import Level

VILLAGE = Path(__file__).parents[1] / "village"
DAY = date(2026, 4, 10)
LAMPS = "records/matters/2026/20260108-shili-lamps.yaml"
BODY = "records/bodies/shili-committee.yaml"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")


@pytest.fixture
def village(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The village with some mistakes, a file that cannot be read among them."""
    monkeypatch.setattr(engine, "_TICK_NS", -(10**18))
    shutil.copytree(VILLAGE / "records", tmp_path / "records")
    for path, old, new in ((LAMPS, "place: ", "place: x"), (BODY, "title: ", "title:")):
        text = (tmp_path / path).read_text("utf-8")
        (tmp_path / path).write_text(text.replace(old, new, 1), "utf-8")
    return tmp_path


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Have two processes work however few files there are; holds the processes that were forked."""
    monkeypatch.setattr(partner, "_SMALLEST", 0)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    forked: list[int] = []
    fork = os.fork

    def noted() -> int:
        pid = fork()
        forked.append(pid)
        return pid

    monkeypatch.setattr(os, "fork", noted)
    return forked


def test_two_processes_find_what_one_finds(
    village: Path, shared: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = inspect(village, DAY, cached=False)
    assert len(shared) == 1
    monkeypatch.setattr(partner, "_SMALLEST", 10**9)
    alone = inspect(village, DAY, cached=False)
    assert len(shared) == 1
    assert found.result == alone.result
    assert found.result.findings != ()
    assert found.result.in_doubt != {}
    assert found.contents == alone.contents
    assert dict(found.loaded.archive.records) == dict(alone.loaded.archive.records)
    assert found.loaded.unread == alone.loaded.unread != frozenset()


def test_what_two_processes_leave_is_good_for_the_next_run(
    village: Path, shared: list[int]
) -> None:
    first = run(village, DAY)
    text = (village / LAMPS).read_text("utf-8")
    (village / LAMPS).write_text(text.replace("title: ", "title: 又", 1), "utf-8")
    second = run(village, DAY)
    assert len(shared) == 1
    # the one that was changed, and the one that was refused, which may name other records
    assert (first.read, second.read) == (first.records, 2)
    assert second.findings == run(village, DAY, cached=False).findings


@pytest.mark.parametrize("moment", ["exchange", "send"])
def test_when_the_other_process_dies_this_one_does_it_all(
    village: Path, shared: list[int], monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    expected = run(village, DAY, cached=False)
    parent, original = os.getpid(), getattr(Partner, moment)

    def dies(self: Partner, value: object) -> object:
        if os.getpid() != parent:
            os._exit(1)
        return original(self, value)

    monkeypatch.setattr(Partner, moment, dies)
    assert run(village, DAY, cached=False) == expected
    assert len(shared) == 2


def test_a_pipe_whose_other_end_is_closed_is_a_loss() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb", buffering=0) as sending:
        with pytest.raises(LostError):
            Partner(0, sending, sending).send(b"x")
        with pytest.raises(LostError):
            Partner(0, sending, sending).receive()


def test_few_files_or_other_threads_are_no_reason_to_fork() -> None:
    release = threading.Event()
    thread = threading.Thread(target=release.wait)
    thread.start()
    try:
        assert not worth_it(5_000)
    finally:
        release.set()
        thread.join()
    assert not worth_it(10)
    assert not worth_it(100_000)


def test_what_is_acknowledged_and_how_to_is_the_same_in_two_processes(
    village: Path, shared: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    checks = {check.code: check for check in discover()}
    for example in (checks["R003"].good, checks["H001"].bad):
        for path, text in example.files.items():
            (village / path).parent.mkdir(parents=True, exist_ok=True)
            (village / path).write_text(text, "utf-8")
    found = inspect(village, DAY, cached=False).result.findings
    assert len(shared) == 1
    monkeypatch.setattr(partner, "_SMALLEST", 10**9)
    assert found == inspect(village, DAY, cached=False).result.findings
    about = [each for each in found if each.level is Level.IRREGULAR]
    assert {(each.code, each.acknowledged, each.remedy is None) for each in about} >= {
        ("T008", True, True),
        ("H001", False, False),
    }
