"""J011: a scheme rests on a rule, a body, meetings and matters of its own place."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.places import lie_apart
from yizhan.checks.shared.rule_examples import LIBRARY_PATH
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.points import Batch, Scheme
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "{what}属于“{other}”，积分办法却用于“{own}”。",
    "{what} is of “{other}”, while the scheme is for “{own}”.",
)


def _run(record: Scheme | Batch, archive: Archive, _context: Context) -> Iterator[Problem]:
    scheme = record if isinstance(record, Scheme) else archive.get(Scheme, record.scheme)
    own = archive.place(scheme.place) if scheme is not None else None
    if scheme is None or own is None:
        return
    for field, thing in _bases(record, archive):
        other = archive.place(thing.place) if thing is not None else None
        if thing is not None and other is not None and lie_apart(archive, other.id, own.id):
            message = _FOUND.format(what=named(thing), other=other.title, own=own.title)
            yield Problem(record, (field,), message, articles=(scheme.title,))


def _bases(
    record: Scheme | Batch, archive: Archive
) -> Iterator[tuple[str, Rule | Body | Matter | Meeting | None]]:
    if isinstance(record, Batch):
        yield "meeting", archive.get(Meeting, record.meeting)
        yield "matter", archive.get(Matter, record.matter)
        return
    yield "rule", archive.get(Rule, record.rule)
    yield "body", archive.body(record.body)


_TOWN_PATH = "records/places/shili-gu.yaml"
_TOWN = """\
id: shili-gu
title: 示例古镇
example: true
level: town
parent: shili-xian
"""
_BODY_PATH = "records/bodies/shili-gu-office.yaml"
_BODY = """\
id: shili-gu-office
title: 示例古镇人民政府
example: true
body_kind: government
place: shili-gu
"""
_SCHEME = """\
id: shili-library
title: 读书积分办法
example: true
place: shili-cun
body: {body}
items:
  - key: reading
    title: 参加读书会
    points: 5
"""
_OTHERS = {_TOWN_PATH: _TOWN, _BODY_PATH: _BODY}

CHECK = Check(
    code="J011",
    title=Text("积分办法依据当地的规约和组织", "Schemes rest on what is of the place"),
    why=Text(
        "积分是当地居民自己定的规矩；别处的规约、组织、会议和事项管不到这里的账户。",
        "Points are what residents of a place agreed among themselves; rules, bodies, meetings and matters of another have no say over their accounts.",
    ),
    fix=Text(
        "换成当地的规约、组织、会议或事项；上级的也可以。",
        "Name the rule, body, meeting or matter of the place, or of one above it.",
    ),
    bad=Example({**_OTHERS, LIBRARY_PATH: _SCHEME.format(body="shili-gu-office")}),
    good=Example({**_OTHERS, LIBRARY_PATH: _SCHEME.format(body="shili-office")}),
    kinds=(Kind.SCHEME, Kind.BATCH),
    run=_run,
    level=Level.IRREGULAR,
)
