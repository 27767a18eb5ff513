"""The closed word lists of the model.

``schema/`` is the home of the vocabulary (titles, descriptions, both languages); these enums carry
the same words for the code, and a test holds the two equal.
"""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """The kinds of record; each has one folder, one schema, one model class, one page module."""

    PLACE = "place"
    BODY = "body"
    PROCEDURE = "procedure"
    MATTER = "matter"
    MEETING = "meeting"
    ROUND = "round"
    RULE = "rule"
    AMENDMENT = "amendment"
    SCHEME = "scheme"
    BATCH = "batch"
    HONOUR = "honour"
    CLAIMS = "claims"


class ResolutionResult(StrEnum):
    """What became of an irregular act."""

    UPHELD = "upheld"  # 维持
    RATIFIED = "ratified"  # 追认
    ANNULLED = "annulled"  # 撤销


class PlaceLevel(StrEnum):
    """How far down the tree of places a place is."""

    DISTRICT = "district"  # 区县
    STREET = "street"  # 街道
    TOWN = "town"  # 乡镇
    COMMUNITY = "community"  # 社区
    VILLAGE = "village"  # 村
    SECTION = "section"  # 片区
    COMPOUND = "compound"  # 小区
    GROUP = "group"  # 村(居)民小组
    GRID = "grid"  # 网格
    SITE = "site"  # 场所：广场、学校、管网段
    BUILDING = "building"  # 楼栋
    UNIT = "unit"  # 单元


class BodyKind(StrEnum):
    """What sort of body acts."""

    PARTY = "party"  # 党组织
    GOVERNMENT = "government"  # 街道办、乡镇政府、区县政府
    DEPARTMENT = "department"  # 部门
    COMMITTEE = "committee"  # 村(居)民委员会
    SUPERVISION = "supervision"  # 村务(居务)监督委员会
    ASSEMBLY = "assembly"  # 村(居)民会议、代表会议、业主大会
    COUNCIL = "council"  # 议事会、红白理事会、道德评议会
    OWNERS = "owners"  # 业主委员会、自管小组
    TEAM = "team"  # 楼栋长队伍、志愿服务队、五户联治组
    COMPANY = "company"  # 企业、物业


class ChosenBy(StrEnum):
    """How the holder of a post is chosen."""

    ELECTED = "elected"
    RECOMMENDED = "recommended"
    APPOINTED = "appointed"
    SELF_NOMINATED = "self_nominated"
    MIXED = "mixed"


class Family(StrEnum):
    """The six families of stages, common to every procedure."""

    WAITING = "waiting"  # 待受理
    WORKING = "working"  # 办理中
    CLAIMED = "claimed"  # 报结待评：the office says it is done
    CONFIRMED = "confirmed"  # 已销号：residents agree, or the answering period lapsed visibly
    UNSOLVED = "unsolved"  # 未能解决
    REOPENED = "reopened"  # 重办


class Action(StrEnum):
    """What a step does to a matter; procedures give steps their local names."""

    ACCEPT = "accept"  # 受理
    ASSIGN = "assign"  # 交办、派单：`to` becomes the handler
    PROGRESS = "progress"  # 办理进展
    DELIBERATE = "deliberate"  # 商议
    DECIDE = "decide"  # 决议
    HANDOVER = "handover"  # 移交、上报：waits for take_over or send_back
    TAKE_OVER = "take_over"  # 接收
    SEND_BACK = "send_back"  # 退回
    JOIN = "join"  # 会同办理
    SUPERVISE = "supervise"  # 督办
    EXTEND = "extend"  # 延期
    PAUSE = "pause"  # 中止
    RESUME = "resume"  # 恢复
    REPORT_DONE = "report_done"  # 报结：needs an outcome
    CONFIRM = "confirm"  # 居民确认
    OBJECT = "object"  # 居民不认可
    LAPSE = "lapse"  # 评价期满无人提出异议
    REFUSE = "refuse"  # 不予受理、确认无法解决：needs a reason
    WITHDRAW = "withdraw"  # 撤回
    REOPEN = "reopen"  # 重办
    SPLIT = "split"  # 拆分
    MERGE = "merge"  # 并案


class Side(StrEnum):
    """Who may take a step."""

    OFFICE = "office"
    RESIDENTS = "residents"
    EITHER = "either"


class Category(StrEnum):
    """What a matter is about."""

    TRANSPORT = "transport"  # 公交出行、道路
    PARKING = "parking"  # 停车
    ENVIRONMENT = "environment"  # 环境卫生
    NOISE = "noise"  # 噪声
    GREENING = "greening"  # 绿化
    DRAINAGE = "drainage"  # 排水排污
    UTILITIES = "utilities"  # 水电气、路灯、通信线缆
    FIRE_SAFETY = "fire_safety"  # 消防
    PUBLIC_SAFETY = "public_safety"  # 治安、高空抛物
    BUILDINGS = "buildings"  # 房屋修缮、电梯
    STRUCTURES = "structures"  # 违法建筑
    PROPERTY = "property"  # 物业管理
    FACILITIES = "facilities"  # 公共设施、活动场地
    EDUCATION = "education"  # 教育
    HEALTH = "health"  # 医疗卫生
    WORK = "work"  # 就业
    CARE = "care"  # 养老、助残、托幼
    RESETTLEMENT = "resettlement"  # 征迁安置
    CUSTOMS = "customs"  # 移风易俗
    DISPUTE = "dispute"  # 矛盾纠纷
    ADMINISTRATION = "administration"  # 办证办事
    OTHER = "other"


class RaisedBy(StrEnum):
    """Who raised a matter; a role, never a person."""

    RESIDENT = "resident"
    RESIDENTS = "residents"
    BUILDING_HEAD = "building_head"
    GRID_OFFICER = "grid_officer"
    GROUP_HEAD = "group_head"
    OWNERS = "owners"
    COMPANY = "company"
    COMMITTEE = "committee"
    PARTY_MEMBER = "party_member"
    DEPARTMENT = "department"
    UNKNOWN = "unknown"  # the source does not say


class Channel(StrEnum):
    """How a matter came in."""

    ROUND = "round"  # 走访
    MEETING = "meeting"  # 会议、现场办公
    COUNTER = "counter"  # 窗口、上门反映
    HOTLINE = "hotline"  # 热线
    ONLINE = "online"  # 网络、小程序
    WISH = "wish"  # 心愿树、微心愿
    PATROL = "patrol"  # 网格巡查
    WHISTLE = "whistle"  # 吹哨
    HANDED_DOWN = "handed_down"  # 上级交办
    UNKNOWN = "unknown"  # the source does not say


class Result(StrEnum):
    """How a matter came out, as the office reports it."""

    SOLVED = "solved"
    PARTLY = "partly"
    EXPLAINED = "explained"
    NOT_FEASIBLE = "not_feasible"
    NOT_OURS = "not_ours"  # 不归这里管
    WITHDRAWN = "withdrawn"


class AskedHow(StrEnum):
    """How residents were asked whether they are satisfied."""

    VISIT = "visit"  # 上门走访
    CALL = "call"  # 电话
    MEETING = "meeting"  # 会议
    FORM = "form"  # 问卷、评价表


class MeetingKind(StrEnum):
    """What sort of meeting it is; the law attaches quorum and majority to some."""

    ON_SITE_SESSION = "on_site_session"  # 楼栋现场办公会
    BUILDING_DELIBERATION = "building_deliberation"  # 楼栋议事会、院坝会
    JOINT_SESSION = "joint_session"  # 联席会议
    VILLAGERS_ASSEMBLY = "villagers_assembly"  # 村民会议
    VILLAGERS_REPRESENTATIVES = "villagers_representatives"  # 村民代表会议
    VILLAGERS_GROUP = "villagers_group"  # 村民小组会议
    RESIDENTS_ASSEMBLY = "residents_assembly"  # 居民会议
    RESIDENTS_REPRESENTATIVES = "residents_representatives"  # 居民代表会议
    OWNERS_ASSEMBLY = "owners_assembly"  # 业主大会
    PARTY_MEETING = "party_meeting"  # 党组织会议
    COMMITTEE_MEETING = "committee_meeting"  # 两委会议、委员会会议
    COUNCIL_MEETING = "council_meeting"  # 议事会、理事会会议
    RESIDENTS_GROUP = "residents_group"  # 居民小组会议
    ELECTION_MEETING = "election_meeting"  # 选举大会
    HEARING = "hearing"  # 听证会、征求意见会
    OTHER = "other"


class Subject(StrEnum):
    """What the law reserves to the assembly of a village or community."""

    PLANNING = "planning"  # 村庄规划、建设
    DEVELOPMENT_PLAN = "development_plan"  # 经济和社会发展规划、年度计划
    SUBSIDIES = "subsidies"  # 误工补贴的人员和标准
    COLLECTIVE_INCOME = "collective_income"  # 集体所得资金、物资的使用
    COLLECTIVE_ASSETS = "collective_assets"  # 土地和集体资产的承包、处分
    PUBLIC_WORKS = "public_works"  # 公益事业、筹资筹劳
    ASSISTANCE = "assistance"  # 重点帮扶人员、方案
    ANNUAL_REPORT = "annual_report"  # 年度工作报告
    APPRAISAL = "appraisal"  # 民主评议
    OVERRULING = "overruling"  # 撤销或者变更决定
    RESIGNATION = "resignation"  # 委员会成员辞职
    BY_ELECTION = "by_election"  # 补选委员会成员
    SUPERVISORS = "supervisors"  # 推选监督委员会
    MANDATE = "mandate"  # 授权代表会议


class Basis(StrEnum):
    """What an attendance or a claims counts."""

    PERSONS = "persons"
    HOUSEHOLDS = "households"
    REPRESENTATIVES = "representatives"
    OWNERS = "owners"
    VOTERS = "voters"  # 登记参加选举的人


class DecisionResult(StrEnum):
    """What became of a motion."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"  # 撤回
    LAPSED = "lapsed"  # 无人附议
    REFERRED = "referred"  # 转交
    NO_DECISION = "no_decision"  # 没有形成决定
    UNKNOWN = "unknown"  # 未说明


class VotingMethod(StrEnum):
    """How a decision was taken."""

    BALLOT = "ballot"  # 无记名投票
    SHOW_OF_HANDS = "show_of_hands"  # 举手表决
    WRITTEN = "written"  # 书面征求意见
    CONSENSUS = "consensus"  # 协商一致，没有计票
    NAMED_BALLOT = "named_ballot"  # 记名投票
    ROLL_CALL = "roll_call"  # 逐一表态
    VOICE = "voice"  # 口头表决，没有计票
    ACCLAMATION = "acclamation"  # 鼓掌通过，没有计票
    ONLINE = "online"  # 网上投票


class TaskState(StrEnum):
    """What a later meeting says became of a task."""

    DONE = "done"
    ONGOING = "ongoing"
    DROPPED = "dropped"


class RuleKind(StrEnum):
    """What sort of rule it is."""

    CHARTER = "charter"  # 村(居)民自治章程
    VILLAGE_RULES = "village_rules"  # 村规民约
    RESIDENTS_COVENANT = "residents_covenant"  # 居民公约
    OWNERS_COVENANT = "owners_covenant"  # 管理规约
    CUSTOMS = "customs"  # 红白事约定
    MEASURES = "measures"  # 管理办法
    LIST = "list"  # 清单


class Wording(StrEnum):
    """How much of a rule's wording is known."""

    VERBATIM = "verbatim"
    REPORTED = "reported"  # what a report says it provides, in the record's own words
    UNKNOWN = "unknown"


class DossierStage(StrEnum):
    """The stations of an amendment's dossier."""

    DRAFT = "draft"
    CONSULTATION = "consultation"
    REVIEW = "review"
    VOTE = "vote"
    PUBLICATION = "publication"
    FILING = "filing"
    EFFECT = "effect"
    WITHDRAWAL = "withdrawal"


class Operation(StrEnum):
    """What an amendment does to an article."""

    REPLACE = "replace"
    INSERT = "insert"
    REPEAL = "repeal"


class EntryKind(StrEnum):
    """What a points entry is."""

    AWARD = "award"
    DEDUCTION = "deduction"
    EXCHANGE = "exchange"
    REVERSAL = "reversal"


class HonourStage(StrEnum):
    """The stations of a round of selection."""

    NOMINATED = "nominated"
    REVIEWED = "reviewed"
    DISPLAYED = "displayed"
    CONFERRED = "conferred"


class HonouredUnit(StrEnum):
    """What is honoured; persons are counted, never named."""

    BUILDING = "building"
    HOUSEHOLD = "household"
    PERSON = "person"
    TEAM = "team"


class Measure(StrEnum):
    """Totals that the records themselves can count beside a claim."""

    MATTERS = "matters"
    MATTERS_CONFIRMED = "matters_confirmed"
    MEETINGS = "meetings"
    ROUNDS = "rounds"
    HONOURS = "honours"
