"""Findings for people at a terminal: the sentence, the place, the line itself with a caret."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from unicodedata import east_asian_width

from yizhan.model.finding import Finding, Level
from yizhan.model.text import Lang, Text, commas
from yizhan.reporting.formats import TO_READ, Format
from yizhan.reporting.report import Report
from yizhan.wording.findings import (
    COLON,
    FIX,
    acknowledged_count,
    count_of,
    how_to_acknowledge,
    title_of,
)

_Paint = Callable[[str, str], str]

_COLOURS = {
    Level.ERROR: "\x1b[1;31m",
    Level.IRREGULAR: "\x1b[1;35m",
    Level.WARNING: "\x1b[1;33m",
    Level.DUE: "\x1b[1;36m",
}
_BOLD, _BLUE, _RESET = "\x1b[1m", "\x1b[1;34m", "\x1b[0m"
_WINDOW = 60
"""Characters of a line that are shown; Chinese ones are twice as wide."""

_AFTER = 20
_CLEAN = Text(
    "检查了 {records:,} 份档案，没有发现问题。",
    "{records:,} {records:record|records} checked, nothing found.",
)
_FOUND = Text(
    "检查了 {records:,} 份档案，发现 {counts}。输入 yizhan explain {code} 看详细说明。",
    "{records:,} {records:record|records} checked, {counts} found. Type yizhan explain {code} for more.",
)
_WRITTEN_CLEAN = Text("查过 {paths}，没有发现问题。", "{paths}: checked, nothing found.")
_WRITTEN_FOUND = Text(
    "查过 {paths}，发现 {counts}。输入 yizhan explain {code} 看详细说明。",
    "{paths}: checked, {counts} found. Type yizhan explain {code} for more.",
)
_IN_DOUBT = Text(
    "{path} 读不出来，另有 {n} 份档案因此没有查全。",
    "{path} cannot be read; {n} other {n:record|records} could not be judged in full without it.",
)
_DUE = Text(
    "另有 {counts}，不影响通过；输入 yizhan 看清单。",
    "There {n:is|are} {counts}, which fails nothing; type yizhan for the list.",
)
_ONLY_DUE = Text(
    "检查了 {records:,} 份档案，没有发现问题。有 {counts}，不影响通过；输入 yizhan 看清单。",
    "{records:,} {records:record|records} checked, nothing wrong. There {n:is|are} {counts}, which fails nothing; type yizhan for the list.",
)
_AND_THEN = Text("{first}{then}", "{first} {then}")


def write(report: Report, lang: Lang, *, colour: bool = False) -> str:
    """Write every finding, first what is wrong (the gravest first), then what is acknowledged, then what is due; and the counts.

    Args:
        report: what was found.
        lang: language of the sentences.
        colour: for a terminal that shows colours.
    """
    paint = _coloured if colour else _uncoloured
    blocks = [
        "\n".join(_block(finding, report.lines.get((finding.path, finding.line)), lang, paint))
        for finding in (*report.wrong, *report.acknowledged, *report.due)
    ]
    doubts = [doubt.in_(lang) for doubt in in_doubt(report)]
    return "\n\n".join([*blocks, "\n".join([*doubts, summary(report).in_(lang)])]) + "\n"


FORMAT: Format[Report] = Format(
    TO_READ,
    write,
    coloured=lambda report, lang: write(report, lang, colour=True),
)


def in_doubt(report: Report) -> list[Text]:
    """A sentence for each file without which other records could not be judged in full."""
    return [_IN_DOUBT.format(path=path, n=n) for path, n in report.in_doubt.items()]


def summary(report: Report) -> Text:
    """The counts in one sentence."""
    counts = count_of(report.findings, Level.ERROR, Level.IRREGULAR, Level.WARNING)
    if report.written:
        paths = commas(report.written)
        if counts is None:
            return _WRITTEN_CLEAN.format(paths=paths)
        return _WRITTEN_FOUND.format(paths=paths, counts=counts, code=report.wrong[0].code)
    due = count_of(report.findings, Level.DUE)
    known = acknowledged_count(len(report.acknowledged))
    if counts is None:
        text = _CLEAN if due is None else _ONLY_DUE
        said = text.format(records=report.records, counts=due, n=len(report.due))
        return said if known is None else _AND_THEN.format(first=said, then=known)
    code = report.wrong[0].code
    said = _FOUND.format(records=report.records, counts=counts, code=code)
    if known is not None:
        said = _AND_THEN.format(first=said, then=known)
    if due is None:
        return said
    then = _DUE.format(counts=due, n=len(report.due))
    return _AND_THEN.format(first=said, then=then)


def _block(finding: Finding, line: str | None, lang: Lang, paint: _Paint) -> Iterator[str]:
    colon = COLON.in_(lang)
    head = paint(f"{title_of(finding).in_(lang)}[{finding.code}]", _COLOURS[finding.level])
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
    if finding.acknowledged:
        return
    yield f"{margin} {paint('=', _BLUE)} {FIX.in_(lang)}{finding.fix.in_(lang)}"
    for number, says in enumerate(how_to_acknowledge(finding, lang)):
        yield f"{margin} {paint('=' if number == 0 else '|', _BLUE)} {says}"


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
