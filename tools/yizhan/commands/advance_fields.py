"""What ``yizhan advance`` asks for an entry: what its step needs, and a little of what it may have.

Whatever is offered here is accepted by the checks, which a test with random answers holds; so the
limits of each answer are those that ``model/matter_log.py`` and the checks set.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from yizhan.checks.shared.mergers import DEAD
from yizhan.commands.advance_answers import outcome, verdict
from yizhan.commands.advance_scene import Entry, Scene
from yizhan.commands.interview.dates import NO_FUTURE, Span
from yizhan.commands.interview.fields import SEVERAL
from yizhan.commands.interview.question import Choice, Interview
from yizhan.commands.interview.session import dated
from yizhan.facts.matter_log import gives_itself
from yizhan.facts.parties import bar
from yizhan.facts.progress import GIVES_HANDLER
from yizhan.facts.speakers import bodies_about
from yizhan.facts.workflow import handled_at
from yizhan.model.body import Body
from yizhan.model.dates import PartialDate
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.procedure import Tier
from yizhan.model.reference import UNKNOWN, known
from yizhan.model.round import Round
from yizhan.model.text import Text
from yizhan.model.vocabulary import Action, Side

ONE_DAY = timedelta(days=1)

_SINCE_RAISED = Text("（提出之前没有办理）", " (nothing was done before it was raised)")
_SINCE_LAST = Text(
    "（上一条记录的日期；漏记的早先的事，运行时写上 --date）",
    " (the date of the last entry; for what was forgotten begin with --date)",
)
_SINCE_MERGED = Text("（别的事项那天才并进来）", " (another matter was merged into it that day)")
_SINCE_TARGET = Text("（能并入的事项那天才有）", " (there was no matter to merge it into before)")
_SINCE_ANSWER = Text("（居民答复期到 {day} 才满）", " (residents may answer until {day})")
_SINCE_ENTRY = Text("（这一步的日期）", " (the date of this step)")
_SINCE_DUE = Text(
    "（延期要晚于原来的期限 {day}）", " (an extension ends after the due date, {day})"
)
_ENDS = frozenset(
    (
        *(Action.REFUSE, Action.WITHDRAW, Action.CONFIRM, Action.LAPSE),
        *(Action.MERGE, Action.SPLIT),
    )
)
"""After these a matter is not dealt with any more."""

_MEETS = frozenset({Action.DELIBERATE, Action.DECIDE})
_UNTIL = frozenset({Action.ASSIGN, Action.PAUSE})
_REASON = frozenset({Action.OBJECT, Action.REOPEN, Action.WITHDRAW})


def entry(scene: Scene) -> Interview[Entry]:
    """Ask for everything an entry of the step holds; keys come in the schema's order."""
    day_written = yield scene.fields.date("date", "date", span=days_for(scene))
    day = PartialDate.parse(str(day_written))
    found: Entry = {}
    found["tier"] = yield from _tier(scene)
    found["to"] = yield from _to(scene, day, found["tier"])
    found["by"] = yield from _by(scene, day, found["tier"], found["to"])
    found["with"] = yield from _with(scene, day, found["by"])
    found["meeting"], found["round"] = yield from _occasion(scene, day)
    found["until"] = yield from _until(scene, day)
    found["outcome"] = yield from outcome(scene, found["by"])
    found["verdict"] = yield from verdict(scene, found["by"])
    found.update((yield from _other_matters(scene, day)))
    how = scene.how("reason", asked=scene.step.action in _REASON)
    if _is_abroad(scene, (found["by"], found["to"], *(found["with"] or ()))):
        how = {"required": True, "asked": True}  # M030
    found["reason"] = yield scene.fields.text("reason", "reason", **how)
    found["note"] = yield scene.fields.text("note", "note", **scene.how("note", asked=True))
    given = {name: found[name] for name in _ORDER if found.get(name) not in (None, [], {})}
    return {"date": day_written, "step": scene.step.key, **given}


_ORDER = (
    "note", "by", "to", "with", "meeting", "round", "tier", "until", "reason", "outcome",
    "verdict", "into", "merged_into",
)  # fmt: skip
"""The fields as the schema lists them, so that entries look alike."""


def days_for(scene: Scene) -> Span:
    """The days on which the step may have been taken."""
    earlier = [scene.matter.raised.date, *(each.date for each in scene.matter.log)]
    first = max(day.earliest for day in earlier)
    why = _SINCE_LAST if scene.matter.log else _SINCE_RAISED
    if scene.step.action is Action.PROGRESS and not scene.state.reopened:
        # what was forgotten takes effect by its date, and progress fits wherever the matter was open
        first, why = scene.matter.raised.date.earliest, _SINCE_RAISED
    merged = max((day.earliest for day in _merged_into(scene)), default=first)
    if scene.step.action in _ENDS and merged > first:
        first, why = merged, _SINCE_MERGED
    since = _mergeable_since(scene, first) if scene.step.action is Action.MERGE else None
    if since is not None and since > first:
        first, why = since, _SINCE_TARGET
    answer_by = scene.state.answer_by
    if scene.step.action is Action.LAPSE and answer_by is not None and answer_by.day >= first:
        first, why = answer_by.day + ONE_DAY, _SINCE_ANSWER.format(day=answer_by.day)
    return Span(first=first, last=scene.session.as_of, why_first=why, why_last=NO_FUTURE)


def _merged_into(scene: Scene) -> Iterator[PartialDate]:
    """The days on which other matters were merged into this one: it was dealt with then (M032)."""
    for matter in scene.session.archive.matters:
        for each in matter.log:
            if each.merged_into == scene.matter.id:
                yield each.date


def _mergeable_since(scene: Scene, first: date) -> date | None:
    """Since when there is a matter to merge this one into, up to today; None where there is none."""
    if any(_targets(scene, PartialDate.of(first))):
        return first
    target = next(_targets(scene, PartialDate.of(scene.session.as_of)), None)
    if target is None:
        return None
    # since its last entry it is as it is today
    return max(each.latest for each in (target.raised.date, *(one.date for one in target.log)))


def hindrance(scene: Scene) -> Text | None:
    """Why a step that the procedure allows cannot be recorded today; None where it can."""
    span, day = days_for(scene), PartialDate.of(scene.session.as_of)
    action = scene.step.action
    receives = action in (Action.HANDOVER, Action.JOIN, Action.ASSIGN)
    hindrances: tuple[tuple[bool, Text], ...] = (
        (not span.holds(scene.session.as_of), _TOO_EARLY.format(day=span.first)),
        (scene.needs("meeting") and not any(_meetings(scene, day)), _NO_MEETING),
        (action is Action.SPLIT and not any(_parts(scene)), _NO_PARTS.format(id=scene.matter.id)),
        (
            action is Action.MERGE
            and not any(_targets(scene, PartialDate.of(scene.session.as_of))),
            _NO_TARGET,
        ),
        (scene.state.tier is not None and not _tiers_for(scene), _NO_TIER),
        (receives and not any(_receivers(scene, day)), _NO_BODY),
    )
    return next((why for hindered, why in hindrances if hindered), None)


_TOO_EARLY = Text("最早 {day} 才能登记", "it can be recorded on {day} at the earliest")
_NO_MEETING = Text(
    "要写明会议，而还没有哪次会议的议程列着这件事项；先用 yizhan new meeting 记下会议",
    "it names a meeting, and none has this matter on its agenda yet; record it with yizhan new meeting",
)
_NO_PARTS = Text(
    "先用 yizhan new matter --part-of {id} 把拆出来的事项记下",
    "first record the parts with yizhan new matter --part-of {id}",
)
_NO_TARGET = Text("没有别的事项可以并入", "there is no other matter to merge it into")
_NO_BODY = Text("没有别的组织可以交给", "there is no other body to give it to")
_NO_TIER = Text(
    "接收的组织不在规程任何一级的办理范围里",
    "no tier of the procedure is handled at the taker's level",
)


def _tier(scene: Scene) -> Interview[str | None]:
    """The tier from now on; where the taker is of another level, one that it handles."""
    tiers = _tiers_for(scene)
    if not tiers or scene.step.tiers:
        return None
    current = scene.state.tier
    must = current is not None and current not in tiers
    asked = scene.step.action in GIVES_HANDLER
    choices = tuple(
        Choice(tier.key, Text(tier.title, tier.title), Text(tier.handled_by, tier.handled_by))
        for tier in tiers
    )
    how = scene.how("tier", asked=asked)
    how = {"required": how["required"] or must, "asked": how["asked"] or must}
    tier: str | None = yield scene.fields.choice("tier", "tier", choices=choices, **how)
    return None if current is not None and tier == current.key else tier


def _tiers_for(scene: Scene) -> tuple[Tier, ...]:
    """The procedure's tiers; where the step names the next handler, those that one can handle."""
    day = PartialDate.of(scene.session.as_of)
    takers: list[Body] | None = None
    if scene.step.action is Action.TAKE_OVER and scene.state.pending is not None:
        taker = scene.session.archive.body(scene.state.pending.to)
        takers = [taker] if taker is not None else None
    elif scene.step.action is Action.ASSIGN:
        takers = list(_receivers(scene, day))
    return tuple(
        tier
        for tier in scene.workflow.tiers.values()
        if takers is None
        or any(handled_at(tier, scene.session.archive.place(taker.place)) for taker in takers)
    )


def _fits(scene: Scene, body: Body, chosen: str | None) -> bool:
    """Whether a body may have the matter in the tier chosen, or the one it has."""
    tier = scene.workflow.tiers.get(chosen) if chosen is not None else scene.state.tier
    return scene.step.action not in GIVES_HANDLER or handled_at(
        tier, scene.session.archive.place(body.place)
    )


def _to(scene: Scene, day: PartialDate, tier: str | None) -> Interview[str | None]:
    bodies = [body for body in _receivers(scene, day) if _fits(scene, body, tier)]
    how = scene.how("to")
    if scene.step.action is Action.ASSIGN:
        how = {"required": True, "asked": True}
    receiver: str | None = yield scene.fields.record(
        "to", "to", records=scene.session.around(bodies, scene.matter.place), **how
    )
    return receiver


def _receivers(scene: Scene, day: PartialDate) -> Iterator[Body]:
    """Bodies that can get the matter: not the one that has it, and of a level that handles any."""
    tiers = tuple(scene.workflow.tiers.values())
    for body in scene.session.bodies(scene.matter, day):
        if body.id != scene.state.handler and (
            scene.step.action is not Action.HANDOVER
            or not tiers
            or any(handled_at(tier, scene.session.archive.place(body.place)) for tier in tiers)
        ):
            yield body


def _by(scene: Scene, day: PartialDate, tier: str | None, to: str | None) -> Interview[str | None]:
    """The body that acts: the taker of a hand-over, else mostly the one that has the matter."""
    session, pending = scene.session, scene.state.pending
    bodies = list(session.bodies(scene.matter, day))
    likely = scene.state.handler
    if scene.step.action in (Action.TAKE_OVER, Action.SEND_BACK) and pending is not None:
        bodies, likely = [body for body in bodies if body.id == pending.to], pending.to
    if scene.step.side is Side.RESIDENTS:
        bodies, likely = list(_residents(scene, bodies)), None
    if scene.step.action is Action.ACCEPT:
        bodies = [body for body in bodies if _fits(scene, body, tier)]
    if scene.step.action is Action.SUPERVISE:
        likely = None
    standing = scene.state.standing(bodies_about(session.archive, scene.matter))
    bodies = [body for body in bodies if bar(body.id, scene.step.action, standing) is None]
    if scene.step.action is Action.ASSIGN:
        bodies = [body for body in bodies if not gives_itself(to, body.id, standing)]  # M029
    choices = session.around(bodies, scene.matter.place)
    if scene.needs("by") and scene.step.action is not Action.TAKE_OVER:
        choices = (*choices, _NOT_SAID)
    office = scene.step.side is Side.OFFICE
    suggestion = next((each for each in choices if office and each.code == likely), None)
    how = scene.how("by", asked=office)
    if scene.step.action is Action.TAKE_OVER:
        how = {"required": True, "asked": True}
    body: str | None = yield scene.fields.record(
        "by", "by", records=choices, suggestion=suggestion, **how
    )
    return body


def _residents(scene: Scene, bodies: Iterable[Body]) -> Iterator[Body]:
    """Bodies that may speak for the residents of the matter (M007)."""
    about, parties = bodies_about(scene.session.archive, scene.matter), scene.state.parties
    withdraws = scene.step.action is Action.WITHDRAW
    for body in bodies:
        if withdraws and body.id == scene.state.handler:
            continue
        if about.speaks(body.id) and (body.id in parties or not about.elsewhere(body.id)):
            yield body


def _is_abroad(scene: Scene, named: Iterable[str | None]) -> bool:
    """Whether one of the bodies named belongs to another district."""
    abroad = bodies_about(scene.session.archive, scene.matter).abroad
    return any(abroad(each) for each in named if known(each) is not None and each is not None)


_NOT_SAID = Choice(UNKNOWN, Text("来源没写由谁办", "the source does not say who"))


def _with(scene: Scene, day: PartialDate, by: str | None) -> Interview[list[str] | None]:
    others = [body for body in _receivers(scene, day) if body.id != by]  # M042
    bodies = scene.session.around(others, scene.matter.place)
    joined: list[str] | None = yield scene.fields.record(
        "with", "with", records=bodies, separator=SEVERAL, **scene.how("with")
    )
    return joined


def _occasion(scene: Scene, day: PartialDate) -> Interview[tuple[str | None, str | None]]:
    """The meeting and the round at which the step was taken; both know of this matter."""
    meetings = tuple(dated(meeting) for meeting in _meetings(scene, day))
    asked = scene.step.action in _MEETS and bool(meetings)
    meeting: str | None = yield scene.fields.record(
        "meeting", "meeting", records=meetings, **scene.how("meeting", asked=asked)
    )
    rounds = tuple(
        dated(visit)
        for visit in scene.session.archive.of(Round)
        if scene.matter.id in visit.matters and not day.surely_before(visit.date)
    )
    visit: str | None = yield scene.fields.record(
        "round", "round", records=rounds, **scene.how("round")
    )
    return meeting, visit


def _meetings(scene: Scene, day: PartialDate) -> Iterator[Meeting]:
    """The meetings up to a day that had the matter, or what it is a part of, on their agenda."""
    wanted = {scene.matter.id, scene.matter.part_of}
    for meeting in reversed(scene.session.archive.meetings):
        listed = any(wanted & set(item.matters) for item in meeting.agenda)
        if listed and meeting.held and not day.surely_before(meeting.date):
            yield meeting


def _until(scene: Scene, day: PartialDate) -> Interview[str | int | None]:
    first: date = day.earliest
    why = _SINCE_ENTRY
    if scene.step.action is Action.EXTEND and scene.state.due is not None:
        due = scene.state.due.day
        if due >= first:
            first, why = due + ONE_DAY, _SINCE_DUE.format(day=due)
    span = Span(first=first, why_first=why)
    asked = scene.step.action in _UNTIL
    how = scene.how("until", asked=asked)
    until: str | int | None = yield scene.fields.date(
        "until", "until", span=span, **{**how, "suggestion": None}
    )
    return until


def _other_matters(scene: Scene, day: PartialDate) -> Interview[Entry]:
    """The parts of a split, the target of a merger."""
    fields, found = scene.fields, {}
    if scene.step.action is Action.SPLIT:
        parts = tuple(dated(part) for part in _parts(scene))
        found["into"] = yield fields.record("into", "into", records=parts, separator=SEVERAL)
    if scene.step.action is Action.MERGE:
        targets = tuple(dated(target) for target in _targets(scene, day))
        found["merged_into"] = yield fields.record("merged_into", "merged_into", records=targets)
    return found


def _parts(scene: Scene) -> Iterator[Matter]:
    for matter in scene.session.archive.matters:
        if matter.part_of == scene.matter.id and matter.id != scene.matter.id:
            yield matter


def _targets(scene: Scene, day: PartialDate) -> Iterator[Matter]:
    """The matters this one can be merged into without going round in a ring; near ones first."""
    session, own = scene.session, scene.matter
    found = [
        matter
        for matter in reversed(session.archive.matters)
        if matter.example == own.example
        and own.id not in _way(scene, matter)
        and _goes_on(scene, matter, day)
    ]
    yield from sorted(found, key=lambda matter: not session.related(matter.place, own.place))


def _goes_on(scene: Scene, matter: Matter, day: PartialDate) -> bool:
    """Whether a matter was raised and dealt with on the day of the merger, and is today (M032)."""
    session = scene.session
    then = session.state(matter, min(day.earliest, session.as_of))
    if day.surely_before(matter.raised.date) or (then is not None and not then.open):
        return False
    state = session.state(matter)
    return state is None or state.ending not in DEAD


def _way(scene: Scene, matter: Matter) -> list[str]:
    """A matter and those it was merged into, one after another."""
    way = [matter.id]
    following: Matter | None = matter
    while following is not None:
        merged = next((each.merged_into for each in following.log if each.merged_into), None)
        following = scene.session.archive.get(Matter, merged)
        if following is None or following.id in way:
            break
        way.append(following.id)
    return way
