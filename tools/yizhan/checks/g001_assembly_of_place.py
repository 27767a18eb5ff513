"""G001: an assembly meets where the law knows it: of villagers in a village, of residents elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_ASSEMBLY, VOTE_PATH, vote
from yizhan.checks.shared.organic import laws_for
from yizhan.facts.jurisdiction import own_place
from yizhan.facts.organic_law import assemblies_at, at_wrong_level, misplaced
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.rule_making import Places
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.law import cited, in_chinese
from yizhan.wording.lawfulness import IN_NO_VILLAGE, IN_VILLAGE, OF_ANOTHER_LEVEL
from yizhan.wording.terms import one

_FOUND = Text("{elsewhere}（{law}）。", "{elsewhere} ({law}).")

_WITH = Text(
    "“{place}”不在“{own}”里，{kind}由“{own}”自己的人组成（{law}）；几个地方一起开的是联席会议。",
    "“{place}” is not in “{own}”, whose own people make up {kind} ({law}); several places together hold a joint session.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    if record.not_held is not None:
        return  # it never was one
    line = archive.lineage(record.place)
    found = misplaced(context.presets.organic, record.meeting_kind, record.date, line)
    wording = IN_VILLAGE
    if found is not None and found[0].places is Places.RURAL:
        wording = IN_NO_VILLAGE
    if found is None and line:
        laws = laws_for(record.place, record.date, archive, context)
        found = at_wrong_level(record.meeting_kind, laws, line[-1], context.presets.organic)
        wording = OF_ANOTHER_LEVEL
    if found is None:
        yield from _held_with(record, archive, context)
        return
    law, assembly = found
    elsewhere = wording.format(place=line[-1].title, kind=one(record.meeting_kind))
    message = _FOUND.format(elsewhere=elsewhere, law=cited(law, assembly.article))
    articles = (in_chinese(law, assembly.article),)
    yield Problem(record, ("meeting_kind",), message, articles=articles)


def _held_with(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    """Places that hold an assembly together with the one whose people make it up."""
    own = own_place(record.meeting_kind, archive.lineage(record.place))
    laws = laws_for(record.place, record.date, archive, context)
    held = assemblies_at(context.presets.organic, record.meeting_kind, laws)
    law, assembly = next(held, (None, None))
    if own is None or law is None or assembly is None:
        return
    for number, each in enumerate(record.places):
        line = archive.lineage(each)
        if line and own not in line:
            message = _WITH.format(
                place=line[-1].title,
                own=own.title,
                kind=one(record.meeting_kind),
                law=cited(law, assembly.article),
            )
            articles = (in_chinese(law, assembly.article),)
            yield Problem(record, ("places", number), message, articles=articles)


_RESIDENTS = BY_ASSEMBLY | {"kind": "residents_assembly"}
_AGENDA = """\
agenda:
  - title: 修路
"""

CHECK = Check(
    code="G001",
    title=Text(
        "村里开村民会议，社区开居民会议", "Villagers meet in villages, residents in communities"
    ),
    why=Text(
        "村民会议由本村的村民组成（村民委员会组织法），居民会议由本社区的居民组成（城市居民委员会组织法）；人数、票数、"
        "职权各按各的法，弄错了种类就按错了法。",
        "A villagers' assembly is made up of the villagers of a village, a residents' assembly of the residents of a community; "
        "each has its own law, quorum and powers, and under the wrong name it is held to the wrong ones.",
    ),
    fix=Text(
        "改正会议的种类（meeting_kind）或者地点（place、places）。",
        "Correct the meeting's kind (meeting_kind) or its place (place, places).",
    ),
    bad=Example({VOTE_PATH: vote("修路的会", _RESIDENTS) + _AGENDA}),
    good=Example({VOTE_PATH: vote("修路的会", BY_ASSEMBLY) + _AGENDA}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
