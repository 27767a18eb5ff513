"""Pieces of examples that several checks have in common."""

from __future__ import annotations

NOISE_PATH = "records/matters/2026/20260210-shili-noise.yaml"
NOISE = """\
id: 20260210-shili-noise
title: 广场音响太吵
example: true
place: shili-cun-square
procedure: shili-local
category: noise
raised:
  date: 2026-02-10
  by: residents
  channel: counter
tier: small
handler: shili-committee
log:
"""
"""A matter up to its log, whose entries a check's example goes on with."""

ROADS_PATH = "records/meetings/2026/20260222-shili-vote.yaml"
ROADS = """\
id: 20260222-shili-vote
title: 村民会议：修路
example: true
meeting_kind: villagers_assembly
place: shili-cun
date: 2026-02-22
notice:
  date: 2026-02-08
  how: 村务公开栏
attendance:
  basis: persons
  due: 900
  present: 470
agenda:
  - title: 修路
    decisions:
      - text: 硬化第一村民小组的路。
        result: adopted
        vote:
          for: 460
          against: 10
"""
"""A villagers' assembly whose only decision is the last thing in the file."""

VOTE_PATH = "records/meetings/2026/20260322-shili-vote.yaml"
VOTE = """\
id: 20260322-shili-vote
title: {title}
example: true
meeting_kind: {kind}
place: shili-cun
date: 2026-03-22
notice:
  date: 2026-03-08
  how: 村务公开栏
attendance:
  basis: {basis}
  due: {due}
  present: {present}
agenda:
{agenda}    decisions:
      - text: {text}
        result: adopted
        method: ballot
        vote:
          for: {present}
"""
"""A vote on a rule; ``kind`` to ``present`` are one of the two below."""

BY_REPRESENTATIVES = {
    "kind": "villagers_representatives",
    "basis": "representatives",
    "due": 40,
    "present": 36,
}
BY_ASSEMBLY = {"kind": "villagers_assembly", "basis": "persons", "due": 900, "present": 520}
