"""Bodies of another district, in each place where a matter names one."""

import pytest

from yizhan.checks.m030_own_district import CHECK
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH

FAR = {path: text for path, text in CHECK.bad.files.items() if path != NOISE_PATH}
ENTRY = "  - date: 2026-02-12\n    step: {step}\n    by: {by}\n{field}"


@pytest.mark.parametrize(
    ("matter", "lines"),
    [
        (NOISE.replace("handler: shili-committee", "handler: shili-linxian-lights"), ["handler"]),
        (
            NOISE
            + ACCEPTED
            + ENTRY.format(
                step="assign", by="shili-committee", field="    to: shili-linxian-lights\n"
            ),
            ["to"],
        ),
        (
            NOISE
            + ACCEPTED
            + ENTRY.format(step="progress", by="shili-linxian-lights", field="    note: 看过。\n"),
            ["by"],
        ),
        (NOISE + ACCEPTED, []),
    ],
)
def test_where_it_is_named(lay, matter, lines):
    log = "" if "log:\n  -" in matter else ACCEPTED
    text = matter + log if matter.endswith("log:\n") else matter
    found = [each for each in lay({**FAR, NOISE_PATH: text}) if each.code == "M030"]
    shown = text.splitlines()
    assert [shown[each.line - 1].split(":")[0].strip() for each in found] == lines
