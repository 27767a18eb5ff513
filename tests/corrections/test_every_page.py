"""Whatever is corrected or annulled stands struck through where it stood, on the page of every kind."""

from __future__ import annotations

import copy
import json
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from yizhan.facts.states import States
from yizhan.loading import load
from yizhan.loading.presets import load_presets
from yizhan.loading.working_days import official_calendar
from yizhan.model.finding import Pointer
from yizhan.model.kinds import KINDS
from yizhan.model.matter import Matter
from yizhan.model.record import Record
from yizhan.model.text import Lang
from yizhan.model.vocabulary import Kind
from yizhan.pages import matter
from yizhan.pages.catalogue import all_pages
from yizhan.pages.links import url_of
from yizhan.pages.site import Site, SiteConfig

from .test_every_field import named, told
from .whole import VILLAGE, another, at, whole

AS_OF = date(2026, 4, 3)


def site_with(root: Path, kind: Kind, data: dict[str, Any]) -> Site:
    """The village with one more record."""
    shutil.copytree(VILLAGE, root, dirs_exist_ok=True)
    year = str(data.get("date", "2026"))[:4]
    folder = KINDS[kind].folder.format(year=year, id=data["id"], rule=data.get("rule", data["id"]))
    file = root / "records" / folder
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    loaded = load(root)
    presets, calendar = load_presets(), official_calendar()
    states = States(loaded.archive, presets, AS_OF, calendar)
    return Site(loaded.archive, states, AS_OF, "zh", presets, calendar, SiteConfig())


def maker(site: Site, identifier: str) -> Callable[[Record], str]:
    """What writes the page of a record as it would be after a correction."""
    own = site.archive.find(identifier)
    assert own is not None
    draft = next(each for each in all_pages(site) if each.url == url_of(own, site.lang))

    def write(record: Record) -> str:
        if isinstance(record, Matter):
            return matter.page(site, record).content
        inputs = [record if each is own else each for each in draft.inputs]
        return str(draft._make(*inputs).content)

    return write


CASES = [(kind, number) for kind in Kind for number in range(len(whole(kind)))]
STRUCK = re.compile(r'(?s)class="?yz-was"?[ >].*?href="?#c-20260330-correction"?[ >]')
SECTION = re.compile(r"(?s)<section id=corrections>.*?</section>")
LAST = re.compile(
    r'(?s)<div class="?yz-was"?>(?:(?!</?(?:section|li|dl|h2|div)\b).)*</div>\s*<(?:footer|section id=corrections)'
)


def stands(content: str) -> bool:
    """Whether something stands struck through, once, outside the section of corrections, with its link."""
    return len(STRUCK.findall(SECTION.sub("", content))) == 1


def at_the_end(content: str) -> bool:
    """Whether it stands behind all else, since its place is gone with it."""
    return LAST.search(content) is not None


def several(data: dict[str, Any], kind: Kind) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    """The record with a second item in a list, one list after the other."""
    for pointer in named(kind, data):
        items = at(data, pointer)
        if isinstance(items, list):
            value = another(kind, data, (*pointer, 0))
            more = copy.deepcopy(data)
            at(more, pointer).append(value if value is not None else copy.deepcopy(items[0]))
            yield pointer, more


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("kind", "number"), CASES)
def test_what_is_corrected_stands_where_it_stood(
    kind: Kind, number: int, lang: Lang, tmp_path: Path
) -> None:
    data = whole(kind)[number]
    write = maker(site_with(tmp_path, kind, data).in_(lang), data["id"])
    missing, last = [], []
    for pointer, name in named(kind, data).items():
        if pointer == ("rule",):
            continue  # an amendment of a rule that is nowhere has no page
        value = another(kind, data, pointer)
        record = None if value is None else told(kind, data, at=name, value=value).record
        if record is None or record.corrections[0].fault is not None:
            continue
        content = write(record)
        if not stands(content):
            missing.append(name)
        elif at_the_end(content):
            last.append(name)
    assert (missing, last) == ([], [])


@pytest.mark.parametrize(("kind", "number"), CASES)
def test_what_is_annulled_stands_where_it_stood(kind: Kind, number: int, tmp_path: Path) -> None:
    data = whole(kind)[number]
    write = maker(site_with(tmp_path, kind, data), data["id"])
    missing, last = [], []
    for pointer, more in [((), data), *several(data, kind)]:
        for name in (
            named(kind, more).values() if not pointer else [named(kind, more)[(*pointer, 0)]]
        ):
            record = told(kind, more, at=name, annul=True).record
            if record is not None and record.corrections[0].fault is None:
                content = write(record)
                if not stands(content):
                    missing.append(name)
                elif at_the_end(content) and pointer:
                    last.append(name)
    assert (missing, last) == ([], [])


def test_what_has_no_place_any_more_stands_at_the_end(tmp_path: Path) -> None:
    data = whole(Kind.BODY)[0]
    write = maker(site_with(tmp_path, Kind.BODY, data), data["id"])
    (post,) = data["posts"]
    record = told(Kind.BODY, data, at=f"posts/{post['title']}", annul=True).record
    assert record is not None
    content = write(record)
    assert "岗位</h2>" not in content
    assert at_the_end(content)
