"""R004: an acknowledgment names the article that is broken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yizhan.checks.shared.acknowledged import coverings
from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.cited_articles import beyond, in_words, ungrounded
from yizhan.checks.shared.examples import SHORT_QUORUM, VOTE_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text
from yizhan.wording.irregular import cited
from yizhan.wording.lists import either

_MISSING = Text(
    "没有写明不合的是哪一条；这里是{articles}。",
    "It does not say which article is broken; here it is {articles}.",
)
_OTHER = Text(
    "写的是“{said}”，这里不合的是{articles}。",
    "It names “{said}”; what is broken here is {articles}.",
)


_NONE: Mapping[str, Text] = {
    "条": Text(
        "写的是{law}{said}；{law}一共 {most:,} 条。",
        "It names {said} of {law}, which has {most:,} {most:article|articles}.",
    ),
    "款": Text(
        "写的是{law}{said}；那一条一共 {most:,} 款。",
        "It names {said} of {law}; that article has {most:,} {most:paragraph|paragraphs}.",
    ),
    "项": Text(
        "写的是{law}{said}；那一条最多到第 {most:,} 项。",
        "It names {said} of {law}; that article has {most:,} {most:item|items}.",
    ),
}
"""What the text does not have, by the unit of which there are not so many."""
_LOOK = Text(
    "照原文写条、款、项的数；没有依据哪一条的，article 可以不写。",
    "Write the numbers of article, paragraph and item as the text has them; where no article is the ground, leave article out.",
)


def _run(record: Record, archive: Archive, context: Context) -> Iterator[Problem]:
    for _, _, found in coverings(record, archive, context):
        for each, articles in found.wrong:
            broken = either(_both(article) for article in articles)
            said = each.said.article
            message = _MISSING if said is None else _OTHER
            pointer = each.pointer("article")
            yield Problem(record, pointer, message.format(said=said, articles=broken))
    for each, cited_one in ungrounded(record, archive, context):
        missing = beyond(cited_one, archive)
        if missing is not None:
            law, which = in_words(cited_one)
            message = _NONE[missing.unit].format(law=law, said=which, most=missing.most)
            yield Problem(record, each.pointer("article"), message, _LOOK)


def _both(article: str) -> Text:
    """An article as it is to be written, and in English what it is."""
    named = cited(article)
    return named if named.zh == named.en else Text(article, f"{named.en} ({article})")


CHECK = Check(
    code="R004",
    title=Text("写明不合哪一条", "The broken article is named"),
    why=Text(
        "标记要说清依据：哪部法律的哪一条，或者哪份规程、办法。依据写错，就成了乱扣帽子。",
        "The mark cites its ground: law and article, or the procedure or scheme. A wrong one accuses falsely.",
    ),
    fix=Text(
        "article 照检查报出的条款写；款、项可以不写，补上的款要是检查所说的那一款。",
        "Write in article what the check cites; paragraph and item may be left out, and a paragraph that is added must be the one that the check is about.",
    ),
    bad=Example({VOTE_PATH: SHORT_QUORUM.format(article="第九条")}),
    good=Example({VOTE_PATH: SHORT_QUORUM.format(article="第二十六条")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
