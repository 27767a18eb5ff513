"""Options of ``yizhan advance``."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from yizhan.cli.asking import Terminal, at_terminal, lead, stopped
from yizhan.cli.group import Day, Localized
from yizhan.commands.clock import today
from yizhan.model.text import Lang, Text
from yizhan.wording.command_line import AS_OF_JUDGED, BACK, COMMIT, TO_BE_ADDED, WRITE, WRITTEN, YES

_HELP = Text(
    "给一件事项添一条办理记录：只列出现在可以走的步骤，问完就写，写完就查；文件里别的一个字不动。",
    "Add an entry to a matter's log: offers the steps it may take now, writes, and checks; nothing else in the file is touched.",
)
_OPTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("step", ("step",)),
    ("date", ("date",)),
    ("note", ("note",)),
    ("by", ("by",)),
    ("to", ("to",)),
    ("with", ("with",)),
    ("meeting", ("meeting",)),
    ("round", ("round",)),
    ("tier", ("tier",)),
    ("until", ("until",)),
    ("reason", ("reason",)),
    ("result", ("outcome", "result")),
    ("outcome", ("outcome", "text")),
    ("outcome_reason", ("outcome", "reason")),
    ("owner", ("outcome", "belongs_to", "body")),
    ("owner_name", ("outcome", "belongs_to", "name")),
    ("cost", ("outcome", "cost")),
    ("funding", ("outcome", "funding")),
    ("how", ("verdict", "how")),
    ("recorded_by", ("verdict", "recorded_by")),
    ("asked", ("verdict", "asked")),
    ("satisfied", ("verdict", "satisfied")),
    ("opinion", ("verdict", "text")),
    ("into", ("into",)),
    ("merged_into", ("merged_into",)),
)
"""Each option and the field of a log entry that it fills."""

_KEEP = Text("有错误也留着，不放回原样。", "Leave the entry in the file even if it breaks a check.")
_KEPT = Text(
    "这一条通不过检查，照 --keep 的意思留在 {path} 里了。",
    "The entry breaks a check; --keep left it in {path}.",
)
_STILL = Text(
    "{path} 写好了；其中原来就有的错误还在，请一并改掉。",
    "Written to {path}; the errors it had before are still there, please correct them too.",
)
_BROKEN = Text(
    "{path} 本来就读不了，先改好它；什么也没有写。",
    "{path} cannot be read as it is; correct it first. Nothing was written.",
)


def command(lang: Lang) -> click.Command:
    """``yizhan advance`` in a language."""

    def run(matter: str | None, *, as_of: date | None, yes: bool, keep: bool, **given: Any) -> int:
        from yizhan.commands.advance import BrokenFileError, interview, preview
        from yizhan.commands.interview.session import session_at

        session = session_at(Path.cwd(), as_of or today())
        try:
            asked = interview(session, given["date"])
            plan = lead(asked, {"matter": matter, **given}, lang, trusting=yes)
            if at_terminal() and not yes:
                click.echo()
                Terminal(lang).say(TO_BE_ADDED.format(lines=preview(plan)))
                if not Terminal(lang).agrees(WRITE.format(path=plan.matter.path)):
                    return stopped(lang)
        except (KeyboardInterrupt, EOFError, click.Abort):
            return stopped(lang)
        except BrokenFileError as error:
            return _broken(error, lang)
        return _write(session, plan, lang, keep)

    return Localized(
        "advance",
        lang=lang,
        callback=run,
        help=_HELP.in_(lang),
        params=_parameters(lang),
    )


def _write(session: Any, plan: Any, lang: Lang, keep: bool) -> int:
    from yizhan.commands.advance import advance
    from yizhan.reporting.findings import text

    done = advance(session, plan, keep=keep)
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    click.echo()
    click.echo(text.write(done.report, lang, colour=colour), nl=False)
    if done.report.fails:
        message = BACK if not done.written else _KEPT if done.broke else _STILL
        click.echo(message.in_(lang, path=done.path), err=True)
        return 1
    click.echo(WRITTEN.in_(lang, path=done.path))
    if done.said is not None:
        click.echo(done.said.in_(lang))
    click.echo(COMMIT.in_(lang, paths=done.path))
    return 0


def _broken(error: Any, lang: Lang) -> int:
    from yizhan.reporting.findings import text

    click.echo(text.write(error.report, lang), nl=False)
    click.echo(_BROKEN.in_(lang, path=error.path), err=True)
    return 1


def _parameters(lang: Lang) -> list[click.Parameter]:
    from yizhan.loading.schemas import load_vocabulary
    from yizhan.model.vocabulary import Kind

    words = load_vocabulary()
    options: list[click.Parameter] = [click.Argument(["matter"], required=False, metavar="[ID]")]
    for name, pointer in _OPTIONS:
        described = words.description(Kind.MATTER, ("log", 0, *pointer))
        help_ = described.in_(lang) if described is not None else None
        option = "--" + name.replace("_", "-")
        metavar = words.field(Kind.MATTER, ("log", 0, *pointer)).in_(lang)
        options.append(click.Option([option, name], metavar=metavar, help=help_))
    return [
        *options,
        click.Option(["--as-of"], type=Day(), metavar="DATE", help=AS_OF_JUDGED.in_(lang)),
        click.Option(["--yes", "-y"], is_flag=True, help=YES.in_(lang)),
        click.Option(["--keep"], is_flag=True, help=_KEEP.in_(lang)),
    ]
