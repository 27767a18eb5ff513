"""Options of ``yizhan build``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Literal

import click

from yizhan.cli.group import Day, Folder, Localized, Word
from yizhan.cli.output import say
from yizhan.commands.clock import today
from yizhan.model.text import Lang, Text
from yizhan.wording.command_line import AS_OF_SITE

Generator = Literal["mkdocs", "properdocs", "zensical"]

_HELP = Text(
    "检查全部档案，再把整个网站写到 site/；有错误时原来的网站不动。",
    "Check all records, then write the whole site to site/; on errors the former site stays.",
)
_GENERATOR = Text("用哪个工具生成页面的外壳。", "What builds the shells of the pages.")
_SITE_DIR = Text(
    "写到哪个文件夹，默认是 mkdocs.yml 的 site_dir，没有写就是 site。",
    "The folder to write; if left out, site_dir of mkdocs.yml, or else site.",
)
_PROGRESS = Text("\r已写 {n:,} 页", "\r{n:,} {n:page|pages} written")
_DONE = Text(
    "网站有 {files:,} 个文件：这次生成 {made:,} 个，写了 {written:,} 个，删去 {removed:,} 个。用浏览器打开：{path}\n"
    "本地预览请运行 yizhan serve。",
    "The site has {files:,} {files:file|files}: {made:,} {made:was|were} made, {written:,} written, "
    "{removed:,} removed. Open in a browser: {path}\nFor a local preview run yizhan serve.",
)
_FULL = Text(
    "全部重新生成，不用上次留下的结果。", "Make everything anew, without what the last build kept."
)


def command(lang: Lang) -> click.Command:
    """``yizhan build`` in a language."""

    def run(generator: Generator, as_of: date | None, site_dir: Path | None, *, full: bool) -> int:
        from yizhan.commands.build import build
        from yizhan.commands.check import check

        root, day = Path.cwd(), as_of or today()
        shown = _shown(lang) if sys.stderr.isatty() else _hidden
        built = build(root, site_dir, day, generator, shown, cached=not full, today=today())
        for notice in built.notices:
            say(notice.in_(lang), err=True)
        if built.counts is None:
            colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
            say(check(root, day, today=today()).text("text", lang, colour=colour), nl=False)
            return 1
        path = built.site / "index.html"
        say(_DONE.format(**asdict(built.counts), path=path).in_(lang))
        return 0

    return Localized(
        "build",
        lang=lang,
        callback=run,
        help=_HELP.in_(lang),
        params=[
            click.Option(
                ["--generator"],
                type=Word(("mkdocs", "properdocs", "zensical")),
                default="mkdocs",
                help=_GENERATOR.in_(lang),
            ),
            click.Option(["--full"], is_flag=True, help=_FULL.in_(lang)),
            click.Option(["--as-of"], type=Day(), metavar="DATE", help=AS_OF_SITE.in_(lang)),
            click.Option(["--site-dir"], type=Folder(), metavar="DIR", help=_SITE_DIR.in_(lang)),
        ],
    )


def _shown(lang: Lang) -> Callable[[int, bool], None]:
    def show(pages: int, done: bool) -> None:
        line = "\r\x1b[K" if done else _PROGRESS.format(n=pages).in_(lang)
        sys.stderr.write(line)
        sys.stderr.flush()

    return show


def _hidden(_pages: int, _done: bool) -> None:
    """Nothing is shown in a pipe."""
