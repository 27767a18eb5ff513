"""A real village of a few bodies and one procedure, whose matters' histories are made by chance."""

from __future__ import annotations

import json
from typing import Any

Data = dict[str, Any]

OFFICE, TOWN, SUPERVISORS, COMPANY = "yang-cunweihui", "yang-zhen-gov", "yang-jianwei", "yang-wuye"
NEIGHBOURS = "bei-cunweihui"
HEIR = "yang-zhen-wuye"
"""The company that goes on with what the first one had until 15 October."""
SOURCE = [{"title": "台账", "date": "2026"}]
_LIMITS = {"reported": 3, "handling": 10, "claimed": 15, "reopened": 5}
_STAGES = (
    ("reported", "待受理", "waiting"),
    ("handling", "办理中", "working"),
    ("claimed", "报结待评", "claimed"),
    ("closed", "已销号", "confirmed"),
    ("unsolved", "未能解决", "unsolved"),
    ("reopened", "重办", "reopened"),
)
_OPEN = ["reported", "handling", "reopened"]
_STEPS: tuple[tuple[str, str, list[str], str, Data], ...] = (
    ("accept", "受理", ["reported", "reopened"], "handling", {}),
    ("assign", "交办", _OPEN, "handling", {}),
    ("report_done", "报结", _OPEN, "claimed", {"requires": ["outcome"]}),
    ("confirm", "居民认可", ["claimed"], "closed", {"side": "residents"}),
    ("object", "居民不认可", ["claimed"], "reopened", {"side": "residents"}),
    ("lapse", "期满销号", ["claimed"], "closed", {}),
    ("refuse", "不予办理", _OPEN, "unsolved", {"requires": ["reason"]}),
    ("withdraw", "撤回", [*_OPEN, "claimed"], "unsolved", {"side": "residents"}),
    ("reopen", "重办", ["closed", "unsolved"], "reopened", {"side": "either"}),
)


def _procedure() -> Data:
    return {
        "id": "yang-guicheng",
        "title": "阳村办事规程",
        "start": "reported",
        "valid": {"from": 2020},
        "answer_days": 5,
        "handover_days": 2,
        "stages": [
            {"key": key, "title": title, "family": family}
            | (
                {"limits": [{"days": _LIMITS[key], "source": "村民会议决定"}]}
                if key in _LIMITS
                else {}
            )
            for key, title, family in _STAGES
        ],
        "steps": [
            {"key": key, "title": title, "action": key, "from": came, "to": to, **more}
            for key, title, came, to, more in _STEPS
        ],
        "sources": SOURCE,
        "corrections": [
            {
                "date": "2026-10-08",
                "by": OFFICE,
                "at": "stages/handling/limits/10/days",
                "value": 12,
                "reason": "决议写的是十二个工作日。",
            }
        ],
    }


def _place(identifier: str, title: str, level: str, parent: str | None = None) -> Data:
    found: Data = {"id": identifier, "title": title, "level": level, "sources": SOURCE}
    return found if parent is None else {**found, "parent": parent}


def _body(identifier: str, title: str, kind: str, place: str) -> Data:
    return {"id": identifier, "title": title, "body_kind": kind, "place": place, "sources": SOURCE}


def files() -> dict[str, str]:
    """The village without matters: path → text."""
    places = (
        _place("yang-xian", "阳县", "district"),
        _place("yang-zhen", "阳镇", "town", "yang-xian"),
        _place("yang-cun", "阳村", "village", "yang-zhen"),
        _place("bei-cun", "北村", "village", "yang-zhen"),
    )
    bodies = (
        _body(TOWN, "阳镇人民政府", "government", "yang-zhen"),
        _body(OFFICE, "阳村村民委员会", "committee", "yang-cun"),
        _body(SUPERVISORS, "阳村村务监督委员会", "supervision", "yang-cun"),
        {
            **_body(COMPANY, "阳村物业公司", "company", "yang-cun"),
            "dissolved": "2026-10-15",
            "successors": [HEIR],
        },
        {**_body(HEIR, "阳镇物业公司", "company", "yang-cun"), "established": "2026-09-01"},
        _body(NEIGHBOURS, "北村村民委员会", "committee", "bei-cun"),
    )
    found = {f"records/places/{each['id']}.yaml": each for each in places}
    found |= {f"records/bodies/{each['id']}.yaml": each for each in bodies}
    found["records/procedures/yang-guicheng.yaml"] = _procedure()
    return {path: json.dumps(each, ensure_ascii=False) for path, each in found.items()}
