"""Loading a tree: what is read, what is left alone, what is out of place."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from yizhan.loading import NoProjectError, load
from yizhan.loading.parse import parse
from yizhan.loading.tree import walk
from yizhan.model.dates import PartialDate
from yizhan.model.kinds import KINDS
from yizhan.model.matter import LogEntry, Matter, Outcome, Raised, Verdict
from yizhan.model.record import Record, Source
from yizhan.model.vocabulary import Category, Channel, Kind, RaisedBy, Result
from yizhan.model.voting import Vote

VILLAGE = Path(__file__).parents[1] / "village"


@pytest.fixture
def village(tmp_path: Path) -> Path:
    shutil.copytree(VILLAGE / "records", tmp_path / "records")
    return tmp_path


def test_everything_is_read(village: Path) -> None:
    loaded = load(village)
    assert loaded.findings == ()
    assert loaded.unread == frozenset()
    paths = {
        path.relative_to(village).as_posix() for path in (village / "records").glob("*/**/*.yaml")
    }
    read = {record.path for record in loaded.archive.records.values()}
    assert {path for path in read if path.startswith("records/")} == paths
    assert "presets/procedures/four-affairs.yaml" in read


def test_one_unreadable_file_does_not_stop_the_others(village: Path) -> None:
    (village / "records/places/shili-cun.yaml").write_bytes(b"\0")
    (village / "records/places/shili-xian.yaml").write_bytes("标题".encode("gb18030"))
    loaded = load(village)
    assert [finding.code for finding in loaded.findings] == ["Y002", "Y001"]
    assert loaded.unread == {"shili-cun", "shili-xian"}
    assert loaded.archive.place("shili-zhen") is not None


def test_what_is_left_alone(village: Path) -> None:
    before = load(village).files
    left_over = ("desktop.ini", "places/Thumbs.db", "places/shili-cun/thumbs.db")
    of_office = ("places/~$mingdan.xlsx", "places/shili-cun/~$说明.docx", "EhThumbs.db")
    hidden = ("README.md", ".gitkeep", "places/.DS_Store", ".hidden/x.yaml")
    for name in (*hidden, *left_over, *of_office):
        file = village / "records" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x", encoding="utf-8")
    loaded = load(village)
    assert (loaded.findings, loaded.files) == ((), before)


def test_links_and_odd_names(village: Path) -> None:
    places = village / "records/places"
    (places / "link.yaml").symlink_to(places / "shili-cun.yaml")
    (village / "records/linked").symlink_to(places)
    (places / "folder.yaml").mkdir()
    os.mkfifo(places / "pipe.yaml")
    os.mkfifo(places / "pipe.jpg")
    Path(os.fsdecode(os.fsencode(places) + b"/\xb4\xe5.txt")).write_bytes(b"")
    found = [(finding.path, finding.code) for finding in walk(village).findings]
    assert found == [
        ("records/linked", "Y023"),
        ("records/places/\\xb4\\xe5.txt", "Y025"),
        ("records/places/link.yaml", "Y023"),
        ("records/places/pipe.jpg", "Y023"),
        ("records/places/pipe.yaml", "Y023"),
    ]
    messages = {finding.message.zh for finding in walk(village).findings if "pipe" in finding.path}
    assert messages == {"这是管道或设备，不是普通文件，没有被读取。"}


def test_what_the_machine_does_not_open(village: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opening = os.open

    def refuse(path: Path, flags: int) -> int:
        if path.parent == village / "records":
            return opening(path, flags)
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)  # root may read everything
    findings = load(village).findings
    assert {finding.code for finding in findings} == {"Y023"}
    assert findings[0].message.en == "The file cannot be opened: Permission denied."


def test_a_folder_that_cannot_be_opened(village: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refuse(path: object) -> object:
        if str(path).endswith("places"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", refuse)
    (finding,) = walk(village).findings
    assert (finding.path, finding.code) == ("records/places", "Y023")


def test_no_project(tmp_path: Path) -> None:
    with pytest.raises(NoProjectError) as caught:
        load(tmp_path)
    assert caught.value.args[0].zh == (
        "这里没有 records/ 文件夹：请到它所在的文件夹里运行，或者用 yizhan init 新建一个。"
    )


def test_parse_makes_what_the_constructors_make() -> None:
    data = {
        "id": "20260401-x",
        "title": "路灯",
        "place": "p",
        "procedure": "q",
        "category": "parking",
        "raised": {"date": 2026, "by": "resident", "channel": "counter"},
        "sources": [{"title": "报道", "date": "2026-04"}],
        "log": [
            {
                "date": "2026-04-02",
                "step": "report_done",
                "with": ["a", "b"],
                "outcome": {"result": "solved", "text": "好了"},
                "verdict": {"asked": 3},
            }
        ],
    }
    date = PartialDate.parse
    assert parse(Matter, data, "records/x.yaml") == Matter(
        id="20260401-x",
        title="路灯",
        path="records/x.yaml",
        place="p",
        procedure="q",
        category=Category.PARKING,
        raised=Raised(date=date("2026"), by=RaisedBy.RESIDENT, channel=Channel.COUNTER),
        sources=(Source(title="报道", date=date("2026-04")),),
        log=(
            LogEntry(
                date=date("2026-04-02"),
                step="report_done",
                with_=("a", "b"),
                outcome=Outcome(result=Result.SOLVED, text="好了"),
                verdict=Verdict(asked=3),
            ),
        ),
    )


def test_parse_sets_every_field_of_every_record() -> None:
    """A slot left unset would raise here; each kind has a record in the village."""
    records = load(VILLAGE).archive.records.values()
    assert {type(record) for record in records} == {info.model for info in KINDS.values()}
    for record in records:
        assert isinstance(record, Record)
        assert repr(record).startswith(type(record).__name__)
        assert hash(record) == hash(record)


def test_fields_that_python_keeps_for_itself() -> None:
    from yizhan.loading.parse import build

    assert build(Vote, {"for": 3}) == Vote(for_=3, against=None, abstained=None)


def test_parse_refuses_days_that_never_were() -> None:
    data = {"id": "x", "title": "x", "level": "site", "established": "2025-02-29"}
    with pytest.raises(ValueError, match="day is out of range"):
        parse(KINDS[Kind.PLACE].model, data, "")
