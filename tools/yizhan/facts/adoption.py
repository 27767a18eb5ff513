"""Which vote an amendment rests on, and which motion of an item decided on it, or on a rule."""

from __future__ import annotations

import re

from yizhan.model.amendment import Amendment
from yizhan.model.meeting import AgendaItem, Decision
from yizhan.model.vocabulary import DecisionResult, DossierStage

_OF_PROCEDURE = re.compile(
    "撤回|转交|退回|再议|复议|推迟|延期|延后|暂缓|搁置|休会|下次|印发|印制|印刷|张贴"
)
_ADOPTS = re.compile("通过|批准|采用|采纳|同意|修改稿|修订稿|修正稿")
_OF_BOTH = re.compile("通过|批准")
_AFTER_VOTE = frozenset({DossierStage.PUBLICATION, DossierStage.FILING, DossierStage.EFFECT})


def superseded_votes(amendment: Amendment) -> frozenset[int]:
    """The votes of a dossier, by position, after which it was voted on anew before anything came of them.

    What was put off and adopted at the next meeting, or voted on by the wrong meeting and then by the
    right one, rests on the later vote. A vote after which something was published, filed or applied
    before the next one is not made up for.
    """
    votes = [n for n, each in enumerate(amendment.dossier) if each.stage is DossierStage.VOTE]
    after = [each.date for each in amendment.dossier if each.stage in _AFTER_VOTE]
    dates = {n: amendment.dossier[n].date for n in votes}
    return frozenset(
        n
        for n in votes
        for later in votes
        if dates[n].surely_before(dates[later])
        and not any(
            day.surely_before(dates[later]) and not day.surely_before(dates[n]) for day in after
        )
    )


def motions_on(item: AgendaItem, title: str) -> tuple[Decision, ...]:
    """The motions of an item by which a rule or amendment was adopted or not.

    Those that name it; where none does, the first one that is not on how to go on, and whatever after
    it speaks of adopting (a second draft). "Back for another draft" carried is no adoption. Where the
    item is about several, any motion may be.

    Args:
        item: of the agenda.
        title: of the rule or amendment.
    """
    motions = tuple(each for each in item.decisions if each.amends is None)
    own = tuple(each for each in motions if not is_procedure(each))
    named = tuple(each for each in own if title in each.text)
    if named:
        return named
    if len(item.rules) + len(item.amendments) > 1 or not own:
        return motions
    return (own[0], *(each for each in own[1:] if _ADOPTS.search(each.text)))


def adopted_by(item: AgendaItem, title: str) -> tuple[Decision, ...]:
    """The motions that adopted it; those on which it was voted where none did."""
    motions = motions_on(item, title)
    return tuple(each for each in motions if each.result is DecisionResult.ADOPTED) or motions


def is_procedure(motion: Decision) -> bool:
    """Whether a motion is on how to go on with the item, or on what is done with what was adopted."""
    found = _OF_PROCEDURE.search(motion.text)
    return found is not None and _OF_BOTH.search(motion.text[: found.start()]) is None
