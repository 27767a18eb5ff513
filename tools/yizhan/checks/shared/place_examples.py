"""Places and bodies that the examples of several checks begin with.

A constant is a record up to where a check's example goes on.
"""

from __future__ import annotations

OLD_GRID_PATH = "records/places/shili-old.yaml"
OLD_GRID = """\
id: shili-old
title: 老网格
example: true
level: grid
parent: shili-cun
"""
NEW_GRID_PATH = "records/places/shili-new.yaml"
NEW_GRID = """\
id: shili-new
title: 新网格
example: true
level: grid
parent: shili-cun
"""
"""A grid, and another that may follow it."""

SECOND_VILLAGE_PATH = "records/places/shili-cun-b.yaml"
SECOND_VILLAGE = """\
id: shili-cun-b
title: 示例二村
example: true
level: village
parent: shili-zhen
code: "{code}"
"""
"""A village with a division code, which is left open."""

OTHER_VILLAGE_PATH = "records/places/shili-other.yaml"
OTHER_VILLAGE = """\
id: shili-other
title: 邻村
example: true
level: village
parent: shili-zhen
"""
COUNTED_VILLAGE_PATH = "records/places/shili-xinqu.yaml"
COUNTED_VILLAGE = """\
id: shili-xinqu
title: 示例新村
example: true
level: village
parent: shili-zhen
extent:
  households: 300
"""
"""A village of 300 households, up to its number of people."""

COUNTED_PART_PATH = "records/places/shili-xinqu-1.yaml"
COUNTED_PART = """\
id: shili-xinqu-1
title: 新村第一村民小组
example: true
level: group
parent: shili-xinqu
extent:
  households: {households}
  date: {date}
"""
"""One of its groups: how many households, counted when, is left open."""

SQUARE_TEAM_PATH = "records/bodies/shili-square-team.yaml"
SQUARE_TEAM = """\
id: shili-square-team
title: 广场管理小组
example: true
body_kind: team
place: shili-cun-square
"""
LAMP_TEAM_PATH = "records/bodies/shili-lamp-team.yaml"
LAMP_TEAM = """\
id: shili-lamp-team
title: 路灯管护队
example: true
body_kind: team
place: shili-cun
"""
WORKS_TEAM_PATH = "records/bodies/shili-works-team.yaml"
WORKS_TEAM = """\
id: shili-works-team
title: 公共设施管护队
example: true
body_kind: team
place: shili-cun
"""
"""Two bodies of which the one may go on with what the other had."""

NEXT_COMMITTEE_PATH = "records/bodies/shili-committee-next.yaml"
NEXT_COMMITTEE = """\
id: shili-committee-next
title: 示例村村民委员会
example: true
body_kind: committee
place: shili-cun
"""
"""A village committee without members and posts."""
