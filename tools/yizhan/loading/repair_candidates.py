"""Changes that may undo a clerk's mistake in the lines of a file, likeliest and smallest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from yizhan.loading.patterns import later
from yizhan.loading.repair_candidate import (
    FIELD,
    PLAIN_FIELD,
    Candidate,
    Lines,
    depth_of,
    with_line,
)
from yizhan.loading.repair_indents import indents
from yizhan.loading.repair_texts import quotes, texts, unclosed
from yizhan.loading.yaml_messages import Trouble

_MARK = (
    r"[\uff0d\u2010-\u2015\u2212\u30fc\u4e00~\u00b7\u30fb\u2022\u25cf\u25cb\u25e6\u25aa\u25a0\u25a1\u25c6\u25c7"
    r"\u2605\u2606\u203b\u2192\u25ba\u25b6\u2713\u2714\u221a\uf000-\uf0ff*\uff0a+\uff0b>]"
    r"|[\u2460-\u2473\u2705\u2714\u2611\u25b8\u27a4\U0001f300-\U0001faff]\ufe0f?|[(\uff08]?\d{1,2}[.)\u3001\uff09\uff0e]|[(\uff08]?[一二三四五六七八九十]{1,2}[\u3001)\uff09.]"
)
_MARKED = later(rf"(?P<indent> *)(?P<mark>{_MARK})(?P<space>[ \u3000\xa0]*)(?P<rest>\S.*)")
_NO_COLON = later(
    r"(?P<head> *(?:- +)*)(?P<key>[A-Za-z_][A-Za-z0-9_]*)(?P<between> *[=\uff1d;\uff1b,\uff0c\u3001.\u3002\u2236\ufe55\u2192-]+[ \u3000]*| +:[ ]*|[ \u3000]+)(?P<value>\S.*)$"
)
_BARE_KEY = later(
    r"(?P<head> *(?:- +)*)(?P<key>[A-Za-z_][A-Za-z0-9_]*) *[;\uff1b,\uff0c\u3001.\u3002\u2236\ufe55=]?$"
)
_DECORATED = later(
    r"(?P<head> *(?:- +)*)(?P<mark>[*_`#\u201c\u2018\u300c\u3010\[<(\uff08]+) *(?P<key>[A-Za-z_][A-Za-z0-9_]*?)"
    r"[*_`\u201d\u2019\u300d\u3011\]>)\uff09]* *[:\uff1a][*_`]* *(?P<value>.*)$"
)
_PREFIX = later(r"^(?P<mark>(?:\d{1,4}[.:|\u3001)]?[ \t]|>|\uff1e|\+|\|)) ?")
_SUFFIX = later(r"(?P<mark>[,\uff0c;\uff1b])[ \t]*$")
_ITEM = later(r"(?P<indent> *)- +(?P<key>[A-Za-z_][A-Za-z0-9_]*): +\S")
_PAIR = later(
    r"(?P<head> *(?:- +)*)[\"'\u201c\u201d](?P<pair>[A-Za-z_][A-Za-z0-9_]*(?:: |\uff1a).*?)[\"'\u201c\u201d] *$"
)
_GLUED = later(r"(?P<indent> *)-(?P<rest>[^\s-].*)$")
_FENCE = later(r" *(?:```|~~~)")
_EMPTY_LIST = later(r"(?P<head> *(?:- +)*(?P<key>[A-Za-z_][A-Za-z0-9_]*):) *\[ *\] *$")
_PIPED = later(
    r"(?P<head>(?P<indent> *(?:- +)*)[A-Za-z_][A-Za-z0-9_]*: +(?P<mark>[|>])[-+]?) *(?P<text>[^\s|>+-].*)$"
)
_FIELDS = later(
    r"(?P<head> *(?:- +)*)(?P<first>[A-Za-z_]+: \S.*?)[ ,\uff0c;\uff1b\u3001]+(?P<second>[A-Za-z_]+: \S.*)$"
)
_SEVERAL_FIELDS = later(r"(?:[ ,\uff0c;\uff1b\u3001]+)(?=[A-Za-z_]+(?:: |\uff1a))")
_INVISIBLE = later("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\xad]")
_EMPTY_LINE = later(r"[\s\W_]*$")
_POINTS = 8
_LENGTHS = 10


def candidates(lines: list[str], suspects: Sequence[int]) -> Iterator[Candidate]:
    """Every change worth trying.

    Args:
        lines: of the file.
        suspects: positions (from 0) of the lines that the parser or the schema names.
    """
    yield from _invisible(lines)
    yield from _marks(lines)
    near = _near(lines, suspects)
    yield from _fences(lines)
    yield from _edges(lines)
    yield from _items(lines)
    yield from _in_one_line(lines, near)
    yield from _dashes(lines, near)
    yield from _colons(lines, near)
    yield from unclosed(lines, near)
    yield from quotes(lines, suspects)
    field = any(FIELD.match(lines[number]) for number in suspects if number < len(lines))
    order = (indents, texts) if field else (texts, indents)
    for each in order:
        yield from each(lines, suspects)
    yield from _strays(lines, near)


def _near(lines: Lines, suspects: Sequence[int]) -> list[int]:
    """The suspects and the filled lines before them, the nearest first."""
    found: dict[int, None] = {}
    for suspect in suspects:
        before = (number for number in range(suspect - 1, -1, -1) if lines[number].strip())
        found |= dict.fromkeys([suspect, *islice(before, 2)])
    return [number for number in found if number < len(lines) and lines[number].strip()]


def _invisible(lines: Lines) -> Iterator[Candidate]:
    """Without what cannot be seen, such as the zero-width spaces that web pages hold."""
    without = [_INVISIBLE.sub("", line) for line in lines]
    for number, line in enumerate(lines):
        match = _INVISIBLE.search(line)
        if match is not None:
            values = {"character": f"U+{ord(match.group()):04X}"}
            yield Candidate(
                Trouble(number + 1, match.start() + 1, "Y002", "width", values), without
            )
            return


def _marks(lines: Lines) -> Iterator[Candidate]:
    """With a dash where another mark begins an item: all of them, then each alone."""
    matches = [
        (number, match) for number, line in enumerate(lines) if (match := _MARKED.match(line))
    ]
    if not matches:
        return
    for wide in (False, True):
        changed = list(lines)
        for number, match in matches:
            changed[number] = _dashed(match, wide)
        yield Candidate(_mark_trouble(matches[0], len(matches) - 1), changed)
    for number, match in matches[:_POINTS] if len(matches) > 1 else ():
        for wide in (False, True):
            trouble = _mark_trouble((number, match), 0)
            yield Candidate(trouble, with_line(lines, number, _dashed(match, wide)))


def _dashed(match: re.Match[str], wide: bool) -> str:
    """The line with a dash; ``wide`` keeps the rest in its column."""
    space = " " * max(1, len(match["mark"] + match["space"]) - 1) if wide else " "
    return f"{match['indent']}-{space}{match['rest']}"


def _mark_trouble(found: tuple[int, re.Match[str]], others: int) -> Trouble:
    number, match = found
    form = "marks" if others else "mark"
    values = {"mark": match["mark"], "others": others}
    return Trouble(number + 1, match.start("mark") + 1, "Y010", form, values)


def _dashes(lines: Lines, near: Sequence[int]) -> Iterator[Candidate]:
    """With a dash before what begins an item."""
    for number in near:
        match = _GLUED.match(lines[number])
        if match is not None:
            trouble = Trouble(number + 1, len(match["indent"]) + 1, "Y010", "")
            yield Candidate(
                trouble, with_line(lines, number, f"{match['indent']}- {match['rest']}")
            )
    for number in _with_heads(lines, near):
        line = lines[number]
        indent = len(line) - len(line.lstrip(" "))
        trouble = Trouble(number + 1, indent + 1, "Y010", "missing")
        if indent >= 2:
            yield Candidate(
                trouble, with_line(lines, number, f"{line[: indent - 2]}- {line[indent:]}")
            )
        rest = _run(lines, number + 1, indent)
        moved = [
            f"  {each}" if at in rest and each.strip() else each for at, each in enumerate(lines)
        ]
        yield Candidate(trouble, with_line(moved, number, f"{line[:indent]}- {line[indent:]}"))


def _with_heads(lines: Lines, near: Sequence[int]) -> list[int]:
    """The lines in question, and each first line of a block that they are in."""
    heads = [
        number + 1
        for number, line in enumerate(lines[:-1])
        if line.rstrip().endswith(":")
        and number < max(near, default=0)
        and lines[number + 1].strip()
    ]
    return list(dict.fromkeys([*near, *heads[::-1][:4]]))


def _run(lines: Lines, start: int, indent: int) -> range:
    """The lines from one on that are indented as deep or deeper, up to the next item."""
    end = start
    while end < len(lines) and (
        not lines[end].strip()
        or (depth_of(lines[end]) >= indent and not lines[end].lstrip(" ").startswith("- "))
    ):
        end += 1
    return range(start, end)


def _colons(lines: Lines, near: Sequence[int]) -> Iterator[Candidate]:
    """With a colon between a field's name and what follows it."""
    for number in near:
        deeper = number + 1 < len(lines) and depth_of(lines[number + 1]) > depth_of(lines[number])
        match = _BARE_KEY.match(lines[number])
        if match is not None and deeper:
            trouble = Trouble(
                number + 1, match.end("key") + 1, "Y005", "none_below", {"key": match["key"]}
            )
            yield Candidate(trouble, with_line(lines, number, f"{match['head']}{match['key']}:"))
        match = _NO_COLON.match(lines[number])
        if match is not None:
            values = {"key": match["key"]}
            trouble = Trouble(number + 1, match.end("key") + 1, "Y005", "none", values)
            line = f"{match['head']}{match['key']}: {match['value']}"
            yield Candidate(trouble, with_line(lines, number, line))
        match = _PAIR.match(lines[number])
        if match is not None:
            pair = match["pair"].replace("：", ": ", 1)
            trouble = Trouble(number + 1, match.end("head") + 1, "Y008", "pair", {"pair": pair})
            yield Candidate(trouble, with_line(lines, number, match["head"] + pair))
        match = _DECORATED.match(lines[number])
        if match is not None:
            values = {"key": match["key"], "mark": match["mark"]}
            trouble = Trouble(number + 1, match.start("mark") + 1, "Y005", "decorated", values)
            line = f"{match['head']}{match['key']}: {match['value']}".rstrip()
            yield Candidate(trouble, with_line(lines, number, line))


def _edges(lines: Lines) -> Iterator[Candidate]:
    """Without what was pasted along at the start or the end of several lines."""
    for pattern, form in ((_PREFIX, "prefix"), (_SUFFIX, "suffix")):
        found = [
            (number, match) for number, line in enumerate(lines) if (match := pattern.search(line))
        ]
        if len(found) < 2:
            continue
        first, at = found[0]
        values = {"mark": at["mark"].strip()}
        trouble = Trouble(first + 1, at.start("mark") + 1, "Y012", form, values)
        for group in ("mark", 0):  # alone, and with the space behind it
            changed = list(lines)
            for number, match in found:
                changed[number] = lines[number][: match.start()] + lines[number][match.end(group) :]
            yield Candidate(trouble, changed)


def _items(lines: Lines) -> Iterator[Candidate]:
    """With one dash to an item, where each of its lines has one."""
    for number, line in enumerate(lines[:-1]):
        match = _ITEM.match(line)
        before = _ITEM.match(lines[number - 1]) if number else None
        if match is None or (before is not None and before["indent"] == match["indent"]):
            continue
        end = number + 1
        while (
            end < len(lines)
            and (after := _ITEM.match(lines[end]))
            and after["indent"] == match["indent"]
        ):
            if after["key"] == match["key"]:
                break
            end += 1
        if end > number + 1:
            joined = [each.replace("- ", "  ", 1) for each in lines[number + 1 : end]]
            values = {"first": number + 2, "last": end}
            trouble = Trouble(number + 2, len(match["indent"]) + 1, "Y012", "items", values)
            yield Candidate(trouble, [*lines[: number + 1], *joined, *lines[end:]])


def _fences(lines: Lines) -> Iterator[Candidate]:
    """Without the marks that frame code in messages and web pages."""
    fences = [number for number, line in enumerate(lines) if _FENCE.match(line)]
    if fences:
        trouble = Trouble(fences[0] + 1, 1, "Y012", "fence", {"line": lines[fences[0]].strip()})
        yield Candidate(trouble, [line for line in lines if not _FENCE.match(line)])


def _in_one_line(lines: Lines, near: Sequence[int]) -> Iterator[Candidate]:
    """What stands in one line and needs several, or the other way round."""
    for number in near:
        yield from _empty_list(lines, number)
        yield from _piped_text(lines, number)
        yield from _two_fields(lines, number)
        yield from _value_beside(lines, number)


def _empty_list(lines: Lines, number: int) -> Iterator[Candidate]:
    """Without the brackets of an empty list, whose items are below."""
    match = _EMPTY_LIST.match(lines[number])
    if match is not None:
        trouble = Trouble(
            number + 1, match.end("head") + 1, "Y012", "brackets", {"key": match["key"]}
        )
        yield Candidate(trouble, with_line(lines, number, match["head"]))


def _piped_text(lines: Lines, number: int) -> Iterator[Candidate]:
    """With the text below the mark after which it is to begin."""
    match = _PIPED.match(lines[number])
    if match is not None:
        depth = len(match["indent"]) + 2
        values = {"depth": depth, "mark": match["mark"]}
        trouble = Trouble(number + 1, match.end("head") + 1, "Y012", "pipe", values)
        text = " " * depth + match["text"]
        yield Candidate(trouble, [*lines[:number], match["head"], text, *lines[number + 1 :]])


def _two_fields(lines: Lines, number: int) -> Iterator[Candidate]:
    """With a line for each of two fields."""
    match = _FIELDS.match(lines[number])
    if match is not None:
        head, first, second = match["head"], match["first"], match["second"]
        trouble = Trouble(
            number + 1, match.start("second") + 1, "Y012", "together", {"second": second}
        )
        below = " " * len(head) + second
        yield Candidate(trouble, [*lines[:number], head + first, below, *lines[number + 1 :]])


def _value_beside(lines: Lines, number: int) -> Iterator[Candidate]:
    """Of a field with a value beside it: without that, or with what it holds below, line by line."""
    match = PLAIN_FIELD.match(lines[number])
    if match is None:
        return
    key, at = match["head"].strip(" -:"), match.end("head") + 1
    below = lines[number + 1] if number + 1 < len(lines) else ""
    if FIELD.match(below) and depth_of(below) > len(match["indent"]):
        trouble = Trouble(number + 1, at, "Y012", "beside", {"key": key, "value": match["value"]})
        yield Candidate(trouble, with_line(lines, number, match["head"]))
    parts = _SEVERAL_FIELDS.split(match["value"].strip("{}｛｝ "))
    if len(parts) > 1:
        depth = len(match["indent"]) + 2
        trouble = Trouble(number + 1, at, "Y012", "one_line", {"key": key, "depth": depth})
        inner = [" " * depth + part.replace("：", ": ").strip() for part in parts]
        yield Candidate(trouble, [*lines[:number], match["head"], *inner, *lines[number + 1 :]])


def _strays(lines: Lines, near: Sequence[int]) -> Iterator[Candidate]:
    """Without a line that says nothing, or with lines that are no fields as comments."""
    for number in near:
        if _EMPTY_LINE.match(lines[number]):
            trouble = Trouble(number + 1, 1, "Y012", "nothing")
            yield Candidate(trouble, [*lines[:number], *lines[number + 1 :]])
    for number in (*near, 0):
        first = last = number
        while first > 0 and _is_stray(lines[first - 1]):
            first -= 1
        while last + 1 < len(lines) and _is_stray(lines[last + 1]):
            last += 1
        if not _is_stray(lines[number]) or last - first > _LENGTHS:
            continue
        form = "stray" if first == last else "strays"
        trouble = Trouble(first + 1, 1, "Y012", form, {"last": last + 1})
        noted = [f"# {line}" for line in lines[first : last + 1]]
        yield Candidate(trouble, [*lines[:first], *noted, *lines[last + 1 :]])


def _is_stray(line: str) -> bool:
    return bool(line.strip()) and not (
        FIELD.match(line) or line.lstrip().startswith(("- ", "#")) or line.lstrip() == "-"
    )
