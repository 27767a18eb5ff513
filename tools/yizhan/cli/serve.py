"""Options of ``yizhan serve``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from yizhan.cli.group import Day, Localized
from yizhan.model.text import Lang, Text
from yizhan.wording.command_line import AS_OF_SITE

_HELP = Text(
    "在本机预览网站；改了档案或页面，浏览器自动刷新。按 Ctrl-C 结束。",
    "Preview the site on this computer; edits refresh the browser. Ctrl-C ends it.",
)
_ADDRESS = Text("在哪个地址提供，默认 127.0.0.1:8000。", "Where to serve; 127.0.0.1:8000.")
_OPEN = Text("同时打开浏览器。", "Open the browser as well.")


def command(lang: Lang) -> click.Command:
    """``yizhan serve`` in a language."""

    def run(address: str, as_of: date | None, *, browse: bool) -> int:
        from yizhan.commands.serve import serve

        return serve(Path.cwd(), address, as_of, browse=browse)

    return Localized(
        "serve",
        lang=lang,
        callback=run,
        help=_HELP.in_(lang),
        params=[
            click.Option(
                ["-a", "--address"],
                default="127.0.0.1:8000",
                metavar="HOST:PORT",
                help=_ADDRESS.in_(lang),
            ),
            click.Option(["--as-of"], type=Day(), metavar="DATE", help=AS_OF_SITE.in_(lang)),
            click.Option(["--open", "browse"], is_flag=True, help=_OPEN.in_(lang)),
        ],
    )
