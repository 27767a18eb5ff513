from __future__ import annotations

from pathlib import Path

import pytest

from yizhan.publishing.stylesheets import join_stylesheets

ONE = '<link rel="stylesheet" href="{base}assets/stylesheets/{name}.css">'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "assets/stylesheets"
    folder.mkdir(parents=True)
    for name, text in (
        ("main", '@charset "UTF-8";a{b:url(x.woff2)}'),
        ("own", "c{}"),
        ("late", "@import url(own.css);"),
    ):
        (folder / f"{name}.css").write_text(text, "utf-8")
    return tmp_path


def page(site: Path, path: str, base: str, *names: str, between: str = "\n  ") -> Path:
    file = site / path
    file.parent.mkdir(parents=True, exist_ok=True)
    links = between.join(ONE.format(base=base, name=name) for name in names)
    file.write_text(f"<head>{links}</head>", "utf-8")
    return file


def test_pages_load_one_file_in_the_same_order(site: Path):
    first = page(site, "index.html", "", "main", "own")
    deep = page(site, "a/b/index.html", "../../", "main", "own", between="")
    turned = page(site, "c/index.html", "../", "own", "main")
    assert join_stylesheets(site) == ["all.css", "all1.css"]
    assert deep.read_text("utf-8") == f"<head>{ONE.format(base='../../', name='all')}</head>"
    assert first.read_text("utf-8") == f"<head>{ONE.format(base='', name='all')}</head>"
    assert turned.read_text("utf-8") == f"<head>{ONE.format(base='../', name='all1')}</head>"
    texts = {
        (site / f"assets/stylesheets/{name}.css").read_text("utf-8") for name in ("all", "all1")
    }
    assert texts == {
        '@charset "UTF-8";a{b:url(x.woff2)}\nc{}',
        'c{}\n@charset "UTF-8";a{b:url(x.woff2)}',
    }


def test_a_mark_at_the_start_of_a_sheet_is_not_carried_into_the_middle(site: Path):
    (site / "assets/stylesheets/own.css").write_text("c{}", "utf-8-sig")
    page(site, "index.html", "", "main", "own")
    (name,) = join_stylesheets(site)
    assert "\ufeff" not in (site / "assets/stylesheets" / name).read_text("utf-8")


@pytest.mark.parametrize(
    ("names", "between"),
    [
        (("main",), ""),
        (("main", "gone"), ""),
        (("main", "late"), ""),
        (("main", "own"), "<style></style>"),
    ],
)
def test_what_may_not_be_joined_stays(site: Path, names: tuple[str, ...], between: str):
    file = page(site, "index.html", "", *names, between=between)
    before = file.read_text("utf-8")
    assert join_stylesheets(site) == []
    assert file.read_text("utf-8") == before


def test_links_of_different_places_stay(site: Path):
    file = site / "index.html"
    html = ONE.format(base="", name="main") + ONE.format(base="other/", name="own")
    file.write_text(html, "utf-8")
    join_stylesheets(site)
    assert file.read_text("utf-8") == html


def test_a_built_site_loads_one_stylesheet(built: Path):
    site = built / "site"
    for path in ("index.html", "guide/residents/index.html", "matters/index.html"):
        html = (site / path).read_text("utf-8")
        assert html.count("stylesheets/") == 1, path
        assert "assets/stylesheets/all.css" in html
    css = (site / "assets/stylesheets/all.css").read_text("utf-8")
    assert css.index(".md-typeset") < css.index("--yz-paper") < css.index(".yz-rows")
