"""One line of what a generator printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from yizhan.publishing.encoding import refuse_other_encodings
from yizhan.publishing.errors import PublishingError
from yizhan.publishing.generator_failure import failure

_JINJA = """\
ERROR   -  Error building page 'matters/shell.md':
Traceback (most recent call last):
  File "/usr/lib/python3/site-packages/mkdocs/commands/build.py", line 231, in _build_page
    output = template.render(context)
  File "{project}/overrides/main.html", line 3, in template
    {{% bolck x %}}
jinja2.exceptions.TemplateSyntaxError: Encountered unknown tag 'bolck'.

"""


_MINIJINJA = """\
Traceback (most recent call last):
  File "<frozen runpy>", line 198, in _run_module_as_main
  File "/usr/lib/python3/site-packages/zensical/main.py", line 81, in execute_build
    build(os.path.abspath(config_file), kwargs)
RuntimeError: template not found: template "nope.html" does not exist (in {name}:1)
"""


@pytest.mark.parametrize(
    ("name", "zh"), [("main.html", "overrides/main.html 有问题，"), ("theirs.html", "")]
)
def test_a_template_of_zensical_is_named_where_it_is_not_the_theme_s(
    tmp_path: Path, name: str, zh: str
) -> None:
    project = tmp_path / ".yizhan/project"
    (project / "overrides").mkdir(parents=True)
    (project / "overrides/main.html").touch()
    text = failure("zensical", _MINIJINJA.format(name=name), project).text
    assert text.zh == (
        f"zensical 没有生成页面，原来的网站没有改动：{zh}RuntimeError: template not found: template "
        f'"nope.html" does not exist (in {name}:1)。它的全部输出在 {project.parent / "generator.log"}。'
    )


@pytest.mark.parametrize(
    ("printed", "zh", "en"),
    [
        (
            _JINJA,
            "overrides/main.html 有问题，TemplateSyntaxError: Encountered unknown tag 'bolck'。",
            "a mistake in overrides/main.html, TemplateSyntaxError: Encountered unknown tag 'bolck'. ",
        ),
        (
            "ERROR   -  Config value 'nav': Expected a list.\n\nAborted with a configuration error!\n",
            "Config value 'nav': Expected a list。",
            "Config value 'nav': Expected a list. ",
        ),
        (
            "ERROR   -  Error reading page 'about.md': 'utf-8' codec\n",
            "docs/about.md 有问题，Error reading page 'about.md': 'utf-8' codec。",
            "a mistake in docs/about.md, Error reading page 'about.md': 'utf-8' codec. ",
        ),
        ("first\nlast words\n", "last words。", "last words. "),
        ("Traceback (most recent call last):\n  cut off", "cut off。", "cut off. "),
        ("", "?。", "?. "),
    ],
)
def test_the_reason_and_the_file_are_told(tmp_path: Path, printed: str, zh: str, en: str) -> None:
    project = tmp_path / ".yizhan/project"
    project.mkdir(parents=True)
    outside = tmp_path / "outside"
    outside.write_text("theirs")
    log = tmp_path / ".yizhan/generator.log"
    log.symlink_to(outside)
    text = failure("mkdocs", printed.replace("{project}", str(project)), project).text
    assert text.zh == f"mkdocs 没有生成页面，原来的网站没有改动：{zh}它的全部输出在 {log}。"
    assert text.en == (
        f"mkdocs did not build the pages; the former site is untouched: {en}All that it printed is "
        f"in {log}."
    )
    assert log.read_text("utf-8") == printed.replace("{project}", str(project))
    assert outside.read_text() == "theirs"


@pytest.mark.parametrize(
    "path",
    [
        *("docs/help/page.md", "overrides/main.html", "docs/own/index.html", "docs/a.markdown"),
        *("docs/assets/stylesheets/kinds.css", "docs/a.JS", "docs/old.html", "docs/a.json"),
        *("docs/a.svg", "docs/robots.txt", "docs/a.xml", "overrides/partials/a.css"),
    ],
)
@pytest.mark.parametrize("content", ["石里村".encode("gbk"), b"\x89PNG\r\n\xff"])
def test_a_page_in_another_encoding_is_named(path: str, content: bytes) -> None:
    with pytest.raises(PublishingError) as caught:
        refuse_other_encodings({"docs/a.md": b"", path: content})
    assert caught.value.text.zh == f"{path} 不是 UTF-8 编码：请用编辑器另存为 UTF-8。"
    assert caught.value.text.en == f"{path} is not UTF-8: save it as UTF-8 in your editor."


def test_what_is_only_copied_may_be_anything() -> None:
    refuse_other_encodings(
        {"docs/a.png": b"\xff", "docs/a.csv": "石里村".encode("gbk"), "overrides/x.png": b"\xff"}
    )


@pytest.mark.parametrize(
    "content",
    ["<?xml version='1.0' encoding='GBK'?><svg>村</svg>".encode("gbk"), "<svg/>".encode("utf-16")],
)
def test_a_drawing_may_name_its_own_encoding(content: bytes) -> None:
    refuse_other_encodings({"docs/a.svg": content, "docs/a.xml": content})
    with pytest.raises(PublishingError):
        refuse_other_encodings({"overrides/.icons/a.svg": content})


@pytest.mark.parametrize("path", ["docs/a.css", "docs/a.md", "overrides/main.html"])
def test_a_mark_at_the_start_does_no_harm(path: str) -> None:
    refuse_other_encodings({path: "石里村".encode("utf-8-sig")})


def test_a_text_that_says_utf_8_and_is_not() -> None:
    with pytest.raises(PublishingError):
        refuse_other_encodings({"docs/a.svg": "<?xml encoding='utf-8'?>村".encode("gbk")})
