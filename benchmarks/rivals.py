"""What Yizhan is measured against, fed with the same records.

Preparing a rival's input (Markdown from YAML) is not timed: it is the rival's advantage.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yizhan.loading.schemas import bundle
from yizhan.model.archive import Archive
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.record import Record
from yizhan.model.vocabulary import Kind

BIN = Path(sys.executable).parent
PAGEFIND = "node_modules/.bin/pagefind"
ANNOTATIONS = {"title", "description", "examples", "x-en", "x-ref", "patternErrorMessage"}


@dataclass(frozen=True, slots=True)
class Rival:
    """Commands that do a comparable job, and the folder they run in."""

    name: str
    steps: Sequence[Sequence[str]]
    cwd: Path


def schema_only(archive_root: Path, target: Path) -> Rival:
    """check-jsonschema over the same files, kind by kind: schemas and nothing else.

    It gets leaner schemas than Yizhan: word lists as plain ``enum`` instead of titled ``oneOf``,
    and no annotations. With the schemas as they are it takes some eight times longer still.
    """
    steps = []
    for kind, folder in (
        (Kind.PLACE, "places"),
        (Kind.BODY, "bodies"),
        (Kind.MATTER, "matters"),
        (Kind.MEETING, "meetings"),
    ):
        files = sorted(str(path) for path in (archive_root / "records" / folder).rglob("*.yaml"))
        schema = target / f"{kind}.schema.json"
        _write(schema, json.dumps(_lean(bundle(kind)), ensure_ascii=False))
        steps.append([str(BIN / "check-jsonschema"), "--schemafile", str(schema), *files])
    return Rival("check-jsonschema (schema only)", steps, archive_root)


def _lean(node: Any) -> Any:
    """A schema without annotations, word lists as ``enum``, patterns as other engines read them."""
    if isinstance(node, list):
        return [_lean(each) for each in node]
    if not isinstance(node, dict):
        return node
    if "oneOf" in node and all("const" in each for each in node["oneOf"]):
        node = {key: value for key, value in node.items() if key != "oneOf"} | {
            "enum": [each["const"] for each in node["oneOf"]]
        }
    lean = {}
    for key, value in node.items():
        if key == "properties":
            lean[key] = {name: _lean(each) for name, each in value.items()}
        elif key == "pattern":
            lean[key] = value.replace(r"(?!\n)", "").replace(r"\"", '"')
        elif key not in ANNOTATIONS:
            lean[key] = _lean(value)
    return lean


def hugo(archive: Archive, target: Path, project: Path) -> Rival:
    """Hugo with a bare template, then Pagefind over its output."""
    _write(
        target / "hugo.toml",
        'baseURL = "/"\nlanguageCode = "zh-CN"\ntitle = "x"\n'
        'disableKinds = ["taxonomy", "term", "RSS"]\n',
    )
    single = (
        "<!doctype html><html lang=zh><meta charset=utf-8><title>{{ .Title }}</title>"
        "<body data-pagefind-body><h1>{{ .Title }}</h1>{{ .Content }}</body></html>"
    )
    listing = (
        "<!doctype html><html lang=zh><title>{{ .Title }}</title><body>{{ .Title }}</body></html>"
    )
    _write(target / "layouts/single.html", single)
    _write(target / "layouts/_default/single.html", single)
    _write(target / "layouts/_default/list.html", listing)
    for record in _published(archive):
        page = (
            f"---\ntitle: {json.dumps(record.title, ensure_ascii=False)}\n---\n{markdown(record)}"
        )
        _write(target / "content" / record.kind / f"{record.id}.md", page)
    (target / "node_modules").symlink_to(project / "node_modules")
    steps = [
        ["rm", "-rf", "public"],
        [str(BIN / "hugo"), "--quiet"],
        [PAGEFIND, "--site", "public"],
    ]
    return Rival("Hugo, bare template + Pagefind over its output", steps, target)


def material(archive: Archive, target: Path) -> Rival:
    """MkDocs Material with every record a Markdown page and its own search."""
    _write(
        target / "mkdocs.yml",
        "site_name: x\ntheme:\n  name: material\n  language: zh\n  font: false\n"
        "plugins: [search]\nnav:\n  - index.md\n",
    )
    _write(target / "docs/index.md", "# x\n")
    for record in _published(archive):
        _write(
            target / "docs" / record.kind / f"{record.id}.md",
            f"# {record.title}\n\n{markdown(record)}",
        )
    return Rival(
        "MkDocs Material, every record a page", [[str(BIN / "mkdocs"), "-q", "build"]], target
    )


def _published(archive: Archive) -> Iterator[Record]:
    yield from archive.of(Matter)
    yield from archive.of(Meeting)


def markdown(record: Record) -> str:
    """The words of a record as plain Markdown."""
    parts = [record.summary or ""]
    if isinstance(record, Matter):
        parts += [f"- {entry.date} {entry.step} {entry.note or ''}" for entry in record.log]
    if isinstance(record, Meeting):
        for item in record.agenda:
            parts += [f"## {item.title}", item.text or ""]
            parts += [decision.text for decision in item.decisions]
    return "\n\n".join(parts) + "\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def clear(folder: Path) -> Path:
    """An empty folder of this name."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
