"""L002: the keys of a rule's chapters and articles are given once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.twice import given_twice
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.rule import Article, Chapter, Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "“{key}”已经用过；{what}的 key 是永久的，不能重复。",
    "“{key}” is already used; the key of {what} is permanent and given once.",
)
_ARTICLE = Text("条", "an article")
_CHAPTER = Text("章", "a chapter")

_PASTED = Text(
    "两处一字不差，像是贴了两遍：删去一处。另有一条漏了的，补上它的条文，另起一个 key。",
    "The two are the same word for word: take one out. If another was meant, write its text and a key of its own.",
)


def _run(record: Rule, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for what, rows in ((_CHAPTER, [*_chapters(record)]), (_ARTICLE, [*_articles(record)])):
        for pointer, key, _ in given_twice(rows):
            yield Problem(record, pointer, _FOUND.format(key=key, what=what), _fix(rows, key))


def _fix(rows: Sequence[tuple[Pointer, str, object]], key: str) -> Text | None:
    """Of two that are the same in everything one is too many."""
    first, *others = [each for _, own, each in rows if own == key]
    return _PASTED if first in others else None


def _chapters(rule: Rule) -> Iterator[tuple[Pointer, str, Chapter]]:
    for number, chapter in enumerate(rule.chapters):
        yield ("chapters", number, "key"), chapter.key, chapter


def _articles(rule: Rule) -> Iterator[tuple[Pointer, str, Article]]:
    for number, chapter in enumerate(rule.chapters):
        for position, article in enumerate(chapter.articles):
            yield ("chapters", number, "articles", position, "key"), article.key, article


_PATH = "records/rules/shili-square/rule.yaml"
_RULE = """\
id: shili-square
title: 广场使用办法
example: true
rule_kind: measures
place: shili-cun
wording: verbatim
effective: 2026-02-01
chapters:
  - key: use
    articles:
      - key: hours
        text: 每天早上六点开放。
      - key: {key}
        text: 车辆不得驶入。
"""

CHECK = Check(
    code="L002",
    title=Text("条文的 key 不重复", "Keys of articles are given once"),
    why=Text(
        "修改规约是按 key 找到某一条的；两条同用一个 key，就不知道改的是哪一条。",
        "An amendment finds its article by the key; if two share one, nobody knows which is meant.",
    ),
    fix=Text(
        "给后一条另起一个 key。",
        "Give the later one a key of its own.",
    ),
    bad=Example({_PATH: _RULE.format(key="hours")}),
    good=Example({_PATH: _RULE.format(key="vehicles")}),
    kinds=(Kind.RULE,),
    run=_run,
    level=Level.ERROR,
)
