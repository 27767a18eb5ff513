"""What documents say of files, commands, targets and packages is there."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from os.path import normpath
from pathlib import Path

import click
import pytest

from yizhan.cli import COMMANDS
from yizhan.cli.group import Group
from yizhan.publishing.manual import manual

ROOT = Path(__file__).parents[2]
OWN = sorted(
    path
    for part in ("*.md", "docs/**/*.md", "schema/*.md", "benchmarks/*.md")
    for path in ROOT.glob(part)
)
PROJECT = sorted((ROOT / "tools/yizhan/presets/project").rglob("*.md"))
MADE = {normpath(ROOT / path) for path, _content in manual({})}
"""Pages that are there once the project is assembled."""

_LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s#]+)(?:#[^)]*)?\)")
_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("document", OWN, ids=_name)
def test_links_lead_somewhere(document: Path) -> None:
    prose = _FENCE.sub("", document.read_text(encoding="utf-8"))
    targets = [each for each in _LINK.findall(prose) if not re.match(r"[a-z]+:", each)]
    lost = [each for each in targets if not (document.parent / each).exists()]
    assert [each for each in lost if normpath(document.parent / each) not in MADE] == []


@pytest.mark.parametrize("folder", ["docs/guide", "docs/en/guide"])
def test_every_guide_is_reached_from_the_help_page(folder: str) -> None:
    index = (ROOT / folder / "index.md").read_text(encoding="utf-8")
    pages = {path.name for path in (ROOT / folder).glob("*.md")} - {"index.md"}
    assert pages - set(_LINK.findall(index)) == set()
    assert {"deadlines.md", "procedures.md", "law.md", "../data/figures.md"} <= set(
        _LINK.findall(index)
    )


def test_guides_are_there_in_both_languages() -> None:
    chinese, english = (
        {path.name for path in (ROOT / folder).glob("*.md")}
        for folder in ("docs/guide", "docs/en/guide")
    )
    assert chinese == english


def _typed(documents: list[Path]) -> Iterator[tuple[str, list[str]]]:
    """Every line of a console block, as words after the prompt."""
    for document in documents:
        for block in _CONSOLE.findall(document.read_text(encoding="utf-8")):
            for line in block.splitlines():
                if line.startswith("$ "):
                    yield _name(document), shlex.split(line[2:], comments=True)


TYPED = [*_typed(OWN), *_typed(PROJECT)]


@pytest.mark.parametrize(
    ("document", "words"),
    [each for each in TYPED if each[1][0].endswith("yizhan") and each[1][1:]],
)
def test_commands_and_their_options_exist(document: str, words: list[str]) -> None:
    rest = words[3:] if words[1] == "--lang" else words[1:]
    context = click.Context(Group(COMMANDS))
    command: click.Command | None = Group(COMMANDS).get_command(context, rest[0])
    assert command is not None, f"{document}: {words}"
    if isinstance(command, click.Group):
        command = command.get_command(context, rest[1])
        assert command is not None, f"{document}: {words}"
    known = {name for parameter in command.params for name in parameter.opts}
    assert {word for word in rest if word.startswith("-")} <= known, f"{document}: {words}"


def test_targets_of_make_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.search(r"^\.PHONY:(.*)$", makefile, re.MULTILINE)[1].split())
    named = set(re.findall(r"^#   make ([\w-]+)", makefile, re.MULTILINE))
    for document in OWN:
        text = document.read_text(encoding="utf-8")
        named |= set(re.findall(r"(?:`|\$ )make ([\w-]+)", text))
    assert named - targets == set()
    assert targets - named <= {"browser", "faketime", "clean"}


def test_decisions_are_numbered_once_and_dated() -> None:
    files = sorted((ROOT / "docs/decisions").glob("[0-9]*.md"))
    numbers = [path.name[:4] for path in files]
    assert numbers == [f"{number:04}" for number in range(1, len(files) + 1)]
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {path.name[:4]} · "), path.name
        assert re.search(r"^\*.+\* · accepted \d{4}-\d{2}-\d{2}$", text, re.MULTILINE), path.name
        headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
        assert headings == ["Context", "Decision", "Consequences"], path.name


def test_the_layers_a_reader_is_told_are_those_that_are_linted() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    told = " → ".join(layer for layer in layers if layer != "__main__")
    assert told in (ROOT / "README.md").read_text(encoding="utf-8")
    decision = (ROOT / "docs/decisions/0014-layers.md").read_text(encoding="utf-8")
    assert told in decision.replace("`", "")


def test_the_map_names_every_module_once() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = text.partition("## A map\n")[2].partition("\n## ")[0]
    parts = re.findall(r"^\*\*`(\w+)/`(.*)$", section, re.MULTILINE)
    assert [package for package, _ in parts] == [
        *("model", "facts", "loading", "checking", "pages", "publishing")
    ]
    for package, line in parts:
        modules = {file.stem for file in (ROOT / "tools/yizhan" / package).glob("[a-z]*.py")}
        named = re.findall(r"`(\w+)`", line)
        assert sorted(named) == sorted(modules), package
