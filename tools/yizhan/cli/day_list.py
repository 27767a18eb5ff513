"""``yizhan`` without a command: what needs doing today."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from yizhan.cli.output import say
from yizhan.commands.clock import today
from yizhan.model.text import Lang


def show(as_of: date | None, lang: Lang) -> int:
    """Print the day's list; what is due is no failure, and neither is an error named at its head."""
    from yizhan.commands.day_list import day_list
    from yizhan.reporting import day_list as writer

    say(writer.write(day_list(Path.cwd(), as_of or today(), today()), lang), nl=False)
    return 0
