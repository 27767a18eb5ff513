"""Options of ``yizhan check``."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import click

from yizhan.cli.group import Day, FormatOption, Localized
from yizhan.cli.output import OutputOption, write
from yizhan.commands.clock import today
from yizhan.model.text import Lang, Text
from yizhan.reporting.findings import formats
from yizhan.wording.command_line import AS_OF_JUDGED

_HELP = Text(
    "检查 records/ 里的全部档案；写了文件或文件夹，就只列出那里的问题。",
    "Check all of records/; given files or folders, show only what is found there.",
)
_NO_CACHE = Text("不用上次留下的结果，全部重新读、重新查。", "Read and check everything anew.")


def command(lang: Lang) -> click.Command:
    """``yizhan check`` in a language."""

    def run(
        paths: tuple[str, ...],
        as_of: date | None,
        form: str,
        output: Path | None,
        *,
        no_cache: bool,
    ) -> int:
        from yizhan.commands.check import check

        checked = check(
            Path.cwd(), as_of or today(), paths=paths, cached=not no_cache, today=today()
        )
        to_terminal = output is None and sys.stdout.isatty()
        text = checked.text(form, lang, colour=to_terminal and "NO_COLOR" not in os.environ)
        variable, summary = checked.summary(form, lang) or ("", "")
        if os.environ.get(variable):
            with Path(os.environ[variable]).open("a", encoding="utf-8") as stream:
                stream.write(summary)
        write(text, output)
        return 1 if checked.report.fails else 0

    return Localized(
        "check",
        lang=lang,
        callback=run,
        help=_HELP.in_(lang),
        params=[
            click.Argument(["paths"], nargs=-1, metavar="[PATH]…"),
            click.Option(["--as-of"], type=Day(), metavar="DATE", help=AS_OF_JUDGED.in_(lang)),
            FormatOption(formats(), "text", lang),
            OutputOption(lang),
            click.Option(["--no-cache"], is_flag=True, help=_NO_CACHE.in_(lang)),
        ],
    )
