"""Mutations made from the schemas: every property × every operator."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from mutations.canonical import Lines, follow, walk, write
from mutations.canonical import Path as Way
from mutations.mutation import Mutation
from mutations.shapes import Site, general, kinds, sites
from mutations.village import Draft, base
from mutations.wrong_values import (
    wrong_forms,
    wrong_sizes,
    wrong_types,
    wrong_words,
)

CONDITIONAL = {
    ("meeting", "chain"): "whoever names a step of a chain names the chain",
    ("meeting", "chain_step"): "whoever names a chain names the step of it",
    ("meeting", "attendance/excluded_reason"): "whoever is left out is left out for a reason",
    ("meeting", "attendance/excluded"): "a reason for leaving out says how many were left out",
    ("amendment", "changes/*/text"): "whoever replaces or inserts says the new text",
    ("batch", "entries/*/item"): "an award, deduction or exchange is for something",
    ("batch", "entries/*/reverses"): "a reversal says what it takes back",
    ("rule", "chapters"): "a rule whose text is known has its text",
    ("claims", "claims/*/value"): "a claim has a figure or a share",
    ("claims", "claims/*/share/numerator"): "numerator and denominator go together",
    ("claims", "claims/*/share/denominator"): "numerator and denominator go together",
}
"""Properties that their schema asks for only beside something else: why they are missed."""

SHARED = frozenset({"sources", "attachments", "corrections", "irregular"})
"""What is built alike in every kind: everything is tried on it in one kind, and a share in the others."""

EACH = 4
"""Of how many things one is done to a shared property."""

ASKING = {
    "chain": ("chain_step",),
    "chain_step": ("chain",),
    "excluded_reason": ("excluded",),
    "excluded": ("excluded_reason",),
    "numerator": ("denominator", "percent"),
    "denominator": ("numerator", "percent"),
    "item": ("kind",),
    "reverses": ("kind",),
    "text": ("operation",),
}
"""Beside what a property is asked for: there, too, a careful person may point."""


ACKNOWLEDGED = {
    "code": "T006",
    "article": "中华人民共和国村民委员会组织法（2025年修正）第三十条",
    "reason": "到会不足。",
    "by": "he-cw",
    "date": "2026-08-20",
    "resolution": {
        "result": "annulled",
        "by": "he-zhen-gov",
        "date": "2026-08-25",
        "from_beginning": True,
        "note": "镇里撤销。",
    },
}

GRAFTS: dict[str, Any] = {
    "irregular": [ACKNOWLEDGED],
    "corrects": "20260302-he-luyan",
    "rule": "big-money",
    "at_least": "1/2",
    "more_than": "1/2",
    "by_lot": True,
}
"""By key: what is put into a record to be spoilt, where the valid archive cannot have it: what is
acknowledged has to be wrong first, of two shares a place has one, and lots are drawn where votes are equal."""


@dataclass(frozen=True)
class Spot:
    """Where a property is tried.

    Attributes:
        name: of the record.
        at: the way to it.
        graft: what is put into the record first: the way and the value.
    """

    name: str
    at: Way
    graft: tuple[Way, Any] | None = None

    def start(self, draft: Draft) -> Any:
        """The record, ready to be changed."""
        data = draft.record(self.name)
        if self.graft is not None:
            at, value = self.graft
            around = follow(data, at[:-1])
            if at[-1] in ("at_least", "more_than"):
                around.clear()
            around[at[-1]] = copy.deepcopy(value)
        return data

    def value(self) -> Any:
        """What stands there now."""
        return follow(self.start(Draft()), self.at)


@cache
def instances(kind: str) -> dict[tuple[str, ...], Spot]:
    """By place of a kind: the first record that has it, and where."""
    found: dict[tuple[str, ...], Spot] = {}
    for name, record in base().items():
        if record.kind == kind:
            for at, _ in walk(record.data):
                found.setdefault(general(at), Spot(name, at))
    return found


@cache
def grown(kind: str) -> dict[tuple[str, ...], Spot]:
    """The same, and what can only be grafted on."""
    found = dict(instances(kind))
    for site in sites(kind):
        if site.way not in found and site.way[-1] in GRAFTS and site.way[:-1] in {(), *found}:
            around = found.get(site.way[:-1]) or found[("id",)]
            at = (*(around.at if site.way[:-1] else ()), site.way[-1])
            graft = (at, GRAFTS[site.way[-1]])
            for inner, _ in walk(graft[1]):
                found[site.way + general(inner)] = Spot(around.name, at + inner, graft)
    return found


def structural() -> Iterator[Mutation]:
    """All of them, kind by kind."""
    for kind in kinds():
        known = grown(kind)
        for site in sites(kind):
            if site.way in known:
                made = list(_at_site(site, known[site.way]))
                yield from made[_turn(site) :: EACH] if _is_shared(site) else made


def _is_shared(site: Site) -> bool:
    """Whether another kind has the very same property, on which everything is tried."""
    return site.kind != "matter" and any(head in SHARED for head in site.way[:-1])


def _turn(site: Site) -> int:
    """Every kind gets another share of what is done to shared properties."""
    return (kinds().index(site.kind) + len(site.way)) % EACH


def _at_site(site: Site, spot: Spot) -> Iterator[Mutation]:
    for what, value in _wrong(site, spot):
        yield _harmful(
            site, what, _putting(spot, value), f"the schema allows no such value: {what}"
        )
    if site.way[-1] == "*":
        return
    yield from _keys(site, spot)
    why = CONDITIONAL.get((site.kind, site.name))
    if site.required:
        why = "the schema requires it"
    if why and site.way[-1] != "id":
        yield _harmful(site, "left out", _dropping(spot), why)
    if site.schema.get("type") == "array":
        yield from _repeated(site, spot)


def _wrong(site: Site, spot: Spot) -> Iterator[tuple[str, Any]]:
    schema = site.schema
    yield from wrong_types(schema)
    yield from wrong_words(schema)
    yield from wrong_sizes(schema)
    yield from wrong_forms(schema, len(site.name) + len(site.kind))
    if "x-ref" in schema:
        yield "dangling reference", "20260101-he-meiyou"
        other = next(
            (
                record.data["id"]
                for record in base().values()
                if record.kind not in schema["x-ref"] and record.data["id"] != spot.name
            ),
            None,
        )
        if other:
            yield "reference to a record of another kind", other
    if schema.get("type") == "object" or "properties" in schema:
        yield "unknown key in it", {**spot.value(), "remark": "好"}


def _keys(site: Site, spot: Spot) -> Iterator[Mutation]:
    key = site.way[-1]
    swapped = key[0] + key[2] + key[1] + key[3:] if len(key) > 3 and key[1] != key[2] else key + "s"
    forms = {
        "misspelt key": swapped,
        "key in Chinese": site.schema["title"],
        "key with a capital": key[0].upper() + key[1:],
    }
    for what, form in forms.items():
        if form not in site.owner["properties"]:
            yield _harmful(site, what, _renaming(spot, form), "the schema has no such key")
    if not isinstance(spot.value(), dict | list):
        yield _harmful(
            site, "key written twice", _twice(spot), "which of the two holds, nobody knows"
        )


def _repeated(site: Site, spot: Spot) -> Iterator[Mutation]:
    items = spot.value()
    if not items:
        return
    if site.schema.get("uniqueItems"):
        yield _harmful(
            site,
            "item written twice",
            _putting(spot, [*items, items[0]], (*spot.at, len(items)), spot.at),
            "one thing is named once",
        )
    elif isinstance(items[0], dict) and "key" in items[0]:
        yield _harmful(
            site,
            "two items of one key",
            _putting(spot, [*items, items[0]], (*spot.at, len(items)), (*spot.at, 0)),
            "a key names one item",
        )


def _harmful(site: Site, what: str, change: Callable[[Draft], None], why: str) -> Mutation:
    return Mutation(f"{site.kind} {site.name}: {what}", site.kind, "structure", True, why, change)


def _putting(spot: Spot, value: Any, *places: Way) -> Callable[[Draft], None]:
    def change(draft: Draft) -> None:
        follow(spot.start(draft), spot.at[:-1])[spot.at[-1]] = value
        for place in places or (spot.at,):
            draft.point(spot.name, place, whole=True)

    return change


def _dropping(spot: Spot) -> Callable[[Draft], None]:
    def change(draft: Draft) -> None:
        around = follow(spot.start(draft), spot.at[:-1])
        del around[spot.at[-1]]
        draft.point(spot.name, spot.at[:-1])
        for first in list(around)[:1]:
            draft.point(spot.name, (*spot.at[:-1], first))
        for asking in ASKING.get(str(spot.at[-1]), ()):
            if asking in around:
                draft.point(spot.name, (*spot.at[:-1], asking))

    return change


def _renaming(spot: Spot, key: str) -> Callable[[Draft], None]:
    def change(draft: Draft) -> None:
        around = follow(spot.start(draft), spot.at[:-1])
        renamed = {key if old == spot.at[-1] else old: value for old, value in around.items()}
        around.clear()
        around.update(renamed)
        draft.point(spot.name, (*spot.at[:-1], key))

    return change


def _twice(spot: Spot) -> Callable[[Draft], None]:
    def change(draft: Draft) -> None:
        data = spot.start(draft)
        path = base()[spot.name].path
        text = write(data)
        line = Lines(text).first(spot.at)
        lines = text.splitlines(keepends=True)
        word = lines[line - 1].lstrip("- ")
        lines.insert(line, " " * (len(lines[line - 1]) - len(word)) + word)
        draft.raw[path] = "".join(lines)
        draft.extra.setdefault(path, set()).update({line, line + 1})

    return change
