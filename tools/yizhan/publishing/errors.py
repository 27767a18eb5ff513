"""What can keep a site from being built although the records are in order."""

from __future__ import annotations

from yizhan.model.text import Text


class PublishingError(Exception):
    """Something on the operator's side is missing or broken; the former site stays as it was.

    Attributes:
        text: what is wrong and what to do.
    """

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self.text = text
