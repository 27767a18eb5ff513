"""Which kind of record a path stands for."""

from __future__ import annotations

import pytest

from yizhan.model.kinds import KINDS, Identity, identify, identities_below, kind_in
from yizhan.model.vocabulary import Kind


@pytest.mark.parametrize(
    ("path", "identity"),
    [
        ("records/places/shili-cun.yaml", Identity(Kind.PLACE, "shili-cun")),
        ("records/matters/2020/20200612-x.yaml", Identity(Kind.MATTER, "20200612-x", year="2020")),
        ("records/rules/shili-cungui/rule.yaml", Identity(Kind.RULE, "shili-cungui")),
        (
            "records/rules/shili-cungui/amendments/shili-1.yaml",
            Identity(Kind.AMENDMENT, "shili-1", rule="shili-cungui"),
        ),
        ("records/points/schemes/a.yaml", Identity(Kind.SCHEME, "a")),
        ("records/points/2024/a.yaml", Identity(Kind.BATCH, "a", year="2024")),
    ],
)
def test_a_path_tells_kind_and_id(path: str, identity: Identity) -> None:
    assert identify(path) == identity


@pytest.mark.parametrize(
    "path",
    [
        "docs/places/a.yaml",
        "records/places/a.yml",
        "records/places/deep/a.yaml",
        "records/matters/20200612-x.yaml",
        "records/matters/二〇二〇/x.yaml",
        "records/matters/20/x.yaml",
        "records/rules/shili-cungui/text.yaml",
        "records/rules/shili-cungui/drafts/shili-1.yaml",
        "records/photos/a.yaml",
    ],
)
def test_other_paths_are_of_no_kind(path: str) -> None:
    assert identify(path) is None


def test_every_kind_has_a_folder_and_a_class() -> None:
    assert set(KINDS) == set(Kind)
    assert all(info.model.kind is kind for kind, info in KINDS.items())


@pytest.mark.parametrize(
    ("folder", "found"),
    [
        ("records/matters/2020", (Kind.MATTER, "2020", None)),
        ("records/places", (Kind.PLACE, None, None)),
        ("records/rules/shili-cungui/amendments", (Kind.AMENDMENT, None, "shili-cungui")),
        ("records/rules/shili-cungui", None),
        ("records/points", None),
        ("records", None),
    ],
)
def test_a_folder_tells_the_kind_of_files_that_are_named_by_their_ids(
    folder: str, found: object
) -> None:
    assert kind_in(folder) == found


@pytest.mark.parametrize(
    ("folder", "found"),
    [
        ("records/places", [Identity(Kind.PLACE, "")]),
        ("records/matters", [Identity(Kind.MATTER, "")]),
        ("records/matters/2020", [Identity(Kind.MATTER, "", "2020")]),
        ("records/matters/2020/20200612-x", []),
        ("records/matters/二〇二〇", []),
        ("records/rules", [Identity(Kind.RULE, ""), Identity(Kind.AMENDMENT, "")]),
        (
            "records/rules/cungui",
            [Identity(Kind.RULE, "cungui"), Identity(Kind.AMENDMENT, "", rule="cungui")],
        ),
        ("records/rules/cungui/amendments", [Identity(Kind.AMENDMENT, "", rule="cungui")]),
        ("records/rules/cungui/files", []),
        ("records/points", [Identity(Kind.SCHEME, ""), Identity(Kind.BATCH, "")]),
        ("docs/places", []),
    ],
)
def test_a_folder_tells_what_may_be_in_it(folder: str, found: list[Identity]) -> None:
    assert list(identities_below(folder)) == found


def test_in_the_folder_of_all_records_may_be_any_kind() -> None:
    assert {each.kind for each in identities_below("records")} == set(Kind)
