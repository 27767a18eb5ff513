"""``schema/README.md``: which folder is held to which schema, with its page and its template.

``python -m yizhan.commands.schema_readme`` prints it; ``make docs`` writes it.
"""

from __future__ import annotations

from yizhan.loading.schemas import load_schema, load_vocabulary
from yizhan.model.kinds import KINDS
from yizhan.model.vocabulary import Kind

PATH = "schema/README.md"

_HEAD = """\
# 记录的格式 · Schemas

本文件由 `make docs` 写成，不用手改。Written by `make docs`; not edited by hand.

每种记录一个 JSON Schema（2020-12）。栏目的名称、说明、例子和可写的词都在这里，
编辑器、检查、网站用的是同一份；英文在 `x-en` 里。通用的写法在
[`common.schema.json`](common.schema.json)。

One JSON Schema (2020-12) a kind of record. What fields and choices are called, what they mean and
an example of each stand here and nowhere else: editors, checks and the site take their words from
these files. English stands under `x-en`; what the kinds share is in
[`common.schema.json`](common.schema.json).

| 种类 Kind | 文件 Files | 格式 Schema | 例子 Example | 模板 Template |
|---|---|---|---|---|
"""

_TAIL = """
自己加的说明词 Words of our own beside the standard's:

| 词 Word | 意思 Meaning |
|---|---|
| `x-en` | 英文的名称和说明 · title and description in English |
| `x-ref` | 这里写的是哪种记录的编号 · the kinds of record whose id stands here |
| `x-merged` | 合并以后能不能改 · how a property may change once merged (below) |
| `patternErrorMessage` | 写法不对时怎么说（VS Code 也认得） · what to say of a wrong form (VS Code knows it) |

| `x-merged` | 合并以后 Once merged |
|---|---|
| `"frozen"` | 不再改 · never changes |
| `"once"` | 没写的可以补一次，补了不再改 · may be filled in once, then never changes |
| `{"append": "key"}` | 只往后面加，已有的不改，凭 `key` 认；`itself` 是说列的是单个的词 · only added to at the end, items known by `key`; `itself` where they are plain values |
| `{"frozen_after": "held"}` | 开会（`held`）、通过（`adopted`）、办结（`closed`）、公示（`published`）以后不再改 · never changes after the meeting is held, it is adopted, closed or published |
| `"open"` | 可以改 · may change |
"""


def schema_readme() -> str:
    """Return the text of ``schema/README.md``."""
    return _HEAD + "".join(_row(kind) for kind in Kind) + _TAIL


def _row(kind: Kind) -> str:
    title = load_vocabulary().kind(kind)
    (example,) = load_schema(kind)["examples"]
    cells = (
        f"{title.zh} {title.en}",
        f"`records/{KINDS[kind].folder}`",
        f"[`{kind}.schema.json`]({kind}.schema.json)",
        f"[{example['title']}](../docs/records/{kind}.md#the-example)",
        f"[`{kind}.yaml`](../tools/yizhan/presets/templates/{kind}.yaml)",
    )
    return f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    print(schema_readme(), end="")
