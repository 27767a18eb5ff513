"""``yizhan resolve``: an acknowledged irregular act says what became of it, and nothing else changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import dedent
from typing import Any, NamedTuple

from yizhan.commands.acknowledge import FIELD, SEVERAL, AcknowledgeError
from yizhan.commands.advance import new_failures
from yizhan.commands.interview.dates import NO_FUTURE, Span
from yizhan.commands.interview.fields import Fields
from yizhan.commands.interview.question import Choice, Interview, Question, UnclearError
from yizhan.commands.interview.session import Session, report, session_at
from yizhan.commands.interview.writing import replaced
from yizhan.commands.written import Done
from yizhan.facts.irregular import acts_of
from yizhan.loading.effective import effective
from yizhan.loading.parse import parse
from yizhan.loading.regular import read_regular
from yizhan.loading.round_trip import NoPlaceError, fill, lines_of
from yizhan.loading.strict_yaml import read
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Pointer
from yizhan.model.frozen import dataclass
from yizhan.model.kinds import KINDS, RECORDS
from yizhan.model.record import Irregularity, Record
from yizhan.model.text import Text
from yizhan.model.vocabulary import ResolutionResult
from yizhan.wording.command_line import CHANGED
from yizhan.wording.corrections import YES

PART = "resolution"
_WHICH = Text("要处理的是哪一处", "Which irregular act")
_HINT = Text(
    "写文件和代号；同一份文件里有几处的，文件后面写冒号和行号。",
    "Its file and code; with a colon and the line where a file has several.",
)
_NOTHING = Text(
    "没有写明了、还没有处理的不合规。",
    "There is no acknowledged irregular act that is still open.",
)
_NOT_THERE = Text(
    "“{typed}”没有对上写明了、还没有处理的不合规。",
    "No acknowledged irregular act that is still open fits “{typed}”.",
)
_NO_PLACE = Text(
    "{path} 的写法没法只加这几行而不动别的；请在那一条 irregular 下面手工加 resolution。",
    "{path} is written in a way that leaves no place for these lines; add resolution to that irregular by hand.",
)
_NO = Text("没有写明", "not said")


class Open(NamedTuple):
    """An acknowledged act that nobody resolved.

    Attributes:
        at: the acknowledgment in the file.
        line: of the acknowledgment, from 1.
        lines: first and last line of the item that holds it, from 1.
    """

    record: Record
    said: Irregularity
    at: Pointer
    line: int
    lines: tuple[int, int]

    @property
    def name(self) -> str:
        """How it is named where it is asked for."""
        return f"{self.record.path}:{self.line} {self.said.code}"


@dataclass(frozen=True, slots=True)
class Plan:
    """A resolution that is ready to be written.

    Attributes:
        raw: the file as it was read.
        entry: what is added.
    """

    path: str
    at: Pointer
    raw: bytes
    entry: Mapping[str, Any]


def interview(session: Session) -> Interview[Plan]:
    """Ask which act, and what became of it.

    Raises:
        AcknowledgeError: no acknowledged act is open.
    """
    act = yield _which(session)
    record = act.record
    fields = Fields(session, record.kind, (FIELD, 0, PART))
    result = yield fields.word("result", "result")
    by = yield _who(session, fields, record)
    span = Span(last=session.as_of, why_last=NO_FUTURE)
    day = yield fields.date("date", "date", span=span)
    entry: dict[str, Any] = {"result": result, "by": by, "date": str(day)}
    if result == ResolutionResult.ANNULLED:
        choices = (Choice("true", YES), Choice("false", _NO))
        begun = yield fields.choice(
            "from_beginning", "from_beginning", choices=choices, required=False
        )
        entry |= {"from_beginning": True} if begun == "true" else {}
    note = yield fields.text("note", "note", required=False)
    entry |= {} if note is None else {"note": note}
    raw = read_regular(session.root / record.path)
    return Plan(record.path, act.at, raw, entry)


def _which(session: Session) -> Question:
    found = {act.name: act for act in _open_acts(session)}
    if not found:
        raise AcknowledgeError(_NOTHING)
    choices = tuple(
        Choice(name, Text(act.said.reason, act.said.reason), Text(name, name))
        for name, act in found.items()
    )

    def read_act(typed: str) -> Open:
        if typed in found:
            return found[typed]
        fitting = _fitting(typed, tuple(found.values()))
        if len(fitting) == 1:
            return fitting[0]
        named = tuple(each for each in choices if not fitting or found[each.code] in fitting)
        text = SEVERAL.format(n=len(fitting), typed=typed) if fitting else None
        raise UnclearError(text or _NOT_THERE.format(typed=typed), named[:9])

    return Question(
        name="act",
        text=_WHICH,
        hint=_HINT,
        read=read_act,
        choices=choices[:9],
        of=len(choices),
        label=lambda act: Text(act.name, act.name),
        argument=True,
    )


def _fitting(typed: str, acts: tuple[Open, ...]) -> list[Open]:
    """The acts that a file, a line and a code may mean: of several at a line, the innermost."""
    path, _, code = typed.strip().partition(" ")
    file, _, line = path.partition(":")
    fitting = [
        act
        for act in acts
        if act.record.path == file and code.strip().upper() in ("", act.said.code)
    ]
    number = line.partition(":")[0]
    if not number.isdecimal():
        return [] if number else fitting
    there = [act for act in fitting if act.lines[0] <= int(number) <= act.lines[1]]
    exact = [act for act in there if act.line == int(number)]
    least = min((act.lines[1] - act.lines[0] for act in there), default=0)
    return exact or [act for act in there if act.lines[1] - act.lines[0] == least]


def _open_acts(session: Session) -> Iterator[Open]:
    for record in session.archive.records.values():
        acts = [act for act in acts_of(record) if act.said.resolution is None]
        if not acts or not record.path.startswith(f"{RECORDS}/"):
            continue
        raw = read_regular(session.root / record.path)
        data = read(raw).data
        if data is None:
            continue
        first = parse(KINDS[record.kind].model, data, record.path)
        origin = effective(record.kind, data, first).origin
        for act in acts:
            at = origin(act.pointer)
            line, _ = lines_of(raw, at)
            yield Open(record, act.said, at, line, lines_of(raw, at[:-2]))


def _who(session: Session, fields: Fields, record: Record) -> Question:
    """Ask which body resolved it; nobody is suggested, since it is not the one that acted."""
    bodies = session.bodies(record, PartialDate.of(session.as_of))
    choices = session.around(bodies, getattr(record, "place", None) or "")
    return fields.record("by", "by", records=choices)


def preview(plan: Plan) -> str:
    """The lines as they will be in the file."""
    raw = fill(b"items:\n  - id: x\n", PART, plan.entry, ("items", 0)).decode()
    return dedent(raw.partition("id: x\n")[2]).rstrip("\n")


def resolve(session: Session, plan: Plan) -> Done:
    """Write a resolution, check, and put the file back where it breaks a check.

    Raises:
        AcknowledgeError: the file was changed meanwhile, or leaves no place for the lines.
    """
    file = session.root / plan.path
    if read_regular(file) != plan.raw:
        raise AcknowledgeError(CHANGED.format(path=plan.path))
    try:
        written = fill(plan.raw, PART, plan.entry, plan.at)
    except NoPlaceError:
        raise AcknowledgeError(_NO_PLACE.format(path=plan.path)) from None
    with replaced(file, plan.raw, written) as change:
        after = session_at(session.root, session.as_of)
        broken = new_failures(session.findings, after.findings)
        if not broken:
            change.keep()
        found = [each for each in after.findings if each.path == plan.path or each in broken]
        return Done(plan.path, change.kept, report(after, found, plan.path))
