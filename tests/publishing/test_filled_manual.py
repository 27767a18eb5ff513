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


@pytest.mark.parametrize("folder", ["checks/", "en/checks/"])
def test_each_page_has_the_list_of_its_section_and_is_marked_in_it(
    built: Path, folder: str
) -> None:
    site = built / "site"
    listed = [each[0] for each in links(site, folder) if each[0].startswith(f"/{folder}")]
    for code in CODES:
        mine = f"/{folder}{code}/"
        found = links(site, mine[1:])
        assert [each[0] for each in found if each[1]] == [mine]
        aside = [each for each in found if each[0].startswith(f"/{folder}")]
        assert {each[0] for each in aside} == set(listed)
        title = next(words for url, _mark, words in aside if url == mine)
        html = unescape((site / mine[1:] / "index.html").read_text("utf-8"))
        title = unescape(title)
        assert f"<title>{title} - " in html
        assert f'<h1 id="{code.lower()}">{title}</h1>' in html


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


@pytest.mark.parametrize("generator", ["mkdocs", "zensical"])
def test_a_villages_own_page_stands_in_its_place_and_may_link_to_the_others(
    tmp_path: Path, generator: str
) -> None:
    project = lay_out(tmp_path / "project")
    (project / "docs/checks").mkdir()
    own = "# 步骤\n\n我们村的说明，另见[期限](M002.md)。\n"
    (project / "docs/checks/M001.md").write_text(own, "utf-8")
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
    assert "M001 Steps" in (site / "en/checks/M001/index.html").read_text("utf-8")
    assert "docs/checks/M001.md" in (project / "overlays.txt").read_text("utf-8")
