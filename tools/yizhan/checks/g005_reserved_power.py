"""G005: what the law reserves to the assembly is decided by it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_ASSEMBLY, VOTE_PATH, vote
from yizhan.checks.shared.organic import laws_for
from yizhan.checks.shared.tallies import elections
from yizhan.facts.organic_law import reserved_items
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import BodyKind, Kind
from yizhan.wording.law import cited, in_chinese
from yizhan.wording.lists import either
from yizhan.wording.terms import one, term

_FOUND = Text(
    "{kind}决定了“{subject}”，按{law}，这要由{allowed}决定。",
    "This was decided by {kind}; under {law}, “{subject}” is for {allowed}.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    supervisors = frozenset(_supervisors(record, archive))
    if not supervisors and all(item.subject is None for item in record.agenda):
        return
    laws = laws_for(record.place, record.date, archive, context)
    for each in reserved_items(record, context.presets.organic, laws, supervisors):
        power = each.power
        if record.meeting_kind in (*power.meetings, *power.mandated):
            continue
        message = _FOUND.format(
            kind=one(record.meeting_kind),
            subject=term(power.subject),
            law=cited(each.law, power.article),
            allowed=either(one(kind) for kind in power.meetings),
        )
        articles = (in_chinese(each.law, power.article),)
        yield Problem(record, each.pointer, message, articles=articles)


def _supervisors(record: Meeting, archive: Archive) -> Iterator[str]:
    """The bodies that a meeting elects and that watch over a committee."""
    for _, _, election in elections(record):
        body = archive.body(election.body)
        if body is not None and body.body_kind is BodyKind.SUPERVISION:
            yield body.id


_COMMITTEE = BY_ASSEMBLY | {"kind": "committee_meeting", "due": 5, "present": 5}
_AGENDA = """\
agenda:
  - title: 修路和筹资
    subject: public_works
    decisions:
      - text: 硬化第一村民小组的路，每户筹资两百元。
        result: adopted
        vote:
          for: {votes}
"""

CHECK = Check(
    code="G005",
    title=Text("该由村民会议决定的由它决定", "What is the assembly's is decided by the assembly"),
    why=Text(
        "筹资筹劳、误工补贴、集体所得的使用等事项，经村民会议讨论决定方可办理（村民委员会组织法2025年修正第二十八条第一款）；"
        "居民会议的职权在城市居民委员会组织法2025年修订第三十条。委员会自己定了，村民可以质疑。"
        "土地和集体资产2026年起归农村集体经济组织法管，那部法的文本不在手边，不判断。",
        "Levies, allowances, the use of collective income and the like may only be carried out once the villagers' assembly has decided "
        "(Organic Law of Villagers' Committees, 2025, article 28, paragraph 1); for residents see article 30 of their law of 2025. What a "
        "committee decides alone can be contested. Land and collective assets are since 2026 for the law on rural collective economic "
        "organisations, whose text is not at hand: they are not judged.",
    ),
    fix=Text(
        "交有权的会议决定；只是商议、准备提交的，删去这一项的 subject（职权事项）。",
        "Put it to the meeting whose decision it is; if it was only being prepared, leave out the item's subject.",
    ),
    bad=Example({VOTE_PATH: vote("村委会会议：修路", _COMMITTEE) + _AGENDA.format(votes=5)}),
    good=Example({VOTE_PATH: vote("村民会议：修路", BY_ASSEMBLY) + _AGENDA.format(votes=500)}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
