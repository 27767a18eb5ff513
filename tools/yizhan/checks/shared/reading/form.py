"""What there is to say of a code of loading, and the example that most of them write wrongly."""

from __future__ import annotations

from yizhan.checks.shared.check import Example
from yizhan.model.finding import Level
from yizhan.model.frozen import dataclass
from yizhan.model.text import Text

TO_ITS_FOLDER = Text("移到该类档案的文件夹。", "Move it to the folder of its kind.")

PATH = "records/places/shili-square.yaml"
"""The file of most examples: a place of the fictitious village."""

GOOD = """\
id: shili-square
title: 文化广场
example: true
level: site
parent: shili-cun
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """What there is to say of a code of loading; the same words as a ``Check`` has."""

    code: str
    title: Text
    why: Text
    fix: Text
    bad: Example
    good: Example
    level: Level = Level.ERROR


def swapped(good: str, bad: str) -> Example:
    """The good example with one part of it written wrongly."""
    assert good in GOOD, good
    return Example({PATH: GOOD.replace(good, bad)})


def document(code: str, texts: tuple[Text, Text, Text], bad: Example, good: str = GOOD) -> Reading:
    """Put a documentation together.

    Args:
        code: the code.
        texts: title, why, fix.
        bad: files in which it is found.
        good: the place as it should be.
    """
    title, why, fix = texts
    return Reading(code, title, why, fix, bad, Example({PATH: good}))
