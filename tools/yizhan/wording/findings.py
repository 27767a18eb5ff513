"""The four kinds of findings in words: what each is called, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable

from yizhan.model.finding import Finding, Level
from yizhan.model.text import Text
from yizhan.wording.lists import every

LEVEL_TITLE = {
    Level.ERROR: Text("错误", "error"),
    Level.IRREGULAR: Text("不合规", "irregular"),
    Level.WARNING: Text("提醒", "warning"),
    Level.DUE: Text("待办", "due"),
}
"""What stands before a finding and in the tables of the manual."""

WHY = Text("为什么", "Why")
HOW_TO_FIX = Text("怎么改", "How to fix it")
WRONG = Text("错的", "Wrong")
RIGHT = Text("对的", "Right")
FIX = Text("怎么改：", "fix: ")

_COUNT = {
    Level.ERROR: Text("{n:,} 处错误", "{n:,} {n:error|errors}"),
    Level.IRREGULAR: Text("{n:,} 处不合规", "{n:,} {n:irregularity|irregularities}"),
    Level.WARNING: Text("{n:,} 处提醒", "{n:,} {n:warning|warnings}"),
    Level.DUE: Text("{n:,} 件到期待办", "{n:,} {n:thing|things} due"),
}


def count_of(findings: Iterable[Finding], *levels: Level) -> Text | None:
    """How many findings there are of each of some kinds; None where there are none of any."""
    found = [finding.level for finding in findings]
    counts = [_COUNT[level].format(n=found.count(level)) for level in levels if level in found]
    return every(counts) if counts else None
