"""Without what is plainly no part of a record: page numbers, empty items, a line of another format."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yizhan.loading.patterns import later
from yizhan.loading.repair_candidate import Candidate, Lines, depth_of, with_line
from yizhan.loading.yaml_messages import Trouble

_PAGE = later(
    r"\s*(?:[-\u2013\u2014]\s*\d{1,3}\s*[-\u2013\u2014]|第\s*\d{1,3}\s*页.{0,10}|[Pp]age\s*\d{1,3}|\d{1,3}\s*/\s*\d{1,3})\s*$"
)
_JSON = later(
    r"(?P<head> *(?:- +)*)[\"\u201c](?P<key>[A-Za-z_][A-Za-z0-9_]*)[\"\u201d]\s*[:\uff1a]\s*(?P<value>.*?)\s*[,\uff0c]?\s*$"
)
_EMPTY = later(r" *(?:- +)?[A-Za-z_][A-Za-z0-9_]*: *(?:\"\"|'')?(?:#.*)?$| *- *$")
_EXTRA_DASH = later(r"(?P<indent> *)- +(?P<rest>[A-Za-z_][A-Za-z0-9_]*:.*)$")


def obvious(lines: Lines) -> Iterator[Candidate]:
    """Each change of that sort."""
    yield from _without_pages(lines)
    yield from _without_json(lines)
    yield from _without_empty_items(lines)
    yield from _without_dash(lines)
    yield from _written_above(lines)


def _without_pages(lines: Lines) -> Iterator[Candidate]:
    found = [number for number, line in enumerate(lines) if _PAGE.match(line)]
    if found:
        values = {"line": lines[found[0]].strip()}
        trouble = Trouble(found[0] + 1, 1, "Y012", "page", values)
        yield Candidate(trouble, [line for line in lines if not _PAGE.match(line)])


def _without_json(lines: Lines) -> Iterator[Candidate]:
    found = [(number, match) for number, line in enumerate(lines) if (match := _JSON.match(line))]
    if not found:
        return
    changed = list(lines)
    for number, match in found:
        changed = with_line(changed, number, f"{match['head']}{match['key']}: {match['value']}")
    number, match = found[0]
    line = f"{match['key']}: {match['value']}"
    bare = match["value"].strip('"')
    plain = f"{match['key']}: {bare}" if bare.replace("_", "").replace("-", "").isalnum() else line
    values = {"value": plain}
    yield Candidate(Trouble(number + 1, match.end("head") + 1, "Y012", "json", values), changed)


def _without_empty_items(lines: Lines) -> Iterator[Candidate]:
    """Without an item of which nothing is filled in, as a template leaves it."""
    for number, line in enumerate(lines):
        if not (line.lstrip(" ").startswith("-") and _EMPTY.match(line)):
            continue
        depth = depth_of(line)
        end = number + 1
        while end < len(lines) and depth_of(lines[end]) > depth and _EMPTY.match(lines[end]):
            end += 1
        closed = all(not each.strip() or depth_of(each) <= depth for each in lines[end : end + 1])
        if not closed:
            continue
        form = "empty_item" if end == number + 1 else "empty_items"
        values = {"first": number + 1, "last": end}
        trouble = Trouble(number + 1, depth + 1, "Y012", form, values)
        yield Candidate(trouble, [*lines[:number], *lines[end:]])


def _without_dash(lines: Lines) -> Iterator[Candidate]:
    """Without the only dash of a group of fields, which makes a list of it."""
    for number, line in enumerate(lines):
        match = _EXTRA_DASH.match(line)
        before = lines[number - 1].rstrip() if number else ""
        if match is None or not before.endswith(":"):
            continue
        depth = len(match["indent"])
        end = number + 1
        while end < len(lines) and (not lines[end].strip() or depth_of(lines[end]) > depth):
            end += 1
        inner = [depth_of(each) for each in lines[number + 1 : end] if each.strip()]
        start = min(inner, default=depth + 2)
        values = {"key": before.strip(" -:")}
        trouble = Trouble(number + 1, depth + 1, "Y010", "extra", values)
        for at in dict.fromkeys((start, depth)):
            yield Candidate(trouble, with_line(lines, number, f"{' ' * at}{match['rest']}"))
        dashed = [n for n in range(number, len(lines)) if _in_line(lines[n], depth)]
        run = [n for at, n in enumerate(dashed) if n == number + at]
        if len(run) > 1:
            plain = [
                each.replace("- ", "  ", 1) if n in run else each for n, each in enumerate(lines)
            ]
            yield Candidate(trouble, plain)


def _in_line(line: str, depth: int) -> bool:
    match = _EXTRA_DASH.match(line)
    return match is not None and len(match["indent"]) == depth


def _written_above(lines: Lines) -> Iterator[Candidate]:
    """With the heading that stands below an item that belongs to it put above it."""
    for number, line in enumerate(lines):
        if line.startswith("  - ") and number and not lines[number - 1].rstrip().endswith(":"):
            yield from _put_below(lines, number)


def _put_below(lines: Lines, number: int) -> Iterator[Candidate]:
    depth = depth_of(lines[number])
    end = number + 1
    while end < len(lines) and (not lines[end].strip() or depth_of(lines[end]) >= depth):
        end += 1
    match = re.fullmatch(r"( *)([A-Za-z_]+): *", lines[end]) if end < len(lines) else None
    if match is None:
        return
    values = {"first": number + 1, "last": end, "key": match[2]}
    trouble = Trouble(number + 1, depth + 1, "Y012", "above", values)
    moved = [*lines[:number], lines[end], *lines[number:end], *lines[end + 1 :]]
    yield Candidate(trouble, moved)
