"""N017: an amendment is drafted, reviewed and withdrawn by bodies of the rule's own place."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import DOGS_PATH, dogs
from yizhan.checks.shared.places import lie_apart
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "“{body}”是“{other}”的组织，这份规约属于“{own}”。",
    "“{body}” is a body of “{other}”; this rule is of “{own}”.",
)


def _run(record: Amendment, archive: Archive, _context: Context) -> Iterator[Problem]:
    rule = archive.get(Rule, record.rule)
    own = archive.place(rule.place) if rule is not None else None
    if own is None:
        return
    for number, entry in enumerate(record.dossier):
        body = archive.body(entry.body)
        other = archive.place(body.place) if body is not None else None
        if body is not None and other is not None and lie_apart(archive, other.id, own.id):
            message = _FOUND.format(body=body.title, other=other.title, own=own.title)
            pointer, about = ("dossier", number, "body"), f"{body.id}/place {own.id}/parent"
            yield Problem(record, pointer, message, about=about)


_DRAFT = """\
  - stage: draft
    date: 2026-03-25
    body: {body}
"""
_TOWN_PATH = "records/places/shili-gu.yaml"
_TOWN = """\
id: shili-gu
title: 示例新镇
example: true
level: town
parent: shili-xian
"""
_BODY_PATH = "records/bodies/shili-gu-office.yaml"
_BODY = """\
id: shili-gu-office
title: 示例新镇人民政府
example: true
body_kind: government
place: shili-gu
"""
_OTHERS = {_TOWN_PATH: _TOWN, _BODY_PATH: _BODY}

CHECK = Check(
    code="N017",
    title=Text("修正案由当地的组织经手", "Amendments are in the hands of the place"),
    why=Text(
        "村里的规约由村里人起草、审查、表决；别处的组织经手，谁负责就说不清。",
        "A village's rule is drafted and reviewed where it holds; with a body from elsewhere nobody can tell who answers for it.",
    ),
    fix=Text(
        "body 换成当地的组织；别处的组织确实经手过的，在 irregular 里写明。",
        "Name the body of the place in body; if one from elsewhere did have part in it, acknowledge that under irregular.",
    ),
    bad=Example({**_OTHERS, DOGS_PATH: dogs(_DRAFT.format(body="shili-gu-office"))}),
    good=Example({**_OTHERS, DOGS_PATH: dogs(_DRAFT.format(body="shili-office"))}),
    kinds=(Kind.AMENDMENT,),
    run=_run,
    level=Level.IRREGULAR,
)
