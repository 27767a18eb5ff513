"""Write ``presets/layouts.json`` anew: the marks of all that ``yizhan init`` ever laid out.

``python tests/commands/layouts_of_history.py`` asks every commit since the first that villages were
made with what it lays out, in a clone of its own, and stores digests only. Run it when files that
villages hold have changed. Contents that hold the village's name are left out, since no digest can
know it; so are records and the short settings without a frame, which are the village's own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
LAYOUTS = ROOT / "tools/yizhan/presets/layouts.json"
FIRST = "e775f12"
"""The first version that a village may have been made with."""

LAID_OUT = (
    *(
        "tools/yizhan/presets",
        "tools/yizhan/commands",
        "tools/yizhan/checks",
        "schema",
        "mkdocs.yml",
    ),
    *("docs", "overrides", "package.json", "package-lock.json", ".npmrc", ".vscode"),
)
"""What ``init`` takes its files from; a commit that touches none of it lays out nothing new."""

_LEFT_OUT = ("records/", "wheels/", "requirements.txt", "docs/.gitkeep", ".yizhan/")


def main() -> None:
    """Ask every commit, oldest first, and write what was found."""
    sys.path.insert(0, str(ROOT / "tools"))
    from yizhan.publishing.layouts import marked

    known: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "clone"
        _git("clone", "--quiet", "--no-checkout", str(ROOT), str(clone), within=ROOT)
        listed = _git("rev-list", "--reverse", f"{FIRST}..HEAD", "--", *LAID_OUT, within=clone)
        for commit in (FIRST, *listed.split()):
            _git("checkout", "--quiet", "--force", commit, within=clone)
            for path, content in _laid_out(clone).items():
                found = known.setdefault(path, [])
                if (mark := marked(path, content)) not in found:
                    found.append(mark)
    text = json.dumps(dict(sorted(known.items())), indent=0)
    LAYOUTS.write_text(f"{text}\n", "utf-8")


def _laid_out(clone: Path) -> dict[str, bytes]:
    """What a commit's ``init`` writes, but for what holds the village's name."""
    one, other = (_contents(clone, name) for name in ("one", "other"))
    return {
        path: content
        for path, content in one.items()
        if not path.startswith(_LEFT_OUT)
        and (b"custom_dir:" in content if path == "mkdocs.yml" else other[path] == content)
    }


def _contents(clone: Path, name: str) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        code = "import sys; from pathlib import Path; from yizhan.commands.init import init; "
        subprocess.run(
            [sys.executable, "-c", f"{code}init(Path(sys.argv[1]), sys.argv[2])", folder, name],
            env={"PYTHONPATH": str(clone / "tools")},
            check=True,
        )
        return {
            file.relative_to(folder).as_posix(): file.read_bytes()
            for file in Path(folder).rglob("*")
            if file.is_file()
        }


def _git(*words: str, within: Path) -> str:
    return subprocess.run(
        ["git", *words], cwd=within, check=True, capture_output=True, text=True
    ).stdout


if __name__ == "__main__":
    main()
