"""Findings for GitLab: a code quality report.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter

from yizhan.model.finding import Finding, Level
from yizhan.model.text import Lang, Text
from yizhan.reporting.formats import Format
from yizhan.reporting.report import Report
from yizhan.wording.findings import COLON, how_to_acknowledge, title_of

_SEVERITY = {
    Level.ERROR: "critical",
    Level.IRREGULAR: "major",
    Level.WARNING: "minor",
    Level.DUE: "info",
}


def write(report: Report, lang: Lang) -> str:
    """Write the report as a JSON list.

    A finding's fingerprint leaves its line out, so that it stays the same finding when lines move;
    equal ones in a file are told apart by their order.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    issues = []
    for finding in report.findings:
        same = (finding.path, finding.code, finding.message.zh)
        issues.append(_issue(finding, lang, (*same, str(seen[same]))))
        seen[same] += 1
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


FORMAT: Format[Report] = Format(Text("GitLab 用", "for GitLab"), write)


def _issue(finding: Finding, lang: Lang, identity: tuple[str, ...]) -> dict[str, object]:
    said = [finding.message.in_(lang), finding.fix.in_(lang)]
    if finding.acknowledged:
        said = [f"{title_of(finding).in_(lang)}{COLON.in_(lang)}{said[0]}"]
    how = how_to_acknowledge(finding, lang)
    return {
        "description": "\n".join((" ".join(said), *how)),
        "check_name": finding.code,
        "fingerprint": hashlib.sha256("\0".join(identity).encode()).hexdigest(),
        "severity": "info" if finding.acknowledged else _SEVERITY[finding.level],
        "location": {"path": finding.path, "lines": {"begin": finding.line}},
    }
