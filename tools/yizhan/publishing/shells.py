"""Shells: pages that the generator built once, made ready to be filled for every record.

A shell's links are relative to where the generator put it. Here each becomes "what leads to the
root" plus a path from the root, so that a page of any depth is filled by joining strings.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape

from yizhan.model.text import Lang, Text
from yizhan.pages.compact import without_end_tags
from yizhan.pages.links import base_of
from yizhan.pages.page import Page
from yizhan.publishing.errors import PublishingError
from yizhan.publishing.section_list import START, marked_as_current, narrowed

CONTENT = "@@yizhan-content@@"
_TITLE = "@@yizhan-title@@"
_DESCRIPTION = "@@yizhan-description@@"
_URL = "@@yizhan-url@@"
_MIRROR = "@@yizhan-mirror@@"
_EDIT = "@@yizhan-edit@@"
_BASE = "@@yizhan-base@@"
_FOLDER = "@@yizhan-folder@@"
_TOKEN = re.compile(r"@@yizhan-[a-z]+@@")
_TOKENS = (_TITLE, _DESCRIPTION, CONTENT, _URL, _MIRROR, _EDIT)
_WRITTEN = re.compile(r"""@@yizhan[^\s<>"'@]*@{0,2}""")
"""A token as somebody wrote it, right or wrong."""
_OWN = "@@yizhan-"

_TAG = re.compile(r"""<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>""")
_SCRIPT = re.compile(r"(<script\b[^>]*>)(.*?)(</script>)", re.DOTALL | re.IGNORECASE)
_LINK = re.compile(
    r"""(?P<name>\s(?:href|src|action|srcset|poster|data-src))\s*=\s*"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))"""
)
_HREFLANG = re.compile(r"""\shreflang\s*=\s*["']?([a-zA-Z-]+)""")
_EDIT_LINK = re.compile(
    r"""<a\b[^>]*\shref\s*=\s*["']?[^"'\s>]*/shell\.md\b[^>]*>.*?</a>\s*""", re.DOTALL
)
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|#|\?|@@yizhan-")
_PARAGRAPH = re.compile(rf"<p>\s*{CONTENT}\s*</p>")
_ALONE = re.compile(rf"""<div class=["']?yz-page["']?>\s*({CONTENT})\s*</div>""")
"""What keeps the content of a shell apart from Markdown; nothing is drawn by it."""
_INERT = re.compile(
    r"""<input\b[^>]*\bclass=["']?md-toggle\b[^>]*>|<label\b[^>]*\bclass=["']?md-overlay\b[^>]*></label>"""
    r"""|<div\b[^>]*\bdata-md-component=["']?(?:skip|announce|dialog)\b[^>]*>"""
    r"""(?:\s|<div\b[^>]*></div>)*</div>"""
)
"""Material's drawer, overlay and messages, all invisible: its script, which uses them, is not loaded."""
_UNUSED = re.compile(r"""\sdata-md-component\s*=\s*["']?[a-z]+["']?""")
_INDENTED = re.compile(r"\s*\n\s*")
_BLOCK = (
    "html|head|body|meta|title|link|header|nav|main|footer|div|section|form|details|summary|ul|li|p"
)
_AFTER_BLOCK = re.compile(rf"""(</?(?:{_BLOCK})\b(?:[^>"']|"[^"]*"|'[^']*')*>)\n""")
_BEFORE_BLOCK = re.compile(rf"\n(?=</?(?:{_BLOCK})\b)")
_QUOTED = re.compile(
    r"""(?<=[\w-]=)"((?:[\w./:#?%-]|@@yizhan-(?:base|folder|url|mirror)@@)+)"(?=[\s>])"""
)
_SCOPE = re.compile(r"""new URL\((["'])(\.[^"']*)\1""")


class ShellError(PublishingError):
    """A page has no shell, or a shell no place for the content."""


@dataclass(frozen=True, slots=True)
class Shell:
    """One shell.

    Attributes:
        url: where the generator put it, site-relative: ``matters/shell/``.
        html: the page, every link made relative to ``@@yizhan-base@@``.
    """

    url: str
    html: str

    def fill(self, page: Page) -> str:
        """The whole HTML of a page."""
        values = {
            _TITLE: escape(page.title),
            _DESCRIPTION: escape(" ".join(page.description.split())),
            _URL: page.url,
            _MIRROR: mirrored(page.url),
            CONTENT: page.content,
            _EDIT: page.source or "",
        }
        base = base_of(page.url)
        parts = list(_split(narrowed(self.html, page.url, _BASE), base))
        parts[1::2] = [values[token] for token in parts[1::2]]
        html = "".join(parts)
        return marked_as_current(html, base + page.url) if self.lists_pages else html

    @property
    def lists_pages(self) -> bool:
        """Whether it has the list of the pages of its section."""
        return START in self.html


@lru_cache(maxsize=256)
def _split(html: str, base: str) -> tuple[str, ...]:
    """A shell for one depth: text and tokens by turns."""
    based = html.replace(_BASE, base).replace(_FOLDER, base.rstrip("/"))
    based = based.replace(_MIRROR, f"{base}{_MIRROR}")
    parts = []
    end = 0
    for match in _TOKEN.finditer(based):
        parts += [based[end : match.start()], match[0]]
        end = match.end()
    return (*parts, based[end:])


def mirrored(url: str) -> str:
    """The address of the same page in the other language."""
    return url[3:] if url.startswith("en/") else f"en/{url}"


def shell_url(section: str, lang: Lang) -> str:
    """Where the generator puts the shell of a section."""
    return f"{'' if lang == 'zh' else 'en/'}{section}/shell/"


def read_shell(html: str, url: str) -> Shell:
    """Make a shell of a built page.

    Args:
        html: the page as the generator wrote it.
        url: its site-relative address.

    Raises:
        ShellError: it has no place for the content, the title or the description, or it asks for
            something that no page has.
    """
    _refuse_misspelt(html, f"docs/{url[:-1]}.md")
    html = _ALONE.sub(r"\1", _PARAGRAPH.sub(CONTENT, html))
    html = _EDIT_LINK.sub("", html)  # the record's own edit link stands in its content
    lines = "<pre" in html or "<textarea" in html
    pieces = []
    end = 0
    for script in _SCRIPT.finditer(html):
        pieces.append(_compact(_rebase_tags(html[end : script.start()], url), lines=lines))
        opening = _compact(_rebase_tags(script[1], url), lines=lines)
        pieces.append(opening + _rebase_script(script[1], script[2], url) + script[3])
        end = script.end()
    pieces.append(_compact(_rebase_tags(html[end:], url), lines=lines))
    return Shell(url, _own_address("".join(pieces), url))


def read_shells(pages: Mapping[str, str]) -> dict[str, Shell]:
    """Make shells of built pages, by their address."""
    return {url: read_shell(html, url) for url, html in pages.items()}


def shell_for(shells: Mapping[str, Shell], page: Page) -> Shell:
    """The shell that a page fills.

    Raises:
        ShellError: the generator built none at that address.
    """
    url = shell_url(page.shell, page.lang)
    found = shells.get(url)
    if found is None:
        raise ShellError(NO_SHELL.format(page=f"docs/{url[:-1]}.md"))
    return found


def _refuse_misspelt(html: str, page: str) -> None:
    """Refuse a shell that would give every page the same title, or no content."""
    head = html.partition("</head>")[0]
    for token, place in ((CONTENT, html), (_TITLE, head), (_DESCRIPTION, head)):
        if token not in place:
            missing = NO_CONTENT if token is CONTENT else NOT_IN_HEAD
            raise ShellError(missing.format(page=page, token=token))
    for written in _WRITTEN.findall(html):
        if written not in _TOKENS:
            known = ", ".join(_TOKENS)
            raise ShellError(UNKNOWN_TOKEN.format(page=page, token=written, known=known))


def _rebase_tags(html: str, url: str) -> str:
    return _TAG.sub(lambda tag: _rebase_tag(tag[0], url), html)


def _rebase_tag(tag: str, url: str) -> str:
    language = _HREFLANG.search(tag)
    other = "zh" if url.startswith("en/") else "en"

    def rebase(match: re.Match[str]) -> str:
        name = match["name"].strip()
        value = unescape(match["double"] or match["single"] or match["bare"] or "")
        if name == "href" and language is not None and not value.startswith(_OWN):
            target = _MIRROR if language[1].startswith(other) else _BASE + _URL
            return f' {name}="{target}"'
        if name == "srcset":
            value = ", ".join(_rebase_choice(choice.strip(), url) for choice in value.split(","))
        else:
            value = rebase_link(value, url)
        return f' {name}="{escape(value)}"'

    return _LINK.sub(rebase, tag)


def _rebase_choice(choice: str, url: str) -> str:
    address, _space, size = choice.partition(" ")
    return f"{rebase_link(address, url)} {size}".strip()


def rebase_link(link: str, url: str) -> str:
    """A link of the page at ``url``, relative to the token for the root; others stay as they are."""
    if not link or _ELSEWHERE.match(link):
        return link
    path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", link, re.DOTALL).groups()  # type: ignore[union-attr]
    target = posixpath.normpath(posixpath.join("/", url, path))[1:]
    if target and (path.endswith(("/", "/.", "/..")) or path in (".", "..")):
        target += "/"
    return f"{_BASE}{target}{mark}{rest}"


def _rebase_script(opening: str, body: str, url: str) -> str:
    """Paths in Material's settings (``__config``) and in its ``new URL("..", location)``."""
    if "__config" in opening:
        config = json.loads(body)
        for key in ("base", "search"):
            if isinstance(config.get(key), str):
                config[key] = rebase_link(config[key], url)
        if config.get("base") == _BASE:
            config["base"] = _FOLDER
        return json.dumps(config, ensure_ascii=False)
    return _SCOPE.sub(lambda scope: f'new URL("{rebase_link(scope[2], url)}"', body)


def _compact(html: str, *, lines: bool) -> str:
    """A shell without what is invisible in every page: a quarter of what a matter's page weighs.

    Spaces stay between what stands in one line; around blocks they show nowhere.

    Args:
        html: of a shell, what lies between its scripts, which stay as they are.
        lines: somewhere in the shell lines are shown as they are written.
    """
    html = _UNUSED.sub("", _INERT.sub("", html))
    html = _TAG.sub(lambda tag: _QUOTED.sub(r"\1", tag[0]), html)
    if lines:
        return html
    html = _INDENTED.sub("\n", html)
    return without_end_tags(_BEFORE_BLOCK.sub("", _AFTER_BLOCK.sub(r"\1", html)))


def _own_address(html: str, url: str) -> str:
    """The shell's absolute address, as in a canonical link, becomes the page's own."""
    return re.sub(rf"(https?://[^\"'\s<>]*?/){re.escape(url)}(?=[\"'\s<>])", rf"\g<1>{_URL}", html)


NO_CONTENT = Text(
    "外壳页 {page} 里没有 {token}，页面内容没有地方可放：请补上这一行，或删去本村的这个文件，改用安装包里的。",
    "The shell {page} has no {token}, so that there is no place for the content: add that line, "
    "or delete your file to have the package's.",
)
NOT_IN_HEAD = Text(
    "外壳页 {page} 的 <head> 里没有 {token}，所有的页面会是同一个标题或简介：请在文件开头的 title、description 里"
    "补上，或改正 overrides 里的 main.html。",
    "The shell {page} has no {token} in its <head>, so that all pages would have the same title or "
    "description: add it to title or description at the top of the file, or correct main.html in "
    "overrides.",
)
UNKNOWN_TOKEN = Text(
    "外壳页 {page} 里写了 {token}，没有这样的内容：能写的是 {known}；请在这个文件或 overrides 的模板里改正。",
    "The shell {page} asks for {token}, which no page has: what can be written is {known}; correct "
    "it in that file or in a template of overrides.",
)
NO_SHELL = Text(
    "缺少外壳页 {page}：请从 mkdocs.yml 的 exclude_docs 里去掉它，或删去 .yizhan 文件夹再搭建。",
    "The shell {page} is missing: take it out of exclude_docs in mkdocs.yml, or delete the folder "
    ".yizhan and build again.",
)
