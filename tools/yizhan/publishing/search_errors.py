"""What can keep the search index from being made."""

from __future__ import annotations

from yizhan.model.text import Text
from yizhan.publishing.errors import PublishingError


class SearchToolError(PublishingError):
    """Node or Pagefind is missing or failed."""


NO_NODE = Text(
    "没有找到 Node.js，无法建立搜索索引：请安装 Node.js 20 或更新的版本，再在项目目录运行 npm ci。",
    "Node.js was not found, so that search cannot be indexed: install Node.js 20 or newer, "
    "then run npm ci in the project's folder.",
)
NO_PAGEFIND = Text(
    "没有找到搜索组件 Pagefind：请在项目目录运行 npm ci。",
    "The search engine Pagefind was not found: run npm ci in the project's folder.",
)
OTHER_PAGEFIND = Text(
    "装的 Pagefind 不是 package.json 里写的那一版：请在项目目录运行 npm ci。",
    "The Pagefind installed is not the version named in package.json: run npm ci in the project's folder.",
)
NO_PROGRAM = Text(
    "Pagefind 没有装上本机系统（{platform}）用的程序：package-lock.json 里缺这一项，或者校验值不对。请恢复原来的 package-lock.json，再在项目目录运行 npm ci。",
    "Pagefind's program for this platform ({platform}) is not installed: package-lock.json misses its entry, or the hash is wrong. "
    "Restore package-lock.json, then run npm ci in the project's folder.",
)
FAILED = Text(
    "建立搜索索引时 Pagefind 出错（{why}）：请在项目目录运行 npm ci 后重试。",
    "Pagefind failed while indexing ({why}): run npm ci in the project's folder and try again.",
)
