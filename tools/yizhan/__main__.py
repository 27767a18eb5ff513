"""``python -m yizhan``."""

from yizhan.cli import main

main()
