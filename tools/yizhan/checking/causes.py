"""One wrong value of a record is told there, not at every record that rests on it.

A year mistyped in a body's ``dissolved`` makes everything wrong that it did since; so does a key
changed in a procedure, or the place of a scheme. Each of these records is right, and its own remedy
would falsify it. Where something is found at the value itself, the others are told once that is put
right; where nothing is, what most of those who rest on it contradict is most likely the mistake.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from yizhan.checking.cause_messages import DOUBTS, LEAST, Doubt
from yizhan.checking.entries import Entry
from yizhan.model.finding import Finding, Level, Pointer
from yizhan.model.frozen import dataclass
from yizhan.model.text import Text, commas

_SHOWN = 5
_FROM_IRREGULAR = {"J006": ("J001", "J002", "J004"), "L007": ("T006",)}
"""Code → codes that are irregular themselves, and tell the mistake from which it follows."""

_OWN = {"from": "from_"}
"""Fields that are called otherwise in the models."""


@dataclass(frozen=True, slots=True)
class _Cause:
    """The value that an ``about`` names.

    Attributes:
        entry: of its record.
        pointer: of the value.
        word: what is missing there; empty where the value itself is in doubt.
        line: from 1, in which it begins, or the correction that gave it.
        column: from 1.
        last: line in which it ends.
    """

    entry: Entry
    pointer: Pointer
    word: str
    line: int
    column: int
    last: int


def told_at_the_cause(
    root: Path, findings: Iterable[Finding], entries: Sequence[Entry]
) -> Iterator[Finding]:
    """The findings, with one at the value that most who rest on it contradict.

    Args:
        root: the folder that holds ``records/``.
        findings: of one run.
        entries: every file's entry.
    """
    every = tuple(findings)
    by_cause = _by_cause(every)
    if not by_cause:
        return iter(every)
    failing: dict[str, list[Finding]] = defaultdict(list)
    for each in every:
        if each.fails:
            failing[each.path].append(each)
    readable = {each.id: each for each in entries if each.blob is not None}
    gone: set[Finding] = set()
    kept: set[Finding] = (
        set()
    )  # what others follow from stays, or two could do away with each other
    doubts: list[Finding] = []
    for about, group in by_cause.items():
        those = {each for each in group if each not in gone and each not in kept}
        entry = readable.get(re.split("[/#]", about)[0])
        own = [] if entry is None else [each for each in failing[entry.path] if each not in gone]
        if entry is None or not those or not (own or len(those) >= LEAST):
            continue
        cause = _cause(root, about, entry)
        said = [each for each in own if each not in those and _says(each, cause, those)]
        found = None if said else _doubt(cause, those, entries)
        if said or found is not None:
            kept.update(said)
            gone.update(those)
        if found is not None:
            doubts.append(found)
    return iter([*doubts, *(each for each in every if each not in gone)])


def _by_cause(findings: Sequence[Finding]) -> Mapping[str, Sequence[Finding]]:
    """Findings by each value that may be what is wrong: those first of which most would follow."""
    groups: dict[str, list[Finding]] = defaultdict(list)
    ranks: dict[str, int] = {}
    for finding in findings:
        if finding.about and not finding.acknowledged:
            for rank, about in enumerate(finding.about.split()):
                groups[about].append(finding)
                ranks[about] = min(rank, ranks.get(about, rank))
    order = sorted(groups, key=lambda each: (-len(groups[each]), ranks[each], each))
    return {about: groups[about] for about in order}


def _says(finding: Finding, cause: _Cause, those: Collection[Finding]) -> bool:
    """Whether what is found of the record in question is of the value itself, and the others follow."""
    enough = finding.level is Level.ERROR or all(
        finding.code in _FROM_IRREGULAR.get(each.code, ()) for each in those
    )
    return enough and cause.line <= finding.line <= cause.last


def _doubt(cause: _Cause, those: Collection[Finding], entries: Sequence[Entry]) -> Finding | None:
    """The finding at a value that too many contradict; None where they are few, or the fewer."""
    from yizhan.loading.schema_labels import label

    entry, parts = cause.entry, [each for each in cause.pointer if isinstance(each, str)]
    doubt = DOUBTS.get("/".join(parts) + ("#" if cause.word else ""))
    paths = sorted({each.path for each in those} - {entry.path})
    if doubt is None or not _too_many(doubt, len(paths), users := _users(doubt, entry, entries)):
        return None
    codes = [each.code for each in those]
    code = max(sorted(set(codes)), key=codes.count)
    names = [path.rpartition("/")[2].removesuffix(".yaml") for path in paths]
    more = Text("……", "…") if len(names) > _SHOWN else Text("", "")
    shown = commas(names[:_SHOWN])
    values = {
        "title": label(entry.kind, cause.pointer),
        "value": _value(entry, cause.pointer),
        "word": cause.word,
        "users": users,
        "n": len(paths),
        "those": Text(shown.zh + more.zh, shown.en + more.en),
    }
    honest = any(each.remedy is not None for each in those)
    fix = (doubt.or_so_it_was if honest else doubt.fix).format(code=code, word=cause.word)
    where = (entry.path, cause.line, cause.column)
    return Finding(*where, code, doubt.message.format(**values), fix, Level.ERROR)


def _users(doubt: Doubt, entry: Entry, entries: Sequence[Entry]) -> int:
    """How many records rest on one, of the kinds that are counted."""
    return sum(
        entry.id in (each.targets or ()) and (doubt.of is None or each.kind in doubt.of)
        for each in entries
    )


def _too_many(doubt: Doubt, contradict: int, users: int) -> bool:
    return contradict >= doubt.least and contradict > doubt.share * users


def _value(entry: Entry, pointer: Pointer) -> object:
    """What a record says somewhere, as a clerk would write it."""
    value: Any = entry.record()
    for part in pointer:
        value = value[part] if isinstance(part, int) else getattr(value, _OWN.get(part, part))
    return commas([str(each) for each in value]) if isinstance(value, tuple) else value


def _cause(root: Path, about: str, entry: Entry) -> _Cause:
    """The value that an ``about`` names, in the file of its record."""
    from yizhan.loading.decoding import decode
    from yizhan.loading.load import origin_in
    from yizhan.loading.regular import MAX_BYTES, read_regular
    from yizhan.loading.strict_yaml import span

    where, _, word = about.partition("#")
    _, *parts = where.split("/")
    pointer = tuple(int(part) if part.isdecimal() else part for part in parts)
    raw = read_regular(root / entry.path, MAX_BYTES)
    text, _ = decode(raw)
    corrected = bool(entry.record().corrections)
    written = origin_in(entry.path, entry.kind, raw)(pointer) if corrected else pointer
    assert text is not None, "it was read in this run"
    return _Cause(entry, pointer, word, *span(text, written))
