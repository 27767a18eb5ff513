"""Pages of checks are the generator's to list and to link to, and ours to fill."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest

from yizhan.checking.explanations import explanations

from .conftest import AS_OF, SITE_URL, lay_out, yizhan

CODES = tuple(explanations())
LINK = re.compile(r"""<a href=["']?([^"'\s>]+)["']?( aria-current=["']?page["']?)?>([^<]*)</a>""")


def links(site: Path, url: str) -> list[tuple[str, str, str]]:
    """Address, mark and words of every plain link of a page."""
    html = (site / url / "index.html").read_text("utf-8")
    return [(urljoin(f"/{url}", href), mark, words) for href, mark, words in LINK.findall(html)]


def beside(site: Path, url: str) -> list[tuple[str, str, str]]:
    """Address, mark and words of every link in the list of a page's section."""
    html = (site / url / "index.html").read_text("utf-8")
    _before, start, after = html.partition("<aside class=yz-side>")
    if not start:
        after = html.partition('<aside class="yz-side">')[2]
    found = LINK.findall(after.partition("</aside>")[0])
    return [(urljoin(f"/{url}", href), mark, words) for href, mark, words in found]


def of_letter(folder: str, letter: str) -> list[str]:
    codes = sorted(code for code in CODES if code[0] == letter)
    return [f"/{folder}", *(f"/{folder}{code}/" for code in codes)]


WHOLE = {"checks/": "全部检查项目", "en/checks/": "All checks"}


@pytest.mark.parametrize("folder", WHOLE)
def test_each_page_has_the_list_of_its_letter_and_is_marked_in_it(built: Path, folder: str) -> None:
    """A list of all checks was half of a small village's site."""
    site = built / "site"
    for code in CODES:
        mine = f"/{folder}{code}/"
        found = beside(site, mine[1:])
        assert [each[0] for each in found] == of_letter(folder, code[0])
        assert [each[0] for each in found if each[1]] == [mine]
        assert found[0][2] == WHOLE[folder]
        title = unescape(next(words for url, _mark, words in found if url == mine))
        html = unescape((site / mine[1:] / "index.html").read_text("utf-8"))
        assert f"<title>{title} - " in html
        assert f'<h1 id="{code.lower()}">{title}</h1>' in html


@pytest.mark.parametrize("folder", WHOLE)
def test_the_table_of_all_leads_to_each_page_and_has_its_letters_beside_it(
    built: Path, folder: str
) -> None:
    site = built / "site"
    html = (site / folder / "index.html").read_text("utf-8")
    (own, mark, _title), *letters = beside(site, folder)
    assert (own, bool(mark)) == (f"/{folder}", True)
    assert {words[0] for _url, _mark, words in letters} == {code[0] for code in CODES}
    for url, _mark, words in letters:
        heading = re.escape(words)
        assert re.search(rf'<h2 id="{url.partition("#")[2]}">{heading}</h2>', html)
    table = [each[0] for each in links(site, folder)]
    assert all(table.count(f"/{folder}{code}/") == 1 for code in CODES)


def test_each_page_leads_to_the_other_language_and_stands_in_the_sitemap(built: Path) -> None:
    sitemap = (built / "site/sitemap.xml").read_text("utf-8")
    for code in CODES:
        for here, there in ((f"checks/{code}/", "en/"), (f"en/checks/{code}/", "")):
            html = (built / "site" / here / "index.html").read_text("utf-8")
            (href,) = re.findall(r"<a class=yz-tool href=(\S+) hreflang", html)
            assert urljoin(f"/{here}", href) == f"/{there}checks/{code}/"
            assert f"<link rel=canonical href={SITE_URL}{here}>" in html
            assert sitemap.count(f"<loc>{SITE_URL}{here}</loc>") == 1


def test_no_shell_and_no_place_is_left(built: Path) -> None:
    assert not list((built / "site").rglob("shell"))
    pages = (built / "site").rglob("checks/*/index.html")
    assert all("yizhan-slot" not in page.read_text("utf-8") for page in pages)


@pytest.mark.parametrize("generator", ["mkdocs", "properdocs", "zensical"])
def test_a_villages_own_page_stands_in_its_place_and_may_link_to_the_others(
    tmp_path: Path, generator: str
) -> None:
    project = lay_out(tmp_path / "project")
    (project / "docs/checks").mkdir()
    own = "# 步骤\n\n我们村的说明，另见[期限](M002.md)。\n"
    (project / "docs/checks/M001.md").write_text(own, "utf-8")
    (project / "docs/checks/ours.md").write_text("# 我们村的做法\n\n另见。\n", "utf-8")
    about = "# 说明\n\n[甲](checks/M001.md) [乙](checks/M003.md#_2) [丙](en/checks/M003.md)\n"
    (project / "docs/about.md").write_text(about, "utf-8")
    done = yizhan(project, "build", "--generator", generator, "--as-of", AS_OF)
    assert done.returncode == 0, done.stdout + done.stderr
    site = project / "site"
    assert "我们村的说明" in (site / "checks/M001/index.html").read_text("utf-8")
    assert ("/checks/M002/", "", "期限") in links(site, "checks/M001/")
    assert {each for each in links(site, "about/") if len(each[2]) == 1} == {
        ("/checks/M001/", "", "甲"),
        ("/checks/M003/#_2", "", "乙"),
        ("/en/checks/M003/", "", "丙"),
    }
    for url, title in (("checks/M001/", "步骤"), ("checks/ours/", "我们村的做法")):
        for at in ("checks/M001/", "checks/M002/", "checks/ours/"):
            marked = {(found, words) for found, mark, words in beside(site, at) if mark}
            assert (("/" + url, title) in marked) == (at == url)
            assert (f"/{url}", title) in {
                (found, words) for found, _mark, words in beside(site, at)
            }
        assert "/checks/Y001/" not in [each[0] for each in beside(site, "checks/M001/")]
    assert "M001 Steps" in (site / "en/checks/M001/index.html").read_text("utf-8")
    assert "docs/checks/M001.md" in (project / "overlays.txt").read_text("utf-8")
