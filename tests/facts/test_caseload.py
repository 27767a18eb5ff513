"""Under which place and date a record of each kind is listed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

import pytest

from yizhan.facts.caseload import date_of, places_of
from yizhan.loading import load
from yizhan.model.archive import Archive
from yizhan.model.kinds import KINDS
from yizhan.model.record import Record
from yizhan.model.vocabulary import Kind

VILLAGE = Path(__file__).parents[1] / "village"
UNDATED = {Kind.PLACE, Kind.BODY, Kind.PROCEDURE, Kind.RULE, Kind.SCHEME}


@pytest.fixture(scope="module")
def archive() -> Archive:
    return load(VILLAGE).archive


def test_every_kind_is_listed_under_a_place(archive: Archive) -> None:
    for kind, info in KINDS.items():
        for record in archive.of(info.model):
            places = places_of(archive, record)
            assert all(archive.place(place) is not None for place in places)
            assert places or kind is Kind.PROCEDURE


def test_dated_kinds_are_listed_under_a_date(archive: Archive) -> None:
    for kind, info in KINDS.items():
        for record in archive.of(info.model):
            assert (date_of(record) is None) is (kind in UNDATED), record.path


def test_what_belongs_to_a_record_that_is_not_there_has_no_place(archive: Archive) -> None:
    (batch, *_), (amendment, *_) = (
        archive.of(KINDS[each].model) for each in (Kind.BATCH, Kind.AMENDMENT)
    )
    assert places_of(archive, replace(batch, place=None, scheme="gone")) == ()
    assert places_of(archive, replace(batch, place="shili-cun", scheme="gone")) == ("shili-cun",)
    assert places_of(archive, replace(amendment, rule="gone")) == ()
    assert date_of(replace(amendment, dossier=())) is None


def test_a_kind_without_places_is_in_none(archive: Archive) -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Placeless(Record):
        kind: ClassVar[Kind] = Kind.CLAIMS

    record = Placeless(id="x", path="records/x.yaml", title="x")
    assert places_of(archive, record) == ()
    assert date_of(record) is None
