"""Options of ``yizhan correct``."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import Any, cast

import click

from yizhan.cli.asking import Terminal, at_terminal, lead, stopped
from yizhan.cli.group import Day, Localized
from yizhan.commands.clock import today
from yizhan.model.text import Lang, Text
from yizhan.wording.command_line import (
    AS_OF_JUDGED,
    BACK,
    COMMIT,
    TO_BE_ADDED,
    WRITE,
    WRITTEN,
    YES,
)

_HELP = Text(
    "更正一份档案里写错的一处：原来的话不动，在末尾的 corrections 里加一条；写完就查。",
    "Correct one thing in a record: what is there stays, an entry is added to its corrections; then checks.",
)
_OPTIONS = ("at", "value", "date", "by", "reason")
_KEEP = Text(
    "改对以后显出不合规的，也留着，再照提示写明。",
    "Leave it in the file where the truth turns out irregular, to be acknowledged next.",
)
_IRREGULAR = Text(
    "确实如此、只是不合规的，加上 --keep 再写一次，然后照上面的提示写明。",
    "If it is true and only irregular, write it once more with --keep, and acknowledge it as shown above.",
)
_BOTH = Text(
    "--value 和 --annul 只写一个：改成别的写 --value，作废写 --annul。",
    "Give one of --value and --annul: a new value, or that it is annulled.",
)
_ANNUL = Text("作废，不改成别的。", "Annul it instead of giving a new value.")


def command(lang: Lang) -> click.Command:
    """``yizhan correct`` in a language."""

    def run(
        record: str | None, *, as_of: date | None, yes: bool, annul: bool, keep: bool, **given: Any
    ) -> int:
        from yizhan.commands.correct import interview, preview
        from yizhan.commands.interview.session import session_at

        session = session_at(Path.cwd(), as_of or today())
        if annul and given["value"] is not None:
            raise click.UsageError(cast("str", _BOTH))
        if annul:
            given["value"] = "annul"
        try:
            exact = yes or not at_terminal()
            plan = lead(
                interview(session, exact=exact), {"record": record, **given}, lang, trusting=yes
            )
            if at_terminal() and not yes:
                click.echo()
                Terminal(lang).say(TO_BE_ADDED.format(lines=preview(plan)))
                if not Terminal(lang).agrees(WRITE.format(path=plan.record.path)):
                    return stopped(lang)
        except (KeyboardInterrupt, EOFError, click.Abort):
            return stopped(lang)
        return _write(session, plan, lang, keep)

    return Localized(
        "correct", lang=lang, callback=run, help=_HELP.in_(lang), params=_parameters(lang)
    )


def _write(session: Any, plan: Any, lang: Lang, keep: bool) -> int:
    from yizhan.commands.correct import correct
    from yizhan.model.finding import Level
    from yizhan.reporting.findings import text

    done = correct(session, plan, keep=keep)
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    click.echo()
    click.echo(text.write(done.report, lang, colour=colour), nl=False)
    if not done.written:
        click.echo(BACK.in_(lang, path=done.path), err=True)
        if not keep and done.report.count(Level.IRREGULAR) and not done.report.count(Level.ERROR):
            click.echo(_IRREGULAR.in_(lang), err=True)
        return 1
    click.echo(WRITTEN.in_(lang, path=done.path))
    click.echo(COMMIT.in_(lang, paths=done.path))
    return 1 if done.report.fails else 0


def _parameters(lang: Lang) -> list[click.Parameter]:
    from yizhan.loading.schemas import load_vocabulary
    from yizhan.model.vocabulary import Kind

    words = load_vocabulary()
    options: list[click.Parameter] = [click.Argument(["record"], required=False, metavar="[ID]")]
    for name in _OPTIONS:
        pointer = ("corrections", 0, name)
        described = words.description(Kind.MATTER, pointer)
        help_ = described.in_(lang) if described is not None else None
        metavar = words.field(Kind.MATTER, pointer).in_(lang)
        options.append(click.Option([f"--{name}", name], metavar=metavar, help=help_))
    return [
        *options,
        click.Option(["--keep"], is_flag=True, help=_KEEP.in_(lang)),
        click.Option(["--annul"], is_flag=True, help=_ANNUL.in_(lang)),
        click.Option(["--as-of"], type=Day(), metavar="DATE", help=AS_OF_JUDGED.in_(lang)),
        click.Option(["--yes", "-y"], is_flag=True, help=YES.in_(lang)),
    ]
