"""N001: what an amendment changes is there to be changed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from yizhan.checks.shared.check import Check, Context, Example, Hinge, Problem
from yizhan.checks.shared.examples import DOGS_PATH, dogs
from yizhan.facts.irregular import rests_on
from yizhan.facts.rule_text import Conflict, apply, text_before
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind, Operation, Wording
from yizhan.wording.there_are import there_are

_MESSAGE = {
    Conflict.NO_SUCH_ARTICLE: Text(
        "到那时的规约里没有“{key}”这一条，无法修改或者废止。",
        "The rule as it then stands has no article “{key}” to replace or repeal.",
    ),
    Conflict.KEY_TAKEN: Text(
        "“{key}”已经用过（废止的也算），新增的条文要另起一个 key。",
        "The key “{key}” was used before, be it repealed or not; a new article needs its own.",
    ),
    Conflict.NO_SUCH_PLACE: Text(
        "要插在“{key}”之后，到那时的规约里却没有这一条。",
        "The new article is to follow “{key}”, which the rule as it then stands does not have.",
    ),
}

_OF_CHAPTER = Text(
    "“{key}”是一章的 key，新增的条文要另起一个。",
    "“{key}” is the key of a chapter; a new article needs its own.",
)

_COMPARE = Text(
    "对照规约当时的条文，改正 article（条）或 after（插在哪一条之后）。",
    "Compare with the rule as it then stands, and correct article or after.",
)


def _run(record: Amendment, archive: Archive, _context: Context) -> Iterator[Problem]:
    rule = archive.get(Rule, record.rule)
    if rule is None or rule.wording is not Wording.VERBATIM:
        return
    others = [each for each in archive.of(Amendment) if each.rule == record.rule]
    irregular = partial(rests_on, archive=archive)
    keys = [article.key for chapter in rule.chapters for article in chapter.articles]
    if len(keys) > len(set(keys)):
        return  # which article a key means can be said once L002 is settled
    before = text_before(rule, others, record, irregular)
    known = {each.key: each.title or "" for each in before.articles()}
    chapters = {chapter.key for chapter in rule.chapters}
    for number, change in enumerate(record.changes):
        if change.operation is Operation.INSERT and change.article in chapters:
            message = _OF_CHAPTER.format(key=change.article)
            yield Problem(record, ("changes", number, "article"), message)
    _, conflicts = apply(before, record)
    for number, conflict in conflicts:
        change = record.changes[number]
        placed = conflict is Conflict.NO_SUCH_PLACE
        message = _MESSAGE[conflict].format(key=change.after if placed else change.article)
        pointer = ("changes", number, "after" if placed else "article")
        hinge = Hinge(kind=Kind.AMENDMENT, rule=record.rule)
        typed = change.after if placed else change.article
        taken = conflict is Conflict.KEY_TAKEN
        fix = None if taken else there_are(typed or "", known, _COMPARE)
        about = f"{rule.id}/articles#{typed or ''}"
        yield Problem(record, pointer, message, fix, hinges_on=hinge, about=about)


_DRAFT = """\
  - stage: draft
    date: 2026-03-25
"""

CHECK = Check(
    code="N001",
    title=Text("修改的条文存在", "Amendments fit the text"),
    why=Text(
        "规约现在的样子是由原文加上每次修正算出来的；修正对不上条文，页面上就会少一条或者错一条。",
        "The text in force is computed from the first text and its amendments; "
        "an operation that fits nothing leaves an article missing or wrong.",
    ),
    fix=_COMPARE,
    bad=Example({DOGS_PATH: dogs(_DRAFT, after="noise")}),
    good=Example({DOGS_PATH: dogs(_DRAFT, after="quiet")}),
    kinds=(Kind.AMENDMENT,),
    run=_run,
    level=Level.ERROR,
)
