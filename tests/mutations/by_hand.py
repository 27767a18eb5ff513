"""Mutations written by hand, one line each in ``cases/``: what is changed, and why that is a fault.

A file of cases names its family and has groups, each with its reason; a case names a record (by its
short name below), and any of:

- ``set``: way → value; ``drop``: ways; ``add``: way of a list → what is put at its end;
- ``swap``: two ways; ``more``: other records → the same; ``new``: path → a record; ``gone``: records;
- ``also``: further ways (``name:way`` in another record) at which a careful person may point.

Where ``in`` is a list, the same is done to each of these records, which are of different kinds.

Ways are written with slashes; a number is a position from 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from mutations.canonical import Path as Way
from mutations.canonical import follow, read, write
from mutations.mutation import Mutation
from mutations.village import HERE, Draft, base, kind_of

NAMES = {
    "deng": "20260106-he-deng",
    "luyan": "20260302-he-luyan",
    "guangchang": "20260303-he-guangchang",
    "shuiqu": "20260310-he-shuiqu",
    "shuiqu1": "20260316-he-shuiqu-1",
    "shuiqu2": "20260316-he-shuiqu-2",
    "tingche": "20260401-he-tingche",
    "zaosheng": "20260402-he-zaosheng",
    "river": "20260501-he-heliu",
    "round1": "20260105-he-zoufang",
    "round3": "20260302-he-zoufang",
    "round6": "20260601-he-zoufang",
    "council1": "20260112-he-yishi",
    "council2": "20260220-he-yishi",
    "council3": "20260302-he-yishi",
    "council3b": "20260309-he-yishi",
    "council9": "20260910-he-yishi",
    "election": "20260120-he-xuanju",
    "runoff": "20260125-he-lingxing",
    "assembly2": "20260208-he-cunmin",
    "assembly3": "20260315-he-cunmin",
    "assembly6": "20260614-he-cunmin",
    "reps3": "20260303-he-daibiao",
    "reps7": "20260705-he-daibiao",
    "group": "20260318-he-xiaozu",
    "review": "20260408-he-pingyi",
    "propose": "20260506-he-tiyi",
    "consult": "20260509-he-shangyi",
    "examine": "20260512-he-shenyi",
    "resolve": "20260520-he-jueyi",
    "residents4": "20260418-he-jumin",
    "resreps6": "20260610-he-judai",
    "owners6": "20260620-he-yezhu",
    "owners8": "20260808-he-yezhu",
    "hearing": "20260510-he-tingzheng",
    "rules": "he-gui",
    "quiet": "he-gui-anjing",
    "fireworks": "he-gui-yanhua",
    "covenant": "he-gongyue",
    "repealed": "he-guangchang",
    "owners-rules": "he-huiyi",
    "scheme": "he-jifen",
    "cleanup": "20260310-he-saodi",
    "reversal": "20260325-he-chonghui",
    "shop": "20260406-he-duihuan",
    "yards": "20260420-he-tingyuan",
    "buildings": "20260510-he-loudong",
    "figures": "20260630-he-banian",
}
"""Short names of records; places, bodies and procedures are called by their ids."""


def written_by_hand() -> Iterator[Mutation]:
    """All of them, file by file."""
    for file in sorted((HERE / "cases").glob("*.yaml")):
        content = read(file.read_text(encoding="utf-8"))
        for group in content["groups"]:
            for case in group["cases"]:
                for one in _each(case):
                    yield _mutation(content["family"], group, one)


def _each(case: dict[str, Any]) -> list[dict[str, Any]]:
    names = case.get("in")
    return [{**case, "in": name} for name in names] if isinstance(names, list) else [case]


def _mutation(family: str, group: dict[str, Any], case: dict[str, Any]) -> Mutation:
    harmful = group["harmful"]
    kind = case.get("kind") or kind_of(base()[_full(case["in"])].path)
    name = f"{kind} {family}: {case['name']}"
    change = partial(_change, case)
    return Mutation(name, kind, family, harmful, case.get("why") or group["why"], change)


def _full(name: str) -> str:
    return NAMES.get(name, name)


def way(text: str) -> Way:
    """A way as it is written in a case."""
    return (
        tuple(int(step) if step.isdecimal() else step for step in text.split("/")) if text else ()
    )


def _change(case: dict[str, Any], draft: Draft) -> None:
    if "in" in case:
        _edit(draft, _full(case["in"]), case)
    for name, edits in case.get("more", {}).items():
        _edit(draft, _full(name), edits)
    for path, data in case.get("new", {}).items():
        draft.data[path] = data
        draft.extra[path] = set(range(1, write(data).count("\n") + 1))
    for name in case.get("gone", []):
        draft.data[base()[_full(name)].path] = None
    for place in case.get("also", []):
        other, _, at = place.rpartition(":")
        draft.point(_full(other or case["in"]), way(at), whole=True)


def _edit(draft: Draft, name: str, edits: dict[str, Any]) -> None:
    record = draft.record(name)
    for text, value in edits.get("set", {}).items():
        at = way(text)
        follow(record, at[:-1])[at[-1]] = value
        _point(draft, name, at)
    for text, items in edits.get("add", {}).items():
        _append(draft, name, way(text), items if isinstance(items, list) else [items])
    for text in edits.get("drop", []):
        at = way(text)
        del follow(record, at[:-1])[at[-1]]
        draft.point(name, at[:-1])
        if at[:-1]:
            _point(draft, name, at[:-1])
    if "swap" in edits:
        first, second = (way(text) for text in edits["swap"])
        around = follow(record, first[:-1])
        around[first[-1]], around[second[-1]] = around[second[-1]], around[first[-1]]
        draft.point(name, first, whole=True)
        draft.point(name, second, whole=True)


def _append(draft: Draft, name: str, at: Way, items: list[Any]) -> None:
    around = follow(draft.record(name), at[:-1])
    known = around.setdefault(at[-1], [])
    for item in items:
        draft.point(name, (*at, len(known)), whole=True)
        known.append(item)


def _point(draft: Draft, name: str, at: Way) -> None:
    """At what was changed, at what is said beside it of the same thing, and at where that thing begins.

    Two words of one thing that contradict each other are two places to point at.
    """
    draft.point(name, at, whole=True)
    if len(at) > 1:
        draft.point(name, at[:-1])
        around = follow(draft.record(name), at[:-1])
        if isinstance(around, dict):
            for key in around:
                draft.point(name, (*at[:-1], key))
