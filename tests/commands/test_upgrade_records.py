"""Records of an older format are brought over, and nothing is lost."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from yizhan.cli import run
from yizhan.commands import upgrade_records
from yizhan.commands.upgrade_records import Plan, UpgradeError, apply, plan
from yizhan.loading.record_format import FORMAT, FORMAT_FILE, FormatError, format_text

VILLAGE = Path(__file__).parents[1] / "village"
CLAIMS = "records/tallies/2026/20260331-shili-quarter.yaml"
NOW = "records/claims/2026/20260331-shili-quarter.yaml"


MATTER = "records/matters/2026/20260308-shili-drain.yaml"
CORRECTION = """\
  # 写错了，更正：
  - date: 2026-03-10
    step:   correct   # 两个空格
    corrects: {corrects}    # 第一条
    by: shili-committee
    note: "受理的是村委会"
"""
BATCH = "records/points/2026/20260310-shili-back.yaml"
REVERSAL = """\
id: 20260310-shili-back
title: 撤销一笔积分
example: true
scheme: shili-scheme
date: 2026-03-10
entries: [{{account: a-x81zt0pw, kind: reversal, points: -10, reverses: '{reverses}'}}]
"""


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The village in format 1, with an attachment beside its claims."""
    shutil.copytree(VILLAGE / "records", tmp_path / "records")
    (tmp_path / FORMAT_FILE).unlink()
    (tmp_path / "records/claims").rename(tmp_path / "records/tallies")
    beside = tmp_path / CLAIMS.removesuffix(".yaml")
    beside.mkdir(exist_ok=True)
    (beside / "biao.jpg").write_bytes(b"\xff\xd8\xff\x00")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def with_references(old: Path) -> Path:
    """The same with a correction and a reversal that count positions."""
    with (old / MATTER).open("a", encoding="utf-8") as stream:
        stream.write(CORRECTION.format(corrects=1))
    (old / BATCH).write_text(REVERSAL.format(reverses="20260220-shili-cleanup#2"), "utf-8")
    return old


def tree(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and ".git" not in file.parts
    }


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def test_a_plan_writes_nothing(old: Path) -> None:
    before = tree(old)
    assert plan(old).changes
    assert tree(old) == before


def test_the_village_of_the_first_format_becomes_todays(old: Path) -> None:
    apply(old, plan(old))
    after = tree(old)
    photo = after.pop(NOW.removesuffix(".yaml") + "/biao.jpg")
    assert photo == b"\xff\xd8\xff\x00"
    expected = tree(VILLAGE)
    assert sorted(after) == sorted(expected)
    for path, raw in after.items():
        assert raw == expected[path], path
    assert not (old / "records/tallies").exists()
    assert plan(old) == Plan()
    assert apply(old, plan(old)) == []


def test_what_counted_positions_names_keys_and_every_other_byte_stays(
    with_references: Path,
) -> None:
    before = tree(with_references)
    made = plan(with_references)
    told = {step.text for step in made.steps}
    text = (f"改写 {MATTER}：3 处，其余一字不动", f"rewrite {MATTER}: 3 places, all else stays")
    assert text in told
    apply(with_references, made)
    matter = before[MATTER].decode().replace("corrects: 1 ", "key: 20260310-correct ")
    matter = matter.replace("step:   correct ", "step:   progress ")
    assert (with_references / MATTER).read_text("utf-8") == matter
    batch = REVERSAL.format(reverses="@").replace(
        "'@'", "20260220-shili-cleanup#a-x81zt0pw-cleanup"
    )
    assert (with_references / BATCH).read_text("utf-8") == batch
    (with_references / NOW.replace(".yaml", "/biao.jpg")).unlink()
    assert run(["check", "--as-of", "2026-04-10"]) == 0


def test_what_cannot_be_changed_here_is_told_and_stays(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = REVERSAL.format(reverses="@").replace("'@'", "|-\n      20260220-shili-cleanup#2")
    odd = odd.replace("[{", "\n  - ").replace("}]", "").replace(", ", "\n    ")
    (old / BATCH).write_text(odd, "utf-8")
    monkeypatch.chdir(old)
    made = plan(old)
    (step,) = [each for each in made.steps if each.path == BATCH]
    assert step.text.zh == (
        f"{BATCH}：有些写法要换成新的，这里改不了，做完请运行 yizhan check 再手工改"
    )
    apply(old, made)
    assert (old / BATCH).read_text("utf-8") == odd


def test_what_is_told(old: Path) -> None:
    told = {step.text for step in plan(old).steps}
    assert (f"移动 {CLAIMS} → {NOW}", f"move {CLAIMS} → {NOW}") in told
    assert ("写上 records/format.yaml", "write records/format.yaml") in told


@pytest.mark.parametrize("broken_off_at", range(10))
def test_what_was_broken_off_is_finished_by_running_it_again(
    with_references: Path, broken_off_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced: list[Path] = []
    replace, unlink = Path.replace, Path.unlink

    def count(file: Path) -> None:
        replaced.append(file)
        if len(replaced) > broken_off_at:
            raise KeyboardInterrupt

    def replacing(file: Path, target: Path) -> Path:
        count(file)
        return replace(file, target)

    def unlinking(file: Path, *, missing_ok: bool = False) -> None:
        if file.exists():
            count(file)
        unlink(file, missing_ok=missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", replacing)
        patched.setattr(Path, "unlink", unlinking)
        made = plan(with_references)
        try:
            apply(with_references, made)
        except KeyboardInterrupt:
            assert not (with_references / FORMAT_FILE).exists()
    apply(with_references, plan(with_references))
    after = tree(with_references)
    assert after.pop(NOW.removesuffix(".yaml") + "/biao.jpg")
    for path in (MATTER, BATCH):
        assert b"#2" not in after[path]
        assert b"corrects: 1" not in after[path]
    assert sorted(after) == sorted({*tree(VILLAGE), BATCH})


def test_a_full_disk_leaves_everything(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(old)

    def full(_file: Path, _raw: bytes) -> int:
        raise OSError(28, "No space left on device")

    made = plan(old)
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        apply(old, made)
    assert tree(old) == before


def test_a_link_of_the_hidden_name_is_not_written_through(old: Path) -> None:
    """Hidden files are no business of the checks, so that a pull request may have brought it."""
    (old / "mine.txt").write_text("mine", encoding="utf-8")
    (old / "records/.format.yaml.upgrade").symlink_to(old / "mine.txt")
    apply(old, plan(old))
    assert (old / "mine.txt").read_text("utf-8") == "mine"
    assert not (old / FORMAT_FILE).is_symlink()


def test_a_place_that_is_taken_stops_it(old: Path) -> None:
    (old / NOW).parent.mkdir(parents=True)
    (old / NOW).write_text("id: another\n", "utf-8")
    with pytest.raises(UpgradeError) as caught:
        plan(old)
    assert caught.value.args[0].zh == (
        f"{CLAIMS} 应当移到 {NOW}，那里却已有另一个文件；请先把其中一个改名。什么都没有动。"
    )


def test_a_file_that_was_changed_in_the_meantime_stops_it(old: Path) -> None:
    made = plan(old)
    (old / CLAIMS).write_text("id: changed\n", "utf-8")
    before = tree(old)
    with pytest.raises(UpgradeError) as caught:
        apply(old, made)
    assert caught.value.args[0].en.startswith(f"{CLAIMS} was changed in the meantime")
    assert tree(old) == before


def test_changes_that_are_not_committed_stop_it_unless_forced(old: Path) -> None:
    git(old, "init", "-q")
    git(old, "add", ".")
    git(old, "commit", "-qm", "as it was")
    (old / "elsewhere.txt").write_text("may differ", "utf-8")
    made = plan(old)
    (old / "records/places/shili-cun.yaml").write_bytes(b"title: x\n")
    with pytest.raises(UpgradeError) as caught:
        apply(old, made)
    assert caught.value.args[0].zh == (
        "records/ 里有没提交到 Git 的改动（records/places/shili-cun.yaml）；"
        "请先提交，再升级。什么都没有动。"
    )
    assert (old / CLAIMS).exists()
    assert apply(old, made, forced=True)
    assert (old / NOW).exists()


def test_what_is_committed_may_be_upgraded(old: Path) -> None:
    git(old, "init", "-q")
    git(old, "add", ".")
    git(old, "commit", "-qm", "as it was")
    assert apply(old, plan(old))


def test_a_machine_without_git_may_upgrade(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(old))
    assert apply(old, plan(old))


def test_a_damaged_number_stops_it(old: Path) -> None:
    (old / FORMAT_FILE).write_text("format: x\n", "utf-8")
    with pytest.raises(FormatError):
        plan(old)


def test_a_file_that_cannot_be_read_moves_as_it_is(old: Path) -> None:
    (old / CLAIMS).write_bytes(b"title: [\n")
    apply(old, plan(old))
    assert (old / NOW).read_bytes() == b"title: [\n"


def test_links_stay(old: Path) -> None:
    (old / "records/tallies/link.yaml").symlink_to(old / CLAIMS)
    apply(old, plan(old))
    assert (old / "records/tallies/link.yaml").is_symlink()


@pytest.mark.parametrize("project", [VILLAGE, VILLAGE.parents[1], VILLAGE.parent / "pages/archive"])
def test_the_file_of_the_number_is_written_one_way(project: Path) -> None:
    assert (project / FORMAT_FILE).read_bytes() == format_text(FORMAT)


def test_a_new_village_has_it() -> None:
    presets = Path(upgrade_records.__file__).parents[1] / "presets/project"
    assert (presets / FORMAT_FILE).read_bytes() == format_text(FORMAT)


def test_by_command(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (old / "mkdocs.yml").write_text("site_name: 示例\n", "utf-8")
    assert run(["upgrade", "--dry-run"]) == 0
    assert f"移动 {CLAIMS} → {NOW}\n" in capsys.readouterr().out
    assert (old / CLAIMS).exists()
    assert run(["--lang", "en", "upgrade", "--yes"]) == 0
    assert "write records/format.yaml\n" in capsys.readouterr().out
    assert not (old / CLAIMS).exists()
    (old / NOW.replace(".yaml", "/biao.jpg")).unlink()
    assert run(["check", "--as-of", "2026-04-10"]) == 0
