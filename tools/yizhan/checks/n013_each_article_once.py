"""N013: an amendment says of each article once what becomes of it, and changes something."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import DOGS_PATH, dogs
from yizhan.checks.shared.twice import given_twice
from yizhan.facts.irregular import rests_on
from yizhan.facts.rule_text import text_before
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind, Operation

_TWICE = Text(
    "同一个修正案里“{key}”已经写过怎么改，一条只写一次。",
    "This amendment already says what becomes of “{key}”; each article is there once.",
)
_AFTER = Text(
    "after（插在哪一条之后）只用于新增；修改、废止的条文留在原来的位置。",
    "Only a new article has after, the one it follows; what is replaced stays where it is.",
)
_SAME = Text(
    "“{key}”修改后的文字和原来一个字不差，等于没有修改。",
    "The new wording of “{key}” is the old one, word for word; nothing is changed.",
)


def _run(record: Amendment, archive: Archive, _context: Context) -> Iterator[Problem]:
    rows = (
        (("changes", number, "article"), change.article, None)
        for number, change in enumerate(record.changes)
    )
    for pointer, key, _ in given_twice(rows):
        yield Problem(record, pointer, _TWICE.format(key=key))
    for number, change in enumerate(record.changes):
        if change.operation is not Operation.INSERT and change.after is not None:
            yield Problem(record, ("changes", number, "after"), _AFTER)
    rule = archive.get(Rule, record.rule)
    if rule is not None:
        yield from _unchanged(record, rule, archive)


def _unchanged(record: Amendment, rule: Rule, archive: Archive) -> Iterator[Problem]:
    others = [each for each in archive.of(Amendment) if each.rule == record.rule]
    before = text_before(rule, others, record, partial(rests_on, archive=archive))
    for number, change in enumerate(record.changes):
        article = before.find(change.article)
        if change.operation is not Operation.REPLACE or article is None:
            continue
        if change.text == article.text and change.title in (None, article.title):
            message = _SAME.format(key=change.article)
            yield Problem(record, ("changes", number, "text"), message)


_DRAFT = """\
  - stage: draft
    date: 2026-03-25
"""
_AGAIN = """\
  - operation: replace
    article: {article}
    text: 遛犬要牵绳，还要清理粪便。
dossier:
"""


def _with(article: str) -> str:
    return dogs(_DRAFT).replace("dossier:\n", _AGAIN.format(article=article))


CHECK = Check(
    code="N013",
    title=Text("每条只改一次，改了才写", "Each article is changed once, and is changed"),
    why=Text(
        "居民看修正案，要看得出每一条最后成了什么样；一条写两次，或者写了等于没改，就看不出来。",
        "Readers of an amendment must see what becomes of each article; given twice, or given unchanged, it does not show.",
    ),
    fix=Text(
        "同一条合成一项，只写最后的文字；没有改的删掉；不是新增的不写 after。",
        "Put what concerns one article into one operation with its final wording; leave out what does not change, and after unless the article is new.",
    ),
    bad=Example({DOGS_PATH: _with("dogs")}),
    good=Example({DOGS_PATH: _with("quiet")}),
    kinds=(Kind.AMENDMENT,),
    run=_run,
    level=Level.ERROR,
)
