"""Format 2 → 3: what is wrong in a record is said in ``corrections``, in no step of a log.

- An entry with the step ``correct`` gave fields of an earlier entry new values. Each value that
  differs becomes a correction of its own; the entry's note is the reason. Its ``by`` is who
  corrects: that the corrected entry was taken to be that body's is the fault that format 3 ends.
- What such an entry held besides (an attachment, or no new value at all) stays in the log as an
  entry of progress, under the key it had.
- A procedure neither has nor forbids that step any more.

An entry that names none is left as it is, for the checks to tell. How keys were derived and which
fields were corrected when format 3 came is said here and not asked of modules that may change.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_MATTER = re.compile(r"records/matters/[0-9]{4}/[^/]+\.yaml")
_PROCEDURE = re.compile(r"records/procedures/[^/]+\.yaml")
_CORRECT = "correct"
_CORRECTED = (
    *("to", "with", "meeting", "round", "tier", "until", "reason"),
    *("outcome", "verdict", "into", "merged_into"),
)
_NO_REASON = "原记录没有写明原因。"

Correction = dict[str, Any]


def move(path: str) -> str:
    """No file has another place in format 3."""
    return path


def rewrite(files: Mapping[str, Any]) -> Mapping[str, Any]:
    """The files as format 3 writes them."""
    after = dict(files)
    own: dict[str, frozenset[str]] = {}
    for path, data in files.items():
        if _PROCEDURE.fullmatch(path) and isinstance(data, dict):
            own[str(data.get("id"))] = _own_steps(data)
            after[path] = _procedure(data)
    for path, data in files.items():
        if _MATTER.fullmatch(path) and isinstance(data, dict):
            after[path] = _matter(data, {_CORRECT} | own.get(str(data.get("procedure")), set()))
    return after


def _own_steps(data: Mapping[str, Any]) -> frozenset[str]:
    """The steps of a procedure that are corrections under a name of its own."""
    steps = _items(data, "steps")
    return frozenset(str(each.get("key")) for each in steps if each.get("action") == _CORRECT)


def _procedure(data: dict[str, Any]) -> dict[str, Any]:
    after = dict(data)
    steps = _items(data, "steps")
    if steps:
        kept = [each for each in steps if each.get("action") != _CORRECT]
        after["steps"] = [_without_word(each, "requires", "corrects") for each in kept]
    return _without_word(after, "without", _CORRECT)


def _without_word(data: dict[str, Any], field: str, word: str) -> dict[str, Any]:
    """A mapping whose list lacks a word; a list of which nothing is left is left out."""
    words = data.get(field)
    if not isinstance(words, list) or word not in words:
        return data
    left = [each for each in words if each != word]
    rest = {name: value for name, value in data.items() if name != field}
    return {**rest, field: left} if left else rest


def _matter(data: dict[str, Any], steps: Iterable[str]) -> dict[str, Any]:
    log = _items(data, "log")
    if not any(_is_correction(each, steps) for each in log):
        return data
    own = _keys(log)
    current = {key: dict(entry) for key, entry in zip(own, log, strict=True)}
    kept: list[dict[str, Any]] = []
    found: list[Correction] = []
    for position, (key, entry) in enumerate(zip(own, log, strict=True)):
        target = entry.get("corrects")
        named = isinstance(target, str) and target in own[:position]
        if not _is_correction(entry, steps) or not named or not _is_target(current, target, steps):
            kept.append(entry)
            continue
        made = list(_corrections(entry, str(target), current[str(target)]))
        found += made
        if not made or "attachments" in entry:
            kept.append(_as_progress(entry, key))
    if not found:
        return {**data, "log": kept}
    before = data.get("corrections")
    return {
        **data,
        "log": kept,
        "corrections": [*(before if isinstance(before, list) else ()), *found],
    }


def _is_correction(entry: Mapping[str, Any], steps: Iterable[str]) -> bool:
    return "corrects" in entry and any(entry.get("step") == each for each in steps)


def _is_target(current: Mapping[str, Any], key: Any, steps: Iterable[str]) -> bool:
    """Whether an entry could be corrected: one that is a correction, or was brought over, could not."""
    words = any(f"-{step}" in key for step in steps)
    return not words and not _is_correction(current[key], steps)


def _corrections(
    entry: Mapping[str, Any], key: str, target: dict[str, Any]
) -> Iterator[Correction]:
    """One correction for each value that an entry changed, and the target as it is afterwards."""
    note = entry.get("note")
    head = {"date": entry.get("date"), **({"by": entry["by"]} if "by" in entry else {})}
    tail: Correction = {"reason": note if isinstance(note, str) else _NO_REASON}
    if "sources" in entry:
        tail["sources"] = entry["sources"]
    for field in _CORRECTED:
        if field not in entry or entry[field] in ("", []):
            continue
        was, now = target.get(field), entry[field]
        target[field] = now
        for way, change in _differences(field, was, now):
            yield {**head, "at": f"log/{key}/{way}", **change, **tail}


def _differences(way: str, was: Any, now: Any) -> Iterator[tuple[str, Correction]]:
    if not (isinstance(was, dict) and isinstance(now, dict)):
        if was != now:
            yield way, {"value": now}
        return
    for name, value in now.items():
        if name not in was or was[name] != value:
            yield f"{way}/{name}", {"value": value}
    for name in was:
        if name not in now:
            yield f"{way}/{name}", {"annul": True}


def _as_progress(entry: Mapping[str, Any], key: str) -> dict[str, Any]:
    """What is left of an entry once its values are corrections: it is told, and changes nothing."""
    given: dict[str, Any] = {}
    for name, value in entry.items():
        if name == "step":
            given[name] = "progress"
        elif name == "corrects":
            given["key"] = key
        elif name not in (*_CORRECTED, "key", "sources"):
            given[name] = value
    return given


def _keys(log: list[dict[str, Any]]) -> list[str]:
    seen: dict[str, int] = defaultdict(int)
    found: list[str] = []
    for entry in log:
        stem = f"{str(entry.get('date')).replace('-', '')}-{entry.get('step')}"
        seen[stem] += 1
        derived = stem if seen[stem] == 1 else f"{stem}-{seen[stem]}"
        found.append(str(entry.get("key") or derived))
    return found


def _items(data: Any, key: str) -> list[dict[str, Any]]:
    """A list of mappings; none where the file holds anything else, which stays as it is."""
    found = data.get(key) if isinstance(data, dict) else None
    whole = isinstance(found, list) and all(isinstance(each, dict) for each in found)
    return found if isinstance(found, list) and whole else []
