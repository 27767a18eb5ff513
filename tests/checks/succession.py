"""Bodies that go on with what others had, and a matter that they have."""

from __future__ import annotations

OLD, NEW, LAST = (f"records/bodies/shili-{name}-team.yaml" for name in ("old", "new", "last"))
TEAM = """\
id: shili-{name}-team
title: {title}
example: true
body_kind: team
place: shili-cun-square
"""
OLD_TEAM = TEAM.format(name="old", title="老队")
MATTER = "records/matters/2026/20260210-shili-bench.yaml"
BENCH = """\
id: 20260210-shili-bench
title: 广场长椅坏了
example: true
place: shili-cun-square
procedure: shili-local
category: facilities
handler: {handler}
raised:
  date: 2026-02-10
  by: residents
  channel: counter
"""
END = "dissolved: 2026-02-28\n"
