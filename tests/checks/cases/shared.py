"""What cases of several subjects are made of."""

from yizhan.checks.shared.examples import (
    BY_ASSEMBLY,
    VOTE_PATH,
    vote,
)

PLACES = {
    "records/places/shili-jie.yaml": """\
id: shili-jie
title: 示例街道
example: true
level: street
parent: shili-xian
""",
    "records/places/shili-shequ.yaml": """\
id: shili-shequ
title: 示例社区
example: true
level: community
parent: shili-jie
""",
}
RULE_PATH = "records/rules/shili-shequ-gongyue/rule.yaml"
COVENANT = """\
id: shili-shequ-gongyue
title: 示例社区居民公约
example: true
rule_kind: residents_covenant
place: shili-shequ
wording: {wording}
adopted:
  date: 2026-03-22
  meeting: 20260322-shili-vote
filing:
  date: 2026-03-25
"""
BY_RESIDENTS = BY_ASSEMBLY | {"kind": "residents_assembly"}


def held(attended, agenda, *edits):
    text = vote("会议", attended) + agenda
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    return {VOTE_PATH: text}


def item(subject, result="adopted", more=""):
    return f"""\
{more}agenda:
  - title: 一件事
    subject: {subject}
    decisions:
      - text: 同意。
        result: {result}
        vote:
          for: {20 if result == "rejected" else 500}
"""


def reps(date, place="shili-cun", more=""):
    """A meeting of villagers' representatives of which nothing more is known."""
    day = date.replace("-", "")
    return {
        f"records/meetings/{date[:4]}/{day}-reps.yaml": f"""\
id: {day}-reps
title: 村民代表会议
example: true
meeting_kind: villagers_representatives
place: {place}
date: {date}
{more}"""
    }


OFF = "planned: true\nnot_held:\n  how: {how}\n  reason: 暴雨。\n"


def corrected(at: str, how: str) -> str:
    """A correction of early March of what stands at ``at``."""
    given = f"  - date: 2026-03-05\n    by: shili-committee\n    at: {at}\n    {how}\n"
    return f"corrections:\n{given}    reason: 记错了。\n"
