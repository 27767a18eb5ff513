"""Acknowledgments of what is found, by command and by the lines of a message."""

from __future__ import annotations

from datetime import date

from yizhan.checks import discover
from yizhan.model.finding import Level

AS_OF = date(2026, 3, 31)
CHECKS = {check.code: check for check in discover()}
IRREGULAR = [check for check in discover() if check.level is Level.IRREGULAR]
SAID = {"reason": "当时就是这样。", "by": "shili-committee"}


def entry(finding):
    """What the finding's own remedy says, with what is to be filled in."""
    article = {"article": finding.remedy.articles[0]} if finding.remedy.articles else {}
    return {"code": finding.code, **article, **SAID, "date": AS_OF.isoformat()}


def irregular(findings):
    return [each for each in findings if each.level is Level.IRREGULAR]


def of_example(check, findings):
    """What a check finds in its own bad example, which may acknowledge something else already."""
    return [each for each in irregular(findings) if each.code == check.code]


def others(findings, about=None):
    """What does not come with the calendar alone.

    Args:
        about: code of the check whose example it is. Those who acknowledge are of one village, also in
            an example of another; A021 says so, and only its own example is about that.
    """
    left = [each for each in findings if each.level is not Level.DUE]
    return [each for each in left if about in (None, "A021") or each.code != "A021"]


HELD = """\
  - code: {code}
    reason: 当时就是这样。
    by: shili-committee
    date: 2026-03-23
"""


def by_lines_behind(text, finding):
    """A file with the lines behind the last entry of the list that the message names."""
    lines = [
        line + (f" {SAID[line.strip()[:-1]]}" if line.strip() in ("reason:", "by:") else "")
        for line in finding.remedy.lines
    ]
    return text.rstrip("\n") + "\n" + "\n".join(lines) + "\n"
