"""Matters that the examples of several checks name beside their own.

A constant is a record up to where a check's example goes on.
"""

from __future__ import annotations

MUSIC_PATH = "records/matters/2026/20260212-shili-music.yaml"
MUSIC = """\
id: 20260212-shili-music
title: 晚上音乐声大
example: true
place: shili-cun-square
procedure: shili-local
category: noise
raised:
  date: 2026-02-12
  by: residents
  channel: counter
"""
"""A matter as it was raised, two days after ``NOISE`` of ``examples``."""
