"""G003: an assembly that is planned is called in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.minutes import decision_rules
from yizhan.facts.decision import judge_notice
from yizhan.facts.ruling import Doubt
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.ruling import NOTICE_ASKED, under

_FOUND = Text(
    "{asks}，会议定在 {date}，最迟 {last} 通知，还没有记下通知。",
    "{asks}; the meeting is planned for {date}, so the last day is {last}, and no notice is recorded.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    day = context.day_of(record)
    if record.held or record.not_held is not None or day > record.date.latest:
        return  # T019 asks what became of it
    rules, where = decision_rules(record, archive, context)
    for each in judge_notice(record, rules, where).unjudged:
        call = each.rule.call
        if each.key is not Doubt.NO_NOTICE or call is None:
            continue
        last = record.date.latest - timedelta(days=call.days)
        if day < last:
            continue
        asks = NOTICE_ASKED.format(n=call.days)
        says = _FOUND.format(asks=asks, date=record.date, last=PartialDate.of(last))
        yield Problem(record, ("notice",), under(each.rule, says, call.article))
        return


_PATH = "records/meetings/2026/20260405-shili-assembly.yaml"
_PLANNED = """\
id: 20260405-shili-assembly
title: 村民会议：修路
example: true
meeting_kind: villagers_assembly
place: shili-cun
date: 2026-04-05
planned: true
"""
_NOTICE = """\
notice:
  date: 2026-03-20
  how: 村务公开栏
"""

CHECK = Check(
    code="G003",
    title=Text("开会以前按时通知", "A planned assembly is called in time"),
    why=Text(
        "村民会议、居民会议要提前十日通知，2026年起遇特殊情况可以临时通知（村民委员会组织法第二十五条第二款，"
        "城市居民委员会组织法第二十六条第二款）；过了最后一天，就只能改期或者写明特殊情况。",
        "Villagers' and residents' assemblies are called ten days ahead, from 2026 later under special circumstances "
        "(article 25, paragraph 2, and article 26, paragraph 2, of the two organic laws); after the last day only putting it off helps.",
    ),
    fix=Text(
        "已经通知的，写上 notice（通知）的日期和方式；还没有的，今天就通知，或者改期。",
        "If notice was given, record its day and manner; if not, give it today or put the meeting off.",
    ),
    bad=Example({_PATH: _PLANNED}),
    good=Example({_PATH: _PLANNED + _NOTICE}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.DUE,
)
