"""On which day an irregular act happened, before which nobody can have acknowledged or settled it."""

from dataclasses import replace

import pytest

from yizhan.checks.r005_after_it_happened import CHECK
from yizhan.loading.parse import build
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.points import Scheme
from yizhan.model.record import Irregularity
from yizhan.model.rule import Rule

SAID = build(
    Irregularity,
    {
        "code": "A020",
        "reason": "如此。",
        "by": "b",
        "date": "2026-03-10",
        "resolution": {"result": "upheld", "by": "b", "date": "2026-03-09"},
    },
)


def rule(**more):
    data = {"id": "r", "title": "规约", "rule_kind": "list", "place": "cun", "wording": "verbatim"}
    return build(Rule, data | more)


def amendment(*days):
    dossier = [{"stage": "draft", "date": day} for day in days]
    data = {"id": "a", "title": "修正", "rule": "r", "changes": [], "dossier": dossier}
    return build(Amendment, data)


def scheme(**more):
    return build(Scheme, {"id": "s", "title": "办法", "place": "cun"} | more)


def post(**more):
    posts = [{"title": "组长", "irregular": []} | more]
    data = {"id": "b", "title": "组", "body_kind": "team", "place": "cun", "posts": posts}
    found = build(Body, data)
    return replace(found, posts=(replace(found.posts[0], irregular=(SAID,)),))


@pytest.mark.parametrize(
    ("record", "found"),
    [
        (rule(adopted={"date": "2026-03-11"}), {"date", "resolution"}),
        (rule(adopted={"date": "2026-03-10"}, effective="2026-04-01"), {"resolution"}),
        (rule(adopted={"date": "2026-03-09"}, effective="2026-04-01"), set()),
        (rule(adopted={"date": "2026-03"}), set()),
        (rule(effective="2026-03-10"), {"resolution"}),
        (rule(), set()),
        (amendment("2026-04-01", "2026-03-10"), {"resolution"}),
        (amendment(), set()),
        (scheme(valid={"from": "2026-03-11"}), {"date", "resolution"}),
        (scheme(valid={"to": "2026-03-11"}), set()),
        (scheme(), set()),
        (post(start="2026-03-10"), {"resolution"}),
        (post(), set()),
    ],
)
def test_nothing_is_settled_before_it_happened(record, found) -> None:
    if not isinstance(record, Body):
        record = replace(record, irregular=(SAID,))
    problems = list(CHECK.run(record, Archive((record,)), None))
    assert {"resolution" if "resolution" in each.pointer else "date" for each in problems} == found
