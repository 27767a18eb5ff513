"""Decisions to be judged, and the rules they are judged by."""

from __future__ import annotations

from yizhan.facts.decision import judge
from yizhan.facts.jurisdiction import Where
from yizhan.loading.parse import build
from yizhan.loading.presets import load_presets
from yizhan.model.meeting import Meeting

RULES = load_presets().decision_rules


def meeting(kind, date="2025-06-18", attendance=None, vote=None, **more):
    decision = {"text": "议定。", "result": more.pop("result", "adopted")}
    if vote is not None:
        decision["vote"] = vote
    for key in ("rule", "method", "needs"):
        if key in more:
            decision[key] = more.pop(key)
    data = {
        "id": "20250618-x",
        "title": "会",
        "meeting_kind": kind,
        "place": "p",
        "date": date,
        "agenda": [{"title": "事", "decisions": [decision]}],
        **more,
    }
    if attendance is not None:
        data["attendance"] = attendance
    return build(Meeting, data)


def ruling(kind, *, regions=(), rules=RULES, **fields):
    held = meeting(kind, **fields)
    return judge(held, held.agenda[0].decisions[0], rules, Where(frozenset(regions)))


def keys(found):
    return [each.key.value for each in (*found.shortcomings, *found.unjudged)]


def there(basis, due, present, **more):
    return {"basis": basis, "due": due, "present": present, **more}


CHONGQING = frozenset(("重庆市",))
