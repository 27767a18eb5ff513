"""A village's ``mkdocs.yml``: what is read as MkDocs reads it, and what is refused in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from yizhan.publishing.address import Address, read_address
from yizhan.publishing.assemble import assemble
from yizhan.publishing.errors import PublishingError
from yizhan.publishing.settings import joined, site_folder

BASE = (
    "site_name: x\ndocs_dir: docs\nuse_directory_urls: true\n"
    "theme: {name: material, font: false}\nextra_css: [x.css]\nplugins: [yizhan]\n"
    "extra: {languages: [zh, en], sections: [{path: a/}]}\n"
)


def values(own: str) -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load(joined(BASE, f"site_name: 村\n{own}"))
    return found


def refused(own: str) -> tuple[str, str]:
    with pytest.raises(PublishingError) as caught:
        joined(BASE, f"site_name: 村\n{own}")
    told = caught.value.text
    assert "\n" not in told.zh
    return told.zh, told.en


@pytest.mark.parametrize("own", ["theme: material\n", "theme:\n", "theme: {}\n", ""])
def test_a_theme_by_name_or_none_is_the_packages(own: str) -> None:
    assert values(own)["theme"] == {"name": "material", "font": False, "custom_dir": "overrides"}


@pytest.mark.parametrize(
    ("own", "name", "found", "wanted"),
    [
        ("theme: mkdocs\n", "theme", "mkdocs", "material"),
        ("theme: [material]\n", "theme", "[material]", "material"),
        ("theme: {name: readthedocs}\n", "theme.name", "readthedocs", "material"),
        ("theme: {name: }\n", "theme.name", "", "material"),
        ("theme: {custom_dir: 模板}\n", "theme.custom_dir", "模板", "overrides"),
        ("docs_dir: 文档\n", "docs_dir", "文档", "docs"),
        ("use_directory_urls: false\n", "use_directory_urls", "false", "true"),
        ("use_directory_urls: No\n", "use_directory_urls", "No", "true"),
    ],
)
def test_what_would_be_passed_over_is_refused(own: str, name: str, found: str, wanted: str) -> None:
    assert refused(own) == (
        f"mkdocs.yml 的 {name} 写的是“{found}”：这里只能是 {wanted}，请改过来，或删去这一行。",
        f"{name} in mkdocs.yml is “{found}”: it can only be {wanted}; change the line or delete it.",
    )


def test_settings_of_another_file_are_refused() -> None:
    assert refused("INHERIT: base.yml\n") == (
        "mkdocs.yml 里写了 INHERIT，没有用上：请把那个文件里的设置直接写在 mkdocs.yml 里，删去这一行。",
        (
            "INHERIT in mkdocs.yml does nothing here: write the settings of that file into mkdocs.yml "
            "and delete the line."
        ),
    )


@pytest.mark.parametrize(
    "own", ["extra:\n", "extra: {sections: }\n", "plugins:\nextra_css:\n", "docs_dir:\n"]
)
def test_a_name_with_nothing_behind_it_says_nothing(own: str) -> None:
    found = values(own)
    assert found["extra"] == {"languages": ["zh", "en"], "sections": [{"path": "a/"}]}
    assert found["extra_css"] == ["x.css"]
    assert found["docs_dir"] == "docs"
    assert found["plugins"] == []


@pytest.mark.parametrize(
    ("own", "name", "found"),
    [("extra_css: x.css\n", "extra_css", "x.css"), ("hooks: hook.py\n", "hooks", "hook.py")],
)
def test_a_list_is_asked_for(own: str, name: str, found: str) -> None:
    assert refused(own) == (
        f"mkdocs.yml 的 {name} 写的是“{found}”：要写成列表，每项一行，以“- ”开头。",
        (
            f"{name} in mkdocs.yml is “{found}”: write it as a list, a line for each item, which begins "
            "with “- ”."
        ),
    )


def test_names_with_values_are_asked_for() -> None:
    assert refused("extra: [zh]\n") == (
        "mkdocs.yml 的 extra 写的是“[zh]”：要在它下面缩进着写，每行一个“名字: 值”。",
        (
            "extra in mkdocs.yml is “[zh]”: write what belongs to it indented below, a “name: value” "
            "on each line."
        ),
    )


@pytest.mark.parametrize(
    ("own", "left"),
    [
        ("plugins: {yizhan: {lang: en}}\n", []),
        ("plugins: {yizhan: , meta: {}}\n", ["meta"]),
        ("plugins: {yizhan: {}, meta: {x: 1}}\n", [{"meta": {"x": 1}}]),
        ("plugins: [yizhan, meta]\n", ["meta"]),
    ],
)
def test_plugins_may_be_a_list_or_names_with_options(own: str, left: list[object]) -> None:
    assert values(own)["plugins"] == left


@pytest.mark.parametrize("item", ["{}", "[a]", "null", "{a: 1, b: 2}"])
def test_each_item_of_plugins_names_one(item: str) -> None:
    zh, en = refused(f"plugins: [{item}]\n")
    assert zh == f"mkdocs.yml 的 plugins 里有一项是“{item}”：每一项要写一个插件的名字。"
    assert en == f"An item of plugins in mkdocs.yml is “{item}”: each has to name a plugin."


@pytest.fixture
def village(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: 柳树村\nplugins: [yizhan]\n", "utf-8")
    return tmp_path


def add(village: Path, text: str) -> None:
    with (village / "mkdocs.yml").open("a", encoding="utf-8") as stream:
        stream.write(text)


@pytest.mark.parametrize(
    ("own", "site"),
    [
        ("site_url:\nrepo_name: x\n", None),
        ("site_url: !ENV [YZ_URL, YZ_OTHER]\n", "YZ_OTHER/"),
        ("site_url: !ENV [YZ_URL, 'https://else.example']\n", "https://else.example/"),
        ("site_url: !ENV YZ_URL\n", None),
        ("site_url: !ENV YZ_SET\n", "https://set.example/"),
        ("site_url: !ENV [YZ_URL, YZ_SET, x]\n", "https://set.example/"),
        ("site_url: >-\n  https://folded.example/a\n", "https://folded.example/a/"),
        ("extra: {site_url: https://no.example}\n", None),
        ("site_url: [x]\n", None),
    ],
)
def test_the_address_is_read_as_mkdocs_reads_it(
    village: Path, own: str, site: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("YZ_URL", raising=False)
    monkeypatch.setenv("YZ_SET", "https://set.example")
    add(village, own)
    assert read_address(village) == Address(site, None)


def test_where_the_site_goes_is_the_villages_say(village: Path) -> None:
    assert site_folder(village) == village / "site"
    add(village, "site_dir: public\n")
    assert site_folder(village) == village / "public"
    assert site_folder(village / "nowhere") == village / "nowhere/site"


def test_settings_in_gbk_are_told(village: Path) -> None:
    (village / "mkdocs.yml").write_bytes("site_name: 柳树村\n".encode("gbk"))
    for read in (assemble, read_address, site_folder):
        with pytest.raises(PublishingError) as caught:
            read(village)
        assert caught.value.text.zh == "mkdocs.yml 不是 UTF-8 编码：请用编辑器另存为 UTF-8。"
        assert caught.value.text.en == "mkdocs.yml is not UTF-8: save it as UTF-8 in your editor."


def test_another_answer_of_the_environment_is_another_project(
    village: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(village, "extra: {analytics: [{key: !ENV YZ_KEY}]}\n")
    monkeypatch.delenv("YZ_KEY", raising=False)
    without = assemble(village).digest
    monkeypatch.setenv("YZ_KEY", "1")
    assert assemble(village).digest != without
    monkeypatch.delenv("YZ_KEY")
    assert assemble(village).digest == without


def test_a_script_of_the_villages_is_found_and_its_edit_is_another_project(village: Path) -> None:
    add(village, "hooks: [hook.py, /elsewhere/hook.py]\n")
    (village / "hook.py").write_text("x = 1\n")
    first = assemble(village)
    assert yaml.safe_load((first.path / "mkdocs.yml").read_text("utf-8"))["hooks"] == [
        "../../hook.py",
        "/elsewhere/hook.py",
    ]
    assert (first.path / "../../hook.py").resolve() == (village / "hook.py").resolve()
    (village / "hook.py").write_text("x = 2\n")
    assert assemble(village).digest != first.digest


def test_what_a_live_server_watches_is_no_part_of_what_is_built(village: Path) -> None:
    add(village, "watch: [mkdocs.yml]\n")
    assert "watch" not in yaml.safe_load((assemble(village).path / "mkdocs.yml").read_text("utf-8"))


def test_broken_settings_that_ask_the_environment_are_told(village: Path) -> None:
    add(village, "hooks: [\nsite_url: !ENV X\n")
    with pytest.raises(PublishingError) as caught:
        assemble(village)
    assert caught.value.text.zh.startswith("mkdocs.yml 读不出来：")
