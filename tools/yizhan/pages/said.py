"""Sentences of ``wording`` that templates ask for themselves, as ``say``."""

from __future__ import annotations

from yizhan.facts.display import Subject
from yizhan.facts.metric_tables import THRESHOLD
from yizhan.model.vocabulary import Kind
from yizhan.wording import display, figures
from yizhan.wording.words import Words


class Said:
    """The sentences in one language."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def kind(self, name: str) -> str:
        """What a record of a kind is called."""
        return self._words.title(Kind(name))

    def opinions(self, number: int) -> str:
        """How many opinions a consultation brought."""
        return display.opinions(self._words, number)

    def objections(self, number: int) -> str:
        """How many objections came in."""
        return display.objections(self._words, number)

    def decision_on_display(self) -> str:
        """That a decision was made public."""
        return self._words.say(display.WHAT[Subject.DECISION])

    def result_on_display(self) -> str:
        """That the result of a decision was made public."""
        return self._words.say(display.WHAT[Subject.RESULT])

    def left_out(self, number: int) -> str:
        """How many matters a figure leaves out."""
        return self._words.say(figures.LEFT_OUT, n=number)

    def nothing_to_count(self) -> str:
        """That a figure has no value."""
        return self._words.label(figures.NOTHING)

    def no_groups(self) -> str:
        """That no group is large enough."""
        return self._words.say(figures.NO_GROUPS, n=THRESHOLD)

    def marks_in_tables(self) -> str:
        """What the marks in a table of figures mean."""
        return self._words.say(figures.MARKS, star="＊", n=THRESHOLD)
