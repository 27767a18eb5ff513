"""What is said of a month: on its page, in the list of months and in the report to be read out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from yizhan.facts.ending import Ending
from yizhan.facts.events import Handed, How, Move
from yizhan.facts.irregular import State, state_on
from yizhan.facts.month_entries import Hanging
from yizhan.facts.monthly import Month, MonthCounts, next_month
from yizhan.model.dates import PartialDate
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Action
from yizhan.wording.deadline import late_by
from yizhan.wording.matter import ON_RECORD_THEN
from yizhan.wording.matter_endings import MERGED, SPLIT
from yizhan.wording.words import Words

TITLE = Text("{month}办理情况", "matters in {month}")
TITLE_OF = Text("{where}{month}办理情况", "{where}: matters in {month}")
EXAMPLE_VILLAGE = Text("示例村", "Example village")
ALL_PLACES = Text("全部地方", "All places")

OPENED = Text("新提出", "raised")
REPORTED = Text("报结，等居民评价", "reported done")
CLOSED = Text("了结", "closed")
GONE = Text("并案、拆分", "merged or split")
REOPENED = Text("退回重办", "reopened")
LATE = Text("逾期", "late")
LATE_THEN = Text("按当时的记录逾期，后来更正", "late by what was on record then, corrected since")
HANDED_OVER = Text("移交", "handed over")
DECIDED = Text("会议决定", "decided")
IRREGULAR = Text("不合规的事", "irregular acts")
TASKS = Text("本月到期的任务", "tasks due this month")
_PRESS = Text("接下来要催的（到{month}底）", "to be pressed (until the end of {month})")
IN_SHORT = Text("总的情况", "in short")
NONE = Text("没有。", "Nothing.")
REPORTED_DONE = Text("报结", "reported done")
AT_END_LATE = Text("期末逾期", "late at the end")
AT_END_OPEN = Text("期末未了结", "open at the end")

WENT = {Ending.MERGED: MERGED.word, Ending.SPLIT: SPLIT.word}
"""How a matter went on in others."""
HOW = {
    How.SOLVED: Text("居民认可，已解决", "solved, residents agree"),
    How.PARTLY: Text("居民认可，解决了一部分", "partly solved, residents accept it"),
    How.EXPLAINED: Text("居民接受，作了说明", "explained, residents accept it"),
    How.SOLVED_NOTED: Text(
        "办理单位代记居民认可，已解决", "solved, residents agree as noted by the office"
    ),
    How.PARTLY_NOTED: Text(
        "办理单位代记居民认可，解决了一部分",
        "partly solved, residents accept it as noted by the office",
    ),
    How.EXPLAINED_NOTED: Text(
        "办理单位代记居民接受，作了说明", "explained, residents accept it as noted by the office"
    ),
    How.SILENCE: Text("评价期满，无人答复", "closed without an answer"),
    How.WITHDRAWN: Text("由提出的一方撤回", "withdrawn"),
    How.STOPPED: Text(
        "办理单位说只解决一部分，不再往下办",
        "solved only in part as the office says, goes no further",
    ),
    How.NOT_SOLVED: Text("没有解决", "not solved"),
}
"""How a matter was closed."""
_ENTERED = Text("后来补的，记于 {day}", "written down only on {day}")
_FELL_BACK = Text("此前走的步骤被撤销", "what had led on was annulled")
_TIMES = Text("这个月 {n} 次", "{n} {n:time|times} this month")
_LATE_THEN = Text(
    "按当时的记录，期末另有 {n:,} 件逾期，后来更正。",
    "{n:,} more {n:was|were} late at the end by what was on record then, corrected since.",
)
_ELSEWHERE = Text(
    "这个月没有记录；有记录的月份：{months}{more}。",
    "Nothing is recorded in this month; there are records of: {months}{more}.",
)
_MORE_MONTHS = Text("，另有 {n} 个月", ", and {n} more {n:month|months}")
_ONLY_EXAMPLES = Text(
    "没有真实数据，只有示例数据；看示例的月报，加上 --place {place}（{title}）。",
    "There are no real data, only example data; for their report add --place {place} ({title}).",
)
_NO_DATA = Text("一件事项、一次会议也还没有记录。", "No matter and no meeting is recorded yet.")
DUE_BY = Text("应在 {day} 以前（含当天）办到", "due {day}")
DUE = Text("{day} 到期", "due {day}")
HANDED_ON = Text("{day} 移交", "handed over {day}")
HANDED_TO = Text("{day} 移交给{to}", "handed over to {to}, {day}")
NOT_TAKEN = Text("没有接收", "not taken over")
ANSWERED = Text("不再等接收", "no longer waiting to be taken over")
_ANSWERS = {
    Action.TAKE_OVER: Text("已接收", "taken over"),
    Action.SEND_BACK: Text("已退回", "sent back"),
}
ANSWERED_LATE = Text("晚了 {n:,} 个工作日", "{n:,} working {n:day|days} late")

_BRIEF = Text(
    "新提出 {opened:,} 件，了结 {closed:,} 件，开会 {meetings:,} 次",
    "{opened:,} raised, {closed:,} closed, {meetings:,} {meetings:meeting|meetings}",
)
_BRIEF_LATE = Text(
    "新提出 {opened:,} 件，了结 {closed:,} 件，期末逾期 {late:,} 件，开会 {meetings:,} 次",
    "{opened:,} raised, {closed:,} closed, {late:,} late at the end, {meetings:,} {meetings:meeting|meetings}",
)
_AS_OF = Text("截至 {day}，按现有记录回看。", "As of {day}, seen with the records of today.")
_UNDATED = Text(
    "这一年另有 {n:,} 条记录只知道年份，不归入哪一个月。",
    "{n:,} more {n:entry is|entries are} dated to this year only and {n:belongs|belong} to no month.",
)
_MOVES = Text(
    "新提出 {opened:,} 件，报结 {reported:,} 件，了结 {closed:,} 件，退回重办 {reopened:,} 件。",
    "{opened:,} raised, {reported:,} reported done, {closed:,} closed, {reopened:,} reopened.",
)
_CLOSINGS = Text(
    "了结的 {n:,} 件里：居民认可已解决 {solved:,} 件，居民认可解决了一部分 {partly:,} 件，居民接受说明 {explained:,} 件，"
    "居民认可或接受算办理单位代记 {noted:,} 件，"
    "无人答复而销号 {silence:,} 件，撤回 {withdrawn:,} 件，没有解决或者没有全部解决 {not_solved:,} 件。",
    "Of the {n:,} closed: {solved:,} solved as residents agree, {partly:,} partly solved and {explained:,} "
    "explained as residents accept, {noted:,} agreed or accepted as noted by the office, {silence:,} closed "
    "without an answer, {withdrawn:,} withdrawn, "
    "{not_solved:,} not solved or not wholly.",
)
_COUNTED = {
    "solved": (How.SOLVED,),
    "noted": (How.SOLVED_NOTED, How.PARTLY_NOTED, How.EXPLAINED_NOTED),
    "partly": (How.PARTLY,),
    "explained": (How.EXPLAINED,),
    "silence": (How.SILENCE,),
    "withdrawn": (How.WITHDRAWN,),
    "not_solved": (How.STOPPED, How.NOT_SOLVED),
}
_CLOSED_LATE = Text(
    "其中 {n:,} 件有环节是过了期限才走完的。",
    "{n:,} of them {n:was|were} late in at least one stage.",
)
_GONE = Text(
    "另有 {n:,} 件并入别的事项或者拆分，以后在那些事项里办。",
    "{n:,} more {n:was|were} merged into others or split, and {n:goes|go} on there.",
)
_GONE_LATE = Text("其中 {n:,} 件此前已经过了期限。", "{n:,} of them {n:was|were} late before that.")
_END = Text(
    "期末没有了结 {open:,} 件；逾期 {late:,} 件；移交以后没有接收 {pending:,} 件。",
    "At the end: {open:,} open, {late:,} late, {pending:,} handed over and not taken over.",
)
_PENDING = Text("移交以后没有接收的 {n:,} 件。", "{n:,} handed over and not taken over.")
_MET = Text(
    "开会 {meetings:,} 次，作出决定 {decided:,} 项；本月到期的任务 {tasks:,} 项。",
    "{meetings:,} {meetings:meeting|meetings}, {decided:,} {decided:decision|decisions}; "
    "{tasks:,} {tasks:task|tasks} due this month.",
)
_IRREGULAR = Text(
    "另计：写明或者处理了不合规的事 {n:,} 处，到期末还没有处理的 {open:,} 处。",
    "Counted apart: {n:,} irregular {n:act|acts} acknowledged or resolved, {open:,} of them open at the end.",
)
_STILL_LATE = Text(
    "上面逾期的 {late:,} 件和没有接收的 {pending:,} 件，继续催。",
    "The {late:,} late and {pending:,} not taken over above will be followed up.",
)


def name(words: Words, key: str) -> str:
    """A month by its key, ``2026-03``."""
    return words.date(PartialDate.parse(key))


def brief(words: Words, counts: MonthCounts) -> str:
    """A month in one line."""
    text = _BRIEF_LATE if counts.late else _BRIEF
    return words.say(
        text,
        opened=counts.opened,
        closed=counts.closed,
        meetings=counts.meetings,
        late=counts.late,
    )


def there(
    words: Words, month: Month, active: Sequence[str], example: tuple[str, str] | None
) -> str | None:
    """What there is, where a month has nothing; None where it has something.

    Args:
        words: the language.
        month: the month asked for.
        active: keys of the months that have something, newest first.
        example: id and title of an example place, where example data were not asked for.
    """
    if month.active:
        return None
    if active:
        few = words.say(commas(Text(name(words, key), name(words, key)) for key in active[:_FEW]))
        left = len(active) - _FEW
        more = words.say(_MORE_MONTHS, n=left) if left > 0 else ""
        return words.say(_ELSEWHERE, months=few, more=more)
    if example is not None:
        return words.say(_ONLY_EXAMPLES, place=example[0], title=example[1])
    return words.say(_NO_DATA)


_FEW = 3


def press(words: Words, month: Month) -> str:
    """The title of what is to be pressed in the month that follows."""
    return words.label(_PRESS, month=name(words, next_month(month.key)))


def lead(words: Words, month: Month) -> Iterator[str]:
    """Up to which day it speaks, and what belongs to the year but to no month."""
    yield words.say(_AS_OF, day=words.date(month.end))
    if month.undated:
        yield words.say(_UNDATED, n=month.undated)


def counts(words: Words, month: Month) -> Iterator[str]:
    """The numbers of a month, a sentence each."""
    yield words.say(
        _MOVES,
        opened=len(month.opened),
        reported=len(month.reported),
        closed=len(month.closed),
        reopened=len(month.reopened),
    )
    if month.closed:
        yield closings(words, month)
    if month.gone:
        yield gone(words, month)
    yield words.say(_END, open=month.open_count, late=len(month.late), pending=len(month.pending))
    yield from late_then(words, month)
    yield words.say(
        _MET,
        meetings=len(month.meetings),
        decided=len(month.decided),
        tasks=len(month.tasks),
    )
    yield from irregular(words, month)


def irregular(words: Words, month: Month) -> Iterator[str]:
    """How many irregular acts came up in it; nothing where there are none."""
    if month.irregular:
        yield words.say(
            _IRREGULAR,
            n=len(month.irregular),
            open=sum(state_on(act.said, month.end) is State.OPEN for act in month.irregular),
        )


def answer(handed: Handed, *, waits: bool) -> Text:
    """What became of a hand-over by the end of a month."""
    if waits or handed.how is None:
        return NOT_TAKEN
    return _ANSWERS.get(handed.how, ANSWERED)


def entered(words: Words, since: date | None) -> Iterator[str]:
    """That an entry was recorded after its own day, and since when it is on record."""
    if since is not None:
        yield words.say(_ENTERED, day=words.date(since))


def undone(words: Words, move: Move) -> Iterator[str]:
    """That no entry brought a matter back, but an annulment."""
    if move.fell_back:
        yield words.say(_FELL_BACK)


def times(words: Words, n: int) -> Iterator[str]:
    """That something happened more than once in the month: each matter is counted, and told, once."""
    if n > 1:
        yield words.say(_TIMES, n=n)


def how_late(words: Words, late: Hanging) -> str:
    """By how much something was late at the end of a month, by what is on record or was until a correction."""
    said = late_by(words, late.due, late.late_days)
    if late.until is None:
        return said
    return words.say(ON_RECORD_THEN, until=words.date(late.until), said=said)


def late_then(words: Words, month: Month) -> Iterator[str]:
    """How many were late by what was on record then, and are not by what is on record now."""
    if month.late_then:
        yield words.say(_LATE_THEN, n=len(month.late_then))


def closings(words: Words, month: Month) -> str:
    """How what was closed was closed: closed is not solved."""
    said = words.say(
        _CLOSINGS,
        n=len(month.closed),
        **{name: sum(each.how in hows for each in month.closed) for name, hows in _COUNTED.items()},
    )
    late = sum(each.late_days > 0 for each in month.closed)
    return words.joined((said, words.say(_CLOSED_LATE, n=late))) if late else said


def gone(words: Words, month: Month) -> str:
    """How many were merged or split, and how many of them had been late."""
    said = words.say(_GONE, n=len(month.gone))
    late = sum(each.late_days > 0 for each in month.gone)
    return words.joined((said, words.say(_GONE_LATE, n=late))) if late else said


def pending(words: Words, month: Month) -> str:
    """How many hand-overs nobody has taken."""
    return words.say(_PENDING, n=len(month.pending))


def still_late(words: Words, month: Month) -> str:
    """That what is late above will be followed up."""
    return words.say(_STILL_LATE, late=len(month.late), pending=len(month.pending))
