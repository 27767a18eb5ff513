"""The records' data in its file: found where it was put, and not believed when it is not."""

from __future__ import annotations

import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from yizhan.checking import contents, engine
from yizhan.checking.contents import BrokenError, Content, Contents
from yizhan.checking.engine import inspect, run
from yizhan.checking.last_run import CONTENTS
from yizhan.loading import load

VILLAGE = Path(__file__).parents[1] / "village"
DAY = date(2026, 4, 10)
LAMPS = "records/matters/2026/20260108-shili-lamps.yaml"


@pytest.fixture
def village(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The village, with files that count as having lain there for a while."""
    monkeypatch.setattr(engine, "_TICK_NS", -(10**18))
    shutil.copytree(VILLAGE / "records", tmp_path / "records")
    return tmp_path


def _edit(village: Path, number: int) -> None:
    text = (village / LAMPS).read_text("utf-8")
    (village / LAMPS).write_text(text.replace("title: ", f"title: {number}", 1), "utf-8")


def test_data_is_found_again_and_added_to(tmp_path: Path) -> None:
    path = tmp_path / "data"
    first = [Content.of({"a": 1}), None, Content.of({"b": "乙"})]
    identity = contents.keep(path, None, first)
    more = Content.of({"c": [1, 2]})
    assert contents.keep(path, identity, [*first, more]) == identity
    file = Contents(path, identity)
    found = [Content(None, file, each.place).data() for each in (*first, more) if each is not None]
    file.close()
    assert found == [{"a": 1}, {"b": "乙"}, {"c": [1, 2]}]


def test_a_file_of_mostly_old_data_is_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "_ROOM", 0)
    path = tmp_path / "data"
    stays = Content.of("a" * 100)
    identity = contents.keep(path, None, [stays, Content.of("b" * 100), Content.of("c" * 100)])
    kept = Content(None, Contents(path, identity), stays.place)
    fresh = Content.of("d")
    new = contents.keep(path, identity, [kept, fresh])
    assert new != identity
    assert path.stat().st_size < 200
    file = Contents(path, new)
    assert [Content(None, file, each.place).data() for each in (kept, fresh)] == ["a" * 100, "d"]
    assert [each.name for each in tmp_path.iterdir()] == ["data"]


def test_damaged_data_is_told_by_its_checksum(tmp_path: Path) -> None:
    path = tmp_path / "data"
    content = Content.of("甲")
    identity = contents.keep(path, None, [content])
    for raw in (b"", b"?" * 100):
        path.write_bytes(raw)
        with pytest.raises(BrokenError):
            Content(None, Contents(path, identity), content.place).data()
    path.unlink()
    with pytest.raises(BrokenError):
        Content(None, Contents(path, identity), content.place).data()
    lost = Content(None, Contents(path, identity), content.place)
    with pytest.raises(BrokenError):
        contents.keep(path, identity, [lost])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("harm", ["spoilt", "cut", "gone", "another"])
def test_without_the_data_everything_is_read_again(village: Path, harm: str) -> None:
    run(village, DAY)
    data = village / CONTENTS
    if harm == "spoilt":
        data.write_bytes(b"\0" * data.stat().st_size)
    elif harm == "cut":
        data.write_bytes(data.read_bytes()[:100])
    elif harm == "gone":
        data.unlink()
    else:
        shutil.copy(data, village / "copy")
        (village / "copy").replace(data)
    _edit(village, 1)
    assert run(village, DAY).read > 20
    assert run(village, DAY).read == 0


def test_a_build_reads_everything_before_it_goes_on(village: Path) -> None:
    run(village, DAY)
    _edit(village, 1)
    inspected = inspect(village, DAY)
    (village / CONTENTS).unlink()
    assert inspected.result.read == 1
    assert dict(inspected.loaded.archive.records) == dict(load(village).archive.records)


def test_many_small_edits_leave_what_a_fresh_run_finds(
    village: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Additions, and the file written anew when they are many: the verdicts stay the same."""
    from yizhan.checking import last_run

    monkeypatch.setattr(last_run, "_MUCH", 4_000)
    monkeypatch.setattr(contents, "_ROOM", 4_000)
    run(village, DAY)
    sizes = []
    for number in range(12):
        _edit(village, number)
        result = run(village, DAY)
        assert result.read == 1
        assert result.findings == run(village, DAY, cached=False).findings
        sizes.append((village / last_run.CACHE).stat().st_size)
    steps = [after - before for before, after in pairwise(sizes)]
    assert min(steps) < 0 < max(steps)
