"""T008: a result fits the votes behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ATTENDANCE, TALK, TALK_PATH
from yizhan.checks.shared.minutes import decision_rules, decisions
from yizhan.facts.decision import judge
from yizhan.facts.presence import attendance_for, represented
from yizhan.facts.ruling import Ruling, Shortfall
from yizhan.facts.tally import Contradiction, contradiction
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Attendance, Decision, Meeting
from yizhan.model.meeting_vocabulary import Threshold
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.model.voting import Vote
from yizhan.wording.terms import term

_NO_METHOD = Text("没有写明的方式", "an unnamed method")
_FOUND: Mapping[Contradiction, Text] = {
    Contradiction.FEWER: Text(
        "赞成 {for_} 票，反对 {against} 票，却记成了通过。",
        "{for_} {for_:was|were} for and {against} against, yet it is recorded as adopted.",
    ),
    Contradiction.TIE: Text(
        "赞成、反对都是 {for_} 票，没有写谁投了决定票，却记成了通过。",
        "{for_} {for_:was|were} for and as many against, no casting vote is recorded, yet it is recorded as adopted.",
    ),
    Contradiction.CAST_AGAINST: Text(
        "赞成、反对都是 {for_} 票，决定票投的是反对，却记成了通过。",
        "{for_} {for_:was|were} for and as many against, the casting vote was against, yet it is recorded as adopted.",
    ),
    Contradiction.OUTVOTED: Text(
        "赞成 {for_} 票，同一项的另一个方案票更多，却记成了通过。",
        "{for_} {for_:was|were} for it, more for another alternative of the item, yet it is recorded as adopted.",
    ),
    Contradiction.LEVEL: Text(
        "赞成 {for_} 票，同一项的另一个方案也是 {for_} 票，没有写决定票，却记成了通过。",
        "{for_} {for_:was|were} for it and as many for another alternative of the item, no casting vote is recorded, yet it is recorded as adopted.",
    ),
    Contradiction.SHORT: Text(
        "写明的通过条件是“{needs}”，赞成只有 {for_} 票，却记成了通过。",
        "The threshold is “{needs}”; {for_} {for_:was|were} for, yet it is recorded as adopted.",
    ),
    Contradiction.REACHED: Text(
        "赞成 {for_} 票，反对 {against} 票，够了通过的条件（{needs}），却记成了{result}。",
        "{for_} {for_:was|were} for and {against} against, which is enough ({needs}), yet it is recorded as {result}.",
    ),
    Contradiction.NOBODY: Text(
        "一个人也没有到，却记成了通过。",
        "Nobody was there, yet it is recorded as adopted.",
    ),
    Contradiction.OPPOSED: Text(
        "写的是{method}，却有 {against} 票反对。",
        "It is recorded as decided by {method}, yet {against} {against:vote was|votes were} against.",
    ),
    Contradiction.VOTED: Text(
        "结果写的是{result}，没有付诸表决，却有票数。",
        "It is recorded as {result} and so not put to the vote, yet there is a tally.",
    ),
    Contradiction.SECONDED: Text(
        "结果写的是{result}，却写了由谁附议。",
        "It is recorded as {result}, yet it says who seconded it.",
    ),
}
_REACHED = Text(
    "赞成 {for_} 票，够了通过的条件（{needs}），却记成了{result}。",
    "{for_} {for_:was|were} for, which is enough ({needs}), yet it is recorded as {result}.",
)
"""Where the record does not say how many were against."""
_OF_NUMBERS = frozenset(
    {
        Contradiction.FEWER,
        Contradiction.TIE,
        Contradiction.CAST_AGAINST,
        Contradiction.REACHED,
    }
)
_BY_LAW = frozenset({Shortfall.MAJORITY, Shortfall.REJECTED_DESPITE_MAJORITY})
_OTHER_FIX = Text(
    "核对票数和 result（结果）；要更多票才通过的，在 needs 里写明条件；几案选一的写 most_of_alternatives。",
    "Check tally and result; if more votes were asked, say so in needs (most_of_alternatives where one of several was chosen).",
)
_FIXES = {
    Contradiction.REACHED: _OTHER_FIX,
    Contradiction.NOBODY: Text(
        "核对实到人数和 result（结果），改掉写错的那个。",
        "Check how many were present and the result, and correct the one that is wrong.",
    ),
}


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    rules, where = decision_rules(record, archive, context)
    for pointer, decision in decisions(record):
        attendance = attendance_for(record, decision)
        due = attendance.due if attendance is not None else None
        others = record.agenda[int(pointer[1])].decisions
        found = contradiction(decision, _taking_part(attendance, decision), due, others)
        if found is None or _said_by_law(found, decision, judge(record, decision, rules, where)):
            continue
        vote = decision.vote or Vote(for_=0)
        untold = found is Contradiction.REACHED and vote.against is None
        message = (_REACHED if untold else _FOUND[found]).format(
            for_=vote.for_,
            against=vote.against or 0,
            needs=term(decision.needs or Threshold.MOST_VOTES),
            method=_NO_METHOD if decision.method is None else term(decision.method),
            result=term(decision.outcome),
        )
        fix = _FIXES.get(found)
        yield Problem(record, (*pointer, "result"), message, fix)


def _taking_part(attendance: Attendance | None, decision: Decision) -> int | None:
    """How many took part: those there and represented, or else the papers that came back."""
    if attendance is not None and attendance.present is not None:
        return attendance.present + represented(attendance)
    ballots = decision.vote.ballots if decision.vote is not None else None
    return ballots.returned if ballots is not None else None


def _said_by_law(found: Contradiction, decision: Decision, ruling: Ruling) -> bool:
    """Whether T006 says it, or the law asks more than what the votes would be enough for."""
    if found not in _OF_NUMBERS:
        return False
    if any(each.key in _BY_LAW for each in ruling.shortcomings):
        return True
    asked = any(rule.majority is not None for rule in ruling.rules)
    return found is Contradiction.REACHED and decision.needs is None and asked


_AGENDA = """\
agenda:
  - title: 广场使用
    decisions:
      - text: 晚上九点关音响。
        result: {result}
        vote:
          for: 7
          against: 9
"""

CHECK = Check(
    code="T008",
    title=Text("结果和票数对得上", "The result fits the votes"),
    why=Text(
        "结果要和票数对得上：反对的不比赞成的少，就不是通过；赞成的够了，就不是未通过。会上确实那样宣布了的，"
        "记录如实写，但决定可以争。法律另定票数的会议由 T006 核对。",
        "A result has to fit its votes: without more for than against nothing is adopted, and with enough for it nothing is "
        "rejected. Where the meeting did declare it so, the record says what happened, and the decision can be contested. "
        "Where the law sets the majority, T006 judges.",
    ),
    fix=Text(
        "核对票数和 result（结果）；票数相等、主持人另投一票的，写 casting（决定票）。",
        "Check tally and result; where votes were equal and the chair had a further one, write casting.",
    ),
    bad=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA.format(result="adopted")}),
    good=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA.format(result="rejected")}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
