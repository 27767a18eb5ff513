"""VS Code offers the right schema for each file, and for no other."""

import json
from pathlib import Path, PurePosixPath

import pytest

from yizhan.model.kinds import KINDS, identify
from yizhan.model.vocabulary import Kind

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))


def offered(path):
    return [
        schema
        for schema, globs in SETTINGS["yaml.schemas"].items()
        if any(
            len(PurePosixPath(glob).parts) == len(PurePosixPath(path).parts)
            and PurePosixPath(path).match(glob)
            for glob in globs
        )
    ]


@pytest.mark.parametrize("kind", Kind)
def test_a_record_is_offered_its_schema(kind):
    path = "records/" + KINDS[kind].folder.format(year="2025", id="20250612-x", rule="y")
    assert identify(path).kind is kind
    assert offered(path) == [f"./schema/{kind}.schema.json"]


def test_preset_procedures_are_offered_the_schema_of_procedures():
    found = sorted((ROOT / "tools/yizhan/presets/procedures").glob("*.yaml"))
    assert found
    for file in found:
        path = file.relative_to(ROOT).as_posix()
        assert offered(path) == ["./schema/procedure.schema.json"]


def test_every_schema_is_there():
    for schema in SETTINGS["yaml.schemas"]:
        assert (ROOT / schema).is_file()
    assert SETTINGS["yaml.customTags"] == []


def test_the_yaml_extension_is_recommended():
    extensions = json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert extensions == {"recommendations": ["redhat.vscode-yaml"]}
