"""A new village's repository, laid out by the built wheel, passes the checks and builds at once."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from importlib.metadata import PathDistribution
from pathlib import Path

import pytest
import yaml

from yizhan.checking.engine import inspect
from yizhan.commands.init import TargetTakenError, init, requirement

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked as an installer unpacks it."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--no-build-isolation",
            "--wheel-dir",
            str(folder),
            str(ROOT),
        ],
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("yizhan-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site-packages")
    (info,) = (folder / "site-packages").glob("yizhan-*.dist-info")
    (info / "direct_url.json").write_text(json.dumps({"url": wheel.as_uri(), "archive_info": {}}))
    return folder / "site-packages"


def _yizhan(installed: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    code = (
        "import sys, yizhan; from yizhan.cli import main; "
        "assert yizhan.__file__.startswith(sys.argv.pop(1)), yizhan.__file__; main()"
    )
    return subprocess.run(
        [sys.executable, "-c", code, str(installed), *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_lays_out_a_village_that_checks_and_builds(
    installed: Path, tmp_path: Path
) -> None:
    village = tmp_path / "village"
    laid = _yizhan(installed, tmp_path, "init", str(village), "--name", "柳树村")
    assert laid.returncode == 0, laid.stderr
    (wheel,) = (village / "wheels").iterdir()
    assert (village / "requirements.txt").read_text() == f"./wheels/{wheel.name}\n"
    assert zipfile.is_zipfile(wheel)
    (village / "node_modules").symlink_to(ROOT / "node_modules")

    checked = _yizhan(installed, village, "check")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "没有发现问题" in checked.stdout

    built = _yizhan(installed, village, "build")
    assert built.returncode == 0, built.stderr
    home = (village / "site" / "index.html").read_text(encoding="utf-8")
    assert "柳树村" in home
    place = (village / "site" / "places" / "cun" / "index.html").read_text(encoding="utf-8")
    assert "<h1>柳树村</h1>" in place.replace("\n", "")
    assert not (village / "site" / "en").exists()
    assert (village / "site" / "pagefind" / "pagefind.js").is_file() or list(
        (village / "site" / "pagefind").rglob("pagefind.js")
    )


def test_a_village_gets_what_is_its_own_and_nothing_that_is_made(tmp_path: Path) -> None:
    done = init(tmp_path, "柳树村")
    assert len(done.written) <= 25
    assert [
        path for path in done.written if path.startswith(("docs/", "overrides/", "schema/"))
    ] == ["docs/.gitkeep"]
    settings = yaml.safe_load((tmp_path / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings == {
        "site_name": "柳树村",
        "theme": {"name": "material"},
        "plugins": ["yizhan"],
        "extra": {"languages": ["zh"]},
    }
    for name in ("check.yml", "publish.yml"):
        workflow = yaml.safe_load((tmp_path / ".github" / "workflows" / name).read_text())
        assert workflow["jobs"]
    assert (tmp_path / ".gitignore").is_file()
    assert not list(tmp_path.rglob("dot-*"))
    assert "@@name@@" not in (tmp_path / "README.md").read_text(encoding="utf-8")
    assert not (tmp_path / "overlays.txt").exists()


def test_editors_find_the_schemas_at_once(tmp_path: Path) -> None:
    init(tmp_path, "柳树村")
    settings = json.loads((tmp_path / ".vscode/settings.json").read_text(encoding="utf-8"))
    for schema, patterns in settings["yaml.schemas"].items():
        assert schema.startswith("./.yizhan/schema/")
        assert (tmp_path / schema).is_file()
        assert patterns
        assert all(each.startswith("records/") for each in patterns)


@pytest.mark.parametrize("day", [date(2026, 11, 25), date(2027, 3, 1), date(2033, 8, 9)])
def test_a_new_village_is_in_order_on_any_day(tmp_path: Path, day: date) -> None:
    init(tmp_path, "柳树村")
    assert [str(each) for each in inspect(tmp_path, day).result.findings] == []


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (None, "yizhan==0.1.0"),
        ({"url": "file:///nowhere/yizhan", "dir_info": {"editable": True}}, "yizhan==0.1.0"),
        ({"url": "file:///nowhere/yizhan-0.1.0.whl", "archive_info": {}}, "yizhan==0.1.0"),
        (
            {"url": "https://example.org/y.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            "yizhan @ git+https://example.org/y.git@abc",
        ),
    ],
)
def test_a_village_asks_for_the_tool_it_was_made_with(
    origin: dict[str, object] | None, line: str, tmp_path: Path
) -> None:
    (tmp_path / "METADATA").write_text("Metadata-Version: 2.1\nName: yizhan\nVersion: 0.1.0\n")
    if origin is not None:
        (tmp_path / "direct_url.json").write_text(json.dumps(origin))
    assert dict(requirement(PathDistribution(tmp_path))) == {
        "requirements.txt": f"{line}\n".encode()
    }


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    first = init(tmp_path, "柳树村")
    assert first.kept == ("README.md",)
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"
    shutil.rmtree(tmp_path / ".vscode")
    second = init(tmp_path, "杨树村")
    assert all(path.startswith(".vscode/") for path in second.written)
    assert "柳树村" in (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")


def test_a_file_in_the_way_is_told_in_one_line(tmp_path: Path) -> None:
    target = tmp_path / "taken"
    target.write_text("x", encoding="utf-8")
    with pytest.raises(TargetTakenError) as caught:
        init(target, "柳树村")
    assert caught.value.args[0].zh == f"{target} 是一个文件；请换一个文件夹名。"
    assert caught.value.args[0].en == f"{target} is a file; name a folder."


def test_a_file_named_yizhan_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / ".yizhan").write_text("mine", encoding="utf-8")
    with pytest.raises(TargetTakenError) as caught:
        init(tmp_path, "柳树村")
    assert caught.value.args[0].en.startswith(f"{tmp_path / '.yizhan'} cannot be written: ")
    assert (tmp_path / ".yizhan").read_text(encoding="utf-8") == "mine"
