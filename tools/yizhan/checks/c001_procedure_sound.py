"""C001: every stage of a procedure can be reached, and every matter can come to an end."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.example_procedure import QUICK, QUICK_CONFIRM, QUICK_PATH
from yizhan.facts.procedure_soundness import Defect, Unsoundness, defects
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.procedure import Procedure, Stage, Step
from yizhan.model.text import Text
from yizhan.model.vocabulary import Action, Kind
from yizhan.wording.terms import term
from yizhan.wording.there_are import there_are

_MESSAGE = {
    Defect.DUPLICATE_STAGE: Text("环节“{key}”写了两次。", "The stage “{key}” is there twice."),
    Defect.DUPLICATE_STEP: Text("步骤“{key}”写了两次。", "The step “{key}” is there twice."),
    Defect.DUPLICATE_TIER: Text("类别“{key}”写了两次。", "The tier “{key}” is there twice."),
    Defect.DUPLICATE_MECHANISM: Text(
        "机制“{key}”写了两次。", "The mechanism “{key}” is there twice."
    ),
    Defect.UNKNOWN_START: Text(
        "起始环节“{stage}”不在环节列表里。",
        "The first stage, “{stage}”, is not among the stages.",
    ),
    Defect.START_NOT_WAITING: Text(
        "起始环节“{stage}”应当属于“待受理”（waiting）。",
        "The first stage, “{stage}”, must be of the family waiting.",
    ),
    Defect.UNKNOWN_STAGE: Text(
        "步骤“{step}”提到的环节“{stage}”不在环节列表里。",
        "The step “{step}” names a stage “{stage}” that is not among the stages.",
    ),
    Defect.UNKNOWN_TIER: Text(
        "类别“{tier}”不在类别列表里。", "The tier “{tier}” is not among the tiers."
    ),
    Defect.WRONG_FAMILY: Text(
        "步骤“{step}”要进入的环节类别不对：报结进入“报结待评”，确认和期满进入“已销号”，不认可和重办进入“重办”，"
        "不予受理和撤回进入“未能解决”，别的步骤不能直接进入这些环节。",
        "The step “{step}” leads to a stage of the wrong family: a report leads to claimed, a confirmation or "
        "lapse to confirmed, an objection or reopening to reopened, a refusal or withdrawal to unsolved, "
        "and no other step leads there.",
    ),
    Defect.STAGE_NOT_NAMED: Text(
        "没有哪一步提到环节“{stage}”（{own}）；有 {n} 处写的是“{named}”，却没有这个环节。",
        "No step names the stage “{stage}” ({own}); in {n} places “{named}” is named, and there is no such stage.",
    ),
    Defect.VERDICT_UNASKED: Text(
        "步骤“{step}”是对报结的评价，只能从“报结待评”（claimed）一类的环节走，“{stage}”不是。",
        "The step “{step}” answers a report: it can be taken from a stage of the family claimed only, and “{stage}” is none.",
    ),
    Defect.VERDICT_BY_OFFICE: Text(
        "步骤“{step}”是居民的评价，要写 side: residents。",
        "The step “{step}” is the residents' answer, and is to say side: residents.",
    ),
    Defect.COMMON_STEP_MOVES: Text(
        "步骤“{step}”是各规程共有的，不能改变环节，这里却要进入“{stage}”。",
        "The step “{step}” is one that all procedures share and moves no stage, but here leads to “{stage}”.",
    ),
    Defect.LEFT_OUT_BUT_THERE: Text(
        "without 里说不用“{action}”，steps 里却有这样的步骤；两处只留一处。",
        "By its without it does not allow “{action}”, yet its steps have one; keep one of the two.",
    ),
    Defect.LIMIT_TOO_SHORT: Text(
        "期限是 {days} 个工作日，至少要 1 个。",
        "The limit is {days} working {days:day|days}; it must be 1 at least.",
    ),
    Defect.LIMIT_TWICE: Text(
        "环节“{stage}”对同一类事项写了两个期限。",
        "The stage “{stage}” has two limits for the same tier.",
    ),
    Defect.UNREACHABLE_STAGE: Text(
        "没有哪一步能走到环节“{stage}”。", "No step leads to the stage “{stage}”."
    ),
    Defect.DEAD_END: Text(
        "走到环节“{stage}”以后，没有办法销号或者结束。",
        "From the stage “{stage}” there is no way to an end.",
    ),
    Defect.NEVER_CONFIRMED: Text(
        "没有哪一步能走到“已销号”，居民无法确认。",
        "No step leads to a stage of the family confirmed, so residents can never confirm.",
    ),
}

_FIX = Text(
    "照提示改规程：补上缺的步骤或环节，改正写错的 key（代号）、family（环节类别）或期限。",
    "Add the step or stage that is missing, or correct the key, family or limit that is named.",
)

_DUPLICATES = frozenset(each for each in Defect if each.name.startswith("DUPLICATE"))
_ONE_OF_TWO = Text(
    "贴了两遍的，删去一处；是另一个的，给它另起一个 key（代号）和名称。",
    "If it was pasted twice, take one out; if it is another one, give it a key and a title of its own.",
)
_SAME_KEY = Text(
    "把这里的 key（代号）写成 {named}；另有其事的，把那 {n} 处改成现有的环节。",
    "Let the key here be {named}; or, if it is another stage, name one of the stages in those {n} places.",
)


def _run(record: Procedure, _archive: Archive, context: Context) -> Iterator[Problem]:
    for defect in defects(record, context.presets.common_steps):
        values = {name: _word(value) for name, value in defect.params.items()}
        fix = _there_are(record, defect)
        yield Problem(record, defect.pointer, _MESSAGE[defect.key].format(**values), fix)


def _there_are(record: Procedure, defect: Unsoundness) -> Text | None:
    """Which stages or tiers there are, where one is named that is none of them."""
    if defect.key in (Defect.UNKNOWN_STAGE, Defect.UNKNOWN_START):
        stages = {stage.key: stage.title for stage in record.stages}
        return there_are(str(defect.params["stage"]), stages, _FIX)
    if defect.key in _DUPLICATES:
        return _ONE_OF_TWO
    if defect.key is Defect.STAGE_NOT_NAMED:
        return _SAME_KEY.format(**defect.params)
    if defect.key is Defect.UNKNOWN_TIER:
        tiers = {tier.key: tier.title for tier in record.tiers}
        return there_are(str(defect.params["tier"]), tiers, _FIX)
    return None


def _word(value: object) -> object:
    if isinstance(value, Action):
        return term(value)
    return value.title if isinstance(value, (Stage, Step)) else value


CHECK = Check(
    code="C001",
    title=Text("规程走得通", "A procedure leads somewhere"),
    why=Text(
        "规程有走不到的环节或者没有出口，事项就会永远停在半路；没有居民确认，办没办好由办事的人自己说了算。",
        "With a stage out of reach or without a way out, matters stay on the way for ever; "
        "without the residents' confirmation the office alone says whether it did well.",
    ),
    fix=_FIX,
    bad=Example({QUICK_PATH: QUICK}),
    good=Example({QUICK_PATH: QUICK + QUICK_CONFIRM}),
    kinds=(Kind.PROCEDURE,),
    run=_run,
    level=Level.ERROR,
)
