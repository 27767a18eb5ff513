"""Whole builds with the real generators, Node and Pagefind."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from yizhan.publishing.former_site import LIST, listed

from .conftest import AS_OF, ROOT, SITE_URL, leftovers, mkdocs_build, tree, yizhan

BROKEN = "records/matters/2026/20260308-shili-drain.yaml"
_ATTRIBUTE = re.compile(r"""\s(?:href|src|action)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_ARTICLE = re.compile(r"<article(.*)</article>", re.DOTALL)


def break_a_record(project: Path) -> None:
    file = project / BROKEN
    file.write_text(file.read_text("utf-8").replace("procedure:", "procedur:", 1), "utf-8")


def former_site(project: Path) -> Path:
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text("former")
    (site / LIST).write_bytes(listed(["index.html"]))
    return site


def links(html: str) -> set[str]:
    found = {unescape(a or b or c) for a, b, c in _ATTRIBUTE.findall(html)}
    return {link for link in found if link and not link.startswith(("#", "?", "data:", "mailto:"))}


def targets(site: Path, page: Path) -> list[tuple[str, Path]]:
    """Where the relative links of a page lead, as files."""
    found = []
    for link in sorted(links(page.read_text("utf-8"))):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = (page.parent / parts.path).resolve()
        found.append((link, target / "index.html" if target.is_dir() else target))
    return found


def test_a_build_says_where_to_open_the_site(project: Path) -> None:
    done = yizhan(project, "build", "--as-of", AS_OF)
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(
        rf"网站有 (\d+) 个文件：这次生成 \1 个，写了 \1 个，删去 0 个。用浏览器打开：{re.escape(str(project))}/site/index.html\n"
        r"本地预览请运行 yizhan serve。\n",
        done.stdout,
    )
    assert done.stderr == ""  # no progress in a pipe


def test_records_of_another_format_stop_mkdocs_in_one_line(project: Path) -> None:
    (project / "records/format.yaml").unlink()
    done = mkdocs_build(project)
    assert done.returncode == 1
    told = done.stdout + done.stderr
    assert "请运行 yizhan upgrade。" in told
    assert "Traceback" not in told
    assert not (project / "site").exists()


def test_every_record_has_its_page_in_both_languages(built: Path) -> None:
    for url in ("matters/20260308-shili-drain", "en/matters/20260308-shili-drain"):
        html = (built / "site" / url / "index.html").read_text("utf-8")
        assert f"rel=canonical href={SITE_URL}{url}/>" in html


def test_no_shell_and_no_token_is_left(built: Path) -> None:
    site = built / "site"
    assert list(site.glob("**/shell")) == []
    held = [path for path in site.rglob("*.html") if "@@yizhan" in path.read_text("utf-8")]
    assert held == []


def test_every_relative_link_leads_somewhere(built: Path) -> None:
    """Wherever the site is hosted: no link starts at the root of the host."""
    site = built / "site"
    pages = list(site.rglob("index.html"))
    assert len(pages) > 40
    own = {
        "guide",
        "decisions",
        "data",
        "checks",
        "records",
    }  # narrative pages the project leaves out
    lost = [
        (page.relative_to(site).as_posix(), link)
        for page in pages
        for link, target in targets(site, page)
        if link.startswith("/")
        or (not target.exists() and own.isdisjoint(target.relative_to(site.resolve()).parts))
    ]
    assert lost == []


def test_nothing_is_loaded_from_another_host(built: Path) -> None:
    site = built / "site"
    loaded = re.compile(
        r"""<(?:script|link|img|source|iframe)\b[^>]*?\s(?:src|href)=["']?(https?://[^"'\s>]+)"""
    )
    foreign = {
        url
        for page in site.rglob("*.html")
        for url in loaded.findall(page.read_text("utf-8"))
        if not url.startswith(SITE_URL)
    }
    assert foreign == set()


def test_the_sitemap_names_record_pages_and_no_shell(built: Path) -> None:
    text = (built / "site/sitemap.xml").read_text("utf-8")
    assert f"<loc>{SITE_URL}matters/20260308-shili-drain/</loc>" in text
    assert f"<loc>{SITE_URL}en/matters/20260308-shili-drain/</loc>" in text
    assert f"<loc>{SITE_URL}</loc>" in text
    assert "shell" not in text
    assert "lastmod" not in text


def test_building_twice_gives_the_same_bytes(built: Path, project: Path) -> None:
    assert yizhan(project, "build", "--as-of", AS_OF).returncode == 0
    first, second = tree(built / "site"), tree(project / "site")
    assert {path for path in first | second if first.get(path) != second.get(path)} == set()


@pytest.mark.parametrize("tool", ["mkdocs", "properdocs", "zensical"])
def test_every_generator_gives_the_same_record_pages(built: Path, project: Path, tool: str) -> None:
    """MkDocs here runs on its own, with the plugin; the others through ``yizhan build``."""
    if tool == "mkdocs":
        assert mkdocs_build(project).returncode == 0
    else:
        done = yizhan(project, "build", "--generator", tool, "--as-of", AS_OF)
        assert done.returncode == 0, done.stderr
    former, site = built / "site", project / "site"
    compared = 0
    for page in sorted(former.rglob("index.html")):
        article = _ARTICLE.search(page.read_text("utf-8"))
        if article is None:
            continue
        other = (site / page.relative_to(former)).read_text("utf-8")
        match = _ARTICLE.search(other)
        assert match is not None
        assert match[1].split() == article[1].split(), page
        compared += 1
    assert compared > 40
    assert tree(site / "pagefind") == tree(former / "pagefind")
    assert leftovers(project) == []


@pytest.mark.parametrize("tool", ["yizhan", "mkdocs"])
def test_a_broken_record_is_reported_and_the_former_site_stays(project: Path, tool: str) -> None:
    site = former_site(project)
    break_a_record(project)
    own = tool == "yizhan"
    done = yizhan(project, "build", "--as-of", AS_OF) if own else mkdocs_build(project)
    assert done.returncode == 1
    assert f"--> {BROKEN}:" in done.stdout + done.stderr
    assert tree(site).keys() == {"index.html", LIST}
    assert (site / "index.html").read_text() == "former"
    assert leftovers(project) == []


@pytest.mark.parametrize("tool", ["yizhan", "mkdocs"])
def test_a_missing_shell_is_reported_and_the_former_site_stays(project: Path, tool: str) -> None:
    site = former_site(project)
    with (project / "mkdocs.yml").open("a") as settings:
        settings.write("exclude_docs: en/matters/shell.md\n")
    line = (
        "缺少外壳页 docs/en/matters/shell.md：请从 mkdocs.yml 的 exclude_docs 里去掉它，"
        "或删去 .yizhan 文件夹再搭建。"
    )
    if tool == "yizhan":
        done = yizhan(project, "build", "--as-of", AS_OF)
        assert (done.returncode, done.stderr) == (2, f"{line}\n")
    else:
        run = mkdocs_build(project)
        assert run.returncode == 1
        assert line in run.stdout + run.stderr
    assert (site / "index.html").read_text() == "former"
    assert leftovers(project) == []


@pytest.mark.parametrize(
    ("page", "old", "new", "line"),
    [
        (
            "en/display.md",
            'slot="display"',
            'slot="dispaly"',
            (
                "内容“display”没有地方可放：请在网页 /en/display/（docs/en/display.md 或 "
                'docs/en/display/index.md）里补上 <div data-yizhan-slot="display"></div>。'
            ),
        ),
        (
            "search.md",
            "</div>",
            '</div>\n\n<div data-yizhan-slot="help"></div>',
            (
                '网页 /search/（docs/search.md 或 docs/search/index.md）里写了 data-yizhan-slot="help"，'
                "没有这个名字的内容：这一页能填的是 search，请改正或删去。"
            ),
        ),
        (
            "display.md",
            "</div>",
            '</div>\n\n<aside data-yizhan-slot="news"></aside>',
            (
                '网页 /display/（docs/display.md 或 docs/display/index.md）里的 <aside data-yizhan-slot="news"> '
                "填不进内容：要写成空的 div 或 section，起始标签后面紧跟结束标签。"
            ),
        ),
        (
            "matters/shell.md",
            'title: "@@yizhan-title@@"',
            "title: 事项",
            (
                "外壳页 docs/matters/shell.md 的 <head> 里没有 @@yizhan-title@@，所有的页面会是同一个标题或简介："
                "请在文件开头的 title、description 里补上，或改正 overrides 里的 main.html。"
            ),
        ),
    ],
)
def test_a_slot_and_its_content_must_meet(
    project: Path, page: str, old: str, new: str, line: str
) -> None:
    document = project / "docs" / page
    text = (ROOT / "docs" / page).read_text("utf-8")
    assert old in text
    document.parent.mkdir(exist_ok=True)
    document.write_text(text.replace(old, new), "utf-8")
    done = yizhan(project, "build", "--as-of", AS_OF)
    assert (done.returncode, done.stderr) == (2, f"{line}\n")
    assert not (project / "site").exists()
    assert leftovers(project) == []


@pytest.mark.parametrize("tool", ["mkdocs", "properdocs", "zensical", "plugin"])
def test_a_misspelt_variable_stops_every_generator(project: Path, tool: str) -> None:
    footer = project / "overrides/partials/footer.html"
    footer.parent.mkdir(parents=True)
    footer.write_text("<footer>\n{{ config.site_nmae }}</footer>", "utf-8")
    line = (
        "overrides/partials/footer.html 第 2 行用了 config.site_nmae，没有这样的变量，那里会是空的："
        '是不是要写 config.site_name？可以没有的，写成 config.site_nmae | default("")。'
    )
    if tool == "plugin":
        run = mkdocs_build(project)
        assert run.returncode == 1
        assert line in run.stdout + run.stderr
    else:
        done = yizhan(project, "build", "--generator", tool, "--as-of", AS_OF)
        assert (done.returncode, done.stderr) == (2, f"{line}\n")
    assert not (project / "site").exists()
    assert leftovers(project) == []


def test_a_generator_that_fails_is_told_in_one_line(project: Path) -> None:
    with (project / "mkdocs.yml").open("a") as settings:
        settings.write("hooks: [broken.py]\n")
    (project / "broken.py").write_text("raise ValueError('no such place')\n")
    done = yizhan(project, "build", "--as-of", AS_OF)
    log = project / ".yizhan/generator.log"
    assert (done.returncode, done.stderr) == (
        2,
        (
            "mkdocs 没有生成页面，原来的网站没有改动：broken.py 有问题，ValueError: no such place。"
            f"它的全部输出在 {log}。\n"
        ),
    )
    assert "Traceback" in log.read_text("utf-8")
    assert leftovers(project) == []


def test_without_npm_parts_one_line_says_what_to_do(project: Path, tmp_path: Path) -> None:
    """A copy of the package outside the checkout, as pip installs it, finds no node_modules."""
    (project / "node_modules").unlink()
    package = tmp_path / "lib"
    shutil.copytree(ROOT / "tools/yizhan", package / "yizhan")
    shutil.copytree(ROOT / "schema", package / "yizhan/schema")
    for part in ("docs", "overrides"):
        shutil.copytree(ROOT / part, package / "yizhan/frame" / part)
    shutil.copy(ROOT / "mkdocs.yml", package / "yizhan/frame")
    done = yizhan(project, "build", "--as-of", AS_OF, PYTHONPATH=str(package))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "没有找到搜索组件 Pagefind：请在项目目录运行 npm ci。\n"
    assert leftovers(project) == []


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("delay", [0.4, 0.9, 1.4])
def test_an_interrupted_build_leaves_the_former_site(
    project: Path, sent: signal.Signals, delay: float
) -> None:
    site = former_site(project)
    process = subprocess.Popen(
        [sys.executable, "-m", "yizhan", "build", "--as-of", AS_OF],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    time.sleep(delay)
    os.killpg(process.pid, sent)
    _out, error = process.communicate(timeout=30)
    if process.returncode == 0:  # it was faster than the signal: then it is the new site, whole
        assert (site / "pagefind/pagefind.js").exists()
    else:
        assert "Traceback" not in error
        assert tree(site).keys() == {"index.html", LIST}
    assert leftovers(project) == []
