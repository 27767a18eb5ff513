"""Every list of every schema is corrected by its items: how they are named, and how one is added.

A list that is new in a schema stands in no line here, and fails until somebody has said how it is
corrected.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from yizhan.loading.item_names import KEY, ListPolicy, list_policy
from yizhan.loading.schemas import bundle, load_vocabulary, schema_at
from yizhan.model.fields import value_at
from yizhan.model.finding import Pointer
from yizhan.model.text import Lang
from yizhan.model.vocabulary import Kind
from yizhan.pages.corrections import correction_views
from yizhan.pages.site import Site

from .test_every_field import named, told
from .test_every_page import maker, site_with, stands
from .whole import another, at, whole

POLICIES: Mapping[ListPolicy, frozenset[str]] = {
    ListPolicy("", appended=False): frozenset(
        {
            "meeting/agenda/decisions/counted_by",
            "meeting/agenda/decisions/moved_by",
            "meeting/agenda/decisions/seconded_by",
            "meeting/agenda/elections/candidates/nominated_by",
            "meeting/agenda/elections/counted_by",
            "meeting/agenda/movements",
            "meeting/agenda/presented_by",
            "meeting/chaired_by",
            "meeting/recorded_by",
        }
    ),
    ListPolicy(None, appended=False): frozenset(
        {
            "body/duties",
            "honour/criteria",
            "matter/log/into",
            "matter/log/with",
            "meeting/bodies",
            "meeting/places",
            "procedure/steps/from",
            "procedure/steps/requires",
            "procedure/steps/tiers",
            "procedure/tiers/levels",
            "procedure/without",
            "rule/decision_rules/meetings",
        }
    ),
    ListPolicy(None, appended=True): frozenset(
        {
            "amendment/matters",
            "body/predecessors",
            "body/successors",
            "honour/stages/places",
            "matter/related",
            "matter/rules",
            "meeting/agenda/amendments",
            "meeting/agenda/batches",
            "meeting/agenda/honours",
            "meeting/agenda/matters",
            "meeting/agenda/rules",
            "meeting/agenda/schemes",
            "place/aliases",
            "place/predecessors",
            "place/successors",
            "procedure/places",
            "round/matters",
            "rule/matters",
        }
    ),
    ListPolicy("basis", appended=False): frozenset(
        {
            "rule/decision_rules/quorums",
        }
    ),
    ListPolicy("code", appended=True): frozenset(
        {
            "**/irregular",
        }
    ),
    ListPolicy("date", appended=False): frozenset(
        {
            "meeting/agenda/elections/voter_list/objections",
        }
    ),
    ListPolicy("days", appended=False): frozenset(
        {
            "procedure/stages/limits",
        }
    ),
    ListPolicy("file", appended=True): frozenset(
        {
            "**/attachments",
        }
    ),
    ListPolicy("key", appended=False): frozenset(
        {
            "batch/entries",
            "meeting/agenda",
            "meeting/agenda/decisions",
            "meeting/agenda/decisions/tasks",
            "meeting/agenda/elections",
            "meeting/agenda/elections/candidates",
            "meeting/sessions",
            "procedure/stages",
            "procedure/steps",
            "procedure/tiers",
            "rule/chapters",
            "rule/chapters/articles",
        }
    ),
    ListPolicy("key", appended=True): frozenset(
        {
            "**/corrections",
            "amendment/dossier",
            "claims/claims",
            "honour/stages",
            "matter/log",
            "procedure/mechanisms",
            "rule/decision_rules",
            "scheme/goods",
            "scheme/items",
        }
    ),
    ListPolicy("meeting", appended=False): frozenset(
        {
            "meeting/follow_ups",
        }
    ),
    ListPolicy("number", appended=False): frozenset(
        {
            "meeting/agenda/recused",
        }
    ),
    ListPolicy("operation", appended=False): frozenset(
        {
            "amendment/changes",
        }
    ),
    ListPolicy("title", appended=False): frozenset(
        {
            "meeting/agenda/attendance/categories",
            "meeting/agenda/decisions/vote/parts",
            "meeting/attendance/categories",
            "meeting/sessions/attendance/categories",
        }
    ),
    ListPolicy("title", appended=True): frozenset(
        {
            "**/sources",
            "body/posts",
        }
    ),
}
"""By policy, every list that a record may have; of ``/*`` each record has one, of ``**`` parts too."""


def lists(schema: Mapping[str, Any], lead: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every list in a schema, by the way to it; those that any record or part may have by one name."""
    for name, inner in schema.get("properties", {}).items():
        way = f"{lead}/{name}"
        if "items" in inner:
            shared = name in ("sources", "attachments", "irregular", "corrections")
            yield f"**/{name}" if shared else way, inner
            yield from lists(inner["items"], way)
        else:
            yield from lists(inner, way)


def test_every_list_of_every_schema_has_the_policy_that_is_said_here() -> None:
    found: dict[ListPolicy, set[str]] = {}
    for kind in Kind:
        for way, schema in lists(bundle(kind), kind.value):
            found.setdefault(list_policy(schema), set()).add(way)
    assert found == POLICIES


@pytest.mark.parametrize(
    "items",
    [
        {"type": "object"},
        {"type": "array", "items": {"type": "string"}},
        {},
    ],
)
def test_a_list_whose_items_nothing_names_is_an_error(items: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="nothing names"):
        list_policy({"items": items, "x-merged": "frozen"})


CASES = [(kind, number) for kind in Kind for number in range(len(whole(kind)))]


def addable(kind: Kind, data: dict[str, Any]) -> Iterator[tuple[Pointer, str, Any]]:
    """Every list of a record that is not added to in the file, what names another item, and it."""
    own = named(kind, data)
    for pointer, name in own.items():
        value = at(data, pointer)
        schema = schema_at(kind, pointer) or {}
        if not isinstance(value, list) or list_policy(schema).appended:
            continue
        item = another(kind, data, (*pointer, 0))
        if item is None:
            item = copy.deepcopy(value[0])
        item, called = renamed(schema, item, value)
        yield pointer, f"{name}/{called}", item


def renamed(schema: Mapping[str, Any], item: Any, there: list[Any]) -> tuple[Any, str]:
    """An item under a name that none in a list has, and the name."""
    if not isinstance(item, dict):
        return item, f"{item}-2" if item in there else str(item)
    known = schema["items"]["properties"]
    by = list_policy(schema).named_by or next(each for each in known if each in item)
    if KEY in known:
        return {**item, KEY: "added"}, "added"
    called = (
        item[by]
        if isinstance(item[by], str) or list_policy(schema).named_by
        else f"{by}-{item[by]}"
    )
    taken = any(each.get(by) == item[by] for each in there)
    return item, f"{called}-2" if taken else str(called)


LANGS: tuple[Lang, ...] = ("zh", "en")


@pytest.mark.parametrize(("kind", "number"), CASES)
def test_a_forgotten_item_is_added_and_marked(kind: Kind, number: int, tmp_path: Path) -> None:
    data = whole(kind)[number]
    site = site_with(tmp_path, kind, data)
    pages = [maker(site.in_(lang), data["id"]) for lang in LANGS]
    silent, tried = [], 0
    for pointer, name, item in addable(kind, data):
        found = told(kind, data, at=name, value=item)
        (fate,) = found.data["corrections"]
        assert "fault" not in fate, (name, fate)
        if found.record is None:
            continue  # the schema wants each item of this list once
        tried += 1
        assert "was" not in fate
        assert fate["target"] == [*pointer, len(at(data, pointer))]
        assert value_at(found.record, tuple(fate["target"])) is not None
        silent += [name for write in pages if not stands(write(found.record))]
    assert silent == []
    assert tried or not list(addable(kind, data))


@pytest.mark.parametrize(("kind", "number"), CASES)
def test_an_item_is_added_only_under_its_own_name(kind: Kind, number: int) -> None:
    data = whole(kind)[number]
    for pointer, name, item in addable(kind, data):
        for wrong in (f"{name}x", name.rpartition("/")[0] + "/nobody"):
            (fate,) = told(kind, data, at=wrong, value=item).data["corrections"]
            assert fate["fault"] in ("item_to_add", "nothing_there"), (pointer, wrong)


@pytest.mark.parametrize(("kind", "number"), CASES)
def test_what_is_added_to_in_the_file_is_not_added_to_by_a_correction(
    kind: Kind, number: int
) -> None:
    data = whole(kind)[number]
    for pointer, name in named(kind, data).items():
        value = at(data, pointer)
        if isinstance(value, list) and list_policy(schema_at(kind, pointer) or {}).appended:
            given = {**value[0], KEY: "nobody"} if isinstance(value[0], dict) else "nobody"
            (fate,) = told(kind, data, at=f"{name}/nobody", value=given).data["corrections"]
            assert fate["fault"] == "item_to_append", name


HIDDEN = frozenset({KEY, "since"})
"""What only names an item, or follows from the file."""


def labels(site: Site, kind: Kind, pointer: Pointer, value: Any) -> Iterator[str]:
    """What the fields of a value are called, and what is said in them as it is.

    Words of a closed list, of a procedure, dates and numbers are said in words of their own.
    """
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in ("step", "tier"):
                yield site.words.label(load_vocabulary().field(kind, (*pointer, name)))
            elif name not in HIDDEN:
                yield site.words.label(load_vocabulary().field(kind, (*pointer, name)))
                yield from labels(site, kind, (*pointer, name), inner)
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from labels(site, kind, (*pointer, position), inner)
    else:
        plain = schema_at(kind, pointer) or {}
        words = load_vocabulary().choices(kind, pointer)
        if plain.get("type") == "string" and "x-ref" not in plain and not words:
            yield str(value)


@pytest.mark.parametrize(("kind", "number"), CASES)
def test_all_of_what_was_there_is_said(kind: Kind, number: int, tmp_path: Path) -> None:
    data = whole(kind)[number]
    site = site_with(tmp_path, kind, data)
    both = [site.in_(lang) for lang in LANGS]
    lost = []
    for pointer, name in named(kind, data).items():
        value = another(kind, data, pointer)
        given = {"annul": True} if value is None else {"value": value}
        record = told(kind, data, at=name, **given).record
        own_words = pointer[-1] not in ("step", "tier")
        if record is None or record.corrections[0].fault is not None or not own_words:
            continue
        for site in both:
            (view,) = correction_views(site, record)
            assert view.was is not None
            lost += [
                (name, each)
                for each in labels(site, kind, pointer, at(data, pointer))
                if each not in view.was
            ]
    assert lost == []
