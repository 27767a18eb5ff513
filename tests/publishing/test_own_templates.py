"""What a village's own templates ask for, and those that nothing uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from yizhan.publishing.assemble import assemble
from yizhan.publishing.errors import PublishingError
from yizhan.publishing.frame import frame_files, frame_folder
from yizhan.publishing.manual import manual
from yizhan.publishing.own_templates import look_at

FOOTER = "overrides/partials/footer.html"
ORIGINALS = {path: file.read_bytes() for path, file in frame_files().items()}
SETTINGS = (frame_folder() / "mkdocs.yml").read_text("utf-8")
THEME = Path(__import__("material").__file__).parent / "templates"


def look(text: str, path: str = FOOTER, **others: str) -> list[tuple[str, str]]:
    own = {path: text.encode()} | {name: each.encode() for name, each in others.items()}
    return [(each.zh, each.en) for each in look_at(own, ORIGINALS, SETTINGS)]


@pytest.mark.parametrize(
    ("text", "line", "name", "near"),
    [
        (
            "<p>\n{{ config.site_nmae }}{{ nonsense_var }}",
            2,
            "config.site_nmae",
            "config.site_name",
        ),
        ("{{ config['site_nmae'] }}", 1, "config.site_nmae", "config.site_name"),
        ("{{ page.titel | upper }}", 1, "page.titel", "page.title"),
        (
            "{% if config.extra.section %}{% endif %}\n{{ config.extra.sectoins }}",
            2,
            "config.extra.sectoins",
            "config.extra.sections",
        ),
        ("{% if pgae %}x{% endif %}", 1, "pgae", "page"),
        ("{% trans %}x{% endtrans %}\n{{ page.titel }}", 2, "page.titel", "page.title"),
    ],
)
def test_a_misspelt_name_is_told_with_file_line_and_what_is_meant(
    text: str, line: int, name: str, near: str
) -> None:
    with pytest.raises(PublishingError) as caught:
        look(text)
    assert caught.value.text.zh == (
        f"{FOOTER} 第 {line} 行用了 {name}，没有这样的变量，那里会是空的：是不是要写 {near}？"
        f'可以没有的，写成 {name} | default("")。'
    )
    assert caught.value.text.en == (
        f"{FOOTER}, line {line}, asks for {name}, which does not exist, so that nothing would be "
        f'there: is {near} meant? Write {name} | default("") if it may be missing.'
    )


def test_a_name_that_resembles_none_is_told() -> None:
    with pytest.raises(PublishingError) as caught:
        look("{{ 'a' ~ nonsense_var }}")
    assert caught.value.text.zh == (
        f"{FOOTER} 第 1 行用了 nonsense_var，没有这样的变量，那里会是空的：请改正；"
        '可以没有的，写成 nonsense_var | default("")。'
    )
    assert caught.value.text.en == (
        f"{FOOTER}, line 1, asks for nonsense_var, which does not exist, so that nothing would be "
        'there: correct it, or write nonsense_var | default("") if it may be missing.'
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{ config.site_name }}{{ page.meta.anything }}{{ page.toc }}{{ config.theme.own }}",
        "{% if own is defined %}{{ own }}{% endif %}",
        "{{ own | default('') }}{{ config.own | d('') }}",
        "{% if config.extra.own %}{{ config.extra.own }}{% endif %}",
        "{{ config.extra.get('own') }}{{ config.extra.sections | length }}",
        "{% set own = 1 %}{% for each in nav.items %}{{ loop.index }}{{ each.own }}{{ own }}{% endfor %}",
        "{% macro own(part) %}{{ part }}{{ caller() }}{% endmacro %}{{ own(1) }}{{ yz.title() }}",
        "{% import 'main.html' as m %}{% from 'main.html' import a as b, c %}{{ m.x }}{{ b }}{{ c }}",
        "{% set n = namespace(x=1) %}{% set n.x = 2 %}{{ n.x }}{{ range(3) | list }}",
        "{% broken",
    ],
)
def test_what_exists_or_may_be_missing_is_left_alone(text: str) -> None:
    assert look(text) == []


MAIN = "overrides/main.html"
LANGUAGE = "overrides/partials/language.html"


@pytest.mark.parametrize(
    ("text", "name", "files", "near"),
    [
        ("<p>\n{{ yz.langg() | trim }}", "yz.langg", "overrides/partials/yizhan.html", "yz.lang"),
        (
            "{% import 'partials/language.html' as yz %}\n{% if yz.tt('x') %}{% endif %}",
            "yz.tt",
            LANGUAGE,
            "yz.t",
        ),
    ],
)
def test_a_misspelt_macro_is_told_with_file_line_and_what_is_meant(
    text: str, name: str, files: str, near: str
) -> None:
    with pytest.raises(PublishingError) as caught:
        look(text)
    assert caught.value.text.zh == (
        f"{FOOTER} 第 2 行用了 {name}，{files} 里没有这个宏：是不是要写 {near}？"
    )
    assert caught.value.text.en == (
        f"{FOOTER}, line 2, asks for {name}, which is no macro of {files}: is {near} meant?"
    )


def test_a_macro_that_resembles_none_is_told() -> None:
    with pytest.raises(PublishingError) as caught:
        look("{{ yz.nonsense() }}", **{MAIN: ORIGINALS[MAIN].decode()})  # a copy changes nothing
    said = "overrides/partials/yizhan.html"
    assert (
        caught.value.text.zh == f"{FOOTER} 第 1 行用了 yz.nonsense，{said} 里没有这个宏：请改正。"
    )
    assert caught.value.text.en == (
        f"{FOOTER}, line 1, asks for yz.nonsense, which is no macro of {said}: correct it."
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{ yz.title() }}{{ yz.other() | trim }}{{ lang.t('x') }}",
        "{% set yz = namespace() %}{{ yz.anything() }}",
        "{% import 'partials/' ~ 'own.html' as own %}{{ own.anything() }}",
        "{% import 'nowhere.html' as own %}{{ own.anything() }}",
        "{{ config.extra.get('x') }}{{ own.anything() if own is defined }}",
        "{% set yz = 1 %}{{ 'a'.upper() }}{{ namespace(x=1).x }}",
    ],
)
def test_a_macro_that_exists_or_cannot_be_known_is_left_alone(text: str) -> None:
    assert look(text) == []


def test_no_template_of_the_theme_or_the_package_is_suspected() -> None:
    """A village may begin with a copy of any of them."""
    ours = {path: text + b"<!-- -->" for path, text in ORIGINALS.items() if path.endswith(".html")}
    theirs = {
        f"overrides/{file.relative_to(THEME).as_posix()}": file.read_bytes()
        for file in THEME.rglob("*.html")
    }
    assert len(ours) > 8
    assert len(theirs) > 80
    assert look_at(theirs | ours, ORIGINALS, SETTINGS) == []


def test_the_packages_own_templates_ask_for_what_is_there() -> None:
    ours = {path: text for path, text in ORIGINALS.items() if path.startswith("overrides/")}
    asking = "docs/checks/M001.md"
    ours[asking] = dict(manual({}))[asking]
    assert look_at(ours, {}, SETTINGS) == []


def test_a_template_in_the_place_of_nothing_is_told() -> None:
    assert look("x", "overrides/partials/haeder.html") == [
        (
            (
                "overrides/partials/haeder.html 没有盖住安装包或主题里的文件，也没有模板用到它："
                "是不是要写成 overrides/partials/header.html？"
            ),
            (
                "overrides/partials/haeder.html lies over no file of the package or the theme, and no "
                "template uses it: is overrides/partials/header.html meant?"
            ),
        )
    ]
    assert look("x", "overrides/wechat.html") == [
        (
            "overrides/wechat.html 没有盖住安装包或主题里的文件，也没有模板用到它：不需要就删去。",
            (
                "overrides/wechat.html lies over no file of the package or the theme, and no template "
                "uses it: delete it if it is not needed."
            ),
        )
    ]


@pytest.mark.parametrize(
    "others",
    [
        {FOOTER: "{% include 'wechat.html' %}"},
        {FOOTER: "{% include ['none.html', 'wechat.html'] ignore missing %}"},
        {"docs/about.md": "---\ntemplate: wechat.html\n---\n"},
    ],
)
def test_a_template_that_something_uses_is_not(others: dict[str, str]) -> None:
    assert look("x", "overrides/wechat.html", **others) == []


def test_a_page_named_like_a_shell_is_told() -> None:
    assert look("x", "docs/tools/shell.md", **{"docs/en/matters/shell.md": "x"}) == [
        (
            "docs/tools/shell.md 不会成为网页：shell 这个名字只用于安装包里有的外壳页，请换个名字。",
            (
                "docs/tools/shell.md will be no page: the name shell is that of the package's shells; "
                "give it another one."
            ),
        )
    ]


def test_without_its_theme_nothing_is_judged() -> None:
    own = {FOOTER: b"{{ nonsense_var }}"}
    assert look_at(own, ORIGINALS, SETTINGS.replace("name: material", "name: unheard-of")) == []
    with pytest.raises(PublishingError):
        look_at(own, ORIGINALS, "theme: material")


def test_assembling_stops_for_a_name_and_tells_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: 柳树村\nplugins: [yizhan]\n", "utf-8")
    file = tmp_path / "overrides/partials/haeder.html"
    file.parent.mkdir(parents=True)
    file.write_text("{{ config.site_name }}", "utf-8")
    for _again in range(2):
        (notice,) = assemble(tmp_path).notices
        assert notice.en.startswith("overrides/partials/haeder.html lies over no file")
    file.with_name("footer.html").write_text("{{ config.site_nmae }}", "utf-8")
    for _again in range(2):
        with pytest.raises(PublishingError):
            assemble(tmp_path)
