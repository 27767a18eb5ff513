"""Articles that an acknowledgment names where its check cites none: whether the law has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from yizhan.checks.shared.acknowledged import Acknowledged, coverings
from yizhan.checks.shared.check import Context
from yizhan.loading.presets import load_law_texts
from yizhan.loading.typed_numerals import chinese_number
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.law_article import LawText
from yizhan.model.points import Scheme
from yizhan.model.procedure import Procedure
from yizhan.model.record import Record
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.wording.law import article, law_name, named_law
from yizhan.wording.numerals import written

_NUMBER = "[零〇一二三四五六七八九十百千万两\\d]+"
_CITED = re.compile(
    f"(?P<law>.*?)第(?P<article>{_NUMBER})条(?:之{_NUMBER})?(?:第(?P<paragraph>{_NUMBER})款)?(?:第(?P<item>{_NUMBER})项)?"
)
_VERSION = re.compile(r"（(\d{4}年[^（）]{0,4})）")
_IN_BRACKETS = re.compile(r"（(第[^（）]*)）")
_NOT_READ = str.maketrans("", "", "《》〈〉“”\"' \u3000")
_BETWEEN = "、，,；;。和及与或以至等"


class Cited(NamedTuple):
    """One article that somebody names.

    Attributes:
        law: its title, bare; empty where none is named.
        version: as it is written: 2025年修正; None where it is left out.
        said: the article with paragraph and item, as laws write it.
        article: its number; None where that is no number.
        paragraph: likewise; None where none is named.
        item: likewise.
    """

    law: str
    version: str | None
    said: str
    article: int | None
    paragraph: int | None
    item: int | None


def articles_in(ground: str) -> Iterator[Cited]:
    """Every article that a ground names; a law named once holds for those that follow it."""
    text = _IN_BRACKETS.sub(r"\1", written(ground.translate(_NOT_READ)))
    law, version = "", None
    for found in _CITED.finditer(text):
        named = found["law"].lstrip(_BETWEEN)
        if named:
            label = _VERSION.search(named)
            version = label[1] if label is not None else None
            law = _VERSION.sub("", named).replace("中华人民共和国", "")
        numbers = [
            _number(found[each]) if found[each] else None
            for each in ("article", "paragraph", "item")
        ]
        yield Cited(law, version, found[0][len(found["law"]) :], *numbers)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else chinese_number(text)


def in_words(cited: Cited) -> tuple[Text, Text]:
    """The law and the article that are named, in both languages."""
    law = Text(law_name(cited.law), named_law(cited.law).en)
    return law, article(cited.said)


class Beyond(NamedTuple):
    """Something that a law does not have.

    Attributes:
        unit: 条, 款 or 项: of which there are not so many.
        most: how many there are.
    """

    cited: Cited
    unit: str
    most: int


def texts_of(cited: Cited) -> list[LawText]:
    """The texts that an article can be of: those of the version that is named, or of every one."""
    return [
        each
        for each in load_law_texts()
        if each.title == cited.law and cited.version in (None, each.version)
    ]


def beyond(cited: Cited, archive: Archive) -> Beyond | None:
    """What a law or a rule on record has not; None where it has it, or nobody knows the law."""
    texts = texts_of(cited)
    if texts:
        found = [_missing(cited, text) for text in texts]
        missing = [each for each in found if each is not None]
        return None if len(missing) < len(found) else max(missing, key=lambda each: each.most)
    lengths = [_articles(each, archive) for each in archive.of(Rule) if each.title == cited.law]
    return _over(cited, cited.article, "条", max(lengths)) if lengths else None


def is_known(cited: Cited, archive: Archive) -> bool:
    """Whether it can be looked up: a law of which the length is known, or a text that is on record."""
    if texts_of(cited):
        return True
    kinds = (Rule, Scheme, Procedure)
    return any(each.title == cited.law for kind in kinds for each in archive.of(kind))


def _missing(cited: Cited, text: LawText) -> Beyond | None:
    found = _over(cited, cited.article, "条", text.articles)
    if found is not None or cited.article is None or not text.paragraphs:
        return found
    found = _over(cited, cited.paragraph, "款", text.paragraphs[cited.article - 1])
    items = next((each.most for each in text.items if each.article == cited.article), 0)
    return found or _over(cited, cited.item, "项", items)


def _over(cited: Cited, number: int | None, unit: str, most: int) -> Beyond | None:
    return Beyond(cited, unit, most) if number is not None and not 0 < number <= most else None


def _articles(rule: Rule, archive: Archive) -> int:
    """How many articles a rule on record ever had at most."""
    own = sum(len(chapter.articles) for chapter in rule.chapters)
    return own + sum(len(each.changes) for each, _ in archive.referrers_of(Amendment, rule.id))


def ungrounded(
    record: Record, archive: Archive, context: Context
) -> Iterator[tuple[Acknowledged, Cited]]:
    """Yield what acknowledgments name that no check compares with an article of its own.

    Of one that nothing backs R001 speaks, and its article is not published.
    """
    for _, _, found in coverings(record, archive, context):
        compared = {*found.compared, *(each for each, _ in found.wrong)}
        for each in dict.fromkeys(one for one in found.by if one is not None):
            if each not in compared and each.said.article is not None:
                for cited in articles_in(each.said.article):
                    yield each, cited
