"""``yizhan advance``: the next entry of a matter's log, and nothing else of its file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from yizhan.commands.advance_fields import entry, hindrance
from yizhan.commands.advance_scene import Entry, Scene
from yizhan.commands.broken_file import broken_file, unsound
from yizhan.commands.interview import search
from yizhan.commands.interview.dates import Span, parse
from yizhan.commands.interview.fields import LISTED
from yizhan.commands.interview.question import (
    Choice,
    Interview,
    Question,
    Say,
    UnclearError,
    listed,
)
from yizhan.commands.interview.session import Session, dated, report, session_at
from yizhan.commands.interview.writing import replaced
from yizhan.facts.matter_log import next_steps
from yizhan.facts.matter_state import MatterState
from yizhan.facts.workflow import Workflow, workflow_of
from yizhan.loading.load import read_record
from yizhan.loading.regular import read_regular
from yizhan.loading.round_trip import NoPlaceError, append
from yizhan.loading.schemas import load_vocabulary
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Finding
from yizhan.model.frozen import dataclass
from yizhan.model.kinds import identify
from yizhan.model.matter import Matter
from yizhan.model.procedure import Procedure, Step
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.reporting.report import Report
from yizhan.wording.command_line import CHANGED
from yizhan.wording.matter import progress
from yizhan.wording.there_are import there_are

_MATTER_HINT = Text(
    "办的是哪一件？写标题里的几个字，或者编号。", "Which matter? Part of its title, or its id."
)
_STEP_HINT = Text("这次要记哪一步？", "Which step is to be recorded?")
_NOT_YET = Text("现在还不能走“{step}”：{why}。", "“{step}” cannot be recorded yet: {why}.")
_NO_STEP = Text(
    "没有“{step}”这一步；现在可以走的是：{allowed}。",
    "There is no step “{step}”; what can be taken now: {allowed}.",
)
_NOT_NOW = Text(
    "{when}不能走“{step}”；可以走的是：{allowed}。",
    "“{step}” cannot be taken {when}; what can: {allowed}.",
)
_NOW = Text("现在", "now")
_THEN = Text("{day} 那天", "on {day}")
_NONE = Text("没有", "none")
_NO_MATTERS = Text(
    "还没有一件事项；先用 yizhan new matter 记一件。",
    "There is no matter yet; begin with yizhan new matter.",
)
_NO_PROCEDURE = Text(
    "{id} 写的规程“{procedure}”不存在，先改好它。{there}",
    "The procedure “{procedure}” of {id} does not exist; correct it first. {there}",
)
_NO_PLACE = Text(
    "{path} 的写法没法只加一条而不动别的；请手工加，写法见 docs/guide/clerks.md。",
    "{path} is written in a way that leaves no place for one more entry; add it by hand.",
)


_ENDED = Text(
    "“{title}”（{id}）已经并案或者拆分，没有可以再记的步骤；进展记在它去的那一件里。",
    "“{title}” ({id}) was merged or split, and no step can follow; record what happens in the matter it went into.",
)


class AdvanceError(Exception):
    """Nothing can be written; its argument is a ``Text``."""


@dataclass(frozen=True, slots=True)
class Plan:
    """An entry that is ready to be written."""

    matter: Matter
    entry: Entry


@dataclass(frozen=True, slots=True)
class Advanced:
    """What became of a plan.

    Attributes:
        written: whether the entry is in the file now.
        broke: whether the entry broke a check that held before.
        report: what the checks say of the file, and what the entry broke in other files.
        said: the matter's state afterwards, in a sentence; None where the file was put back.
        state: the same as data.
    """

    path: str
    written: bool
    broke: bool
    report: Report
    said: Text | None
    state: MatterState | None


def interview(session: Session, written: str | None = None) -> Interview[Plan]:
    """Ask for the matter, the step and the fields of its entry.

    Args:
        session: of the clerk.
        written: the date that the entry is to have, where it is known from the start: what was
            forgotten is recorded as the matter was on its own day.

    Raises:
        AdvanceError: there is nothing to advance.
        BrokenFileError: the matter's file cannot be read, or its procedure's.
    """
    identifier = yield _which(session)
    matter = session.archive.get(Matter, identifier)
    if matter is None:
        raise broken_file(session, identifier)
    procedure, state = _procedure_of(session, matter), session.state(matter)
    assert state is not None, "it has a procedure"
    workflow = workflow_of(procedure, session.presets.common_steps)
    then, before = _before_later(session, matter, written)
    state = state if before is matter else then.state(before)
    assert state is not None, "it has a procedure"
    yield Say(_progress(then, before, state))
    scenes, hindered = _scenes(then, before, state, workflow)
    own = {step.key for step in procedure.steps}
    for scene, why in hindered:
        if scene.step.key in own:
            yield Say(_NOT_YET.format(step=scene.step.title, why=why))
    if not scenes and not hindered:
        raise AdvanceError(_ENDED.format(title=matter.title, id=matter.id))
    when = _NOW if before is matter else _THEN.format(day=then.as_of)
    key = yield _step_question(scenes, hindered, workflow, when)
    found = yield from entry(next(scene for scene in scenes if scene.step.key == key))
    return Plan(matter, found)


def _before_later(session: Session, matter: Matter, written: str | None) -> tuple[Session, Matter]:
    """A matter as it was on the day of an entry that was forgotten, and the session on that day.

    Returns:
        Both as they are, where nothing in the log is later.
    """
    day = PartialDate.of(session.as_of)
    with suppress(UnclearError):  # the question itself says what is wrong with it
        day = day if written is None else parse(written, session.as_of, Span(last=session.as_of))
    if not any(day.surely_before(each.date) for each in matter.log):
        return session, matter
    then = max(min(day.latest, session.as_of), matter.raised.date.earliest)
    known = tuple(each for each in matter.log if not day.surely_before(each.date))
    return replace(session, as_of=then), replace(matter, log=known)


def _which(session: Session) -> Question:
    """Ask for the matter: open ones are shown, the most recent first."""
    opened: list[Choice] = []
    closed: list[Choice] = []
    for matter in reversed(session.archive.matters):
        state = session.state(matter)
        (opened if state is None or state.open else closed).append(dated(matter))
    unread = [Choice(each, Text(each, each)) for each in sorted(session.unread)]
    choices = (*opened, *closed, *unread)
    if not choices:
        raise AdvanceError(_NO_MATTERS)
    titles = {choice.code: choice.title for choice in choices}
    return Question(
        name="matter",
        text=load_vocabulary().kind(Kind.MATTER),
        hint=_MATTER_HINT,
        read=search.reader(choices, elsewhere=session.elsewhere),
        choices=tuple(opened[:LISTED]),
        of=len(choices),
        label=lambda code: titles[code],
        argument=True,
    )


def _procedure_of(session: Session, matter: Matter) -> Procedure:
    """The procedure of a matter, which has to be there, to be read and to lead somewhere.

    Raises:
        AdvanceError: there is none.
        BrokenFileError: it cannot be read, or leads nowhere.
    """
    if matter.procedure in session.unread:
        raise broken_file(session, matter.procedure)
    procedure = session.archive.procedure(matter.procedure)
    if procedure is None:
        known = {each.id: each.title for each in session.archive.of(Procedure)}
        there = there_are(matter.procedure, known)
        text = _NO_PROCEDURE.format(id=matter.id, procedure=matter.procedure, there=there)
        raise AdvanceError(text)
    leads_nowhere = unsound(session, procedure.path)
    if leads_nowhere is not None:
        raise leads_nowhere
    return procedure


def _scenes(
    session: Session, matter: Matter, state: MatterState, workflow: Workflow
) -> tuple[list[Scene], list[tuple[Scene, Text]]]:
    """The steps that can be recorded today, and those that cannot yet, with the reason."""
    steps = next_steps(matter, workflow.procedure, session.presets.common_steps, session.calendar)
    own = {step.key for step in workflow.procedure.steps}
    free: list[Scene] = []
    hindered: list[tuple[Scene, Text]] = []
    for step in sorted(steps, key=lambda step: step.key not in own):
        scene = Scene(session, matter, state, workflow, step)
        why = hindrance(scene)
        if why is None:
            free.append(scene)
        else:
            hindered.append((scene, why))
    return free, hindered


def _step_question(
    scenes: list[Scene], hindered: list[tuple[Scene, Text]], workflow: Workflow, when: Text
) -> Question:
    choices = tuple(_step_choice(scene.step) for scene in scenes)
    titles = {choice.code: choice.title for choice in choices}
    why_not = {scene.step.key: why for scene, why in hindered}
    allowed = listed(choices) if choices else _NONE
    others = tuple(_step_choice(step) for step in workflow.steps.values() if step.key not in titles)

    def read(typed: str) -> str:
        # a step is never guessed: what ends a matter is not chosen for anybody
        try:
            meant = search.named(typed, (*choices, *others))
        except UnclearError as error:
            offered = tuple(each for each in error.choices if each.code in titles)
            text = _NO_STEP if when is _NOW else _NOT_NOW
            told = text.format(step=typed, when=when, allowed=allowed)
            raise UnclearError(told, offered) from None
        if meant.code in titles:
            return meant.code
        if meant.code in why_not:
            raise UnclearError(_NOT_YET.format(step=meant.title, why=why_not[meant.code]))
        raise UnclearError(_NOT_NOW.format(step=meant.title, when=when, allowed=allowed))

    return Question(
        name="step",
        text=load_vocabulary().field(Kind.MATTER, ("log", 0, "step")),
        hint=_STEP_HINT,
        read=read,
        choices=choices,
        label=lambda code: titles[code],
    )


def _step_choice(step: Step) -> Choice:
    note = Text(step.note, step.note) if step.note is not None else None
    return Choice(step.key, Text(step.title, step.title), note)


def preview(plan: Plan) -> str:
    """The entry as it will be in the file."""
    raw = append(b"id: x\n", "log", plan.entry).decode()
    return raw.partition("log:\n")[2].rstrip("\n")


def advance(session: Session, plan: Plan, *, keep: bool = False) -> Advanced:
    """Write an entry, check, and put the file back where the entry breaks a check.

    Args:
        session: as it was when the plan was made.
        plan: what ``interview`` returned.
        keep: leave the entry in the file even so.

    Raises:
        AdvanceError: the file was changed meanwhile, or leaves no place for an entry.
    """
    matter, file = plan.matter, session.root / plan.matter.path
    raw = read_regular(file)
    identity = identify(matter.path)
    assert identity is not None
    if read_record(matter.path, identity, raw).record != matter:
        raise AdvanceError(CHANGED.format(path=matter.path))
    try:
        written = append(raw, "log", plan.entry)
    except NoPlaceError:
        raise AdvanceError(_NO_PLACE.format(path=matter.path)) from None
    with replaced(file, raw, written) as change:
        after = session_at(session.root, session.as_of)
        broken = new_failures(session.findings, after.findings)
        if keep or not broken:
            change.keep()
        found = [each for each in after.findings if each.path == matter.path or each in broken]
        findings = report(after, found, matter.path)
    now = after.archive.get(Matter, matter.id) if change.kept else None
    state = after.state(now) if now is not None else None
    said = None if now is None or state is None else _progress(after, now, state)
    return Advanced(matter.path, change.kept, bool(broken), findings, said, state)


def _progress(session: Session, matter: Matter, state: MatterState) -> Text:
    def name(identifier: str) -> str:
        body = session.archive.body(identifier)
        return body.title if body is not None else identifier

    return progress(matter, state, session.as_of, name)


def new_failures(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """What does not pass and was not there before, whatever line they have moved to."""
    known = Counter(_what(finding) for finding in before)
    fresh: list[Finding] = []
    for finding in after:
        if not finding.fails:
            continue
        if known[_what(finding)] > 0:
            known[_what(finding)] -= 1
        else:
            fresh.append(finding)
    return fresh


def _what(finding: Finding) -> tuple[str, str, Text]:
    return finding.path, finding.code, finding.message
