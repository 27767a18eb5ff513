"""What is said of a matter: how far it has come, who has it, whether it is solved.

The sentences themselves are in ``matter_table``. "Done" is only ever the office's claim until residents say so, and the sentences keep the two apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from yizhan.facts.deadlines import Due
from yizhan.facts.matter_state import LateBefore, MatterState, Passage
from yizhan.model.matter import Matter
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Action, Family
from yizhan.wording.deadline import (
    AT_LEAST,
    LATE,
    LATE_LEAST,
    VAGUE,
    last_day,
    limit_of,
    was_late,
)
from yizhan.wording.lists import every, following
from yizhan.wording.matter_table import TABLE, WAITING, Cell, Dated, Said
from yizhan.wording.silence import silence
from yizhan.wording.words import Words

_HANDED_OVER = Text(
    "已移交{to}，对方还没有接收。", "Handed over to {to}, which has not taken it over yet."
)
HANDED_TO_UNKNOWN = Text(
    "已移交，交给了谁没有写明；对方接收了没有，没有记录。",
    "Handed over; to whom is not said, and whether they took it over is not on record.",
)
_OFFICE = Text("办理单位", "the office")
_RECORD = Text("记录里", "the record")
_RAISER = Text("提出人", "those who raised it")
_WAITS = Text("等居民评价", "residents have not answered yet")
_HEARD = Text(
    "问过居民，满意的人不够，还不算认可",
    "residents were asked, and too few are satisfied to count as agreement",
)
_AGAIN: Mapping[Action | None, Text] = {
    Action.OBJECT: Text("居民不认可，已退回重办。", "Residents did not agree: taken up again."),
    Action.REOPEN: Text("了结以后又重新办理。", "It had ended, and has been taken up again since."),
}
_TAKEN_UP = Text("已退回重办。", "Taken up again.")
_PAUSE_OVER_WITH = Text(
    "由{who}承办；中止期已满，后来怎样没有记录。",
    "With {who}; the days of the pause are over, and nothing is on record since.",
)
_PAUSE_OVER = Text(
    "中止期已满，后来怎样没有记录。",
    "The days of the pause are over, and nothing is on record since.",
)
_PAUSED_WITH = Text("由{who}承办，办理中止。", "With {who}; work on it is paused.")
NOBODY = Text("承办单位尚未明确", "nobody has it yet")

MEANING = {
    Family.WAITING: WAITING,
    Family.WORKING: Text("有单位正在办。", "Somebody is working on it."),
    Family.CLAIMED: Text(
        "办理单位说已经办完，居民还没有评价：不等于已经解决。",
        "The office says it is done; residents have not answered yet. That is not the same as solved.",
    ),
    Family.CONFIRMED: Text(
        "居民认可了结果，或评价期满没有人提出异议；结果不一定是解决，每件分开写明。",
        "Residents agreed with the result, or nobody objected in the time to answer. The result need "
        "not be a solution: each matter says which.",
    ),
    Family.UNSOLVED: Text(
        "办不到、不归这里管、不予受理或已撤回，每件都写明原因。",
        "Not feasible, not ours, declined or withdrawn; each with its reason.",
    ),
    Family.REOPENED: Text(
        "居民不认可，或者了结以后又重新办理。",
        "Residents did not agree, or it was taken up again after it had ended.",
    ),
}
"""What the state of all matters of a family means."""
_FLAG_SUPERVISED = Text("督办中", "Under supervision")
_FLAG_PAUSED = Text("中止（期限照算）", "Paused (the clock goes on)")
_FLAG_PAUSED_UNTIL = Text("中止到 {day}（期限照算）", "Paused until {day} (the clock goes on)")
_FLAG_REOPENED = Text("重办 {n} 次", "Reopened {n} {n:time|times}")


def said(state: MatterState) -> Said:
    """The cell of the table that a state is in."""
    day = state.entered if state.open else state.closed_on
    dated = Dated.KNOWN if day is not None and day.day is not None else Dated.VAGUE
    return TABLE[Cell(state.family, state.result, state.ending, dated)]


def word(words: Words, state: MatterState) -> str:
    """The state in a word: what became of it once it is closed, that of its family before."""
    found = said(state).word
    return words.title(state.family) if found is None else words.say(found)


def when(words: Words, state: MatterState) -> str:
    """Since when it is as it is, or on which day it ended, as far as that is known."""
    day = state.closed_on or state.entered
    return words.say(said(state).when, day=words.date(day))


class Names(NamedTuple):
    """What those are called who have to do with a matter; empty where the records name nobody.

    Attributes:
        handler: who has the matter.
        teller: whose word the result is.
        receiver: who is to take it over, where that is pending.
        owner: whose the matter is, where the office says that it is not its own.
        raiser: the body of residents that withdrew it.
    """

    handler: str = ""
    teller: str = ""
    receiver: str = ""
    owner: str = ""
    raiser: str = ""


def sentence(words: Words, state: MatterState, names: Names) -> str:
    """The state in a sentence."""
    handler, teller, receiver, owner, raiser = names
    handed = words.say(_HANDED_OVER, to=receiver)
    if state.pending is not None and state.family is not Family.CLAIMED:
        return handed
    found = said(state)
    text = found.sentence if handler else found.unnamed
    if state.paused and state.family is Family.WORKING:
        text = _paused(state, named=bool(handler))
    by = _RECORD if state.told_by is None else _OFFICE
    whose = _OWNED_BY.format(owner=owner) if owner else _OWNER_UNKNOWN
    # a closed matter is with its handler; who else said so is named, whom else it would be taken for
    named = teller and (state.family is Family.CLAIMED or state.told_by != state.handler)
    waits = _HEARD if state.heard else _WAITS
    own = words.say(
        text,
        who=handler,
        owner=whose,
        teller=teller if named else words.say(by),
        Teller=teller if named else words.label(by),
        waits=words.say(waits),
        Waits=words.label(waits),
        again=words.say(_AGAIN.get(_taken_up_by(state), _TAKEN_UP)),
        silence=words.say(silence(state)),
        n=len(state.parts),
        raiser=raiser or words.say(_RAISER),
    )
    return own if state.pending is None else words.joined((own, handed))


def _paused(state: MatterState, *, named: bool) -> Text:
    """That a matter is paused; of a pause whose days are over, that nothing is recorded since."""
    until = state.paused_until
    if until is not None and until.latest < state.as_of:
        return _PAUSE_OVER_WITH if named else _PAUSE_OVER
    return _PAUSED_WITH if named else _PAUSED


def _taken_up_by(state: MatterState) -> Action | None:
    """The action by which a matter was taken up again last."""
    for passage in reversed(state.history):
        if passage.after.family is Family.REOPENED and passage.before is not passage.after:
            return passage.step.action
    return None


def followed(words: Words, of: str) -> str:
    """What became of the matter into which another was merged.

    Args:
        words: the language.
        of: what is said of that matter itself.
    """
    return words.say(_FOLLOWED, of=of)


_OWNED_BY = Text("归{owner}管", "it belongs to {owner}")
_OWNER_UNKNOWN = Text("没有写明归谁管", "whose it is is not recorded")
_FOLLOWED = Text("那一件现在：{of}", "That matter now: {of}")
NO_END = Text(
    "并案绕成一圈，没有一件还在办。", "The mergers lead round in a ring, and none of them goes on."
)


def flags(words: Words, state: MatterState) -> tuple[str, ...]:
    """Short marks: supervised, paused, how often reopened, once late."""
    found = []
    if state.supervised and state.open:
        found.append(words.say(_FLAG_SUPERVISED))
    if state.paused and state.open:
        until = state.paused_until
        day = "" if until is None else words.date(until)
        found.append(words.say(_FLAG_PAUSED_UNTIL, day=day) if day else words.say(_FLAG_PAUSED))
    if state.reopened:
        found.append(words.say(_FLAG_REOPENED, n=state.reopened))
    return (*found, *remembered(words, state))


def remembered(words: Words, state: MatterState) -> tuple[str, ...]:
    """What stays to be said of a matter for ever: that it was late."""
    found = []
    if state.was_late:
        least = any(
            _may_be_later(each) for each in state.left_late if _days(each) == state.was_late
        )
        found.append(was_late(words, state.was_late, may_move=state.late_may_move, least=least))
    return tuple(found)


class Lateness(NamedTuple):
    """A stage that was left late, or a step that answered a hand-over late, and what is said of it.

    Attributes:
        stage: its title, which is a record's own word.
        by: id of the body that had the matter on its last day; None where the records name nobody, and of a
            hand-over, which was not with one body alone.
        then: it had it by what was on record then, and was corrected since.
    """

    stage: str
    said: str
    by: str | None = None
    then: bool = False


def lateness(words: Words, state: MatterState) -> tuple[Lateness, ...]:
    """Each limit that was exceeded, with its last day and by how much."""
    return tuple(_lateness(words, state))


def _lateness(words: Words, state: MatterState) -> Iterator[Lateness]:
    for each in state.left_late:
        if each.answered is not None and each.answered_late:
            title = each.before.title if each.step is None else each.step.title
            said = _how_late(words, _ANSWERED_LATE, each.answered, each, each.answered_late)
            yield Lateness(title, _before(words, each, said))
        if each.due is not None and each.late_days:
            said = _how_late(words, _STAGE_LATE, each.due, each, each.late_days)
            by = state.late_with(each)
            then = each.until is None and by != state.holder_on(each.due.day)
            yield Lateness(each.before.title, _before(words, each, said), by, then)


def _how_late(words: Words, text: Text, due: Due, late: Passage | LateBefore, days: int) -> str:
    day = last_day(words, due)
    least = words.say(AT_LEAST) if _may_be_later(late) else ""
    return words.say(text, due=day, least=least, n=days)


def _days(late: Passage | LateBefore) -> int:
    return max(late.late_days, late.answered_late)


def _may_be_later(late: Passage | LateBefore) -> bool:
    """Whether it was later than said on some reading of the dates."""
    since = late.since
    dues = (each for each in (late.due, late.answered) if each is not None)
    return since is None or since.earliest != since.latest or any(each.vague for each in dues)


def _before(words: Words, late: Passage | LateBefore, said: str) -> str:
    """What was so by what was on record until a correction or annulment, where there was one."""
    if late.until is None:
        return said
    text = _UNTIL_ANNULLED if late.annulled else ON_RECORD_THEN
    return words.say(text, until=words.date(late.until), said=said)


_ANSWERED_LATE = Text(
    "移交以后要在 {due} 以前（含当天）接收或退回，{least}晚了 {n:,} 个工作日。",
    "to be taken over or sent back by {due}, {least}{n:,} working {n:day|days} late.",
)
ON_RECORD_THEN = Text(
    "按 {until} 更正以前的记录，{said}",
    "by what was on record until it was corrected on {until}, {said}",
)
_UNTIL_ANNULLED = Text(
    "{until} 撤销以前，{said}", "until something was annulled on {until}, {said}"
)
_STAGE_LATE = Text(
    "期限是 {due}，{least}晚了 {n:,} 个工作日。",
    "due by {due}, {least}{n:,} working {n:day|days} late.",
)


_AT = Text("“{title}”（{id}）现在是“{stage}”", "“{title}” ({id}) is at “{stage}”")
_TIER = Text("，属于“{tier}”", ", tier “{tier}”")
_HANDLER = Text("，由{body}承办", ", with {body}")
_JOINT = Text("，会同{bodies}", ", together with {bodies}")
_DUE = Text("，{limit} {day}", ", {limit} {day}")
_PROVISIONAL = Text("（暂算）", " (provisional)")
_AND_LATE = Text("，{late}", ", {late}")
_CLOSED = Text("，{day} 结束：{word}", ", closed on {day}: {word}")
_MERGED_INTO_ID = Text("，已并入 {id}", ", merged into {id}")
_SPLIT_INTO_IDS = Text("，已拆分为 {ids}", ", split into {ids}")
_END = Text("{clauses}。", "{clauses}.")
_ANSWER = Text("居民可以在 {day} 以前（含当天）答复。", "Residents may answer until {day}.")
_ANSWERED = Text(
    "居民答复期 {day} 已经满了。", "The time for residents to answer ran out on {day}."
)
_PAUSED = Text("办理已中止。", "Work on it is paused.")
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
        yield _CLOSED.format(day=state.closed_on, word=said(state).word or "")
    else:
        yield from _in_hand(state, name)


def _in_hand(state: MatterState, name: Callable[[str], str]) -> Iterator[Text]:
    if state.handler is not None:
        yield _HANDLER.format(body=name(state.handler))
    if state.joint:
        yield _JOINT.format(bodies=every(name(each) for each in state.joint))
    if state.due is not None:
        yield _DUE.format(limit=limit_of(state.family), day=state.due.shown)
        if state.due.vague:
            yield VAGUE
        if state.due.provisional:
            yield _PROVISIONAL
    if state.late_days:
        least = state.due is not None and state.due.vague
        text = LATE_LEAST if least else LATE
        yield _AND_LATE.format(late=text.format(n=state.late_days))


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
