"""The decision rules as data: one version at a time, each with its law, article and period."""

import ast
import re
from importlib.resources import files
from itertools import combinations
from pathlib import Path

from yizhan.loading.presets import load_presets
from yizhan.model.dates import PartialDate
from yizhan.model.vocabulary import MeetingKind

RULES = load_presets().decision_rules


def test_every_rule_says_where_it_stands_and_since_when():
    for rule in RULES:
        assert rule.law
        assert rule.article.startswith("第")
        assert rule.valid.from_ is not None
        assert rule.meetings
        assert rule.quorums or rule.majority or rule.call or rule.exclusion


def test_every_rule_of_villages_or_of_communities_says_so():
    for rule in RULES:
        wanted = {"村民": "rural", "居民": "urban"}
        found = next((nature for word, nature in wanted.items() if word in rule.law), None)
        assert rule.places == found, rule.law


def test_every_share_is_one_of_two_kinds():
    shares = [quorum.share for rule in RULES for quorum in rule.quorums]
    shares += [quorum.area for rule in RULES for quorum in rule.quorums if quorum.area]
    shares += [rule.majority.share for rule in RULES if rule.majority]
    shares += [rule.majority.area for rule in RULES if rule.majority and rule.majority.area]
    for share in shares:
        assert (share.more_than is None) != (share.at_least is None)
        assert 0 < share.fraction < 1


def test_versions_of_a_rule_follow_one_another_without_overlap():
    for one, other in combinations(RULES, 2):
        if one.key == other.key:
            first, second = sorted((one, other), key=lambda rule: rule.valid.from_.earliest)
            assert first.valid.to.surely_before(second.valid.from_)


def test_the_organic_laws_change_on_the_first_of_january_2026():
    old, new = PartialDate.parse("2025-12-31"), PartialDate.parse("2026-01-01")
    laws = {
        day: {rule.law for rule in RULES if rule.region is None and rule.valid.covers(day)}
        for day in (old, new)
    }
    assert "中华人民共和国村民委员会组织法（2018年修正）" in laws[old] - laws[new]
    assert "中华人民共和国村民委员会组织法（2025年修正）" in laws[new] - laws[old]
    assert "中华人民共和国城市居民委员会组织法（2025年修订）" in laws[new] - laws[old]


def test_every_assembly_the_law_knows_has_a_rule_in_2026():
    day = PartialDate.parse("2026-06-01")
    kinds = {kind for rule in RULES if rule.valid.covers(day) for kind in rule.meetings}
    assert kinds == {
        MeetingKind.VILLAGERS_ASSEMBLY, MeetingKind.VILLAGERS_REPRESENTATIVES,
        MeetingKind.VILLAGERS_GROUP, MeetingKind.RESIDENTS_ASSEMBLY,
        MeetingKind.RESIDENTS_REPRESENTATIVES, MeetingKind.OWNERS_ASSEMBLY,
    }  # fmt: skip


def test_four_deliberations_and_two_publications():
    (chain,) = load_presets().chains
    assert [step.title for step in chain.steps] == [
        "村党组织提议", "村“两委”会议商议", "党员大会审议", "村民会议或者村民代表会议决议",
        "决议公开", "实施结果公开",
    ]  # fmt: skip
    assert [bool(step.meetings) for step in chain.steps] == [True] * 4 + [False] * 2


def test_who_makes_which_rule_one_law_at_a_time():
    laws = load_presets().rule_making
    for law in laws:
        assert law.valid.from_ is not None
        assert law.article.zh.startswith("第")
        assert law.article.en.startswith("article ")
    for one, other in combinations(laws, 2):
        same = set(one.rules) & set(other.rules) and one.places is other.places
        overlap = one.valid.covers(other.valid.from_) or other.valid.covers(one.valid.from_)
        assert not (same and overlap), (one, other)


def test_no_law_stands_in_python():
    """Numbers and periods that records are judged by are data; ``why`` and docstrings may cite."""
    day = re.compile(r"\d{4}-\d\d-\d\d")
    grace = re.compile(r"timedelta\(days=\d{2,}")
    package = Path(str(files("yizhan")))
    for file in (*package.glob("checks/**/*.py"), *package.glob("facts/**/*.py")):
        if file.name == "examples.py":
            continue  # records of a made-up village, which name articles as clerks do
        logic = [
            line
            for line in file.read_text("utf-8").splitlines()
            if "PartialDate.parse(" in line or "date(" in line or "timedelta(" in line
        ]
        assert not [line for line in logic if day.search(line) or grace.search(line)], file
        assert "组织法" not in _outside_texts(file), file


def _outside_texts(file):
    """A module's strings but for docstrings, ``why`` and examples."""
    tree = ast.parse(file.read_text("utf-8"))
    told = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in ("why", "bad", "good"):
            told |= {id(each) for each in ast.walk(node.value)}
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            told.add(id(node.value))
    return "".join(
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    )
