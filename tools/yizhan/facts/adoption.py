"""Which motion of an item decided on the rule or amendment that the item is about."""

from __future__ import annotations

import re

from yizhan.model.meeting import AgendaItem, Decision
from yizhan.model.vocabulary import DecisionResult

_OF_PROCEDURE = re.compile(
    "撤回|转交|退回|再议|复议|推迟|延期|延后|暂缓|搁置|休会|下次|印发|印制|印刷|张贴"
)
_ADOPTS = re.compile("通过|批准|采用|采纳|同意|修改稿|修订稿|修正稿")
_OF_BOTH = re.compile("通过|批准")


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
