"""What is said where nobody answered a report of completion."""

from __future__ import annotations

from yizhan.facts.matter_state import MatterState
from yizhan.model.text import Text

_SILENCE = Text("到评价期满也没有人表示异议", "nobody objected in the time to answer")
_SILENCE_SINCE = Text(
    "先前的异议经更正撤去，此后到期满无人答复",
    "an objection that had been on record was corrected away, and none was recorded after that in the time to answer",
)
_SILENCE_MAYBE = Text(
    "没有人表示异议（评价期满没满，日期不详，看不出来）",
    "nobody objected (whether the time to answer was over, the dates do not show)",
)
_SILENCE_CUT_SHORT = Text(
    "到销号那天没有人表示异议（按后来公布的放假安排，评价期到那天还没有满）",
    "nobody objected until it was closed (by the holidays published since, the time to answer was not over then)",
)


def silence(state: MatterState) -> Text:
    """That nobody answered in time: "nobody objected" only where no objection was ever on record.

    And "in the time to answer" only where that was surely over, by holidays published since as well.
    """
    if state.objection_corrected:
        return _SILENCE_SINCE
    if state.cut_short:
        return _SILENCE_CUT_SHORT
    return _SILENCE if state.period_over else _SILENCE_MAYBE
