"""Writing again what is generated from ``schema/`` and from the checks: ``make docs``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yizhan.commands import schema_readme
from yizhan.commands.check_docs import check_pages
from yizhan.commands.record_pages import record_pages


def generated_docs(root: Path) -> Iterator[tuple[str, str]]:
    """Yield path and fresh text of every generated document.

    Args:
        root: the project's root.
    """
    yield schema_readme.PATH, schema_readme.schema_readme()
    yield from record_pages(root)
    yield from check_pages()


def generate_docs(root: Path) -> list[str]:
    """Write what is not fresh and return its paths."""
    written = []
    for path, text in generated_docs(root):
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
            written.append(path)
    return written


if __name__ == "__main__":
    for each in generate_docs(Path.cwd()):
        print(each)
