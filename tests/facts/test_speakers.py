"""Where bodies serve, as far as the records show it: what cannot be seen excludes nobody."""

import pytest

from yizhan.facts.speakers import bodies_about, on_one_line
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.dates import PartialDate
from yizhan.model.matter import Matter, Raised
from yizhan.model.place import Place
from yizhan.model.vocabulary import BodyKind, Category, Channel, PlaceLevel, RaisedBy

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


def body(key, kind, place="east", parent=None):
    path = f"records/bodies/{key}.yaml"
    return Body(id=key, title=key, path=path, body_kind=kind, place=place, parent=parent)


BODIES = Archive(
    (
        *ARCHIVE.of(Place),
        body("government", BodyKind.GOVERNMENT, "town"),
        body("department", BodyKind.DEPARTMENT, "town"),
        body("branch", BodyKind.PARTY),
        body("assembly", BodyKind.ASSEMBLY),
        body("committee", BodyKind.COMMITTEE),
        body("supervisors", BodyKind.SUPERVISION),
        body("company", BodyKind.COMPANY),
        body("team", BodyKind.TEAM, "east-1", "company"),
        body("western", BodyKind.COMMITTEE, "west"),
    )
)
LAMP = Matter(
    id="lamp",
    title="灯",
    path="records/matters/2026/lamp.yaml",
    place="east-1",
    procedure="four",
    category=Category.UTILITIES,
    raised=Raised(
        date=PartialDate.parse("2026-03-01"), by=RaisedBy.RESIDENT, channel=Channel.COUNTER
    ),
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("government", "committee", True),
        ("government", "department", True),
        ("department", "committee", True),
        ("branch", "committee", True),
        ("assembly", "committee", True),
        ("committee", "company", True),
        ("committee", "team", True),
        ("company", "team", True),  # its part
        ("committee", "committee", False),
        ("committee", "government", False),
        ("branch", "government", False),
        ("supervisors", "company", False),
        ("team", "committee", False),
        ("western", "committee", False),
        ("nobody", "committee", True),  # who is not there is not judged
        ("committee", "nobody", True),
    ],
)
def test_which_body_may_give_another_something_to_do(one, other, expected):
    about = bodies_about(BODIES, LAMP)
    assert about.over(one, other) is expected


def test_who_watches_over_a_committee():
    about = bodies_about(BODIES, LAMP)
    assert [about.watches(each) for each in ("supervisors", "committee", "nobody")] == [
        True,
        False,
        False,
    ]
    assert [about.there(each) for each in ("committee", "nobody")] == [True, False]
