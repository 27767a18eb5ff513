"""Of what kind a place is for the law: of a village or a community, of which province, of which level."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from yizhan.model.decision_rule import DecisionRule
from yizhan.model.frozen import dataclass
from yizhan.model.place import Place
from yizhan.model.rule_making import Places
from yizhan.model.vocabulary import MeetingKind, PlaceLevel


@dataclass(frozen=True, slots=True)
class Where:
    """What of a place decides which laws hold there.

    Attributes:
        regions: the provinces and cities it lies in.
        nature: of a village or of a community; None where its line breaks off before a district.
        level: its own; None where there is no such place.
    """

    regions: frozenset[str] = frozenset()
    nature: Places | None = None
    level: PlaceLevel | None = None

    def has(self, rule: DecisionRule, kind: MeetingKind) -> bool:
        """Whether a decision rule holds for a kind of meeting there, whatever the day.

        A residents' assembly of a village is not one (城市居民委员会组织法, 2025: 第二十六条第一款), so the
        law of residents' assemblies judges nothing there; G001 says that the kind is wrong. A rule that has
        to be named is of the committee's recall, which those of a part of its place do not decide.
        """
        own = rule.places is not None and kind in rule.meetings
        in_part = rule.places is not None and rule.named and is_part(self.level)
        return self.is_in(rule) and not in_part and not (own and of_wrong_level(kind, self.level))

    def is_in(self, rule: DecisionRule) -> bool:
        """Whether a decision rule holds in such a province, and in a village or community."""
        if rule.places is not None and self.nature not in (None, rule.places):
            return False
        region = rule.region
        return region is None or any(each.startswith(region) for each in self.regions)


def where_of(line: Sequence[Place]) -> Where:
    """What of a place decides which laws hold there.

    Args:
        line: the place and what it is in, from the root down.
    """
    return Where(regions_of(line), nature_of(line), line[-1].level if line else None)


def regions_of(line: Iterable[Place]) -> frozenset[str]:
    """The provinces and cities a place lies in, from the place tree's roots."""
    return frozenset(place.region for place in line if place.region is not None)


def nature_of(line: Sequence[Place]) -> Places | None:
    """Whether a place is a village's; None where its line breaks off before a district."""
    levels = {place.level for place in line}
    of_community = PlaceLevel.COMMUNITY in levels  # it has groups of residents
    if PlaceLevel.VILLAGE in levels or (PlaceLevel.GROUP in levels and not of_community):
        return Places.RURAL
    if line and line[0].level is PlaceLevel.DISTRICT:
        return Places.URBAN
    return None


def of_wrong_level(kind: MeetingKind, level: PlaceLevel | None) -> bool:
    """Whether a kind of assembly is never one of a place of this level.

    村民会议由本村十八周岁以上的村民组成 (村民委员会组织法, 2025: 第二十五条第一款); 村民小组会议 is one of
    本村民小组 (第三十二条第二款); 居民会议由本社区十八周岁以上的居民组成 (城市居民委员会组织法, 2025:
    第二十六条第一款). A meeting about a compound or a square is recorded there, and still is the
    community's.
    """
    return level in _WRONG_LEVELS.get(kind, ())


def own_place(kind: MeetingKind, line: Sequence[Place]) -> Place | None:
    """The village, community or group whose people make up an assembly that is held for a place.

    None for a kind of meeting that is of no one place, and where the line has no such place.
    """
    level = _OF.get(kind)
    return next((place for place in reversed(line) if place.level is level), None)


def is_part(level: PlaceLevel | None) -> bool:
    """Whether a place of this level is a part of a village or community, with some of its people.

    A square or a school is where all of them meet.
    """
    return level in _PARTS


_PARTS = frozenset(
    {
        *(PlaceLevel.SECTION, PlaceLevel.COMPOUND, PlaceLevel.GROUP),
        *(PlaceLevel.GRID, PlaceLevel.BUILDING, PlaceLevel.UNIT),
    }
)
_NO_COMMUNITY = (PlaceLevel.DISTRICT, PlaceLevel.STREET, PlaceLevel.TOWN)
_OF = {
    MeetingKind.VILLAGERS_ASSEMBLY: PlaceLevel.VILLAGE,
    MeetingKind.VILLAGERS_REPRESENTATIVES: PlaceLevel.VILLAGE,
    MeetingKind.VILLAGERS_GROUP: PlaceLevel.GROUP,
    MeetingKind.RESIDENTS_ASSEMBLY: PlaceLevel.COMMUNITY,
    MeetingKind.RESIDENTS_REPRESENTATIVES: PlaceLevel.COMMUNITY,
}
_WRONG_LEVELS = {
    MeetingKind.VILLAGERS_ASSEMBLY: (PlaceLevel.GROUP,),
    MeetingKind.VILLAGERS_REPRESENTATIVES: (PlaceLevel.GROUP,),
    MeetingKind.VILLAGERS_GROUP: (PlaceLevel.VILLAGE,),
    MeetingKind.RESIDENTS_ASSEMBLY: _NO_COMMUNITY,
    MeetingKind.RESIDENTS_REPRESENTATIVES: _NO_COMMUNITY,
}
