"""What is said of a matter: how far it has come, who has it, whether it is solved.

"Done" is only ever the office's claim until residents say so, and the sentences keep the two apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from yizhan.facts.matter_state import MatterState
from yizhan.facts.overview import merged_or_split
from yizhan.model.matter import Matter
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Family, Result
from yizhan.wording.deadline import LATE, limit_of
from yizhan.wording.lists import every, following
from yizhan.wording.words import Words

NOBODY = Text("承办单位尚未明确", "nobody has it yet")

_MERGED = Text("已并案", "Merged")
_SPLIT = Text("已拆分", "Split")
_MERGED_INTO = Text("已并入另一件事项一起办理。", "Merged into another matter and handled there.")
_SPLIT_INTO = Text(
    "已拆分成几件，分别办理。", "Split into several matters, each handled on its own."
)
_HANDED_OVER = Text(
    "已移交{to}，对方还没有接收。", "Handed over to {to}, which has not taken it over yet."
)
_WAITING_FOR = Text("已经提出，等{who}受理。", "Raised; waiting for {who} to accept it.")
_WAITING = Text("已经提出，还没有单位受理。", "Raised; nobody has accepted it yet.")
_WORKING_ON = Text("{who}正在办理。", "{who} is working on it.")
_WORKING = Text("正在办理。", "Being worked on.")
_CLAIMED_BY = Text(
    "{who}说已经办完，等居民评价；居民确认之前不算解决。",
    "{who} says it is done. It does not count as solved until residents agree.",
)
_CLAIMED = Text(
    "办理单位说已经办完，等居民评价；居民确认之前不算解决。",
    "The office says it is done. It does not count as solved until residents agree.",
)
_LAPSED = Text(
    "评价期满没有人提出异议，按规程销号；没有居民明确确认。",
    "Closed because nobody objected in the time to answer; no resident has expressly agreed.",
)
_SOLVED = Text("已经解决，居民确认。", "Solved, and residents agree.")
_CONFIRMED: dict[Result | None, Text] = {
    Result.PARTLY: Text(
        "解决了一部分，居民认可这个结果。", "Partly solved, and residents accept the result."
    ),
    Result.EXPLAINED: Text("说明了情况，居民表示接受。", "Explained, and residents accept it."),
}
_NOT_SOLVED = Text("没有解决，原因见下。", "Not solved; the reason is below.")
_UNSOLVED: dict[Result | None, Text] = {
    Result.NOT_FEASIBLE: Text(
        "没有解决：目前条件办不到，原因见下。",
        "Not solved: not feasible for now; the reason is below.",
    ),
    Result.WITHDRAWN: Text(
        "没有办理到底：提出人撤回。", "Not carried through: withdrawn by those who raised it."
    ),
}
_REOPENED = Text(
    "没有得到认可或又出现问题，已退回重办。",
    "Not agreed to, or the trouble came back: taken up again.",
)
_IN_HAND = {
    Family.WAITING: (_WAITING_FOR, _WAITING),
    Family.WORKING: (_WORKING_ON, _WORKING),
    Family.CLAIMED: (_CLAIMED_BY, _CLAIMED),
    Family.REOPENED: (_REOPENED, _REOPENED),
}
"""What is said of a matter somebody still has to act in: with who has it, and without."""
MEANING = {
    Family.WAITING: _WAITING,
    Family.WORKING: Text("有单位正在办。", "Somebody is working on it."),
    Family.CLAIMED: Text(
        "办理单位说已经办完，居民还没有评价：不等于已经解决。",
        "The office says it is done; residents have not answered yet. That is not the same as solved.",
    ),
    Family.CONFIRMED: Text(
        "居民认可了结果，或评价期满没有人提出异议。",
        "Residents agreed with the result, or nobody objected in the time to answer.",
    ),
    Family.UNSOLVED: Text(
        "办不到、不予受理或已撤回，每件都写明原因。",
        "Not feasible, declined or withdrawn; each with its reason.",
    ),
    Family.REOPENED: Text(
        "居民不认可或问题又出现，正在重办。",
        "Residents did not agree or the trouble came back; taken up again.",
    ),
}
"""What the state of all matters of a family means."""
_FLAG_SUPERVISED = Text("督办中", "Under supervision")
_FLAG_PAUSED = Text("中止（期限照算）", "Paused (the clock goes on)")
_FLAG_REOPENED = Text("重办 {n} 次", "Reopened {n} {n:time|times}")


def word(words: Words, state: MatterState) -> str:
    """The state in a word: that of its family, or that the matter goes on in others."""
    if not merged_or_split(state):
        return words.title(state.family)
    return words.say(_MERGED if state.merged_into is not None else _SPLIT)


def sentence(words: Words, state: MatterState, handler: str, receiver: str) -> str:
    """The state in a sentence.

    Args:
        words: the language.
        state: the state.
        handler: who has the matter; empty where nobody does.
        receiver: who is to take it over, where that is pending.
    """
    if state.merged_into is not None:
        return words.say(_MERGED_INTO)
    if merged_or_split(state):
        return words.say(_SPLIT_INTO)
    if state.pending is not None:
        return words.say(_HANDED_OVER, to=receiver)
    text = _of_family(state, known=bool(handler))
    return words.say(text, who=handler)


def _of_family(state: MatterState, *, known: bool) -> Text:
    result = state.outcome.result if state.outcome is not None else None
    if state.family is Family.CONFIRMED:
        return _LAPSED if state.lapsed else _CONFIRMED.get(result, _SOLVED)
    if state.family is Family.UNSOLVED:
        return _UNSOLVED.get(result, _NOT_SOLVED)
    named, unnamed = _IN_HAND[state.family]
    return named if known else unnamed


def flags(words: Words, state: MatterState) -> tuple[str, ...]:
    """Short marks: supervised, paused, how often reopened."""
    found = []
    if state.supervised and state.open:
        found.append(words.say(_FLAG_SUPERVISED))
    if state.paused and state.open:
        found.append(words.say(_FLAG_PAUSED))
    if state.reopened:
        found.append(words.say(_FLAG_REOPENED, n=state.reopened))
    return tuple(found)


_AT = Text("“{title}”（{id}）现在是“{stage}”", "“{title}” ({id}) is at “{stage}”")
_TIER = Text("，属于“{tier}”", ", tier “{tier}”")
_HANDLER = Text("，由{body}承办", ", with {body}")
_JOINT = Text("，会同{bodies}", ", together with {bodies}")
_DUE = Text("，{limit} {day}", ", {limit} {day}")
_PROVISIONAL = Text("（暂算）", " (provisional)")
_AND_LATE = Text("，{late}", ", {late}")
_CLOSED = Text("，{day} 结束", ", closed on {day}")
_UNANSWERED = Text("（答复期满无人提出异议）", " (nobody objected in time)")
_MERGED_INTO_ID = Text("，已并入 {id}", ", merged into {id}")
_SPLIT_INTO_IDS = Text("，已拆分为 {ids}", ", split into {ids}")
_END = Text("{clauses}。", "{clauses}.")
_ANSWER = Text("居民可以在 {day} 以前（含当天）答复。", "Residents may answer until {day}.")
_ANSWERED = Text(
    "居民答复期 {day} 已经满了。", "The time for residents to answer ran out on {day}."
)
_PAUSED = Text("办理已中止。", "Work is paused.")
_SUPERVISED = Text("已列入督办。", "It is supervised.")


def progress(matter: Matter, state: MatterState, as_of: date, name: Callable[[str], str]) -> Text:
    """How far a matter has come, who has it and until when, for a clerk.

    Args:
        matter: the matter.
        state: its state on ``as_of``.
        as_of: the day asked.
        name: what a body is called, from its id.
    """
    clauses = tuple(_clauses(matter, state, name))
    first = _END.format(
        clauses=Text("".join(each.zh for each in clauses), "".join(each.en for each in clauses))
    )
    return following((first, *_remarks(state, as_of, name))) if state.open else first


def _clauses(matter: Matter, state: MatterState, name: Callable[[str], str]) -> Iterator[Text]:
    yield _AT.format(title=matter.title, id=matter.id, stage=state.stage.title)
    if state.tier is not None:
        yield _TIER.format(tier=state.tier.title)
    if state.merged_into is not None:
        yield _MERGED_INTO_ID.format(id=state.merged_into)
    elif state.parts:
        yield _SPLIT_INTO_IDS.format(ids=commas(state.parts))
    elif state.closed_on is not None:
        yield _CLOSED.format(day=state.closed_on)
        if state.lapsed:
            yield _UNANSWERED
    else:
        yield from _in_hand(state, name)


def _in_hand(state: MatterState, name: Callable[[str], str]) -> Iterator[Text]:
    if state.handler is not None:
        yield _HANDLER.format(body=name(state.handler))
    if state.joint:
        yield _JOINT.format(bodies=every(name(each) for each in state.joint))
    if state.due is not None:
        yield _DUE.format(limit=limit_of(state.family), day=state.due.day)
        if state.due.provisional:
            yield _PROVISIONAL
    if state.late_days:
        yield _AND_LATE.format(late=LATE.format(n=state.late_days))


def _remarks(state: MatterState, as_of: date, name: Callable[[str], str]) -> Iterator[Text]:
    if state.pending is not None:
        yield _HANDED_OVER.format(to=name(state.pending.to))
    if state.answer_by is not None:
        over = state.answer_by.day < as_of
        yield (_ANSWERED if over else _ANSWER).format(day=state.answer_by.day)
    if state.paused:
        yield _PAUSED
    if state.supervised:
        yield _SUPERVISED
