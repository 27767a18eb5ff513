"""Options of ``yizhan resolve``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from yizhan.cli.acknowledge import tell
from yizhan.cli.asking import Terminal, at_terminal, lead, stopped
from yizhan.cli.group import Day, Localized
from yizhan.commands.clock import today
from yizhan.model.text import Lang, Text
from yizhan.wording.command_line import AS_OF_JUDGED, TO_BE_ADDED, WRITE, YES

_HELP = Text(
    "记下一处写明了的不合规后来怎样处理：维持、追认还是撤销；别的一个字不动，写完就查。",
    "Record what became of an acknowledged irregular act: upheld, ratified or annulled; nothing else is touched.",
)
_OPTIONS = ("result", "by", "date", "from_beginning", "note")


def command(lang: Lang) -> click.Command:
    """``yizhan resolve`` in a language."""

    def run(
        path: str | None, code: str | None, *, as_of: date | None, yes: bool, **given: Any
    ) -> int:
        from yizhan.commands.interview.session import session_at
        from yizhan.commands.resolve import interview, preview, resolve

        session = session_at(Path.cwd(), as_of or today())
        act = " ".join(each for each in (path, code) if each) or None
        try:
            plan = lead(interview(session), {"act": act, **given}, lang, trusting=yes)
            if at_terminal() and not yes:
                click.echo()
                Terminal(lang).say(TO_BE_ADDED.format(lines=preview(plan)))
                if not Terminal(lang).agrees(WRITE.format(path=plan.path)):
                    return stopped(lang)
        except (KeyboardInterrupt, EOFError, click.Abort):
            return stopped(lang)
        return tell(resolve(session, plan), lang)

    return Localized(
        "resolve", lang=lang, callback=run, help=_HELP.in_(lang), params=_parameters(lang)
    )


def _parameters(lang: Lang) -> list[click.Parameter]:
    from yizhan.loading.schemas import load_vocabulary
    from yizhan.model.vocabulary import Kind

    words = load_vocabulary()
    options: list[click.Parameter] = [
        click.Argument(["path"], required=False, metavar="[PATH[:LINE]]"),
        click.Argument(["code"], required=False, metavar="[CODE]"),
    ]
    for name in _OPTIONS:
        pointer = ("irregular", 0, "resolution", name)
        described = words.description(Kind.MEETING, pointer)
        help_ = described.in_(lang) if described is not None else None
        metavar = words.field(Kind.MEETING, pointer).in_(lang)
        flag = f"--{name.replace('_', '-')}"
        options.append(click.Option([flag, name], metavar=metavar, help=help_))
    return [
        *options,
        click.Option(["--as-of"], type=Day(), metavar="DATE", help=AS_OF_JUDGED.in_(lang)),
        click.Option(["--yes", "-y"], is_flag=True, help=YES.in_(lang)),
    ]
