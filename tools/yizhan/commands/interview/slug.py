"""Ids in ASCII for Chinese titles: 二组路灯不亮 → erzu-ludeng-buliang."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator

from yizhan.model.dates import PartialDate

_PIECES = re.compile(
    r"[一二三四五六七八九十]+[年月日号组栋楼次]"  # 十一月, 二组: one word, whatever its length
    r"|(?:(?![一二三四五六七八九十]+[年月日号组栋楼次])[\u4e00-\u9fff])+"
    r"|[a-z0-9]+"
)
_NUMBERED = re.compile(r"[一二三四五六七八九十]+.")
_WORDS = 4
_LENGTH = 40
FORM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST = 80


def suggest(title: str, day: PartialDate, taken: Container[str], prefix: str = "") -> str:
    """An id for a record: the digits of its date, and its title in pinyin.

    Args:
        title: the record's title.
        day: the date its id begins with, as far as it is known.
        taken: ids that are in use.
        prefix: a word that comes before the title's.

    Returns:
        The same for the same arguments; with a number behind it where the id is taken.
    """
    words = [prefix] if prefix else []
    for word in _words(title):
        if len("-".join([*words, word])) > _LENGTH or len(words) >= _WORDS + bool(prefix):
            break
        words.append(word)
    return free("-".join([digits(day), *(words or ["jilu"])]), taken)


def digits(day: PartialDate) -> str:
    """What an id begins with: 20260312, 202603 or 2026."""
    return day.text.replace("-", "")


def free(identifier: str, taken: Container[str]) -> str:
    """The id itself, or with the first number behind it that nobody uses."""
    found, number = identifier, 2
    while found in taken:
        found, number = f"{identifier}-{number}", number + 1
    return found


def _words(title: str) -> Iterator[str]:
    """The words of a title: Chinese ones in twos, since most words have two syllables."""
    from pypinyin import lazy_pinyin

    for piece in _PIECES.findall(unicodedata.normalize("NFKC", title).lower()):
        if piece.isascii():
            yield piece
            continue
        syllables = [each for each in lazy_pinyin(piece, v_to_u=False) if each.isascii()]
        step = len(syllables) if _NUMBERED.fullmatch(piece) else 2
        for start in range(0, len(syllables), step or 1):
            yield "".join(syllables[start : start + step])
