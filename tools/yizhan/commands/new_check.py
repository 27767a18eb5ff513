"""Writing the start of a new check: ``make new-check LETTER=M NAME=handler_named KIND=matter``.

The file it writes is whole but for its sentences and its condition, so that the tests that run over
every check are red until these are there: a check cannot be added and forgotten.
"""

from __future__ import annotations

import re
import sys
from importlib.resources import files
from pathlib import Path

from yizhan.checks import RETIRED, discover
from yizhan.model.kinds import KINDS, identify
from yizhan.model.vocabulary import Kind

VILLAGE = "tests/village"
"""The miniature village that examples are laid over."""

IMPORTS = (
    "from yizhan.checks.shared.check import Check, Context, Example, Problem",
    "from yizhan.model.archive import Archive",
    "from yizhan.model.finding import Level",
    "from yizhan.model.text import Text",
    "from yizhan.model.vocabulary import Kind",
)
"""What every check needs, beside the model of its kind."""

EXPECTED = "tests/checks/expected"
"""Where the findings of bad examples are kept."""


class NewCheckError(Exception):
    """What was asked for cannot be started; the message says why, in one line."""


def next_code(letter: str) -> str:
    """The first code of a letter that no check has or ever had.

    Raises:
        NewCheckError: no check begins with this letter; a new one has to be explained first.
    """
    used = [code for code in (*(check.code for check in discover()), *RETIRED) if code[0] == letter]
    if not used:
        raise NewCheckError(
            f"no code begins with {letter}: add it to GROUPS in check_docs.py first"
        )
    return f"{letter}{max(int(code[1:]) for code in used) + 1:03}"


def new_check(root: Path, letter: str, name: str, kind: Kind) -> tuple[str, str]:
    """Write a check's file and its golden file.

    Args:
        root: this repository.
        letter: first letter of the code, as in the table of the manual.
        name: what is checked, in a few words of lower case joined by ``_``.
        kind: the kind of record it runs on.

    Returns:
        Both paths, relative to the root.

    Raises:
        NewCheckError: the name or the letter will not do.
    """
    if not re.fullmatch(r"[a-z]+(_[a-z]+)*", name):
        raise NewCheckError(f"{name} is not a name such as handler_named")
    code = next_code(letter)
    path, example = _example(root / VILLAGE, kind)
    model = KINDS[kind].model
    template = files("yizhan") / "presets/scaffold/check.py.txt"
    said = name.replace("_", " ")
    text = template.read_text(encoding="utf-8").format(
        code=code,
        summary=said,
        title=said.capitalize(),
        imports="\n".join(sorted((*IMPORTS, f"from {model.__module__} import {model.__name__}"))),
        model=model.__name__,
        kind=kind.name,
        path=path,
        example=example,
    )
    check = f"tools/yizhan/checks/{code.lower()}_{name}.py"
    golden = f"{EXPECTED}/{code}.txt"
    (root / check).write_text(text, encoding="utf-8")
    (root / golden).write_text("", encoding="utf-8")
    return check, golden


def _example(village: Path, kind: Kind) -> tuple[str, str]:
    """Path and text of the village's first record of a kind, to be changed into the bad example."""
    for file in sorted((village / "records").rglob("*.yaml")):
        path = file.relative_to(village).as_posix()
        identity = identify(path)
        if identity is not None and identity.kind is kind:
            return path, file.read_text(encoding="utf-8")
    raise NewCheckError(f"the tests' village has no {kind.value}: add one first")


def main(arguments: list[str]) -> int:
    """Run ``make new-check``; 2 where it was called wrongly, with one line that says how."""
    usage = "usage: make new-check LETTER=M NAME=handler_named KIND=matter"
    try:
        letter, name, kind = arguments
        check, golden = new_check(Path.cwd(), letter, name, Kind(kind))
    except (ValueError, NewCheckError) as error:
        print(error if isinstance(error, NewCheckError) else usage, file=sys.stderr)
        return 2
    print(f"{check}: write its sentences, its condition and the mistake of its bad example")
    print(f"{golden}: then make accept, and read what it says as a clerk would")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
