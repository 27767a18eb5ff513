"""The command line: ``yizhan COMMAND``.

Exit codes: 0 fine; 1 findings; 2 the operator's mistake, said in one line.

To add a command: write the use case in ``commands/<name>.py`` (no Click, no printing), its options
in ``cli/<name>.py`` as ``def command(lang: Lang) -> click.Command``, and a line in ``COMMANDS``.
Modules are imported when their command is asked for, so that ``yizhan check`` does not wait for
MkDocs. A mistake of the operator is an exception whose first argument is a ``Text``: it is shown in
one line, and the exit code is 2.
"""

from __future__ import annotations

import sys

import click

from yizhan.cli.group import Group, mistake_of
from yizhan.cli.output import say
from yizhan.model.text import Text

COMMANDS: dict[str, tuple[str, Text]] = {
    "build": ("yizhan.cli.build", Text("检查并生成网站", "Check and build the site")),
    "check": ("yizhan.cli.check", Text("检查全部档案", "Check all records")),
    "new": (
        "yizhan.cli.new",
        Text("记一件新的事项、会议或者走访", "Record a matter, a meeting or a round"),
    ),
    "advance": (
        "yizhan.cli.advance",
        Text("给一件事项添一条办理记录", "Add an entry to a matter's log"),
    ),
    "correct": (
        "yizhan.cli.correct",
        Text("更正一份档案里写错的一处", "Correct one thing in a record"),
    ),
    "acknowledge": (
        "yizhan.cli.acknowledge",
        Text("如实写明一处不合规", "Acknowledge what is irregular"),
    ),
    "resolve": (
        "yizhan.cli.resolve",
        Text("记下一处不合规后来怎样处理", "Record what became of an irregular act"),
    ),
    "explain": ("yizhan.cli.explain", Text("说明一个代号", "Explain a code")),
    "metrics": ("yizhan.cli.metrics", Text("数一数：各项比例、天数", "Figures with receipts")),
    "report": ("yizhan.cli.report", Text("一个月的情况", "A month for a committee")),
    "init": ("yizhan.cli.init", Text("为新的村（社区）铺好仓库", "Lay out a new repository")),
    "upgrade": (
        "yizhan.cli.upgrade",
        Text("把旧的村换成现在的布局", "Bring an older village over"),
    ),
    "serve": ("yizhan.cli.serve", Text("在本机预览网站", "Preview the site")),
}
"""Name → module with ``command(lang)``, and what the list of commands says of it."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run one command.

    Args:
        arguments: without the program's name.

    Returns:
        The exit code.
    """
    group = Group(COMMANDS)
    try:
        code = group.main(arguments, prog_name="yizhan", standalone_mode=False)
    except (KeyboardInterrupt, click.Abort):
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone (yizhan check | head): nobody is left to be told.
        sys.stderr.close()
        return 0
    except Exception as error:
        if isinstance(error.__cause__, KeyboardInterrupt):
            return 130  # interrupted while a class was being made, of which Python makes an error
        text = mistake_of(error)
        if text is None:
            raise
        say(text.in_(group.lang), err=True)
        return 2
    return code if isinstance(code, int) else 0
