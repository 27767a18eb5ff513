"""L003: a rule has as much text as it says it has."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.check import Check, Context, Example, Problem
from yizhan.model.archive import Archive
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind, Wording

_NONE = Text(
    "wording 写的是原文（verbatim），却没有任何条文。",
    "wording says verbatim, but there is no article.",
)
_SOME = Text(
    "wording 写的是不详（unknown），却有条文。",
    "wording says unknown, but there are articles.",
)


def _run(record: Rule, _archive: Archive, _context: Context) -> Iterator[Problem]:
    articles = any(chapter.articles for chapter in record.chapters)
    if record.wording is Wording.VERBATIM and not articles:
        yield Problem(record, ("wording",), _NONE)
    if record.wording is Wording.UNKNOWN and articles:
        yield Problem(record, ("wording",), _SOME)


_PATH = "records/rules/shili-feasts/rule.yaml"
_RULE = """\
id: shili-feasts
title: 红白事约定
example: true
rule_kind: customs
place: shili-cun
wording: {wording}
effective: 2026-02-01
"""

CHECK = Check(
    code="L003",
    title=Text("原文与条文相符", "As much text as claimed"),
    why=Text(
        "居民要分得清看到的是规约原文、转述，还是只知道有这么一份规约。",
        "Residents must know whether they read the very words, a report of them, or only that there is a rule.",
    ),
    fix=Text(
        "补上条文，或者把 wording 改成 reported（转述）或 unknown（不详）。",
        "Add the articles, or set wording to reported or unknown.",
    ),
    bad=Example({_PATH: _RULE.format(wording="verbatim")}),
    good=Example({_PATH: _RULE.format(wording="unknown")}),
    kinds=(Kind.RULE,),
    run=_run,
)
