"""Corrections applied to a record's data before it becomes a record.

``correct`` is the one place that knows what a correction does. Everything but the record's own
history reads what it gives; the file keeps the words as first recorded. A place is named by fields
and keys (``log/20250620-report_done/outcome/cost``), and the keys of items are those of the words
as first recorded: correcting a date does not rename an entry.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from yizhan.loading.item_names import KEY, item_names, list_policy
from yizhan.loading.places_in_data import NOTHING, Found, Lost, before, follow
from yizhan.loading.schemas import Schema, schema_at
from yizhan.model.finding import Pointer
from yizhan.model.frozen import dataclass
from yizhan.model.keys import keyed_lists, keys
from yizhan.model.order import in_order
from yizhan.model.record import CorrectionFault, Record
from yizhan.model.vocabulary import Kind

FIELD = "corrections"

_PROTECTED = frozenset({"id", "example", FIELD})
"""Properties of a record that say what it is; a record that got them wrong is replaced by another."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A record's data with its corrections applied.

    Attributes:
        data: without what is annulled; ``corrections`` as in the file.
        fates: what became of each correction, in the order of the file.
        origin: where in the file the value is that is at a pointer of the data: the value of the
            correction that put it there, or the place where it always was.
    """

    data: dict[str, Any]
    fates: tuple[dict[str, Any], ...]
    origin: Callable[[Pointer], Pointer]

    def told(self) -> dict[str, Any]:
        """The data with what became of each correction, as the model has it."""
        if not self.fates:
            return self.data
        told = [{**each, **fate} for each, fate in zip(self.data[FIELD], self.fates, strict=True)]
        return {**self.data, FIELD: told}


def correct(kind: Kind, data: Mapping[str, Any], first: Record) -> Corrected:
    """Apply a record's corrections, in the order of their dates.

    Args:
        kind: the record's kind.
        data: as in the file, valid by the schema; not changed.
        first: the record made of it without corrections.
    """
    return _worked(kind, data, first).finish(len(data.get(FIELD, ())))


class Place(NamedTuple):
    """Something in a record that may be corrected.

    Attributes:
        at: how a correction names it.
        pointer: where it is in the file.
        value: what holds there now.
    """

    at: str
    pointer: Pointer
    value: Any


def places(kind: Kind, data: Mapping[str, Any], first: Record) -> Iterator[Place]:
    """Everything in a record that may be corrected, from the outside in; arguments as in ``correct``."""
    work = _worked(kind, data, first)
    yield from work.places(work.data, (), "")


def annulled_around(kind: Kind, data: Mapping[str, Any], first: Record, at: str) -> Place | None:
    """The annulled item in which a place would be; None where it is in none."""
    work = _worked(kind, data, first)
    parts = at.split("/")
    for end in range(1, len(parts) + 1):
        found = work.place_of("/".join(parts[:end]))
        if found is not None and work.is_gone(found.pointer) and end < len(parts):
            return found
    return None


def place_of(kind: Kind, data: Mapping[str, Any], first: Record, at: str) -> Place | None:
    """What a correction would name, which need not be there yet; None where it leads nowhere."""
    work = _worked(kind, data, first)
    return work.place_of(at) or work.new_item(at)


def _worked(kind: Kind, data: Mapping[str, Any], first: Record) -> _Work:
    given = data.get(FIELD, ())
    work = _Work(kind, data, first)
    for position in in_order([each.date for each in first.corrections]):
        work.apply(position, given[position])
    return work


class _Work:
    """Data while corrections are applied to it; no item leaves its list before the end."""

    def __init__(self, kind: Kind, data: Mapping[str, Any], first: Record) -> None:
        self._kind = kind
        own = {name: value for name, value in data.items() if name != FIELD}
        self._data: dict[str, Any] = copy.deepcopy(own)
        if FIELD in data:
            self._data[FIELD] = data[FIELD]
        self._names: dict[int, tuple[list[Any], list[str]]] = {}
        self._derived: set[int] = set()
        self._gone: dict[Pointer, set[int]] = {}
        self._done: list[tuple[int, Pointer, bool]] = []
        self._fates: dict[int, dict[str, Any]] = {}
        for pointer, items in keyed_lists(first):
            if pointer[0] != FIELD:
                found = follow(self._data, pointer)
                self._names[id(found)] = (found, list(keys(items)))
                self._derived.add(id(found))

    def apply(self, position: int, correction: Mapping[str, Any]) -> None:
        """Apply one correction, or note why it cannot be."""
        lost = self._refusal(position, correction)
        if lost is not None:
            self._fates[position] = {"fault": lost.fault.value, "there": list(lost.there)}

    def _refusal(self, position: int, correction: Mapping[str, Any]) -> Lost | None:
        annul, given = correction.get("annul", False), correction.get("value") is not None
        if annul == given:
            return Lost(CorrectionFault.SAYS_BOTH if annul else CorrectionFault.SAYS_NOTHING)
        value = NOTHING if annul else copy.deepcopy(correction["value"])
        place = self._place(correction["at"], value)
        if isinstance(place, Lost):
            return place
        value = self._with_key(place, value)
        was = place.value()
        fault = self._fault(place, was, value)
        if fault is not None:
            whole = isinstance(was, list)
            return Lost(fault, tuple(self._names_in(was, place.pointer)) if whole else ())
        gone = place.name in self._gone.get(place.pointer[:-1], ())
        self._fates[position] = _before_it(was, restored=gone)
        self._done.append((position, place.pointer, annul))
        self._change(place, value)
        return None

    def _fault(self, place: Found, was: Any, value: Any) -> CorrectionFault | None:
        """What is wrong with putting a value in a place."""
        gone = place.name in self._gone.get(place.pointer[:-1], ())
        if value is None:
            return CorrectionFault.PROTECTED
        if (gone and value is NOTHING) or (was == value and not gone):
            return CorrectionFault.NO_CHANGE
        if isinstance(was, list):
            appended = list_policy(self._schema(place.pointer)).appended
            return CorrectionFault.WHOLE_LIST if appended else CorrectionFault.WHOLE_FROZEN_LIST
        return None

    def _with_key(self, place: Found, value: Any) -> Any:
        """An item's new words with the key it had; None where they give it another."""
        if not (isinstance(place.name, int) and isinstance(value, dict)):
            return value
        if KEY not in self._schema(place.pointer).get("properties", {}):
            return value
        names = self._names_in(place.holder, place.pointer[:-1])
        key = names[place.name] if place.name < len(names) else value[KEY]
        return {**value, KEY: key} if value.get(KEY, key) == key else None

    def _change(self, place: Found, value: Any) -> None:
        holder, name, pointer = place
        for each in [each for each in self._gone if each[: len(pointer)] == pointer]:
            del self._gone[each]
        if isinstance(name, int):
            gone = self._gone.setdefault(pointer[:-1], set())
            if value is NOTHING:
                gone.add(name)
                return
            gone.discard(name)
            names = self._names_in(holder, pointer[:-1])
            if name == len(holder):
                names.append(self._new_name(names, pointer[:-1], value))
                holder.append(value)
        if value is NOTHING:
            del holder[name]
        else:
            holder[name] = value

    def _place(self, at: str, value: Any = NOTHING) -> Found | Lost:
        """Follow a place to what it names; the last field, or item, need not be there yet.

        Args:
            at: as written.
            value: what is put there; an item that it would be is found behind the last one.
        """
        node: Any = self._data
        pointer: Pointer = ()
        rest = at
        while True:
            if isinstance(node, dict):
                name, _, rest = rest.partition("/")
                lost = self._lost_in(node, pointer, name, last=not rest)
                if lost is not None:
                    return lost
                part: str | int = name
            elif isinstance(node, list):
                names = self._names_in(node, pointer)
                named = max(
                    (e for e in names if f"{rest}/".startswith(f"{e}/")), key=len, default=""
                )
                if not named:
                    return self._behind(node, pointer, rest, value)
                part, rest = names.index(named), rest[len(named) + 1 :]
                if rest and part in self._gone.get(pointer, ()):
                    return Lost(CorrectionFault.ANNULLED)
            else:
                return Lost(CorrectionFault.NOTHING_THERE)
            if not rest:
                return Found(node, part, (*pointer, part))
            node, pointer = node[part], (*pointer, part)

    def _lost_in(
        self, node: dict[str, Any], pointer: Pointer, name: str, *, last: bool
    ) -> Lost | None:
        """Why a field cannot be named, or None where it can."""
        if not pointer and name in _PROTECTED:
            return Lost(CorrectionFault.PROTECTED)
        if name == KEY and pointer and isinstance(pointer[-1], int):
            return Lost(CorrectionFault.PROTECTED)
        schema = self._schema(pointer)
        allowed = tuple(each for each in schema.get("properties", {}) if each not in _PROTECTED)
        if name not in node and not (last and name in allowed):
            return Lost(CorrectionFault.NOTHING_THERE, allowed if last else tuple(node))
        return None

    def _behind(self, items: list[Any], pointer: Pointer, name: str, value: Any) -> Found | Lost:
        """Where an item that is missing in a list is added, or why it is not.

        A list that grows by itself (a log) is added to in the file; any other by a correction
        whose value is the whole item, which names it as the place does.
        """
        names = self._names_in(items, pointer)
        schema = self._schema(pointer)
        if value is NOTHING or isinstance(value, dict) != ("properties" in schema["items"]):
            return Lost(CorrectionFault.NOTHING_THERE, tuple(names))
        if list_policy(schema).appended:
            return Lost(CorrectionFault.ITEM_TO_APPEND, tuple(names))
        if self._new_name(names, pointer, value) != name:
            return Lost(CorrectionFault.ITEM_TO_ADD, tuple(names))
        return Found(items, len(items), (*pointer, len(items)))

    def _new_name(self, names: list[str], pointer: Pointer, value: Any) -> str:
        """What an item will be named by that is not in its list yet."""
        (stem,) = item_names(self._kind, pointer, [value])
        later = (f"{stem}-{number}" for number in range(2, len(names) + 2))
        return next(each for each in (stem, *later) if each not in names)

    def _schema(self, pointer: Pointer) -> Schema:
        return schema_at(self._kind, pointer) or {}

    def _names_in(self, items: list[Any], pointer: Pointer) -> list[str]:
        """The names of a list's items as first recorded."""
        known = self._names.get(id(items))
        if known is None:
            known = (items, item_names(self._kind, pointer, items))
            self._names[id(items)] = known
        return known[1]

    @property
    def data(self) -> dict[str, Any]:
        """The data so far; what is annulled is still in its list."""
        return self._data

    def places(self, node: Any, pointer: Pointer, lead: str) -> Iterator[Place]:
        """What may be corrected in a part of the data.

        Args:
            node: the part.
            pointer: where it is.
            lead: how it is named, with a slash behind; empty for the whole.
        """
        named: Iterable[tuple[str | int, str, Any]] = ()
        if isinstance(node, dict):
            hidden = {KEY} if pointer and isinstance(pointer[-1], int) else _PROTECTED
            named = [(name, name, value) for name, value in node.items() if name not in hidden]
        elif isinstance(node, list):
            gone = self._gone.get(pointer, ())
            names = enumerate(zip(self._names_in(node, pointer), node, strict=True))
            named = [(place, name, value) for place, (name, value) in names if place not in gone]
        for part, name, value in named:
            here = (*pointer, part)
            if not isinstance(value, list):
                yield Place(lead + name, here, value)
            yield from self.places(value, here, f"{lead}{name}/")

    def place_of(self, at: str) -> Place | None:
        """What a correction would name."""
        found = self._place(at)
        if isinstance(found, Lost):
            return None
        value = found.value()
        return Place(at, found.pointer, None if value is NOTHING else value)

    def new_item(self, at: str) -> Place | None:
        """Where an item would be that a correction adds under a name of its own."""
        lead = self._place(at.rpartition("/")[0])
        items = NOTHING if isinstance(lead, Lost) else lead.value()
        if isinstance(lead, Lost) or not isinstance(items, list):
            return None
        appended = list_policy(self._schema(lead.pointer)).appended
        return None if appended else Place(at, (*lead.pointer, len(items)), None)

    def is_gone(self, pointer: Pointer) -> bool:
        """Whether an item was annulled and has not come back."""
        return pointer[-1] in self._gone.get(pointer[:-1], ())

    def finish(self, count: int) -> Corrected:
        """Take out what is annulled, give items the keys they had, and say where everything is."""
        for position, pointer, _ in self._done:
            self._fates[position]["target"] = list(self._target(pointer))
            self._keep_keys(pointer)
        for pointer in sorted(self._gone, key=len, reverse=True):
            items, gone = follow(self._data, pointer), self._gone[pointer]
            items[:] = [each for position, each in enumerate(items) if position not in gone]
            if not items:
                del follow(self._data, pointer[:-1])[pointer[-1]]
        fates = tuple(self._fates[position] for position in range(count))
        return Corrected(self._data, fates, self._origin)

    def _keep_keys(self, pointer: Pointer) -> None:
        """Write down the keys of the items of every list on the way to something corrected."""
        for end in range(1, len(pointer)):
            items = follow(self._data, pointer[:end])
            if id(items) in self._derived:
                for item, key in zip(items, self._names[id(items)][1], strict=True):
                    if isinstance(item, dict):
                        item.setdefault(KEY, key)

    def _target(self, pointer: Pointer) -> Pointer:
        """Where something is once annulled items are out; empty for what is in one of them."""
        found: list[str | int] = []
        for depth, part in enumerate(pointer):
            gone = self._gone.get(pointer[:depth], set())
            if part in gone and depth + 1 < len(pointer):
                return ()
            found.append(part if isinstance(part, str) else part - before(part, gone))
        return tuple(found)

    def _origin(self, pointer: Pointer) -> Pointer:
        if len(pointer) > 2 and pointer[0] == FIELD and pointer[2] == "was":
            number = pointer[1]
            was = next((p for p, each in enumerate(self._done) if each[0] == number), None)
            if was is not None:
                return self._put_by((*self._done[was][1], *pointer[3:]), self._done[:was])
        return self._put_by(self._in_file(pointer), self._done)

    def _put_by(self, pointer: Pointer, done: Iterable[tuple[int, Pointer, bool]]) -> Pointer:
        """The last correction of a pointer, in the positions of the file, or itself."""
        found = pointer
        for position, target, annul in done:
            if pointer[: len(target)] == target:
                lead = (FIELD, position, "annul" if annul else "value")
                found = lead if annul else (*lead, *pointer[len(target) :])
        return found

    def _in_file(self, pointer: Pointer) -> Pointer:
        """A pointer of the corrected data with the positions of the file."""
        found: Pointer = ()
        for part in pointer:
            there = part
            if isinstance(there, int):
                for gone in sorted(self._gone.get(found, ())):
                    there += gone <= there
            found = (*found, there)
        return found


def _before_it(was: Any, *, restored: bool) -> dict[str, Any]:
    """What is told of what was there before a correction, and whether that had been annulled."""
    told = {"restored": True} if restored else {}
    return told if was is NOTHING else {**told, "was": copy.deepcopy(was)}
