"""What in a matter's record is the residents' word, or was judged by it: one table over the schema.

Each property of a matter is in ``WORD``; a test holds the table to the schema, so that a new property
is either the residents' word or said not to be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from yizhan.facts.progress import SPOKEN, Progress, readings
from yizhan.model.dates import PartialDate
from yizhan.model.keys import keys
from yizhan.model.matter import LogEntry, Matter, Raised
from yizhan.model.procedure import Step
from yizhan.model.record import Correction
from yizhan.model.reference import known
from yizhan.model.vocabulary import Action, Channel, RaisedBy, Side


class Word(StrEnum):
    """In what a property is the residents' word, or was judged by it."""

    RAISED = "raised"
    """Where residents raised the matter: that they did, how many they were, and since when."""

    SAID = "said"
    """In an entry by which residents speak."""

    ANSWERED = "answered"
    """In a report of completion to which residents have answered."""

    UNANSWERED = "unanswered"
    """In a report of completion on which the residents' time to answer ran out."""

    NAMED = "named"
    """In how the matter came and by what it goes, once residents have answered a report of it."""


_NOT = frozenset[Word]()
_SAID = frozenset({Word.SAID})
_JUDGED = frozenset({Word.SAID, Word.ANSWERED})
_JUDGED_OR_PASSED = _JUDGED | {Word.UNANSWERED}
_RAISED = frozenset({Word.RAISED})
_NAMED = frozenset({Word.NAMED})

WORD: Mapping[str, frozenset[Word]] = {
    "id": _NOT,
    "title": _NOT,  # the clerk's own words, and slips in them are common; the former ones stay on the page
    "summary": _NOT,
    "place": _NOT,
    "procedure": _NAMED,  # its limits and shares; and what it makes of the entries: ``touched``
    "category": _NOT,
    "raised/date": _RAISED,
    "raised/by": _RAISED | _NAMED,
    "raised/channel": _NAMED,  # how it came in, the office knows
    "raised/round": _NOT,
    "raised/meeting": _NOT,
    "raised/count": _RAISED,
    "tier": _NOT,
    "handler": _NOT,
    "part_of": _NOT,
    "related": _NOT,
    "rules": _NOT,
    "irregular": _NOT,
    "example": _NOT,
    "corrects": _NOT,
    "corrections": _NOT,
    "sources": _NOT,
    "attachments": _NOT,
    "log/date": _SAID,  # a report's own day moves no answer: what comes before it is M003's
    "log/step": _JUDGED_OR_PASSED,
    "log/key": _NOT,
    "log/note": _SAID,
    "log/by": _SAID,
    "log/to": _NOT,
    "log/with": _NOT,
    "log/meeting": _NOT,  # where it was said: the minutes tell
    "log/round": _NOT,
    "log/tier": _NOT,
    "log/until": frozenset({Word.ANSWERED, Word.UNANSWERED}),  # how long residents could answer
    "log/reason": _SAID,
    "log/outcome/result": _JUDGED_OR_PASSED,
    "log/outcome/text": _JUDGED,
    "log/outcome/cost": _NOT,  # the office's own accounts, of which nobody is asked
    "log/outcome/funding": _NOT,
    "log/outcome/reason": _JUDGED,
    "log/outcome/belongs_to": _JUDGED,
    "log/verdict/how": _SAID,
    "log/verdict/recorded_by": _SAID,
    "log/verdict/asked": _SAID,
    "log/verdict/satisfied": _SAID,
    "log/verdict/text": _SAID,
    "log/into": _NOT,
    "log/merged_into": _NOT,
    "log/sources": _NOT,
    "log/attachments": _NOT,
    "log/irregular": _NOT,
}
"""Property of a matter, with slashes → in what it is the residents' word, or was judged by it."""

_RESIDENTS = frozenset(
    (
        RaisedBy.RESIDENT,
        RaisedBy.RESIDENTS,
        RaisedBy.BUILDING_HEAD,
        RaisedBy.GROUP_HEAD,
        RaisedBy.OWNERS,
    )
)
"""Who raises a matter as a resident, or for residents."""


_THEIR_WAYS = frozenset(
    (
        Channel.ROUND,
        Channel.MEETING,
        Channel.COUNTER,
        Channel.HOTLINE,
        Channel.ONLINE,
        Channel.WISH,
    )
)
"""Ways by which residents come with a matter."""


@dataclass(slots=True)
class Course:
    """What a log says of the residents' word; every entry by its key.

    Attributes:
        entries: all of them.
        said: action of each entry by which residents speak.
        noted: of these, what only those say who handled the matter.
        answers: report of completion → key and day of each entry that answered it, and whether it is
            silence.
        refused: entries whose step could not be taken.
    """

    entries: dict[str, LogEntry] = field(default_factory=dict)
    said: dict[str, Action] = field(default_factory=dict)
    noted: set[str] = field(default_factory=set)
    answers: dict[str, list[tuple[str, PartialDate, bool]]] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)

    def words(self, key: str, by: PartialDate, now: Course) -> Iterator[Word]:
        """In what an entry was the residents' word by a day.

        Silence that has no effect once a report is corrected is told there.

        Args:
            key: of the entry.
            by: the day.
            now: of the log as corrected.
        """
        if key in self.said:
            yield Word.SAID
        for answer, day, silence in self.answers.get(key, ()):
            if day.earliest > by.latest or (silence and answer in now.refused):
                continue
            yield Word.UNANSWERED if silence else Word.ANSWERED

    def were_answered(self, by: PartialDate) -> bool:
        """Whether residents had answered some report by a day."""
        all_ = (each for answers in self.answers.values() for each in answers)
        return any(not silence and day.earliest <= by.latest for _, day, silence in all_)


def course_of(matter: Matter, progress: Progress) -> Course:
    """Read a log for what residents said in it.

    Args:
        matter: whose log is read.
        progress: that of the matter at its start.
    """
    names = keys(matter.log)
    found = Course(entries=dict(zip(names, matter.log, strict=True)))
    report: str | None = None
    for reading in readings(progress, matter):
        key, step = names[reading.index], reading.step
        if step is None:
            continue
        if reading.refusal is not None:
            found.refused.add(key)
        if _is_said(step, reading.entry, progress):
            found.said[key] = step.action
            if step.action in SPOKEN and progress.is_noted_by_office(reading.entry):
                found.noted.add(key)
        if reading.taken is None:
            continue
        if step.action is Action.REPORT_DONE:
            report = key
        elif report is not None and step.action in (*SPOKEN, Action.LAPSE):
            answer = (key, reading.entry.date, step.action is Action.LAPSE)
            found.answers.setdefault(report, []).append(answer)
    return found


def _is_said(step: Step, entry: LogEntry, progress: Progress) -> bool:
    """Whether residents speak by an entry; of a step of either side, by who takes it."""
    if step.side is Side.RESIDENTS or step.action in SPOKEN:
        return True
    by = known(entry.by)
    own = entry.by is None or (by is not None and progress.bodies.speaks(by))
    return step.side is Side.EITHER and own


def touched(
    correction: Correction, was: tuple[Matter, Course], now: tuple[Matter, Course]
) -> str | None:
    """What of the residents' word a correction changes; None where it changes nothing of it.

    What the office noted itself of a confirmation it may put right, or take back, as long as it stays
    its own word: it is published as that either way.

    Args:
        correction: one that was applied.
        was: the matter before it, and the course of its log.
        now: the same with it.
    """
    match correction.at.split("/"):
        case ["log", key, *rest] if _is_of(correction, key, "/".join(rest), was[1], now[1]):
            return key
        case ["log", *_]:
            return next(_silenced(correction, was[1], now[1]), None)
        case ["raised", *_] if _is_lessened(was[0].raised, now[0].raised):
            return "raised"
        case ["raised" | "procedure" as name, *_] if _is_renamed(correction, was, now[0]):
            return name
        case ["procedure"] if any(
            now[1].said.get(key) is not action and key in now[1].entries
            for key, action in was[1].said.items()
        ):
            return "procedure"
        case _:
            return None


def _is_renamed(correction: Correction, was: tuple[Matter, Course], now: Matter) -> bool:
    """Whether it changes how the matter came, or its procedure, after residents have answered a report of it."""
    if not was[1].were_answered(correction.date):
        return False
    value = None if correction.annul else correction.value
    changed = _changed(correction.at, correction.was, value)
    named = [each for each in changed if Word.NAMED in WORD[each]]
    if named == ["raised/channel"]:
        return _found_by_office(was[0].raised, now.raised)  # else residents came all the same
    return bool(named)


def _found_by_office(was: Raised, now: Raised) -> bool:
    """Whether residents came with it by one record, and an office found it, or none is said, by another."""
    return was.channel in _THEIR_WAYS and now.channel not in _THEIR_WAYS


def _silenced(correction: Correction, was: Course, now: Course) -> Iterator[str]:
    """Entries by which residents spoke in time, and by a correction of another entry no more.

    A report that is annulled, or moved behind the answer, leaves nothing that was answered.
    """
    for key, action in was.said.items():
        if key in was.refused or key not in now.refused:
            continue
        noted = action is Action.CONFIRM and key in was.noted
        if not noted and was.entries[key].date.earliest <= correction.date.latest:
            yield key


def _is_of(correction: Correction, key: str, within: str, was: Course, now: Course) -> bool:
    if _stays_a_note(key, was, now):
        return False
    words = {*was.words(key, correction.date, now), *now.words(key, correction.date, now)}
    value = None if correction.annul else correction.value
    changed = _changed(f"log/{within}".rstrip("/"), correction.was, value)
    return any(WORD[each] & words for each in changed)


def _stays_a_note(key: str, was: Course, now: Course) -> bool:
    """Whether a confirmation that the office had noted itself is put right, and no other takes its place."""
    if was.said.get(key) is not Action.CONFIRM or key not in was.noted:
        return False
    after = now.said.get(key)
    return key not in now.entries or (after is Action.CONFIRM and key in now.noted)


def _changed(name: str, was: Any, now: Any) -> Iterator[str]:
    """The properties of which one value says something else than another."""
    if name in WORD:
        if was != now:
            yield name
        return
    sides = [each if isinstance(each, dict) else {} for each in (was, now)]
    for inner in {**sides[0], **sides[1]}:
        yield from _changed(f"{name}/{inner}", *(each.get(inner) for each in sides))


def _is_lessened(was: Raised, now: Raised) -> bool:
    """Whether residents have raised it no more, or fewer of them, or later: more does nobody a favour."""
    if was.by not in _RESIDENTS:
        return False
    fewer = was.count is not None and (now.count is None or now.count < was.count)
    later = now.date.latest > was.date.latest
    return now.by not in _RESIDENTS or fewer or later
