"""Findings for GitHub: annotations beside the lines of a pull request, and the run's summary."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.model.finding import Finding
from yizhan.model.text import Lang, Text
from yizhan.reporting import text
from yizhan.reporting.report import Report

SUMMARY_ROWS = 500
"""GitHub refuses summaries of more than 1 MiB; so many rows stay well below."""

_FIX = Text("怎么改：", "Mend: ")
_TITLE = Text("档案检查", "Check of the records")
_HEAD = Text("| 代号 | 位置 | 问题 | 怎么改 |", "| Code | Place | Problem | Mend |")
_MORE = Text("另有 {n:,} 处，见运行记录。", "{n:,} more {n:is|are} in the log of the run.")


def write(report: Report, lang: Lang) -> str:
    """Write one workflow command a finding, and the counts as the last line.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    lines = [_annotation(finding, lang) for finding in report.findings]
    return "\n".join([*lines, text.summary(report).in_(lang)]) + "\n"


def _annotation(finding: Finding, lang: Lang) -> str:
    body = f"{finding.message.in_(lang)}\n{_FIX.in_(lang)}{finding.fix.in_(lang)}"
    properties = {
        "file": finding.path,
        "line": finding.line,
        "col": finding.column,
        "title": finding.code,
    }
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{finding.level.value} {listed}::{_data(body)}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def write_summary(report: Report, lang: Lang) -> str:
    """Write the run's summary as Markdown, for ``$GITHUB_STEP_SUMMARY``."""
    return "\n".join(_summary(report, lang)) + "\n"


def _summary(report: Report, lang: Lang) -> Iterator[str]:
    yield f"## {_TITLE.in_(lang)}"
    yield ""
    yield _cell(text.summary(report).in_(lang))
    if not report.findings:
        return
    yield ""
    yield _HEAD.in_(lang)
    yield "|---|---|---|---|"
    for finding in report.findings[:SUMMARY_ROWS]:
        place = _cell(f"{finding.path}:{finding.line}")
        cells = (_cell(finding.message.in_(lang)), _cell(finding.fix.in_(lang)))
        yield f"| {finding.code} | {place} | {cells[0]} | {cells[1]} |"
    left = len(report.findings) - SUMMARY_ROWS
    if left > 0:
        yield ""
        yield _MORE.format(n=left).in_(lang)


def _cell(value: str) -> str:
    """Text as it is, whatever Markdown or HTML it may hold."""
    escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace("\n", " ")
    for sign in "\\`*_[]|~":
        escaped = escaped.replace(sign, f"\\{sign}")
    return escaped
