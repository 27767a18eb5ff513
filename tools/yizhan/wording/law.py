"""How laws are cited: name, version, article, in both languages."""

from __future__ import annotations

import re

from yizhan.model.organic_law import Law
from yizhan.model.text import Text
from yizhan.wording.numerals import number

_PIECE = re.compile(
    "第([零一二三四五六七八九十百千]+)([条款项])(?:至第([零一二三四五六七八九十百千]+)[条款项])?"
)
_ENGLISH = {
    "条": ("article", "articles"),
    "款": ("paragraph", "paragraphs"),
    "项": ("item", "items"),
}


def article(reference: str) -> Text:
    """An article as messages cite it: 第二十八条第一款第四项; article 28, paragraph 1, item 4.

    Args:
        reference: as the data has it, from the law's own numbers; ``至`` for from one to another.
    """
    pieces = []
    for first, unit, last in _PIECE.findall(reference):
        one, many = _ENGLISH[unit]
        pieces.append(
            f"{many} {number(first)} to {number(last)}" if last else f"{one} {number(first)}"
        )
    return Text(reference, ", ".join(pieces))


def cited(law: Law, reference: str) -> Text:
    """A law in the version in force, and the article: 村民委员会组织法（2025年修正）第二十五条第三款."""
    says = article(reference)
    return Text(f"{law.title.zh}{says.zh}", f"{law.title.en}, {says.en}")


def in_chinese(law: Law, reference: str) -> str:
    """The same in Chinese, as an acknowledgment names it."""
    return law.title.zh + reference
