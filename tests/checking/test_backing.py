"""What no check backs is marked as such for the site, and its pages are made anew when that changes."""

from datetime import date
from pathlib import Path

import pytest

from yizhan.checking.engine import inspect
from yizhan.commands.report import report
from yizhan.facts.irregular import State, acts_of, has_effect, rule_rests_on, state_on
from yizhan.model.meeting import Meeting
from yizhan.model.rule import Rule

DAY = date(2026, 6, 1)
FILES = {
    "format.yaml": "format: 3\n",
    "places/xian.yaml": "id: xian\ntitle: 示例县\nlevel: district\nregion: 示例省\n",
    "places/zhen.yaml": "id: zhen\ntitle: 示例镇\nlevel: town\nparent: xian\n",
    "places/cun.yaml": "id: cun\ntitle: 示例村\nlevel: village\nparent: zhen\n",
    "bodies/cunwei.yaml": "id: cunwei\ntitle: 示例村村民委员会\nbody_kind: committee\nplace: cun\n",
    "rules/gy/rule.yaml": """\
id: gy
title: 规约
rule_kind: village_rules
place: cun
wording: verbatim
adopted: {date: 2026-03-10, meeting: 20260310-hui}
effective: 2026-03-10
chapters: [{key: a, articles: [{key: a0, text: 爱护公物。}]}]
""",
}
MEETING = """\
id: 20260310-hui
title: 村民会议
meeting_kind: villagers_assembly
place: cun
date: 2026-03-10
notice: {{date: 2026-02-20, how: 公告}}
attendance: {{basis: persons, due: 1000, present: {present}}}
agenda:
  - title: 规约
    rules: [gy]
    decisions:
      - text: 通过规约
        result: adopted
        vote: {{for: 390, against: 0}}
irregular:
  - code: T006
    article: 村民委员会组织法第二十六条
    reason: 到的人不够。
    by: cunwei
    date: 2026-03-11
"""
PATH = "meetings/2026/20260310-hui.yaml"


@pytest.fixture
def village(tmp_path: Path):
    def write(present: int) -> Path:
        for path, text in (FILES | {PATH: MEETING.format(present=present)}).items():
            file = tmp_path / "records" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return tmp_path

    return write


def state(root):
    loaded = inspect(root, DAY, cached=False)
    meeting = loaded.loaded.archive.get(Meeting, "20260310-hui")
    rule = loaded.loaded.archive.get(Rule, "gy")
    (act,) = acts_of(meeting)
    effect = has_effect(rule_rests_on(rule, loaded.loaded.archive), DAY)
    return state_on(act.said, DAY), effect, loaded.contents["20260310-hui"]


def test_what_is_found_can_be_contested_and_what_is_not_is_said_to_be_none(village):
    backed = state(village(400))
    assert backed[:2] == (State.OPEN, None)
    healed = state(village(700))
    assert healed[:2] == (State.UNBACKED, True)


def test_pages_are_made_anew_when_only_the_backing_changed(village):
    root = village(700)
    before = state(root)[2]
    place = root / "records/places/cun.yaml"
    place.write_text(place.read_text("utf-8").replace("village", "community"), "utf-8")
    assert state(root)[2] == before, "nothing backs it either way"
    meeting = root / "records" / PATH
    file = meeting.read_text("utf-8")
    meeting.write_text(file.replace("code: T006", "code: T007"), "utf-8")
    assert state(root)[2] != before


def test_the_report_of_the_month_says_the_same(village):
    assert "可争议" in report(village(400), "2026-03", DAY, "zh")
    said = report(village(700), "2026-03", DAY, "zh")
    assert "可争议" not in said
    assert "写明过不合规" in said
