"""What a sentence of a rule takes that a rule may not take, by patterns that are data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from yizhan.model.frozen import dataclass
from yizhan.model.organic_law import Forbidden

_SENTENCE = re.compile("[^。；;！!？?\n]+")
_BANNED = re.compile("不得|不准|不能|不可|不许|无权|禁止|严禁|反对|杜绝|避免|不[以因会]|不应|不$")
_NEAR = 30
"""How many characters before and behind a sanction are looked at."""


@dataclass(frozen=True, slots=True)
class Taking:
    """One sentence, and what it takes.

    Attributes:
        words: what gave it away, as the text has it.
    """

    forbidden: Forbidden
    words: str


def takings(text: str, forbidden: Sequence[Forbidden]) -> Iterator[Taking]:
    """Find what a rule may not take, each sort once a text, and the same words once.

    A sentence that says that an authority acts, or that forbids the thing itself, takes nothing:
    罚款由公安机关依法处理, 不得以罚款代替教育.

    Args:
        text: of an article.
        forbidden: what is looked for.
    """
    found: set[str] = set()
    for sentence in _SENTENCE.findall(text.replace(",", "，")):
        for each, words in _apart(sentence, forbidden):
            if each.key not in found:
                found.add(each.key)
                yield Taking(each, words)


def _apart(sentence: str, forbidden: Sequence[Forbidden]) -> list[tuple[Forbidden, str]]:
    """What is found in a sentence; of two sorts that share words, the one that begins first."""
    here = [(each, words) for each in forbidden if (words := _words(sentence, each)) is not None]
    keys = {each.key for each, _ in here}
    kept: list[tuple[Forbidden, str]] = []
    end = 0
    for each, words in sorted(here, key=lambda one: one[1].start()):
        if words.start() >= end and keys.isdisjoint(each.unless):
            kept.append((each, words.group()))
            end = words.end()
    return kept


def _words(sentence: str, forbidden: Forbidden) -> re.Match[str] | None:
    always, patterns, harmless = (
        _joined(each) for each in (forbidden.always, forbidden.patterns, forbidden.harmless)
    )
    found = always.search(sentence)
    if found is None:
        found = patterns.search(sentence)
        if found is None or harmless.search(sentence):
            return _sanction(sentence, forbidden)
    return found


def _sanction(sentence: str, forbidden: Forbidden) -> re.Match[str] | None:
    """What happens to somebody for what they did: 拖欠卫生费的，其子女不得入学.

    What stands beside it says whose it is: 由学校, 依法 or 不得 in the same clause make it another's.
    """
    done = _joined(forbidden.after).search(sentence)
    if done is None or _joined(forbidden.excused).search(sentence):
        return None
    harmless = _joined((*forbidden.harmless, *forbidden.beside))
    for hit in _joined(forbidden.sanctions).finditer(sentence, done.end()):
        before = sentence[max(0, hit.start() - _NEAR) : hit.start()].rpartition("，")[2]
        after = sentence[hit.end() : hit.end() + _NEAR].partition("，")[0]
        if not _BANNED.search(before) and not harmless.search(before + hit.group() + after):
            return hit
    return None


@cache
def _joined(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for several; one that finds nothing for none."""
    return re.compile("|".join(patterns) if patterns else r"(?!)")
