"""Options of ``yizhan metrics``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from yizhan.cli.group import Day, FormatOption, Localized
from yizhan.cli.output import say
from yizhan.commands.clock import today
from yizhan.model.text import Lang, Text
from yizhan.reporting.figures import formats
from yizhan.wording.command_line import AS_OF_FIGURES, PLACE

_HELP = Text(
    "数一数：回应率、解决率、满意率、天数、逾期、重办，每个数字都写明怎么数、哪些不计。",
    "Count: response, resolution, satisfaction, days, late, reopened; each figure says what it "
    "counts and what it leaves out.",
)
_FROM = Text("只数这一天和以后提出的。", "Only what was raised on this day or later.")
_TO = Text("只数这一天和以前提出的。", "Only what was raised on this day or earlier.")


def command(lang: Lang) -> click.Command:
    """``yizhan metrics`` in a language."""

    def run(
        place: str | None, first: date | None, last: date | None, as_of: date | None, form: str
    ) -> int:
        from yizhan.commands.metrics import metrics

        found = metrics(Path.cwd(), as_of or today(), place, first, last, today())
        say(found.text(form, lang), nl=False)
        return 0

    return Localized(
        "metrics",
        lang=lang,
        callback=run,
        help=_HELP.in_(lang),
        params=[
            click.Option(["--place"], metavar="PLACE", help=PLACE.in_(lang)),
            click.Option(["--from", "first"], type=Day(), metavar="DATE", help=_FROM.in_(lang)),
            click.Option(["--to", "last"], type=Day(), metavar="DATE", help=_TO.in_(lang)),
            click.Option(["--as-of"], type=Day(), metavar="DATE", help=AS_OF_FIGURES.in_(lang)),
            FormatOption(formats(), "text", lang),
        ],
    )
