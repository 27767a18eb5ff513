"""A020: a body acts, in a record of any kind, only while it exists."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import WALK_PATH
from yizhan.checks.shared.lifetime import outside_lifetime
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.checks.shared.place_examples import SQUARE_TEAM, SQUARE_TEAM_PATH
from yizhan.model.acting import named_on_days
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import LogEntry, Matter, Verdict
from yizhan.model.record import Correction, Record
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind


def _run(record: Record, archive: Archive, _context: Context) -> Iterator[Problem]:
    for each in named_on_days(record, Kind.BODY, _SAID_ELSEWHERE):
        body = archive.body(each.target)
        yield from outside_lifetime(record, each.pointer, body, each.day)


_SAID_ELSEWHERE = (Correction, Matter, LogEntry, Verdict)
"""A019 speaks of corrections, and M023 of a matter's handler and log."""

_UNDATED = (Kind.PLACE, Kind.BODY, Kind.PROCEDURE)
"""Kinds in which no body acts on a day, but for those that correct."""

_ROUND = """\
id: 20260210-shili-walk
title: 二月走访
example: true
date: 2026-02-10
place: shili-cun
by: shili-square-team
"""
_BODY = SQUARE_TEAM + "dissolved: {dissolved}\n"

CHECK = Check(
    code="A020",
    title=Text("出面的组织当时存在", "Whoever acts existed then"),
    why=Text(
        "已经撤销或者还没有成立的组织，召集不了会议，走访、统计、通过规约也不能算它的。"
        "它撤销以后确实还在办的，记录可以如实写，但它那时已经无权办事，所以是不合规。",
        "A body that was dissolved, or not yet established, convenes no meeting and neither visits nor adopts anything. "
        "Where in truth it went on acting, the record may say so; it had no power to by then, which is irregular.",
    ),
    fix=Text(
        "写当时存在的组织，比如接手它的那一个；组织的成立、撤销日期写错了，更正那个组织的档案。",
        "Name the body that existed then, such as the one that took over; where the dates of the body are wrong, correct the body's own record.",
    ),
    bad=Example({WALK_PATH: _ROUND, SQUARE_TEAM_PATH: _BODY.format(dissolved="2025-12-31")}),
    good=Example({WALK_PATH: _ROUND, SQUARE_TEAM_PATH: _BODY.format(dissolved="2026-03-20")}),
    kinds=tuple(kind for kind in EVERY_KIND if kind not in _UNDATED),
    run=_run,
    level=Level.IRREGULAR,
)
