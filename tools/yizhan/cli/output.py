"""Where what a command writes goes: the terminal, or the file of ``--output``."""

from __future__ import annotations

from pathlib import Path

import click

from yizhan.model.text import Lang
from yizhan.wording.command_line import OUTPUT


class OutputOption(click.Option):
    """``--output``, given to a command as ``output``.

    Args:
        lang: of its help.
    """

    def __init__(self, lang: Lang) -> None:
        super().__init__(
            ["-o", "--output"],
            type=click.Path(dir_okay=False, path_type=Path),
            metavar="FILE",
            help=OUTPUT.in_(lang),
        )


def write(text: str, output: Path | None) -> None:
    """Write a text to a file, or show it where there is none."""
    if output is None:
        click.echo(text, nl=False)
    else:
        output.write_text(text, encoding="utf-8", newline="\n")
