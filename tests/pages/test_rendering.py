"""What a template asks for is there, or the error names template, page and name."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError, meta

from yizhan.pages.rendering import render

OVERRIDES = Path(__file__).resolve().parents[2] / "overrides"
GIVEN = {
    "config",
    "nav",
    "page",
    "lang",  # set by mkdocs-material's templates for those that they include
    "yz",  # the macros that main.html imports, for the partials that it includes
}
"""What the generators hand to every template of a theme, as far as the overrides use it."""


def test_a_value_that_is_not_handed_over_is_named():
    with pytest.raises(UndefinedError, match=r"^pager\.html, for /matters/: 'pager' is undefined$"):
        render("pager.html", "matters/", "zh")


def test_a_page_of_the_theme_asks_for_nothing_that_no_generator_hands_over():
    """There an unknown name would be an empty place and no error."""
    env = Environment(autoescape=True)
    env.filters.update(url=str, script_tag=str)
    unknown = {
        file.relative_to(OVERRIDES).as_posix(): names
        for file in sorted(OVERRIDES.rglob("*.html"))
        if (names := meta.find_undeclared_variables(env.parse(file.read_text("utf-8"))) - GIVEN)
    }
    assert unknown == {}
