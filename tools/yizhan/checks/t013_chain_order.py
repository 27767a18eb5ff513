"""T013: the stations of an ordered chain follow one another, and its decisions are made public."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.words import named
from yizhan.facts.meeting_chain import ChainBreak, ChainFault, chain_breaks
from yizhan.model.archive import Archive
from yizhan.model.decision_rule import Chain, ChainStep
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Kind
from yizhan.wording.lists import either
from yizhan.wording.terms import one

_UNKNOWN = Text(
    "没有名叫“{chain}”的议事程序；有的是：{known}。",
    "There is no chain “{chain}”; there is: {known}.",
)
_MESSAGE = {
    ChainFault.UNKNOWN_STEP: Text(
        "“{chain}”没有“{step}”这一步；有的是：{allowed}。",
        "“{chain}” has no step “{step}”; it has: {allowed}.",
    ),
    ChainFault.NOT_IN_FORCE: Text(
        "“{chain}”（{law}{article}）在会议那天还没有施行。",
        "“{chain}” ({law}, {article}) was not in force on the day of the meeting.",
    ),
    ChainFault.NOT_A_MEETING: Text(
        "“{chain}”的“{step}”不是会议，写在作出决议的那次会议的决定里（published、result_published）。",
        "The step {step} of “{chain}” is no meeting; record it under the decision (published, result_published).",
    ),
    ChainFault.WRONG_KIND: Text(
        "“{chain}”的“{step}”要由{allowed}来走，这次却是{kind}（{law}{article}）。",
        "The step {step} of “{chain}” is taken by {allowed}; this is {kind} ({law}, {article}).",
    ),
    ChainFault.FIRST_HAS_EARLIER: Text(
        "“{step}”是“{chain}”的第一步，前面没有会议，earlier 不用写。",
        "{step} is the first step of “{chain}”; no meeting comes before it, leave out earlier.",
    ),
    ChainFault.NO_EARLIER: Text(
        "“{chain}”在“{step}”之前还有“{before}”，earlier 要写那次会议（{law}{article}）。",
        "In “{chain}” the step {before} comes before {step}; name its meeting in earlier ({law}, {article}).",
    ),
    ChainFault.STEP_SKIPPED: Text(
        "{earlier}不是“{chain}”的“{before}”，不能接着走“{step}”（{law}{article}）。",
        "{earlier} is not the step {before} of “{chain}”, so {step} cannot follow ({law}, {article}).",
    ),
    ChainFault.BEFORE_EARLIER: Text(
        "本次会议的日期 {date} 早于前一步{earlier}的 {held}。",
        "This meeting of {date} comes before {earlier}, the step before it, of {held}.",
    ),
    ChainFault.NOT_PUBLISHED: Text(
        "{date} 作出的决定还没有写明在哪里公开（{law}{article}）。",
        "For the decision of {date} no publication is recorded ({law}, {article}).",
    ),
    ChainFault.PUBLISHED_TOO_SOON: Text(
        "决定在会议（{date}）之前就公开了。",
        "The decision was made public before the meeting of {date}.",
    ),
    ChainFault.RESULT_BEFORE_RESOLUTION: Text(
        "实施结果在决议公开之前就公开了（{law}{article}）。",
        "The result was made public before the resolution ({law}, {article}).",
    ),
}
_CHECK_CHAIN = Text(
    "核对 chain（程序链）、chain_step（链上环节）和会议类别，改掉写错的那个。",
    "Check chain, chain_step and the kind of the meeting, and mend the one that is wrong.",
)
_CHECK_DAYS = Text(
    "核对公布和会议的日期，改掉写错的那个。",
    "Check the days of publication and meeting, and mend the one that is wrong.",
)
_FIX = {
    ChainFault.UNKNOWN_STEP: _CHECK_CHAIN,
    ChainFault.NOT_IN_FORCE: _CHECK_CHAIN,
    ChainFault.NOT_A_MEETING: Text(
        "这次会议不写这一步；公布写在作出决议的那次会议的决定下面。",
        "Leave the step out here; the publication stands under the decision of the meeting that resolved.",
    ),
    ChainFault.WRONG_KIND: _CHECK_CHAIN,
    ChainFault.FIRST_HAS_EARLIER: Text("删去 earlier 这一行。", "Delete the line earlier."),
    ChainFault.BEFORE_EARLIER: Text(
        "核对两次会议的日期；earlier 写错的，改成前一步的那次会议。",
        "Check the days of both meetings; if earlier names the wrong one, name the step before.",
    ),
    ChainFault.NOT_PUBLISHED: Text(
        "在这项决定下面写 published（公布）：start（起）、end（止）、where（在哪里）；还没有公布的，先公布。",
        "Under the decision write published with start, end and where; if it was not made public yet, do that first.",
    ),
    ChainFault.PUBLISHED_TOO_SOON: _CHECK_DAYS,
    ChainFault.RESULT_BEFORE_RESOLUTION: _CHECK_DAYS,
}
"""How to mend what the check's own words do not fit."""
_GRACE = timedelta(days=30)
"""No law says by when; a month is long enough to put up a sheet."""


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    if record.chain is None:
        return
    chains = {chain.key: chain for chain in context.presets.chains}
    chain = chains.get(record.chain)
    if chain is None:
        message = _UNKNOWN.format(chain=record.chain, known=commas(chains))
        yield Problem(record, ("chain",), message, _CHECK_CHAIN)
        return
    earlier = archive.get(Meeting, record.earlier)
    if earlier is None and record.earlier is not None:
        return  # what is missing is A004's
    recent = record.date.latest + _GRACE > context.as_of
    for found in chain_breaks(record, chain, earlier):
        if found.key is not ChainFault.NOT_PUBLISHED or not recent:
            message = _MESSAGE[found.key].format(**_values(record, chain, found))
            yield Problem(record, found.pointer, message, _FIX.get(found.key))


def _values(record: Meeting, chain: Chain, found: ChainBreak) -> dict[str, object]:
    """Turn what a break says into words."""
    values: dict[str, object] = {"law": chain.law, "article": chain.article, "date": record.date}
    for name, value in found.params.items():
        if isinstance(value, ChainStep):
            values[name] = value.title
        elif isinstance(value, Meeting):
            values |= {name: named(value), "held": value.date}
        elif name == "kind":
            values[name] = one(value)
        elif name == "allowed":
            values[name] = (
                commas(step.key for step in chain.steps)
                if found.key is ChainFault.UNKNOWN_STEP
                else either(one(kind) for kind in value)
            )
        else:
            values[name] = value
    return values | {"chain": chain.title}


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
