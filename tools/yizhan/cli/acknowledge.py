"""Options of ``yizhan acknowledge``."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from yizhan.cli.asking import Terminal, at_terminal, lead, stopped
from yizhan.cli.group import Day, Localized
from yizhan.commands.clock import today
from yizhan.model.text import Lang, Text
from yizhan.wording.command_line import AS_OF_JUDGED, BACK, COMMIT, TO_BE_ADDED, WRITE, WRITTEN, YES

if TYPE_CHECKING:
    from yizhan.commands.acknowledge import Done

_HELP = Text(
    "如实写明一处不合规：写进它所在的最小一条，别的一个字不动；写完就查。",
    "Acknowledge what is irregular, at the smallest item that holds it; nothing else is touched.",
)
_OPTIONS = ("article", "reason", "by", "date")


def command(lang: Lang) -> click.Command:
    """``yizhan acknowledge`` in a language."""

    def run(
        path: str | None, code: str | None, *, as_of: date | None, yes: bool, **given: Any
    ) -> int:
        from yizhan.commands.acknowledge import interview, preview
        from yizhan.commands.interview.session import session_at

        session = session_at(Path.cwd(), as_of or today())
        finding = " ".join(each for each in (path, code) if each) or None
        try:
            plan = lead(interview(session), {"finding": finding, **given}, lang, trusting=yes)
            if at_terminal() and not yes:
                click.echo()
                Terminal(lang).say(TO_BE_ADDED.format(lines=preview(plan)))
                if not Terminal(lang).agrees(WRITE.format(path=plan.finding.path)):
                    return stopped(lang)
        except (KeyboardInterrupt, EOFError, click.Abort):
            return stopped(lang)
        from yizhan.commands.acknowledge import acknowledge

        return tell(acknowledge(session, plan), lang)

    return Localized(
        "acknowledge",
        lang=lang,
        callback=run,
        help=_HELP.in_(lang),
        params=_parameters(lang),
    )


def tell(done: Done, lang: Lang) -> int:
    """Say what became of what was to be written, and what the checks say now; the exit code."""
    from yizhan.reporting.findings import text

    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    click.echo()
    click.echo(text.write(done.report, lang, colour=colour), nl=False)
    if not done.written:
        click.echo(BACK.in_(lang, path=done.path), err=True)
        return 1
    click.echo(WRITTEN.in_(lang, path=done.path))
    click.echo(COMMIT.in_(lang, paths=done.path))
    return 1 if done.report.fails else 0


def _parameters(lang: Lang) -> list[click.Parameter]:
    from yizhan.loading.schemas import load_vocabulary
    from yizhan.model.vocabulary import Kind

    words = load_vocabulary()
    options: list[click.Parameter] = [
        click.Argument(["path"], required=False, metavar="[PATH[:LINE]]"),
        click.Argument(["code"], required=False, metavar="[CODE]"),
    ]
    for name in _OPTIONS:
        pointer = ("irregular", 0, name)
        described = words.description(Kind.MEETING, pointer)
        help_ = described.in_(lang) if described is not None else None
        metavar = words.field(Kind.MEETING, pointer).in_(lang)
        options.append(click.Option([f"--{name}", name], metavar=metavar, help=help_))
    return [
        *options,
        click.Option(["--as-of"], type=Day(), metavar="DATE", help=AS_OF_JUDGED.in_(lang)),
        click.Option(["--yes", "-y"], is_flag=True, help=YES.in_(lang)),
    ]
