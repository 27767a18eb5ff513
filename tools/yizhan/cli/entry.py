"""What commands share that write an entry into a record: options, the question before, what is said after."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from yizhan.cli.asking import Terminal, at_terminal, lead
from yizhan.cli.group import Day
from yizhan.cli.output import say
from yizhan.commands.interview.question import Interview, T
from yizhan.model.finding import Pointer
from yizhan.model.text import Lang, Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.command_line import (
    AS_OF_JUDGED,
    BACK,
    COMMIT,
    NOT_YET,
    TO_BE_ADDED,
    WRITE,
    WRITTEN,
    YES,
)

if TYPE_CHECKING:
    from yizhan.commands.broken_file import BrokenFileError
    from yizhan.commands.written import Done
    from yizhan.reporting.report import Report

_BROKEN = Text(
    "{path} 本来就有上面的错误，先改好它；什么也没有写。",
    "{path} has the errors above as it is; correct it first. Nothing was written.",
)


def field_options(
    lang: Lang, kind: Kind, fields: Iterable[tuple[str, Pointer]]
) -> list[click.Option]:
    """An option for each field that it fills, described as in the schema.

    Args:
        lang: of the help.
        kind: of record whose schema has the fields.
        fields: name of the option, and the field.
    """
    from yizhan.loading.schemas import load_vocabulary

    words = load_vocabulary()
    options = []
    for name, pointer in fields:
        described = words.description(kind, pointer)
        help_ = described.in_(lang) if described is not None else None
        metavar = words.field(kind, pointer).in_(lang)
        flag = f"--{name.replace('_', '-')}"
        options.append(click.Option([flag, name], metavar=metavar, help=help_))
    return options


def day_and_yes(lang: Lang) -> list[click.Option]:
    """The day by which the entry is judged, and whether to ask before it is written."""
    return [
        click.Option(["--as-of"], type=Day(), metavar="DATE", help=AS_OF_JUDGED.in_(lang)),
        click.Option(["--yes", "-y"], is_flag=True, help=YES.in_(lang)),
    ]


def agreed(
    interview: Interview[T],
    given: dict[str, str | None],
    lang: Lang,
    lines: Callable[[T], tuple[str, str]],
    *,
    yes: bool,
) -> T | None:
    """Have a plan made, and let a person agree to it; None where one stopped.

    Args:
        interview: makes the plan.
        given: the options, by name.
        lang: of the questions.
        lines: of a plan, what is to be added, and to which file.
        yes: ask nothing.
    """
    try:
        plan = lead(interview, given, lang, trusting=yes)
        if at_terminal() and not yes:
            added, path = lines(plan)
            say()
            Terminal(lang).say(TO_BE_ADDED.format(lines=added))
            if not Terminal(lang).agrees(WRITE.format(path=path)):
                return None
    except (KeyboardInterrupt, EOFError, click.Abort):
        return None
    return plan


def show(report: Report, lang: Lang) -> None:
    """What the checks say after an entry was written."""
    from yizhan.reporting.findings import text

    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    say()
    say(text.write(report, lang, colour=colour), nl=False)


def tell(done: Done, lang: Lang, advice: Text | None = None) -> int:
    """Say what became of what was to be written, and what the checks say now; the exit code.

    Args:
        done: what became of it.
        lang: of what is said.
        advice: what else can be done where the file was put back.
    """
    show(done.report, lang)
    if not done.written:
        say(BACK.in_(lang, path=done.path), err=True)
        if advice is not None:
            say(advice.in_(lang), err=True)
        return 1
    say(WRITTEN.in_(lang, path=done.path))
    last = NOT_YET if any(each.fails for each in done.report.findings) else COMMIT
    say(last.in_(lang, paths=done.path))
    return 1 if done.report.fails else 0


def broken(error: BrokenFileError, lang: Lang) -> int:
    """Say what is wrong with a file without which nothing can be written; the exit code."""
    from yizhan.reporting.findings import text

    say(text.write(error.report, lang), nl=False)
    say(_BROKEN.in_(lang, path=error.path), err=True)
    return 1
