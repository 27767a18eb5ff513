"""G002: the record of an assembly shows when it was called, where the law asks for a notice."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_ASSEMBLY, VOTE_PATH, vote
from yizhan.checks.shared.minutes import decision_rules
from yizhan.facts.decision import judge_notice
from yizhan.facts.ruling import Doubt
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.ruling import NOTICE_ASKED, under

_FOUND = Text(
    "{asks}，记录没有写是哪天通知的，看不出够不够。",
    "{asks}; the record does not say on which day it was given, so that this cannot be seen.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    if not record.held:
        return  # G003
    rules, where = decision_rules(record, archive, context)
    for each in judge_notice(record, rules, where).unjudged:
        call = each.rule.call
        if each.key is Doubt.NO_NOTICE and call is not None:
            says = _FOUND.format(asks=NOTICE_ASKED.format(n=call.days))
            yield Problem(record, ("notice",), under(each.rule, says, call.article))
            return  # one word a meeting, though two laws may ask


_MEETING = vote("村民会议：修路", BY_ASSEMBLY) + "agenda:\n  - title: 修路\n"
_NOTICE = """\
notice:
  date: 2026-03-08
  how: 村务公开栏
"""

CHECK = Check(
    code="G002",
    title=Text("写明哪天通知开会", "The record says when the meeting was called"),
    why=Text(
        "村民会议、居民会议要提前十日通知（2026年起：村民委员会组织法第二十五条第二款，城市居民委员会组织法第二十六条第二款）。"
        "记录没有写，不等于没有通知，所以只是提醒：看不出来，日后有人质疑也说不清。",
        "Villagers' and residents' assemblies are called ten days ahead (from 2026: article 25, paragraph 2, and article 26, "
        "paragraph 2, of the two organic laws). A silent record does not mean that there was no notice, so this is a warning only: "
        "it cannot be seen, and nobody can answer for it later.",
    ),
    fix=Text(
        "查公告、群消息补上 notice（通知）的日期和方式；来源没有说的，不要编，这条提醒可以留着。",
        "Add notice with day and manner from the poster or the group's messages; where no source says it, invent nothing and let this warning stand.",
    ),
    bad=Example({VOTE_PATH: _MEETING.replace(_NOTICE, "")}),
    good=Example({VOTE_PATH: _MEETING}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.WARNING,
)
