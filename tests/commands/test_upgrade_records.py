"""Records of an older format are brought over, and nothing is lost."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from yizhan.cli import run
from yizhan.commands import upgrade_records
from yizhan.commands.upgrade_records import Plan, UpgradeError, apply, plan
from yizhan.loading.record_format import FORMAT_FILE, FormatError, format_text

VILLAGE = Path(__file__).parents[1] / "village"
CLAIMS = "records/tallies/2026/20260331-shili-quarter.yaml"
NOW = "records/claims/2026/20260331-shili-quarter.yaml"


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


def test_what_is_told(old: Path) -> None:
    told = {step.text for step in plan(old).steps}
    assert (f"移动 {CLAIMS} → {NOW}", f"move {CLAIMS} → {NOW}") in told
    assert ("写上 records/format.yaml", "write records/format.yaml") in told


@pytest.mark.parametrize("broken_off_at", range(8))
def test_what_was_broken_off_is_finished_by_running_it_again(
    old: Path, broken_off_at: int, monkeypatch: pytest.MonkeyPatch
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
        made = plan(old)
        try:
            apply(old, made)
        except KeyboardInterrupt:
            assert not (old / FORMAT_FILE).exists()
    apply(old, plan(old))
    after = tree(old)
    assert after.pop(NOW.removesuffix(".yaml") + "/biao.jpg")
    assert after == tree(VILLAGE)


def test_a_full_disk_leaves_everything(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(old)

    def full(_file: Path, _raw: bytes) -> int:
        raise OSError(28, "No space left on device")

    made = plan(old)
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        apply(old, made)
    assert tree(old) == before


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
    assert (project / FORMAT_FILE).read_bytes() == format_text(2)


def test_a_new_village_has_it() -> None:
    presets = Path(upgrade_records.__file__).parents[1] / "presets/project"
    assert (presets / FORMAT_FILE).read_bytes() == format_text(2)


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
