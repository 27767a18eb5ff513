"""Without what is plainly no part of a record: page numbers, empty items, a line of another format."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yizhan.loading.patterns import later
from yizhan.loading.repair_candidate import FIELD, Candidate, Lines, depth_of, with_line
from yizhan.loading.yaml_messages import Trouble

_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十百]{1,4})"
_PAGE = later(
    r"\s*[-\u2013\u2014(（【\[]*\s*(?:"
    rf"[-\u2013\u2014·]*\s*\d{{1,3}}\s*[-\u2013\u2014·]*|第\s*{_NUMBER}\s*页.{{0,10}}|共\s*{_NUMBER}\s*页"
    r"|(?:[Pp]age|[Pp]\.?)\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?|\d{1,3}\s*(?:/|of)\s*\d{1,3}"
    rf"|(?:(?:下|续)?转|续?接|上接|续)(?:上|下|第\s*{_NUMBER}\s*)?页|(?:未完|下页)?待?续|未完|完|以下空白|此页无正文"
    r")\s*[-\u2013\u2014)）】\]]*\s*$"
    r"|\s*(?:[-*_~\u2013\u2014·…]\s*){3,}$"
)
"""A page number, a word about the next page, or a rule."""

_TRIED = 5
"""Lines that are tried one by one; a text may hold such a line as well."""

_NAME = r"(?P<key>[A-Za-z_][A-Za-z0-9_]*)"
_HEAD = r"(?P<head> *(?:- +)*)"
_NOTATIONS = tuple(
    later(_HEAD + form + r"\s*[,;\uff0c\uff1b]?\s*$")
    for form in (
        rf"[\"'\u201c]{_NAME}[\"'\u201d]\s*[:\uff1a]\s*(?P<value>.*?)",
        rf"{_NAME}\s*[:\uff1a]\s*(?P<value>\"[^\"]*\"|'[^']*')(?=\s*[,;\uff0c\uff1b])",
        rf"{_NAME}\s*(?:\||[-=]>|\u2192)\s*(?P<value>[^|\s].*?)",
        rf"\{{\s*[\"'\u201c]?{_NAME}[\"'\u201d]?\s*[:\uff1a]\s*(?P<value>.*?)\s*\}}",
        rf"<{_NAME}(?: [^>]*)?>(?P<value>[^<]*)</(?P=key)>",
        rf"\|\s*{_NAME}\s*\|\s*(?P<value>[^|]*?)\s*\|?",
    )
)
"""One line of JSON, XML or a table of Markdown that says a name and what stands there."""

_EMPTY = later(r" *(?:- +)?[A-Za-z_][A-Za-z0-9_]*: *(?:\"\"|'')?(?:#.*)?$| *- *$")
_EXTRA_DASH = later(r"(?P<indent> *)- +(?P<rest>[A-Za-z_][A-Za-z0-9_]*:.*)$")


def obvious(lines: Lines) -> Iterator[Candidate]:
    """Each change of that sort."""
    yield from _without_pages(lines)
    yield from _in_another_notation(lines)
    yield from _without_empty_items(lines)
    yield from _without_dash(lines)
    yield from _written_above(lines)


def _without_pages(lines: Lines) -> Iterator[Candidate]:
    """Without one of the lines that are marks of pages, or without all of them."""
    begins = next((n for n, line in enumerate(lines) if FIELD.match(line)), 0)
    found = [n for n, line in enumerate(lines) if n > begins and _PAGE.match(line)]
    for at in found[:_TRIED]:
        yield Candidate(_page(lines, at), [*lines[:at], *lines[at + 1 :]])
    if len(found) > 1:
        rest = [line for number, line in enumerate(lines) if number not in found]
        yield Candidate(_page(lines, found[0]), rest)


def _page(lines: Lines, number: int) -> Trouble:
    return Trouble(number + 1, 1, "Y012", "page", {"line": lines[number].strip()})


def _in_another_notation(lines: Lines) -> Iterator[Candidate]:
    """With the lines that are JSON, XML or a table's as fields; in quotes only what has to be."""
    found = [
        (number, match)
        for number, line in enumerate(lines)
        if (match := next((m for form in _NOTATIONS if (m := form.match(line))), None))
    ]
    one_by_one = [[each] for each in found[:_TRIED]] if len(found) > 1 else []
    for those in (*one_by_one, found) if found else ():
        for quoted in (False, True):
            changed = list(lines)
            for number, match in those:
                changed[number] = f"{match['head']}{_as_field(match, quoted=quoted)}"
            number, match = those[0]
            values = {"value": _as_field(match, quoted=quoted)}
            trouble = Trouble(number + 1, match.end("head") + 1, "Y012", "notation", values)
            yield Candidate(trouble, changed)


def _as_field(match: re.Match[str], *, quoted: bool) -> str:
    bare = match["value"].strip("\"'\u201c\u201d ")
    plain = not quoted and re.fullmatch(r"[^\W_](?:[^:#]*[^:#\s])?", bare) is not None
    return f"{match['key']}: {bare}" if plain else f"{match['key']}: {_in_quotes(bare)}"


def _in_quotes(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


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
