"""Who goes on with what was dissolved, and until when what is repealed binds."""

from __future__ import annotations

from datetime import date

import pytest

from yizhan.facts.applicable_rules import local_rules
from yizhan.facts.rule_text import effect_of, in_effect
from yizhan.facts.succession import (
    going_on,
    has_come,
    heirs,
    holder,
    moved,
    predecessors,
    successors,
)
from yizhan.model.amendment import Amendment, DossierEntry
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.dates import PartialDate
from yizhan.model.decision_rule import DecisionRule
from yizhan.model.matter import LogEntry, Matter, Raised
from yizhan.model.place import Place
from yizhan.model.record import Validity
from yizhan.model.rule import Rule
from yizhan.model.vocabulary import (
    BodyKind,
    Category,
    Channel,
    DossierStage,
    MeetingKind,
    PlaceLevel,
    RaisedBy,
    RuleKind,
    Wording,
)

DAY = date(2026, 4, 1)


def day(text):
    return PartialDate.parse(text) if text is not None else None


def body(identifier, dissolved=None, after=(), then=()):
    return Body(
        id=identifier,
        title=identifier,
        body_kind=BodyKind.TEAM,
        place="cun",
        dissolved=day(dissolved),
        predecessors=after,
        successors=then,
    )


def ids(records):
    return [each.id for each in records]


def test_either_side_may_say_who_goes_on():
    archive = Archive(
        [body("a", "2026-01", then=("b", "gone")), body("b"), body("c", after=("a",))]
    )
    a, b, c = (archive.body(each) for each in "abc")
    assert ids(successors(archive, a)) == ["b", "c"]
    assert ids(predecessors(archive, b)) == ["a"]
    assert ids(predecessors(archive, c)) == ["a"]


@pytest.mark.parametrize(
    ("bodies", "found"),
    [
        ([body("a")], ["a"]),
        ([body("a", "2026-04-01")], ["a"]),  # its last day
        ([body("a", "2026-04")], ["a"]),  # perhaps still there
        ([body("a", "2026-03-31")], []),
        ([body("a", "2026", then=("b",)), body("b")], ["a"]),
        ([body("a", "2025", then=("b",)), body("b")], ["b"]),
        ([body("a", "2025", then=("b",)), body("b", "2026-02", then=("c",)), body("c")], ["c"]),
        ([body("a", "2025", then=("b", "c")), body("b"), body("c")], ["b", "c"]),
        ([body("a", "2025", then=("b", "c")), body("b"), body("c", "2025")], ["b"]),
        ([body("a", "2025", then=("b",)), body("b", "2025", then=("a",))], []),  # a ring
        ([body("a", "2025", then=("b", "c")), body("b", "2025", then=("c",)), body("c")], ["c"]),
    ],
)
def test_the_heirs_are_those_that_are_there(bodies, found):
    archive = Archive(bodies)
    assert ids(heirs(archive, archive.body("a"), DAY)) == found
    assert holder(archive, "a", DAY) == (found[0] if len(found) == 1 else "a")


def test_places_have_heirs_as_well():
    old = Place(
        id="x", title="x", level=PlaceLevel.VILLAGE, dissolved=day("2025"), successors=("y",)
    )
    archive = Archive([old, Place(id="y", title="y", level=PlaceLevel.VILLAGE)])
    assert ids(heirs(archive, old, DAY)) == ["y"]


def test_what_moved_is_what_has_one_heir():
    archive = Archive(
        [
            body("a", "2025", then=("b",)),
            body("b"),
            body("lost", "2025"),
            body("split", "2025", then=("b", "c")),
            body("c"),
        ]
    )
    assert moved(archive, lambda _: DAY) == {"a": "b"}
    assert holder(archive, None, DAY) is None
    assert holder(archive, "unknown", DAY) == "unknown"


def test_who_may_take_over_what_was_handed_to_a_body_that_is_gone():
    matter = Matter(
        id="m",
        title="m",
        place="cun",
        procedure="p",
        category=Category.OTHER,
        raised=Raised(date=day("2025"), by=RaisedBy.UNKNOWN, channel=Channel.UNKNOWN),
        log=(
            LogEntry(date=day("2025"), step="handover", to="a"),
            LogEntry(date=day("2025"), step="handover", to="c"),
            LogEntry(date=day("2025"), step="handover", to="nobody"),
            LogEntry(date=day("2025"), step="progress"),
        ),
    )
    bodies = [body("a", "2025", then=("b",)), body("b", "2026-02", then=("d",)), body("d")]
    archive = Archive([*bodies, body("c"), body("ring", "2025", then=("a",))])
    assert going_on(archive, matter) == {"a": {"b": date(2025, 1, 1), "d": date(2026, 2, 1)}}
    again = Archive([body("a", "2025", then=("b",)), body("b", "2025", then=("a",))])
    assert going_on(again, matter) == {"a": {"b": date(2025, 1, 1)}}


@pytest.mark.parametrize(
    ("period", "first", "last", "found"),
    [
        ((None, None), None, None, (None, None)),
        (("2020", None), "2021", None, ("2021", None)),
        (("2022", "2030"), "2021", "2026-02", ("2022", "2026-02")),
        ((None, "2024"), None, "2026", (None, "2024")),
    ],
)
def test_a_period_within_another(period, first, last, found):
    valid = Validity(from_=day(period[0]), to=day(period[1])).within(day(first), day(last))
    assert (valid.from_, valid.to) == (day(found[0]), day(found[1]))


def rule(effective="2026-01-01", repealed="2026-02-28"):
    stricter = DecisionRule(
        key="k",
        title="三分之二",
        law="村规民约",
        article="第三条",
        valid=Validity(),
        meetings=(MeetingKind.VILLAGERS_ASSEMBLY,),
    )
    return Rule(
        id="r",
        title="r",
        rule_kind=RuleKind.VILLAGE_RULES,
        place="cun",
        wording=Wording.UNKNOWN,
        effective=day(effective),
        repealed=day(repealed),
        decision_rules=(stricter,),
    )


def test_a_rules_own_majorities_bind_while_it_does():
    village = Place(id="cun", title="cun", level=PlaceLevel.VILLAGE)
    (found,) = local_rules([rule()], [village])
    assert found.valid == Validity(from_=day("2026-01-01"), to=day("2026-02-28"))
    (found,) = local_rules([rule(None, None)], [village])
    assert found.valid == Validity()


@pytest.mark.parametrize(
    ("effect", "found"),
    [
        ("2026-02-28", "2026-02-28"),
        ("2026-02", "2026-02"),
        ("2026", "2026"),
        ("2026-03-01", None),
        ("2027", None),
    ],
)
def test_what_is_repealed_is_not_amended(effect, found):
    each = Amendment(
        id="x",
        title="x",
        rule="r",
        changes=(),
        dossier=(DossierEntry(stage=DossierStage.EFFECT, date=day(effect)),),
    )
    assert effect_of(rule(), each) == day(found)
    assert bool(in_effect(rule(), [each], date.max)) is (found is not None)
    assert effect_of(rule(repealed=None), each) == day(effect)


@pytest.mark.parametrize(
    ("dissolved", "come"),
    [(None, True), ("2026-03-31", True), ("2026-04", False), ("2026-04-01", False)],
)
def test_what_a_body_had_has_come_to_others_once_it_has_surely_ended(dissolved, come):
    """Of one that goes on, a part has come at once."""
    assert has_come(body("old", dissolved), DAY) is come
