"""A village in which a record of every kind was corrected has its site, and each page says so in place."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from yizhan.checking.engine import run
from yizhan.loading import load
from yizhan.loading.round_trip import append
from yizhan.model.kinds import KINDS
from yizhan.pages.links import url_of

from .conftest import AS_OF, lay_out, yizhan

DAY = date.fromisoformat(AS_OF)
TITLES = {"date": AS_OF, "by": "shili-committee", "at": "title", "reason": "名称写错了。"}


def of_each_kind(root: Path):
    """One record of every kind."""
    archive = load(root).archive
    for kind, info in KINDS.items():
        found = [each for each in archive.of(info.model) if each.path.startswith("records/")]
        yield kind, min(found, key=lambda each: each.id)


def correct(root: Path) -> None:
    for _, record in of_each_kind(root):
        file = root / record.path
        new = {**TITLES, "value": f"{record.title}（改）"}
        file.write_bytes(append(file.read_bytes(), "corrections", new))


@pytest.fixture(scope="module")
def village(tmp_path_factory):
    root = lay_out(tmp_path_factory.mktemp("corrected") / "project")
    correct(root)
    done = yizhan(root, "build", "--as-of", AS_OF)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def test_nothing_that_fails_is_found(village) -> None:
    assert [each for each in run(village, DAY, cached=False).findings if each.fails] == []


def test_the_page_of_every_kind_says_in_its_place_what_it_said(village) -> None:
    for kind, record in of_each_kind(village):
        was = record.title.removesuffix("（改）")
        for lang, said in (("zh", "更正</a>"), ("en", ">corrected on")):
            html = (village / "site" / url_of(record, lang) / "index.html").read_text("utf-8")
            place = re.search(r"<div class=\"?yz-was\"?>.*?</div>", html, re.DOTALL)
            assert place is not None, (kind, lang)
            assert f"{was}</del>" in place[0], (kind, lang)
            assert said in place[0], (kind, lang)
            assert html.index(place[0]) < html.index("id=corrections"), (kind, lang)


def test_lists_say_it_too(village) -> None:
    """Beside its own page, a list of its kind or of its place."""
    site = village / "site"
    pages = [each.read_text("utf-8") for each in site.rglob("index.html")]
    for kind, record in of_each_kind(village):
        was = f"{record.title.removesuffix('（改）')}</del>"
        assert sum(was in each for each in pages) > 2, kind
