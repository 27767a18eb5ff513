"""Where bodies serve, as far as the records show it: what cannot be seen excludes nobody."""

import pytest

from yizhan.facts.speakers import on_one_line
from yizhan.model.archive import Archive
from yizhan.model.place import Place
from yizhan.model.vocabulary import PlaceLevel

PLACES = {
    "town": (None, PlaceLevel.TOWN),
    "east": ("town", PlaceLevel.VILLAGE),
    "west": ("town", PlaceLevel.VILLAGE),
    "east-1": ("east", PlaceLevel.GROUP),
    "adrift": ("unwritten", PlaceLevel.VILLAGE),
    "ring-a": ("ring-b", PlaceLevel.VILLAGE),
    "ring-b": ("ring-a", PlaceLevel.VILLAGE),
}
ARCHIVE = Archive(
    Place(id=key, title=key, path=f"records/places/{key}.yaml", level=level, parent=parent)
    for key, (parent, level) in PLACES.items()
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("east", "east", True),
        ("east-1", "town", True),
        ("east", "west", False),
        ("east-1", "west", False),
        ("east", "adrift", True),  # the place above it is not there
        ("east", "ring-a", True),
        ("east", "nowhere", True),
    ],
)
def test_places_are_apart_only_where_both_lines_are_whole(one, other, expected):
    assert on_one_line(ARCHIVE, one, other) is expected
    assert on_one_line(ARCHIVE, other, one) is expected
