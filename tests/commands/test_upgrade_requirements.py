"""The version of the tool that a village asks for is brought over, and nothing else of its requirements."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from yizhan.commands.upgrade_layout import Step, apply, plan

WHEEL = "./wheels/yizhan-0.1.0-py3-none-any.whl"
COMMIT = "yizhan @ git+https://git.example/yizhan.git@0123456"
EXTRA = {
    "yizhan==0.1.0": "yizhan[fast]==0.1.0",
    WHEEL: f"{WHEEL}[fast]",
    COMMIT: COMMIT.replace(" @", "[fast] @"),
}


@pytest.fixture(params=EXTRA)
def today(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The line that init writes, in each of its forms."""
    line: str = request.param

    def contents(name: str) -> Iterator[tuple[str, bytes]]:
        yield "requirements.txt", f"{line}\n".encode()
        yield "mkdocs.yml", f"site_name: {name}\n".encode()

    monkeypatch.setattr("yizhan.commands.upgrade_layout.contents", contents)
    return line


def of_requirements(village: Path, text: bytes) -> Step | None:
    """What is planned for a ``requirements.txt``, carried out."""
    (village / "requirements.txt").write_bytes(text)
    made = plan(village)
    (step, *more) = [each for each in made.steps if each.path == "requirements.txt"] or [None]
    assert more == []
    apply(village, made)
    return step


@pytest.mark.parametrize(
    "former",
    [
        "./wheels/yizhan-0.0.9-py3-none-any.whl",
        "wheels/yizhan-0.0.9-py3-none-any.whl[fast]",
        "yizhan==0.0.9",
        "yizhan [fast] == 0.0.9",
        "yizhan==0.0.9[fast]",  # which the guide said and pip refuses
        "yizhan @ git+https://git.example/yizhan.git@abcdef0",
        "yizhan[fast] @ git+https://git.example/yizhan.git@abcdef0",
    ],
)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "\n"),
        ("", ""),
        ("", "  # 固定\r\n"),
        ("# yizhan 由安装包来\n\nmkdocs-glightbox==0.4\n", "\n--no-index\n"),
    ],
)
def test_only_the_version_of_the_tool_changes_in_requirements(
    old: Path, today: str, former: str, before: str, after: str
) -> None:
    step = of_requirements(old, f"{before}{former}{after}".encode())
    assert step is not None
    line = EXTRA[today] if "[fast]" in former else today
    assert (old / "requirements.txt").read_bytes() == f"{before}{line}{after}".encode()
    assert of_requirements(old, (old / "requirements.txt").read_bytes()) is None
    alone = not before and line == today and "#" not in after
    assert step.action == ("write" if alone else "raise")
    if not alone:
        assert step.text.zh == "requirements.txt：议栈的一行换成现在的，其余您写的不动"


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"mkdocs-glightbox\n",
        b"yizhan>=0.0.9\n",
        b"yizhan\n",
        b"yizhan==0.0.9 --hash=sha256:ab\n",
        b"yizhan==0.0.9 \\\n  --hash=sha256:ab\n",
        b'yizhan==0.0.9; python_version > "3.10"\n',
        b"yizhan==0.0.9\nyizhan==0.0.8\n",
        b"-e ./yizhan\n",
        "yizhan==0.0.9\n".encode("utf-16"),
    ],
)
def test_a_requirement_that_is_not_understood_is_named_and_stays(
    old: Path, today: str, text: bytes
) -> None:
    step = of_requirements(old, text)
    assert step is not None
    assert (old / "requirements.txt").read_bytes() == text
    assert step.action == "keep"
    assert step.text.zh == (
        "保留 requirements.txt：认不出哪一行是装议栈的；"
        f"请自己把那一行改成 {today}，不然检查用的还是旧版"
    )
    assert step.text.en == (
        "keep requirements.txt: the line that installs Yizhan is not recognised; make it "
        f"{today} yourself, or checks will run the old version"
    )


@pytest.mark.parametrize("named", EXTRA)
def test_a_requirement_that_names_today_in_another_way_is_no_matter(
    old: Path, today: str, named: str
) -> None:
    text = f'{named.replace("==", " == ")} ; python_version > "3"\n'
    step = of_requirements(old, text.encode())
    assert (step is None) == (named == today)
