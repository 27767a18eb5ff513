"""L003: a rule's own quorums and majorities are never looser than the law's."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.rule_examples import VOTES, VOTES_PATH
from yizhan.facts.jurisdiction import where_of
from yizhan.facts.strictness import Looseness, looser_than
from yizhan.model.archive import Archive
from yizhan.model.decision_rule import DecisionRule
from yizhan.model.finding import Level
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.law import article, named_law
from yizhan.wording.ruling import cited

_MESSAGE = {
    Looseness.QUORUM: Text(
        "“{title}”要求的到会人数比{law}{article}少。",
        "“{title}” asks for a smaller quorum than {law}, {article}.",
    ),
    Looseness.BASIS: Text(
        "“{title}”计算到会人数的办法，{law}{article}没有规定。",
        "“{title}” counts attendance in a way that {law}, {article}, does not know.",
    ),
    Looseness.MAJORITY: Text(
        "“{title}”要求的票数比{law}{article}少。",
        "“{title}” asks for a smaller majority than {law}, {article}.",
    ),
    Looseness.NOTICE: Text(
        "“{title}”要求的通知时间比{law}{article}短。",
        "“{title}” asks for a shorter notice than {law}, {article}.",
    ),
    Looseness.POSTING: Text(
        "“{title}”要求公布的时间比{law}{article}短。",
        "“{title}” asks for a shorter publication than {law}, {article}.",
    ),
    Looseness.EXCLUSION: Text(
        "“{title}”允许从应到人数里扣除一些人，只有法律才能这样规定（{law}{article}）。",
        "“{title}” lets people be left out of those due, which only the law can do ({law}, {article}).",
    ),
}


def _run(record: Rule, archive: Archive, context: Context) -> Iterator[Problem]:
    if not record.decision_rules:
        return
    where = where_of(archive.lineage(record.place))
    for number, local in enumerate(record.decision_rules):
        # One word of each thing: of several versions of a law that it is looser than, the latest.
        found = {
            (law.key, each): law
            for law in context.presets.decision_rules
            if where.is_in(law)
            for each in looser_than(local, law)
        }
        for (_, looseness), law in found.items():
            where_asked = _article(law, looseness)
            message = _MESSAGE[looseness].format(
                title=local.title, law=named_law(law.law), article=article(where_asked)
            )
            cites = (cited(law, where_asked),)
            yield Problem(record, ("decision_rules", number), message, articles=cites)


def _article(law: DecisionRule, looseness: Looseness) -> str:
    """Return the article that the looseness falls short of."""
    own = {Looseness.NOTICE: law.call, Looseness.POSTING: law.posting}.get(looseness)
    return law.article if own is None else own.article


_RULE = (
    VOTES
    + """\
    majority:
      share:
        at_least: "{share}"
"""
)

CHECK = Check(
    code="L003",
    title=Text("自定的规则只能更严", "Local rules are only stricter"),
    why=Text(
        "村规民约和会议的决定不得与法律相抵触（村民委员会组织法2025年修正第三十一条）；人数、票数可以定得更高，"
        "不能更低。",
        "Village rules must not contradict the law (Organic Law of Villagers' Committees as amended in 2025, article 31); "
        "they may ask for more, never for less.",
    ),
    fix=Text(
        "把要求改得不低于法律；这一条规则没有效力的，在 summary 里说明，不写进 decision_rules。",
        "Ask for no less than the law; leave a rule without force out of decision_rules and say so in the summary.",
    ),
    bad=Example({VOTES_PATH: _RULE.format(share="1/3")}),
    good=Example({VOTES_PATH: _RULE.format(share="2/3")}),
    kinds=(Kind.RULE,),
    run=_run,
    level=Level.IRREGULAR,
)
