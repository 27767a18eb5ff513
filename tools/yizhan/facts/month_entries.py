"""What a month tells of one matter or one meeting: a line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from yizhan.facts.deadlines import Due
from yizhan.facts.ending import Ending
from yizhan.facts.events import How, Move
from yizhan.facts.first_words import is_corrected
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Pointer
from yizhan.model.meeting import AgendaItem, Decision, Meeting
from yizhan.model.meeting_vocabulary import ElectionResult
from yizhan.model.record import Irregularity
from yizhan.model.vocabulary import DecisionResult
from yizhan.model.voting import Election


@dataclass(frozen=True, slots=True)
class Hanging:
    """A matter late at the end of the month, or that was by what was on record then.

    Attributes:
        matter: its id.
        handler: who had it at the end of the month, as far as is known today.
        late_days: working days late on that day.
        until: where it was so only by what was on record until a correction: the day of that.
    """

    matter: str
    handler: str | None
    due: Due
    late_days: int
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Closing:
    """A matter confirmed or given up in the month; it is named by its id.

    Attributes:
        late_days: by how many working days it left a stage late, at the most, up to its closing.
        since: the day since which the closing is on record, where that is after its own.
        may_move: whether that lateness may be undone by holidays not published yet.
        times: how many times it was closed in the month; this is the last.
    """

    matter: str
    day: PartialDate
    how: How
    late_days: int = 0
    since: date | None = None
    may_move: bool = False
    times: int = 1


class Moved(NamedTuple):
    """A matter reported done, or taken up again, in the month.

    Attributes:
        matter: its id.
        move: the last time.
        times: how many times in the month.
    """

    matter: str
    move: Move
    times: int = 1


@dataclass(frozen=True, slots=True)
class Gone:
    """A matter merged or split in the month, which goes on in others.

    Attributes:
        matter: its id.
        ending: which of the two.
        late_days: by how many working days it exceeded a limit before, at the most.
        may_move: as of ``Closing``.
    """

    matter: str
    day: PartialDate
    ending: Ending
    late_days: int
    may_move: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision of one of the month's meetings, or an election."""

    meeting: Meeting
    item: AgendaItem
    decision: Decision | Election

    @property
    def irregular(self) -> tuple[Irregularity, ...]:
        """What is acknowledged of it, of its item and of the meeting."""
        return (*self.meeting.irregular, *self.item.irregular, *self.decision.irregular)

    @property
    def text(self) -> str:
        """What was decided, or whom it elected: the post."""
        return self.decision.title if isinstance(self.decision, Election) else self.decision.text

    @property
    def result(self) -> DecisionResult | ElectionResult:
        """What came of it."""
        found = self.decision
        return found.result if isinstance(found, Election) else found.outcome

    @property
    def corrected(self) -> bool:
        """Whether what is told of it here was corrected, or anything else in it."""
        if not self.meeting.corrections:
            return False
        places: list[Pointer] = [("title",), ("date",)]
        for position, item in enumerate(self.meeting.agenda):
            for name, found in (("decisions", item.decisions), ("elections", item.elections)):
                own = (number for number, each in enumerate(found) if each is self.decision)
                places += [("agenda", position, name, number) for number in own]
        return any(is_corrected(self.meeting, each) for each in places)


def moved_once(found: Sequence[Moved]) -> list[Moved]:
    """Each matter once, by the last time that it happened in the month."""
    last = {each.matter: each for each in found}
    times = Counter(each.matter for each in found)
    return [each._replace(times=times[matter]) for matter, each in last.items()]


def closed_once(found: Sequence[Closing]) -> list[Closing]:
    """Each matter once, by the last time that it was closed in the month."""
    last = {each.matter: each for each in found}
    times = Counter(each.matter for each in found)
    return [replace(each, times=times[matter]) for matter, each in last.items()]
