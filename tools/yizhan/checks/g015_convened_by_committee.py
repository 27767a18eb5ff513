"""G015: an assembly is called by the committee."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_ASSEMBLY, VOTE_PATH, vote
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.organic import laws_for
from yizhan.facts.organic_law import assemblies_at
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import BodyKind, Kind
from yizhan.wording.law import cited, in_chinese
from yizhan.wording.terms import one

_FOUND = Text(
    "召集的是{body}；{law}：{kind}由村（居）民委员会召集。",
    "It was called by {body}; under {law}, {kind} is called by the committee.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    body = archive.body(record.convener)
    if body is None or body.body_kind is BodyKind.COMMITTEE or record.not_held is not None:
        return  # a call that was taken back leaves nothing to contest
    laws = laws_for(record.place, record.date, archive, context)
    for law, assembly in assemblies_at(context.presets.organic, record.meeting_kind, laws):
        if assembly.convened is not None:
            message = _FOUND.format(
                body=named(body), law=cited(law, assembly.convened), kind=one(record.meeting_kind)
            )
            articles = (in_chinese(law, assembly.convened),)
            yield Problem(record, ("convener",), message, articles=articles)
            return  # a local measure repeats the law


_MEETING = vote("村民会议：修路", BY_ASSEMBLY)
_AGENDA = """\
convener: {body}
agenda:
  - title: 修路
"""

CHECK = Check(
    code="G015",
    title=Text("会议由委员会召集", "Assemblies are called by the committee"),
    why=Text(
        "村民会议、村民代表会议由村民委员会召集（村民委员会组织法2025年修正第二十五条第二款、第三十条第一款），居民会议、居民代表会议由居民委员会"
        "召集（城市居民委员会组织法2025年修订第二十六条第二款、第二十八条第二款）。换一个组织召集，居民可以质疑。",
        "Villagers' assemblies and their representatives are called by the villagers' committee (Organic Law of Villagers' Committees, 2025, articles 25 "
        "and 30), residents' by the residents' committee (2025, articles 26 and 28). Called by another body, a meeting can be contested.",
    ),
    fix=Text(
        "核对 convener（召集）；只是提议或者主持的，写进 bodies（参加单位）。",
        "Check convener; a body that only proposed or chaired it belongs under bodies.",
    ),
    bad=Example({VOTE_PATH: _MEETING + _AGENDA.format(body="shili-office")}),
    good=Example({VOTE_PATH: _MEETING + _AGENDA.format(body="shili-committee")}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
