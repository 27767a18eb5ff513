"""The four kinds of findings in words: what each is called, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable

from yizhan.model.finding import Effect, Finding, Level
from yizhan.model.text import Lang, Text
from yizhan.wording.lists import every

LEVEL_TITLE = {
    Level.ERROR: Text("错误", "error"),
    Level.IRREGULAR: Text("不合规", "irregular"),
    Level.WARNING: Text("提醒", "warning"),
    Level.DUE: Text("待办", "due"),
}
"""What is written before a finding and in the tables of the manual."""

ACKNOWLEDGED = Text("已说明的不合规", "acknowledged")
"""What is written before an irregular finding that the record acknowledges itself."""

_TO_ITEM = Text(
    "事情确实就是这样的，如实写明：在第 {line} 行的这一条里加下面几行，reason 写清当时的情况；或者输入命令。",
    "If it did happen like this, say so: add these lines to the item at line {line}, with what happened in reason; or type the command.",
)
_TO_FILE = Text(
    "事情确实就是这样的，如实写明：在文件最后加下面几行，reason 写清当时的情况；或者输入命令。",
    "If it did happen like this, say so: add these lines at the end of the file, with what happened in reason; or type the command.",
)
_TO_LIST = Text(
    "事情确实就是这样的，如实写明：接在第 {line} 行那一项后面加下面几行，reason 写清当时的情况；或者输入命令。",
    "If it did happen like this, say so: add these lines behind the entry at line {line}, with what happened in reason; or type the command.",
)
_BY_COMMAND = Text(
    "事情确实就是这样的，用下面的命令如实写明。",
    "If it did happen like this, say so with the command.",
)
"""How to acknowledge what is irregular, before the lines and the command."""

EFFECT = {
    Effect.CONDITION: Text(
        "这是生效的条件：不合的不算数；后来维持、追认的算不算，条文没有写。",
        "A condition of effect: what breaks it does not count; whether it does once upheld or ratified, no article says.",
    ),
    Effect.DUTY: Text(
        "这是一项义务：没有做到要补上，事情的效力不因此受影响。",
        "A duty: what was neglected is to be made good, and the effect of the act does not rest on it.",
    ),
    Effect.UNSAID: Text(
        "规定没有说不合的有没有效力：可以争议，这里不下结论。",
        "The rule does not say what becomes of what breaks it: it is contestable, and nothing is decided here.",
    ),
}
"""What the rule of an irregular check does to the act."""

WHY = Text("为什么", "Why")
MERGED = Text(
    "已经合并公布的不改原处：运行 yizhan correct，在 corrections 里加一条更正。",
    "What is merged stays as it is: run yizhan correct, which adds an entry to corrections.",
)
"""How to fix what others rely on already."""

HOW_TO_FIX = Text("怎么改", "How to fix it")
WRONG = Text("错的", "Wrong")
RIGHT = Text("对的", "Right")
FIX = Text("怎么改：", "fix: ")
COLON = Text("：", ": ")

_COUNT = {
    Level.ERROR: Text("{n:,} 处错误", "{n:,} {n:error|errors}"),
    Level.IRREGULAR: Text("{n:,} 处不合规", "{n:,} {n:irregularity|irregularities}"),
    Level.WARNING: Text("{n:,} 处提醒", "{n:,} {n:warning|warnings}"),
    Level.DUE: Text("{n:,} 件到期待办", "{n:,} {n:thing|things} due"),
}


_ACKNOWLEDGED = Text(
    "另有 {n:,} 处不合规已在记录里写明，公开时带着标记。",
    "{n:,} {n:irregularity is|irregularities are} acknowledged in the records and published with {n:its mark|their marks}.",
)


def title_of(finding: Finding) -> Text:
    """What is written before a finding."""
    return ACKNOWLEDGED if finding.acknowledged else LEVEL_TITLE[finding.level]


def acknowledged_count(n: int) -> Text | None:
    """How many irregularities are acknowledged; None where there are none."""
    return _ACKNOWLEDGED.format(n=n) if n else None


def how_to_acknowledge(finding: Finding, lang: Lang) -> tuple[str, ...]:
    """The sentence, the lines and the command, a line each; empty where there is nothing to say."""
    remedy = finding.remedy
    if remedy is None:
        return ()
    if not remedy.lines:
        says = _BY_COMMAND
    elif remedy.lines[0].lstrip().startswith("-"):
        says = _TO_LIST
    else:
        says = _TO_ITEM if remedy.line else _TO_FILE
    return (says.in_(lang, line=remedy.line), *remedy.lines, remedy.command)


def count_of(findings: Iterable[Finding], *levels: Level) -> Text | None:
    """How many findings there are of each of some kinds; None where there are none of any."""
    found = [finding.level for finding in findings if not finding.acknowledged]
    counts = [_COUNT[level].format(n=found.count(level)) for level in levels if level in found]
    return every(counts) if counts else None


ABOUT_CHECK = Text("种类：{level}。检查：{kinds}。", "Kind: {level}. Checks: {kinds}.")
EVERY_FILE = Text("每个文件", "every file")
EVERY_KIND = Text("每一种记录", "every kind of record")
ATTACHMENT = Text("（附件）", " (an attachment)")
