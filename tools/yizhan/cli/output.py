"""Where what a command writes goes: the terminal, or the file of ``--output``.

Whatever is said of records goes through here, and leaves without the numbers of persons: a number
may stand in a file's name, in an option, in a title that no check has seen yet.
"""

from __future__ import annotations

from pathlib import Path

import click

from yizhan.checks.shared.personal_numbers import hidden
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


def say(text: str = "", *, nl: bool = True, err: bool = False) -> None:
    """Show a text, or with ``err`` a remark beside what is asked for."""
    click.echo(hidden(text), nl=nl, err=err)


def write(text: str, output: Path | None) -> None:
    """Write a text to a file, or show it where there is none."""
    if output is None:
        say(text, nl=False)
    else:
        output.write_text(hidden(text), encoding="utf-8", newline="\n")
