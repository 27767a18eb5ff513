"""What is said of a matter once it has ended, by how it ended and what the office reported.

``matter_table`` makes these, and what is said of matters under way, into the one table.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from yizhan.model.text import Text
from yizhan.model.vocabulary import Result


class Ended(NamedTuple):
    """The state in a word, the class of its colour and icon, and the sentence."""

    word: Text
    mark: str
    sentence: Text


CONFIRMED: Mapping[Result | None, Ended] = {
    None: Ended(
        Text("已销号，结果不详", "Closed, result unknown"),
        "merged",
        Text(
            "居民认可后销号；记录没有写明结果。",
            "Closed as residents agreed; the records give no result.",
        ),
    ),
    Result.SOLVED: Ended(
        Text("居民认可", "Residents agree"),
        "confirmed",
        Text("已经解决，居民确认。", "Solved, and residents agree."),
    ),
    Result.PARTLY: Ended(
        Text("部分解决", "Partly solved"),
        "partly",
        Text("解决了一部分，居民认可这个结果。", "Partly solved, and residents accept the result."),
    ),
    Result.EXPLAINED: Ended(
        Text("已作说明", "Explained"),
        "explained",
        Text(
            "说明了情况，居民表示接受；不算解决。",
            "Explained, and residents accept it; not a solution.",
        ),
    ),
    Result.NOT_FEASIBLE: Ended(
        Text("没有解决，居民接受", "Not solved, accepted"),
        "unsolved",
        Text(
            "没有解决：目前条件办不到，居民接受这个答复。",
            "Not solved: not feasible for now, and residents accept that answer.",
        ),
    ),
    Result.NOT_OURS: Ended(
        Text("不归这里管，居民接受", "Not ours, accepted"),
        "unsolved",
        Text(
            "没有解决：不归这里管，{owner}；居民接受这个答复。",
            "Not solved: not for this place to deal with, {owner}; residents accept that answer.",
        ),
    ),
    Result.WITHDRAWN: Ended(
        Text("撤回，居民认可", "Withdrawn, agreed"),
        "unsolved",
        Text(
            "没有办理到底：记为提出人撤回，居民认可。",
            "Not carried through: recorded as withdrawn, and residents agree.",
        ),
    ),
}
NOTED: Mapping[Result | None, Ended] = {
    None: Ended(
        Text("代记认可，结果不详", "Agreed as noted, result unknown"),
        "noted",
        Text(
            "居民认可后销号，算办理单位代记；记录没有写明结果。",
            "Closed as residents agreed, which counts as noted by the office; the records give no result.",
        ),
    ),
    Result.SOLVED: Ended(
        Text("居民认可（代记）", "Agreed, the office notes"),
        "noted",
        Text(
            "{teller}说已经办完；居民认可算办理单位代记：怎样问的，或者办理单位以外由谁记下的，没有记录。",
            "{Teller} says it is done; that residents agree counts as noted by the office: how they were "
            "asked, or who other than the office took it down, is not on record.",
        ),
    ),
    Result.PARTLY: Ended(
        Text("部分解决，代记认可", "Partly solved, as noted"),
        "noted",
        Text(
            "{teller}说解决了一部分；居民认可算办理单位代记。",
            "{Teller} says it is solved in part; that residents accept it counts as noted by the office.",
        ),
    ),
    Result.EXPLAINED: Ended(
        Text("已作说明，代记接受", "Explained, as noted"),
        "noted",
        Text(
            "{teller}说作了说明；居民接受算办理单位代记；不算解决。",
            "{Teller} says it was explained; that residents accept it counts as noted by the office. "
            "Not a solution.",
        ),
    ),
    Result.NOT_FEASIBLE: Ended(
        Text("没有解决，代记接受", "Not solved, as noted"),
        "unsolved",
        Text(
            "没有解决：{teller}说目前条件办不到；居民接受这个答复算办理单位代记。",
            "Not solved: {teller} says it is not feasible for now; that residents accept it counts as "
            "noted by the office.",
        ),
    ),
    Result.NOT_OURS: Ended(
        Text("不归这里管，代记接受", "Not ours, as noted"),
        "unsolved",
        Text(
            "没有解决：{teller}说不归这里管，{owner}；居民接受这个答复算办理单位代记。",
            "Not solved: {teller} says it is not for this place to deal with, {owner}; that residents "
            "accept it counts as noted by the office.",
        ),
    ),
    Result.WITHDRAWN: Ended(
        Text("撤回，代记认可", "Withdrawn, as noted"),
        "unsolved",
        Text(
            "没有办理到底：{teller}说提出人已经撤回；居民认可算办理单位代记。",
            "Not carried through: {teller} says it was withdrawn; that residents agree counts as noted by "
            "the office.",
        ),
    ),
}
LAPSED: Mapping[Result | None, Ended] = {
    None: Ended(
        Text("期满销号，结果不详", "Closed unanswered, result unknown"),
        "lapsed",
        Text(
            "{silence}，因此按无人评价销号；记录没有写明结果。",
            "Closed because {silence}; the records give no result.",
        ),
    ),
    Result.SOLVED: Ended(
        Text("期满无人评价", "Nobody answered"),
        "lapsed",
        Text(
            "{teller}说已经办完；{silence}，因此按无人评价销号，没有居民明确确认。",
            "{Teller} says it is done; closed because {silence}. No resident has expressly agreed.",
        ),
    ),
    Result.PARTLY: Ended(
        Text("部分解决，无人评价", "Partly solved, nobody answered"),
        "lapsed",
        Text(
            "{teller}说解决了一部分；{silence}，因此按无人评价销号。",
            "{Teller} says it is solved in part; closed because {silence}.",
        ),
    ),
    Result.EXPLAINED: Ended(
        Text("已作说明，无人评价", "Explained, nobody answered"),
        "lapsed",
        Text(
            "{teller}说作了说明；{silence}，因此按无人评价销号；不算解决。",
            "{Teller} says it was explained; closed because {silence}. Not a solution.",
        ),
    ),
    Result.NOT_FEASIBLE: Ended(
        Text("没有解决，无人评价", "Not solved, nobody answered"),
        "unsolved",
        Text(
            "没有解决：{teller}说目前条件办不到；{silence}，因此按无人评价销号。",
            "Not solved: {teller} says it is not feasible for now; closed because {silence}.",
        ),
    ),
    Result.NOT_OURS: Ended(
        Text("不归这里管，无人评价", "Not ours, nobody answered"),
        "unsolved",
        Text(
            "没有解决：{teller}说不归这里管，{owner}；{silence}，因此按无人评价销号。",
            "Not solved: {teller} says it is not for this place to deal with, {owner}; closed "
            "because {silence}.",
        ),
    ),
    Result.WITHDRAWN: Ended(
        Text("撤回，无人评价", "Withdrawn, nobody answered"),
        "unsolved",
        Text(
            "没有办理到底：{teller}说提出人已经撤回；{silence}。",
            "Not carried through: {teller} says it was withdrawn, and {silence}.",
        ),
    ),
}
REFUSED: Mapping[Result | None, Ended] = {
    None: Ended(
        Text("不予办理", "Declined"),
        "unsolved",
        Text(
            "不予办理或者停止办理；记录没有写明结果。",
            "Declined or given up; the records give no result.",
        ),
    ),
    Result.SOLVED: Ended(
        Text("不予办理，结果不符", "Declined, contradictory"),
        "unsolved",
        Text(
            "记录写的是不予办理，结果却写“已解决”，两处对不上，不算解决。",
            "Recorded as declined, yet with the result “solved”: the two contradict each other, and it "
            "does not count as solved.",
        ),
    ),
    Result.PARTLY: Ended(
        Text("只解决一部分", "Only in part"),
        "unsolved",
        Text(
            "没有全部解决：{teller}说解决了一部分，不再往下办。",
            "Not wholly solved: {teller} says it is solved in part and goes no further.",
        ),
    ),
    Result.EXPLAINED: Ended(
        Text("不予办理，已作说明", "Declined, explained"),
        "unsolved",
        Text(
            "没有解决：作了说明，不予办理。",
            "Not solved: declined with an explanation.",
        ),
    ),
    Result.NOT_FEASIBLE: Ended(
        Text("办不到", "Not feasible"),
        "unsolved",
        Text(
            "没有解决：{teller}说目前条件办不到。",
            "Not solved: {teller} says it is not feasible for now.",
        ),
    ),
    Result.NOT_OURS: Ended(
        Text("不归这里管", "Not ours"),
        "unsolved",
        Text(
            "没有解决：{teller}说不归这里管，{owner}。",
            "Not solved: {teller} says it is not for this place to deal with, {owner}.",
        ),
    ),
    Result.WITHDRAWN: Ended(
        Text("记为撤回", "Recorded as withdrawn"),
        "unsolved",
        Text(
            "没有办理到底：不再办理，记为提出人撤回。",
            "Not carried through: given up, and recorded as withdrawn.",
        ),
    ),
}
_TAKEN_BACK = Text("撤回", "Withdrawn")
WITHDRAWN: Mapping[Result | None, Ended] = {
    None: Ended(
        _TAKEN_BACK,
        "unsolved",
        Text("没有办理到底：{raiser}撤回。", "Not carried through: withdrawn by {raiser}."),
    ),
    Result.SOLVED: Ended(
        _TAKEN_BACK,
        "unsolved",
        Text(
            "{raiser}撤回；{teller}说已经办完，没有居民确认。",
            "Withdrawn by {raiser}; {teller} says it is done, which no resident confirmed.",
        ),
    ),
    Result.PARTLY: Ended(
        _TAKEN_BACK,
        "unsolved",
        Text(
            "{raiser}撤回；{teller}说解决了一部分，没有居民确认。",
            "Withdrawn by {raiser}; {teller} says it is solved in part, which no resident "
            "confirmed.",
        ),
    ),
    Result.EXPLAINED: Ended(
        _TAKEN_BACK,
        "unsolved",
        Text(
            "{raiser}撤回；{teller}说作过说明。",
            "Withdrawn by {raiser}; {teller} says it had been explained.",
        ),
    ),
    Result.NOT_FEASIBLE: Ended(
        _TAKEN_BACK,
        "unsolved",
        Text(
            "没有解决：{teller}说目前条件办不到，{raiser}撤回。",
            "Not solved: {teller} says it is not feasible for now, and {raiser} withdrew it.",
        ),
    ),
    Result.NOT_OURS: Ended(
        _TAKEN_BACK,
        "unsolved",
        Text(
            "没有解决：{teller}说不归这里管，{owner}；{raiser}撤回。",
            "Not solved: {teller} says it is not for this place to deal with, {owner}, and {raiser} "
            "withdrew it.",
        ),
    ),
    Result.WITHDRAWN: Ended(
        _TAKEN_BACK,
        "unsolved",
        Text(
            "没有办理到底：{raiser}自己撤回。",
            "Not carried through: {raiser} withdrew it.",
        ),
    ),
}
UNRECORDED = Ended(
    Text("已了结，怎样了结不详", "Closed, unknown how"),
    "merged",
    Text(
        "已经了结；记录没有写明是怎样了结的。",
        "Closed; the records do not show how it came to that.",
    ),
)
SPLIT = Ended(
    Text("已拆分", "Split"),
    "merged",
    Text(
        "已拆分出 {n} 件，另行办理。",
        "Split into {n} {n:matter|matters}, handled on {n:its|their} own.",
    ),
)
MERGED = Ended(
    Text("已并案", "Merged"),
    "merged",
    Text("已并入另一件事项一起办理。", "Merged into another matter and handled there."),
)
