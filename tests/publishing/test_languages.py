"""A site in Chinese alone: nothing of it is or names an English page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .conftest import AS_OF, CHINESE, lay_out, mkdocs_build, speak, tree, yizhan

_ENGLISH_PAGE = re.compile(
    r"""(?:href|src|action)=["']?(?:(?:\.\./)*|\./|https?://[^"'\s>]*/)en/"""
)

pytestmark = pytest.mark.xdist_group("languages")  # a build, made once


@pytest.fixture(scope="module")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that ``yizhan build`` makes."""
    folder = lay_out(tmp_path_factory.mktemp("chinese") / "project")
    speak(folder, CHINESE)
    done = yizhan(folder, "build", "--as-of", AS_OF)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def test_nothing_english_is_in_the_site(chinese: Path) -> None:
    assert not (chinese / "en").exists()
    assert "/en/" not in (chinese / "sitemap.xml").read_text("utf-8")
    assert '"en":' not in (chinese / "assets/day.js").read_text("utf-8")
    for page in chinese.rglob("*.html"):
        html = page.read_text("utf-8")
        assert "hreflang" not in html, page
        assert ">English<" not in html, page
        assert 'lang="en"' not in html, page
        assert _ENGLISH_PAGE.search(html) is None, page


def test_chinese_pages_say_what_they_say_beside_english_ones(chinese: Path, built: Path) -> None:
    """But for the links to the other language, and the paragraph of the page that is not there."""
    switch = re.compile(
        r'<(?:link rel="?alternate"?|a class="?yz-tool"?)[^>]*hreflang[^>]*>(?:English</a>)?\s*'
    )
    for page in chinese.rglob("index.html"):
        other = built / "site" / page.relative_to(chinese)
        assert switch.sub("", other.read_text("utf-8")) == page.read_text("utf-8"), page
    assert tree(chinese / "pagefind") == tree(built / "site/pagefind")


@pytest.mark.parametrize("tool", ["mkdocs", "properdocs", "zensical"])
def test_every_generator_leaves_english_out(chinese: Path, tmp_path: Path, tool: str) -> None:
    """MkDocs here runs on its own, with the plugin; the others through ``yizhan build``."""
    project = lay_out(tmp_path / "project")
    speak(project, CHINESE)
    if tool == "mkdocs":
        assert mkdocs_build(project).returncode == 0
    else:
        done = yizhan(project, "build", "--generator", tool, "--as-of", AS_OF)
        assert done.returncode == 0, done.stderr
    site = project / "site"
    pages = {path for path in tree(chinese) if path.endswith("index.html")}
    assert {path for path in tree(site) if path.endswith("index.html")} == pages
    for path in pages:
        assert "hreflang" not in (site / path).read_text("utf-8"), path
    assert "/en/" not in (site / "sitemap.xml").read_text("utf-8")
    assert tree(site / "pagefind") == tree(chinese / "pagefind")


@pytest.mark.parametrize("tool", ["yizhan", "mkdocs"])
def test_a_language_that_is_not_there_is_told_in_one_line(project: Path, tool: str) -> None:
    speak(project, "[zh, fr]")
    done = mkdocs_build(project) if tool == "mkdocs" else yizhan(project, "build")
    said = done.stdout + done.stderr
    assert done.returncode != 0
    assert "mkdocs.yml 的 extra.languages 写的是“[zh, fr]”：要写成 [zh] 或 [zh, en]。" in said
    assert "Traceback" not in said
    assert not (project / "site").exists()
