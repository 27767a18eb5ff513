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
        (
            NOISE
            + ACCEPTED
            + ENTRY.format(
                step="join",
                by="shili-committee",
                field="    with: [shili-linxian-lights]\n    reason: 两县商定。\n",
            )
            + ENTRY.format(step="progress", by="shili-linxian-lights", field="    note: 看过。\n"),
            [],
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


ELSEWHERE = {
    "records/places/shili-other.yaml": (
        "id: shili-other\ntitle: 邻村\nexample: true\nlevel: village\nparent: shili-zhen\n"
    ),
    "records/bodies/shili-other-team.yaml": (
        "id: shili-other-team\ntitle: 邻村队\nexample: true\nbody_kind: team\nplace: shili-other\n"
    ),
}


@pytest.mark.parametrize(
    ("by", "codes"), [("shili-other-team", ["M029"]), ("shili-office", []), ("shili-county", [])]
)
def test_whoever_supervises_has_to_do_with_the_place(lay, files, by, codes):
    supervised = f"  - date: 2026-02-16\n    step: supervise\n    by: {by}\n"
    path, text = next(iter(files.good("M029").items()))
    found = lay({**ELSEWHERE, path: text.partition("  - date: 2026-02-20")[0] + supervised})
    assert [each.code for each in found if each.path == path and each.level.fails] == codes
