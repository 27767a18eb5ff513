"""How a correction is said: what joins the parts of a place and of a value."""

from __future__ import annotations

from yizhan.model.text import Text

LISTED = Text("、", ", ")
PARTED = Text("；", "; ")
FIELD = Text("{title}：{value}", "{title}: {value}")
YES, NO = Text("是", "yes"), Text("否", "no")

CORRECTED_ON = Text("{day}更正", "corrected on {day}")
ADDED_ON = Text("{day}补上", "added on {day}")
RESTORED_ON = Text("{day}恢复", "restored on {day}")
ANNULLED_ON = Text("{day}作废", "annulled on {day}")
"""What became of something, and when: the words lead to how and why."""
