"""Which law of making rules held: by kind of rule, place and day."""

import pytest

from yizhan.facts.rule_making import making_of
from yizhan.loading.presets import load_presets
from yizhan.model.dates import PartialDate
from yizhan.model.place import Place
from yizhan.model.rule import Rule
from yizhan.model.vocabulary import PlaceLevel, RuleKind, Wording

DISTRICT = Place(id="a", title="a", level=PlaceLevel.DISTRICT)
VILLAGE = Place(id="b", title="b", level=PlaceLevel.VILLAGE, parent="a")
COMMUNITY = Place(id="c", title="c", level=PlaceLevel.COMMUNITY, parent="a")


@pytest.mark.parametrize(
    ("kind", "line", "day", "article"),
    [
        (RuleKind.CHARTER, (DISTRICT, VILLAGE), "2025", "第二十七条第一款"),
        (RuleKind.CHARTER, (DISTRICT, VILLAGE), "2026-01", "第三十一条第一款"),
        (RuleKind.CHARTER, (DISTRICT, COMMUNITY), "2025-12-31", None),
        (RuleKind.CHARTER, (DISTRICT, COMMUNITY), "2026-01-01", "第三十条第一款、第二款"),
        (RuleKind.CHARTER, (VILLAGE,), "2026", "第三十一条第一款"),
        (RuleKind.CHARTER, (COMMUNITY,), "2026", None),
        (RuleKind.CHARTER, (), "2026", None),
        (RuleKind.CHARTER, (DISTRICT, VILLAGE), "2010-10-28", "第二十七条第一款"),
        (RuleKind.CHARTER, (DISTRICT, VILLAGE), "2010-10-27", None),
        # the law changed in the course of the year or month: it cannot be seen which one held
        (RuleKind.CHARTER, (DISTRICT, VILLAGE), "2010", None),
        (RuleKind.CHARTER, (DISTRICT, VILLAGE), "2010-10", None),
        (RuleKind.CHARTER, (DISTRICT, VILLAGE), "2010-11", "第二十七条第一款"),
        (RuleKind.OWNERS_COVENANT, (), "2007", None),
        (RuleKind.OWNERS_COVENANT, (), "2008", "第七十六条第一款"),
        (RuleKind.OWNERS_COVENANT, (), "2020-12-31", "第七十六条第一款"),
        (RuleKind.OWNERS_COVENANT, (), "2021-01-01", "第二百七十八条第一款"),
        (RuleKind.MEASURES, (DISTRICT, VILLAGE), "2026", None),
    ],
)
def test_law(kind, line, day, article):
    rule = Rule(id="r", title="r", rule_kind=kind, place="x", wording=Wording.VERBATIM)
    law = making_of(rule, PartialDate.parse(day), line, load_presets().rule_making)
    assert (law and law.article.zh) == article
