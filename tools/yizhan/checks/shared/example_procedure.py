"""A small procedure that the checks of procedures take for their examples, and its last step."""

from __future__ import annotations

QUICK_PATH = "records/procedures/shili-quick.yaml"
QUICK = """\
id: shili-quick
title: 快办规程
example: true
start: reported
stages:
  - key: reported
    title: 待受理
    family: waiting
  - key: claimed
    title: 报结待评
    family: claimed
  - key: closed
    title: 已销号
    family: confirmed
steps:
  - key: report_done
    title: 报结
    action: report_done
    from: [reported]
    to: claimed
"""
QUICK_CONFIRM = """\
  - key: confirm
    title: 居民确认
    action: confirm
    from: [claimed]
    to: closed
    side: residents
"""
