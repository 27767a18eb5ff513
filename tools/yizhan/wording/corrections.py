"""How a correction is said: what joins the parts of a place and of a value."""

from __future__ import annotations

from yizhan.model.text import Text

LISTED = Text("、", ", ")
PARTED = Text("；", "; ")
FIELD = Text("{title}：{value}", "{title}: {value}")
YES, NO = Text("是", "yes"), Text("否", "no")
