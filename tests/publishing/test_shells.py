from __future__ import annotations

import pytest

from yizhan.pages.page import Page
from yizhan.publishing.shells import ShellError, read_shell, rebase_link, shell_for

BUILT = """<!doctype html><html lang="zh"><head>
<title>@@yizhan-title@@ - 议栈</title>
<meta name="description" content="@@yizhan-description@@">
<link rel="canonical" href="https://village.example/x/matters/shell/">
<link rel="alternate" hreflang="en" href="../../en/">
<link rel=stylesheet href=../../assets/main.css>
<script id="__config" type="application/json">{"base": "../..", "search": "../../assets/w.js"}</script>
<script>__md_scope=new URL("../..",location)</script>
</head><body>
<a href="../..">home</a> <a href="../">list</a> <a href="#top">top</a> <a href="?q=1">query</a>
<a href="https://elsewhere.example/">out</a> <a href="/root">root</a>
<a class="edit" href="https://forge.example/edit/main/docs/matters/shell.md" title="edit">edit</a>
<form action="../../search/"></form>
<img srcset="../../a.png 1x, ../../b.png 2x" src='../../a.png'>
<h1>@@yizhan-title@@</h1>
<p>@@yizhan-content@@</p>
<a href="@@yizhan-mirror@@" hreflang="en">English</a> <a href="../../@@yizhan-url@@">self</a>
</body></html>"""


HEAD = "<head>@@yizhan-title@@ @@yizhan-description@@</head>"


def page(url: str = "matters/20240101-x/", content: str = "<p>正文</p>") -> Page:
    return Page(url, "matters", "路灯 <不亮>", "两行\n说明", content, "zh")


def fill(url: str = "matters/20240101-x/") -> str:
    return read_shell(BUILT, "matters/shell/").fill(page(url))


def test_every_kind_of_link_is_relative_to_the_page() -> None:
    html = fill()
    for expected in (
        "href=../../assets/main.css",
        "<a href=../../>home</a>",
        "<a href=../../matters/>list</a>",
        "<a href=#top>",
        '<a href="?q=1">',
        "<a href=https://elsewhere.example/>",
        "<a href=/root>",
        "action=../../search/",
        'srcset="../../a.png 1x, ../../b.png 2x"',
        "src=../../a.png",
        '"base": "../.."',
        '"search": "../../assets/w.js"',
        'new URL("../../",location)',
    ):
        assert expected in html


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("matters/", "../"),
        ("matters/page/2/", "../../../"),
        ("matters/family/late/page/2/", "../../../../../"),
    ],
)
def test_links_reach_the_root_from_any_depth(url: str, base: str) -> None:
    html = fill(url)
    assert f"href={base}assets/main.css" in html
    assert f"<a href={base}>home</a>" in html
    assert f'"base": "{base.rstrip("/")}"' in html


def test_title_and_description_are_escaped_and_content_is_not() -> None:
    html = fill()
    assert "<title>路灯 &lt;不亮&gt; - 议栈</title>" in html
    assert '<meta name=description content="两行 说明">' in html
    assert "</h1>\n<p>正文</p>\n" in html


def test_canonical_and_alternate_are_the_pages_own() -> None:
    html = fill()
    assert "rel=canonical href=https://village.example/x/matters/20240101-x/>" in html
    assert "rel=alternate hreflang=en href=../../en/matters/20240101-x/>" in html
    assert "<a href=../../en/matters/20240101-x/ hreflang=en>English</a>" in html


def test_the_mirror_of_an_english_page_is_chinese() -> None:
    shell = read_shell(BUILT.replace('hreflang="en"', 'hreflang="zh"'), "en/matters/shell/")
    assert "hreflang=zh href=../../../matters/x/>" in shell.fill(page("en/matters/x/"))


def test_the_generators_link_to_the_shells_own_source_is_left_out() -> None:
    assert "shell.md" not in fill()


def test_what_shows_nowhere_is_left_out_and_what_shows_stays() -> None:
    built = """<html><head>@@yizhan-title@@@@yizhan-description@@</head>
      <body>
        <div class="md-container" data-md-component="container">
          <a class="one two" href="../x/">a</a>
          <a title="@@yizhan-title@@" lang="zh">b</a> <b>c</b>
          <p>@@yizhan-content@@</p>
        </div>
        <script>if (a<b && c="d" ) { // <p>
          e("f") }</script>
      </body></html>"""
    assert read_shell(built, "matters/shell/").fill(page("matters/x/", "<i>1</i>\n<i>2</i>")) == (
        "<html><head>路灯 &lt;不亮&gt;两行 说明</head>"
        '<body><div class=md-container><a class="one two" href=../../matters/x/>a</a>\n'
        '<a title="路灯 &lt;不亮&gt;" lang=zh>b</a> <b>c</b>\n'
        '<i>1</i>\n<i>2</i></div><script>if (a<b && c="d" ) { // <p>\n'
        '          e("f") }</script></body></html>'
    )


def test_text_that_keeps_its_lines_keeps_them() -> None:
    built = f"{HEAD}<div>\n<pre>\n a\n</pre>\n<p>@@yizhan-content@@</p></div>"
    assert "<pre>\n a\n</pre>\n" in read_shell(built, "matters/shell/").html


def test_content_that_looks_like_a_token_stays_as_it_is() -> None:
    shell = read_shell(BUILT, "matters/shell/")
    assert "<p>@@yizhan-title@@</p>" in shell.fill(page(content="<p>@@yizhan-title@@</p>"))


def test_a_shell_without_place_for_content_says_what_to_add() -> None:
    with pytest.raises(ShellError) as caught:
        read_shell("<html></html>", "en/rules/shell/")
    assert caught.value.text.zh == (
        "外壳页 docs/en/rules/shell.md 里没有 @@yizhan-content@@，页面内容没有地方可放：请补上这一行，"
        "或删去本村的这个文件，改用安装包里的。"
    )
    assert caught.value.text.en == (
        "The shell docs/en/rules/shell.md has no @@yizhan-content@@, so that there is no place for "
        "the content: add that line, or delete your file to have the package's."
    )


def test_a_missing_shell_is_named() -> None:
    with pytest.raises(ShellError) as caught:
        shell_for({}, page())
    assert caught.value.text.zh == (
        "缺少外壳页 docs/matters/shell.md：请从 mkdocs.yml 的 exclude_docs 里去掉它，"
        "或删去 .yizhan 文件夹再搭建。"
    )
    assert caught.value.text.en == (
        "The shell docs/matters/shell.md is missing: take it out of exclude_docs in mkdocs.yml, or "
        "delete the folder .yizhan and build again."
    )


@pytest.mark.parametrize("token", ["title", "description"])
def test_a_shell_that_gives_all_pages_the_same_title_says_what_to_add(token: str) -> None:
    built = f"{HEAD}<h1>@@yizhan-{token}@@</h1>@@yizhan-content@@"
    assert read_shell(built, "matters/shell/").html
    with pytest.raises(ShellError) as caught:
        read_shell(built.replace(f"@@yizhan-{token}@@", "村务", 1), "matters/shell/")
    assert caught.value.text.zh == (
        f"外壳页 docs/matters/shell.md 的 <head> 里没有 @@yizhan-{token}@@，所有的页面会是同一个标题或简介："
        "请在文件开头的 title、description 里补上，或改正 overrides 里的 main.html。"
    )
    assert caught.value.text.en == (
        f"The shell docs/matters/shell.md has no @@yizhan-{token}@@ in its <head>, so that all pages "
        "would have the same title or description: add it to title or description at the top of the "
        "file, or correct main.html in overrides."
    )


@pytest.mark.parametrize("written", ["@@yizhan-titel@@", "@@yizhan_title@@", "@@yizhan-title@"])
def test_a_misspelt_token_is_named(written: str) -> None:
    with pytest.raises(ShellError) as caught:
        read_shell(f"{HEAD}@@yizhan-content@@<p>{written}</p>", "matters/shell/")
    known = (
        "@@yizhan-title@@, @@yizhan-description@@, @@yizhan-content@@, @@yizhan-url@@, "
        "@@yizhan-mirror@@, @@yizhan-edit@@"
    )
    assert caught.value.text.zh == (
        f"外壳页 docs/matters/shell.md 里写了 {written}，没有这样的内容：能写的是 {known}；"
        "请在这个文件或 overrides 的模板里改正。"
    )
    assert caught.value.text.en == (
        f"The shell docs/matters/shell.md asks for {written}, which no page has: what can be written "
        f"is {known}; correct it in that file or in a template of overrides."
    )


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("../../", "@@yizhan-base@@"),
        (".", "@@yizhan-base@@matters/shell/"),
        ("../index.xml?x#y", "@@yizhan-base@@matters/index.xml?x#y"),
        ("mailto:a@b", "mailto:a@b"),
        ("//cdn.example/x", "//cdn.example/x"),
        ("", ""),
    ],
)
def test_rebase_link(link: str, expected: str) -> None:
    assert rebase_link(link, "matters/shell/") == expected
