"""The YAML that README and guides show is what a clerk may copy: it passes the checks.

A block begins with the path of its file. A whole record is laid over the records of this
repository; a block that holds only a log is added to the log of the record of that path, which
stands in the repository or further up in the same document.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from yizhan.commands.check import check

ROOT = Path(__file__).parents[2]
AS_OF = date(2026, 11, 22)
DOCUMENTS = sorted(
    path
    for pattern in ("*.md", "docs/guide/*.md", "docs/en/guide/*.md", "tools/**/project/*.md")
    for path in ROOT.glob(pattern)
)
_BLOCK = re.compile(r"^```ya?ml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FIRST_LINE = re.compile(r"# (records/\S+\.yaml)\n")


@dataclass(frozen=True, slots=True)
class Shown:
    """A block of YAML in a document."""

    path: str
    text: str

    @property
    def fragment(self) -> bool:
        whole = re.search(r"^(id|year):", self.text, re.MULTILINE)  # an arrangement has a year
        return whole is None


def _shown(document: Path) -> Iterator[Shown]:
    for block in _BLOCK.findall(document.read_text(encoding="utf-8")):
        named = _FIRST_LINE.match(block)
        assert named, f"{document.name}: a block does not say which file it is:\n{block}"
        yield Shown(named[1], block[named.end() :])


EXAMPLES = {
    str(path.relative_to(ROOT)): blocks for path in DOCUMENTS if (blocks := [*_shown(path)])
}


def test_the_documents_that_teach_writing_show_some() -> None:
    assert {
        "README.md",
        "README.zh-CN.md",
        "docs/guide/clerks.md",
        "docs/guide/procedures.md",
        "docs/guide/law.md",
        "docs/en/guide/clerks.md",
        "docs/en/guide/procedures.md",
        "docs/en/guide/law.md",
    } <= set(EXAMPLES)


@pytest.mark.parametrize("document", EXAMPLES)
def test_what_a_document_shows_passes_the_checks(document: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "records", tmp_path / "records")
    for shown in EXAMPLES[document]:
        file = tmp_path / shown.path
        if shown.fragment:
            _add(file, shown.text)
        else:
            assert not file.exists(), f"{shown.path} is in records/; an example needs a new name"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(shown.text, encoding="utf-8")
    paths = {shown.path for shown in EXAMPLES[document]}
    found = list(check(tmp_path, AS_OF, cached=False).report.findings)
    assert [str(each) for each in found if each.path in paths] == []
    assert [str(each) for each in found if each.level == "error"] == []


def _add(file: Path, fragment: str) -> None:
    """Add the entries of a fragment behind the last one, as ``yizhan advance`` does."""
    key, entries = fragment.split("\n", 1)
    assert key == "log:", fragment
    text = file.read_text(encoding="utf-8").replace("log: []\n", "log:\n")
    log = re.search(r"^log:\n(?:  .*\n)*", text, re.MULTILINE)
    assert log, f"{file.name} has no log"
    file.write_text(text[: log.end()] + entries + text[log.end() :], encoding="utf-8")
