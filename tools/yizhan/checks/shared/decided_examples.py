"""Records of meetings, and what they decide, that the examples of several checks have in common."""

from __future__ import annotations

FEASTS_PATH = "records/rules/shili-feasts/rule.yaml"
FEASTS = """\
id: shili-feasts
title: 红白事约定
example: true
rule_kind: customs
place: shili-cun
wording: unknown
adopted:
  date: 2026-02-18
  meeting: 20260218-shili-council
summary: 红白事从简办理。
"""
COUNCIL_PATH = "records/meetings/2026/20260218-shili-council.yaml"
COUNCIL = """\
id: 20260218-shili-council
title: 红白理事会会议
example: true
meeting_kind: council_meeting
place: shili-cun
date: 2026-02-18
agenda:
  - title: 红白事约定
    rules: [shili-feasts]
    decisions:
      - text: 约定的草案。
        result: {result}
"""
"""A rule, and the meeting that is said to have adopted it: its result is left open."""

MOTIONS = """\
agenda:
  - title: 广场使用
    decisions:
{first}{second}"""
MOTION = """\
      - text: 晚上九点关音响。
        key: guan-yinxiang
        result: adopted
        vote:
          for: 15
          against: 2
"""
CHANGE = """\
      - text: 把九点改成八点半。
        amends: {amends}
        result: rejected
        vote:
          for: 4
          against: 13
"""
"""A motion and an amendment to it; which motion it names, and which comes first, is left open."""

ELECTION = """\
agenda:
  - title: 推选楼栋长
    elections:
      - title: 推选楼栋长
        seats: 1
        method: ballot
        ballots:
          issued: 18
          returned: 18
          valid: 17
          invalid: 1
        candidates:
          - key: a
            votes: {a}
            elected: true
          - key: b
            votes: {b}
        result: elected
"""
"""An agenda with an election of one; the votes of its two candidates are left open."""
