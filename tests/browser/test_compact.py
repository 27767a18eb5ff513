"""A browser makes the same page of HTML with and without what templates leave out."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from yizhan.pages.compact import compact

PAGES = Path(__file__).resolve().parents[1] / "pages/expected"
TREE = """html => {
  const BLOCK = new Set("ARTICLE BODY DD DETAILS DIV DL DT FOOTER FORM H1 H2 H3 H4 HEADER LI NAV OL P SECTION SUMMARY"
    .split(" ").concat("TABLE TBODY TD TFOOT TH THEAD TR UL BR".split(" ")));
  const found = [];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return found.push(node.data.replace(/\\s+/g, " "));
    const edge = BLOCK.has(node.tagName) ? "\\n" : "";
    const attributes = [...node.attributes].map(({ name, value }) => `${name}=${JSON.stringify(value)}`);
    found.push(`${edge}<${[node.tagName, ...attributes].join(" ")}>${edge}`);
    node.childNodes.forEach(walk);
    found.push(`${edge}</${node.tagName}>${edge}`);
  };
  walk(new DOMParser().parseFromString(html, "text/html").body);
  return found.join("").replace(/ *\\n[ \\n]*/g, "\\n");
}"""
"""What a page is made of, without the space around blocks, which shows nowhere."""


def test_every_kind_of_page_is_the_same(page: Page) -> None:
    shorter = 0
    for file in sorted(PAGES.glob("*.html")):
        written = file.read_text("utf-8")
        left = compact(written)
        assert page.evaluate(TREE, left) == page.evaluate(TREE, written), file.name
        assert len(left) < len(written) or "<p" not in written
        shorter += len(written) - len(left)
    assert shorter > 5_000
