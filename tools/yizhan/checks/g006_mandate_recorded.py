"""G006: the record shows that representatives were empowered to decide what is the assembly's."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_ASSEMBLY, BY_REPRESENTATIVES, VOTE_PATH, vote
from yizhan.checks.shared.organic import laws_for
from yizhan.facts.mandates import had_no_effect
from yizhan.facts.organic_law import assembly_of, reserved_items
from yizhan.facts.rule_making import making_of
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import AgendaItem, Meeting
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import DecisionResult, Kind
from yizhan.wording.law import cited
from yizhan.wording.terms import term

_FOUND = Text(
    "“{subject}”要有村（居）民会议的授权，代表会议才能决定（{law}）；记录没有写授权。",
    "Representatives decide on “{subject}” only where the assembly has empowered them ({law}); no mandate is recorded.",
)

_VOID = Text(
    "“{subject}”要有村（居）民会议的授权，代表会议才能决定（{law}）；mandate 写的授权在这以前已经撤销。",
    "Representatives decide on “{subject}” only where the assembly has empowered them ({law}); the mandate named had been annulled before.",
)


def _message(*, void: bool) -> Text:
    return _VOID if void else _FOUND


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    given = archive.get(Meeting, record.mandate)
    void = given is not None and had_no_effect(given, record.date.latest)
    if (record.mandate is not None and not void) or assembly_of(record.meeting_kind) is None:
        return  # G007 looks at a mandate; others than representatives need none
    laws = laws_for(record.place, record.date, archive, context)
    for each in reserved_items(record, context.presets.organic, laws):
        power = each.power
        if record.meeting_kind in power.mandated and power.mandate is not None:
            law = cited(each.law, power.mandate)
            message = _message(void=void).format(subject=term(power.subject), law=law)
            yield Problem(record, ("agenda", each.number, "subject"), message)
    for number, item in enumerate(record.agenda):
        if any(each.result is DecisionResult.ADOPTED for each in item.decisions):
            yield from _of_rules(record, number, item, archive, context, void=void)


def _of_rules(
    record: Meeting,
    number: int,
    item: AgendaItem,
    archive: Archive,
    context: Context,
    *,
    void: bool,
) -> Iterator[Problem]:
    """Rules that representatives make, and change, only with a mandate."""
    for where, rule in _rules(item, archive):
        line, laws = archive.lineage(rule.place), context.presets.rule_making
        making = making_of(rule, record.date, line, laws)
        if making is not None and record.meeting_kind in making.mandated:
            law = Text(
                f"{making.law.zh}{making.article.zh}", f"{making.law.en}, {making.article.en}"
            )
            message = _message(void=void).format(subject=term(rule.rule_kind), law=law)
            yield Problem(record, ("agenda", number, *where), message)


def _rules(item: AgendaItem, archive: Archive) -> Iterator[tuple[Pointer, Rule]]:
    """The rules that an item is about, each once: by themselves or by an amendment of theirs."""
    named: list[tuple[Pointer, str]] = [
        (("rules", position), each) for position, each in enumerate(item.rules)
    ]
    for position, each in enumerate(item.amendments):
        amendment = archive.get(Amendment, each)
        if amendment is not None and amendment.rule not in item.rules:
            named.append((("amendments", position), amendment.rule))
    for where, each in named:
        rule = archive.get(Rule, each)
        if rule is not None:
            yield where, rule


_EARLIER_PATH = "records/meetings/2026/20260301-shili-vote.yaml"
_EARLIER = (
    vote("村民会议：授权", BY_ASSEMBLY, "2026-03-01", "2026-02-16")
    + """\
agenda:
  - title: 授权村民代表会议
    subject: mandate
    decisions:
      - text: 授权村民代表会议在本届任期内决定本村公益事业的兴办方案。
        result: adopted
        vote:
          for: 500
        published:
          start: 2026-03-02
          end: 2026-03-20
"""
)
_MEETING = vote("村民代表会议：修路", BY_REPRESENTATIVES)
_AGENDA = """\
agenda:
  - title: 修路
    subject: public_works
    decisions:
      - text: 硬化第一村民小组的路。
        result: adopted
        vote:
          for: 30
"""

CHECK = Check(
    code="G006",
    title=Text("代表会议的授权有记录", "The representatives' mandate is on record"),
    why=Text(
        "村民代表会议讨论决定村民会议授权的事项（村民委员会组织法2025年修正第二十八条第二款、第二十九条第一款），居民代表会议也一样"
        "（城市居民委员会组织法2025年修订第三十条第二款）。没有写授权，不等于没有授权，所以只是提醒。",
        "Villagers' representatives decide on what the assembly has empowered them for (Organic Law of Villagers' Committees, 2025, article 28, "
        "paragraph 2, and article 29, paragraph 1), residents' representatives likewise (2025, article 30, paragraph 2). "
        "A silent record does not mean that there was no mandate, so this is a warning only.",
    ),
    fix=Text(
        "在会议里写 mandate（授权），填授权的那次村（居）民会议的编号；那次会议还没有记的，先补记。",
        "Write mandate with the id of the assembly's meeting that empowered them; if that meeting is not on record, record it first.",
    ),
    bad=Example({_EARLIER_PATH: _EARLIER, VOTE_PATH: _MEETING + _AGENDA}),
    good=Example(
        {_EARLIER_PATH: _EARLIER, VOTE_PATH: f"{_MEETING}mandate: 20260301-shili-vote\n{_AGENDA}"}
    ),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.WARNING,
)
