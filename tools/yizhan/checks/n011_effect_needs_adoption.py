"""N011: an amendment that the meeting did not adopt is not published, filed or applied."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.dossier import items_about, votes_it_rests_on
from yizhan.checks.shared.examples import (
    BY_ASSEMBLY,
    DOGS_FILED,
    DOGS_PATH,
    VOTE_PATH,
    dogs_agenda,
    vote,
)
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.rule_making import maker_cited
from yizhan.facts.adoption import motions_on
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import DecisionResult, DossierStage, Kind

_FOUND = Text(
    "{meeting}没有记下通过这个修正案的决定，它却公布、备案或者施行了。",
    "{meeting} records no decision that adopts this amendment, yet it was published, filed or took effect.",
)
_AFTER_VOTE = frozenset({DossierStage.PUBLICATION, DossierStage.FILING, DossierStage.EFFECT})


def _run(record: Amendment, archive: Archive, context: Context) -> Iterator[Problem]:
    if all(entry.stage not in _AFTER_VOTE for entry in record.dossier):
        return
    rule = archive.get(Rule, record.rule)
    for pointer, entry, meeting in votes_it_rests_on(record, archive, "N011"):
        if meeting.not_held is not None:
            continue  # T046 says that it was none
        items = items_about(record, meeting)
        motions = (motion for item in items for motion in motions_on(item, record.title))
        results = [motion.result for motion in motions]
        if items and DecisionResult.ADOPTED not in results:  # an agenda without it is N004's
            message = _FOUND.format(meeting=named(meeting))
            cites = () if rule is None else maker_cited(rule, entry.date, archive, context)
            yield Problem(record, (*pointer, "meeting"), message, articles=cites)


_MEETING = vote("村民会议：养犬", BY_ASSEMBLY)

CHECK = Check(
    code="N011",
    title=Text("没有通过的修正案不施行", "What was not adopted does not take effect"),
    why=Text(
        "表决没有通过、照样公布施行的事，记录可以如实写，但这样的修改没有效力。",
        "An amendment may in truth be carried out although the vote failed, and the record may say so; it has no force.",
    ),
    fix=Text(
        "会上确实通过了的，在会议记录里写上决定；同一项议题里别的动议，另列一项议题；没有通过的，不公布、不备案、不施行，重新表决。",
        "If the meeting did adopt it, record the decision there, and other motions under an item of their own; if not, it is not published, filed or applied, but voted on anew.",
    ),
    bad=Example({DOGS_PATH: DOGS_FILED, VOTE_PATH: _MEETING + dogs_agenda(result="deferred")}),
    good=Example({DOGS_PATH: DOGS_FILED, VOTE_PATH: _MEETING + dogs_agenda(result="adopted")}),
    kinds=(Kind.AMENDMENT,),
    run=_run,
    level=Level.IRREGULAR,
)
