"""A file without a mistake of which the parser says all there is to say, to see what else is wrong.

Where a space, a colon or a quote is missing, the message is right as it is; what it hides is found
by going on as if it had been put right. Nothing here is written to a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from yizhan.loading.patterns import later
from yizhan.loading.repair_candidate import Lines, depth_of
from yizhan.loading.yaml_messages import Trouble
from yizhan.loading.yaml_syntax import typo_in

_TAG = later(r"(?:[&!][^\s,\[\]{}]* *)")
_VALUE = later(r"(?P<head> *(?:- +)*(?:[A-Za-z_][A-Za-z0-9_]*: +)?)(?P<value>\S.*?) *$")
_QUOTES = "\"'\u201c\u201d\u2018\u2019\u300c\u300d\u300e\u300f\uff02\uff07 "
_UNPRINTED = later(
    "[^\n\t\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd]"
)


def without(lines: Lines, trouble: Trouble) -> Iterator[list[str]]:
    """The lines as they would be without one trouble, likeliest first; none where that is not known."""
    remedy = _REMEDIES.get((trouble.code, trouble.form))
    if remedy is not None and trouble.line <= len(lines):
        yield from remedy(lines, trouble)


def alike(lines: Lines, trouble: Trouble) -> list[int]:
    """The lines (from 1) in which a missing space or a wide colon after a field's name occurs."""
    if (trouble.code, trouble.form) not in _TYPOS:
        return [trouble.line]
    found = [typo_in([line], [0]) if line.strip() else None for line in lines]
    return [
        number
        for number, typo in enumerate(found, 1)
        if number == trouble.line
        or (
            typo is not None
            and (typo.code, typo.form) == (trouble.code, trouble.form)
            and str(typo.values.get("key", "")).isascii()
        )
    ]


def _spaced(lines: Lines, trouble: Trouble) -> Iterator[list[str]]:
    changed = list(lines)
    for number in alike(lines, trouble):
        typo = typo_in([lines[number - 1]], [0])
        if typo is not None:
            line = lines[number - 1]
            colon = line.replace("：", ":").rindex(":", 0, typo.column)
            changed[number - 1] = f"{line[:colon]}: {line[colon + 1 :].lstrip()}".rstrip()
    yield changed


def _named(lines: Lines, trouble: Trouble) -> Iterator[list[str]]:
    line = lines[trouble.line - 1]
    key, name = str(trouble.values["key"]), str(trouble.values["name"])
    written = line.replace(key, name, 1).replace("：", ": ", 1).rstrip()
    yield _changed(lines, trouble.line, written)


def _tabs(lines: Lines, _trouble: Trouble) -> Iterator[list[str]]:
    """With two spaces for a tab, then with each such line in line with one near it."""
    for width in (2, 4):
        yield [line.replace("\t", " " * width) for line in lines]
    for before in (True, False):
        changed = list(lines)
        for number, line in enumerate(lines):
            if "\t" in line[: len(line) - len(line.lstrip())]:
                near = changed[number - 1] if before else lines[min(number + 1, len(lines) - 1)]
                depth = depth_of(near) + (2 if near.lstrip().startswith("- ") else 0)
                changed[number] = " " * depth + line.strip()
        yield [line.replace("\t", " ") for line in changed]


def _narrow(lines: Lines, _trouble: Trouble) -> Iterator[list[str]]:
    """With two spaces for each wide one that a line begins with, then with one."""
    wide = [re.match("[ \u3000\xa0]*", line) for line in lines]
    starts = [match.group() if match else "" for match in wide]
    for width in (2, 1):
        spaces = str.maketrans(dict.fromkeys("\u3000\xa0", " " * width))
        yield [
            start.translate(spaces) + line[len(start) :]
            for start, line in zip(starts, lines, strict=True)
        ]


def _dash(lines: Lines, trouble: Trouble) -> Iterator[list[str]]:
    line, at = lines[trouble.line - 1], trouble.column
    yield _changed(lines, trouble.line, f"{line[:at]} {line[at:].lstrip()}")


def _printed(lines: Lines, _trouble: Trouble) -> Iterator[list[str]]:
    yield [_UNPRINTED.sub("", line) for line in lines]


def _closed(lines: Lines, trouble: Trouble) -> Iterator[list[str]]:
    """With the quote that is missing at the end, in place of another one that is there."""
    line, quote = lines[trouble.line - 1].rstrip(), lines[trouble.line - 1][trouble.column - 1]
    for ended in (line.rstrip(_QUOTES) if line[-1] in _QUOTES else line, line):
        if len(ended) >= trouble.column:
            yield _changed(lines, trouble.line, ended + quote)


def _quoted(lines: Lines, trouble: Trouble) -> Iterator[list[str]]:
    """With the value in single quotes, without the double ones that it has."""
    match = _VALUE.match(lines[trouble.line - 1])
    if match is None:
        return
    value = match["value"]
    for inner in (value[1:-1], value) if value[0] == value[-1] == '"' else (value,):
        text = inner.replace("'", "''")
        yield _changed(lines, trouble.line, f"{match['head']}'{text}'")


def _bracketed(lines: Lines, trouble: Trouble) -> Iterator[list[str]]:
    """With the bracket that is missing at the end."""
    line = lines[trouble.line - 1]
    closing = {"[": "]", "{": "}"}.get(line[trouble.column - 1 : trouble.column])
    if closing is not None:
        yield _changed(lines, trouble.line, line.rstrip("】］)） ") + closing)


def _below(lines: Lines, trouble: Trouble) -> Iterator[list[str]]:
    """With an item of a list in a line of its own."""
    line, at = lines[trouble.line - 1], trouble.column - 1
    item = f"{' ' * (depth_of(line) + 2)}{line[at:]}"
    yield [*lines[: trouble.line - 1], line[:at].rstrip(), item, *lines[trouble.line :]]


def _untagged(lines: Lines, trouble: Trouble) -> Iterator[list[str]]:
    line, at = lines[trouble.line - 1], trouble.column - 1
    # the parser names what follows an anchor or a tag
    start = max(line.rfind("&", 0, at + 1), line.rfind("!", 0, at + 1), 0)
    while start and line[start - 1] == "!":
        start -= 1
    yield _changed(lines, trouble.line, line[:start] + _TAG.sub("", line[start:], 1))


def _spelt(lines: Lines, trouble: Trouble) -> Iterator[list[str]]:
    """With an alias as a text."""
    line, at = lines[trouble.line - 1], trouble.column - 1
    yield _changed(lines, trouble.line, f"{line[:at]}'{line[at:].rstrip()}'")


def _once(lines: Lines, trouble: Trouble) -> Iterator[list[str]]:
    """Without the second of two fields, and what is below it."""
    depth = depth_of(lines[trouble.line - 1])
    end = trouble.line
    while end < len(lines) and (not lines[end].strip() or depth_of(lines[end]) > depth):
        end += 1
    yield [*lines[: trouble.line - 1], *lines[end:]]


def _item(lines: Lines, trouble: Trouble) -> Iterator[list[str]]:
    """With the dash of a new item, else without the field that is there twice."""
    line = lines[trouble.line - 1]
    depth = depth_of(line)
    if depth > 1:
        yield _changed(lines, trouble.line, f"{line[: depth - 2]}- {line[depth:]}")
    yield from _once(lines, trouble)


def _changed(lines: Lines, number: int, line: str) -> list[str]:
    return [*lines[: number - 1], line, *lines[number:]]


_TYPOS = frozenset({("Y005", ""), ("Y005", "wide"), ("Y006", "")})
_REMEDIES: dict[tuple[str, str], Callable[[Lines, Trouble], Iterator[list[str]]]] = {
    ("Y002", ""): _printed,
    ("Y004", ""): _tabs,
    ("Y004", "after"): _tabs,
    ("Y005", ""): _spaced,
    ("Y005", "wide"): _spaced,
    ("Y006", ""): _spaced,
    ("Y006", "named"): _named,
    ("Y007", "wide"): _narrow,
    ("Y008", "open"): _closed,
    ("Y008", "inner"): _quoted,
    ("Y008", "escape"): _quoted,
    ("Y009", "colon"): _quoted,
    ("Y009", "start"): _quoted,
    ("Y009", "hash"): _quoted,
    ("Y010", ""): _dash,
    ("Y011", ""): _bracketed,
    ("Y012", "dash"): _below,
    ("Y013", ""): _once,
    ("Y013", "item"): _item,
    ("Y014", "anchor"): _untagged,
    ("Y014", "alias"): _spelt,
    ("Y015", ""): _untagged,
}
