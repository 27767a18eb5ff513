"""R013: what is irregular is settled by somebody who can settle it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yizhan.checks.shared.acknowledged import Acknowledged, acknowledgments
from yizhan.checks.shared.annulments import ANNULLED, ASSEMBLY, annulled_by_others
from yizhan.checks.shared.check import Check, Context, Example, Hinge, Problem
from yizhan.checks.shared.examples import BY_ASSEMBLY, ROAD, VOTE_PATH, vote
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.checks.shared.places import lie_apart
from yizhan.facts.organs import did_it
from yizhan.facts.settled import Hindrance, hindrance, settled_by
from yizhan.facts.settling import SETTLING, Organ
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text
from yizhan.model.vocabulary import ResolutionResult
from yizhan.wording.lists import either
from yizhan.wording.settling import ORGAN_TITLE
from yizhan.wording.terms import term

_BY_OTHERS = Text(
    "{code} 的不合规，{result}的是“{body}”；能这样处理它的是{who}。没有处理定，标记照旧。",
    "That {code} found was {result} by “{body}”; who can settle it so is {who}. It is not settled, and the mark stays.",
)
_NO_MEETING = Text(
    "{code} 的不合规，写的是“{body}”{result}；可是 {day} 没有它的会议记录，把同一件事列进议程、表决通过，应到、实到人数写明，会议本身又没有可争议的。没有处理定，标记照旧。",
    "That {code} found was {result} by “{body}”; but no meeting of it of {day} is on record that had the same thing on its agenda and adopted it, says how many were due "
    "and present, and cannot be contested itself. It is not settled, and the mark stays.",
)
_OVERRULED = Text(
    "{code} 的不合规，{result}的是“{body}”；村（居）民会议表决没有通过的，代表会议不能改过来。没有处理定，标记照旧。",
    "That {code} found was {result} by “{body}”; what the assembly of all voted down, its representatives do not overrule. It is not settled, and the mark stays.",
)
_BY_NOBODY = Text(
    "{code} 的不合规，{result}的是“{body}”；选举只由投票的人决定，谁也不能{result}。没有处理定，标记照旧。",
    "That {code} found was {result} by “{body}”; those who vote elect, and nobody else can do that. It is not settled, and the mark stays.",
)


def _run(record: Record, archive: Archive, context: Context) -> Iterator[Problem]:
    given = [each for each in acknowledgments(record) if each.said.resolution is not None]
    if not given:
        return
    told = {each.said for each in annulled_by_others(record, archive, context)}
    for each in given:
        known = each.said.code in SETTLING and each not in told
        why = hindrance(each.said, record, archive) if known else None
        if why is not None:
            yield from _problem(record, each, why, archive)


_OF: Mapping[Hindrance, Text] = {
    Hindrance.NO_MEETING: _NO_MEETING,
    Hindrance.OVERRULED: _OVERRULED,
}


def _problem(
    record: Record, each: Acknowledged, why: Hindrance, archive: Archive
) -> Iterator[Problem]:
    """What is found, unless R010 says that whoever did it lets it stand."""
    found = each.said.resolution
    body = archive.body(found.by) if found is not None else None
    if found is None or body is None:
        return  # A004 and A005 say that there is no such body
    place: str | None = getattr(record, "place", None)
    if place is not None and lie_apart(archive, place, body.place):
        return  # A021 says that it is of elsewhere
    if found.result is not ResolutionResult.ANNULLED and did_it(body, record, each.said):
        return
    allowed = settled_by(each.said.code, found.result, record)
    who = [ORGAN_TITLE[organ] for organ in Organ if organ in allowed]
    text = _OF.get(why, _BY_OTHERS if who else _BY_NOBODY)
    message = text.format(
        code=each.said.code,
        day=found.date,
        result=term(found.result),
        body=body.title,
        who=either(who) if who else "",
    )
    yield Problem(record, each.pointer("resolution", "by"), message, hinges_on=Hinge())


_ANEW = f"""\
{vote("村民会议：修路", BY_ASSEMBLY, "2026-03-28", "2026-03-14")}{ROAD}\
        method: show_of_hands
        vote: {{for: 500, against: 20}}
"""
"""The assembly of all met and agreed to it."""

CHECK = Check(
    code="R013",
    title=Text("由能处理的一方处理", "Settled by whom it is for"),
    why=Text(
        "追认，要由本来有权决定的会议来作；维持，要由居民可以找的人民法院、政府来作（村民委员会组织法第二十一条第二款、第三十一条第三款、第三十六条、"
        "第四十一条；城市居民委员会组织法第二十二条第二款、第三十一条第三款、第三十五条、第四十条）；撤销，由能改变它的会议或者人民法院来作。"
        "党支部、物业、别处的组织、办这件事的组织自己都不行；选举没有谁可以追认。条文没有写别人不可以这样说，所以只是提醒，但是网站上不当作处理过。",
        "Ratifying is for the meeting that could have decided it; upholding for the court or government to which residents may turn (Organic Law of "
        "Villagers' Committees, articles 21, 31, 36 and 41; of Urban Residents' Committees, articles 22, 31, 35 and 40); annulling for the meeting that may "
        "change it, or a court. It is not for a party branch, a company, a body of elsewhere, or whoever did it; an election is ratified by nobody. No "
        "article keeps others from saying so, hence a warning; but the site does not take it as settled.",
    ),
    fix=Text(
        "by 写作出处理的会议、机关；会议开过的，把那次会议补记下来，议程里写明是这件事；只有它说过的，可以照留，网站上标记不变。",
        "Let by name the meeting or authority that settled it; where a meeting settled it, record that meeting with the same thing on its agenda; where nobody else said so, it may stay, and the mark stays with it.",
    ),
    bad=Example(
        {
            VOTE_PATH: ANNULLED.replace("annulled", "ratified").format(
                by="shili-supervisors", article="村民委员会组织法第三十条第二款"
            )
        }
    ),
    good=Example(
        {
            VOTE_PATH: ANNULLED.replace("annulled", "ratified").format(
                by="shili-assembly", article="村民委员会组织法第三十条第二款"
            ),
            **ASSEMBLY,
            "records/meetings/2026/20260328-shili-vote.yaml": _ANEW,
        }
    ),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.WARNING,
)
