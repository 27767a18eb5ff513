"""N004: the vote of an amendment is in the minutes of its meeting."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.words import named
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import DecisionResult, DossierStage, Kind

_NO_MEETING = Text(
    "表决没有写是哪次会议。",
    "The vote does not name its meeting.",
)
_UNLISTED = Text(
    "{meeting}的议程里没有这个修正案。",
    "The agenda of {meeting} does not list this amendment.",
)
_NOT_ADOPTED = Text(
    "{meeting}没有记下通过这个修正案的决定，它却公布、备案或者施行了。",
    "{meeting} records no decision that adopts this amendment, yet it was published, filed or took effect.",
)
_DATE = Text(
    "表决的日期是 {date}，{meeting}却在 {held} 召开。",
    "The vote is dated {date}, but {meeting} was held on {held}.",
)
_AFTER_VOTE = frozenset({DossierStage.PUBLICATION, DossierStage.FILING, DossierStage.EFFECT})


def _run(record: Amendment, archive: Archive, _context: Context) -> Iterator[Problem]:
    carried_on = any(entry.stage in _AFTER_VOTE for entry in record.dossier)
    for number, entry in enumerate(record.dossier):
        if entry.stage is not DossierStage.VOTE:
            continue
        if entry.meeting is None:
            yield Problem(record, ("dossier", number), _NO_MEETING)
            continue
        meeting = archive.get(Meeting, entry.meeting)
        if meeting is None:
            continue
        if entry.date.surely_before(meeting.date) or meeting.date.surely_before(entry.date):
            message = _DATE.format(date=entry.date, meeting=named(meeting), held=meeting.date)
            yield Problem(record, ("dossier", number, "date"), message)
        wrong = _minutes_say(record, meeting, carried_on=carried_on)
        if wrong is not None:
            yield Problem(record, ("dossier", number, "meeting"), wrong)


def _minutes_say(record: Amendment, meeting: Meeting, *, carried_on: bool) -> Text | None:
    items = [item for item in meeting.agenda if record.id in item.amendments]
    if not items:
        return _UNLISTED.format(meeting=named(meeting))
    adopted = any(
        decision.result is DecisionResult.ADOPTED for item in items for decision in item.decisions
    )
    if carried_on and not adopted:
        return _NOT_ADOPTED.format(meeting=named(meeting))
    return None


_PATH = "records/rules/shili-rules/amendments/shili-rules-dogs.yaml"
_AMENDMENT = """\
id: shili-rules-dogs
title: 增加养犬的规定
example: true
rule: shili-rules
changes:
  - operation: insert
    article: dogs
    after: quiet
    text: 遛犬要牵绳。
dossier:
  - stage: draft
    date: 2026-02-21
  - stage: vote
    date: 2026-03-22
    meeting: 20260322-shili-vote
  - stage: filing
    date: 2026-03-25
    body: shili-office
"""
_MEETING_PATH = "records/meetings/2026/20260322-shili-vote.yaml"
_MEETING = """\
id: 20260322-shili-vote
title: 村民会议：养犬
example: true
meeting_kind: villagers_assembly
place: shili-cun
date: 2026-03-22
notice:
  date: 2026-03-08
  how: 村务公开栏
attendance:
  basis: persons
  due: 900
  present: 520
agenda:
  - title: 养犬的规定
    amendments: [shili-rules-dogs]
    decisions:
      - text: 增加养犬的规定。
        result: {result}
        method: ballot
        vote:
          for: {votes}
          against: 20
"""

CHECK = Check(
    code="N004",
    title=Text("表决与会议记录对得上", "The vote stands in the minutes"),
    why=Text(
        "修改算不算通过，看会议记录里的决定和票数；会议没有记，修改就没有依据。",
        "Whether an amendment was adopted is told by the decision and tally in the minutes; without them it has no ground.",
    ),
    fix=Text(
        "在会议的议程里写上这个修正案和决定，或者改正 dossier 里的会议和日期。",
        "Add the amendment and the decision to the meeting's agenda, or correct meeting and date in the dossier.",
    ),
    bad=Example({_PATH: _AMENDMENT, _MEETING_PATH: _MEETING.format(result="deferred", votes=480)}),
    good=Example({_PATH: _AMENDMENT, _MEETING_PATH: _MEETING.format(result="adopted", votes=480)}),
    kinds=(Kind.AMENDMENT,),
    run=_run,
    level=Level.ERROR,
)
