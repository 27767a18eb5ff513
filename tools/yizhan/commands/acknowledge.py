"""``yizhan acknowledge``: a record says itself that something in it is irregular, and nothing else changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yizhan.commands.advance import new_failures
from yizhan.commands.interview.dates import NO_FUTURE, Span
from yizhan.commands.interview.fields import Fields
from yizhan.commands.interview.question import Choice, Interview, Question, UnclearError
from yizhan.commands.interview.session import Session, report, session_at
from yizhan.commands.interview.writing import replaced
from yizhan.commands.written import Done
from yizhan.loading.regular import read_regular
from yizhan.loading.round_trip import NoPlaceError, append
from yizhan.model.body import Body
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Finding, Remedy
from yizhan.model.frozen import dataclass
from yizhan.model.kinds import identify
from yizhan.model.text import Text
from yizhan.wording.command_line import CHANGED

FIELD = "irregular"
_WHICH = Text("不合规之处", "What is irregular")
_HINT = Text(
    "写 yizhan check 报出的文件和代号；同一份文件里有几处的，文件后面写冒号和行号。",
    "The file and the code that yizhan check reports; with a colon and the line where a file has several.",
)
_NOTHING = Text(
    "没有还要写明的不合规；yizhan check 会列出有哪些。",
    "Nothing irregular is left to acknowledge; yizhan check lists what there is.",
)
_NOT_THERE = Text(
    "“{typed}”没有对上还要写明的不合规。",
    "Nothing irregular that is left to acknowledge fits “{typed}”.",
)
SEVERAL = Text("有 {n} 处都对得上“{typed}”。", "{n} fit “{typed}”.")
_NO_PLACE = Text(
    "{path} 的写法没法只加这几行而不动别的；请照 yizhan check 给的几行手工加。",
    "{path} is written in a way that leaves no place for these lines; add those that yizhan check gives by hand.",
)


class AcknowledgeError(Exception):
    """Nothing can be written; its argument is a ``Text``."""


@dataclass(frozen=True, slots=True)
class Plan:
    """An acknowledgment that is ready to be written.

    Attributes:
        raw: the file as it was read.
        entry: what is added.
    """

    finding: Finding
    remedy: Remedy
    raw: bytes
    entry: Mapping[str, Any]


def interview(session: Session) -> Interview[Plan]:
    """Ask for the finding, and for what its acknowledgment says.

    Raises:
        AcknowledgeError: nothing irregular is left to acknowledge.
    """
    finding = yield _which(session)
    remedy = finding.remedy
    identity = identify(finding.path)
    assert identity is not None
    raw = read_regular(session.root / finding.path)
    fields = Fields(session, identity.kind, (*remedy.at, FIELD, 0))
    entry: dict[str, Any] = {"code": finding.code}
    cited = tuple(Choice(each, Text(each, each)) for each in remedy.articles)
    if len(cited) == 1:
        entry["article"] = cited[0].code
    elif cited:
        entry["article"] = yield fields.choice("article", "article", choices=cited)
    else:
        article = yield fields.text("article", "article", required=False)
        entry |= {} if article is None else {"article": article}
    entry["reason"] = yield fields.text("reason", "reason")
    entry["by"] = yield _who(session, fields, finding, remedy)
    span = Span(last=session.as_of, why_last=NO_FUTURE)
    entry["date"] = str((yield fields.date("date", "date", span=span)))
    return Plan(finding, remedy, raw, entry)


def _which(session: Session) -> Question:
    found = {
        f"{each.path}:{each.line} {each.code}": each
        for each in session.findings
        if each.remedy is not None
    }
    if not found:
        raise AcknowledgeError(_NOTHING)
    choices = tuple(Choice(name, each.message, Text(name, name)) for name, each in found.items())

    def read(typed: str) -> Finding:
        if typed in found:
            return found[typed]
        path, _, code = typed.strip().partition(" ")
        file, _, line = path.partition(":")
        fitting = [
            choice
            for choice, each in zip(choices, found.values(), strict=True)
            if each.path == file and code.strip().upper() in ("", each.code)
            if not line or line.partition(":")[0] == str(each.line)
        ]
        if len(fitting) == 1:
            return found[fitting[0].code]
        if not fitting:
            raise UnclearError(_NOT_THERE.format(typed=typed), choices[:9])
        raise UnclearError(SEVERAL.format(n=len(fitting), typed=typed), tuple(fitting[:9]))

    return Question(
        name="finding",
        text=_WHICH,
        hint=_HINT,
        read=read,
        choices=choices[:9],
        of=len(choices),
        label=lambda finding: finding.message,
        argument=True,
    )


def _who(session: Session, fields: Fields, finding: Finding, remedy: Remedy) -> Question:
    """Ask which body acknowledges it; the one that acted is suggested."""
    identity = identify(finding.path)
    record = session.archive.find(identity.id) if identity is not None else None
    assert record is not None
    day = PartialDate.of(session.as_of)
    bodies = list(session.bodies(record, day))
    acted = session.archive.get(Body, remedy.by)
    place = getattr(record, "place", None) or (acted.place if acted is not None else "")
    suggestion = session.body_choice(acted) if acted is not None and acted in bodies else None
    choices = session.around(bodies, place)
    return fields.record("by", "by", records=choices, suggestion=suggestion)


def preview(plan: Plan) -> str:
    """The lines as they will be in the file."""
    raw = append(b"id: x\n", FIELD, plan.entry).decode()
    return raw.partition("id: x\n")[2].rstrip("\n")


def acknowledge(session: Session, plan: Plan) -> Done:
    """Write an acknowledgment, check, and put the file back where it breaks a check.

    Raises:
        AcknowledgeError: the file was changed meanwhile, or leaves no place for the lines.
    """
    path = plan.finding.path
    file = session.root / path
    if read_regular(file) != plan.raw:
        raise AcknowledgeError(CHANGED.format(path=path))
    try:
        written = append(plan.raw, FIELD, plan.entry, plan.remedy.at)
    except NoPlaceError:
        raise AcknowledgeError(_NO_PLACE.format(path=path)) from None
    with replaced(file, plan.raw, written) as change:
        after = session_at(session.root, session.as_of)
        broken = new_failures(session.findings, after.findings)
        if all(_was_behind(each, path) for each in broken):
            change.keep()
        found = [each for each in after.findings if each.path == path or each in broken]
        return Done(path, change.kept, report(after, found, path))


def _was_behind(finding: Finding, path: str) -> bool:
    """Whether a finding is another irregular act of the same record, or rests on it, told once the first is settled.

    One mistake is said once, and what may only follow from it is held back until it is put right. An
    acknowledgment settles it; what was held back is as true as before, and is acknowledged next.
    """
    identity = identify(path)
    of_it = identity is not None and any(
        each.partition("/")[0] == identity.id for each in finding.about.split()
    )
    return (finding.path == path or of_it) and finding.remedy is not None
