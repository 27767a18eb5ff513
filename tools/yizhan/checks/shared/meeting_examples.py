"""Meetings that were put off, broken off or gone on with, as the examples of several checks have them.

A constant is a record up to where a check's example goes on.
"""

from __future__ import annotations

MARCH_PATH = "records/meetings/2026/20260318-shili-talk.yaml"
OFF = """\
id: 20260318-shili-talk
title: 村民议事会
example: true
meeting_kind: building_deliberation
place: shili-cun
date: 2026-03-18
planned: true
not_held:
  how: {how}
{rest}"""
"""A deliberation that was not held: how it came so, and what is said of it, is left open."""

BROKEN_OFF = """\
adjourned:
  reason: 天色已晚。
  until: 2026-03-18
"""
"""What ``TALK`` of ``examples`` says where it was broken off."""

SITTING = """\
id: 20260318-shili-talk
title: 二月村民议事会（续会）
example: true
meeting_kind: building_deliberation
place: shili-cun
date: 2026-03-18
"""
"""The sitting that goes on with it, which does not say so yet."""
