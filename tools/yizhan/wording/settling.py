"""What those are called who settle what is irregular."""

from __future__ import annotations

from collections.abc import Mapping

from yizhan.facts.settling import Organ
from yizhan.model.text import Text

ORGAN_TITLE: Mapping[Organ, Text] = {
    Organ.MAKER: Text("有权通过它的会议", "the meeting that can make it"),
    Organ.ALL: Text("村（居）民会议", "the assembly of all"),
    Organ.REPRESENTATIVES: Text("村（居）民代表会议", "the assembly of representatives"),
    Organ.SAME: Text(
        "重新召开、有会议记录的同一种会议", "a later meeting of the same kind that is on record"
    ),
    Organ.OWN: Text("当地没有经手的组织", "a body of the place that did not do it"),
    Organ.SUPERVISION: Text("监督委员会", "the supervision committee"),
    Organ.GOVERNMENT: Text(
        "乡镇、街道或者区县的政府", "the government of the township, street or district"
    ),
    Organ.DEPARTMENT: Text(
        "乡镇、街道或者区县的部门", "a department of the township, street or district"
    ),
    Organ.PARENT: Text("经手单位的上级", "the body above the one that did it"),
    Organ.COURT: Text("当地的人民法院", "a court there"),
}
