"""L005: the meeting that adopted a rule says so itself."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.decided_examples import COUNCIL, COUNCIL_PATH, FEASTS, FEASTS_PATH
from yizhan.checks.shared.minutes import on_agenda_of
from yizhan.checks.shared.naming import date_in_doubt, named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_UNLISTED = Text(
    "{meeting}的议程里没有这份规约。",
    "The agenda of {meeting} does not list this rule.",
)
_DATE = Text(
    "通过的日期是 {date}，{meeting}却在 {held} 召开。",
    "The rule was adopted on {date}, but {meeting} was held on {held}.",
)

_FIX = Text(
    "在会议的议程里写上这份规约，或者改正 adopted 里的会议和日期。",
    "Add the rule to the meeting's agenda, or correct meeting and date under adopted.",
)


def _run(record: Rule, archive: Archive, _context: Context) -> Iterator[Problem]:
    adopted = record.adopted
    meeting = archive.get(Meeting, adopted.meeting) if adopted is not None else None
    if adopted is None or meeting is None:
        return
    items = [item for item in meeting.agenda if record.id in item.rules]
    pointer = ("adopted", "meeting")
    if not items:  # of another meeting the day says nothing
        message, about = _UNLISTED.format(meeting=named(meeting)), f"{meeting.id}/agenda"
        fix = on_agenda_of(archive, record.id, _FIX)
        yield Problem(record, pointer, message, fix, about=about)
        return
    apart = adopted.date.surely_before(meeting.date) or meeting.date.surely_before(adopted.date)
    if apart and not date_in_doubt(meeting):
        message = _DATE.format(date=adopted.date, meeting=named(meeting), held=meeting.date)
        yield Problem(record, ("adopted", "date"), message)


_HELD = COUNCIL.format(result="adopted")

CHECK = Check(
    code="L005",
    title=Text("规约与通过它的会议对得上", "The adopting meeting agrees"),
    why=Text(
        "规约说是某次会议通过的，会议记录里就要有这一项，否则规约没有来历。",
        "If a rule claims to be adopted by a meeting, its minutes must have it on the agenda.",
    ),
    fix=_FIX,
    bad=Example(
        {FEASTS_PATH: FEASTS, COUNCIL_PATH: _HELD.replace("    rules: [shili-feasts]\n", "")}
    ),
    good=Example({FEASTS_PATH: FEASTS, COUNCIL_PATH: _HELD}),
    kinds=(Kind.RULE,),
    run=_run,
    level=Level.ERROR,
)
