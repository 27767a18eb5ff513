"""The archive's indexes, and the references it is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import pytest

from yizhan.model.archive import Archive, Listener
from yizhan.model.body import Body
from yizhan.model.place import Place
from yizhan.model.record import Record
from yizhan.model.references import references
from yizhan.model.vocabulary import BodyKind, Kind, PlaceLevel


def _place(name: str, parent: str | None = None, path: str = "") -> Place:
    return Place(id=name, title=name, level=PlaceLevel.VILLAGE, parent=parent, path=path or name)


def test_the_first_by_path_is_indexed_and_the_rest_are_named() -> None:
    first, second = _place("a", path="records/places/a.yaml"), _place("a", path="records/x/a.yaml")
    archive = Archive([second, first])
    assert archive.place("a") is first
    assert archive.duplicates == (second,)


def test_a_record_is_found_by_its_kind_only() -> None:
    archive = Archive([_place("a")])
    assert archive.get(Body, "a") is None
    assert archive.get(Place, None) is None
    assert archive.find("a") is archive.records["a"]
    assert "b" not in archive.records
    with pytest.raises(KeyError, match="b"):
        archive.records["b"]
    assert archive.of(Body) == ()


def test_the_tree_of_places_survives_a_ring_and_a_gap() -> None:
    ring = [_place("a", "b"), _place("b", "a"), _place("c", "a"), _place("d", "missing")]
    archive = Archive(ring)
    assert [each.id for each in archive.lineage("c")] == ["b", "a", "c"]
    assert [each.id for each in archive.within("a")] == ["a", "b", "c"]
    assert [each.id for each in archive.lineage("d")] == ["d"]
    assert list(archive.within("missing")) == []


def test_referrers_say_who_and_where() -> None:
    body = Body(id="k", title="k", body_kind=BodyKind.TEAM, place="a", parent="k", path="k")
    archive = Archive([_place("a"), body])
    ((record, reference),) = archive.referrers("a")
    assert record is body
    assert (reference.pointer, reference.kinds) == (("place",), (Kind.PLACE,))
    assert archive.referrers("nobody") == ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """A record of a kind that points at nothing."""

    kind: ClassVar[Kind] = Kind.CLAIMS

    id: str


def test_a_kind_without_references_has_none() -> None:
    alone: Record = Alone(id="x")  # type: ignore[assignment]
    assert list(references(alone)) == []


def test_who_refers_is_told_without_making_records() -> None:
    body = Body(id="k", title="k", body_kind=BodyKind.TEAM, place="a", parent="k", path="k")
    archive = Archive([_place("b", "a"), _place("a"), body])
    assert archive.referring("a") == ((Kind.PLACE, "b"), (Kind.BODY, "k"))
    assert archive.referring("nobody") == ()
    assert [record.id for record, _ in archive.referrers("a")] == ["b", "k"]
    ((record, reference),) = archive.referrers_of(Body, "a")
    assert (record, reference.pointer) == (body, ("place",))
    assert archive.ids_of(Place) == ("a", "b")
    assert archive.source("k") is body
    assert archive.source("nobody") is None


def test_a_source_that_knows_what_it_refers_to_is_not_made_for_that() -> None:
    class Known:
        id, path, kind, targets = "k", "k", Kind.BODY, ("a",)

        def record(self) -> Record:
            raise AssertionError("nobody asked for the record")

    archive = Archive([_place("a"), Known()])
    assert archive.referring("a") == ((Kind.BODY, "k"),)
    assert archive.referrers_of(Place, "a") == ()


def test_a_line_of_places_is_told_to_the_listener_each_time() -> None:
    """It is followed once only; whoever asks again rests on all of it as well."""

    class Heard(Listener):
        def __init__(self) -> None:
            self.ids: list[str] = []

        def one(self, identifier: str) -> None:
            self.ids.append(identifier)

    heard = Heard()
    places = [_place("a"), _place("b", "a"), _place("c", "gone")]
    archive = Archive(places, heard)
    for _ in range(2):
        assert [each.id for each in archive.lineage("b")] == ["a", "b"]
        assert sorted(heard.ids) == ["a", "b"]
        heard.ids.clear()
        assert [each.id for each in archive.lineage("c")] == ["c"]
        assert sorted(heard.ids) == ["c", "gone"]
        heard.ids.clear()
