"""Findings for people at a terminal: the sentence, the place, the line itself with a caret."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from unicodedata import east_asian_width

from yizhan.model.finding import Finding, Level
from yizhan.model.text import Lang, Text
from yizhan.reporting.report import Report

_Paint = Callable[[str, str], str]

_LEVELS = {Level.ERROR: Text("错误", "error"), Level.WARNING: Text("提醒", "warning")}
_COLOURS = {Level.ERROR: "\x1b[1;31m", Level.WARNING: "\x1b[1;33m"}
_BOLD, _BLUE, _RESET = "\x1b[1m", "\x1b[1;34m", "\x1b[0m"
_WINDOW = 60
"""Characters of a line that are shown; Chinese ones are twice as wide."""

_AFTER = 20
_FIX = Text("怎么改：", "mend: ")
_COLON = Text("：", ": ")
_CLEAN = Text(
    "检查了 {records:,} 份档案，没有发现问题。",
    "{records:,} {records:record|records} checked, nothing found.",
)
_FOUND = Text(
    "检查了 {records:,} 份档案，发现 {counts}。输入 yizhan explain {code} 看详细说明。",
    "{records:,} {records:record|records} checked, {counts} found. Type yizhan explain {code} for more.",
)
_ERRORS = Text("{n:,} 处错误", "{n:,} {n:error|errors}")
_WARNINGS = Text("{n:,} 处提醒", "{n:,} {n:warning|warnings}")


def write(report: Report, lang: Lang, *, colour: bool = False) -> str:
    """Write every finding, and a last line with the counts.

    Args:
        report: what was found.
        lang: language of the sentences.
        colour: for a terminal that shows colours.
    """
    paint = _coloured if colour else _uncoloured
    blocks = [
        "\n".join(_block(finding, report.lines.get((finding.path, finding.line)), lang, paint))
        for finding in report.findings
    ]
    return "\n\n".join([*blocks, summary(report).in_(lang)]) + "\n"


def summary(report: Report) -> Text:
    """The counts in one sentence."""
    if not report.findings:
        return _CLEAN.format(records=report.records)
    parts = [_count(_ERRORS, report.errors), _count(_WARNINGS, report.warnings)]
    given = [part for part in parts if part is not None]
    counts = Text("、".join(part.zh for part in given), " and ".join(part.en for part in given))
    code = report.findings[0].code
    return _FOUND.format(records=report.records, counts=counts, code=code)


def _count(text: Text, number: int) -> Text | None:
    return text.format(n=number) if number else None


def _block(finding: Finding, line: str | None, lang: Lang, paint: _Paint) -> Iterator[str]:
    colon = _COLON.in_(lang)
    head = paint(f"{_LEVELS[finding.level].in_(lang)}[{finding.code}]", _COLOURS[finding.level])
    yield head + paint(f"{colon}{finding.message.in_(lang)}", _BOLD)
    margin = " " * len(str(finding.line))
    yield f"{margin}{paint('-->', _BLUE)} {finding.path}:{finding.line}:{finding.column}"
    bar = paint("|", _BLUE)
    if line is not None:
        shown, column = _window(line, finding.column)
        yield f"{margin} {bar}"
        yield f"{paint(str(finding.line), _BLUE)} {bar} {shown}".rstrip()
        caret = paint("^", _COLOURS[finding.level])
        yield f"{margin} {bar} {_indent(shown, column)}{caret}"
    yield f"{margin} {paint('=', _BLUE)} {_FIX.in_(lang)}{finding.fix.in_(lang)}"


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a long line that fits a terminal, with the column in it."""
    start = 0 if column <= _WINDOW - _AFTER else column - (_WINDOW - _AFTER)
    before = "…" if start else ""
    after = "…" if len(line) > start + _WINDOW else ""
    return before + line[start : start + _WINDOW] + after, column - start + len(before)


def _indent(line: str, column: int) -> str:
    """As many blanks as the text before a column is wide; a Chinese character takes two."""
    before = line[: column - 1]
    return " " * sum(2 if east_asian_width(letter) in "WF" else 1 for letter in before)


def _coloured(text: str, colour: str) -> str:
    return f"{colour}{text}{_RESET}"


def _uncoloured(text: str, _colour: str) -> str:
    return text
