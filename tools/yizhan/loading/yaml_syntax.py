"""What a syntax error of the YAML parser means to somebody who has never heard of YAML.

The parser says where it stumbled, which is often a line after the mistake. The line itself, the one
before it and the one where the parser began tell what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from yizhan.loading.conflicts import first_mark
from yizhan.loading.patterns import later
from yizhan.loading.yaml_messages import Trouble

_KEY = r"[ \u3000]*(?:- +)*(?P<key>[\"']?(?:[A-Za-z_][A-Za-z0-9_-]*|[\u4e00-\u9fff]{1,12})[\"']?)"
_NO_SPACE = later(_KEY + r"(?P<colon>:)(?=[^\s/])")
_FULL_COLON = later(_KEY + r"(?P<colon>：)")
_FULL_SPACE = later(_KEY + r":(?P<colon> *[\u3000\xa0\u2000-\u200a\u202f\u205f])")
_NO_DASH_SPACE = later(r" *(?P<dash>-)(?=[^\s-]|[\u3000\xa0\u2000-\u200a\u202f\u205f])")
_INNER_COLON = later(r"[ ]*(?:- +)*[^\s\"'\[{|>][^:]*:\s+[^\"'\[{|>\s].*?(?P<colon>:)(?:\s|$)")
_WIDE_INDENT = later(r"^ *[\u3000\xa0][ \u3000\xa0]*(?:- +)?[A-Za-z_]+:(?:\s|$)", re.MULTILINE)
_COMMENT = later(r" +#(?=[^\s:!#])")
_STRAY = ("not find expected key", "expected <block end>", "not find expected '-' indicator")
_BRACKETS = ("flow sequence", "flow mapping", "flow node")


def explain(text: str, error: yaml.YAMLError) -> Trouble:
    """Turn a parser's error into a trouble with the line where a clerk would correct it."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Trouble(1, 1, "Y012")
    lines = text.split("\n")
    problem = f"{getattr(error, 'problem', None) or ''}"
    context = f"{getattr(error, 'context', None) or ''}"
    began = getattr(error, "context_mark", None) or mark
    if "quoted scalar" in context:
        return Trouble(began.line + 1, began.column + 1, "Y008", _quote_form(problem))
    if "another document" in problem or "document start" in problem:
        marker = _document_marker(lines, mark.line)
        if marker is not None:
            return Trouble(marker, 1, "Y016")
    typo = typo_in(lines, _suspects(lines, mark.line, began.line, problem))
    if typo is not None:
        return typo
    return _other(lines, mark.line, mark.column, problem, context, began)


def plain_mistake(text: str) -> Trouble | None:
    """Find what makes a file wrong at first sight, and what the parser would blame on another line.

    Marks of a Git conflict, and lines that are indented with spaces that are none.
    """
    if "<<<<<<<" in text or ">>>>>>>" in text or "=======" in text:
        mark = first_mark(text.split("\n"))
        if mark is not None:
            return mark
    if "\u3000" in text or "\xa0" in text:
        match = _WIDE_INDENT.search(text)
        if match is not None:
            return Trouble(text.count("\n", 0, match.start()) + 1, 1, "Y007", "wide")
    return None


OF_A_SHEET = re.compile(
    r"#(?:VALUE!|REF!|N/A|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)", re.IGNORECASE
)
"""What a spreadsheet shows where it could not work a cell out."""
_NO_TEXT = re.compile("[A-Za-z0-9_.:-]+")


def cut_off_by_comments(node: yaml.Node, lines: list[str]) -> Iterator[Trouble]:
    """Find text that a clerk meant and YAML drops: “3 号楼 #2 单元” ends before the “#”.

    A comment that is meant as one begins with “# ”.
    """
    if isinstance(node, yaml.ScalarNode):
        end = node.end_mark
        line = lines[end.line] if end.line < len(lines) else ""
        match = None if node.style else _COMMENT.match(line, end.column)
        if match is not None:
            lost = line[match.end() - 1 :]
            # an id, a date, a number or a word of a list is no text, and quotes would make it one
            form = "remark" if _NO_TEXT.fullmatch(node.value) else "hash"
            form = "sheet" if OF_A_SHEET.fullmatch(lost.strip()) and not node.value else form
            values = {"lost": lost, "remark": lost.lstrip("# ")}
            yield Trouble(end.line + 1, match.end(), "Y009", form, values)
        return
    parts = (
        node.value
        if isinstance(node, yaml.SequenceNode)
        else [one for pair in node.value for one in pair]
    )
    for part in parts:
        yield from cut_off_by_comments(part, lines)


def _quote_form(problem: str) -> str:
    return "escape" if "escape" in problem or "hexdecimal" in problem else "open"


def _document_marker(lines: list[str], number: int) -> int | None:
    """The line of the ``---`` or ``...`` that begins a second document."""
    for candidate in range(min(number, len(lines) - 1), 0, -1):
        if lines[candidate].startswith(("---", "...")):
            return candidate + 1
    return None


def typo_in(lines: list[str], suspects: list[int]) -> Trouble | None:
    """Find a missing space or a wide colon after a key.

    Args:
        lines: the file.
        suspects: positions (from 0) of the lines to look at, likeliest first.
    """
    for number in suspects:
        line = lines[number]
        for pattern, code, form in (
            (_FULL_COLON, "Y006", ""),
            (_FULL_SPACE, "Y005", "wide"),
            (_NO_SPACE, "Y005", ""),
        ):
            match = pattern.match(line)
            if match is not None:
                values = {"key": match["key"].strip("\"'")}
                return Trouble(number + 1, match.start("colon") + 1, code, form, values)
        match = _NO_DASH_SPACE.match(line)
        if match is not None:
            return Trouble(number + 1, match.start("dash") + 1, "Y010")
    return None


def _suspects(lines: list[str], stumbled: int, began: int, problem: str) -> list[int]:
    """The lines to look at, likeliest first.

    A key without its space is read as text that goes on, so the parser stumbles at the next colon:
    the line where it began and the one before where it stumbled are looked at first.
    """
    before = stumbled - 1
    while before > 0 and not lines[before].strip():
        before -= 1
    if "expected ':'" in problem:
        order = [began, before, stumbled]
    elif "mapping values" in problem:
        order = [stumbled, before]
    else:
        order = [stumbled]
    return [number for number in dict.fromkeys(order) if 0 <= number < len(lines)]


def _opening(lines: list[str], began: yaml.Mark) -> tuple[int, int]:
    """Where the bracket is that is not closed: line and column from 1.

    Where a file ends within brackets libyaml may mark its end; then it is the last one opened.
    """
    if began.line < len(lines) and lines[began.line].startswith(("[", "{"), began.column):
        return began.line + 1, began.column + 1
    before = "\n".join(lines)
    last = max(before.rfind("["), before.rfind("{"))
    return before.count("\n", 0, last) + 1, last - before.rfind("\n", 0, last)


def _other(  # noqa: PLR0911  # one return a way of stumbling reads best
    lines: list[str], number: int, column: int, problem: str, context: str, began: yaml.Mark
) -> Trouble:
    line = lines[number] if number < len(lines) else ""
    before, here = line[:column], line[column : column + 1]
    if any(bracket in context for bracket in _BRACKETS):
        return Trouble(*_opening(lines, began), "Y011")
    if "mapping values" in problem:
        if _INNER_COLON.match(line):
            return Trouble(number + 1, column + 1, "Y009", "colon")
        return Trouble(number + 1, len(line) - len(line.lstrip(" ")) + 1, "Y007", "deeper")
    if any(sign in problem for sign in _STRAY):
        if here == ":":
            return Trouble(number + 1, column + 1, "Y020")
        if not before.strip(" -"):
            return Trouble(number + 1, column + 1, "Y007", "")
        return _after_a_value(number, column, before)
    if "sequence entries" in problem or "expected ':'" in problem:
        form = "dash" if "sequence" in problem else "key"
        at = column if form == "dash" else began.column
        return Trouble((number if form == "dash" else began.line) + 1, at + 1, "Y012", form)
    if here and ("cannot start" in problem or "node content" in problem):
        return Trouble(number + 1, column + 1, "Y009", "start", {"character": here})
    if "undefined alias" in problem or "an anchor" in context or "an alias" in context:
        return Trouble(number + 1, column + 1, "Y009", "start", {"character": here or "*"})
    return Trouble(number + 1, column + 1, "Y012")


def _after_a_value(number: int, column: int, before: str) -> Trouble:
    """Something follows a value that had ended: a quote or a bracket within the text."""
    value = re.sub(r"^[ ]*(?:- +)*[^:]*:\s+", "", before)
    if value[:1] in ("[", "{"):
        character = {"character": value[:1]}
        return Trouble(number + 1, column - len(value) + 1, "Y009", "start", character)
    return Trouble(number + 1, column + 1, "Y008", "inner")
