"""What somebody meant by text where numbers belong: in which unit, and which number is whose.

A number is said in the right form only where what stands beside it is what the field counts. Twenty-four
hours are not 24 working days, and of several numbers each goes where its own words say, not where the
next field happens to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from yizhan.loading import schema_messages as general
from yizhan.loading import schema_number_messages as say
from yizhan.loading.schema_errors import Draft, SchemaError, fields
from yizhan.loading.schemas import Schema, bundle, schema_at
from yizhan.loading.typed_numbers import NumberForm, TypedNumber, read_number
from yizhan.loading.typed_numerals import folded
from yizhan.loading.yaml_messages import SHEET_FIX
from yizhan.loading.yaml_syntax import OF_A_SHEET
from yizhan.model.finding import Pointer
from yizhan.model.text import Text, commas

_DAYS = re.compile(r"(?:个)?(?:工作日|天|日)(?:内|以内|之内)?")
_TIME = re.compile(
    r"(?:个)?(?:半)?(?:小时|钟头|分钟|秒|周|星期|礼拜|月|季度|年|自然日|日历日)|[hH](?:ours?|rs?)?\b|min|days?\b|weeks?\b|months?\b"
)
_FOREIGN = re.compile(
    r"美元|美金|港币|港元|欧元|日元|英镑|澳元|台币|[$€£]|USD|HKD|EUR", re.IGNORECASE
)
_EACH = re.compile(r"^(?:元|块|圆|万元)\s*(?:/|每|一)\s*[^\d\s]")
_HOUSEHOLDS = re.compile("^户")
_PERSONS = re.compile("^(?:人|名|口|位)")
_PERCENT = re.compile(r"%|百分之|‰|成$")
_WITH_SHARE = re.compile(r"(?<=\d)[票人户张]?\s*[(（][^)）]*(?:%|百分之)[^)）]*[)）]$")
"""A number with its share in brackets: 25（43.9%）."""
_SENTENCE = re.compile(r"[\u4e00-\u9fff]{5,}")
_KNOWN_UNIT = re.compile(
    "人民币|工作日|自然日|左右|以上|以下|以内|之内|[元块圆人户票张名位个天日月年周]"
)
"""What stands behind a number in no sentence: 四盏路灯已经更换 is not four."""
_BASES = {"households": say.HOUSEHOLDS, "persons": say.PERSONS, "representatives": say.PERSONS}
_WORDS: Mapping[str, tuple[str, ...]] = {
    "for": ("赞成", "同意", "支持"),
    "against": ("不赞成", "不同意", "反对"),
    "abstained": ("弃权",),
    "due": ("应到", "应参加", "应出席", "共有"),
    "present": ("实到", "到会", "参会", "出席", "到场", "实际参加"),
    "excused": ("请假",),
    "issued": ("发出", "发放", "发"),
    "returned": ("收回", "回收"),
    "valid": ("有效",),
    "invalid": ("无效", "废票"),
    "blank": ("空白",),
    "asked": ("问了", "询问", "回访", "调查", "走访"),
    "satisfied": ("满意",),
    "persons": ("人口", "人数", "人"),
    "households": ("户数", "户"),
    "buildings": ("楼", "栋"),
    "grids": ("网格",),
    "number": ("人数",),
}
"""What a number is called that belongs to a field, in addition to the field's title."""

_NOT = {"satisfied": ("不满意",), "for": ("不赞成", "不同意", "不支持"), "valid": ("无效",)}
_OF = {
    "present": "due",
    "satisfied": "asked",
    "returned": "issued",
    "valid": "returned",
    "numerator": "denominator",
}
"""A part → the whole that it is written before: 520/900."""

_NUMBER = re.compile(r"(?P<before>[\u4e00-\u9fff]*)\s*[:：]?\s*(?P<number>\d+(?:\.\d+)?)")
_AFTER = re.compile(r"\s*[张票]?\s*(?P<after>[\u4e00-\u9fff]*)")
_RANGE = re.compile(r"\d\s*[^\d\s,，、/]{0,2}\s*(?:-|至|到|~|—)\s*\d")


def fix_number(draft: Draft, error: SchemaError, wanted: str) -> Text:  # noqa: PLR0911  # one return a way of writing it reads best
    """How to fix what stands where a number belongs.

    Args:
        draft: what the file holds.
        error: that it is no number.
        wanted: ``integer`` or ``number``.
    """
    if not isinstance(error.instance, str):
        return _fix_other(error.instance, wanted)
    if OF_A_SHEET.fullmatch(error.instance.strip()):
        return SHEET_FIX
    found = read_number(error.instance)
    if found.form is NumberForm.SEVERAL:
        apart = None if _RANGE.search(folded(error.instance)) else _apart(draft, error)
        return general.NUMBER_ONE if apart is None else apart
    if found.form is NumberForm.NOTHING:
        needed = draft.is_needed(error.pointer)
        return general.NUMBER_NOTHING_NEEDED if needed else general.NUMBER_NOTHING
    if found.form is NumberForm.UNKNOWN:
        return unknown(draft, error.pointer)
    if found.number is None or _SENTENCE.search(_KNOWN_UNIT.sub("", found.unit)):
        return general.TYPE_FIXES[wanted]
    other = _of_another_unit(draft, error, found)
    if other is not None:
        return other
    if found.form is NumberForm.ABOUT:
        return general.NUMBER_ABOUT.format(number=found.number)
    if wanted == "integer" and isinstance(found.number, float):
        return general.WHOLE
    near = general.MONEY_NEAR if found.form is NumberForm.MONEY else general.NUMBER_NEAR
    return near.format(number=found.number)


def _fix_other(value: object, wanted: str) -> Text:
    """How to fix what is no text."""
    if isinstance(value, bool):
        return general.TYPE_FIXES[wanted]
    return general.WHOLE if isinstance(value, float) else general.TYPE_FIXES["object"]


def unknown(draft: Draft, pointer: Pointer) -> Text:
    """What to do with a word that says that nothing is known."""
    if draft.is_needed(pointer):
        example = f"{pointer[-1]}: {draft.example(pointer)}"
        return general.UNKNOWN_NEEDED.format(example=example)
    return general.UNKNOWN_VALUE


def _of_another_unit(draft: Draft, error: SchemaError, found: TypedNumber) -> Text | None:
    """What is to be said where the number counts something else than the field does."""
    name, text, unit = str(error.pointer[-1]), folded(error.instance), found.unit
    if name.endswith("days"):
        schema = schema_at(draft.kind, error.pointer) or error.schema
        if _TIME.match(unit) and not _DAYS.fullmatch(unit):
            return say.WORKING_DAYS if _counts_working_days(schema) else say.DAYS
        return None
    if _PERCENT.search(_WITH_SHARE.sub("", text)) and name not in ("percent", "value"):
        return say.NO_PERCENT
    if _FOREIGN.search(text):
        return say.FOREIGN_MONEY
    if found.form is NumberForm.MONEY:
        return say.MONEY_IN_ALL if _EACH.search(unit) else None
    return _of_others(draft, error, unit)


def _of_others(draft: Draft, error: SchemaError, unit: str) -> Text | None:
    """Households where persons are counted, or persons where households are."""
    counted = _BASES.get(str(_beside(draft, error.pointer).get("basis")))
    title = str((schema_at(draft.kind, error.pointer) or error.schema).get("title"))
    if counted is None and error.pointer[-1] == "count" and "人" in title:
        counted = say.PERSONS
    if counted is say.PERSONS and _HOUSEHOLDS.match(unit):
        return say.PERSONS
    return say.HOUSEHOLDS if counted is say.HOUSEHOLDS and _PERSONS.match(unit) else None


def _counts_working_days(schema: Schema) -> bool:
    return any("工作日" in str(schema.get(name, "")) for name in ("title", "description"))


def _beside(draft: Draft, pointer: Pointer) -> Mapping[str, object]:
    found: object = draft.data
    for part in pointer[:-1]:
        found = found[part]  # type: ignore[index]  # the pointer is one of this data
    return found if isinstance(found, dict) else {}


def _apart(draft: Draft, error: SchemaError) -> Text | None:
    """What 50/80 is in lines of their own, or in which lines it is to be written."""
    if isinstance(error.pointer[-1], int):
        return None
    at = error.pointer[:-1]
    parent = bundle(draft.kind) if not at else schema_at(draft.kind, at)
    written = _beside(draft, error.pointer)
    name = str(error.pointer[-1])
    known = _numeric(parent or {})
    pairs = _of_fields(str(error.instance), known, name)
    if pairs is None:
        partners = [each for each in (*_OF, *_OF.values()) if each in known and each != name]
        few = {each: known[each] for each in (name, *partners)} if name in known else {}
        return say.APART_BY_HAND.format(fields=fields(draft.kind, at, few)) if partners else None
    own = dict(pairs)
    rest = [(each, number) for each, number in pairs if str(written.get(each)) != number]
    if name in own and len(rest) == 1:
        return general.NUMBER_NEAR.format(number=own[name])
    return None if any(each in written and each != name for each, _ in rest) else in_lines(rest)


def numbers_apart(draft: Draft, error: SchemaError) -> Text | None:
    """What several numbers are that stand where a group of fields belongs; None where there are none."""
    text, known = error.instance, _numeric(error.schema)
    if not isinstance(text, str) or len(_NUMBER.findall(folded(text))) < 2 or len(known) < 2:
        return None
    pairs = _of_fields(text, known, None)
    if pairs is not None:
        return in_lines(pairs)
    return say.APART_BY_HAND.format(fields=fields(draft.kind, error.pointer, known))


def in_lines(pairs: Sequence[tuple[str, str]]) -> Text:
    """Fields with their numbers, each to be written in a line of its own."""
    lines = commas(f"“{name}: {number}”" for name, number in pairs)
    return general.APART.format(lines=lines)


def _numeric(schema: Schema) -> dict[str, Schema]:
    return {
        name: each
        for name, each in schema.get("properties", {}).items()
        if each and each.get("type") in ("integer", "number")
    }


def _of_fields(
    text: str, known: Mapping[str, Schema], name: str | None
) -> list[tuple[str, str]] | None:
    """Which number of a text belongs to which field; None where not every one's words say so.

    Args:
        text: with two numbers or more.
        known: the fields that take numbers.
        name: of the field in which the text stands: a number without words is its own.
    """
    plain = folded(text).replace(",", "，")
    found = list(_NUMBER.finditer(plain))
    if len(found) < 2:
        return None
    named = list(_named(plain, found, known))
    if not any(named) and len(found) == 2:
        return _of_pair([each["number"] for each in found], known, name)
    if named[0] is None and name is not None and name not in named:
        named[0] = name
    if None in named or len(set(named)) < len(named):
        return None
    return [(str(each), match["number"]) for each, match in zip(named, found, strict=True)]


def _named(
    text: str, found: Sequence[re.Match[str]], known: Mapping[str, Schema]
) -> Iterator[str | None]:
    """Of each number the field that the words in front of it name, or those behind it."""
    first = _field_of(found[0]["before"], known)
    for match in found:
        before = _field_of(match["before"], known)
        after = _AFTER.match(text, match.end())
        behind = None if after is None else _field_of(after["after"], known)
        yield before if first is not None else behind


def _field_of(words: str, known: Mapping[str, Schema]) -> str | None:
    for name, schema in known.items():
        called = (*_WORDS.get(name, ()), str(schema.get("title", "")))
        refused = any(each in words for each in _NOT.get(name, ()))
        if words and not refused and any(each and each in words for each in called):
            return name
    return None


def _of_pair(
    numbers: Sequence[str], known: Mapping[str, Schema], name: str | None
) -> list[tuple[str, str]] | None:
    """520/900: so many of so many, where the fields are those of a part and its whole."""
    for part, whole in _OF.items():
        if part in known and whole in known and name in (None, part, whole):
            few, all_ = sorted(numbers, key=float)
            pairs = [(part, few), (whole, all_)]
            return pairs if name != whole else pairs[::-1]
    return None
