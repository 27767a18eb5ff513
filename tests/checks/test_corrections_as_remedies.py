"""What a check finds in a record that others rely on is put right by corrections alone.

Each check's bad example is taken as merged: nothing of it is touched, and what its good example says
otherwise is appended, as corrections and as items of lists that are only added to. Then the finding
is gone, and nothing new is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from yizhan.checking.explanations import is_correctable
from yizhan.checks import discover
from yizhan.checks.shared.check import Check
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH
from yizhan.facts.derivation import derive
from yizhan.loading import load
from yizhan.loading.corrections import FIELD
from yizhan.loading.item_names import item_names
from yizhan.loading.parse import parse
from yizhan.loading.presets import load_presets
from yizhan.loading.round_trip import append
from yizhan.loading.strict_yaml import read
from yizhan.loading.working_days import official_calendar
from yizhan.model.finding import Level, Pointer
from yizhan.model.keys import keyed_lists, keys
from yizhan.model.kinds import KINDS, identify
from yizhan.model.matter import Matter
from yizhan.model.vocabulary import Kind

CHECKS = {check.code: check for check in discover()}

Step = tuple[str, dict[str, Any]] | tuple[Pointer, Any]
"""A correction's place and what it says, or a list and the item that is added to it."""

ANOTHER_WAY = {
    # two records or files say it together: one of them is written anew, and names what it replaces
    *("D001", "J004", "G007"),
    # two items with one key: the later one is annulled and added again under another
    *("A015", "J009", "L002", "Q002", "T009"),
    # motions change places, which are those of voting: each is annulled and added again
    "T033",
    # who corrected is a fact: it is acknowledged, or others correct the same once more
    "M046",
    "M047",
    "M048",
    # an acknowledgment is appended, and a stale one stays with the resolution of its time
    *(code for code in CHECKS if code.startswith("R")),
}
"""What is put right otherwise than by changing values in place."""


def steps(
    kind: Kind, names: dict[Pointer, list[str]], bad: Any, good: Any, at: Pointer, lead: str
) -> Iterator[Step]:
    """What has to be appended to a record so that it says something else."""
    if isinstance(bad, dict) and isinstance(good, dict):
        for name in bad:
            if name in good:
                inner = (bad[name], good[name], (*at, name), f"{lead}{name}/")
                yield from steps(kind, names, *inner)
            else:
                yield from _gone(kind, names, bad[name], (*at, name), f"{lead}{name}")
        for name in good.keys() - bad.keys():
            yield f"{lead}{name}", {"value": good[name]}
    elif isinstance(bad, list) and isinstance(good, list):
        own = names.get(at) or item_names(kind, at, bad)
        for number, (name, item) in enumerate(zip(own, bad, strict=True)):
            if number < len(good):
                inner = (item, good[number], (*at, number), f"{lead}{name}/")
                yield from steps(kind, names, *inner)
            else:
                yield f"{lead}{name}", {"annul": True}
        for item in good[len(bad) :]:
            yield at, item
    elif bad != good:
        yield lead.removesuffix("/"), {"value": good}


def _gone(
    kind: Kind, names: dict[Pointer, list[str]], bad: Any, at: Pointer, where: str
) -> Iterator[Step]:
    """What has to be appended so that a value is there no more; a list is annulled item by item."""
    if isinstance(bad, list):
        yield from steps(kind, names, bad, [], at, f"{where}/")
    else:
        yield where, {"annul": True}


OTHERS = "shili-county"
"""Who corrects: nobody who handled the matter, since what residents said is not corrected by those who did."""


def put_right(path: str, bad: str, good: str) -> str:
    """A file with what has to be appended so that it says what another one says."""
    identity = identify(path)
    assert identity is not None
    raw, before, after = bad.encode(), read(bad.encode()).data, read(good.encode()).data
    assert before is not None
    first = parse(KINDS[identity.kind].model, before, path)
    names = {pointer: list(keys(items)) for pointer, items in keyed_lists(first)}
    for where, what in steps(identity.kind, names, before, after, (), ""):
        if isinstance(where, str):
            by = {"by": OTHERS} if identity.kind is Kind.MATTER else {}
            entry = {"date": "2026-03-31", **by, "at": where, **what, "reason": "录错了。"}
            raw = append(raw, FIELD, entry)
        else:
            raw = append(raw, str(where[-1]), what, where[:-1])
    return raw.decode()


def merged_and_put_right(check: Check) -> dict[str, str]:
    bad, good = check.bad.files, check.good.files
    files = dict(bad)
    for path, text in good.items():
        changed = path in bad and bad[path] != text and path.endswith(".yaml")
        files[path] = put_right(path, bad[path], text) if changed else text
    return files


@pytest.mark.parametrize(
    "code", sorted(each for each in CHECKS if is_correctable(each) and each not in ANOTHER_WAY)
)
def test_what_is_merged_is_put_right_by_what_is_appended(code, lay) -> None:
    check = CHECKS[code]
    files = merged_and_put_right(check)
    found = {each.code for each in lay(files) if each.level is not Level.DUE or each.code == code}
    assert found == set()


@pytest.mark.parametrize("code", ["A015", "T009", "Q002", "J009"])
def test_of_two_items_with_one_key_the_later_is_annulled_and_added_again(code, lay) -> None:
    check = CHECKS[code]
    (path, bad), *_ = ((p, t) for p, t in check.bad.files.items() if check.good.files[p] != t)
    identity = identify(path)
    assert identity is not None
    data = read(bad.encode()).data
    found = read(check.good.files[path].encode()).data
    first = parse(KINDS[identity.kind].model, data, path)
    names = {pointer: list(keys(items)) for pointer, items in keyed_lists(first)}
    (where,) = (
        place
        for place, _ in steps(identity.kind, names, data, found, (), "")
        if isinstance(place, str) and place.endswith("/key")
    )
    raw = bad.encode()
    annulled = {"date": "2026-03-31", "at": where.removesuffix("/key"), "annul": True}
    raw = append(raw, FIELD, {**annulled, "reason": "代号重了。"})
    pointer = _list_of(data, where.split("/")[:-2])
    item = _at(found, pointer)[-1]
    raw = append(raw, str(pointer[-1]), item, pointer[:-1])
    left = {each.code for each in lay({**check.bad.files, path: raw.decode()})}
    assert code not in left


def _list_of(data: Any, names: list[str]) -> Pointer:
    """The pointer of the list at the end of a way of names."""
    pointer: Pointer = ()
    for name in names:
        node = _at(data, pointer)
        pointer = (*pointer, name if isinstance(node, dict) else 0)
    return pointer


def _at(data: Any, pointer: Pointer) -> Any:
    for part in pointer:
        data = data[part]
    return data


def test_no_exception_is_one_any_more() -> None:
    assert set(CHECKS) >= ANOTHER_WAY


NOISE_MERGED = """\
  - date: 2026-03-09
    step: {step}
{fields}"""
WRONG = {
    "a merge": ("merge", "    by: shili-committee\n    merged_into: 20260308-shili-drain\n"),
    "a refusal": ("refuse", "    by: shili-committee\n    reason: 没有经费。\n"),
    "a withdrawal": ("withdraw", "    note: 提出人撤回。\n"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_wrongly_ended_a_matter_is_annulled_and_it_is_open_again(what, lay, tmp_path) -> None:
    step, fields = WRONG[what]
    ended = NOISE + ACCEPTED + NOISE_MERGED.format(step=step, fields=fields)
    entry = {
        "date": "2026-03-20",
        "by": OTHERS,
        "at": f"log/20260309-{step}",
        "annul": True,
        "reason": "记到别的事项上了。",
    }
    opened = append(ended.encode(), FIELD, entry).decode()
    assert _is_open(lay, tmp_path, {NOISE_PATH: ended}) is False
    assert _is_open(lay, tmp_path, {NOISE_PATH: opened}) is True


def _is_open(lay, root, files) -> bool:
    assert [each for each in lay(files) if each.level.fails] == []
    archive = load(root).archive
    matter = archive.get(Matter, "20260210-shili-noise")
    procedure = archive.procedure(matter.procedure)
    presets, calendar = load_presets(), official_calendar()
    day = date(2026, 3, 31)
    return derive(matter, procedure, presets.common_steps, day, calendar).open
