"""R003: what is irregular is acknowledged at the smallest thing that holds it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.acknowledged import coverings, item_at
from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import AGAINST, IRREGULAR_DECISION, TALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.loading.schemas import load_vocabulary
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.keys import keys
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "{code} 不合规的是{place}，应当写在那里，不写在这里。",
    "What {code} finds is in {place}; acknowledge it there, not here.",
)
_PLACE = Text("{field}第 {number} 条", "{field}, item {number}")
_KEYED = Text("{field}第 {number} 条（{key}）", "{field}, item {number} ({key})")
_INNER = Text("{outer}的{inner}", "{outer}: {inner}")


def _run(record: Record, archive: Archive, context: Context) -> Iterator[Problem]:
    for code, _, found in coverings(record, archive, context):
        for each, place in found.misplaced:
            message = _FOUND.format(code=code, place=_named(record, place))
            yield Problem(record, each.pointer("code"), message)


def _named(record: Record, place: Pointer) -> Text:
    """What a clerk calls a place: the fields and the numbers of its items, with their keys."""
    parts: list[Text] = []
    for end in range(2, len(place) + 1, 2):
        number = place[end - 1]
        assert isinstance(number, int)
        field = load_vocabulary().field(record.kind, place[: end - 1])
        items = item_at(record, place[: end - 1])
        form = _KEYED if hasattr(items[0], "key") else _PLACE
        key = keys(items)[number] if form is _KEYED else ""
        parts.append(form.format(field=field, number=number + 1, key=key))
    named = parts[0]
    for part in parts[1:]:
        named = _INNER.format(outer=named, inner=part)
    return named


_LINES = """\
irregular:
  - code: T008
    reason: 主持人当场宣布通过。
    by: shili-committee
    date: 2026-03-18
"""
_BARE = IRREGULAR_DECISION.partition("        irregular:")[0].format(
    votes=AGAINST, result="adopted"
)

CHECK = Check(
    code="R003",
    title=Text("不合规写在那一条里", "Acknowledged where it is"),
    why=Text(
        "写在整份记录上，后来再有同样的不合规也被盖过去了；标记也落不到那一条上。",
        "At the whole record it would cover whatever comes later as well, and the mark would be on the wrong thing.",
    ),
    fix=Text(
        "把这一条说明移到所说的那一条里。",
        "Move this acknowledgment to the item that is named.",
    ),
    bad=Example({TALK_PATH: _BARE + _LINES}),
    good=Example({TALK_PATH: IRREGULAR_DECISION.format(votes=AGAINST, result="adopted")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
