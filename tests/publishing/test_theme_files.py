from __future__ import annotations

import re
from pathlib import Path

from yizhan.publishing.theme_files import drop_unused


def test_what_no_page_loads_goes_and_the_rest_stays(tmp_path: Path):
    site, docs = tmp_path / "site", tmp_path / "docs"
    for name in ("main.css", "main.css.map", "font.woff2", "unused.js", "lunr/wordcut.js"):
        file = site / "assets" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("", "utf-8")
    (site / "assets/main.css").write_text("a{b:url('font.woff2?v=1')}/*# main.css.map*/", "utf-8")
    (docs / "assets").mkdir(parents=True)
    (docs / "assets/form.pdf").write_text("", "utf-8")
    (site / "assets/form.pdf").write_text("", "utf-8")
    (site / "index.html").write_text('<link href="../assets/main.css?1">', "utf-8")
    assert drop_unused(site, docs) == ["lunr/wordcut.js", "main.css.map", "unused.js"]
    left = sorted(file.name for file in (site / "assets").iterdir())
    assert left == ["font.woff2", "form.pdf", "main.css"]


def test_a_built_site_ships_no_search_of_the_theme(built: Path):
    site = built / "site"
    names = {file.name for file in site.rglob("*") if file.is_file()}
    assert not [name for name in names if name.endswith(".map") or name.startswith("lunr")]
    assert "wordcut.js" not in names
    loaded = re.findall(
        r'(?:href|src)="([^"]*assets/[^"]*)"', (site / "index.html").read_text("utf-8")
    )
    assert len(loaded) >= 5
    assert [each for each in loaded if not (site / each).is_file()] == []
