"""Options of ``yizhan explain``."""

from __future__ import annotations

import click

from yizhan.cli.group import Localized
from yizhan.model.text import Lang, Text

_HELP = Text(
    "说明一个代号（例如 S005）：为什么查、怎么改、错的和对的例子。",
    "Explain a code such as S005: why it is checked, how to fix it, a wrong and a right example.",
)


def command(lang: Lang) -> click.Command:
    """``yizhan explain`` in a language."""

    def run(code: str) -> int:
        from yizhan.commands.explain import explain

        click.echo(explain(code, lang), nl=False)
        return 0

    arguments: list[click.Parameter] = [click.Argument(["code"], metavar="CODE")]
    return Localized("explain", lang=lang, callback=run, help=_HELP.in_(lang), params=arguments)
