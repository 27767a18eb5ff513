"""Records that the examples of several checks have in common; each check adds what it is about.

A constant is a file up to where a check's example goes on. A function takes what stands further up and
differs between checks.
"""

from __future__ import annotations

from collections.abc import Mapping

# A matter, from how it was raised to what the office reported.

_NOISE = """\
id: 20260210-shili-noise
title: 广场音响太吵
example: true
place: shili-cun-square
procedure: shili-local
category: noise
raised:
  date: 2026-02-10
  by: residents
  channel: {channel}
"""
NOISE_PATH = "records/matters/2026/20260210-shili-noise.yaml"
NOISE_RAISED = _NOISE.format(channel="counter")
"""A matter as it was raised, without anything that followed."""

NOISE_HEARD = _NOISE.format(channel="round")
"""The same, raised on a round, which it does not name yet."""

NOISE = f"""\
{NOISE_RAISED}tier: small
handler: shili-committee
log:
"""
"""The matter up to its log."""

ACCEPTED = """\
  - date: 2026-02-11
    step: accept
    by: shili-committee
"""
CORRECTED_PATH = NOISE_PATH
CORRECTED = (
    NOISE
    + ACCEPTED
    + """\
    note: 已受理。
corrections:
  - date: 2026-03-20
    by: shili-committee
    at: {at}
    {value}
    reason: 录入时写错，以登记簿为准。
"""
)
"""The matter with a correction: of what, and what holds now, is left open."""

REPORTED = """\
  - date: 2026-02-20
    step: report_done
    by: shili-committee
    outcome:
      result: solved
      text: 音响限时限音量。
"""
"""The first two entries of its log, as they should be."""

SQUARE_PATH = "records/matters/2026/20260210-shili-square.yaml"
SQUARE = """\
id: 20260210-shili-square
title: 广场又吵又脏
example: true
place: shili-cun-square
procedure: shili-local
category: noise
raised:
  date: 2026-02-10
  by: residents
  channel: counter
"""
"""A matter that is really two."""

LITTER_PATH = "records/matters/2026/20260211-shili-litter.yaml"
LITTER = """\
id: 20260211-shili-litter
title: 广场垃圾
example: true
place: shili-cun-square
procedure: shili-local
category: environment
raised:
  date: 2026-02-11
  by: committee
  channel: counter
"""
"""One of the two; it does not say yet what it is a part of."""

WALK_PATH = "records/rounds/2026/20260210-shili-walk.yaml"
WALK = """\
id: 20260210-shili-walk
title: 二月走访
example: true
date: 2026-02-10
place: shili-cun
by: shili-committee
"""
"""A round without its matters."""

# A deliberation, for which no law sets a quorum or a majority.

TALK_PATH = "records/meetings/2026/20260218-shili-talk.yaml"
TALK = """\
id: 20260218-shili-talk
title: 二月村民议事会
example: true
meeting_kind: building_deliberation
place: shili-cun
date: 2026-02-18
"""
"""A deliberation up to its attendance."""

ATTENDANCE = """\
attendance:
  basis: persons
  due: 20
  present: 18
"""
ADOPTED = """\
agenda:
  - title: 广场使用
    decisions:
      - text: 晚上九点关音响。
        result: adopted
"""
"""Its only decision, up to the votes and tasks."""

# Meetings that vote, as the law wants them called and attended.

BY_REPRESENTATIVES = {
    "kind": "villagers_representatives",
    "basis": "representatives",
    "due": 40,
    "present": 36,
}
BY_ASSEMBLY = {"kind": "villagers_assembly", "basis": "persons", "due": 900, "present": 520}

VOTE_PATH = "records/meetings/2026/20260322-shili-vote.yaml"


def vote(
    title: str,
    attended: Mapping[str, object],
    date: str = "2026-03-22",
    notice: str = "2026-03-08",
) -> str:
    """A meeting that votes, up to its agenda; on the day of ``VOTE_PATH`` unless it says another.

    Args:
        title: of the meeting.
        attended: who met, and how many: one of the two above, or like them.
        date: the day of the meeting, which its id begins with.
        notice: the day on which it was announced.
    """
    return f"""\
id: {date.replace("-", "")}-shili-vote
title: {title}
example: true
meeting_kind: {attended["kind"]}
place: shili-cun
date: {date}
notice:
  date: {notice}
  how: 村务公开栏
attendance:
  basis: {attended["basis"]}
  due: {attended["due"]}
  present: {attended["present"]}
"""


def elect(
    returned: int = 500,
    votes: int = 300,
    more: str = "        voter_list:\n          published: 2026-03-01\n",
) -> str:
    """The agenda of a meeting that elects the village committee's chair from two candidates.

    Args:
        returned: how many ballots came back, of the 900 who could vote.
        votes: for the one who was elected.
        more: of the election, such as its list of voters.
    """
    return f"""\
agenda:
  - title: 选举主任
    elections:
      - title: 选举主任
        body: shili-committee
        post: 主任
        seats: 1
        eligible: 900
{more}        method: ballot
        ballots:
          issued: 900
          returned: {returned}
        candidates:
          - key: a
            votes: {votes}
            elected: true
          - key: b
            votes: 90
        result: elected
"""


ROAD = """\
agenda:
  - title: 修路
    decisions:
      - text: 硬化第一村民小组的路。
        result: adopted
"""
"""An agenda whose only decision is not yet said to have been voted on."""

ROADS_PATH = "records/meetings/2026/20260222-shili-vote.yaml"
ROADS = f"""\
{vote("村民会议：修路", BY_ASSEMBLY | {"present": 470}, "2026-02-22", "2026-02-08")}{ROAD}\
        vote:
          for: 460
          against: 10
"""
"""A villagers' assembly whose only decision is the last thing in the file."""

# An amendment of the village rules, and the vote on it.

DOGS_PATH = "records/rules/shili-rules/amendments/shili-rules-dogs.yaml"


def dogs(stations: str, after: str | None = "quiet") -> str:
    """An amendment that adds an article on dogs.

    Args:
        stations: the entries of its dossier.
        after: the article that the new one follows; None puts it at the end.
    """
    place = "" if after is None else f"    after: {after}\n"
    return f"""\
id: shili-rules-dogs
title: 增加养犬的规定
example: true
rule: shili-rules
changes:
  - operation: insert
    article: dogs
{place}    text: 遛犬要牵绳。
dossier:
{stations}"""


DOGS_FILED = dogs("""\
  - stage: draft
    date: 2026-02-21
  - stage: vote
    date: 2026-03-22
    meeting: 20260322-shili-vote
  - stage: filing
    date: 2026-03-25
    body: shili-office
""")
"""The amendment, voted on at the meeting of ``VOTE_PATH`` and filed."""


def dogs_agenda(
    *, listed: bool = True, result: str = "adopted", votes: int = 480, against: int = 20
) -> str:
    """The agenda of a meeting that votes on the amendment.

    Args:
        listed: whether the item says which amendment it is about.
        result: of the vote.
        votes: how many were for it.
        against: how many were against it; none leaves the line out.
    """
    amendments = "    amendments: [shili-rules-dogs]\n" if listed else ""
    others = f"          against: {against}\n" if against else ""
    return f"""\
agenda:
  - title: 养犬的规定
{amendments}    decisions:
      - text: 增加养犬的规定。
        result: {result}
        method: ballot
        vote:
          for: {votes}
{others}"""


# Points, honours and figures.

HELP_PATH = "records/points/2026/20260225-shili-help.yaml"
HELP = """\
id: 20260225-shili-help
title: 二月积分
example: true
scheme: shili-scheme
date: 2026-02-25
display:
  start: 2026-02-25
  end: 2026-03-02
  where: 村务公开栏
  objections_to: 村务监督委员会
entries:
"""
"""A batch of points up to its entries."""

SHOP_PATH = "records/points/2026/20260310-shili-shop.yaml"
SHOP = """\
id: 20260310-shili-shop
title: 积分兑换
example: true
scheme: shili-scheme
date: 2026-03-10
entries:
  - account: a-x81zt0pw
    kind: exchange
    item: soap
"""
"""A batch whose only entry, an exchange, is still without its points; soap costs eight."""

LANE_PATH = "records/honours/2026/20260210-shili-lane.yaml"
LANE = """\
id: 20260210-shili-lane
title: 整洁巷道
example: true
place: shili-cun
unit: team
date: 2026-02-10
stages:
"""
"""An honour up to its stages."""

WORK_PATH = "records/claims/2026/20260331-shili-work.yaml"
WORK = """\
id: 20260331-shili-work
title: 就业数字
example: true
place: shili-cun
end: 2026-03-31
claims:
  - key: employed
    title: 就业率
    share:
"""
"""Figures whose only one, a share, is still without its numbers."""

AGAINST = 9
"""More than the seven who are for it in ``IRREGULAR_DECISION``."""

IRREGULAR_DECISION = f"""\
{TALK}{ATTENDANCE}agenda:
  - title: 广场使用
    decisions:
      - text: 晚上九点关音响。
        result: {{result}}
        vote:
          for: 7
          against: {{votes}}
        irregular:
          - code: T008
            reason: 反对的多，主持人当场宣布通过。
            by: shili-committee
            date: 2026-02-19
"""
"""A decision that says itself that it was declared adopted by a minority."""

SHORT_QUORUM = f"""\
{vote("村民会议：修路", BY_ASSEMBLY | {"present": 430})}{ROAD}\
        method: show_of_hands
        vote:
          for: 400
          against: 10
irregular:
  - code: T006
    article: 村民委员会组织法{{article}}
    reason: 到会不足半数，会议照开。
    by: shili-committee
    date: 2026-03-23
"""
"""An assembly without quorum that says so itself."""
