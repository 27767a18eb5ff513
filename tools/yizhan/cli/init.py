"""Options of ``yizhan init``."""

from __future__ import annotations

from pathlib import Path

import click

from yizhan.cli.group import Localized
from yizhan.cli.output import say
from yizhan.model.text import Lang, Text

_HELP = Text(
    "为一个新的村（社区）铺好仓库：档案骨架、网站外壳、检查和发布的流程。已有的文件一个不动。",
    "Lay out a repository for a new village: records, site, workflows. Existing files stay as they are.",
)
_NAME = Text("村（社区）的名字。", "Name of the village or community.")
_DONE = Text(
    "在 {target} 写好 {written} 个文件{kept}。\n"
    "接下来：cd {target}，然后 npm ci（装检索用的部件）、yizhan check（检查）、yizhan build（搭建网站）。\n"
    "先改三处：records/places/ 里的地名、mkdocs.yml 里的网站名和仓库地址、README.md。",
    "Wrote {written} {written:file|files} to {target}{kept}.\n"
    "Next: cd {target}, then npm ci (the search engine), yizhan check, yizhan build.\n"
    "First correct three things: the places in records/places/, site name and repository address in "
    "mkdocs.yml, README.md.",
)
_KEPT = Text(
    "，{count} 个已有的没有动",
    "; {count} {count:was there already and stays as it is|were there already and stay as they are}",
)


def command(lang: Lang) -> click.Command:
    """``yizhan init`` in a language."""

    def run(target: Path, name: str) -> int:
        from yizhan.commands.init import init

        done = init(target, name)
        kept = _KEPT.format(count=len(done.kept)) if done.kept else Text("", "")
        text = _DONE.format(target=target, written=len(done.written), kept=kept)
        say(text.in_(lang))
        return 0

    parameters: list[click.Parameter] = [
        click.Argument(["target"], metavar="DIR", type=click.Path(path_type=Path)),
        click.Option(["--name"], default="本村", show_default=True, help=_NAME.in_(lang)),
    ]
    return Localized("init", lang=lang, callback=run, help=_HELP.in_(lang), params=parameters)
