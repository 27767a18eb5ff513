"""T013: the stations of an ordered chain follow one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yizhan.checks.check import Check, Context, Example, Problem
from yizhan.checks.rule_making import MEETING_NAME
from yizhan.checks.words import listed, named
from yizhan.model.archive import Archive
from yizhan.model.decision_rule import ChainStep
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_NO_CHAIN = Text(
    "没有名叫“{chain}”的议事程序；有的是：{known}。",
    "There is no chain “{chain}”; there is: {known}.",
)
_NO_STEP = Text(
    "“{chain}”没有 {step} 这一步；有的是：{known}。",
    "“{chain}” has no step “{step}”; it has: {known}.",
)
_KIND = Text(
    "“{chain}”的 {step} 要由{allowed}来走，这次却是{kind}（{law}{article}）。",
    "The step “{step}” of “{chain}” is one for: {allowed}; this is a {kind} ({law}, {article}).",
)
_FIRST = Text(
    "“{chain}”在 {step} 之前还有 {before}，earlier 要写那次会议（{law}{article}）。",
    "In “{chain}” the step “{before}” comes before “{step}”; name its meeting in earlier ({law}, {article}).",
)
_ORDER = Text(
    "{meeting}不是“{chain}”的 {before}，不能接着走 {step}（{law}{article}）。",
    "{meeting} is not the step “{before}” of “{chain}”, so “{step}” cannot follow ({law}, {article}).",
)
_DATE = Text(
    "{meeting}在 {held} 召开，比本次会议的 {date} 还晚。",
    "{meeting} was held on {held}, later than this meeting of {date}.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    if record.chain is None:
        return
    chains = [chain for chain in context.presets.chains if chain.valid.covers(record.date)]
    chain = next((each for each in chains if each.key == record.chain), None)
    if chain is None:
        known = listed(each.key for each in chains)
        yield Problem(record, ("chain",), _NO_CHAIN.format(chain=record.chain, known=known))
        return
    keys = [step.key for step in chain.steps]
    if record.chain_step not in keys:
        message = _NO_STEP.format(chain=chain.title, step=record.chain_step, known=listed(keys))
        yield Problem(record, ("chain_step",), message)
        return
    station = chain.steps[keys.index(record.chain_step)]
    values = {
        "chain": chain.title,
        "step": station.title,
        "law": chain.law,
        "article": chain.article,
    }
    if station.meetings and record.meeting_kind not in station.meetings:
        allowed = listed(MEETING_NAME[kind] for kind in station.meetings)
        message = _KIND.format(**values, allowed=allowed, kind=MEETING_NAME[record.meeting_kind])
        yield Problem(record, ("meeting_kind",), message)
    if keys.index(station.key) > 0:
        before = chain.steps[keys.index(station.key) - 1]
        yield from _follows(record, archive, before, values)


def _follows(
    record: Meeting, archive: Archive, before: ChainStep, values: Mapping[str, str]
) -> Iterator[Problem]:
    if record.earlier is None:
        yield Problem(record, ("earlier",), _FIRST.format(**values, before=before.title))
        return
    meeting = archive.get(Meeting, record.earlier)
    if meeting is None:
        return
    if (meeting.chain, meeting.chain_step) != (record.chain, before.key):
        message = _ORDER.format(**values, meeting=named(meeting), before=before.title)
        yield Problem(record, ("earlier",), message)
    if record.date.surely_before(meeting.date):
        message = _DATE.format(meeting=named(meeting), held=meeting.date, date=record.date)
        yield Problem(record, ("earlier",), message)


_MEETING = """\
id: {id}
title: {title}
example: true
meeting_kind: {kind}
place: shili-cun
date: {date}
chain: four-deliberations
chain_step: {step}
"""
_FOLDER = "records/meetings/2026/"
_FIRST_ID = "20260210-shili-party"
_SECOND_ID = "20260212-shili-both"
_PROPOSED = _MEETING.format(
    id=_FIRST_ID, title="党组织提议", kind="party_meeting", date="2026-02-10", step="propose"
)
_CONSULTED = _MEETING.format(
    id=_SECOND_ID, title="两委商议", kind="committee_meeting", date="2026-02-12", step="consult"
)

CHECK = Check(
    code="T013",
    title=Text("四议两公开按次序", "Chains of meetings are in order"),
    why=Text(
        "“四议两公开”要先提议、再商议、再审议、最后决议（中国共产党农村基层组织工作条例第十九条）；"
        "跳过一步，大家就没有机会把意见说出来。",
        "In the “four deliberations, two publications” proposal, consultation, examination and resolution follow one "
        "another (Regulations on the Work of Rural Party Organisations, article 19); with one skipped, voices go unheard.",
    ),
    fix=Text(
        "补上前一步的会议记录，并在 earlier 里写它的编号。",
        "Record the meeting of the step before, and name it in earlier.",
    ),
    bad=Example(
        {f"{_FOLDER}{_FIRST_ID}.yaml": _PROPOSED, f"{_FOLDER}{_SECOND_ID}.yaml": _CONSULTED}
    ),
    good=Example(
        {
            f"{_FOLDER}{_FIRST_ID}.yaml": _PROPOSED,
            f"{_FOLDER}{_SECOND_ID}.yaml": f"{_CONSULTED}earlier: {_FIRST_ID}\n",
        }
    ),
    kinds=(Kind.MEETING,),
    run=_run,
)
