"""``yizhan check`` as it is typed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from yizhan import cli
from yizhan.checking.explanations import explanations
from yizhan.commands import clock
from yizhan.loading.schemas import schema_folder

from .program import AS_OF, yizhan

MEETING = "records/meetings/2026/20260110-shili-deliberation.yaml"


@pytest.fixture
def village(village: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    monkeypatch.setenv("YIZHAN_AS_OF", AS_OF[1])  # of a day before today nothing is kept
    return village


@pytest.fixture
def broken(village: Path) -> Path:
    file = village / "records/places/shili-cun-square.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("level: site", "level: 广场"), encoding="utf-8")
    return village


@pytest.mark.usefixtures("village")
def test_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = yizhan(capsys, "check", *AS_OF)
    assert (code, err) == (0, "")
    assert out.endswith("份档案，没有发现问题。\n")


@pytest.mark.usefixtures("broken")
def test_findings_exit_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = yizhan(capsys, "check", *AS_OF)
    assert code == 1
    assert out.startswith(
        "错误[S004]：“层级”（level）写的是“广场”，不是规定的词。\n"
        "  --> records/places/shili-cun-square.yaml:4:8\n"
        "   |\n"
        " 4 | level: 广场\n".replace("  -->", " -->")
        .replace("   |", "  |")
        .replace(" 4 |", "4 |")
    )
    code, out, _ = yizhan(capsys, "--lang", "en", "check", *AS_OF)
    assert code == 1
    assert out.startswith("error[S004]: “Level” (level) is “广场”, which is not an allowed word.\n")


def test_warnings_do_not_fail(village: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = village / "records/places/shili-cun.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    code, out, _ = yizhan(capsys, "check", *AS_OF)
    assert code == 0
    assert out.startswith("提醒[Y024]：")


@pytest.mark.usefixtures("broken")
def test_paths_narrow_what_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert yizhan(capsys, "check", *AS_OF, "records/matters", MEETING)[0] == 0
    assert yizhan(capsys, "check", *AS_OF, "records/places")[0] == 1
    assert yizhan(capsys, "check", *AS_OF, ".")[0] == 1
    code, _, err = yizhan(capsys, "check", *AS_OF, "records/nowhere")
    assert (code, err) == (2, "找不到“records/nowhere”；要写 records/ 里的文件或文件夹。\n")
    assert yizhan(capsys, "check", *AS_OF, "/")[0] == 2


def test_a_format_into_a_file(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = yizhan(capsys, "check", *AS_OF, "--format", "json", "-o", "found.json")
    assert (code, out) == (1, "")
    assert json.loads((broken / "found.json").read_text(encoding="utf-8"))["errors"] == 1
    code, out, _ = yizhan(capsys, "check", *AS_OF, "--format", "gitlab", "--no-cache")
    assert (code, json.loads(out)[0]["check_name"]) == (1, "S004")


def test_github_gets_its_summary(
    broken: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "::error file=" in yizhan(capsys, "check", *AS_OF, "--format", "github")[1]
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(broken / "summary.md"))
    (broken / "summary.md").write_text("before\n", encoding="utf-8")
    yizhan(capsys, "check", *AS_OF, "--format", "github")
    summary = (broken / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("before\n## 档案检查\n")
    assert "| S004 |" in summary


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (
            ["check"],
            "这里没有 records/ 文件夹：请到它所在的文件夹里运行，或者用 yizhan init 新建一个。",
            "There is no records/ folder here: run it where records/ is, or begin with yizhan init.",
        ),
        (
            ["chekc"],
            "没有“chekc”这个命令；像的有：check。",
            "There is no command “chekc”. Like it: check.",
        ),
        (
            ["check", "--asof", "2026-01-01"],
            "没有“--asof”这个选项；像的有：--as-of。在命令后面加 --help 看说明。",
            "There is no option “--asof”. Like it: --as-of. Add --help to the command to learn more.",
        ),
        (
            ["check", "--as-of", "2026/1/1"],
            "--as-of 写的是“2026/1/1”，请写成 2026-01-01。",
            "--as-of is “2026/1/1”; write 2026-01-01.",
        ),
        (
            ["check", "--as-of", "昨天"],
            "--as-of 写的是“昨天”，日期要写成 2025-06-12。",
            "--as-of is “昨天”; write a date as 2025-06-12.",
        ),
        (
            ["check", "--format", "xml"],
            "--format 写的是“xml”，可以写：github、gitlab、json、text。",
            "--format is “xml”; allowed are: github, gitlab, json, text.",
        ),
        (
            ["explain"],
            "缺少 代号；加 --help 看说明。",
            "CODE is missing; add --help to learn more.",
        ),
        (
            ["explain", "身份证"],
            "这里写代号，不写“身份证”；说到它的有：V001（没有身份证号码）。",
            "A code belongs here, not “身份证”; of that there are: V001 (No identity numbers).",
        ),
        (
            ["explain", "天气"],
            "这里写代号，不写“天气”；代号是 yizhan check 每处前面方括号里的，例如 S005。",
            "A code belongs here, not “天气”: what yizhan check prints in brackets, such as S005.",
        ),
        (
            ["metrics", "--from", "2026-05-01", "--to", "2026-04-01"],
            "--from 写的 2026-05-01 在 --to 写的 2026-04-01 以后，中间没有一天。",
            "--from, 2026-05-01, is after --to, 2026-04-01: there is no day between them.",
        ),
        (
            ["explain", "S05"],
            f"没有“S05”这个代号；相近的有：S005，另有 {len(explanations()) - 1} 个。",
            f"There is no code “S05”; near it are: S005, and {len(explanations()) - 1} more.",
        ),
    ],
)
def test_mistakes_take_one_line(
    arguments: list[str],
    zh: str,
    en: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert yizhan(capsys, *arguments) == (2, "", zh + "\n")
    assert yizhan(capsys, "--lang=en", *arguments) == (2, "", en + "\n")


def test_help_speaks_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = yizhan(capsys, "--help")
    assert code == 0
    assert out.startswith("用法：yizhan [选项]… 命令 …\n")
    assert "检查全部档案" in out
    assert "Check all records" in yizhan(capsys, "--lang", "en", "--help")[1]
    assert yizhan(capsys, "check", "--help")[1].startswith("用法：yizhan check [选项]…")
    english = yizhan(capsys, "--lang", "en", "check", "--help")[1]
    assert english.startswith("Usage: yizhan check [OPTIONS]…")
    assert english.isascii() or "…" in english


@pytest.mark.parametrize("name", list(cli.COMMANDS))
def test_every_command_of_the_table_is_there(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    for lang, word in (("zh", "用法："), ("en", "Usage: ")):
        code, out, _ = yizhan(capsys, "--lang", lang, name, "--help")
        assert (code, out[: len(word)]) == (0, word)


def test_check_does_not_wait_for_the_site_generator(village: Path) -> None:
    program = (
        "import sys; from yizhan import cli; cli.run(['check', '--as-of', '2026-04-10']);"
        "print([name for name in ('mkdocs', 'jinja2', 'babel', 'jsonschema') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=village, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_program_itself(broken: Path) -> None:
    command = [sys.executable, "-m", "yizhan", "check", *AS_OF]
    done = subprocess.run(command, cwd=broken, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert "\x1b" not in done.stdout
    version = subprocess.run(
        [sys.executable, "-m", "yizhan", "--version"], capture_output=True, text=True, check=True
    )
    assert version.stdout.startswith("yizhan 0.")


def test_interrupts_and_defects(
    village: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def raising(error: BaseException) -> object:
        def check(*_: object, **__: object) -> object:
            raise error

        return check

    monkeypatch.setattr("yizhan.commands.check.check", raising(KeyboardInterrupt()))
    assert cli.run(["check"]) == 130
    monkeypatch.setattr("yizhan.commands.check.check", raising(ValueError("a defect")))
    with pytest.raises(ValueError, match="a defect"):
        cli.run(["check"])
    assert capsys.readouterr().out == ""


def test_today_is_shanghai_s(monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return datetime(2026, 1, 1, 17, 0, tzinfo=UTC).astimezone(tz)  # type: ignore[arg-type]

    monkeypatch.delenv("YIZHAN_AS_OF", raising=False)
    monkeypatch.setattr(clock, "datetime", Clock)
    assert clock.today().isoformat() == "2026-01-02"


@pytest.mark.usefixtures("village")
def test_the_environment_stands_in_for_the_clock(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("YIZHAN_AS_OF", "2031-05-01")
    assert clock.today().isoformat() == "2031-05-01"
    monkeypatch.setenv("YIZHAN_AS_OF", "tomorrow")
    code, _, err = yizhan(capsys, "check")
    assert code == 2
    assert err == "环境变量 YIZHAN_AS_OF 写的是“tomorrow”，日期要写成 2025-06-12。\n"


FORMS = ("text", "json", "github", "gitlab")


@pytest.mark.parametrize("form", FORMS)
def test_what_a_link_points_at_is_never_shown(
    village: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    """A pull request may bring a link to anything on the machine that checks it."""
    (village / "secret.txt").write_text("SECRET_TOKEN=abc\n", encoding="utf-8")
    matters = village / "records/matters/2026"
    (matters / "20260501-l.yaml").symlink_to(village / "secret.txt")
    (matters / "20260502-l.jpg").symlink_to(village / "secret.txt")
    os.mkfifo(matters / "20260503-l.yaml")
    code, out, err = yizhan(capsys, "check", *AS_OF, "--no-cache", "--format", form)
    assert (code, err) == (1, "")
    assert all(name in out for name in ("20260501-l.yaml", "20260502-l.jpg", "20260503-l.yaml"))
    assert "SECRET" not in out


def test_a_file_that_loading_does_not_read_is_not_shown(
    village: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A list of names in the wrong place would else be printed into a public log."""
    for name in ("名单.xlsx", "x y.yaml", "shili.yml", "wrong/shili.yaml"):
        file = village / "records/places" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("张三的电话\n", encoding="utf-8")
    (village / "records/places/shili-large.yaml").write_text("张三\n" * 100_000, encoding="utf-8")
    code, out, _ = yizhan(capsys, "check", *AS_OF)
    assert (code, out.count("错误[")) == (1, 5)
    assert "张三" not in out
    assert "文件有 684 kB" in out


@pytest.mark.parametrize("target", ["secret.txt", "/dev/zero", "records"])
def test_the_number_of_the_format_is_a_regular_file(
    village: Path, capsys: pytest.CaptureFixture[str], target: str
) -> None:
    (village / "secret.txt").write_text("SECRET_TOKEN=abc\n", encoding="utf-8")
    file = village / "records/format.yaml"
    file.unlink()
    file.symlink_to(Path(village, target))
    for command in (["check", *AS_OF], ["upgrade", "--dry-run"]):
        assert yizhan(capsys, *command) == (
            2,
            "",
            "records/format.yaml 不是普通文件（例如是符号链接），没有读它：请用文件本身代替它。\n",
        )


def test_a_kept_result_that_is_a_link_is_not_opened(
    village: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert yizhan(capsys, "check", *AS_OF)[0] == 0
    for name in ("check.cache", "check.data"):
        (village / ".yizhan" / name).unlink()
        (village / ".yizhan" / name).symlink_to("/dev/zero")
        assert yizhan(capsys, "check", *AS_OF)[0] == 0


def test_what_is_in_doubt_is_told_with_the_file_it_hangs_on(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = "records/places/shili-cun-square.yaml"
    (broken / place).write_text("title:坏了\n", encoding="utf-8")
    _, out, _ = yizhan(capsys, "check", *AS_OF, "--format", "json", place)
    assert [each["path"] for each in json.loads(out)["in_doubt"]] == [place]
    _, out, _ = yizhan(capsys, "check", *AS_OF, "--format", "json", "records/matters")
    assert place not in [each["path"] for each in json.loads(out)["in_doubt"]]


def test_editors_find_the_schemas_of_the_package(
    village: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As after a clone, and as after the package became newer."""
    folder = village / ".yizhan/schema"
    theirs = {file.name: file.read_bytes() for file in schema_folder().glob("*.schema.json")}
    assert yizhan(capsys, "check", *AS_OF)[0] == 0
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == theirs
    (folder / "matter.schema.json").write_text("{}", encoding="utf-8")
    untouched = (folder / "rule.schema.json").stat()
    assert yizhan(capsys, "check", *AS_OF)[0] == 0
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == theirs
    assert (folder / "rule.schema.json").stat() == untouched


def test_a_check_does_without_schemas_for_editors(
    village: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (village / ".yizhan").mkdir()
    (village / ".yizhan/schema").write_text("a file where the folder should be", encoding="utf-8")
    assert yizhan(capsys, "check", *AS_OF)[0] == 0
