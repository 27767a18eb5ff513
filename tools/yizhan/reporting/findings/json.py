"""Findings for programs: JSON whose form is kept.

The object has ``version`` (2; a field taken away or changed raises it, a new one does not),
``as_of``, ``records``, the numbers ``errors``, ``irregular``, ``acknowledged`` (irregular, and the
record says so itself; not counted in ``irregular``), ``warnings`` and ``due``, ``in_doubt``
(``path`` of each file that could not be read, and how many other ``records`` could not be judged in
full without it) and ``findings``, each with ``path``, ``line``, ``column``, ``code``, ``level`` (``error``,
``irregular``, ``warning``, ``due``), ``acknowledged`` (true or false), ``message`` and ``fix``, the two
last as ``{"zh": …, "en": …}``, and ``remedy`` (null, or how to acknowledge it: ``at`` what, as keys
and positions from 0, by which ``articles``, the ``line`` of the item, or 0
for the end of the file, the YAML ``lines`` to add there, and the ``command`` that does it). A run with ``errors`` or ``irregular`` does not pass.
"""

from __future__ import annotations

import json

from yizhan.model.finding import Finding, Level
from yizhan.model.text import Lang
from yizhan.reporting.formats import FOR_PROGRAMS, Format
from yizhan.reporting.report import Report

VERSION = 2


def write(report: Report, lang: Lang) -> str:  # noqa: ARG001  # both languages are in it
    """Write the report as one JSON object."""
    value = {
        "version": VERSION,
        "as_of": report.as_of.isoformat(),
        "records": report.records,
        "errors": report.count(Level.ERROR),
        "irregular": report.count(Level.IRREGULAR),
        "acknowledged": len(report.acknowledged),
        "warnings": report.count(Level.WARNING),
        "due": report.count(Level.DUE),
        "in_doubt": [{"path": path, "records": n} for path, n in report.in_doubt.items()],
        "findings": [_finding(finding) for finding in report.findings],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


FORMAT: Format[Report] = Format(FOR_PROGRAMS, write)


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "code": finding.code,
        "level": finding.level.value,
        "acknowledged": finding.acknowledged,
        "message": finding.message._asdict(),
        "fix": finding.fix._asdict(),
        "remedy": None
        if finding.remedy is None
        else {
            "at": list(finding.remedy.at),
            "articles": list(finding.remedy.articles),
            "line": finding.remedy.line,
            "lines": list(finding.remedy.lines),
            "command": finding.remedy.command,
        },
    }
