"""The number of the format: what is read, and what is said instead of a hundred findings."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from yizhan.cli import run
from yizhan.loading.record_format import FORMAT, FORMAT_FILE, FormatError, parse_format, read_format
from yizhan.loading.tree import walk

VILLAGE = Path(__file__).parents[1] / "village"


@pytest.fixture
def village(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(VILLAGE / "records", tmp_path / "records")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("format: 2", 2),
        ("# 说明\n\nformat: 17  # 第十七版\n# 完\n", 17),
        ("\ufeffformat: 2\r\n", 2),
        ("", None),
        ("# format: 2\n", None),
        ("format: 0\n", None),
        ("format: -1\n", None),
        ("format: 2.0\n", None),
        ("format: two\n", None),
        ('format: "2"\n', None),
        ("format: 99999\n", None),
        ("format:2\n", None),
        ("version: 2\n", None),
        ("format: 2\nformat: 3\n", None),
        ("format: 2\nname: 村\n", None),
    ],
)
def test_one_line_and_comments(raw: str, number: int | None) -> None:
    assert parse_format(raw.encode()) == number


def test_what_is_no_text_is_damaged() -> None:
    assert parse_format(b"format: 2\xff\x00\n") is None


def test_todays_number_is_read_and_is_no_record(village: Path) -> None:
    assert read_format(village) == FORMAT
    tree = walk(village)
    assert tree.findings == ()
    assert FORMAT_FILE not in {file.path for file in tree.records} | tree.files


DAMAGED = (
    "records/format.yaml 读不出来：里面除了注释只应有一行，例如 format: 3；请从 Git 里取回这个文件。",
    (
        "records/format.yaml cannot be read: apart from comments it holds one line, such as "
        "format: 3; restore the file from Git."
    ),
)
OTHERS = {
    "missing": (
        None,
        "records/ 还是第 1 版格式，现在是第 3 版：请运行 yizhan upgrade。",
        "records/ is still in format 1, today's is 3: run yizhan upgrade.",
    ),
    "older": (
        "format: 1\n",
        "records/ 还是第 1 版格式，现在是第 3 版：请运行 yizhan upgrade。",
        "records/ is still in format 1, today's is 3: run yizhan upgrade.",
    ),
    "newer": (
        "format: 4\n",
        "records/ 是第 4 版格式，这个议栈只认到第 3 版：请先装新版的议栈。",
        "records/ is in format 4, and this Yizhan knows format 3 at most: install a newer Yizhan.",
    ),
    "damaged": ("format: 2\n<<<<<<< HEAD\n", *DAMAGED),
    "empty": ("", *DAMAGED),
}


@pytest.mark.parametrize("command", ["check", "metrics"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("case", OTHERS)
def test_any_other_is_one_line_and_nothing_is_touched(
    case: str, lang: str, command: str, village: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, *expected = OTHERS[case]
    file = village / FORMAT_FILE
    file.unlink() if text is None else file.write_text(text, "utf-8")
    before = {path: path.read_bytes() for path in village.rglob("*.yaml")}
    assert run(["--lang", lang, command]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", f"{expected[lang == 'en']}\n")
    assert {path: path.read_bytes() for path in village.rglob("*.yaml")} == before


def test_a_folder_of_that_name_is_no_file(village: Path) -> None:
    (village / FORMAT_FILE).unlink()
    (village / FORMAT_FILE).mkdir()
    with pytest.raises(FormatError) as caught:
        read_format(village)
    assert tuple(caught.value.args[0]) == (
        "records/format.yaml 不是普通文件（例如是符号链接），没有读它：请用文件本身代替它。",
        f"{FORMAT_FILE} is no ordinary file (a symbolic link, say) and was not read: put the file itself there.",
    )


@pytest.mark.parametrize(("shut", "named"), [(True, "records/"), (False, "records/format.yaml")])
def test_what_may_not_be_opened_is_named(
    village: Path, monkeypatch: pytest.MonkeyPatch, named: str, *, shut: bool
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)  # root may open everything
    monkeypatch.setattr(os, "access", lambda *_, **__: not shut)
    with pytest.raises(FormatError) as caught:
        read_format(village)
    assert tuple(caught.value.args[0]) == (
        f"{named} 读不了：请检查有没有读取权限。",
        f"{named} cannot be read: see that you may read it.",
    )
