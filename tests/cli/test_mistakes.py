"""The operator's mistakes: one line that says what to do, in both languages, exit code 2."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from yizhan.cli import run
from yizhan.cli.group import mistake_of

ROOT = Path(__file__).parents[2]

MISTAKES: dict[str, tuple[list[str], str, str]] = {
    "a word too many": (
        ["explain", "S005", "Y001", "T001"],
        "多写了“Y001 T001”；加 --help 看说明。",
        "“Y001 T001” is too much; add --help to learn more.",
    ),
    "a word too many for a kind": (
        ["new", "round", "--title", "走访", "昨天"],
        "多写了“昨天”；加 --help 看说明。",
        "“昨天” is too much; add --help to learn more.",
    ),
    "no folder named": (
        ["init"],
        "缺少 文件夹；加 --help 看说明。",
        "DIR is missing; add --help to learn more.",
    ),
    "a file where a folder is asked": (
        ["build", "--site-dir", "taken"],
        "--site-dir 写的“taken”是一个文件，要写文件夹。",
        "--site-dir: “taken” is a file; name a folder.",
    ),
    "an unknown generator": (
        ["build", "--generator", "hugo"],
        "--generator 写的是“hugo”，可以写：mkdocs、properdocs、zensical。",
        "--generator is “hugo”; allowed are: mkdocs, properdocs, zensical.",
    ),
    "an unknown format of figures": (
        ["metrics", "--format", "xml"],
        "--format 写的是“xml”，可以写：json、text。",
        "--format is “xml”; allowed are: json, text.",
    ),
    "output into a folder that is not there": (
        ["check", "-o", "no/findings.txt"],
        "没有“no/findings.txt”，或者它的文件夹还没有建。",
        "There is no “no/findings.txt”, or no folder for it yet.",
    ),
    "a day that no calendar reaches": (
        ["build", "--as-of", "9999-12-31"],
        "--as-of 写的是“9999-12-31”，要在 1900-01-01 到 2199-12-31 之间。",
        "--as-of is “9999-12-31”; it has to be between 1900-01-01 and 2199-12-31.",
    ),
    "a repository under a file": (
        ["init", "taken/village"],
        "“taken/village/.github/workflows”的上一级是文件，不是文件夹。",
        "What should hold “taken/village/.github/workflows” is a file.",
    ),
    "the site over the records": (
        ["build", "--site-dir", "records"],
        "网站不能写到 {here}/records：records/ 里是村里自己的文件。请换一个文件夹，例如 site。",
        (
            "The site cannot be written to {here}/records: records/ holds the village's own files. "
            "Name another folder, such as site."
        ),
    ),
}


@pytest.fixture
def village(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one record, and a file named ``taken``."""
    places = tmp_path / "records" / "places"
    places.mkdir(parents=True)
    (places / "cun.yaml").write_text(
        "id: cun\ntitle: 某村\nlevel: district\nregion: 某省\nsources:\n  - title: 区划\n",
        encoding="utf-8",
    )
    (tmp_path / "records" / "format.yaml").write_text("format: 3\n", encoding="utf-8")
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("case", MISTAKES)
def test_a_mistake_is_told_in_one_line(
    case: str, lang: str, village: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, *texts = MISTAKES[case]
    assert run(["--lang", lang, *arguments]) == 2
    told = capsys.readouterr()
    expected = texts[lang == "en"].format(here=village.resolve())
    assert (told.out, told.err) == ("", f"{expected}\n")
    assert (village / "records" / "places" / "cun.yaml").is_file()


_RANGE = (
    "要在 1900-01-01 到 2199-12-31 之间",
    "it has to be between 1900-01-01 and 2199-12-31",
)


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        ("9999-12-31", *_RANGE),
        ("1066-10-14", *_RANGE),
        ("today", "日期要写成 2025-06-12", "write a date as 2025-06-12"),
    ],
)
@pytest.mark.usefixtures("village")
def test_a_day_of_the_environment_is_told_as_well(
    day: str, zh: str, en: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("YIZHAN_AS_OF", day)
    assert run(["check"]) == 2
    assert run(["--lang", "en"]) == 2
    assert capsys.readouterr().err == (
        f"环境变量 YIZHAN_AS_OF 写的是“{day}”，{zh}。\n"
        f"The environment variable YIZHAN_AS_OF is “{day}”; {en}.\n"
    )


@pytest.mark.parametrize("address", ["8000", "127.0.0.1:99999", "127.0.0.1:http"])
def test_an_address_that_is_none_is_told(
    address: str, village: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (village / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    assert run(["serve", "-a", address]) == 2
    assert run(["--lang", "en", "serve", "-a", address]) == 2
    assert capsys.readouterr().err == (
        f"--address 写的是“{address}”，要写成 127.0.0.1:8000。\n"
        f"--address is “{address}”; write it as 127.0.0.1:8000.\n"
    )


def test_a_port_that_another_program_has_is_told(
    village: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (village / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = f"127.0.0.1:{other.getsockname()[1]}"
        assert run(["serve", "-a", address]) == 2
        assert run(["--lang", "en", "serve", "-a", address]) == 2
    assert capsys.readouterr().err == (
        f"{address} 用不了：已经有程序在用，或者不是这台电脑的地址；"
        "换一个端口，例如 yizhan serve -a 127.0.0.1:8001。\n"
        f"{address} cannot be used: another program has it, or it is not this computer's; "
        "try another port, such as yizhan serve -a 127.0.0.1:8001.\n"
    )


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        (errno.EACCES, "没有权限写“site”。", "No permission to write “site”."),
        (errno.EPERM, "没有权限写“site”。", "No permission to write “site”."),
        (errno.EROFS, "“site”在只读的磁盘上，写不进去。", "“site” is on a read-only disk."),
        (errno.ENOSPC, "磁盘满了，写不下“site”。", "The disk is full: “site” did not fit."),
        (errno.EISDIR, "“site”是文件夹，要写文件名。", "“site” is a folder; name a file."),
    ],
)
def test_what_the_disk_refuses_is_told_in_words(number: int, zh: str, en: str) -> None:
    told = mistake_of(OSError(number, os.strerror(number), "site"))
    assert told is not None
    assert (told.zh, told.en) == (zh, en)


@pytest.mark.parametrize(
    "error",
    [lambda: OSError(errno.EBADF, "bad", "site"), lambda: OSError("no file is to blame")],
)
def test_other_failures_are_not_taken_for_the_operators(error: Callable[[], OSError]) -> None:
    assert mistake_of(error()) is None
