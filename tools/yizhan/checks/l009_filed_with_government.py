"""L009: a rule or an amendment is filed with the township or the street above its place."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.places import whole_line
from yizhan.checks.shared.rule_examples import CHARTER, CHARTER_PATH
from yizhan.checks.shared.rule_making import filed_under
from yizhan.facts.jurisdiction import nature_of
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Level, Pointer
from yizhan.model.rule import Rule
from yizhan.model.rule_making import Places
from yizhan.model.text import Text
from yizhan.model.vocabulary import BodyKind, DossierStage, Kind, PlaceLevel

_FOUND = {
    Places.RURAL: Text(
        "备案写的是{body}；{law}要求报乡、民族乡、镇的人民政府备案。",
        "It was filed with {body}; {law} asks for filing with the government of the township.",
    ),
    Places.URBAN: Text(
        "备案写的是{body}；{law}要求报区（不设区的市）的人民政府或者街道办事处备案。",
        "It was filed with {body}; {law} asks for filing with the government of the district or its office in the street.",
    ),
}
_NOT_ABOVE_THE_TOWNSHIP = (PlaceLevel.TOWN, PlaceLevel.STREET)
"""Where a village's rules are filed; a village may be under a street, whose office does a township's work."""

_GOVERNMENTS = frozenset((BodyKind.GOVERNMENT, BodyKind.DEPARTMENT))


def _run(record: Rule | Amendment, archive: Archive, context: Context) -> Iterator[Problem]:
    rule = record if isinstance(record, Rule) else archive.get(Rule, record.rule)
    if rule is None:
        return
    above = whole_line(archive, rule.place) - {rule.place}
    where = nature_of(archive.lineage(rule.place))
    for pointer, identifier, date in _filings(record):
        body, law = archive.body(identifier), filed_under(rule, date, archive, context)
        place = archive.place(body.place) if body is not None else None
        if body is None or law is None or not above or where is None or place is None:
            continue
        near = where is Places.URBAN or place.level in _NOT_ABOVE_THE_TOWNSHIP
        if body.body_kind in _GOVERNMENTS and place.id in above and near:
            continue
        message = _FOUND[where].format(body=named(body), law=law[0])
        about = f"{body.id}/place {rule.place}/parent"
        yield Problem(record, pointer, message, articles=law[1], about=about)


def _filings(record: Rule | Amendment) -> Iterator[tuple[Pointer, str | None, PartialDate]]:
    """Where each filing is named, with whom, and when."""
    if isinstance(record, Rule):
        if record.filing is not None:
            yield ("filing", "with"), record.filing.with_, record.filing.date
        return
    for number, entry in enumerate(record.dossier):
        if entry.stage is DossierStage.FILING:
            yield ("dossier", number, "body"), entry.body, entry.date


_RULE = (
    CHARTER
    + """\
filing:
  date: 2025-11-25
  with: {body}
chapters:
  - key: general
    articles:
      - key: purpose
        text: 本村的事由村民商量着办。
"""
)

CHECK = Check(
    code="L009",
    title=Text("备案报的是上级政府", "Filed with the government above"),
    why=Text(
        "村民自治章程、村规民约报乡、民族乡、镇的人民政府备案（村民委员会组织法2025年修正第三十一条第一款），居民公约报区人民政府或者街道办事处备案"
        "（城市居民委员会组织法2025年修订第三十一条第一款）；报给别人，等于没有人看过它合不合法。",
        "Charters and village rules are filed with the township (Organic Law of Villagers' Committees, 2025, article 31), residents' covenants with the "
        "district or the street (Organic Law of Urban Residents' Committees, 2025, article 31); filed with somebody else, nobody has looked whether "
        "it is lawful.",
    ),
    fix=Text(
        "核对备案机关；确实报错了的，重新报乡镇政府、街道办事处备案，如实写进 irregular（不合规的说明）。",
        "Check with whom it was filed; if it went to the wrong office, file it again and acknowledge it under irregular.",
    ),
    bad=Example({CHARTER_PATH: _RULE.format(body="shili-committee")}),
    good=Example({CHARTER_PATH: _RULE.format(body="shili-office")}),
    kinds=(Kind.RULE, Kind.AMENDMENT),
    run=_run,
    level=Level.IRREGULAR,
)
