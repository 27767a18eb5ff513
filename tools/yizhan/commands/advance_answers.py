"""What ``yizhan advance`` asks of an outcome, and of the residents' answer to it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.commands.advance_scene import Entry, Scene
from yizhan.commands.interview.question import Choice, Interview
from yizhan.facts.log_so_far import MAJORITY
from yizhan.facts.matter_log import RESULTS_OF
from yizhan.facts.speakers import bodies_about
from yizhan.facts.who_worked import one_with
from yizhan.model.body import Body
from yizhan.model.dates import PartialDate
from yizhan.model.text import Text
from yizhan.model.vocabulary import Action, Result

_WHY_NOT = frozenset({Result.NOT_FEASIBLE, Result.WITHDRAWN})
_OF_ASKED = Text("（询问人数）", " (those asked)")
_TOO_MANY = Text("（再多就够得上认可了）", " (more would be enough to agree)")


def outcome(scene: Scene, by: str | None) -> Interview[Entry | None]:
    """What the office says it achieved; only for steps to which an outcome belongs.

    Args:
        scene: the step and its matter.
        by: the body that acts.
    """
    allowed = RESULTS_OF.get(scene.step.action)
    if allowed is None:
        return None
    listed = scene.fields.session.words.choices(scene.fields.kind, ("log", 0, "outcome", "result"))
    choices = tuple(Choice(code, title) for code, title in listed.items() if code in allowed)
    how = scene.how("outcome")
    result = yield scene.fields.choice("result", "outcome", "result", choices=choices, **how)
    if result is None:
        return None
    text = yield scene.fields.text("outcome", "outcome", "text")
    why_not = result in _WHY_NOT
    asked = why_not or result == Result.PARTLY
    settings = {"required": why_not, "asked": asked}
    reason = yield scene.fields.text("outcome_reason", "outcome", "reason", **settings)
    owner = (yield from _owner(scene, by)) if result == Result.NOT_OURS else None
    cost = yield scene.fields.number(
        "cost", "outcome", "cost", required=False, asked=not why_not, most=999_999_999
    )
    asked = bool(cost)
    funding = yield scene.fields.text("funding", "outcome", "funding", required=False, asked=asked)
    found = {"result": result, "text": text, "cost": cost, "funding": funding, "reason": reason}
    found["belongs_to"] = owner
    return {name: value for name, value in found.items() if value is not None}


def _owner(scene: Scene, by: str | None) -> Interview[Entry]:
    """Whose the matter is: another body of the archive (M042), or any other office by its name."""
    day = PartialDate.of(scene.session.as_of)
    own = (by, scene.state.handler)
    others = [body for body in scene.session.bodies(scene.matter, day) if body.id not in own]
    bodies = scene.session.around(others, scene.matter.place)
    where = ("outcome", "belongs_to")
    body = yield scene.fields.record("owner", *where, "body", records=bodies, required=False)
    if body is not None:
        return {"body": body}
    return {"name": (yield scene.fields.text("owner_name", *where, "name"))}


def verdict(scene: Scene, by: str | None) -> Interview[Entry | None]:
    """What residents say of the outcome: how they were asked, by whom, and totals."""
    action = scene.step.action
    if action not in (Action.CONFIRM, Action.OBJECT):
        return None
    fields, required = scene.fields, scene.needs("verdict")
    how = yield fields.word("how", "verdict", "how", required=False)
    recorder = None
    if by is None:
        records = scene.session.around(_recorders(scene), scene.matter.place)
        recorder = yield fields.record(
            "recorded_by", "verdict", "recorded_by", records=records, required=False
        )
    confirms = action is Action.CONFIRM
    least = int(confirms)
    asked = yield fields.number("asked", "verdict", "asked", least=least, required=required)
    enough = (scene.workflow.procedure.confirm_share or MAJORITY).least(asked or 0)
    limits = {"least": enough, "most": asked, "why": _OF_ASKED}
    if not confirms and asked:
        limits = {"least": 0, "most": enough - 1, "why": _TOO_MANY}
    satisfied = yield fields.number(
        "satisfied", "verdict", "satisfied", required=False, asked=asked is not None, **limits
    )
    opinion = yield fields.text("opinion", "verdict", "text", required=False)
    found = {"how": how, "recorded_by": recorder, "asked": asked, "satisfied": satisfied}
    found["text"] = opinion
    return {name: value for name, value in found.items() if value is not None} or None


def _recorders(scene: Scene) -> Iterator[Body]:
    """Bodies that can take down what residents say: none that is one with who handled it (M028)."""
    about, handling = bodies_about(scene.session.archive, scene.matter), scene.state.handling
    for body in scene.session.bodies(scene.matter, PartialDate.of(scene.session.as_of)):
        if body.id not in handling and one_with(body.id, handling, about) is None:
            yield body
