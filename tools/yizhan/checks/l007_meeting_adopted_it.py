"""L007: a rule that the meeting did not adopt is not held to be adopted."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.decided_examples import COUNCIL, COUNCIL_PATH, FEASTS, FEASTS_PATH
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.rule_making import maker_cited
from yizhan.facts.adoption import motions_on
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import DecisionResult, Kind

_NOT_ADOPTED = Text(
    "{meeting}讨论了这份规约，但没有记下通过的决定。",
    "{meeting} had this rule on its agenda, but records no decision that adopts it.",
)


def _run(record: Rule, archive: Archive, context: Context) -> Iterator[Problem]:
    adopted = record.adopted
    meeting = archive.get(Meeting, adopted.meeting) if adopted is not None else None
    if adopted is None or meeting is None:
        return
    items = [item for item in meeting.agenda if record.id in item.rules]
    motions = (motion for item in items for motion in motions_on(item, record.title))
    results = [motion.result for motion in motions]
    if items and DecisionResult.ADOPTED not in results:  # an agenda without it is L005's
        message = _NOT_ADOPTED.format(meeting=named(meeting))
        cites = maker_cited(record, adopted.date, archive, context)
        pointer, about = ("adopted", "meeting"), f"{meeting.id}/agenda"
        yield Problem(record, pointer, message, articles=cites, about=about)


CHECK = Check(
    code="L007",
    title=Text("会议通过了才算通过", "Adopted is what the meeting adopted"),
    why=Text(
        "会上没有通过、照样当作规约的事，记录可以如实写；但没有通过的，就不是规约。",
        "A rule may in truth be applied although the meeting did not adopt it, and the record may say so; it is none all the same.",
    ),
    fix=Text(
        "会上确实通过了的，在会议记录里写上通过的决定；同一项议题里别的动议，另列一项议题；没有通过的，不写 adopted，重新表决。",
        "If the meeting did adopt it, record the decision in its minutes, and other motions under an item of their own; if not, leave adopted out, and vote anew.",
    ),
    bad=Example({FEASTS_PATH: FEASTS, COUNCIL_PATH: COUNCIL.format(result="deferred")}),
    good=Example({FEASTS_PATH: FEASTS, COUNCIL_PATH: COUNCIL.format(result="adopted")}),
    kinds=(Kind.RULE,),
    run=_run,
    level=Level.IRREGULAR,
)
