"""Texts that go on in another line, or whose quotes are not closed: what may put them right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yizhan.loading.patterns import later
from yizhan.loading.repair_candidate import (
    FIELD,
    PLAIN_FIELD,
    Candidate,
    Lines,
    depth_of,
    with_line,
)
from yizhan.loading.yaml_messages import Trouble
from yizhan.loading.yaml_syntax import OF_A_SHEET

_VALUE = later(r"(?P<head> *(?:- +)*(?:[A-Za-z_][A-Za-z0-9_]*: +)?)(?P<value>\S.*?) *$")
_BLOCK_HEAD = later(r" *(?:- +)*[A-Za-z_][A-Za-z0-9_]*: +[|>][-+]?$")


def unclosed(lines: Lines, near: Sequence[int]) -> Iterator[Candidate]:
    """With the quote at the end of a value that one begins, or without the one."""
    for number in near:
        match = _VALUE.match(lines[number])
        if (
            match is None
            or match["value"][0] not in "\"'"
            or match["value"].count(match["value"][0]) > 1
        ):
            continue
        quote, at = match["value"][0], match.start("value") + 1
        closed = f"{match['head']}{match['value']}{quote}"
        yield Candidate(Trouble(number + 1, at, "Y008", "open"), with_line(lines, number, closed))
        bare = match["value"][1:]
        trouble = Trouble(number + 1, at, "Y008", "stray", {"mark": quote, "value": bare})
        yield Candidate(trouble, with_line(lines, number, match["head"] + bare))


_REMARK = re.compile("(?P<value>[A-Za-z0-9_.:-]+) +(?P<lost>#.+)")
"""An id, a date, a number or a word with a remark behind it: in quotes it would be none of these."""


def quotes(lines: Lines, suspects: Sequence[int]) -> Iterator[Candidate]:
    """With the value in single quotes, for one that cannot begin as it does."""
    for number in suspects:
        match = _VALUE.match(lines[number]) if number < len(lines) else None
        if match is None or match["value"][0] in "\"'" or match["value"].endswith(":"):
            continue
        if OF_A_SHEET.fullmatch(match["value"].strip()):
            trouble = Trouble(
                number + 1, match.start("value") + 1, "Y009", "sheet", {"lost": match["value"]}
            )
            yield Candidate(trouble, with_line(lines, number, f"{match['head']}0"))
            yield Candidate(trouble, with_line(lines, number, f"{match['head']}'-'"))
            continue
        remark = _REMARK.fullmatch(match["value"])
        if remark is not None:
            values = {"lost": remark["lost"], "remark": remark["lost"].lstrip("# ")}
            trouble = Trouble(number + 1, match.start("value") + 1, "Y009", "remark", values)
            yield Candidate(trouble, with_line(lines, number, match["head"] + remark["value"]))
            continue
        quoted = match["value"].replace("'", "''")
        at, values = match.start("value") + 1, {"character": match["value"][0]}
        inner = ": " in quoted and quoted[0].isalnum()  # it may begin so, and not go on so
        form = "colon" if inner else "start"
        trouble = Trouble(number + 1, at, "Y009", form, {} if inner else values)
        yield Candidate(trouble, with_line(lines, number, f"{match['head']}'{quoted}'"))
        bare = match["value"].strip("`*@%&!|>#~^ ")
        if bare:
            trouble = Trouble(number + 1, at, "Y009", "mark", values | {"value": bare})
            yield Candidate(trouble, with_line(lines, number, match["head"] + bare))


def texts(lines: Lines, suspects: Sequence[int]) -> Iterator[Candidate]:
    """As a block of text, where a text goes on in lines of its own."""
    for suspect in suspects:
        head = suspect
        while head >= 0 and not (PLAIN_FIELD.match(lines[head]) or _BLOCK_HEAD.match(lines[head])):
            head -= 1
            if suspect - head > 30:
                break
        for first in (head, _earlier_text(lines, head)):
            if 0 <= first < len(lines):
                yield from _as_block(lines, first)


def _earlier_text(lines: Lines, number: int) -> int:
    """The text before, where the one in question is a line of it that looks like a field."""
    number -= 1
    while number >= 0 and not PLAIN_FIELD.match(lines[number]):
        number -= 1
    return number


def _as_block(lines: Lines, head: int) -> Iterator[Candidate]:
    match = PLAIN_FIELD.match(lines[head])
    bare = lines[head] if match is None else match["head"] + " |"
    indent = re.match(r" *(?:- +)*", bare)
    depth = (len(indent.group()) if indent else 0) + 2
    end = head + 1
    ends = []
    while end < len(lines) and end - head <= 30:
        if end > head + 1 and lines[end - 1].strip():
            ends.append(end)
        if FIELD.match(lines[end]) and depth_of(lines[end]) < depth:
            break
        end += 1
    for last in [*reversed(ends), *([len(lines)] if end >= len(lines) else [])]:
        body = [each.strip() for each in lines[head + 1 : last]]
        first = [] if match is None else [match["value"]]
        block = [f"{' ' * depth}{each}" if each else "" for each in (*first, *body)]
        values = {"head": bare.strip(), "first": head + 1, "last": last, "depth": depth}
        form = "text" if match is not None else "block"
        trouble = Trouble(head + 2, 1, "Y012", form, values)
        yield Candidate(trouble, [*lines[:head], bare, *block, *lines[last:]])
