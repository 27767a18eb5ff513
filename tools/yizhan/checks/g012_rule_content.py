"""G012: rules of a village or community, and its assemblies' decisions, take nothing they may not take."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.minutes import decisions
from yizhan.checks.shared.organic import laws_for
from yizhan.facts.irregular import rests_on
from yizhan.facts.rule_content import takings
from yizhan.facts.rule_end import end_of
from yizhan.facts.rule_text import effect_of, text_on, withdrawn
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.organic_law import Law, Limit
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import DecisionResult, DossierStage, Kind, MeetingKind
from yizhan.wording.law import cited

_RIGHTS = Text(
    "“{words}”像是{says}；{law}：{about}不得与法律相抵触，不得侵犯人身权利、民主权利和财产权利。",
    "“{words}” looks like {says}; under {law}, {about} must not contradict the law nor take away rights of person, "
    "democratic rights or property.",
)
_LAW = Text(
    "“{words}”像是{says}；{law}：{about}不得与法律相抵触。",
    "“{words}” looks like {says}; under {law}, {about} must not contradict the law.",
)


_Text = Rule | Amendment | Meeting
_ASSEMBLIES = (
    MeetingKind.VILLAGERS_ASSEMBLY,
    MeetingKind.VILLAGERS_REPRESENTATIVES,
    MeetingKind.RESIDENTS_ASSEMBLY,
    MeetingKind.RESIDENTS_REPRESENTATIVES,
)


def _run(record: _Text, archive: Archive, context: Context) -> Iterator[Problem]:
    if isinstance(record, Meeting):
        limits = _in_force(record.place, record.date, archive, context)
        own = record.meeting_kind in _ASSEMBLIES
        limit = next((each for each in limits if own and each[1].decisions), None)
    else:
        rule = record if isinstance(record, Rule) else archive.get(Rule, record.rule)
        limit = None if rule is None else _limit(rule, _made(record), archive, context)
    if limit is None:
        return
    law, provision = limit
    for pointer, text in _texts(record, archive, context):
        for each in takings(text, context.presets.organic.forbidden):
            message = (_RIGHTS if provision.rights else _LAW).format(
                words=each.words,
                says=each.forbidden.says,
                about=provision.about,
                law=cited(law, provision.article),
            )
            yield Problem(record, pointer, message)


def _limit(
    rule: Rule, made: PartialDate | None, archive: Archive, context: Context
) -> tuple[Law, Limit] | None:
    """The law that held when the text was made; where that is not known, the one of the day."""
    day = PartialDate.of(context.day_of(rule))
    limits = tuple(_in_force(rule.place, made or day, archive, context))
    limits = limits or tuple(_in_force(rule.place, day, archive, context))
    return next((each for each in limits if rule.rule_kind in each[1].rules), None)


def _in_force(
    place: str, date: PartialDate, archive: Archive, context: Context
) -> Iterator[tuple[Law, Limit]]:
    laws = laws_for(place, date, archive, context)
    for provision in context.presets.organic.limits:
        if provision.law in laws:
            yield laws[provision.law], provision


def _made(record: Rule | Amendment) -> PartialDate | None:
    if isinstance(record, Rule):
        return record.effective if record.adopted is None else record.adopted.date
    votes = [each.date for each in record.dossier if each.stage is DossierStage.VOTE]
    return next(iter((*votes, *(each.date for each in record.dossier[-1:]))), None)


def _texts(record: _Text, archive: Archive, context: Context) -> Iterator[tuple[Pointer, str]]:
    """What a record says that holds on the day, or may yet: not what was amended away or has ended."""
    if isinstance(record, Meeting):
        for pointer, decision in decisions(record):
            if decision.result is DecisionResult.ADOPTED:
                yield (*pointer, "text"), decision.text
        return
    rule = record if isinstance(record, Rule) else archive.get(Rule, record.rule)
    end = None if rule is None else end_of(rule, archive)
    if rule is None or (end is not None and end.day.latest < context.day_of(rule)):
        return
    wording = _wording(rule, archive, context.day_of(rule))
    if isinstance(record, Amendment):
        yield from _changed(record, rule, wording, context.day_of(rule))
        return
    origin, keys = wording
    for number, chapter in enumerate(rule.chapters):
        for position, article in enumerate(chapter.articles):
            if article.key in keys and article.key not in origin:
                yield ("chapters", number, "articles", position, "text"), article.text


def _changed(
    amendment: Amendment, rule: Rule, wording: tuple[dict[str, str], set[str]], day: date
) -> Iterator[tuple[Pointer, str]]:
    """The texts of an amendment that are a rule's words on a day, or may become them."""
    effect = effect_of(rule, amendment)
    pending = (effect is None or effect.surely_after(day)) and not withdrawn(amendment)
    for number, change in enumerate(amendment.changes):
        if change.text is not None and (pending or wording[0].get(change.article) == amendment.id):
            yield ("changes", number, "text"), change.text


def _wording(rule: Rule, archive: Archive, day: date) -> tuple[dict[str, str], set[str]]:
    """Which amendment gave an article its words on a day, by key, and the keys of all articles."""
    changes = [
        each
        for each, reference in archive.referrers_of(Amendment, rule.id)
        if reference.pointer == ("rule",)
    ]
    wording = text_on(rule, changes, day, partial(rests_on, archive=archive))
    origin = {key: amendment.id for key, amendment in wording.origin}
    return origin, {article.key for article in wording.articles()}


_PATH = "records/rules/shili-lanes/rule.yaml"
_RULE = """\
id: shili-lanes
title: 巷道卫生约定
example: true
rule_kind: customs
place: shili-cun
wording: verbatim
effective: 2026-02-01
chapters:
  - key: general
    articles:
      - key: litter
        text: {text}
"""

CHECK = Check(
    code="G012",
    title=Text(
        "规约和决定里没有不能写的内容", "Nothing in a rule or decision that it may not contain"
    ),
    why=Text(
        "村民自治章程、村规民约不得与宪法、法律、法规相抵触，不得有侵犯人身权利、民主权利和财产权利的内容（村民委员会组织法2025年修正"
        "第三十一条第二款，城市居民委员会组织法2025年修订第三十一条第二款）。罚款、没收、停水停电、扣待遇、给出嫁女少分这样的条款，乡镇会责令改正。"
        "只看当天施行的文字和还没有施行的修正案。按词句查，可能查错，也可能漏掉；行政处罚、治安管理、妇女权益保障、未成年人保护、义务教育、土地承包、农村集体经济组织、户口登记的法律和民法典的这些部分文本不在手边，不引用，也不据此判断。",
        "Charters and village rules must not contradict constitution and laws, nor contain what takes away rights of person, democratic rights or "
        "property (Organic Law of Villagers' Committees, 2025, article 31, paragraph 2; of Urban Residents' Committees, 2025, article 31, "
        "paragraph 2). Fines, confiscation, cutting power, withholding benefits or giving married-out women less are put right on the township's order. "
        "Only words that hold on the day are read, and amendments yet to come. It is found by wording and may be wrong or miss some; the texts on administrative penalties, public order, "
        "women's rights, minors, schooling, contracted land, collective economic organisations, household registers and the civil code on these are not at hand, are not cited and are not what is judged by.",
    ),
    fix=Text(
        "读一读这一句：真是这个意思的，改成批评教育、公示、积分，或者“由有关机关依法处理”；不是的，这条提醒可以留着。",
        "Read the sentence: if it means that, use persuasion, display or points instead, or leave it to the authority in charge; if not, let this warning stand.",
    ),
    bad=Example({_PATH: _RULE.format(text="乱倒垃圾的，罚款二百元。")}),
    good=Example({_PATH: _RULE.format(text="乱倒垃圾的，由城管部门依法罚款；本村批评教育。")}),
    kinds=(Kind.RULE, Kind.AMENDMENT, Kind.MEETING),
    run=_run,
    level=Level.WARNING,
)
