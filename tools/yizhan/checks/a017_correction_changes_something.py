"""A017: a correction says what holds now, and that is something else than before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import CORRECTED, CORRECTED_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.facts.first_words import confirms
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import CorrectionFault, Record
from yizhan.model.text import Text

_MESSAGES: Mapping[CorrectionFault, Text] = {
    CorrectionFault.NO_CHANGE: Text(
        "“{at}”本来就是这样，这条更正什么也没改。",
        "“{at}” is so already; this correction changes nothing.",
    ),
    CorrectionFault.SAYS_NOTHING: Text(
        "这条更正没有说“{at}”现在怎么算。",
        "This correction does not say what “{at}” is now.",
    ),
    CorrectionFault.SAYS_BOTH: Text(
        "这条更正既写了改成什么，又写了作废。",
        "This correction gives a new value and annuls as well.",
    ),
}
_FIXES: Mapping[CorrectionFault, Text] = {
    CorrectionFault.NO_CHANGE: Text(
        "删去这条更正；要改的是别处，就改 at。",
        "Remove this correction; if something else is meant, change at.",
    ),
    CorrectionFault.SAYS_BOTH: Text("value 和 annul 只留一个。", "Keep either value or annul."),
}


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for position, correction in enumerate(record.corrections):
        fault = CorrectionFault(correction.fault) if correction.fault else None
        if fault is not None and fault in _MESSAGES and not confirms(record, correction):
            name = "at" if fault is CorrectionFault.SAYS_NOTHING else "value"
            pointer = ("corrections", position, "annul" if correction.annul else name)
            message = _MESSAGES[fault].format(at=correction.at)
            yield Problem(record, pointer, message, _FIXES.get(fault))


_BAD = CORRECTED.format(at="log/20260211-accept/note", value="value: 已受理。")
_GOOD = CORRECTED.format(at="log/20260211-accept/note", value="value: 已受理，已派人查看。")

CHECK = Check(
    code="A017",
    title=Text("更正改了东西", "A correction changes something"),
    why=Text(
        "网站会告诉大家这一处改过；什么也没改的更正，只会让人以为原来写错了。",
        "The site tells everyone that something was corrected; a correction that changes nothing makes them think that it was wrong.",
    ),
    fix=Text(
        "改成什么就写 value；这一条根本没发生过，写 annul: true。",
        "Write value for what holds now, or annul: true where it never happened.",
    ),
    bad=Example({CORRECTED_PATH: _BAD}),
    good=Example({CORRECTED_PATH: _GOOD}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
