"""Findings for GitHub: annotations beside the lines of a pull request, and the run's summary."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.model.finding import Finding, Level
from yizhan.model.text import Lang, Text
from yizhan.reporting.findings import text
from yizhan.reporting.formats import Format, Summary
from yizhan.reporting.report import Report
from yizhan.wording.findings import FIX, how_to_acknowledge, title_of

SUMMARY_ROWS = 500
"""GitHub refuses summaries of more than 1 MiB; so many rows stay well below."""

_TITLE = Text("档案检查", "Check of the records")
_HEAD = Text("| 种类 | 代号 | 位置 | 问题 | 怎么改 |", "| Kind | Code | Place | Problem | Fix |")
_ACKNOWLEDGED_TITLE = Text(
    "记录里已写明的不合规（不影响通过）", "Acknowledged in the records (fails nothing)"
)
_DUE_TITLE = Text("到期待办（不影响通过）", "Due (fails nothing)")
_ANNOTATION = {
    Level.ERROR: "error",
    Level.IRREGULAR: "error",
    Level.WARNING: "warning",
    Level.DUE: "notice",
}
"""GitHub knows three kinds of annotation; what does not pass is an error there."""
_MORE = Text("另有 {n:,} 处，见运行记录。", "{n:,} more {n:is|are} in the log of the run.")


def write(report: Report, lang: Lang) -> str:
    """Write one workflow command a finding, and the counts as the last line.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    lines = [
        _annotation(finding, lang) for finding in (*report.wrong, *report.acknowledged, *report.due)
    ]
    last = (*text.in_doubt(report), text.summary(report))
    return "\n".join([*lines, *(sentence.in_(lang) for sentence in last)]) + "\n"


def _annotation(finding: Finding, lang: Lang) -> str:
    body = finding.message.in_(lang)
    if not finding.acknowledged:
        fix = f"{FIX.in_(lang).capitalize()}{finding.fix.in_(lang)}"
        body = "\n".join((body, fix, *how_to_acknowledge(finding, lang)))
    properties = {
        "file": finding.path,
        "line": finding.line,
        "col": finding.column,
        "title": f"{finding.code} {title_of(finding).in_(lang)}",
    }
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    kind = "notice" if finding.acknowledged else _ANNOTATION[finding.level]
    return f"::{kind} {listed}::{_data(body)}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def write_summary(report: Report, lang: Lang) -> str:
    """Write the run's summary as Markdown, for ``$GITHUB_STEP_SUMMARY``."""
    return "\n".join(_summary(report, lang)) + "\n"


FORMAT: Format[Report] = Format(
    Text("GitHub 用", "for GitHub"),
    write,
    summary=Summary("GITHUB_STEP_SUMMARY", write_summary),
)


def _summary(report: Report, lang: Lang) -> Iterator[str]:
    yield f"## {_TITLE.in_(lang)}"
    yield ""
    for sentence in (*text.in_doubt(report), text.summary(report)):
        yield _cell(sentence.in_(lang))
    yield from _table(report.wrong[:SUMMARY_ROWS], lang)
    room = max(SUMMARY_ROWS - len(report.wrong), 0)
    for title, rows in ((_ACKNOWLEDGED_TITLE, report.acknowledged), (_DUE_TITLE, report.due)):
        if rows:
            yield ""
            yield f"### {title.in_(lang)}"
            yield from _table(rows[:room], lang)
            room = max(room - len(rows), 0)
    left = len(report.findings) - SUMMARY_ROWS
    if left > 0:
        yield ""
        yield _MORE.format(n=left).in_(lang)


def _table(findings: tuple[Finding, ...], lang: Lang) -> Iterator[str]:
    if not findings:
        return
    yield ""
    yield _HEAD.in_(lang)
    yield "|---|---|---|---|---|"
    for finding in findings:
        cells = (
            title_of(finding).in_(lang),
            finding.code,
            _cell(f"{finding.path}:{finding.line}"),
            _cell(finding.message.in_(lang)),
            "" if finding.acknowledged else _cell(finding.fix.in_(lang)),
        )
        yield f"| {' | '.join(cells)} |"


def _cell(value: str) -> str:
    """Text as it is, whatever Markdown or HTML it may hold."""
    escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace("\n", " ")
    for sign in "\\`*_[]|~":
        escaped = escaped.replace(sign, f"\\{sign}")
    return escaped
