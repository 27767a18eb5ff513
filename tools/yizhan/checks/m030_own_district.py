"""M030: a body of another district acts only with a reason."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem, one_of
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH
from yizhan.checks.shared.log import Messages, bodies_of, log_problems, never
from yizhan.checks.shared.mergers import goes_on
from yizhan.checks.shared.naming import named
from yizhan.facts.matter_log import Fault
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Fault.OTHER_DISTRICT: Text(
        "{body}属于别的区县，这一条没有写明为什么由它来办。",
        "{body} belongs to another district, and the entry gives no reason why it acts.",
    ),
    Fault.RECORDER_OF_OTHER_DISTRICT: Text(
        "居民的评价写的是由{body}记下，它属于别的区县，没有写明为什么由它来记。",
        "{body}, which took down what residents said, belongs to another district, and no reason is given.",
    ),
}

_HANDLER = Text(
    "承办的{body}属于别的区县，事项里没有地方写理由。",
    "{body}, which is to handle it, belongs to another district, and nothing here gives the reason.",
)
_ONWARD = Text(
    "{target}是别的区县的事项，这一条没有写明为什么到那里去办。",
    "{target} is a matter of another district, and the entry gives no reason why this one goes on there.",
)
_ASSIGN = Text(
    "单位选错了的改过来；没有选错的，删去 handler，在办理记录里写一条交办（to），reason 里写明理由。",
    "Name the right body; if it is the right one, leave handler out and assign it in the log, with a reason.",
)
_of_log = log_problems(_MESSAGES, cites=never)


def _run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    body = archive.body(record.handler)
    if body is not None and bodies_of(record, archive).abroad(body.id):
        message = _HANDLER.format(body=f"“{body.title}”")
        about = f"{body.id}/place"
        yield Problem(record, ("handler",), message, _ASSIGN, one_of(body.id), about=about)
    yield from _of_log(record, archive, context)
    bodies = bodies_of(record, archive)
    for pointer, target, _day, _action in goes_on(record, archive, context):
        entry = record.log[pointer[1]] if isinstance(pointer[1], int) else None
        if entry is not None and entry.reason is None and bodies.far(target.place):
            message = _ONWARD.format(target=named(target))
            yield Problem(record, pointer, message, hinges_on=one_of(target.id))


_DISTRICT = """\
id: shili-linxian
title: 邻县
example: true
level: district
region: 示例省
code: "990102000000"
"""
_BODY = """\
id: shili-linxian-lights
title: 邻县路灯所
example: true
body_kind: department
place: shili-linxian
"""
_JOINED = """\
  - date: 2026-02-12
    step: join
    by: shili-committee
    with: [shili-linxian-lights]
"""
_REASON = """\
    reason: 音响的电由邻县路灯所供，两县商定一起办。
"""
_FILES = {
    "records/places/shili-linxian.yaml": _DISTRICT,
    "records/bodies/shili-linxian-lights.yaml": _BODY,
}

CHECK = Check(
    code="M030",
    title=Text("外区县的单位写明理由", "Bodies of another district give a reason"),
    why=Text(
        "别的区县的单位一般管不到这里，多半是编号选错了；真由它办的，居民要看得到为什么。",
        "A body of another district mostly has no say here, and its id was probably a slip; if it did act, residents must see why.",
    ),
    fix=Text(
        "单位选错了的改过来；没有选错的，在 reason 里写明理由。",
        "Name the right body; if it is the right one, say in reason why it acts.",
    ),
    bad=Example({**_FILES, NOISE_PATH: NOISE + ACCEPTED + _JOINED}),
    good=Example({**_FILES, NOISE_PATH: NOISE + ACCEPTED + _JOINED + _REASON}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.IRREGULAR,
)
