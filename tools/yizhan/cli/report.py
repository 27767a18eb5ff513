"""Options of ``yizhan report``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from yizhan.cli.group import Day, FormatOption, Localized
from yizhan.cli.output import OutputOption, write
from yizhan.commands.clock import today
from yizhan.model.text import Lang, Text
from yizhan.reporting.month import formats
from yizhan.wording.command_line import AS_OF_FIGURES, PLACE

_HELP = Text(
    "写出一个月的情况（例如 2026-10），给监督委员会看：新提出、了结、逾期、移交、决定、下月要催的。",
    "Write a month (such as 2026-10) for a supervising committee: raised, closed, late, handed "
    "over, decided, to be pressed.",
)


def command(lang: Lang) -> click.Command:
    """``yizhan report`` in a language."""

    def run(
        month: str, place: str | None, as_of: date | None, form: str, output: Path | None
    ) -> int:
        from yizhan.commands.report import report

        text = report(Path.cwd(), month, as_of or today(), lang, place, form, today())
        write(text, output)
        return 0

    return Localized(
        "report",
        lang=lang,
        callback=run,
        help=_HELP.in_(lang),
        params=[
            click.Argument(["month"], metavar="YYYY-MM"),
            click.Option(["--place"], metavar="PLACE", help=PLACE.in_(lang)),
            click.Option(["--as-of"], type=Day(), metavar="DATE", help=AS_OF_FIGURES.in_(lang)),
            FormatOption(formats(), "markdown", lang),
            OutputOption(lang),
        ],
    )
