"""M030: a body of another district acts only with a reason."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH
from yizhan.checks.shared.log import Messages, log_problems
from yizhan.facts.matter_log import Fault
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Fault.OTHER_DISTRICT: Text(
        "{body}属于别的区县，这一条没有写明为什么由它来办。",
        "{body} belongs to another district, and the entry gives no reason why it acts.",
    ),
}

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
    run=log_problems(_MESSAGES),
    level=Level.IRREGULAR,
)
