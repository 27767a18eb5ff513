"""A village of which another one became a part, and what pages say of that."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

VILLAGE = Path(__file__).parents[1] / "village"
AS_OF = date(2026, 4, 3)
FILES = {
    "places/shili-xi-cun.yaml": """\
id: shili-xi-cun
title: 西村
example: true
level: village
parent: shili-zhen
dissolved: 2026-02-28
successors: [shili-cun]
""",
    "bodies/shili-xi-committee.yaml": """\
id: shili-xi-committee
title: 西村村民委员会
example: true
body_kind: committee
place: shili-xi-cun
posts:
  - title: 网格员
    holders: 2
    start: 2024-01-01
    end: 2028-12-31
dissolved: 2026-02-28
successors: [shili-committee]
""",
    "matters/2026/20260209-shili-xi-bridge.yaml": """\
id: 20260209-shili-xi-bridge
title: 西村小桥栏杆松动
example: true
place: shili-xi-cun
procedure: shili-local
category: facilities
handler: shili-xi-committee
raised:
  date: 2026-02-09
  by: resident
  channel: counter
log:
  - date: 2026-02-10
    step: accept
    by: shili-xi-committee
""",
    "rules/shili-xi-square/rule.yaml": """\
id: shili-xi-square
title: 西村广场使用办法
example: true
rule_kind: measures
place: shili-xi-cun
wording: verbatim
adopted:
  date: 2025-12-01
  body: shili-xi-committee
effective: 2025-12-10
repealed: 2026-02-28
chapters:
  - key: main
    articles:
      - key: hours
        text: 晚上九点以后不放音响。
""",
    "rules/shili-xi-square/amendments/shili-xi-lights.yaml": """\
id: shili-xi-lights
title: 增加关灯时间
example: true
rule: shili-xi-square
changes:
  - operation: insert
    article: lights
    text: 晚上十点关灯。
dossier:
  - stage: review
    date: 2026-02-10
    body: shili-xi-committee
  - stage: effect
    date: 2026-03-10
""",
}
RULE = "rules/shili-xi-square/rule.yaml"
LASTING = {RULE: FILES[RULE].replace("repealed: 2026-02-28\n", "")}
COMMITTEE, PLACE = "bodies/shili-xi-committee.yaml", "places/shili-xi-cun.yaml"


def page(pages, site, name):
    return next(each for each in pages(site) if each.url.endswith(f"/{name}/")).content


@pytest.fixture
def merged(load_site, tmp_path):
    """The village after another one became part of it."""

    def build(changes=None, lang="zh", day=AS_OF):
        shutil.copytree(VILLAGE, tmp_path, dirs_exist_ok=True)
        for path, text in {**FILES, **(changes or {})}.items():
            file = tmp_path / "records" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return load_site(tmp_path, day).in_(lang)

    return build
