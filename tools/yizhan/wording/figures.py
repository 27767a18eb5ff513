"""What figures about matters are called, what they count, and what a value says."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from yizhan.facts.metric_definitions import Definition, Reason, Unit
from yizhan.facts.metric_tables import NONE, OTHERS, OWN, THRESHOLD, Dimension
from yizhan.facts.metrics import Figure, percent
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.text import Text
from yizhan.model.vocabulary import Category, Family
from yizhan.wording.matter import NOBODY
from yizhan.wording.month import REOPENED, REPORTED_DONE
from yizhan.wording.words import Words

REASONS: dict[Reason, Text] = {
    Reason.MERGED: Text(
        "已并入另一件，只在那一件里数一次",
        "merged into another matter and counted once, there",
    ),
    Reason.SPLIT: Text(
        "已拆成几件，由拆出的各件来数", "split into several, which are counted instead"
    ),
    Reason.WITH_ANOTHER: Text(
        "现在（或者了结时）由别的单位承办，只在那个单位数",
        "with another body now, or when it was closed, and counted there",
    ),
    Reason.STILL_IN_TIME: Text(
        "还没有受理，受理期限也还没有到", "not taken up yet, and still within the time for it"
    ),
    Reason.WITHDRAWN_UNANSWERED: Text(
        "受理以前就由提出人撤回", "withdrawn before anybody took it up"
    ),
    Reason.NOT_REPORTED: Text(
        "还没有报结，无从评价", "not reported done, so that there is nothing to judge"
    ),
    Reason.AWAITING_ANSWER: Text(
        "已报结，居民还没有答复", "reported done, residents have not answered yet"
    ),
    Reason.NOBODY_ANSWERED: Text(
        "评价期满没有人答复，不算满意也不算不满意",
        "nobody answered in time: neither satisfied nor dissatisfied",
    ),
    Reason.REPORT_ANNULLED: Text(
        "居民答复过，所答的报结后来被撤销",
        "residents answered a report of completion that was annulled since",
    ),
    Reason.NO_NUMBERS: Text(
        "没有写明问了多少人、多少人满意", "how many were asked and satisfied is not recorded"
    ),
    Reason.NOTED_BY_OFFICE: Text(
        "算办理单位代记，另行统计",
        "counts as noted by the office that handled it and counted apart",
    ),
    Reason.NOTED_BY_OTHERS: Text("不是办理单位代记的", "not noted by the office that handled it"),
    Reason.HANDLED_AGAIN: Text(
        "销号以后又重办，新的结果还没有报结", "closed and then taken up again, not reported anew"
    ),
    Reason.NO_LIMIT: Text("没有写明期限，说不上逾期", "no time limit is stated"),
    Reason.CLOSED: Text("已经了结", "closed"),
    Reason.STILL_OPEN: Text("还没有了结", "not closed yet"),
    Reason.NEVER_DONE: Text(
        "从未报结或了结，谈不上重办", "never reported done or closed, so it cannot be reopened"
    ),
    Reason.NOT_REACHED: Text("没有走到这一步", "has not come to this"),
    Reason.VAGUE_DATE: Text(
        "日期只知道到月或年，算不出天数", "dates known to the month or year only"
    ),
}
"""Each reason in a clerk's words."""

_COUNTED = Text(
    "计入的事项：到统计日已经提出的，并案的只数一次，拆分的由拆出的各件来数",
    "matters counted: those raised by the day asked; merged ones once, split ones by their parts",
)
_RAISED = Text(
    "到统计日提出过的事项（后来并入别件的、拆分的也在内）",
    "all matters raised by the day asked (those merged or split since too)",
)
_TITLE = {
    "total": Text("计入的事项", "Matters counted"),
    "open": Text("现在没有了结", "Open now"),
    "response": Text("回应率", "Response rate"),
    "resolution": Text("解决率", "Resolution rate"),
    "resolution_noted": Text("办理单位代记的解决率", "Resolution noted by the office"),
    "closed_partly": Text("部分解决或作了说明", "Partly solved or explained"),
    "closed_partly_noted": Text(
        "部分解决或作了说明（代记）", "Partly solved or explained, as noted"
    ),
    "closed_by_silence": Text("无人答复而销号", "Closed without an answer"),
    "closed_not_solved": Text("了结而没有解决", "Closed but not solved"),
    "satisfaction": Text("满意率（按人数）", "Satisfaction rate (people)"),
    "satisfaction_noted": Text(
        "办理单位代记的满意率（按人数）", "Satisfaction noted by the office (people)"
    ),
    "late_now": Text("现在逾期", "Late now"),
    "late_ever": Text("逾期过", "Ever late"),
    "reopened": Text("重办率", "Reopened"),
    "closed_late": Text("了结的逾期过", "Closed, once late"),
    "handed_over": Text("移交而没有接收", "Handed over, not taken over"),
    "taken_late": Text("接收晚了", "Taken over late"),
    "irregular": Text("有不合规之处", "With something irregular"),
    "corrected": Text("更正过", "Corrected"),
    "entered_later": Text("补记过", "With late entries"),
}
_COUNTS = {
    "total": Text("{counted}。", "{counted}.").format(counted=_COUNTED),
    "open": Text(
        "计入的事项中，还有人要办、要答复或要评价的件数；报结而居民还没有答复的也在内。",
        "Of the matters counted, those in which somebody still has to act, answer or judge; "
        "reported done without an answer is still open.",
    ),
    "response": Text(
        "分子：有单位受理、交办或作出答复，离开过“待受理”的事项。分母：计入的事项，"
        "不含受理期限还没有到的，也不含受理以前就撤回的。没有期限又没有人受理的，留在分母里。",
        "Numerator: matters that somebody took up, so that they left “waiting”. Denominator: "
        "matters counted, without those still within the time to be taken up and those "
        "withdrawn before. Not taken up and without a limit stays in the denominator.",
    ),
    "resolution": Text(
        "分子：结果为“已解决”，居民明确认可、现在仍是已销号，并且写明了怎样问的、由承办单位以外的谁记下的"
        "（或者由居民的组织作出）的事项。分母：全部计入的事项，没有了结的也在内。报结不算解决，期满没有人答复也不算。",
        "Numerator: matters with the result “solved” that residents agreed to and that are still "
        "closed, where it is recorded how they were asked and who other than the office took it "
        "down, or a body of residents said so. Denominator: all matters counted, open ones too. "
        "Reported done is not solved, nor is silence.",
    ),
    "resolution_noted": Text(
        "分子：结果为“已解决”，只有办理单位记着居民认可的事项。分母：全部计入的事项。",
        "Numerator: matters with the result “solved” of which only the office that handled them "
        "notes that residents agreed. Denominator: all matters counted.",
    ),
    "closed_partly": Text(
        "分子：居民认可“部分解决”或者“已解释说明”而销号，并且写明了怎样问的、由承办单位以外的谁记下的"
        "（或者由居民的组织作出）的事项。分母：全部计入的事项。",
        "Numerator: matters closed because residents accepted that they were solved in part or "
        "explained, where it is recorded how they were asked and who other than the office took it "
        "down, or a body of residents said so. Denominator: all matters counted.",
    ),
    "closed_partly_noted": Text(
        "分子：结果为“部分解决”或者“已解释说明”，只有办理单位记着居民认可的事项。分母：全部计入的事项。",
        "Numerator: matters solved in part or explained of which only the office that handled them "
        "notes that residents accepted it. Denominator: all matters counted.",
    ),
    "closed_by_silence": Text(
        "分子：办理单位报了结果，评价期满没有人答复而销号的事项。分母：全部计入的事项。",
        "Numerator: matters that the office reported on and that were closed because nobody "
        "answered in time. Denominator: all matters counted.",
    ),
    "closed_not_solved": Text(
        "分子：了结而没有解决的事项：办不到、不归这里管、不予受理、撤回、没有写明结果；只解决一部分、"
        "只作了说明就不再办的也算。分母：全部计入的事项。",
        "Numerator: matters closed that were not solved: not feasible, not ours, declined, "
        "withdrawn, no result recorded; also where it was dropped after a part was solved or an "
        "explanation given. Denominator: all matters counted.",
    ),
    "satisfaction": Text(
        "分子：满意的人数。分母：问到的人数。只算居民对最近一次报结的答复；没有写人数的、办理单位代记的、"
        "没有报结、还在等答复、期满没有人答复、销号以后又重办的，都不在分母里。",
        "Numerator: residents satisfied. Denominator: residents asked. Only what they said to the "
        "last report. Left out: no numbers recorded, noted by the office, not reported, awaiting "
        "an answer, no answer in time, and taken up again after closing.",
    ),
    "satisfaction_noted": Text(
        "分子：算办理单位代记的满意人数。分母：算办理单位代记的问到的人数。只算居民对最近一次报结的答复。",
        "Numerator: residents satisfied, as noted by the office that handled the matter. "
        "Denominator: residents asked, as noted by it. Only what they said to the last report.",
    ),
    "late_now": Text(
        "分子：到统计日已过现阶段期限的事项。分母：没有了结、现阶段写明期限的事项。"
        "期限按工作日计算，中止不停表。",
        "Numerator: matters past the limit of their present stage. Denominator: open matters "
        "whose present stage has a limit. Limits run in working days; a pause does not stop "
        "them.",
    ),
    "late_ever": Text(
        "分子：现在逾期，或者有哪一个阶段过了期限才走完、哪一次移交过了期限才有答复或者至今没有答复的事项；了结、并入别件、"
        "拆分以前逾期的都算。分母：{raised}中，有过期限的。延期以后按延长的期限算。"
        "日期只知道到月或年、看不出是否逾期的不计；放假安排公布以前，按暂定的期限算。",
        "Numerator: matters late now, or of which a stage was left after its limit, or a hand-over was "
        "answered after its limit or is past it unanswered, whether they were closed, merged or split "
        "since. Denominator: of {raised}, those that had a limit. After an extension the later day counts. "
        "Left out where dates are too vague to tell; until an arrangement of holidays is published, provisional limits count.",
    ).format(raised=_RAISED),
    "closed_late": Text(
        "分子：了结以前逾期过的事项：有哪一个阶段过了期限才走完，或者哪一次移交过了期限才有答复。"
        "分母：已经了结、有过期限的事项；并入别件、拆分的不算了结，它们的逾期见“{ever}”。",
        "Numerator: matters that were late before they were closed: a stage was left, or a "
        "hand-over answered, after its limit. Denominator: closed matters that had a limit; what was "
        "merged or split is not closed by that, and is in “{ever}”.",
    ).format(ever=_TITLE["late_ever"]),
    "reopened": Text(
        "分子：报结或了结以后又退回重办过的事项，不论几次。分母：{raised}中，报结过或者了结过的。",
        "Numerator: matters taken up again after they were reported done or closed, however "
        "often. Denominator: of {raised}, those that were ever reported done or closed.",
    ).format(raised=_RAISED),
    "handed_over": Text(
        "计入的事项中，已经移交、上报或下派给另一个单位，对方既没有接收也没有退回的件数。",
        "Of the matters counted, those handed over to another body that has neither taken "
        "them over nor sent them back.",
    ),
    "taken_late": Text(
        "{raised}中，有一次移交过了规程写明的期限才接收、退回或者另有答复的件数。",
        "Of {raised}: those of which a hand-over was taken over, sent back or otherwise answered after "
        "the procedure's limit.",
    ).format(raised=_RAISED),
    "irregular": Text(
        "{raised}中，档案自己写明有不合规之处的件数，不论后来怎样处理。",
        "Of {raised}: those whose record acknowledges something irregular, whatever became of it.",
    ).format(raised=_RAISED),
    "corrected": Text(
        "{raised}中，档案有更正或者作废的件数；各项指标按现在的说法数。",
        "Of {raised}: those whose record was corrected or annulled in part; all figures count what "
        "holds now.",
    ).format(raised=_RAISED),
    "entered_later": Text(
        "{raised}中，有哪一条办理记录是后来补记的件数；逾期按入档那天算。",
        "Of {raised}: those with an entry that was written down later than it happened; lateness is "
        "reckoned from when it was.",
    ).format(raised=_RAISED),
}
_STEPS = {
    Family.WORKING: Text("开始办理", "being worked on"),
    Family.CLAIMED: REPORTED_DONE,
    Family.CONFIRMED: Text("销号", "closed"),
    Family.UNSOLVED: Text("列为未能解决", "given up"),
    Family.REOPENED: REOPENED,
}
_WHICH = {
    Fraction(1, 2): (Text("中位数", "median"), Text("一半", "half")),
    Fraction(9, 10): (Text("九成分位数", "90th percentile"), Text("九成", "nine tenths")),
}
_DAYS_TITLE = Text("从提出到{step}的天数（{which}）", "Days until {step} ({which})")
_DAYS_TEXT = Text(
    "从提出到第一次{step}，至少{share}的事项用的天数不超过这个数。按自然日算，提出当天办到记 0 天。"
    "把天数从小到大排好，取第 ⌈q×n⌉ 个（最近秩法，q 为 {q}），所以总是其中某一件实际用的天数。"
    "没有走到这一步的、日期只知道到月或年的不计。",
    "At least {share} of the matters took no more than this many days from being raised to the first "
    "time of “{step}”. Calendar days; 0 for the same day. Nearest-rank method: of n matters in order, "
    "the one at ⌈q×n⌉ (q is {q}), so it is always what some matter really took. Left out: matters "
    "that have not come to this, and dates known to the month or year only.",
)


@cache
def title(definition: Definition) -> Text:
    """What a figure is called."""
    if definition.reached is None or definition.quantile is None:
        return _TITLE[definition.key]
    which, _share = _WHICH[definition.quantile]
    return _DAYS_TITLE.format(step=_STEPS[definition.reached], which=which)


@cache
def counts(definition: Definition) -> Text:
    """What a figure counts, of what, and what it leaves out."""
    if definition.reached is None or definition.quantile is None:
        return _COUNTS[definition.key]
    _which, share = _WHICH[definition.quantile]
    return _DAYS_TEXT.format(
        step=_STEPS[definition.reached], share=share, q=f"{float(definition.quantile):g}"
    )


BY = {
    Dimension.PLACE: Text("按地方（含下级）", "by place, with everything in it"),
    Dimension.TIER: Text("按分类", "by tier"),
    Dimension.CATEGORY: Text("按类别", "by category"),
    Dimension.BODY: Text("按承办单位", "by body"),
    Dimension.MONTH: Text("按提出的月份", "by month of raising"),
}
"""By what groups are made."""
NOTES: Mapping[Dimension, Text] = {
    Dimension.BODY: Text(
        "事项归现在承办的单位；已经了结的，归了结时承办的单位。“{ever}”“{closed}”“{taken}”“{reopened}”"
        "按当时由谁承办来数：期限届满那天由它承办的，移交给它而它接收晚了的，由它承办时报结、后来退回重办的，"
        "才算它的；分母是它现在承办的和以前承办过的事项，所以同一件事可能在几个单位的分母里，各行相加不等于总数。",
        "A matter is put to the body that has it now, or had it when it was closed. “{ever}”, “{closed}”, "
        "“{taken}” and “{reopened}” go by who had it then: a body counts where it had the matter on the "
        "last day in time, where it was to take it over and did so late, and where the matter was reported "
        "done while it had it and taken up again. Their denominator is what a body has and once had, so that "
        "a matter can be in that of several bodies, and rows do not add up to the total.",
    ).format(
        ever=_TITLE["late_ever"],
        closed=_TITLE["closed_late"],
        taken=_TITLE["taken_late"],
        reopened=_TITLE["reopened"],
    ),
}
"""What is to be known of groups of a sort."""
_OTHERS = Text("其他", "others")
_ITSELF = Text("{place}（未分到下级）", "{place} itself")
_MONTH_UNKNOWN = Text("{year}年（月份不详）", "{year} (month unknown)")
_NO_TIER = Text("没有分类", "no tier")
DAYS = Text("{n:,} 天", "{n:,} {n:day|days}")
MATTERS = Text("{n:,} 件", "{n:,} {n:matter|matters}")
OF = Text("{n:,} 件里", "of {n:,}")
NOTHING = Text("没有可算的事项", "nothing to count")
LEFT_OUT = Text("不计 {n:,} 件", "{n:,} left out")
NO_GROUPS = Text(
    "各组都不足 {n} 件，不分组公布。", "Every group has fewer than {n}; none is shown."
)
MARKS = Text(
    "{star} 分母不足 {n} 件，或者为防止倒算一并不公布；— 没有可算的事项。",
    "{star} denominator under {n}, or withheld so that none can be computed; — nothing to count.",
)
_OF_BASE = Text("{value}（{n:,} 件）", "{value} (of {n:,})")
PEOPLE = Text("问了 {asked:,} 人，{satisfied:,} 人满意", "{asked:,} asked, {satisfied:,} satisfied")
OF_PEOPLE = Text("{n:,}/{asked:,} 人", "{n:,} of {asked:,} {asked:person|people}")
_SHARE_OF_PEOPLE = Text("{n}%（{part:,}/{base:,} 人）", "{n}% ({part:,} of {base:,} people)")
_SHARE = Text("{n}%（{part:,}/{base:,}）", "{n}% ({part:,}/{base:,})")
_WITHHELD = Text("不足 {n} 件，不公布", "fewer than {n}, not published")


def value(figure: Figure) -> Text:
    """A figure's value with what it is a figure of, or why there is none."""
    if figure.suppressed:
        return _WITHHELD.format(n=THRESHOLD)
    if figure.value is None:
        return NOTHING
    if figure.definition.unit is Unit.COUNT:
        return MATTERS.format(n=int(figure.value))
    if figure.definition.unit is Unit.DAYS:
        return _OF_BASE.format(value=DAYS.format(n=int(figure.value)), n=figure.denominator)
    part, base = figure.numerator, figure.denominator
    text = _SHARE_OF_PEOPLE if figure.definition.unit is Unit.PEOPLE else _SHARE
    return text.format(n=percent(figure.value), part=part, base=base)


class GroupName(NamedTuple):
    """What a group is called, and whether that is a record's own words."""

    title: str
    own: bool


def group_name(words: Words, archive: Archive, dimension: Dimension, key: str) -> GroupName:
    """What a group of matters is called.

    Args:
        words: the language.
        archive: for the titles of places, bodies and procedures.
        dimension: by what the groups are made.
        key: the group's.
    """
    if key == OTHERS:
        return GroupName(words.label(_OTHERS), own=False)
    match dimension:
        case Dimension.CATEGORY:
            return GroupName(words.title(Category(key)), own=False)
        case Dimension.MONTH:
            return GroupName(_month(words, key), own=False)
        case Dimension.TIER:
            return _tier(words, archive, key)
        case Dimension.BODY if key == NONE:
            return GroupName(words.label(NOBODY), own=False)
        case _unused:
            return _record(words, archive, key)


def _month(words: Words, key: str) -> str:
    if len(key) == len("2026"):
        return words.say(_MONTH_UNKNOWN, year=key)
    return words.date(PartialDate.parse(key))


def _tier(words: Words, archive: Archive, key: str) -> GroupName:
    name, _slash, tier = key.partition("/")
    procedure = archive.procedure(name)
    if procedure is None:
        return GroupName(words.label(_NO_TIER), own=False)
    found = next((each.title for each in procedure.tiers if each.key == tier), tier)
    return GroupName(f"{procedure.title} · {found}", own=True)


def _record(words: Words, archive: Archive, key: str) -> GroupName:
    name, _slash, own = key.partition("/")
    record = archive.find(name)
    found = record.title if record is not None else name
    return GroupName(words.say(_ITSELF, place=found) if own == OWN else found, own=True)
