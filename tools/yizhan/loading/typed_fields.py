"""Which field of this record somebody meant who wrote the one of another kind, or a synonym."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from yizhan.loading.schemas import Schema
from yizhan.loading.typed_numerals import folded
from yizhan.loading.typed_traditional import simplified

_ALIKE = tuple(
    frozenset(names.split())
    for names in (
        "by handler handled_by body convener publisher",
        "to referred_to",
        "log stages dossier entries",
        "summary text note",
        "date start from established effective",
        "end until to due dissolved repealed end_date",
        "place places where venue",
        "display notice published posting",
        "vote ballots",
        "count number persons holders members visitors",
        "title name",
        "key id code",
        "items goods claims",
        "category kind body_kind meeting_kind rule_kind",
        "sources attachments",
        "stage step tier",
        "method how form operation channel",
        "outcome result verdict resolution decided",
        "present asked issued",
        "points votes value cost",
    )
)
"""Fields of different kinds of record that say the same; a record that takes one of them is meant."""

_SYNONYMS: Mapping[str, str] = {
    "disagree": "against", "disagreed": "against", "opposed": "against", "opposing": "against",
    "dissent": "against", "nay": "against", "nays": "against", "noes": "against", "con": "against",
    "cons": "against", "不赞成": "against", "不赞同": "against", "不支持": "against", "aye": "for",
    "ayes": "for", "yea": "for", "yeas": "for", "pro": "for", "pros": "for", "agreed": "for",
    "support": "for", "consent": "for", "abstention": "abstained", "abstentions": "abstained",
    "abstaining": "abstained", "expense": "cost", "expenses": "cost", "spending": "cost",
    "spent": "cost", "fee": "cost", "fees": "cost", "开支": "cost", "支出": "cost", "用款": "cost",
    "开销": "cost", "造价": "cost", "department": "by", "agency": "by", "office": "by",
    "responsible": "by", "assignee": "by", "operator": "by", "executor": "by", "issuer": "by",
    "issued_by": "by", "published_by": "by", "organ": "by", "发布人": "by", "办理": "by",
    "公布人": "by", "发布机关": "by", "执行单位": "by", "cause": "reason", "grounds": "reason",
    "缘由": "reason", "缘故": "reason", "participants": "present", "attended": "present",
    "attending": "present", "absent": "excused", "absence": "excused", "leave": "excused",
    "缺席": "excused", "缺席人数": "excused", "请假人数": "excused", "expected": "due",
    "invited": "due", "expiry": "end", "expires": "end", "valid_until": "to", "到期": "end",
    "effective_date": "effective", "in_force": "effective", "生效": "effective",
    "施行日期": "effective", "created": "established", "founded": "established",
    "population": "persons", "人口": "persons", "phase": "stage", "surveyed": "asked",
    "interviewed": "asked", "picture": "attachments", "pictures": "attachments",
    "image": "attachments", "images": "attachments", "doc_no": "reference", "文件号": "reference",
    "clauses": "articles", "clause": "articles", "条款": "articles", "sections": "chapters",
    "章节": "chapters", "conditions": "criteria", "standards": "criteria", "标准": "criteria",
    "评选标准": "criteria", "rewards": "goods", "prizes": "goods", "gifts": "goods",
    "奖品": "goods", "礼品": "goods", "responsibilities": "duties", "functions": "duties",
    "职能": "duties", "工作职责": "duties", "positions": "posts", "jobs": "posts",
    "roles": "posts", "职务": "posts", "经过": "log", "流程": "log", "process": "log",
    "course": "log", "timeline": "log", "records": "log", "satisfaction": "satisfied",
}  # fmt: skip
"""What else a field is called, in English as well; or a field that says the same as the one meant."""


def field_by_meaning(key: str, value: Any, free: Mapping[str, Schema]) -> str | None:
    """The field of this group that says what a field of another kind of record, or a synonym, says.

    Args:
        key: that was typed and is none of the group's fields.
        value: what stands there; a list is meant for a list, a group of fields for such a group.
        free: the fields of the group that are not written yet.

    Returns:
        The field, or None where no field or more than one says it.
    """
    plain = simplified(folded(key)).strip("： :。.*#-")
    small = re.sub("[- ]+", "_", plain.lower())
    wanted = _SYNONYMS.get(small, small)
    if wanted in free:
        return wanted if _has_shape(free[wanted], value) else None
    found = {
        name
        for alike in _ALIKE
        if wanted in alike
        for name in alike & free.keys()
        if _has_shape(free[name], value)
    }
    return found.pop() if len(found) == 1 else None


def _has_shape(schema: Schema, value: Any) -> bool:
    """Whether a list stands for a list, a group for a group, and a single value for a single one."""
    if not schema:
        return False
    expected = {"array": list, "object": dict}.get(str(schema.get("type")))
    if expected is not None:
        return isinstance(value, expected)
    return not isinstance(value, list | dict)
