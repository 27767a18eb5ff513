"""How a matter stands, in a sentence for a clerk."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.commands.interview.session import Session
from yizhan.facts.matter_state import MatterState
from yizhan.model.matter import Matter
from yizhan.model.text import Text

_STANDS = Text("“{title}”（{id}）现在是“{stage}”", "“{title}” ({id}) stands at “{stage}”")
_TIER = Text("，属于“{tier}”", ", tier “{tier}”")
_HANDLER = Text("，由{body}承办", ", with {body}")
_JOINT = Text("，会同{bodies}", ", together with {bodies}")
_DUE = Text("，期限 {day}", ", due {day}")
_PROVISIONAL = Text("（暂算）", " (provisional)")
_LATE = Text("，已经超期 {days} 个工作日", ", {days} working day{s} late")
_CLOSED = Text("，{day} 结束", ", closed on {day}")
_LAPSED = Text("（答复期满无人提出异议）", " (nobody objected in time)")
_MERGED = Text("，已并入 {id}", ", merged into {id}")
_SPLIT = Text("，已拆分为 {ids}", ", split into {ids}")
_END = Text("。", ".")
_PENDING = Text("已移交{body}，对方还没有接收。", " Handed over to {body}, not taken over yet.")
_ANSWER = Text("居民可以在 {day} 以前（含当天）答复。", " Residents may answer until {day}.")
_ANSWERED = Text(
    "居民答复期 {day} 已经满了。", " The time for residents to answer ran out on {day}."
)
_PAUSED = Text("办理已中止。", " Work is paused.")
_SUPERVISED = Text("已列入督办。", " It is supervised.")


def stands(session: Session, matter: Matter, state: MatterState) -> Text:
    """Say where a matter stands, who has it and until when."""
    parts = list(_parts(session, matter, state))
    return Text("".join(part.zh for part in parts), "".join(part.en for part in parts))


def _parts(session: Session, matter: Matter, state: MatterState) -> Iterator[Text]:
    yield _STANDS.format(title=matter.title, id=matter.id, stage=state.stage.title)
    if state.tier is not None:
        yield _TIER.format(tier=state.tier.title)
    if state.merged_into is not None:
        yield _MERGED.format(id=state.merged_into)
    elif state.parts:
        yield _SPLIT.format(ids=Text("、".join(state.parts), ", ".join(state.parts)))
    elif state.closed_on is not None:
        yield _CLOSED.format(day=state.closed_on)
        if state.lapsed:
            yield _LAPSED
    else:
        yield from _at_work(session, state)
    yield _END
    if state.open:
        yield from _besides(session, state)


def _at_work(session: Session, state: MatterState) -> Iterator[Text]:
    if state.handler is not None:
        yield _HANDLER.format(body=_body(session, state.handler))
    if state.joint:
        names = [_body(session, each) for each in state.joint]
        yield _JOINT.format(bodies=Text("、".join(names), ", ".join(names)))
    if state.due is not None:
        yield _DUE.format(day=state.due.day)
        if state.due.provisional:
            yield _PROVISIONAL
    if state.late:
        yield _LATE.format(days=state.late_days, s="" if state.late_days == 1 else "s")


def _besides(session: Session, state: MatterState) -> Iterator[Text]:
    if state.pending is not None:
        yield _PENDING.format(body=_body(session, state.pending.to))
    if state.answer_by is not None:
        over = state.answer_by.day < session.as_of
        yield (_ANSWERED if over else _ANSWER).format(day=state.answer_by.day)
    if state.paused:
        yield _PAUSED
    if state.supervised:
        yield _SUPERVISED


def _body(session: Session, identifier: str) -> str:
    body = session.archive.body(identifier)
    return body.title if body is not None else identifier
