"""A village in which every irregular act there is happened, and was acknowledged, has its site."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from yizhan.checking.engine import run
from yizhan.checks import discover
from yizhan.loading.round_trip import append
from yizhan.model.finding import Level
from yizhan.model.kinds import identify

from .conftest import AS_OF, VILLAGE, lay_out, yizhan

pytestmark = pytest.mark.xdist_group("irregular")  # a build, made once


IRREGULAR = [check for check in discover() if check.level is Level.IRREGULAR]
DAY = date.fromisoformat(AS_OF)
SAID = {"reason": "当时就是这样办的。", "by": "shili-committee", "date": AS_OF}
ELSEWHERE = {"shili-shan-cun-g013": "shili-shan-committee"}
"""Places that have nothing to do with the village, and the body there that acknowledges."""

BODY = "id: {id}\ntitle: {id}\nexample: true\nbody_kind: committee\nplace: {place}\n"


def example_of(check):
    """A check's bad example, its records under ids of their own, so that all fit beside one another."""
    new = {path for path in check.bad.files if not (VILLAGE / path).exists()}
    ids = sorted({identify(path).id for path in new}, key=len, reverse=True)
    files = dict(check.bad.files)
    for each in (*ids, "article: dogs"):
        found = re.compile(rf"(?<![\w-]){re.escape(each)}(?![\w-])")
        name = f"{each}-{check.code.lower()}"
        files = {found.sub(name, path): found.sub(name, text) for path, text in files.items()}
    return files


def write(root: Path, files) -> None:
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def acknowledge(root: Path) -> None:
    """Write what each irregular finding's remedy says."""
    for finding in run(root, DAY, cached=False).findings:
        if finding.remedy is not None:
            article = dict(zip(["article"], finding.remedy.articles[:1], strict=False))
            entry = {"code": finding.code, **article, **SAID}
            file = root / finding.path
            for place, body in ELSEWHERE.items():
                if place in file.read_text("utf-8"):
                    entry["by"] = body
            file.write_bytes(append(file.read_bytes(), "irregular", entry, finding.remedy.at))


@pytest.fixture(scope="module")
def village(tmp_path_factory):
    root = lay_out(tmp_path_factory.mktemp("irregular") / "project")
    for check in IRREGULAR:
        write(root, example_of(check))
    for place, body in ELSEWHERE.items():
        write(root, {f"records/bodies/{body}.yaml": BODY.format(id=body, place=place)})
    acknowledge(root)
    done = yizhan(root, "build", "--as-of", AS_OF)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def test_a_village_with_every_acknowledged_irregularity_builds(village) -> None:
    found = run(village, DAY, cached=False).findings
    assert {each.code for each in found if each.acknowledged} == {each.code for each in IRREGULAR}
    assert [
        each for each in found if each.fails or (each.code[0] == "R" and not each.acknowledged)
    ] == []
    for lang, said in (("", "不合规，"), ("en/", "Irregular, ")):
        page = (village / "site" / lang / "irregular/index.html").read_text("utf-8")
        for finding in found:
            if finding.acknowledged:
                name = identify(finding.path).id
                assert f"/{name}/" in page or f"{name}/" in page, finding
        assert said in page


def test_each_mark_is_on_the_page_of_its_record(village) -> None:
    for finding in run(village, DAY, cached=False).findings:
        if finding.acknowledged:
            name = identify(finding.path).id
            (page,) = (village / "site").glob(f"[!e]*/**/{name}/index.html")
            assert SAID["reason"] in page.read_text("utf-8"), name
