"""``yizhan explain`` as it is typed, and the examples that it shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from yizhan.checking.engine import run as run_engine
from yizhan.checking.explanations import explanations
from yizhan.checks.shared.reading import readings
from yizhan.checks.shared.reading.form import PATH, Reading

from .program import yizhan


def test_explain_shows_everything(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = yizhan(capsys, "explain", "s005")
    assert code == 0
    assert out == (
        "S005  日期写成 2025-06-12\n"
        "错误：不可能是这样，要改好。\n"
        "\n"
        "为什么\n"
        "  只有一种写法才能排先后（EDTF 0 级，ISO 8601-2:2019）；不知道哪一天就只写到月或年，不能编一个。\n"
        "\n"
        "怎么改\n"
        "  写成 2025-06-12、2025-06 或 2025。\n"
        "\n"
        "错的  records/places/shili-square.yaml\n"
        "  id: shili-square\n"
        "  title: 文化广场\n"
        "  example: true\n"
        "  level: site\n"
        "  parent: shili-cun\n"
        "  established: 2020/6/12\n"
        "\n"
        "对的  records/places/shili-square.yaml\n"
        "  id: shili-square\n"
        "  title: 文化广场\n"
        "  example: true\n"
        "  level: site\n"
        "  parent: shili-cun\n"
        "  established: 2020-06-12\n"
    )
    assert "\n  title: \\x" in yizhan(capsys, "explain", "Y001")[1]
    assert yizhan(capsys, "--lang", "en", "explain", "Y003")[1].count("…") == 1


def test_every_code_can_be_explained(capsys: pytest.CaptureFixture[str]) -> None:
    for code, found in explanations().items():
        for lang, title in (("zh", found.title.zh), ("en", found.title.en)):
            status, out, _ = yizhan(capsys, "--lang", lang, "explain", code)
            assert (status, out.split("\n")[0]) == (0, f"{code}  {title}")


@pytest.mark.parametrize("reading", readings().values(), ids=lambda reading: reading.code)
def test_examples_of_what_loading_finds(reading: Reading, village: Path) -> None:
    from datetime import date

    square = village / "records/places/shili-cun-square.yaml"
    square.write_text(
        square.read_text(encoding="utf-8").replace("文化广场", "大广场"), encoding="utf-8"
    )
    for example, codes in ((reading.bad, {reading.code}), (reading.good, set())):
        for path, content in example.files.items():
            file = village / path
            if content.startswith("-> "):
                file.symlink_to(content.removeprefix("-> "))
            else:
                file.unlink(missing_ok=True)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content.encode("utf-8", "surrogateescape"))
        findings = run_engine(village, date(2026, 4, 10), cached=False).findings
        assert {finding.code for finding in findings} == codes
        assert all(finding.level is reading.level for finding in findings)
        for path in example.files:
            if path != PATH:
                (village / path).unlink()
