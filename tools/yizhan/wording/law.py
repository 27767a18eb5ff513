"""How laws are cited: name, version, article, in both languages."""

from __future__ import annotations

import re

from yizhan.loading.presets import law_names
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


_VERSION = re.compile(r"（(\d{4})年(修订|修正)?）$")
_VERSIONS = {"修订": " (as revised in {})", "修正": " (as amended in {})", None: " ({})"}
_MARKS = str.maketrans("", "", "《》〈〉")


def law_name(law: str) -> str:
    """A law in title marks, inner marks single, its version outside: 《…法》（2025年修订）."""
    name, mark, version = law.partition("（")
    inner = name.translate(_MARKS) if name[:1] == "《" else name
    inner = inner.replace("《", "〈").replace("》", "〉")
    return f"《{inner}》{mark}{version}"


def named_law(law: str) -> Text:
    """A law as it is written, and in English; a title that is no law's stays as it is.

    Args:
        law: 中华人民共和国村民委员会组织法（2025年修正), with or without title marks and version.
    """
    version = _VERSION.search(law)
    plain = _VERSION.sub("", law).translate(_MARKS).replace("中华人民共和国", "")
    english = law_names().get(plain)
    if english is None:
        return Text(law, law_name(law))
    of = "" if version is None else _VERSIONS[version[2]].format(version[1])
    return Text(law, english + of)


def cited_by_name(law: str, reference: str) -> Text:
    """A law by its full name, in title marks, and the article."""
    says = article(reference)
    return Text(law_name(law) + says.zh, f"{named_law(law).en}, {says.en}")


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
    return Text(reference, ", ".join(pieces) or reference)


def cited(law: Law, reference: str) -> Text:
    """A law in the version in force, and the article: 村民委员会组织法（2025年修正）第二十五条第三款."""
    says = article(reference)
    return Text(f"{law.title.zh}{says.zh}", f"{law.title.en}, {says.en}")


def in_chinese(law: Law, reference: str) -> str:
    """The same in Chinese, as an acknowledgment names it."""
    return law.title.zh + reference
