"""A village that an earlier version laid out is brought over, and nothing of its own is lost."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
import yaml

from yizhan.cli import run
from yizhan.commands.init import init
from yizhan.commands.upgrade_layout import Plan, apply, plan
from yizhan.publishing.assemble import assemble
from yizhan.publishing.errors import PublishingError
from yizhan.publishing.layouts import written_before
from yizhan.publishing.overlays import mark

from .old_layouts import SCHEMA, SHELL

ROOT = Path(__file__).parents[2]
LAYOUTS = ROOT / "tools/yizhan/presets/layouts.json"


def tree(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and ".yizhan" not in file.parts
    }


def said(made: Plan) -> list[tuple[str, str]]:
    return [(step.action, step.path) for step in made.steps]


def test_what_nobody_changed_goes_and_records_stay(old: Path) -> None:
    records = {path: text for path, text in tree(old).items() if path.startswith("records/")}
    made = plan(old)
    assert said(made) == [
        ("write", ".npmrc"),
        ("write", "docs/.gitkeep"),
        ("remove", "docs/checks/M001.md"),
        ("remove", SHELL),
        ("write", "mkdocs.yml"),
        ("remove", "overrides/main.html"),
        ("remove", SCHEMA),
    ]
    assert made.steps[2].text.zh == "删去 docs/checks/M001.md：现在由安装包提供"
    before = tree(old)
    assert tree(old) == before  # a plan writes nothing
    apply(old, made)
    after = tree(old)
    assert {path: text for path, text in after.items() if path.startswith("records/")} == records
    assert not (old / "overrides").exists()
    assert not (old / "schema").exists()
    settings = yaml.safe_load((old / "mkdocs.yml").read_text("utf-8"))
    assert settings == {
        "site_name": "柳树村",
        "site_url": "https://liushu.example/",
        "theme": {"name": "material"},
        "plugins": ["yizhan"],
        "extra": {"languages": ["zh", "en"]},
    }
    assert not plan(old).changes
    assert assemble(old).notices == ()


def test_what_was_changed_by_hand_stays_and_is_named(old: Path) -> None:
    for path in (SHELL, SCHEMA, ".npmrc", "mkdocs.yml"):
        (old / path).write_text(f"{(old / path).read_text('utf-8')}# mine\n", "utf-8")
    (old / "docs/about.md").write_text("mine\n")
    earlier = written_before_of(old, SHELL)
    mine = tree(old)
    made = plan(old)
    assert [each for each in said(made) if each[0] in {"keep", "fix"}] == [
        ("keep", ".npmrc"),
        ("keep", SHELL),
        ("fix", "mkdocs.yml"),
        ("keep", SCHEMA),
    ]
    apply(old, made)
    for path in (SHELL, SCHEMA, ".npmrc", "docs/about.md"):
        assert (old / path).read_bytes() == mine[path]
    assert (old / "mkdocs.yml").read_text("utf-8") == mine["mkdocs.yml"].decode().replace(
        "  custom_dir: overrides\n", ""
    )
    assert f"{earlier}  {SHELL}" in (old / "overlays.txt").read_text("utf-8")
    (told,) = assemble(old).notices
    assert told.en.startswith(f"The package's own {SHELL} has changed since you overlaid it")
    again = plan(old)
    assert not again.changes
    apply(old, again)
    assert f"{earlier}  {SHELL}" in (old / "overlays.txt").read_text("utf-8")


def written_before_of(_village: Path, path: str) -> str:
    return mark(f"an earlier version wrote {path}\n".encode())


@pytest.mark.parametrize("way", ["windows", "no last newline", "two newlines"])
def test_line_ends_are_no_change(old: Path, way: str) -> None:
    """Git for Windows checks files out with line ends of its own."""
    wanted = said(plan(old))
    for path in tree(old):
        content = (old / path).read_bytes()
        if way == "windows":
            content = content.replace(b"\n", b"\r\n")
        elif not path.startswith("records/"):
            content = content.rstrip(b"\n") + b"\n" * (2 * (way == "two newlines"))
        (old / path).write_bytes(content)
    assert assemble(old).notices[0].en.startswith("This village has the layout of an earlier")
    made = plan(old)
    assert said(made) == wanted
    apply(old, made)
    assert assemble(old).notices == ()
    assert not (old / "overlays.txt").exists()
    assert not plan(old).changes


def test_of_changed_settings_with_other_line_ends_one_line_goes(old: Path) -> None:
    file = old / "mkdocs.yml"
    text = file.read_bytes().replace(b"\n", b"\r\n") + b"# mine\r\n"
    file.write_bytes(text)
    apply(old, plan(old))
    assert file.read_bytes() == text.replace(b"  custom_dir: overrides\r\n", b"")


def test_what_changes_after_the_plan_stays(old: Path) -> None:
    made = plan(old)
    (old / SHELL).write_text("mine, just now\n")
    apply(old, made)
    assert (old / SHELL).read_text() == "mine, just now\n"


def test_before_the_upgrade_the_packages_files_are_used_and_the_village_is_told(old: Path) -> None:
    done = assemble(old)
    assert (done.path / SHELL).read_bytes() == (ROOT / SHELL).read_bytes()
    (told,) = done.notices
    assert told.zh == (
        "这个村还是旧的布局：有 3 个文件是从前的版本写的，现在由安装包提供，没有再用；请运行 yizhan upgrade。"
    )
    assert not (old / "overlays.txt").exists()


@pytest.mark.parametrize("text", [None, "site_name: [", "[]", "theme: material\n"])
def test_without_readable_settings_one_line_says_so(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "mkdocs.yml").write_text(text)
    with pytest.raises(PublishingError) as caught:
        plan(tmp_path)
    assert caught.value.text.en == (
        f"There is no readable mkdocs.yml in {tmp_path}: it is no village of Yizhan's, or correct "
        "that file first."
    )


def test_a_new_village_and_this_repository_need_nothing(tmp_path: Path) -> None:
    init(tmp_path, "柳树村")
    assert plan(tmp_path) == Plan()
    assert plan(ROOT) == Plan()


@pytest.mark.parametrize(
    "line",
    [
        "    custom_dir: overrides",
        "  custom_dir: 'overrides'  # ours",
        '  custom_dir: "overrides/"',
    ],
)
def test_the_frame_is_taken_out_however_it_is_written(old: Path, line: str) -> None:
    indent = line[: len(line) - len(line.lstrip())]
    (old / "mkdocs.yml").write_text(
        f"site_name: a\ntheme:\n{indent}name: material\n{line}\nnav: []\n", "utf-8"
    )
    assert ("fix", "mkdocs.yml") in said(plan(old))
    apply(old, plan(old))
    text = (old / "mkdocs.yml").read_text("utf-8")
    assert text == f"site_name: a\ntheme:\n{indent}name: material\nnav: []\n"
    assert "mkdocs.yml" not in {step.path for step in plan(old).steps}


def test_a_frame_that_cannot_be_taken_out_is_named(old: Path) -> None:
    text = "site_name: a\ntheme: {name: material, custom_dir: overrides}\n"
    (old / "mkdocs.yml").write_text(text, "utf-8")
    (step,) = [each for each in plan(old).steps if each.path == "mkdocs.yml"]
    assert (step.action, step.text.zh) == (
        "keep",
        "保留 mkdocs.yml：请自己去掉 custom_dir 一项，overrides/ 现在由安装包提供",
    )
    (old / "mkdocs.yml").write_text("site_name: a\n# custom_dir: overrides\n", "utf-8")
    assert "mkdocs.yml" not in {step.path for step in plan(old).steps}


@pytest.mark.parametrize("path", [SHELL, ".npmrc", "requirements.txt", ".vscode"])
def test_nothing_is_written_through_a_link_and_it_is_named(
    old: Path, tmp_path: Path, path: str
) -> None:
    (old / path).rename(tmp_path / "theirs")
    (old / path).symlink_to(tmp_path / "theirs")
    before = tree(old) | tree(tmp_path / "theirs")
    made = plan(old)
    steps = [step for step in made.steps if step.path.startswith(path)]
    assert steps
    assert {step.text.zh.partition("：")[2] for step in steps} == {
        "是符号链接，不动；请用文件本身代替它，再运行一次"
    }
    theirs = tmp_path / "theirs"
    content = theirs.read_bytes() if theirs.is_file() else None
    apply(old, made)
    assert (old / path).is_symlink()
    assert content == (theirs.read_bytes() if theirs.is_file() else None)
    assert before.keys() >= tree(theirs).keys()


def test_layouts_name_the_generated_files_of_the_first_version() -> None:
    known = json.loads(LAYOUTS.read_text("utf-8"))
    assert sum(path.startswith(("docs/checks/", "docs/en/checks/")) for path in known) > 300
    assert {SHELL, "overrides/main.html", SCHEMA, "mkdocs.yml", ".gitignore"} <= known.keys()
    assert dict(written_before()).keys() == known.keys()


@pytest.mark.parametrize("commit", ["e775f12", "8a12a2d", "2cd99b7"])
def test_marks_are_those_of_what_git_has(commit: str) -> None:
    """Files of versions that laid out the frame, where the checkout has its history."""
    known = json.loads(LAYOUTS.read_text("utf-8"))
    for path in (SHELL, SCHEMA, "docs/index.md", "overrides/main.html", "package-lock.json"):
        shown = subprocess.run(
            ["git", "show", f"{commit}:{path}"], cwd=ROOT, capture_output=True, check=False
        )
        if shown.returncode == 0:
            assert mark(shown.stdout) in known[path], path


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_command_says_first_and_does_nothing_without_a_yes(
    old: Path, lang: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(old)
    before = tree(old)
    assert run(["--lang", lang, "upgrade", "--dry-run"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert sorted(lines) == sorted(step.text[lang == "en"] for step in plan(old).steps)
    assert lines[-1] == plan(old).steps[4].text[lang == "en"]  # mkdocs.yml, after what only goes
    assert run(["--lang", lang, "upgrade"]) == 2
    assert capsys.readouterr().err == (
        "Nothing was changed: to go ahead, add --yes.\n"
        if lang == "en"
        else "什么都没有动：确认要做，请加上 --yes。\n"
    )
    assert tree(old) == before
    assert run(["--lang", lang, "upgrade", "--yes"]) == 0
    assert not (old / SHELL).exists()
    capsys.readouterr()
    assert run(["--lang", lang, "upgrade"]) == 0
    assert capsys.readouterr().out == (
        "Layout and records are today's: there is nothing to do.\n"
        if lang == "en"
        else "布局和档案的格式都是现在的，没有要做的。\n"
    )
