"""What a record refers to; “unknown” in place of a body is no reference."""

from yizhan.loading.parse import build
from yizhan.model.matter import Matter
from yizhan.model.reference import UNKNOWN, known
from yizhan.model.references import references

MATTER = {
    "id": "m",
    "title": "路灯",
    "place": "cun",
    "procedure": "local",
    "category": "noise",
    "raised": {"date": "2026-01-01", "by": "residents", "channel": "counter"},
    "log": [
        {"date": "2026-01-02", "step": "accept", "by": UNKNOWN},
        {
            "date": "2026-01-03",
            "step": "confirm",
            "verdict": {"how": "call", "recorded_by": "watch"},
        },
        {
            "date": "2026-01-04",
            "step": "refuse",
            "by": "office",
            "outcome": {"result": "not_ours", "text": "x", "belongs_to": {"body": "county"}},
        },
    ],
}


def test_who_acted_may_be_unknown():
    found = {each.target: each.pointer for each in references(build(Matter, MATTER))}
    assert found == {
        "cun": ("place",),
        "local": ("procedure",),
        "watch": ("log", 1, "verdict", "recorded_by"),
        "office": ("log", 2, "by"),
        "county": ("log", 2, "outcome", "belongs_to", "body"),
    }
    assert (known(UNKNOWN), known("office"), known(None)) == (None, "office", None)
