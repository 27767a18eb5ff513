"""A row of a list says what it said before its record was corrected, of whatever kind of record."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from yizhan.model.kinds import KINDS
from yizhan.model.record import Record
from yizhan.model.vocabulary import Kind
from yizhan.pages import amendment, body, claims, honour, meeting, points, procedure, rule
from yizhan.pages import round as rounds
from yizhan.pages.record_lists import Row
from yizhan.pages.site import Site

from .test_every_field import named, told
from .test_every_page import site_with
from .whole import another, whole

ROWS = {
    Kind.BODY: body.row,
    Kind.PROCEDURE: procedure.row,
    Kind.MEETING: meeting.row,
    Kind.ROUND: rounds.row,
    Kind.RULE: rule.row,
    Kind.AMENDMENT: amendment.row,
    Kind.SCHEME: points.scheme_row,
    Kind.BATCH: points.batch_row,
    Kind.HONOUR: honour.row,
    Kind.CLAIMS: claims.row,
}
"""Places have a tree and matters rows of their own."""
CASES = [(kind, number) for kind in ROWS for number in range(len(whole(kind)))]


def said(site: Site, record: Record) -> tuple[Any, ...]:
    """What a row says, but for what it said before."""
    row = ROWS[record.kind](site, record)
    return tuple(each for each in row if not callable(each))


def was(row: Row) -> str:
    return str(row.was("../"))


@pytest.mark.parametrize(("kind", "number"), CASES)
def test_a_row_that_says_something_else_says_what_it_said(
    kind: Kind, number: int, tmp_path: Path
) -> None:
    data = whole(kind)[number]
    site = site_with(tmp_path, kind, data)
    own = site.archive.find(data["id"])
    assert own is not None
    before, changed, silent = said(site, own), 0, []
    for pointer, name in named(kind, data).items():
        value = another(kind, data, pointer)
        given = {"annul": True} if value is None else {"value": value}
        record = told(kind, data, at=name, **given).record
        if pointer == ("rule",) or record is None or record.corrections[0].fault is not None:
            continue
        mark = was(ROWS[kind](site, record))
        assert 'href="../' in mark or "href=../" in mark or not mark
        if said(site, record) != before:
            changed += 1
            silent += [] if mark else [name]
    assert changed
    assert silent == []


def test_one_short_value_is_struck_through(tmp_path: Path) -> None:
    data = whole(Kind.BODY)[0]
    site = site_with(tmp_path, Kind.BODY, data)
    record = told(Kind.BODY, data, at="title", value="新名称").record
    mark = was(body.row(site, record))
    assert f"<del>{data['title']}</del>" in mark
    assert re.search(r"#c-20260330-correction\"?>2026年3月30日更正</a>", mark)
    assert was(body.row(site.in_("en"), record)).count("corrected on 30 March 2026") == 1


def test_what_a_row_does_not_say_is_not_marked(tmp_path: Path) -> None:
    data = whole(Kind.BODY)[0]
    site = site_with(tmp_path, Kind.BODY, data)
    record = told(Kind.BODY, data, at="summary", value="另一句。").record
    assert was(body.row(site, record)) == ""


def test_every_kind_with_rows_is_tried() -> None:
    assert set(ROWS) == set(KINDS) - {Kind.PLACE, Kind.MATTER}
