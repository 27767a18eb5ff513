"""Which allowed word, step or field somebody meant who typed another one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import SequenceMatcher, get_close_matches

from yizhan.loading.presets import load_presets
from yizhan.loading.schemas import Schema
from yizhan.loading.typed_numerals import folded
from yizhan.loading.typed_traditional import simplified
from yizhan.model.finding import Pointer
from yizhan.model.text import Text

_BRACKETS = re.compile("[（(](.*?)[）)]")
_BETWEEN = re.compile("[、/／，,;；]|或者?|和")

_NOT = re.compile(r"(?:not|non|no|never|un|in|dis)(_?)(?=.)")
_NOT_ZH = re.compile("[不没未无非]")

DERIVED = frozenset(
    {
        "状态", "进度", "阶段", "办理状态", "是否办结", "办结", "当前状态", "是否完成", "办理情况",
        "是否逾期", "status", "state", "stage", "progress", "closed", "done", "overdue", "due_date",
    }
)  # fmt: skip
"""Fields that clerks know from their tables and that follow from a matter's log."""

COMMON_NAMES: Mapping[str, str] = {
    "时间": "date day start_time", "日子": "date", "日期时间": "date", "day": "date",
    "time": "date start_time", "datetime": "date", "名称": "title", "主题": "title", "题目": "title",
    "名字": "title key", "标题名称": "title", "事项名称": "title", "会议名称": "title", "name": "title key", "姓名": "key",
    "subject": "title", "heading": "title", "topic": "title", "内容": "summary text note",
    "描述": "summary text note", "简介": "summary", "简述": "summary", "摘要": "summary",
    "详情": "summary text note", "正文": "text summary", "description": "summary text note",
    "desc": "summary text note", "content": "text summary note", "contents": "text summary note",
    "details": "summary text note", "备注": "note", "注": "note", "说明": "note summary",
    "附注": "note", "remark": "note", "remarks": "note", "comment": "note", "comments": "note",
    "memo": "note", "notes": "note", "社区": "place", "小区": "place", "位置": "place",
    "地址": "place venue", "所在地": "place", "村": "place", "location": "place venue",
    "address": "place venue", "area": "place", "where": "place venue", "地方": "place",
    "会场": "venue", "场地": "venue", "会议地点": "venue place", "分类": "category",
    "类型": "category body_kind meeting_kind rule_kind kind", "类别": "category body_kind meeting_kind rule_kind kind",
    "种类": "category body_kind meeting_kind rule_kind kind", "type": "category body_kind meeting_kind rule_kind kind",
    "记录": "log", "办理过程": "log", "处理记录": "log", "过程": "log", "办理": "log", "logs": "log",
    "history": "log", "entries": "log", "附件照片": "attachments", "照片": "attachments",
    "图片": "attachments", "附件": "attachments", "photos": "attachments", "files": "attachments",
    "赞成": "for", "同意": "for", "赞成票": "for", "同意票": "for", "支持": "for", "agree": "for",
    "yes": "for", "approve": "for", "in_favor": "for", "in_favour": "for", "赞同": "for",
    "反对": "against", "反对票": "against", "不同意": "against", "no": "against", "oppose": "against",
    "弃权": "abstained", "弃权票": "abstained", "abstain": "abstained", "经办": "handler by",
    "承办": "handler by", "承办单位": "handler by", "责任单位": "handler by", "主办": "handler by",
    "经办单位": "handler by", "办理人": "handler by", "负责人": "handler by", "负责单位": "handler by",
    "处理单位": "handler by", "owner": "handler by", "who": "by", "单位": "by body", "部门": "by body",
    "操作": "step", "动作": "step", "环节": "step", "步骤名称": "step", "action": "step",
    "event": "step", "费用": "cost", "金额": "cost", "经费": "cost funding", "花费金额": "cost",
    "amount": "cost", "money": "cost", "price": "cost", "资金来源": "funding", "经费来源": "funding",
    "fund": "funding", "source": "sources", "来源出处": "sources", "出处": "sources",
    "链接": "url", "网址链接": "url", "link": "url", "website": "url", "应到人数": "due",
    "应参会": "due", "应到会": "due", "实到人数": "present", "到会人数": "present", "出席": "present",
    "出席人数": "present", "参会人数": "present", "参加人数": "present", "到会": "attendance present",
    "签到": "attendance", "参会": "attendance", "attendees": "attendance", "召集人": "convener",
    "召集单位": "convener", "主持": "convener chair", "主持人": "convener chair", "组织单位": "convener by",
    "organizer": "convener", "host": "convener", "convenor": "convener", "议程": "agenda",
    "会议议程": "agenda", "议题内容": "agenda", "items": "agenda", "决议": "decisions",
    "表决": "vote", "投票": "vote", "票": "vote", "votes": "vote", "ballot": "vote",
    "上级": "parent", "所属": "parent", "隶属": "parent", "belongs_to": "parent", "人数": "count",
    "户数": "households", "走访人": "visitors by", "开始": "start", "开始日期": "start",
    "起": "start", "begin": "start", "from": "start", "结束": "end", "结束日期": "end", "止": "end",
    "finish": "end", "to": "end", "截止": "until", "截止日期": "until", "期限日期": "until",
    "deadline": "until", "理由": "reason", "why": "reason", "原因说明": "reason", "满意": "satisfied",
    "满意人数": "satisfied", "询问": "asked", "回访人数": "asked", "满意数": "satisfied",
    "分": "points", "积分": "points", "得分": "points", "score": "points", "账号": "account",
    "户主": "account", "项目": "item", "提出人": "by", "反映人": "by", "反映人身份": "by", "来源渠道": "channel",
    "途径": "channel", "方式": "channel method how", "通知": "notice", "公告": "notice",
    "编码": "code id", "代码": "code", "序号": "id", "唯一编号": "id", "no.": "id", "uid": "id",
}  # fmt: skip
"""What clerks call a field apart from its title in the schema; several where it depends on the record."""

COMMON_WORDS: Mapping[str, str] = {
    "同意": "adopted", "赞成": "adopted", "批准": "adopted", "passed": "adopted", "pass": "adopted",
    "approved": "adopted", "agreed": "adopted", "accepted": "adopted", "yes": "adopted",
    "表决通过": "adopted", "一致通过": "adopted", "全票通过": "adopted", "否决": "rejected",
    "未获通过": "rejected", "不通过": "rejected", "没有通过": "rejected", "没通过": "rejected",
    "不同意": "rejected", "failed": "rejected", "refused": "rejected", "no": "rejected",
    "postponed": "deferred", "delayed": "deferred", "搁置": "deferred", "暂缓表决": "deferred",
    "延后": "deferred", "下次再议": "deferred", "办结": "solved done", "已办结": "solved done",
    "已完成": "done solved", "完成": "done solved", "解决": "solved", "已处理": "solved", "办好了": "solved",
    "resolved": "solved", "fixed": "solved", "completed": "done solved", "complete": "done solved",
    "finished": "done solved", "partial": "partly", "partially": "partly", "部分完成": "partly",
    "已解释": "explained", "解释": "explained", "不具备条件": "not_feasible", "无法解决": "not_feasible",
    "无法办理": "not_feasible", "暂无条件": "not_feasible", "撤回": "withdrawn", "撤销": "withdrawn",
    "进行": "ongoing", "未完成": "ongoing", "办理中": "ongoing", "doing": "ongoing", "in_progress": "ongoing",
    "取消": "dropped cancelled", "村民代表大会": "villagers_representatives",
    "村代会": "villagers_representatives", "代表会议": "villagers_representatives",
    "村民大会": "villagers_assembly", "全体村民会议": "villagers_assembly",
    "小组会议": "villagers_group", "组会": "villagers_group", "村民小组会": "villagers_group",
    "居民大会": "residents_assembly", "居民代表大会": "residents_representatives",
    "支部会议": "party_meeting", "党员大会": "party_meeting", "支委会": "party_meeting",
    "两委会": "committee_meeting", "村委会会议": "committee_meeting", "议事会": "council_meeting council",
    "村民议事会": "council_meeting building_deliberation", "院坝会": "building_deliberation",
    "坝坝会": "building_deliberation", "现场会": "on_site_session", "联席会": "joint_session",
    "业主会": "owners_assembly", "无记名": "ballot", "票决": "ballot",
    "不记名投票": "ballot", "secret_ballot": "ballot",
    "举手": "show_of_hands", "hands": "show_of_hands", "协商": "consensus", "一致同意": "consensus",
    "鼓掌通过": "consensus", "书面": "written", "签字": "written", "路灯": "utilities", "供水": "utilities",
    "用水": "utilities", "用电": "utilities", "停水": "utilities", "停电": "utilities", "电": "utilities",
    "燃气": "utilities", "垃圾": "environment", "卫生": "environment", "保洁": "environment",
    "道路": "transport", "修路": "transport", "路": "transport", "交通": "transport", "出行": "transport",
    "水沟": "drainage", "下水道": "drainage", "排水沟": "drainage", "污水": "drainage", "噪音": "noise",
    "扰民": "noise", "绿化带": "greening", "树木": "greening", "治安": "public_safety", "安全": "public_safety",
    "违建": "structures", "房屋": "buildings", "漏水": "buildings", "养老": "care", "纠纷": "dispute",
    "邻里纠纷": "dispute", "微信": "online", "微信群": "online", "网上": "online", "wechat": "online",
    "网站": "online", "qq": "online", "电话": "hotline", "12345": "hotline", "热线电话": "hotline",
    "phone": "hotline", "telephone": "hotline", "来电": "hotline", "来访": "counter", "上门": "counter round",
    "窗口反映": "counter", "便民服务中心": "counter", "现场": "counter", "入户": "round", "入户走访": "round",
    "visit": "round", "开会": "meeting", "上级": "handed_down", "上级转办": "handed_down",
    "转办": "handed_down", "巡查": "patrol", "心愿": "wish", "居民": "resident", "村民": "resident",
    "群众": "residents resident", "个人": "person resident", "多人": "residents", "多名居民": "residents",
    "villager": "resident", "villagers": "residents", "单元长": "building_head", "组长": "group_head",
    "网格长": "grid_officer", "村委会": "committee", "居委会": "committee", "村民委员会": "committee",
    "居民委员会": "committee", "村委": "committee", "党支部": "party", "支部": "party", "村支部": "party",
    "党委": "party", "党总支": "party", "镇政府": "government", "乡政府": "government",
    "街道办": "government", "街道办事处": "government", "gov": "government", "局": "department",
    "机关": "department", "监委会": "supervision", "村监委": "supervision", "村务监督委员会": "supervision",
    "监督": "supervision", "理事会": "council", "业委会": "owners", "业主委员会": "owners",
    "物业": "company property", "物业公司": "company", "公司": "company", "合作社": "company",
    "志愿者": "team", "志愿队": "team", "小组": "group team", "组": "group", "村组": "group",
    "生产队": "group", "社": "group", "镇": "town", "乡": "town", "县": "district", "区": "district",
    "行政村": "village", "自然村": "group", "楼": "building", "栋": "building", "幢": "building",
    "户": "households household", "人": "persons person", "按人数": "persons", "人数": "persons",
    "按户数": "households", "代表": "representatives", "业主": "owners", "奖励": "award", "加": "award",
    "奖": "award", "扣": "deduction", "减分": "deduction", "换": "exchange", "兑": "exchange",
    "修改": "replace", "新增": "insert", "添加": "insert", "删除": "repeal", "废止": "repeal",
    "add": "insert", "delete": "repeal", "remove": "repeal", "change": "replace", "公告": "publication displayed",
    "公示": "displayed publication", "投票选举": "elected", "选": "elected", "民选": "elected",
}  # fmt: skip
"""What clerks write instead of an allowed word's title; several where it depends on the field."""

_STEPS: Mapping[str, str] = {
    "办结": "报结", "已办结": "报结", "完成": "报结", "完工": "报结", "接件": "受理", "接收": "受理",
    "登记": "受理", "立案": "受理", "处理": "办理进展", "处理中": "办理进展", "办理": "办理进展",
    "办理中": "办理进展", "进度": "办理进展", "跟进": "办理进展", "派单": "交办", "转办": "交办",
    "分派": "交办", "回访": "居民确认", "确认": "居民确认", "满意": "居民确认", "销号": "居民确认",
    "不满意": "居民不认可", "移送": "移交", "退件": "退回", "延长": "延期", "合并": "并案",
    "不受理": "不予受理", "done": "报结", "finish": "报结", "finished": "报结", "close": "报结",
    "closed": "报结", "start": "受理", "received": "受理", "update": "办理进展",
}  # fmt: skip
"""What clerks call a step apart from its title in the procedures."""


def names_of(title: str) -> Iterator[str]:
    """What a title may be said as: 村（居）民小组 is 村民小组 and 居民小组 as well."""
    yield title
    for part in _BETWEEN.split(title):
        yield part
        if (found := _BRACKETS.search(part)) is not None:
            before, after = part[: found.start()], part[found.end() :]
            yield before + after
            yield before[:-1] + found[1] + after
            yield before + found[1] + after


def likely_word(value: object, choices: Mapping[str, Text]) -> str | None:
    """The allowed word nearest to what was typed: by the word itself or by its title."""
    text = simplified(folded(value)).strip("。.,，、;；")
    by_name = {name: word for word, title in choices.items() for name in names_of(title.zh)}
    by_name |= {title.en: word for word, title in choices.items()}
    by_name |= {title.zh: word for word, title in choices.items()} | {
        word: word for word in choices
    }
    if text in by_name:
        return by_name[text]
    small = re.sub("[- ]+", "_", text.lower())
    for common in (COMMON_WORDS.get(text) or COMMON_WORDS.get(small) or "").split():
        if common in choices:
            return common
    alike = {
        word: title for word, title in choices.items() if _same_way(small, word, title, choices)
    }
    close = get_close_matches(small, alike, n=1, cutoff=0.7)
    if close:
        return close[0]
    held = {
        word: max(shared)
        for word, title in alike.items()
        if (shared := [_shared(text, name) for name in names_of(title.zh) if _shares(text, name)])
    }
    nearest = [word for word, share in held.items() if share == max(held.values())]
    return nearest[0] if len(nearest) == 1 and not words_with(value, choices) else None


def words_with(value: object, choices: Mapping[str, Text]) -> list[str]:
    """The allowed words of which each has what was typed in its title: 投票 of all that are a vote."""
    text = simplified(folded(value)).strip("。.,，、;；")
    several = [word for word, title in choices.items() if len(text) > 1 and text in title.zh]
    return several if len(several) > 1 else []


def _same_way(typed: str, word: str, title: Text, choices: Collection[str]) -> bool:
    """Whether both say that something is so, or both that it is not: “not_solved” is not “solved”."""
    if not typed.isascii():
        return (_NOT_ZH.search(typed) is None) is (_NOT_ZH.search(title.zh) is None)
    return _denies(typed, choices) is _denies(word, choices)


def _denies(typed: str, choices: Collection[str]) -> bool:
    """Whether an English word is another one with a “no” before it: “unsolved”, and not “nosie”."""
    found = _NOT.match(typed)
    if found is None or found[1] or typed in choices:
        return found is not None and bool(found[1])
    rest = typed[found.end() :]
    denied = {_NOT.sub("", each, count=1) for each in choices if "_" in each}
    if rest in COMMON_WORDS or get_close_matches(rest, denied, 1, 0.85):
        return True
    return _nearness(rest, choices) > max(0.8, _nearness(typed, choices))


def _nearness(typed: str, choices: Collection[str]) -> float:
    """How near the nearest of some words is, from 0 to 1."""
    return max(SequenceMatcher(a=typed, b=each).ratio() for each in choices)


def _shared(typed: str, name: str) -> float:
    """How much of the longer of two words the shorter one is, from 0 to 1."""
    return min(len(typed), len(name)) / max(len(typed), len(name))


def _shares(typed: str, name: str) -> bool:
    return len(typed) > 1 and len(name) > 1 and (typed in name or name in typed)


def likely_step(
    value: object, known: Iterable[tuple[str, str]] | None = None
) -> tuple[str, str] | None:
    """The key and title of a step that a clerk wrote by its name or with a mistake, or None.

    Args:
        value: what was typed.
        known: keys and titles of the steps to choose from; None for all of the presets.
    """
    text = simplified(folded(value)).strip("。.,，、;；")
    steps = list(_preset_steps() if known is None else known)
    small = re.sub("[- ]+", "_", text.lower())
    said = _STEPS.get(text) or _STEPS.get(small) or text
    for wanted in (small, text, said):
        named = {key: title for key, title in steps if wanted in (key, title)}
        if len(named) == 1:
            return next(iter(named.items()))
    titles = dict(steps)
    close = get_close_matches(small, titles, n=1, cutoff=0.75)
    return (close[0], titles[close[0]]) if close else None


def _preset_steps() -> Iterator[tuple[str, str]]:
    presets = load_presets()
    for procedure in presets.procedures.values():
        yield from ((step.key, step.title) for step in procedure.steps)
    yield from ((step.key, step.title) for step in presets.common_steps)


def likely_field(key: str, properties: Mapping[str, Schema]) -> str | None:
    """The field of an object that a wrong key most likely means."""
    plain = simplified(folded(key)).strip("： :。.*#-")
    by_title = {
        name_: name
        for name, schema in properties.items()
        if schema
        for name_ in names_of(schema["title"])
    }
    small = re.sub("[- ]+", "_", plain.lower())
    common = (COMMON_NAMES.get(plain) or COMMON_NAMES.get(small) or "").split()
    for guess in (plain, by_title.get(plain), small, *common):
        if guess in properties:
            return guess
    close = get_close_matches(small, properties, n=1, cutoff=0.7)
    if close:
        return close[0]
    parts = [
        name for name in properties if name.endswith(f"_{small}") or small.endswith(f"_{name}")
    ]
    return parts[0] if len(parts) == 1 else None


def home_of(key: str, schema: Schema, pointer: Pointer = ()) -> Pointer | None:
    """Where else in a record a field is kept, or None where nowhere or at more than one place."""
    homes = list(_homes(key, schema, pointer))
    alone = [home for home in homes if not any(isinstance(part, int) for part in home)]
    found = alone or homes
    return found[0] if len(found) == 1 else None


def _homes(key: str, schema: Schema, pointer: Pointer) -> Iterable[Pointer]:
    for name, inner in schema.get("properties", {}).items():
        if not inner:
            continue
        for part, at in ((inner, (name,)), (inner.get("items", {}), (name, 0))):
            if key in part.get("properties", {}):
                yield (*pointer, *at)
            yield from _homes(key, part, (*pointer, *at))
