"""Sentences of ``wording`` that templates ask for themselves, as ``say``."""

from __future__ import annotations

from yizhan.facts.display import Subject
from yizhan.facts.metric_tables import THRESHOLD
from yizhan.loading.schemas import load_vocabulary
from yizhan.model.vocabulary import Kind
from yizhan.wording import display, figures, meeting
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

    def part_of_tally(self) -> str:
        """The head of the column that says which village, group, venue or ballot box it is."""
        return self._words.label(meeting.PART)

    def of_tally(self, number: int) -> str:
        """Of what the shares of a tally are."""
        return self._words.say(meeting.OF_TALLY, n=number)

    def vote_for(self) -> str:
        """The head of the column of votes in favour."""
        return self._words.label(meeting.FOR)

    def vote_against(self) -> str:
        """The head of the column of votes against."""
        return self._words.label(meeting.AGAINST)

    def vote_abstained(self) -> str:
        """The head of the column of abstentions."""
        return self._words.label(meeting.ABSTAINED)

    def amendments_to_motion(self) -> str:
        """The heading over what was to be changed in a motion."""
        return self._words.label(meeting.AMENDMENTS)

    def vote_on_motion(self) -> str:
        """The heading over the vote on a motion of which something was to be changed."""
        return self._words.label(meeting.VOTE_ON_MOTION)

    def of_meeting(self, *names: str) -> str:
        """What a field of a meeting is called."""
        return self._words.label(load_vocabulary().field(Kind.MEETING, names))

    def of_election(self, *names: str | int) -> str:
        """What a field of an election is called, or of its candidates."""
        way = ("agenda", 0, "elections", 0, *names)
        return self._words.label(load_vocabulary().field(Kind.MEETING, way))

    def sessions(self) -> str:
        """The heading over venues, sittings and ballot boxes."""
        return self._words.label(meeting.SESSIONS)

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
