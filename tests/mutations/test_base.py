"""The catalogue itself: a valid archive to begin with, changes that change, labels that are there."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from mutations.by_hand import written_by_hand
from mutations.neutral import neutral
from mutations.runner import Bench
from mutations.shapes import kinds, sites
from mutations.structural import grown, instances, structural
from mutations.village import base, written

BY_HAND = tuple(written_by_hand())

ONLY_GRAFTED = {"irregular", "corrects", "rule", "at_least", "more_than", "by_lot"}
"""Keys that somewhere only a graft can show: an acknowledgment needs a fault, a share is one of two, and lots need a tie."""


def test_the_archive_is_valid(tmp_path):
    assert Bench(tmp_path).valid == ()


def test_an_edit_is_judged_as_the_whole_archive_is(tmp_path):
    bench = Bench(tmp_path)
    for mutation in BY_HAND[::45]:
        texts = mutation.draft().texts()
        found = bench.judge(mutation).findings
        with bench.changed(texts):
            assert set(found) <= set(bench.whole()), mutation.name
            assert bool(found) == bool(bench.whole()), mutation.name


def test_every_property_of_every_kind_is_tried():
    missing = {
        f"{kind} {site.name}"
        for kind in kinds()
        for site in sites(kind)
        if site.way not in grown(kind)
    }
    assert missing == set()


def test_only_what_has_to_be_is_grafted():
    grafted = {
        next(step for step in site.way if step in ONLY_GRAFTED)
        for kind in kinds()
        for site in sites(kind)
        if site.way not in instances(kind)
    }
    assert grafted <= ONLY_GRAFTED


def test_there_are_enough():
    by_hand = Counter(mutation.harmful for mutation in BY_HAND)
    made = sum(1 for _ in structural())
    harmless = sum(1 for _ in neutral())
    assert by_hand[True] >= 1_000
    assert made + by_hand[True] >= 2_000
    assert harmless + by_hand[False] >= 400


def test_every_name_is_given_once():
    names = Counter(m.name for m in (*BY_HAND, *structural(), *neutral()))
    assert [name for name, times in names.items() if times > 1] == []


def test_every_case_changes_something_and_says_why():
    originals = {record.path: written(record.path) for record in base().values()}
    for mutation in BY_HAND:
        texts = mutation.draft().texts()
        assert any(originals.get(path) != text for path, text in texts.items()), mutation.name
        assert mutation.why, mutation.name


def test_every_harmful_case_has_a_place_to_point_at():
    for mutation in BY_HAND:
        if mutation.harmful:
            assert any(mutation.draft().lines().values()), mutation.name
