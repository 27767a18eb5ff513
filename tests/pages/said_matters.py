"""A village whose matters have the logs that a test gives them, and what their pages say."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from yizhan.checking.engine import inspect
from yizhan.model.matter import Matter
from yizhan.pages.matter import page
from yizhan.pages.site import Site
from yizhan.pages.status import status
from yizhan.publishing.address import Address
from yizhan.publishing.publish import make_site

VILLAGE = Path(__file__).parents[1] / "village"
DAY = date(2026, 3, 31)
MATTER = """\
id: {id}
title: 广场音响太吵
example: true
place: shili-cun-square
procedure: shili-local
category: noise
raised:
  date: 2026-02-10
  by: residents
  channel: counter
tier: small
handler: shili-committee
log:
{log}"""
ACCEPTED = "  - date: 2026-02-11\n    step: accept\n    by: shili-committee\n"
REPORTED = """\
  - date: {day}
    step: report_done
    by: shili-committee
    outcome:
      result: {result}
      text: 说明如下。
      reason: 县里的线路。
"""
CONFIRMED = "  - date: {day}\n    step: confirm\n"
REFUSED = "  - date: 2026-02-12\n    step: refuse\n    by: unknown\n    reason: 没有地方。\n"
NOISE, MUSIC, DRUMS = "20260210-shili-noise", "20260210-shili-music", "20260210-shili-drums"
Written = Callable[..., Site]


@pytest.fixture
def site_with(tmp_path: Path) -> Written:
    """The village in a language, with files written anew and matters that have these logs."""

    def written(lang: str = "zh", files: Mapping[str, str] | None = None, **logs: str) -> Site:
        shutil.copytree(VILLAGE / "records", tmp_path / "records")
        for path, text in (files or {}).items():
            (tmp_path / "records" / path).write_text(text, encoding="utf-8")
        names = {"noise": NOISE, "music": MUSIC, "drums": DRUMS}
        for key, log in logs.items():
            file = tmp_path / f"records/matters/2026/{names[key]}.yaml"
            file.write_text(MATTER.format(id=names[key], log=log), encoding="utf-8")
        site = make_site(inspect(tmp_path, DAY, cached=False), DAY, Address())
        return site if lang == "zh" else site.in_("en")

    return written


def said(site: Site, identifier: str = NOISE) -> tuple[str, str, str]:
    matter = site.archive.get(Matter, identifier)
    assert matter is not None
    found = status(site, matter, site.states[identifier])
    return found.word, found.mark, found.sentence


def html(site: Site) -> str:
    matter = site.archive.get(Matter, NOISE)
    assert matter is not None
    return page(site, matter).content


JOINED = """\
  - date: 2026-02-12
    step: join
    by: shili-committee
    with: [shili-office]
"""
SOLVED = REPORTED.format(day="2026-02-20", result="solved")
HANDED = "  - date: {day}\n    step: handover\n    by: shili-committee\n    to: shili-office\n    tier: big\n"
TEAM = "id: {key}\ntitle: {title}\nexample: true\nbody_kind: team\nplace: shili-cun-square\n{rest}"
