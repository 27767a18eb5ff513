"""One wrong date of a body or place is told there, not at every record that names it.

A year mistyped in ``dissolved`` makes everything wrong that the body did since. Each of these records
is right, and its own remedy would falsify it; what most of those who name something contradict is
most likely the mistake.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from yizhan.checking.entries import Entry
from yizhan.model.finding import Finding, Level
from yizhan.model.text import Text, commas

_LEAST = 5
"""Records that contradict a date before it is doubted: fewer may each be wrong, or honest."""

_SHOWN = 5
_CONTRADICTED = {
    "dissolved": Text(
        "“{title}”写的是 {date}，可是提到这里的 {users} 份档案里，有 {n} 份写的是那以后的事：{those}。",
        "“{title}” is {date}, yet of {users} records that name this one {n} tell of something later: {those}.",
    ),
    "established": Text(
        "“{title}”写的是 {date}，可是提到这里的 {users} 份档案里，有 {n} 份写的是那以前的事：{those}。",
        "“{title}” is {date}, yet of {users} records that name this one {n} tell of something earlier: {those}.",
    ),
}
_FIX = Text(
    "核对这个日期：写错了就改这里，已经合并的在 corrections 里加一条更正。日期没有写错的，改那些档案。",
    "Check this date: if it is wrong put it right here, and once merged add to corrections. If it is right, correct those records.",
)
_OR_SO_IT_WAS = Text(
    "核对这个日期：写错了就改这里，已经合并的在 corrections 里加一条更正。日期没有写错的，改那些档案；撤销以后确实还在办的，在那些档案里如实写明不合规（{code}）。",
    "Check this date: if it is wrong put it right here, and once merged add to corrections. If it is right, correct those records; where in truth it went on acting, acknowledge it there ({code}).",
)


def told_at_the_cause(
    root: Path, findings: Iterable[Finding], entries: Sequence[Entry]
) -> Iterator[Finding]:
    """The findings, with one at the date that most who name a body or place contradict.

    Args:
        root: the folder that holds ``records/``.
        findings: of one run.
        entries: every file's entry.
    """
    every = tuple(findings)
    by_cause: dict[str, list[Finding]] = defaultdict(list)
    for each in every:
        if each.about and not each.acknowledged:
            by_cause[each.about].append(each)
    gone: set[Finding] = set()
    for cause, those in by_cause.items():
        identifier, _, field = cause.rpartition("/")
        entry = next(each for each in entries if each.id == identifier and each.blob is not None)
        line, column = _place(root, entry, field)
        said = any(
            each.path == entry.path and each.line == line and each.level is Level.ERROR
            for each in every
        )
        found = None if said else _doubt(entry, field, (line, column), those, entries)
        if said or found is not None:
            gone.update(those)
        if found is not None:
            yield found
    yield from (each for each in every if each not in gone)


def _doubt(
    entry: Entry,
    field: str,
    place: tuple[int, int],
    those: Sequence[Finding],
    entries: Sequence[Entry],
) -> Finding | None:
    """The finding at a date that too many contradict; None where they are few, or the fewer."""
    from yizhan.loading.schemas import load_vocabulary

    paths = sorted({each.path for each in those} - {entry.path})
    users = sum(entry.id in (each.targets or ()) for each in entries)
    if len(paths) < _LEAST or 2 * len(paths) <= users:
        return None
    codes = [each.code for each in those]
    code = max(sorted(set(codes)), key=codes.count)
    names = [path.rpartition("/")[2].removesuffix(".yaml") for path in paths]
    more = Text("……", "…") if len(names) > _SHOWN else Text("", "")
    shown = commas(names[:_SHOWN])
    values = {
        "title": load_vocabulary().field(entry.kind, (field,)),
        "date": getattr(entry.record(), field),
        "users": users,
        "n": len(paths),
        "those": Text(shown.zh + more.zh, shown.en + more.en),
    }
    message = _CONTRADICTED[field].format(**values)
    honest = any(each.remedy is not None for each in those)
    fix = _OR_SO_IT_WAS.format(code=code) if honest else _FIX
    return Finding(entry.path, *place, code, message, fix, Level.ERROR)


def _place(root: Path, entry: Entry, field: str) -> tuple[int, int]:
    """Line and column of a field of a record, or of the correction that gave it."""
    from yizhan.loading.decoding import decode
    from yizhan.loading.load import origin_in
    from yizhan.loading.regular import MAX_BYTES, read_regular
    from yizhan.loading.strict_yaml import positions

    raw = read_regular(root / entry.path, MAX_BYTES)
    text, _ = decode(raw)
    corrected = bool(entry.record().corrections)
    pointer = origin_in(entry.path, entry.kind, raw)((field,)) if corrected else (field,)
    assert text is not None, "it was read in this run"
    return positions(text, pointer)[0]
