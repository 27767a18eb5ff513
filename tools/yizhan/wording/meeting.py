"""What is said of a meeting: who counts as due, how it voted, what became of its tasks."""

from __future__ import annotations

from yizhan.facts.follow_up import TaskStatus
from yizhan.model.meeting_vocabulary import NotHeldKind, PeopleGroup
from yizhan.model.text import Text
from yizhan.model.vocabulary import Basis, TaskState
from yizhan.wording.terms import term

BASIS = {
    Basis.PERSONS: Text("应到、实到都按人数计。", "Due and present count persons."),
    Basis.HOUSEHOLDS: Text(
        "应到、实到都按户计，一户一名代表。",
        "Due and present count households, one representative each.",
    ),
    Basis.REPRESENTATIVES: Text(
        "应到、实到都按代表人数计。", "Due and present count representatives."
    ),
    Basis.OWNERS: Text(
        "应到、实到都按业主计，另按专有部分面积计。",
        "Due and present count owners, and their floor area in addition.",
    ),
    Basis.VOTERS: Text(
        "应到、实到都按登记参加选举的人计。", "Due and present count registered voters."
    ),
}
"""What those due and present are counted in."""
FOR = Text("赞成", "for")
AGAINST = Text("反对", "against")
ABSTAINED = Text("弃权", "abstained")
SILENT = Text("未表决", "did not vote")
NOT_TOLD = Text("其余怎样表决没有记录", "how the rest voted is not on record")
FOR_ANOTHER = Text("投给别的方案", "for another scheme")
VALID = Text("有效", "valid")
INVALID = Text("无效", "invalid")
BLANK = Text("空白", "blank")
OF_TALLY = Text(
    "百分比按这几栏合计的 {n:,} 算。", "Percentages are of the {n:,} in these columns together."
)
OF_VALID = Text("占有效票 {share}", "{share} of the valid papers")
OF_RETURNED = Text("占收回的票 {share}", "{share} of the papers that came back")
"""What share of what a candidate's votes are; nobody's share is said without its whole."""
FROM_TO = Text("{start}—{end}", "{start} to {end}")
UNTIL = Text("到 {end} 结束", "until {end}")
REMARK = Text("注明", "remark")
PART = Text("分计", "part")
AMENDMENTS = Text("对这项动议的修改", "amendments to the motion")
VOTE_ON_MOTION = Text("动议的表决", "the vote on the motion")
SESSIONS = Text("会场和场次", "venues and sessions")
WITHOUT = {
    "written": Text("不都是书面委托", "not all in writing"),
    "listed": Text("委托名单没有公布", "the list was not made public"),
}
"""What is said of mandates that lack something, by field."""

PEOPLE = {
    PeopleGroup.MEMBERS: Text("{n} 名组成人员", "{n} {n:member|members}"),
    PeopleGroup.REPRESENTATIVES: Text("{n} 名代表", "{n} {n:representative|representatives}"),
    PeopleGroup.RESIDENTS: Text("{n} 名村（居）民", "{n} {n:resident|residents}"),
    PeopleGroup.HOUSEHOLDS: Text("{n} 户的代表", "representatives of {n} {n:household|households}"),
    PeopleGroup.OWNERS: Text("{n} 名业主", "{n} {n:owner|owners}"),
    PeopleGroup.PARTY_MEMBERS: Text("{n} 名党员", "{n} party {n:member|members}"),
    PeopleGroup.COMMITTEE_MEMBERS: Text("{n} 名委员", "{n} committee {n:member|members}"),
    PeopleGroup.GUESTS: Text("{n} 名列席人员", "{n} {n:guest|guests}"),
}
"""Some people of a group, by their number."""
NOT_HELD = {
    NotHeldKind.POSTPONED: Text(
        "会议延期，没有在原定的日子召开。", "The meeting was postponed and not held on this day."
    ),
    NotHeldKind.BROUGHT_FORWARD: Text(
        "会议提前，没有在原定的日子召开。",
        "The meeting was brought forward and not held on this day.",
    ),
    NotHeldKind.CANCELLED: Text("会议取消，没有召开。", "The meeting was cancelled and not held."),
    NotHeldKind.WITHDRAWN: Text(
        "召集的一方收回了通知，会议没有召开。", "The call was withdrawn, and the meeting not held."
    ),
    NotHeldKind.NO_QUORUM: Text(
        "到会人数不够，会议没有开成。", "Too few came, so that the meeting could not be held."
    ),
}
"""That an announced meeting did not take place."""
ADJOURNED = Text(
    "议程没有议完，中途休会。", "The meeting was broken off before the agenda was done."
)
TASK = Text("任务", "task")
_TASK_LATE = Text("逾期未完成", "overdue")
_TASK_DONE_LATE = Text("晚于期限完成", "done late")


def task_status(status: TaskStatus, *, done_late: bool = False) -> Text:
    """What became of a task, in the words of the record except where it is late."""
    if status is TaskStatus.LATE:
        return _TASK_LATE
    return _TASK_DONE_LATE if done_late else term(TaskState(status))
