"""One project from the package's frame and the village's own files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from yizhan.publishing.assemble import assemble
from yizhan.publishing.errors import PublishingError
from yizhan.publishing.frame import frame_files
from yizhan.publishing.settings import joined, languages

ROOT = Path(__file__).resolve().parents[2]
SHELL = "docs/en/rules/shell.md"


@pytest.fixture
def village(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: 柳树村\nplugins: [yizhan]\n", "utf-8")
    return tmp_path


def own(village: Path, path: str, text: str) -> Path:
    file = village / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def times(folder: Path) -> dict[str, int]:
    return {str(file): file.stat().st_mtime_ns for file in folder.rglob("*") if file.is_file()}


def test_frame_manual_and_schemas_are_there(village: Path) -> None:
    done = assemble(village)
    for path in (*frame_files(), "docs/checks/M001.md", "docs/en/checks/index.md", "mkdocs.yml"):
        assert (done.path / path).is_file(), path
    assert "| `log` |" in (done.path / "docs/records/matter.md").read_text("utf-8")
    assert (village / ".yizhan/schema/matter.schema.json").read_bytes() == (
        ROOT / "schema/matter.schema.json"
    ).read_bytes()
    assert not (done.path / "docs/decisions").exists()
    assert not (village / "overlays.txt").exists()


def test_again_nothing_is_written(village: Path) -> None:
    first = assemble(village)
    before = times(first.path)
    again = assemble(village)
    assert (again.digest, times(first.path)) == (first.digest, before)


def test_one_page_changed_writes_one_file(village: Path) -> None:
    own(village, "docs/about.md", "one")
    first = assemble(village)
    before = times(first.path)
    own(village, "docs/about.md", "two")
    second = assemble(village)
    after = times(second.path)
    assert second.digest != first.digest
    assert [path for path in after if after[path] != before[path]] == [
        str(first.path / "docs/about.md")
    ]


def test_a_file_of_the_same_name_overlays_and_leaves_again(village: Path) -> None:
    file = own(village, "docs/index.md", "我们村\n")
    done = assemble(village)
    assert (done.path / "docs/index.md").read_text("utf-8") == "我们村\n"
    assert done.notices == ()
    assert "docs/index.md" in (village / "overlays.txt").read_text("utf-8")
    file.unlink()
    back = assemble(village)
    assert (back.path / "docs/index.md").read_bytes() == (ROOT / "docs/index.md").read_bytes()
    assert not (village / "overlays.txt").exists()


def test_a_changed_original_is_told_until_its_line_is_deleted(village: Path) -> None:
    own(village, SHELL, "mine @@yizhan-content@@\n")
    own(village, "overlays.txt", f"0123456789abcdef  {SHELL}\n")
    for _again in range(2):
        (told,) = assemble(village).notices
        assert told.zh == (
            f"{SHELL} 盖住的原文件在新版里改过：请同安装包里的比对，改好后删去 overlays.txt 里的这一行。"
        )
        assert told.en == (
            f"The package's own {SHELL} has changed since you overlaid it: compare the two, then "
            "delete its line in overlays.txt."
        )
    (village / "overlays.txt").unlink()
    assert assemble(village).notices == ()
    assert SHELL in (village / "overlays.txt").read_text("utf-8")


def test_an_original_that_is_gone_is_told(village: Path) -> None:
    own(village, "docs/gone.md", "mine\n")
    own(village, "overlays.txt", "0123456789abcdef  docs/gone.md\nnonsense\n")
    (told,) = assemble(village).notices
    assert told.en == (
        "The package no longer has docs/gone.md, which you overlaid: delete yours if it is not "
        "needed, and its line in overlays.txt."
    )


def test_damage_links_and_strangers_are_put_right(village: Path, tmp_path: Path) -> None:
    done = assemble(village)
    digest = done.digest
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.md").write_text("kept")
    (done.path / "docs/index.md").write_text("damaged")
    (done.path / "docs/stranger.md").write_text("stranger")
    (done.path / "overrides/main.html").unlink()
    shutil.rmtree(done.path / "docs/assets")
    (done.path / "docs/assets").symlink_to(outside)
    again = assemble(village)
    assert again.digest == digest
    assert not (again.path / "docs/stranger.md").exists()
    assert (again.path / "docs/index.md").read_bytes() == (ROOT / "docs/index.md").read_bytes()
    assert not (again.path / "docs/assets").is_symlink()
    assert [file.name for file in outside.iterdir()] == ["kept.md"]


def test_what_came_from_another_machine_is_not_trusted(village: Path, tmp_path: Path) -> None:
    """A copied folder has other inodes: even one that agrees with itself is made again."""
    done = assemble(village)
    (done.path / "docs/index.md").write_text("planted")
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(village / ".yizhan", elsewhere)
    shutil.rmtree(village / ".yizhan")
    shutil.copytree(elsewhere, village / ".yizhan")
    assert assemble(village).digest == done.digest
    assert (done.path / "docs/index.md").read_bytes() == (ROOT / "docs/index.md").read_bytes()


def test_a_file_in_the_way_is_told_in_one_line(village: Path) -> None:
    (village / ".yizhan").write_text("mine")
    with pytest.raises(PublishingError) as caught:
        assemble(village)
    assert caught.value.text.zh.startswith(f"{village / '.yizhan'} 写不进去：")
    assert "\n" not in caught.value.text.zh
    assert (village / ".yizhan").read_text() == "mine"


def test_no_settings_and_broken_settings_are_told_in_one_line(village: Path) -> None:
    (village / "mkdocs.yml").write_text("site_name: [", "utf-8")
    with pytest.raises(PublishingError) as broken:
        assemble(village)
    assert broken.value.text.zh.startswith("mkdocs.yml 读不出来：")
    assert "\n" not in broken.value.text.en
    (village / "mkdocs.yml").unlink()
    with pytest.raises(PublishingError) as missing:
        assemble(village)
    assert missing.value.text.en.startswith("There is no mkdocs.yml in ")


def test_a_villages_settings_go_first_and_tags_are_left_alone() -> None:
    base = "a: 1\ntheme: {name: material, font: false}\nextra_css: [x.css]\nplugins: [yizhan]\n"
    mine = (
        "a: !ENV [A, 2]\ntheme: {font: Song}\nextra_css: [x.css, y.css]\n"
        "plugins: [yizhan, {yizhan: {lang: en}}, other]\ndocs_dir: ./docs/\n"
    )
    text = joined(base, mine)
    assert "a: !ENV [A, 2]" in text
    values = yaml.safe_load(text.replace("!ENV ", ""))
    assert values == {
        "a": ["A", 2],
        "theme": {"name": "material", "font": "Song", "custom_dir": "overrides"},
        "extra_css": ["x.css", "y.css"],
        "plugins": ["other"],
        "docs_dir": "docs",
        "site_dir": "site",
    }


def test_with_chinese_alone_no_english_document_is_assembled(village: Path) -> None:
    own(village, "docs/en/own.md", "mine\n")
    assert assemble(village).languages == ("zh", "en")
    (village / "mkdocs.yml").write_text(
        "site_name: 柳树村\nplugins: [yizhan]\nextra: {languages: [zh]}\n", "utf-8"
    )
    for _again in range(2):
        done = assemble(village)
        assert done.languages == ("zh",)
        assert not (done.path / "docs/en").exists()
        assert (done.path / "docs/checks/M001.md").is_file()


def test_chinese_goes_first_in_whatever_order_they_are_named() -> None:
    assert languages("extra: {languages: [en, zh]}") == ("zh", "en")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[en]", "[en]"),
        ("[zh, fr]", "[zh, fr]"),
        ("[]", "[]"),
        ("zh", "zh"),
        ("[zh, {en: yes}]", "[zh, {en: yes}]"),
        ("", ""),
    ],
)
def test_other_languages_are_refused_in_one_line(village: Path, written: str, shown: str) -> None:
    (village / "mkdocs.yml").write_text(
        f"site_name: 柳树村\nplugins: [yizhan]\nextra:\n  languages: {written}\n", "utf-8"
    )
    with pytest.raises(PublishingError) as caught:
        assemble(village)
    assert caught.value.text.zh == (
        f"mkdocs.yml 的 extra.languages 写的是“{shown}”：要写成 [zh] 或 [zh, en]。"
    )
    assert caught.value.text.en == (
        f"extra.languages in mkdocs.yml is “{shown}”: write it as [zh] or [zh, en]."
    )
