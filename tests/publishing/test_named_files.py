"""What a village's ``mkdocs.yml`` names and nobody has: one line with the value and what is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from yizhan.publishing.assemble import assemble
from yizhan.publishing.errors import PublishingError
from yizhan.publishing.frame import PARTS, files_below, frame_folder
from yizhan.publishing.generators import GENERATORS
from yizhan.publishing.manual import manual
from yizhan.publishing.named_files import known, refuse_unknown

from .conftest import lay_out, tree, yizhan

HEAD = "site_name: 柳树村\nplugins: [yizhan]\n"
NO_FILE = "没有 docs/{} 这个文件"
NO_PAGE = "没有地址是 /{} 的网页"
NO_BEGINNING = "没有地址以 /{} 开头的网页"
IN_ENGLISH = {
    NO_FILE: "there is no file docs/{}",
    NO_PAGE: "there is no page /{}",
    NO_BEGINNING: "there is no page with an address that begins with /{}",
}


@pytest.fixture
def village(tmp_path: Path) -> Path:
    for path in ("docs/about.md", "docs/help/index.md", "docs/assets/own.css", "hook.py"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("# own\n", "utf-8")
    (tmp_path / "overrides/assets").mkdir(parents=True)
    (tmp_path / "overrides/assets/own.js").write_text("1\n")
    (tmp_path / "overrides/partials").mkdir()
    reading = "{{ config.theme.logo }}{{ config.extra.social }}{{ config.copyright }}\n"
    (tmp_path / "overrides/partials/own.html").write_text(reading)  # see test_unread_settings.py
    return tmp_path


def told(village: Path, settings: str) -> tuple[str, str]:
    (village / "mkdocs.yml").write_text(HEAD + settings, "utf-8")
    with pytest.raises(PublishingError) as caught:
        assemble(village)
    return caught.value.text.zh, caught.value.text.en


NEARLY = [
    (
        "extra: {sections: [{path: meettings/}]}",
        "extra.sections.path",
        NO_PAGE,
        "meettings/",
        "meetings/",
    ),
    ("extra: {sections: [{path: abuot/}]}", "extra.sections.path", NO_PAGE, "abuot/", "about/"),
    (
        "extra: {sections: [{path: matters/, holds: [matters/, mattters/]}]}",
        "extra.sections.holds",
        NO_BEGINNING,
        "mattters/",
        "matters/",
    ),
    (
        "extra: {one_language: [decisions/, guied/]}",
        "extra.one_language",
        NO_BEGINNING,
        "guied/",
        "guide/",
    ),
    (
        "extra_javascript: [{path: assets/javascripts/datez.js, defer: true}]",
        "extra_javascript",
        NO_FILE,
        "assets/javascripts/datez.js",
        "assets/javascripts/dates.js",
    ),
    (
        "extra_javascript: [assets/javascripts/datez.js]",
        "extra_javascript",
        NO_FILE,
        "assets/javascripts/datez.js",
        "assets/javascripts/dates.js",
    ),
    ("extra_css: [assets/onw.css]", "extra_css", NO_FILE, "assets/onw.css", "assets/own.css"),
    (
        "theme: {favicon: assets/images/saal.svg}",
        "theme.favicon",
        NO_FILE,
        "assets/images/saal.svg",
        "assets/images/seal.svg",
    ),
    (
        "nav: [{首页: index.md}, {帮助: [{x: abuot.md}]}]",
        "nav",
        NO_FILE,
        "abuot.md",
        "about.md",
    ),
    (
        "extra: {social: [{link: abuot.md}]}",
        "extra.social.link",
        NO_FILE,
        "abuot.md",
        "about.md",
    ),
]


@pytest.mark.parametrize(("settings", "name", "missing", "found", "near"), NEARLY)
def test_what_resembles_something_is_told_with_it(
    village: Path, settings: str, name: str, missing: str, found: str, near: str
) -> None:
    zh, en = missing.format(found), IN_ENGLISH[missing].format(found)
    assert told(village, settings) == (
        f"mkdocs.yml 第 3 行，{name} 写的是“{found}”，{zh}：是不是要写 {near}？",
        f"mkdocs.yml, line 3: {name} is “{found}”, but {en}: is {near} meant?",
    )


@pytest.mark.parametrize(
    ("settings", "name", "found", "zh", "en"),
    [
        (
            "\nextra_css:\n  - x/y.css?v=1\n",
            "extra_css",
            "x/y.css?v=1",
            NO_FILE.format("x/y.css"),
            "there is no file docs/x/y.css",
        ),
        (
            "\ntheme:\n  logo: wappen.png\n",
            "theme.logo",
            "wappen.png",
            NO_FILE.format("wappen.png"),
            "there is no file docs/wappen.png",
        ),
        (
            "\nhooks:\n  - hoook.py\n",
            "hooks",
            "hoook.py",
            "没有 hoook.py 这个文件",
            "there is no file hoook.py",
        ),
        (
            "\nwatch:\n  - reccords\n",
            "watch",
            "reccords",
            "没有 reccords 这个文件或文件夹",
            "there is no file or folder reccords",
        ),
        (
            "\nhooks:\n  - ../nowhere/hook.py\n",
            "hooks",
            "../nowhere/hook.py",
            "没有 ../nowhere/hook.py 这个文件",
            "there is no file ../nowhere/hook.py",
        ),
    ],
)
def test_what_resembles_nothing_is_told(
    village: Path, settings: str, name: str, found: str, zh: str, en: str
) -> None:
    assert told(village, settings) == (
        f"mkdocs.yml 第 5 行，{name} 写的是“{found}”，{zh}：请改正，或删去这一项。",
        f"mkdocs.yml, line 5: {name} is “{found}”, but {en}: correct or delete it.",
    )


@pytest.mark.parametrize(
    ("settings", "found", "near"),
    [
        ("extra_javascripts: [x.js]", "extra_javascripts", "extra_javascript"),
        ("sit_name: x", "sit_name", "site_name"),
        ("site-url: x", "site-url", "site_url"),
        ("extra_javasrcipt: []", "extra_javasrcipt", "extra_javascript"),
        ("extra: {sections: [{paht: matters/}]}", "extra.sections.paht", "path"),
        ("extra: {sections: [{path: matters/, hold: []}]}", "extra.sections.hold", "holds"),
    ],
)
def test_a_misspelt_setting_is_told(village: Path, settings: str, found: str, near: str) -> None:
    assert told(village, settings) == (
        f"mkdocs.yml 第 3 行写了 {found}，没有这个设置：是不是要写 {near}？",
        f"mkdocs.yml, line 3, has {found}, which is no setting: is {near} meant?",
    )


@pytest.mark.parametrize(
    "settings",
    [
        "extra_css: [assets/own.css, './assets/own.css?v=2', assets/stylesheets/yizhan.css]",
        "extra_css: [https://x.example/a.css, //x.example/a.css, /shared/a.css]",
        "extra_javascript: [assets/own.js, {path: https://x.example/a.js, async: true}]",
        "theme: {favicon: assets/images/favicon.png, logo: !ENV [YZ_LOGO, assets/own.css]}",
        "theme: {favicon: , logo: }\nextra_css:\nnav:\nhooks:",
        "extra: {sections: [{path: '', holds: []}, {path: about, holds: [abo]}, {path: ./about/}]}",
        "extra: {sections: [{path: help/#top, holds: ['']}, {path: https://x.example/}]}",
        "extra: {sections: [{path: rules/shili-rules/, holds: [rules/shili]}, {path: checks/M013/}]}",
        "extra: {one_language: [decisions/], social: [{link: 'mailto:a@b.example'}, {link: about/}]}",
        "extra: {homepage: https://x.example, alternate: [{link: ./}, {link: /en/}]}",
        "nav: [index.md, {x: [{y: about.md}, {z: https://x.example}, {w: guide/}, assets/own.css]}]",
        "hooks: [hook.py, ./hook.py]\nown: 1",
        "extra: {homepage: ../, social: [{link: ../other/}, {link: ../../qita/}, {link: ..}]}",
        "extra: {alternate: [{link: ../en/}], sections: [{path: ../, zh: 上级, es: superior}]}",
        "extra_css: [../shared.css]\nnav: [{上级: ../../}]\ntheme: {favicon: ../favicon.ico}",
        "watch: [docs, mkdocs.yml, hook.py, ./docs/help/, .., /elsewhere]",
        "extra_javascript: [assets/day.js]\nnav: [{日期: assets/day.js}]",
        "site_name_en: Liushu\nsite_names_old: x\nextra_css_print: []\nnab: 1\nlogo: x",
    ],
)
def test_what_is_there_or_elsewhere_is_left_alone(village: Path, settings: str) -> None:
    (village / "mkdocs.yml").write_text(HEAD + settings, "utf-8")
    assert assemble(village).path.is_dir()


def test_what_the_packages_settings_name_is_there_or_right_to_copy(village: Path) -> None:
    copied = (frame_folder() / "mkdocs.yml").read_text("utf-8")
    (village / "mkdocs.yml").write_text(f"# 抄来的\n{copied}", "utf-8")
    assert assemble(village).path.is_dir()
    ours = {path: file for part in PARTS for path, file in files_below(frame_folder(), part)}
    made = dict(manual({path: file.read_bytes() for path, file in ours.items()}))
    refuse_unknown(copied, "", known({*ours, *made}, [], frame_folder()))


def test_everything_that_a_built_site_has_may_be_linked_to(built: Path) -> None:
    site = assemble(built).path
    there = known([path for part in PARTS for path, _file in files_below(site, part)], [], built)
    made = [path for path in tree(built / "site") if not path.startswith(".")]
    links = "".join(f"  - {{x: '{path}'}}\n" for path in made)
    refuse_unknown(f"nav:\n{links}", "", there)
    assert "assets/day.js" in made


@pytest.mark.parametrize("generator", GENERATORS)
def test_what_is_watched_is_looked_for_in_the_village_and_stops_no_build(
    tmp_path: Path, generator: str
) -> None:
    project = lay_out(tmp_path / "project")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as stream:
        stream.write("watch: [records]\n")
    done = yizhan(project, "build", "--generator", generator)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("generator", GENERATORS)
def test_every_generator_stops_in_one_line(tmp_path: Path, generator: str) -> None:
    project = lay_out(tmp_path / "project")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as stream:
        stream.write("extra_css: [assets/nothing.css]\n")
    done = yizhan(project, "build", "--generator", generator)
    assert done.returncode == 2
    assert "extra_css 写的是“assets/nothing.css”" in done.stdout + done.stderr
    assert not (project / "site").exists()
