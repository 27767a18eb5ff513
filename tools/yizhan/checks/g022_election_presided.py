"""G022: the election of a committee is not in the hands of the committee that is to be replaced."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.committee_elections import committee_elections
from yizhan.checks.shared.examples import BY_ASSEMBLY, VOTE_PATH, elect, vote
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.organic import laws_for
from yizhan.facts.organic_law import assemblies_at
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.organic_law import OrganicLaw
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind, Subject
from yizhan.wording.law import cited, in_chinese

_CONVENED = Text(
    "召集的是要改选的{body}自己；{law}规定由选举委员会主持。",
    "It was called by {body}, which is up for election itself; under {law}, an election committee presides.",
)
_CHAIRED = Text(
    "主持的是{body}；{law}规定由选举委员会主持。",
    "It was chaired by {body}; under {law}, an election committee presides.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    for number, _, election, law, rule in committee_elections(record, archive, context):
        body = archive.body(election.body)
        if body is None or record.agenda[number].subject is Subject.BY_ELECTION:
            continue
        said = {"law": cited(law, rule.conducted)}
        articles = (in_chinese(law, rule.conducted),)
        chair = _chair(record, archive, context.presets.organic)
        if chair is not None:
            position, who = chair
            message = _CHAIRED.format(body=named(who), **said)
            pointer = ("chaired_by", position, "body")
            yield Problem(record, pointer, message, articles=articles)
        elif body.id == record.convener and not _called_by_committee(record, archive, context):
            message = _CONVENED.format(body=named(body), **said)
            yield Problem(record, ("convener",), message, articles=articles)
        return  # of several elections at one meeting it is said once


def _chair(record: Meeting, archive: Archive, organic: OrganicLaw) -> tuple[int, Body] | None:
    """The first body that chaired, with its position; None where an election committee did, or nobody is named."""
    chairs = [
        (position, body, f"{body.title}{record.chaired_by[position].post or ''}")
        for position, actor in enumerate(record.chaired_by)
        if (body := archive.body(actor.body)) is not None
    ]
    if any(word in title for _, _, title in chairs for word in organic.election_committees):
        return None
    return chairs[0][:2] if chairs else None


def _called_by_committee(record: Meeting, archive: Archive, context: Context) -> bool:
    """Whether the law has the committee itself call such a meeting, whoever presides over it then."""
    laws = laws_for(record.place, record.date, archive, context)
    found = assemblies_at(context.presets.organic, record.meeting_kind, laws)
    return any(assembly.convened is not None for _, assembly in found)


_MEETING = vote("选举村民委员会主任", BY_ASSEMBLY)

CHECK = Check(
    code="G022",
    title=Text("选举由选举委员会主持", "An election committee presides"),
    why=Text(
        "村民委员会的选举由村民选举委员会主持（村民委员会组织法2025年修正第十五条第一款），居民委员会的由居民选举委员会主持"
        "（城市居民委员会组织法2025年修订第十五条第一款）；由别的组织主持，或者由要改选的委员会自己召集选举大会，居民可以质疑。",
        "An election committee of the villagers presides over the election of their committee (Organic Law of Villagers' Committees, 2025, article 15), one of "
        "the residents over theirs (Organic Law of Urban Residents' Committees, 2025, article 15); chaired by others, or called by the committee that is to be replaced, "
        "it can be contested.",
    ),
    fix=Text(
        "核对 chaired_by（主持）和 convener（召集）；补选的，议题写 subject: by_election；确实如此的，如实写进 irregular（不合规的说明）。",
        "Check chaired_by and convener; the item of a by-election says subject: by_election; if it was really so, acknowledge it under irregular.",
    ),
    bad=Example({VOTE_PATH: _MEETING + "chaired_by:\n  - body: shili-committee\n" + elect()}),
    good=Example({VOTE_PATH: _MEETING + elect()}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
