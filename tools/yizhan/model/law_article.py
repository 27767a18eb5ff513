"""The laws article by article: what each asks, which checks judge it, why the rest is not judged."""

from __future__ import annotations

from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Yielding:
    """That a later law goes before an article of an earlier local measure.

    Attributes:
        law: key of the later law.
        article: of the later law.
        since: the first day on which it goes before.
    """

    law: str
    article: str
    since: PartialDate
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LawArticle:
    """One article, or one paragraph of it where what is judged of them differs.

    Attributes:
        article: as the text numbers it: 第二十五条第三款.
        asks: in this house's own words.
        judged_by: codes of the checks; empty where nothing of it is judged.
        not_judged: key of the reason why it, or the rest of it, is not judged.
    """

    article: str
    asks: Text
    judged_by: tuple[str, ...] = ()
    not_judged: str | None = None
    yields: Yielding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LawTable:
    """One version of a law.

    Attributes:
        law: its key in ``laws.yaml``.
        articles: how many articles the text has, as counted in it.
    """

    law: str
    articles: int
    table: tuple[LawArticle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """Up to which item (项) an article counts."""

    article: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LawText:
    """How long the text of a law is.

    Attributes:
        title: without title marks, version and 中华人民共和国.
        version: as labels write it: 2025年修正; None where only one is here.
        source: who made it, and when.
        paragraphs: of each article, in order; empty where the text is not at hand.
        items: of the articles that have any, where the text is at hand.
    """

    title: str
    version: str | None = None
    source: str
    articles: int
    paragraphs: tuple[int, ...] = ()
    items: tuple[Items, ...] = ()
