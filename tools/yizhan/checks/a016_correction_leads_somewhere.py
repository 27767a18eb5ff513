"""A016: a correction names something that is there and may be corrected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import CORRECTED, CORRECTED_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Correction, CorrectionFault, Record
from yizhan.model.text import Text, commas

_NOWHERE = Text(
    "“{at}”指不到这份档案里的任何一处。",
    "“{at}” leads to nothing in this record.",
)
_WHOLE = Text(
    "“{at}”是一整个列表，不能整个换掉，也不能整个作废。",
    "“{at}” is a whole list, which is neither replaced nor annulled as one.",
)
_MESSAGES: Mapping[CorrectionFault, Text] = {
    CorrectionFault.NOTHING_THERE: _NOWHERE,
    CorrectionFault.PROTECTED: Text(
        "“{at}”不能更正：编号、代号、是否示例和更正本身，写定以后就不变。",
        "“{at}” cannot be corrected: ids, keys, whether a record is an example, and corrections themselves never change.",
    ),
    CorrectionFault.WHOLE_LIST: _WHOLE,
    CorrectionFault.WHOLE_FROZEN_LIST: _WHOLE,
    CorrectionFault.ITEM_TO_APPEND: _NOWHERE,
    CorrectionFault.ITEM_TO_ADD: _NOWHERE,
    CorrectionFault.ANNULLED: Text(
        "“{at}”在一条已经作废的内容里面。",
        "“{at}” is inside something that was annulled.",
    ),
}
_NEAREST = Text(
    "at 里是不是想写 {nearest}？这一处可写的有：{there}。",
    "Did you mean {nearest} in at? What there is: {there}.",
)
_THERE = Text(
    "at 从外到里写；这一处可写的有：{there}。",
    "Write at from the outside in; what there is: {there}.",
)
_EMPTY = Text(
    "at 写得短一些：最后一段前面那一处里面没有更小的栏目。",
    "Shorten at: what stands before its last part holds nothing smaller.",
)
_FIXES: Mapping[CorrectionFault, Text] = {
    CorrectionFault.PROTECTED: Text(
        "删去这条更正；从前的更正写错了的，再加一条，at 与那一条相同，value 写对的；编号起错的，另写一份档案，用 corrects 写明更正的是哪一份。",
        "Remove this correction; where an earlier correction is wrong, add one with the same at and the right value; where an id is wrong write another record, whose corrects names the one it replaces.",
    ),
    CorrectionFault.WHOLE_LIST: Text(
        "一条一条地更正：at 后面再写上那一条的代号（{there}）；缺的直接加在列表后面，多的写 annul: true。",
        "Correct its items one by one: add the key to at ({there}); what is missing is simply appended, what is too much gets annul: true.",
    ),
    CorrectionFault.WHOLE_FROZEN_LIST: Text(
        "一条一条地更正：at 后面再写上那一条（{there}）；多的写 annul: true；缺的另写一条更正，at 后面写上它自己，value 写它的全部内容。",
        "Correct its items one by one: add the item to at ({there}); what is too much gets annul: true; what is missing gets a correction of its own, whose at ends with what names it and whose value is all of it.",
    ),
    CorrectionFault.ANNULLED: Text(
        "删去这条更正；要恢复那一条，另写一条更正，at 写到那一条为止，value 写它的全部内容。",
        "Remove this correction; to restore that item, add a correction whose at ends with the item and whose value is all of it.",
    ),
}
_ALSO: Mapping[CorrectionFault, Text] = {
    CorrectionFault.ITEM_TO_APPEND: Text(
        "{fix}要补的是漏记的一条，就不写更正，直接加在那个列表的后面。",
        "{fix} An item that was forgotten needs no correction: append it to its list.",
    ),
    CorrectionFault.ITEM_TO_ADD: Text(
        "{fix}要补的是漏记的一条，at 的最后一段与 value 里它自己的名称（例如 title、key）写得一样。",
        "{fix} To add an item that was forgotten, end at with the name that value gives it (its title or key, say).",
    ),
}
"""What else may have been meant, besides the name of something that is there."""
_MANY = 8


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for position, correction in enumerate(record.corrections):
        fault = CorrectionFault(correction.fault) if correction.fault else None
        if fault is not None and fault in _MESSAGES:
            message = _MESSAGES[fault].format(at=correction.at)
            yield Problem(record, ("corrections", position, "at"), message, _fix(correction, fault))


def _fix(correction: Correction, fault: CorrectionFault) -> Text:
    there = commas(correction.there[:_MANY])
    if len(correction.there) > _MANY:
        there = Text(f"{there.zh}……", f"{there.en}, …")
    if fault in _ALSO:
        return _ALSO[fault].format(fix=_one_of(correction, there))
    if fault is not CorrectionFault.NOTHING_THERE:
        return _FIXES[fault].format(there=there)
    return _one_of(correction, there)


def _one_of(correction: Correction, there: Text) -> Text:
    """What there is, and which of it is likeliest meant."""
    if not correction.there:
        return _EMPTY
    from difflib import get_close_matches

    near = [
        each
        for part in correction.at.split("/")
        for each in get_close_matches(part, correction.there, 1)
    ]
    if near:
        return _NEAREST.format(nearest=near[-1], there=there)
    return _THERE.format(there=there)


_BAD = CORRECTED.format(at="log/20260211-accept/notes", value="value: 已派人查看。")
_GOOD = CORRECTED.format(at="log/20260211-accept/note", value="value: 已派人查看。")

CHECK = Check(
    code="A016",
    title=Text("更正指得到地方", "A correction leads somewhere"),
    why=Text(
        "更正要让人看得出哪里写错了、现在怎么算；指错了地方，错的还是错的，却像是已经改过。",
        "A correction says what was wrong and what holds now. One that points nowhere leaves the mistake in force and looks as if it were put right.",
    ),
    fix=Text(
        "照着 log/20250620-report_done/outcome/cost 这样写 at：先外后里，列表里的一条写它的代号，不数第几条。",
        "Write at like log/20250620-report_done/outcome/cost: from the outside in, an item of a list by its key and never by counting.",
    ),
    bad=Example({CORRECTED_PATH: _BAD}),
    good=Example({CORRECTED_PATH: _GOOD}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
