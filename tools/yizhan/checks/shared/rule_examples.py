"""Rules that the examples of several checks begin with.

A constant is a record up to where a check's example goes on.
"""

from __future__ import annotations

VOTES_PATH = "records/rules/shili-votes/rule.yaml"
VOTES = """\
id: shili-votes
title: 议事规则
example: true
rule_kind: measures
place: shili-cun
wording: unknown
effective: 2026-02-01
decision_rules:
  - key: shili-roads
    title: 修路的表决
    law: 示例村议事规则
    article: 第三条
    valid:
      from: 2026-02-01
    meetings: [villagers_assembly]
"""
"""A rule with a rule of decision of its own, up to what that asks for."""

CHARTER_PATH = "records/rules/shili-charter/rule.yaml"
CHARTER = """\
id: shili-charter
title: 示例村村民自治章程
example: true
rule_kind: charter
place: shili-cun
wording: verbatim
adopted:
  date: 2025-11-20
effective: 2025-12-01
"""
"""A charter up to its filing and its text."""

LIBRARY_PATH = "records/points/schemes/shili-library.yaml"
LIBRARY = """\
id: shili-library
title: 读书积分办法
example: true
place: shili-cun
items:
  - key: reading
    title: 参加读书会
    points: 5
"""
"""A scheme of points up to the end of its first item."""
