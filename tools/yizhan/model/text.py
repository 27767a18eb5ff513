"""A short text in the two languages Yizhan speaks."""

from __future__ import annotations

from typing import Literal, NamedTuple

Lang = Literal["zh", "en"]
"""Language of messages and of the site's own words; record content is never translated."""


class Text(NamedTuple):
    """The same sentence in Chinese and in English.

    Both may hold ``str.format`` fields; ``format`` fills them. A field's value may itself be a
    ``Text``: each language then gets its own half.
    """

    zh: str
    en: str

    def in_(self, lang: Lang) -> str:
        """Return the half for ``lang``."""
        return self.zh if lang == "zh" else self.en

    def format(self, **values: object) -> Text:
        """Fill the fields of both halves and return a new ``Text``."""
        zh = {key: value.zh if isinstance(value, Text) else value for key, value in values.items()}
        en = {key: value.en if isinstance(value, Text) else value for key, value in values.items()}
        return Text(self.zh.format(**zh), self.en.format(**en))
