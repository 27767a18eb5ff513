"""G013: a meeting that enough people demanded is called, within the days that the law sets."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_REPRESENTATIVES, vote
from yizhan.checks.shared.organic import laws_for
from yizhan.facts.organic_law import assemblies_at, demanded
from yizhan.model.archive import Archive
from yizhan.model.dates import days_known
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.meeting_vocabulary import NotHeldKind
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.deadline import AT_LEAST
from yizhan.wording.law import cited, in_chinese
from yizhan.wording.terms import term

_FOUND = Text(
    "{date} 有 {count:,}/{whole:,} 提议，达到了比例，{law}要求在 {within} 日内召集；会议在 {held}，{about}隔了 {days} 天。",
    "On {date}, {count:,} of {whole:,} demanded it, which is enough; under {law}, it is called within {within} {within:day|days}, "
    "and it met on {held}, {about}{days} {days:day|days} later.",
)
_EXACTLY = Text("", "")
_CANCELLED = Text(
    "{date} 有 {count:,}/{whole:,} 提议，达到了比例，{law}要求召集，会议却没有开（{how}）。",
    "On {date}, {count:,} of {whole:,} demanded it, which is enough; {law} asks for it, yet it was not held ({how}).",
)
_HOLD_IT = Text(
    "把会补开了，在 not_held 里写 meeting（补开的那次）；确实没有再开的，如实写进 irregular（不合规的说明）。",
    "Hold it and name that meeting under not_held; if it never was held, acknowledge it under irregular.",
)
_GIVEN_UP = (NotHeldKind.CANCELLED, NotHeldKind.WITHDRAWN)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    request = record.request
    if request is None or request.of is None:
        return
    laws = laws_for(record.place, request.date, archive, context)
    for law, assembly in assemblies_at(context.presets.organic, record.meeting_kind, laws):
        if assembly.asked_by is None or not demanded(request, assembly.asking):
            continue
        said = {"date": request.date, "count": request.count, "whole": request.of}
        said["law"] = cited(law, assembly.asked_by)
        articles = (in_chinese(law, assembly.asked_by),)
        off = record.not_held
        if off is not None and off.how in _GIVEN_UP and off.meeting is None:
            message = _CANCELLED.format(how=term(off.how), **said)
            where = ("not_held", "how")
            yield Problem(record, where, message, _HOLD_IT, articles=articles)
            return  # a local measure repeats the law
        days = (record.date.earliest - request.date.latest).days
        if record.held and assembly.within is not None and days > assembly.within:
            said["about"] = _EXACTLY if days_known(record.date, request.date) else AT_LEAST
            message = _FOUND.format(within=assembly.within, held=record.date, days=days, **said)
            yield Problem(record, ("request", "date"), message, articles=articles)


_PLACE_PATH = "records/places/shili-shan-cun.yaml"
_PLACE = """\
id: shili-shan-cun
title: 示例山村
example: true
level: village
parent: shili-shan-xian
"""
_ROOT_PATH = "records/places/shili-shan-xian.yaml"
_ROOT = """\
id: shili-shan-xian
title: 示例山县
example: true
level: district
region: 重庆市
"""
_PATH = "records/meetings/2026/20260322-shili-vote.yaml"
_MEETING = vote("村民代表会议：修路", BY_REPRESENTATIVES).replace("shili-cun\n", "shili-shan-cun\n")
_AGENDA = """\
request:
  date: {date}
  basis: representatives
  count: 10
  of: 36
agenda:
  - title: 修路
"""
_PLACES = {_PLACE_PATH: _PLACE, _ROOT_PATH: _ROOT}

CHECK = Check(
    code="G013",
    title=Text("有人提议的会召集了，按期召集", "A demanded meeting is called, and in time"),
    why=Text(
        "有五分之一以上的村民代表提议，应当召集村民代表会议（村民委员会组织法2025年修正第三十条第一款）；重庆市规定在十五日内召集"
        "（实施办法第十二条第一款）。国家的法律没有写几日，别处不判断。",
        "Where one fifth of the representatives demand it, their assembly is to be called (Organic Law of Villagers' Committees, 2025, "
        "article 30, paragraph 1); in Chongqing within fifteen days (Measures, article 12, paragraph 1). The national law sets no number of days.",
    ),
    fix=Text(
        "核对提议和会议的日期；确实晚了的，写进 irregular（不合规的说明）。",
        "Check the days of request and meeting; if it really was late, acknowledge it under irregular.",
    ),
    bad=Example({**_PLACES, _PATH: _MEETING + _AGENDA.format(date="2026-03-01")}),
    good=Example({**_PLACES, _PATH: _MEETING + _AGENDA.format(date="2026-03-08")}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
